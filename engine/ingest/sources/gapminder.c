/**
 * ingest/sources/gapminder.c: Gapminder's long tables (DDF): geo,time,<what is
 * counted>, lower-case codes, a row only where there is a figure.
 */
#include "ingest/sources/gapminder.h"

#include "ingest/sources.h"
#include "ingest/sources/long_table.h"

const struct armex_edition armex_gapminder_credit = {
    .description = "",
    .publisher = "Gapminder",
    .url = "https://github.com/open-numbers/ddf--gapminder--systema_globalis",
    .licence = "CC BY 4.0",
};

armex_status armex_gapminder_finish(struct armex_panel *panel,
                                    struct armex_error *error)
{
    if (panel->series[0].unit.kind != ARMEX_TIV)
        return ARMEX_OK;
    return armex_notes_add(
        &panel->notes, panel->arena, error,
        "Gapminder's arms trade is SIPRI's volume of deliveries, in TIV: no money, "
        "even "
        "where its column says inflation-adjusted US dollars; its 0 is more than "
        "nothing and less than half a million");
}

/** The layout, with what cannot stand in a constant. */
static struct armex_long_layout layout(void)
{
    return (struct armex_long_layout){.code = "geo",
                                      .time = "time",
                                      .alone = true,
                                      .credit = armex_gapminder_credit,
                                      .prefix = "gapminder-",
                                      .finish = armex_gapminder_finish};
}

static bool recognise(const struct armex_document *document)
{
    const struct armex_long_layout own = layout();
    return armex_long_table_is(document, &own);
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    const struct armex_long_layout own = layout();
    return armex_long_table_read(out, &own, document, options, error);
}

const struct armex_source armex_source_gapminder = {
    .name = "gapminder",
    .credit = "Gapminder's long tables: geo, time and what is counted",
    .recognise = recognise,
    .read = read,
};
