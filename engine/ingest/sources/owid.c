/**
 * ingest/sources/owid.c: Our World in Data's grapher downloads: Entity,Code,Year and
 * columns of figures, of which the first is taken that armex has a measure for.
 *
 * Codes of its own begin with OWID_, aggregates have none. A column may say neither
 * what it counts nor in what; then the user must.
 */
#include "ingest/sources.h"
#include "ingest/sources/long_table.h"

static const struct armex_long_layout layout = {
    .name = "Entity",
    .code = "Code",
    .time = "Year",
    .credit = {.description = "",
               .publisher = "Our World in Data",
               .url = "https://ourworldindata.org/grapher",
               .licence = "CC BY 4.0"},
    .prefix = "owid-",
};

const struct armex_source armex_source_owid = {
    .name = "owid",
    .credit = "Our World in Data's grapher: Entity, Code, Year and what is counted",
    .table = &layout,
};
