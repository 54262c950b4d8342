/** ingest/sources/comtrade_party.c: reporters and partners by ISO code, name or number.
 */
#include <string.h>

#include "base/number.h"
#include "ingest/edition.h"
#include "ingest/sources/comtrade.h"

/* Comtrade's numbers that are not those of M49: customs territories that are wider than
 * the state, or states before a change. Source: UN Comtrade, country codes. */
static const struct {
    short number;
    const char *code;
} numbers[] = {
    {0, "WLD"},
    {97, "EUU"},
    {200, "CSHH"},
    {251, "FRA"},
    {278, "DDDE"},
    {280, "DEU"},
    {381, "ITA"},
    {490, "other-asia-nes"},
    {568, "other-europe-nes"},
    {577, "other-africa-nes"},
    {579, "NOR"},
    {699, "IND"},
    {736, "SDN"},
    {757, "CHE"},
    {810, "SUHH"},
    {837, "bunkers"},
    {838, "free-zones"},
    {839, "special-categories"},
    {842, "USA"},
    {890, "YUCS"},
    {899, "areas-nes"},
};

static const struct armex_entity *by_number(const struct armex_cell *cell)
{
    const struct armex_entity *all;
    size_t n;
    long number;

    if (!armex_whole_parse(&number, cell->text, cell->length, 0, 999))
        return NULL;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i].number == number)
            return armex_entity_by_code(numbers[i].code);
    all = armex_entities(&n);
    for (size_t i = 0; i < n; i++)
        if (all[i].m49 == number)
            return &all[i];
    return NULL;
}

static const struct armex_entity *find(const struct armex_cell cells[3])
{
    const struct armex_entity *entity = NULL;

    for (size_t i = 0; i < 2 && !entity; i++)
        if (cells[i].length)
            entity = armex_entity_find(cells[i].text, cells[i].length);
    return entity ? entity : by_number(&cells[2]);
}

/** A code for a party that nobody knows: "QZX", "other-oceania". NULL: no memory. */
static const char *own_code(struct armex_comtrade *comtrade,
                            const struct armex_cell cells[3])
{
    struct armex_arena *arena = comtrade->ledger.parties->arena;
    char slug[64];

    if (cells[0].length && cells[0].length < sizeof slug)
        return armex_arena_copy(arena, cells[0].text, cells[0].length);
    if (cells[1].length &&
        armex_slug(slug, sizeof slug, cells[1].text, cells[1].length))
        return armex_arena_text(arena, slug);
    return armex_arena_printf(arena, "comtrade-%.*s", (int)cells[2].length,
                              cells[2].text);
}

static const char *meaning(struct armex_comtrade *comtrade,
                           const struct armex_cell cells[3])
{
    const size_t most_told = 12;
    const struct armex_entity *entity = find(cells);
    const char *code;

    if (entity)
        return entity->code;
    code = own_code(comtrade, cells);
    if (code && comtrade->n_unknown++ < most_told)
        armex_text_printf(&comtrade->unknown, "%s%s",
                          comtrade->n_unknown > 1 ? ", " : "", code);
    return code;
}

armex_status armex_comtrade_party(uint32_t *number, struct armex_comtrade *comtrade,
                                  const struct armex_cell cells[3],
                                  struct armex_error *error)
{
    struct armex_words *parties = comtrade->ledger.parties;
    const struct armex_cell *key = cells[0].length   ? &cells[0]
                                   : cells[1].length ? &cells[1]
                                                     : &cells[2];
    bool new = false;
    armex_status status;

    for (size_t i = 3; !key->line && i-- > 0;)
        key = &cells[i]; // one that the file has, to point at
    if (!key->length)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(comtrade->file, key),
                          "this row does not say who trades");
    status = armex_words_number(number, &new, parties, key->text, key->length, error);
    if (!status && new && !(parties->codes[*number] = meaning(comtrade, cells)))
        status = armex_fail_memory(error);
    if (!status) // under the code all spellings are added up
        status = armex_words_number(number, &new, parties, parties->codes[*number],
                                    strlen(parties->codes[*number]), error);
    return status;
}
