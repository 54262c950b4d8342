/** ingest/sources/comtrade_party.c: reporters and partners by ISO code or number. */
#include <string.h>

#include "base/number.h"
#include "country/entity.h"
#include "ingest/columns.h"
#include "ingest/map.h"
#include "ingest/sources/comtrade.h"

/* Comtrade's numbers that are not those of M49: customs territories that are wider than
 * the state, states before a change, and what is no state. Source: UN Comtrade, country
 * codes. */
static const struct {
    short number;
    const char *code;
} numbers[] = {
    {0, "WLD"},
    {97, "EUU"},
    {129, "caribbean-nes"},
    {200, "CSHH"},
    {221, "eastern-europe-nes"},
    {251, "FRA"},
    {278, "DDDE"},
    {280, "DEU"},
    {290, "north-africa-nes"},
    {381, "ITA"},
    {471, "cacm-nes"},
    {473, "laia-nes"},
    {490, "other-asia-nes"},
    {492, "europe-eu-nes"},
    {527, "oceania-nes"},
    {568, "other-europe-nes"},
    {577, "other-africa-nes"},
    {579, "NOR"},
    {637, "north-america-nes"},
    {697, "europe-efta-nes"},
    {699, "IND"},
    {736, "SDN"},
    {757, "CHE"},
    {810, "SUHH"},
    {837, "bunkers"},
    {838, "free-zones"},
    {839, "special-categories"},
    {842, "USA"},
    {879, "western-asia-nes"},
    {890, "YUCS"},
    {899, "areas-nes"},
};

static const struct armex_entity *by_number(long number)
{
    const struct armex_entity *all;
    size_t n;

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i].number == number)
            return armex_entity_by_code(numbers[i].code);
    all = armex_entities(&n);
    for (size_t i = 0; i < n; i++)
        if (all[i].m49 == number)
            return &all[i];
    return NULL;
}

const char *armex_comtrade_party(struct armex_arena *arena, const struct armex_map *map,
                                 const char *text, size_t length)
{
    const struct armex_cell cell =
        armex_cell_trim((struct armex_cell){.text = text, .length = length});
    const struct armex_entity *entity =
        map ? armex_map_entity(map, cell.text, cell.length) : NULL;
    long number = 0;
    const bool numbered =
        armex_whole_parse(&number, cell.text, cell.length, 0, 9999999);

    if (entity)
        return entity->code;
    if (numbered)
        entity = by_number(number);
    else if (armex_cell_is(&cell, "_X")) // Comtrade's own
        entity = armex_entity_by_code("areas-nes");
    else
        entity = armex_entity_find(cell.text, cell.length);
    if (entity)
        return entity->code;
    return numbered ? armex_arena_printf(arena, "comtrade-%ld", number)
                    : armex_arena_copy(arena, cell.text, cell.length);
}
