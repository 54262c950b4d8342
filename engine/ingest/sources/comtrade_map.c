/** ingest/sources/comtrade_map.c: columns of trade that the user's map names. */
#include <string.h>

#include "ingest/map.h"
#include "ingest/sources/comtrade.h"

/* What a map calls a column of trade, and what Comtrade calls it. */
static const struct {
    const char *means, *name;
} columns[] = {
    {"year", "refYear"},  {"reporter", "reporterCode"}, {"partner", "partnerCode"},
    {"flow", "flowCode"}, {"commodity", "cmdCode"},     {"value", "primaryValue"},
};

static armex_status check_lines(const struct armex_map *map, const char *file,
                                struct armex_error *error)
{
    const struct armex_place whole = {file, 0, 0};

    if (armex_map_defaults(map).n || armex_map_comma(map))
        return armex_fail(
            error, ARMEX_USAGE, whole,
            "of UN Comtrade's tables a map says what names and columns "
            "mean; lines of the kinds every and mark do not go with them");
    return ARMEX_OK;
}

armex_status armex_comtrade_check_world(const struct armex_map *map, const char *file,
                                        struct armex_error *error)
{
    const struct armex_place whole = {file, 0, 0};
    const char *world =
        map ? armex_map_other_name(map, "WLD", armex_trade_is_world) : NULL;

    if (!world)
        return ARMEX_OK;
    return armex_fail(
        error, ARMEX_USAGE, whole,
        "the map calls the World '%s', by which it is not known in tables "
        "of trade; write World, or W00, in the file itself",
        world);
}

/** Gives a cell of the header its name, and takes that from any other cell. */
static void rename_cell(struct armex_cell *header, size_t n, size_t at,
                        const char *name)
{
    for (size_t c = 0; c < n; c++) {
        const struct armex_cell cell = armex_cell_trim(header[c]);
        if (armex_cell_is(&cell, name))
            header[c].length = 0;
    }
    header[at].text = name;
    header[at].length = strlen(name);
}

armex_status armex_comtrade_rename(struct armex_cell *header, size_t n,
                                   const struct armex_map *map, const char *file,
                                   struct armex_error *error)
{
    size_t at[sizeof columns / sizeof *columns];
    armex_status status = map ? check_lines(map, file, error) : ARMEX_OK;

    for (size_t i = 0; !status && i < sizeof at / sizeof *at; i++)
        status =
            armex_map_column(&at[i], map, columns[i].means, header, n, file, error);
    for (size_t i = 0; !status && i < sizeof at / sizeof *at; i++)
        if (at[i] < n)
            rename_cell(header, n, at[i], columns[i].name);
    return status;
}
