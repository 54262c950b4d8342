/** ingest/sources/comtrade_row.c: what one row counts, and whether it counts at all. */
#include <string.h>

#include "base/number.h"
#include "ingest/edition.h"
#include "ingest/sources/comtrade.h"

static armex_status fail_at(const struct armex_comtrade *comtrade,
                            const struct armex_cell *cell, const char *format,
                            struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(comtrade->file, cell),
                      format, armex_cell_clip(cell).text);
}

struct armex_cell armex_comtrade_cell_of(const struct armex_comtrade_row *row,
                                         enum armex_comtrade_column column)
{
    return armex_comtrade_cell(&row->comtrade->layout, row->cells, column);
}

static bool says_one_of(const struct armex_comtrade_row *row,
                        enum armex_comtrade_column column, const char *a, const char *b)
{
    const struct armex_cell cell = armex_comtrade_cell_of(row, column);
    return !cell.length || armex_cell_is(&cell, a) || armex_cell_is(&cell, b);
}

bool armex_comtrade_is_whole(const struct armex_comtrade_row *row)
{
    return says_one_of(row, ARMEX_COMTRADE_PARTNER_2, "0", "W00") &&
           says_one_of(row, ARMEX_COMTRADE_CUSTOMS, "C00", "0") &&
           says_one_of(row, ARMEX_COMTRADE_TRANSPORT, "0", "") &&
           says_one_of(row, ARMEX_COMTRADE_SUPPLY, "0", "");
}

bool armex_comtrade_is_harmonized(const struct armex_comtrade_row *row)
{
    const struct armex_cell cell =
        armex_comtrade_cell_of(row, ARMEX_COMTRADE_CLASSIFICATION);
    return !cell.length || *cell.text == 'H';
}

bool armex_comtrade_is_arms(const struct armex_comtrade_row *row)
{
    const struct armex_cell cell =
        armex_comtrade_cell_of(row, ARMEX_COMTRADE_COMMODITY);
    return armex_comtrade_is_harmonized(row) && cell.length >= 2 &&
           memcmp(cell.text, "93", 2) == 0;
}

armex_status armex_comtrade_check_kind(const struct armex_comtrade_row *row,
                                       struct armex_error *error)
{
    const struct armex_cell frequency =
                                armex_comtrade_cell_of(row, ARMEX_COMTRADE_FREQUENCY),
                            period = armex_comtrade_cell_of(row, ARMEX_COMTRADE_PERIOD),
                            type = armex_comtrade_cell_of(row, ARMEX_COMTRADE_TYPE);
    const size_t of_month = strlen("202201");

    if ((frequency.length && !armex_cell_is(&frequency, "A")) ||
        (!frequency.length && period.length == of_month))
        return fail_at(row->comtrade, frequency.length ? &frequency : &period,
                       "these are figures of months ('%s'); download annual ones",
                       error);
    if (type.length && !armex_cell_is(&type, "C"))
        return fail_at(row->comtrade, &type, "these are services ('%s'), and not goods",
                       error);
    return ARMEX_OK;
}

armex_status armex_comtrade_year(int *out, const struct armex_comtrade_row *row,
                                 struct armex_error *error)
{
    struct armex_cell cell = armex_comtrade_cell_of(row, ARMEX_COMTRADE_YEAR);
    long year;

    if (!cell.length)
        cell = armex_comtrade_cell_of(row, ARMEX_COMTRADE_PERIOD);
    if (!armex_whole_parse(&year, cell.text, cell.length, 1900, 2100))
        return fail_at(row->comtrade, &cell, "'%s' is no year", error);
    *out = (int)year;
    return ARMEX_OK;
}

/** A flow that few report, numbered by its name: "domestic-export". */
static armex_status number_flow(unsigned *out, struct armex_comtrade *comtrade,
                                const struct armex_comtrade_row *row,
                                const struct armex_cell *code,
                                struct armex_error *error)
{
    const struct armex_cell named = armex_comtrade_cell_of(row, ARMEX_COMTRADE_FLOW),
                            *cell = named.length ? &named : code;
    char slug[32];
    uint32_t number = 0;
    bool new;
    const size_t length = armex_slug(slug, sizeof slug, cell->text, cell->length);
    armex_status status =
        length ? armex_words_number(&number, &new, comtrade->flows, slug, length, error)
               : fail_at(comtrade, cell, "'%s' is no flow of trade", error);

    *out = ARMEX_COMTRADE_FLOWS + number;
    if (!status && *out >= ARMEX_COMTRADE_MOST_FLOWS)
        status =
            fail_at(comtrade, cell, "'%s' is one flow more than there can be", error);
    return status;
}

armex_status armex_comtrade_flow_read(unsigned *out, struct armex_comtrade *comtrade,
                                      const struct armex_comtrade_row *row,
                                      struct armex_error *error)
{
    static const char *const words[ARMEX_COMTRADE_FLOWS][4] = {
        [ARMEX_COMTRADE_EXPORTS] = {"X", "2", "Export", "Exports"},
        [ARMEX_COMTRADE_IMPORTS] = {"M", "1", "Import", "Imports"},
        [ARMEX_COMTRADE_RE_EXPORTS] = {"RX", "3", "Re-Export", "Re-export"},
        [ARMEX_COMTRADE_RE_IMPORTS] = {"RM", "4", "Re-Import", "Re-import"},
    };
    const struct armex_cell named = armex_comtrade_cell_of(row, ARMEX_COMTRADE_FLOW);
    struct armex_cell cell = armex_comtrade_cell_of(row, ARMEX_COMTRADE_FLOW_CODE);

    if (!cell.length && (named.length || !cell.line))
        cell = named; // where there is neither, the column that is there
    for (*out = 0; *out < ARMEX_COMTRADE_FLOWS; ++*out)
        for (size_t i = 0; i < 4; i++)
            if (armex_cell_is(&cell, words[*out][i]))
                return ARMEX_OK;
    return number_flow(out, comtrade, row, &cell, error);
}
