/** ingest/sources/comtrade_bulk_columns.c: what Comtrade calls its columns. */
#include "ingest/sources/comtrade_bulk.h"

struct name {
    const char *now, *before; /**< as of 2023, and in the files of the site before */
    const char *other;
};

/** The column that has one of the names, or `n`. */
static size_t find(const struct armex_cell *header, size_t n, const struct name *name)
{
    const char *const names[] = {name->now, name->before, name->other};

    for (size_t i = 0; i < 3; i++)
        for (size_t column = 0; names[i] && column < n; column++)
            if (armex_cell_is(&header[column], names[i]))
                return column;
    return n;
}

static bool find_roles(struct armex_trade_columns *out, const struct armex_cell *header,
                       size_t n)
{
    static const struct name names[ARMEX_TRADE_ROLES] = {
        [ARMEX_TRADE_YEAR] = {"refYear", "Year", NULL},
        [ARMEX_TRADE_REPORTER] = {"reporterISO", "Reporter ISO", NULL},
        [ARMEX_TRADE_PARTNER] = {"partnerISO", "Partner ISO", NULL},
        [ARMEX_TRADE_FLOW] = {"flowCode", "Trade Flow Code", "Trade Flow"},
        [ARMEX_TRADE_COMMODITY] = {"cmdCode", "Commodity Code", NULL},
    };
    const struct name value = {"primaryValue", "Trade Value (US$)", NULL};
    bool all = true;

    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++) {
        out->roles[i] = find(header, n, &names[i]);
        all = all && out->roles[i] < n;
    }
    out->value = find(header, n, &value);
    return all && out->value < n;
}

bool armex_comtrade_bulk_columns(struct armex_trade_columns *out,
                                 const struct armex_cell *header, size_t n)
{
    static const struct {
        struct name name;
        const char *total;
        bool begins;
    } more[] = {{{"typeCode", NULL, NULL}, "C", false},
                {{"freqCode", NULL, NULL}, "A", false},
                {{"partner2ISO", "2nd Partner ISO", NULL}, "W00", false},
                {{"customsCode", "Customs Proc. Code", NULL}, "C00", false},
                {{"mosCode", NULL, NULL}, "0", false},
                {{"motCode", "Mode of Transport Code", NULL}, "0", false},
                // Division 93 of the SITC is no arms but what fits nowhere else.
                {{"classificationCode", "Classification", NULL}, "H", true}};
    const struct name level = {"aggrLevel", "Aggregate Level", NULL};

    *out = (struct armex_trade_columns){.levels = find(header, n, &level) < n};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        const size_t column = find(header, n, &more[i].name);
        if (column < n)
            out->more[out->n_more++] = (struct armex_trade_total){
                column, more[i].total, strlen(more[i].total), more[i].begins};
    }
    return find_roles(out, header, n);
}
