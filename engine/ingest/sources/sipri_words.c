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
static const struct armex_entity *find_entity(const struct armex_cell *cell)
{
    // the side that Egypt helped from 1962 to 1970, beside "North Yemen"
    if (armex_cell_says(cell, "Yemen Arab Republic"))
        return armex_entity_by_code("north-yemen-republicans");
    return armex_entity_find(cell->text, cell->length);
}

armex_status armex_sipri_entity(const struct armex_entity **out, const char *file,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    const struct armex_place place = armex_cell_place(file, cell);
    const struct armex_clip clip = armex_cell_clip(cell);
    const char *spelling = NULL;

    if (!cell->length)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "there should be the name of a country here");
    *out = find_entity(cell);
    if (*out && (*out)->kind != ARMEX_AGGREGATE)
        return ARMEX_OK;
    if (*out)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "'%s' is a sum of many, not one party to a delivery",
                          clip.text);
    if (armex_entity_nearest(clip.text, &spelling))
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "no entity is called '%s'; did you mean %s?", clip.text,
                          spelling);
    return armex_fail(error, ARMEX_BAD_INPUT, place, "no entity is called '%s'",
                      clip.text);
}

armex_status armex_sipri_name(uint32_t *number, struct armex_words *words,
                              const char *file, const struct armex_cell *cell,
                              struct armex_error *error)
{
    const struct armex_entity *entity = NULL;
    bool new = false;
    armex_status status =
        armex_words_number(number, &new, words, cell->text, cell->length, error);

    if (!status && new) {
        status = armex_sipri_entity(&entity, file, cell, error);
        if (entity)
            words->codes[*number] = entity->code;
    }
    return status;
}
