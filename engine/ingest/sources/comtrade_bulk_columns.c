/** ingest/sources/comtrade_bulk_columns.c: what Comtrade calls its columns. */
#include "ingest/sources/comtrade.h"

/* As of 2023, and in the files of the site before. Parties by their numbers rather than
 * their ISO codes, which some have none of. */
enum { NAMES = 4 };
static const char *const roles[ARMEX_TRADE_ROLES][NAMES] = {
    [ARMEX_TRADE_YEAR] = {"refYear", "Year", "period", "Period"},
    [ARMEX_TRADE_REPORTER] = {"reporterCode", "Reporter Code", "reporterISO",
                              "Reporter ISO"},
    [ARMEX_TRADE_PARTNER] = {"partnerCode", "Partner Code", "partnerISO",
                             "Partner ISO"},
    [ARMEX_TRADE_FLOW] = {"flowCode", "Trade Flow Code", "flowDesc", "Trade Flow"},
    [ARMEX_TRADE_COMMODITY] = {"cmdCode", "Commodity Code"},
};
static const char *const value[NAMES] = {"primaryValue", "Trade Value (US$)"},
                         *const level[NAMES] = {"aggrLevel", "Aggregate Level"};

static const struct {
    const char *const names[NAMES];
    const char *total;
    bool begins;
} more[ARMEX_TOTALS_MORE] = {
    {{"typeCode", "Type Code"}, "C", false},
    {{"freqCode", "Frequency Code"}, "A", false},
    {{"partner2Code", "2nd Partner Code"}, "0", false},
    {{"partner2ISO", "2nd Partner ISO"}, "W00", false},
    {{"customsCode", "Customs Proc. Code"}, "C00", false},
    {{"mosCode", "Mode of Supply Code"}, "0", false},
    {{"motCode", "Mode of Transport Code"}, "0", false},
    // Division 93 of the SITC is no arms but what fits nowhere else.
    {{"classificationCode", "Classification"}, "H", true}};

/** The column that has one of the names, the first of them that there is; or `n`. */
static size_t find(const struct armex_cell *header, size_t n,
                   const char *const names[NAMES])
{
    for (size_t i = 0; i < NAMES && names[i]; i++)
        for (size_t column = 0; column < n; column++) {
            const struct armex_cell name = armex_cell_trim(header[column]);
            if (armex_cell_is(&name, names[i]))
                return column;
        }
    return n;
}

bool armex_comtrade_bulk_columns(struct armex_trade_columns *out,
                                 const struct armex_cell *header, size_t n)
{
    bool all = true;

    *out = (struct armex_trade_columns){.levels = find(header, n, level) < n};
    for (size_t i = 0; i < ARMEX_TOTALS_MORE; i++) {
        const size_t column = find(header, n, more[i].names);
        if (column < n)
            out->more[out->n_more++] = (struct armex_trade_total){
                column, more[i].total, strlen(more[i].total), more[i].begins};
    }
    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++) {
        out->roles[i] = find(header, n, roles[i]);
        all = all && out->roles[i] < n;
    }
    out->value = find(header, n, value);
    return all && out->value < n;
}

enum { TYPE, FREQUENCY, CLASSIFICATION = ARMEX_TOTALS_MORE - 1 };

/** The cell of a row in the column of `more` [i]; an empty one where there is none. */
static struct armex_cell cell_of(const struct armex_comtrade_blame *blame,
                                 const struct armex_cell *cells, size_t i)
{
    const size_t column = find(blame->header, blame->n_columns, more[i].names);

    return column < blame->n_columns ? cells[column] : (struct armex_cell){.text = ""};
}

static armex_status blame_row(void *context, const char *file,
                              const struct armex_cell *cells, size_t n,
                              struct armex_error *error)
{
    const struct armex_comtrade_blame *blame = context;
    const struct armex_place whole = {file, 0, 0};
    const struct armex_cell type = cell_of(blame, cells, TYPE),
                            frequency = cell_of(blame, cells, FREQUENCY),
                            scheme = cell_of(blame, cells, CLASSIFICATION),
                            *good =
                                &cells[blame->columns->roles[ARMEX_TRADE_COMMODITY]];
    enum armex_trade_level level;
    const bool other_scheme = scheme.length && *scheme.text != 'H';

    (void)n;
    if (type.length && !armex_cell_is(&type, "C"))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, &type),
                          "these are services ('%s'), and not goods",
                          armex_cell_clip(&type).text);
    if (frequency.length && !armex_cell_is(&frequency, "A"))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, &frequency),
                          "these are figures of months ('%s'); download annual ones",
                          armex_cell_clip(&frequency).text);
    if (other_scheme || !armex_trade_level_says(&level, good->text, good->length))
        return armex_fail(error, ARMEX_BAD_INPUT, whole,
                          "no row is of arms (HS chapter 93, headings 8710 and "
                          "8906.10): they are of '%s'%s and the like; download these",
                          armex_cell_clip(good).text,
                          other_scheme ? " in another classification than the HS" : "");
    return armex_fail(error, ARMEX_BAD_INPUT, whole,
                      "every row of arms is the part of a whole (by transport, customs "
                      "procedure or second partner), or neither export nor import; "
                      "download the wholes");
}

static size_t take_none(void *context, const struct armex_rows *rows)
{
    (void)context;
    (void)rows;
    return 0;
}

const struct armex_row_sink armex_comtrade_blame_sink = {.take = take_none,
                                                         .take_one = blame_row};
