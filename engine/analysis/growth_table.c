/** analysis/growth_table.c: growth as a table, and the words that go with it. */
#include "analysis/growth_parts.h"

#include <math.h>

#include "analysis/caution.h"
#include "analysis/columns.h"
#include "analysis/row.h"

enum {
    ENTITY,
    NAME,
    FROM,
    TO,
    FIRST,
    LAST,
    GROWTH,
    CAGR,
    REASON,
    UNIT,
    MEASURE,
    SCOPE,
    FIRST_STATUS,
    LAST_STATUS,
    COMMON, /* columns of every table; those asked for follow */
    STANDARD_ERROR = COMMON,
    OBSERVATIONS,
    CONTRIBUTION,
    WHOLE_GROWTH,
    GROWTH_LOW,
    GROWTH_HIGH,
    COLUMNS
};

static const struct armex_column all_columns[COLUMNS] = {
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [FROM] = {"from", "From", "year", "year of the base; of a window its last",
              ARMEX_COLUMN_YEAR, false},
    [TO] = {"to", "To", "year", "year of the end; of a window its last",
            ARMEX_COLUMN_YEAR, false},
    [FIRST] = {"first", "First", "", "figure of the base, in the unit of the row",
               ARMEX_COLUMN_AMOUNT, false},
    [LAST] = {"last", "Last", "", "figure of the end, in the unit of the row",
              ARMEX_COLUMN_AMOUNT, false},
    [GROWTH] = {"growth", "Growth", "fraction", "by the method asked for",
                ARMEX_COLUMN_CHANGE, false},
    [CAGR] = {"cagr", "A year", "fraction",
              "compound yearly rate from first to last: (last/first)^(1/years) - 1",
              ARMEX_COLUMN_CHANGE, false},
    [REASON] = {"reason", "Why none", "", "why growth is undefined", ARMEX_COLUMN_TEXT,
                false},
    [UNIT] = ARMEX_UNIT_COLUMN("unit of first and last"),
    [MEASURE] = ARMEX_MEASURE_COLUMN(false),
    [SCOPE] = ARMEX_SCOPE_COLUMN(false),
    [FIRST_STATUS] = {"first_status", "First is", "",
                      "how firm the first figure is: of zeros nil or below_resolution",
                      ARMEX_COLUMN_TEXT, true},
    [LAST_STATUS] = {"last_status", "Last is", "", "the same of the last",
                     ARMEX_COLUMN_TEXT, true},
    [STANDARD_ERROR] = {"standard_error", "Std. error", "",
                        "standard error of ln(1 + growth)", ARMEX_COLUMN_NUMBER, false},
    [OBSERVATIONS] = {"observations", "Years", "", "figures above zero in the fit",
                      ARMEX_COLUMN_COUNT, false},
    [CONTRIBUTION] = {"contribution", "Contribution", "fraction",
                      "points of the growth of the whole", ARMEX_COLUMN_CHANGE, false},
    [WHOLE_GROWTH] = {"whole_growth", "Growth of all", "fraction",
                      "of the world, or of the sum of those compared",
                      ARMEX_COLUMN_CHANGE, false},
    [GROWTH_LOW] = {"growth_low", "At least", "fraction",
                    "growth if both figures were rounded the one way",
                    ARMEX_COLUMN_CHANGE, false},
    [GROWTH_HIGH] = {"growth_high", "At most", "fraction", "if the other way",
                     ARMEX_COLUMN_CHANGE, false},
};

static const char *title_of(enum armex_growth_method method)
{
    static const char *const titles[] = {
        [ARMEX_GROWTH_YOY] = "Growth on the year before",
        [ARMEX_GROWTH_LOG] = "Growth on the year before, in logarithms",
        [ARMEX_GROWTH_CAGR] = "Growth from the first to the last year",
        [ARMEX_GROWTH_SYMMETRIC] = "Growth on the year before, symmetric rate",
        [ARMEX_GROWTH_TREND] = "Yearly growth, least-squares trend",
        [ARMEX_GROWTH_WINDOW] = "Growth on the window before",
    };
    return titles[method];
}

/* The columns that are wanted, in the order of the enum; returns how many. */
static size_t choose_columns(struct armex_column *columns, struct armex_growth_run *run)
{
    const enum armex_growth_method method = run->options.method;
    const bool one_subject = armex_panel_one_subject(run->panel);
    const struct {
        size_t first;
        bool wanted;
        size_t *place;
    } pairs[] = {{STANDARD_ERROR, method == ARMEX_GROWTH_TREND, &run->trend},
                 {CONTRIBUTION, run->options.contribution, &run->contribution},
                 {GROWTH_LOW, run->options.interval, &run->interval}};
    size_t n = COMMON;

    for (size_t i = 0; i < COMMON; i++)
        columns[i] = all_columns[i];
    columns[MEASURE].machine = columns[SCOPE].machine = one_subject;
    // between two years that follow, the yearly rate says the same again
    columns[CAGR].machine = method != ARMEX_GROWTH_CAGR && method != ARMEX_GROWTH_TREND;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!pairs[i].wanted)
            continue;
        *pairs[i].place = n;
        columns[n++] = all_columns[pairs[i].first];
        columns[n++] = all_columns[pairs[i].first + 1];
    }
    return n;
}

armex_status armex_growth_table(struct armex_growth_run *run)
{
    const enum armex_growth_method method = run->options.method;
    struct armex_column columns[COLUMNS];
    const size_t n = choose_columns(columns, run);

    armex_status status =
        armex_table_create(&run->table, "growth", columns, n, run->error);
    if (!status) {
        run->table->title = title_of(method);
        status = armex_notes_join(&run->table->notes, run->table->arena,
                                  &run->panel->notes, run->error);
    }
    if (!status && method == ARMEX_GROWTH_WINDOW)
        status = armex_notes_add(&run->table->notes, run->table->arena, run->error,
                                 "sums of %d years; each bears the number of its last",
                                 run->options.window);
    return status;
}

/* A zero may be none at all or too little to print: people see which. */
static void put_status(struct armex_row *cells, const struct armex_growth_run *run,
                       size_t s, size_t column, int year, double value)
{
    const armex_mark mark = armex_panel_mark(run->panel, s, year);

    armex_row_text(cells, column, armex_mark_name(mark));
    if (value == 0.0) // NAN is not
        cells->table->columns[column].machine = false;
}

static void put_contribution(struct armex_row *cells, struct armex_growth_run *run,
                             size_t s, const struct armex_growth_row *row)
{
    struct armex_growth_whole *whole = &run->whole;

    if (whole->from != row->from || whole->to != row->to) {
        *whole = armex_growth_whole(run->panel, row->from, row->to);
        if (!isnan(whole->growth) &&
            (!run->most_in_whole || whole->n < run->fewest_in_whole))
            run->fewest_in_whole = whole->n;
        if (!isnan(whole->growth) && whole->n > run->most_in_whole)
            run->most_in_whole = whole->n;
    }
    armex_row_number(cells, run->contribution,
                     armex_growth_contribution(run->panel, s, whole));
    armex_row_number(cells, run->contribution + 1, whole->growth);
}

static void put_interval(struct armex_row *cells, const struct armex_growth_run *run,
                         size_t s, const struct armex_growth_row *row)
{
    const struct armex_growth_interval found = armex_growth_interval(
        &run->printed, s, row->from, row->to, run->options.method, row->reason);

    armex_row_number(cells, run->interval, found.low);
    armex_row_number(cells, run->interval + 1, found.high);
}

armex_status armex_growth_put(struct armex_growth_run *run, size_t s,
                              const struct armex_growth_row *row)
{
    const struct armex_series *series = &run->panel->series[s];
    struct armex_row cells = {.table = run->table, .error = run->error};
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, series->unit);
    armex_row_add(&cells);
    armex_row_text(&cells, ENTITY, series->entity);
    armex_row_text(&cells, NAME, series->name);
    armex_row_number(&cells, FROM, row->from);
    armex_row_number(&cells, TO, row->to);
    armex_row_number(&cells, FIRST, row->first);
    armex_row_number(&cells, LAST, row->last);
    armex_row_number(&cells, GROWTH, row->growth);
    armex_row_number(&cells, CAGR, row->cagr);
    armex_row_text(&cells, REASON, armex_growth_reason_name(row->reason));
    armex_row_text(&cells, UNIT, unit);
    armex_row_text(&cells, MEASURE, armex_measure_name(series->measure));
    armex_row_text(&cells, SCOPE, series->scope);
    put_status(&cells, run, s, FIRST_STATUS, row->from, row->first);
    put_status(&cells, run, s, LAST_STATUS, row->to, row->last);
    if (run->options.method == ARMEX_GROWTH_TREND) {
        armex_row_number(&cells, run->trend, row->standard_error);
        armex_row_number(&cells, run->trend + 1, (double)row->observations);
    }
    if (run->options.contribution)
        put_contribution(&cells, run, s, row);
    if (run->options.interval)
        put_interval(&cells, run, s, row);
    armex_growth_remark(run, s, row);
    return cells.status;
}
