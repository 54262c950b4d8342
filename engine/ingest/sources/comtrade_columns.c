/** ingest/sources/comtrade_columns.c: the names that Comtrade gave its columns. */
#include "ingest/sources/comtrade.h"

/* New layout, classic layout. */
static const char *const names[ARMEX_COMTRADE_COLUMNS][2] = {
    [ARMEX_COMTRADE_YEAR] = {"refYear", "Year"},
    [ARMEX_COMTRADE_PERIOD] = {"period", "Period"},
    [ARMEX_COMTRADE_REPORTER_ISO] = {"reporterISO", "Reporter ISO"},
    [ARMEX_COMTRADE_REPORTER] = {"reporterDesc", "Reporter"},
    [ARMEX_COMTRADE_REPORTER_CODE] = {"reporterCode", "Reporter Code"},
    [ARMEX_COMTRADE_PARTNER_ISO] = {"partnerISO", "Partner ISO"},
    [ARMEX_COMTRADE_PARTNER] = {"partnerDesc", "Partner"},
    [ARMEX_COMTRADE_PARTNER_CODE] = {"partnerCode", "Partner Code"},
    [ARMEX_COMTRADE_FLOW_CODE] = {"flowCode", "Trade Flow Code"},
    [ARMEX_COMTRADE_FLOW] = {"flowDesc", "Trade Flow"},
    [ARMEX_COMTRADE_COMMODITY] = {"cmdCode", "Commodity Code"},
    [ARMEX_COMTRADE_VALUE] = {"primaryValue", "Trade Value (US$)"},
    [ARMEX_COMTRADE_CLASSIFICATION] = {"classificationCode", "Classification"},
    [ARMEX_COMTRADE_FREQUENCY] = {"freqCode", "Frequency Code"},
    [ARMEX_COMTRADE_TYPE] = {"typeCode", "Type Code"},
    [ARMEX_COMTRADE_PARTNER_2] = {"partner2Code", "2nd Partner Code"},
    [ARMEX_COMTRADE_CUSTOMS] = {"customsCode", "Customs Proc. Code"},
    [ARMEX_COMTRADE_TRANSPORT] = {"motCode", "Mode of Transport Code"},
    [ARMEX_COMTRADE_SUPPLY] = {"mosCode", "Mode of Supply Code"},
};

static bool has(const struct armex_comtrade_layout *layout,
                enum armex_comtrade_column column)
{
    return layout->at[column] < layout->n_columns;
}

bool armex_comtrade_header(struct armex_comtrade_layout *out,
                           const struct armex_cell *header, size_t n)
{
    out->n_columns = n;
    for (size_t i = 0; i < ARMEX_COMTRADE_COLUMNS; i++) {
        out->at[i] = n;
        for (size_t c = n; c-- > 0;)
            if (armex_cell_is(&header[c], names[i][0]) ||
                armex_cell_is(&header[c], names[i][1]))
                out->at[i] = c;
    }
    return (has(out, ARMEX_COMTRADE_YEAR) || has(out, ARMEX_COMTRADE_PERIOD)) &&
           (has(out, ARMEX_COMTRADE_REPORTER_ISO) ||
            has(out, ARMEX_COMTRADE_REPORTER) ||
            has(out, ARMEX_COMTRADE_REPORTER_CODE)) &&
           (has(out, ARMEX_COMTRADE_PARTNER_ISO) || has(out, ARMEX_COMTRADE_PARTNER) ||
            has(out, ARMEX_COMTRADE_PARTNER_CODE)) &&
           (has(out, ARMEX_COMTRADE_FLOW_CODE) || has(out, ARMEX_COMTRADE_FLOW)) &&
           has(out, ARMEX_COMTRADE_COMMODITY) && has(out, ARMEX_COMTRADE_VALUE);
}

struct armex_cell armex_comtrade_cell(const struct armex_comtrade_layout *layout,
                                      const struct armex_cell *cells,
                                      enum armex_comtrade_column column)
{
    static const struct armex_cell nothing = {.text = ""};

    return has(layout, column) ? armex_cell_trim(cells[layout->at[column]]) : nothing;
}

enum { FLOW_BITS = 5 };

uint32_t armex_comtrade_what(uint32_t commodity, unsigned flow, bool world)
{
    return commodity << (FLOW_BITS + 1) | (uint32_t)flow << 1 | (uint32_t)world;
}

uint32_t armex_comtrade_commodity_of(uint32_t what)
{
    return what >> (FLOW_BITS + 1);
}

unsigned armex_comtrade_flow_of(uint32_t what)
{
    return what >> 1 & ((1u << FLOW_BITS) - 1);
}

bool armex_comtrade_is_world(uint32_t what)
{
    return what & 1;
}
