/** ingest/sources/sipri_words.c: whom and what SIPRI means. */
#include "ingest/sources/sipri_words.h"

#include <string.h>

armex_status armex_sipri_category(uint32_t *number, struct armex_words *words,
                                  const struct armex_cell *cell,
                                  struct armex_error *error)
{
    static const char not_stated[] = "not stated", hyphened[] = "Air-defence systems",
                      spaced[] = "Air defence systems";
    bool new;

    if (!cell->length)
        return armex_words_number(number, &new, words, not_stated, strlen(not_stated),
                                  error);
    if (armex_cell_says(cell, hyphened))
        return armex_words_number(number, &new, words, spaced, strlen(spaced), error);
    return armex_words_number(number, &new, words, cell->text, cell->length, error);
}

/* Names that mean somebody else in SIPRI's files than they do everywhere else. */
static armex_status find_entity(const struct armex_entity **out,
                                const struct armex_page *page,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    // the side that Egypt helped from 1962 to 1970, beside "North Yemen"
    *out = armex_cell_says(cell, "Yemen Arab Republic")
               ? armex_entity_by_code("north-yemen-republicans")
               : NULL;
    return *out ? ARMEX_OK
                : armex_names_entity(out, page->names, page->file, cell, error);
}

armex_status armex_sipri_entity(const struct armex_entity **out,
                                const struct armex_page *page,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    const struct armex_place place = armex_cell_place(page->file, cell);
    const struct armex_clip clip = armex_cell_clip(cell);

    if (!cell->length)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "there should be the name of a country here");
    const armex_status status = find_entity(out, page, cell, error);
    if (status || (*out)->kind != ARMEX_AGGREGATE)
        return status;
    return armex_fail(error, ARMEX_BAD_INPUT, place,
                      "'%s' is a sum of many, not one party to a delivery", clip.text);
}

armex_status armex_sipri_name(uint32_t *number, struct armex_words *words,
                              const struct armex_page *page,
                              const struct armex_cell *cell, struct armex_error *error)
{
    static const char nobody[] = ""; // said of a name once, to be said of it again
    const struct armex_entity *entity = NULL;
    bool new = false;
    armex_status status =
        armex_words_number(number, &new, words, cell->text, cell->length, error);

    if (!status && (new || words->codes[*number] == nobody)) {
        status = armex_sipri_entity(&entity, page, cell, error);
        words->codes[*number] = entity && !status ? entity->code : nobody;
    }
    return status;
}
