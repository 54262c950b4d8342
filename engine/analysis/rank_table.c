/** analysis/rank_table.c: a ranking as a table. */
#include <math.h>
#include <string.h>

#include "analysis/caution.h"
#include "analysis/columns.h"
#include "analysis/rank_interval.h"
#include "analysis/rank_parts.h"
#include "analysis/row.h"
#include "analysis/sipri_style.h"
#include "analysis/window.h"

enum {
    RANK,
    ENTITY,
    NAME,
    VALUE,
    UNIT,
    SHARE,
    PREVIOUS_RANK,
    PREVIOUS_SHARE,
    CHANGE,
    MEASURE,
    SCOPE,
    STATUS,
    YEAR,
    COVERAGE,
    YEARS,
    PLAIN, /* columns of every ranking; those of intervals follow */
    RANK_LOW = PLAIN,
    RANK_HIGH,
    TOP_PROBABILITY,
    COLUMNS
};

static const struct armex_column all_columns[COLUMNS] = {
    [RANK] = ARMEX_RANK_COLUMN("1 is the largest"),
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = ARMEX_NAME_COLUMN,
    [VALUE] = ARMEX_VALUE_COLUMN("figure or sum, in the unit of the row"),
    [UNIT] = ARMEX_UNIT_COLUMN("unit of the value"),
    [SHARE] = ARMEX_SHARE_COLUMN("of the sum of all that are compared here"),
    [PREVIOUS_RANK] = {"previous_rank", "Rank before", "",
                       "in the year or window before", ARMEX_COLUMN_COUNT, false},
    [PREVIOUS_SHARE] = ARMEX_PREVIOUS_SHARE_COLUMN,
    [CHANGE] = {"change", "Change", "fraction",
                "of the value against the year or window before", ARMEX_COLUMN_CHANGE,
                false},
    [MEASURE] = ARMEX_MEASURE_COLUMN(true),
    [SCOPE] = ARMEX_SCOPE_COLUMN(true),
    [STATUS] = {"status", "Status", "", "of the figure, of a sum the softest",
                ARMEX_COLUMN_TEXT, true},
    [YEAR] = {"year", "Year", "year", "ranked for, of a window its last",
              ARMEX_COLUMN_YEAR, true},
    [COVERAGE] = {"coverage", "Years", "", "years of the window with a figure",
                  ARMEX_COLUMN_COUNT, true},
    [YEARS] = {"years", "Covers", "",
               "years that the figure covers, the last is `year`", ARMEX_COLUMN_COUNT,
               true},
    [RANK_LOW] = ARMEX_RANK_LOW_COLUMN("2.5 % of the resampled ranks are better"),
    [RANK_HIGH] = ARMEX_RANK_HIGH_COLUMN("2.5 % of the resampled ranks are worse"),
    [TOP_PROBABILITY] = {"top_probability", "Among the first", "fraction",
                         "share of the resamples in which it is among the first",
                         ARMEX_COLUMN_FRACTION, false},
};

/* Where each column stands: by share, the share comes before value and unit. */
static void place_columns(size_t place[COLUMNS], enum armex_rank_by by)
{
    for (size_t i = 0; i < COLUMNS; i++)
        place[i] = i;
    if (by == ARMEX_BY_SHARE) {
        place[SHARE] = VALUE;
        place[VALUE] = UNIT;
        place[UNIT] = SHARE;
    }
}

static bool is_sipris_table(const struct armex_rank_run *run,
                            const struct armex_series *first)
{
    return run->options.style == ARMEX_STYLE_SIPRI &&
           run->options.by == ARMEX_BY_VALUE && first->measure == ARMEX_DELIVERIES_TIV;
}

static armex_status make_title(struct armex_rank_run *run)
{
    const struct armex_series *first = run->contenders[run->order[0]].series;
    const int years = armex_rank_step(run, first);
    char label[16];

    armex_window_label(label, run->options.year - years + 1, run->options.year);
    const char *subject =
        is_sipris_table(run, first)
            ? armex_sipri_title(run, first->flow, run->table->arena)
            : armex_arena_printf(run->table->arena, "Ranking by %s%s%s",
                                 run->options.by == ARMEX_BY_GROWTH ? "growth of " : "",
                                 armex_measure_words(first->measure),
                                 first->flow == ARMEX_IMPORTS ? ", imports" : "");
    const char *title =
        subject ? armex_arena_printf(run->table->arena, "%s, %s", subject, label)
                : NULL;
    if (!title)
        return armex_fail_memory(run->error);
    run->table->title = title;
    return ARMEX_OK;
}

/* "Share, 2019–23, %" and "Share, 2014–18, %" in per cents as SIPRI rounds them. */
static armex_status style_as_sipri(struct armex_rank_run *run,
                                   const size_t place[COLUMNS],
                                   struct armex_column columns[COLUMNS],
                                   struct armex_arena *scratch)
{
    static const struct {
        const char *title;
        int column, moment;
    } named[] = {{"Rank", RANK, 0},
                 {"Share", SHARE, 0},
                 {"Rank", PREVIOUS_RANK, 1},
                 {"Share", PREVIOUS_SHARE, 1}};
    // The fact sheet has shares and changes; volumes are in the register.
    static const int for_machines[] = {VALUE, UNIT, PREVIOUS_RANK};
    const int years = armex_rank_step(run, run->contenders[run->order[0]].series);
    char label[2][16];

    for (int moment = 0; moment < 2; moment++) {
        const int last = run->options.year - moment * years;
        armex_window_label(label[moment], last - years + 1, last);
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        struct armex_column *column = &columns[place[named[i].column]];
        column->title = armex_arena_printf(scratch, "%s, %s", named[i].title,
                                           label[named[i].moment]);
        if (!column->title)
            return armex_fail_memory(run->error);
    }
    columns[place[SHARE]].type = columns[place[PREVIOUS_SHARE]].type =
        columns[place[CHANGE]].type = armex_sipri_column(run->options.year);
    columns[place[SHARE]].description = "of all deliveries in the world";
    columns[place[NAME]].title =
        run->contenders[run->order[0]].series->flow == ARMEX_EXPORTS ? "Exporter"
                                                                     : "Importer";
    for (size_t i = 0; i < sizeof for_machines / sizeof *for_machines; i++)
        columns[place[for_machines[i]]].machine = true;
    columns[place[CHANGE]].title =
        armex_arena_printf(scratch, "Change from %s", label[1]);
    return columns[place[CHANGE]].title ? ARMEX_OK : armex_fail_memory(run->error);
}

/* "Among the first 10". */
static armex_status name_top(const struct armex_rank_run *run,
                             struct armex_column *column, struct armex_arena *scratch)
{
    column->title =
        armex_arena_printf(scratch, "Among the first %d", armex_rank_interval_top(run));
    return column->title ? ARMEX_OK : armex_fail_memory(run->error);
}

static armex_status make_table(struct armex_rank_run *run, const size_t place[COLUMNS])
{
    struct armex_column columns[COLUMNS];

    for (size_t i = 0; i < COLUMNS; i++)
        columns[place[i]] = all_columns[i];
    if (run->options.ties == ARMEX_TIES_FRACTIONAL)
        columns[place[RANK]].type = columns[place[PREVIOUS_RANK]].type =
            ARMEX_COLUMN_NUMBER;
    struct armex_arena *scratch = armex_arena_create();
    armex_status status = scratch ? ARMEX_OK : armex_fail_memory(run->error);
    if (!status && run->options.style == ARMEX_STYLE_SIPRI && run->n_ranked)
        status = style_as_sipri(run, place, columns, scratch);
    if (!status)
        status = name_top(run, &columns[TOP_PROBABILITY], scratch);
    if (!status)
        status =
            armex_table_create(&run->table, "rank", columns,
                               run->options.interval ? COLUMNS : PLAIN, run->error);
    armex_arena_free(scratch);
    if (!status)
        status = make_title(run);
    return status ? status
                  : armex_notes_join(&run->table->notes, run->table->arena,
                                     &run->panel->notes, run->error);
}

static void put_interval(struct armex_row *row,
                         const struct armex_rank_interval *interval)
{
    armex_row_number(row, RANK_LOW, interval->low);
    armex_row_number(row, RANK_HIGH, interval->high);
    armex_row_number(row, TOP_PROBABILITY, interval->top);
}

static void put(struct armex_row *row, const struct armex_rank_run *run,
                const struct armex_contender *contender, const size_t place[COLUMNS])
{
    const struct armex_series *series = contender->series;
    const int year = run->options.year;
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, series->unit);
    armex_row_add(row);
    armex_row_number(row, place[RANK], contender->rank[ARMEX_NOW]);
    armex_row_text(row, place[ENTITY], series->entity);
    armex_row_text(row, place[NAME], series->name);
    armex_row_number(row, place[VALUE], contender->value[ARMEX_NOW]);
    armex_row_text(row, place[UNIT], unit);
    armex_row_number(row, place[SHARE], contender->share[ARMEX_NOW]);
    armex_row_number(row, place[PREVIOUS_RANK], contender->rank[ARMEX_BEFORE]);
    armex_row_number(row, place[PREVIOUS_SHARE], contender->share[ARMEX_BEFORE]);
    armex_row_number(row, place[CHANGE], contender->change[ARMEX_NOW]);
    armex_row_text(row, place[MEASURE], armex_measure_name(series->measure));
    armex_row_text(row, place[SCOPE], series->scope);
    armex_row_text(row, place[STATUS],
                   armex_mark_name(armex_panel_mark(run->windows, contender->s, year)));
    armex_row_number(row, place[YEAR], year);
    armex_row_number(
        row, place[COVERAGE],
        armex_window_coverage(run->panel, contender->s, year, run->options.window));
    armex_row_number(row, place[YEARS], armex_rank_step(run, series));
    if (run->options.interval)
        put_interval(row, &contender->interval);
}

armex_status armex_rank_table(struct armex_rank_run *run)
{
    size_t place[COLUMNS], rows = run->n_ranked;

    if (run->options.top && (size_t)run->options.top < rows)
        rows = (size_t)run->options.top;
    place_columns(place, run->options.by);
    const armex_status status = make_table(run, place);
    if (status)
        return status;
    struct armex_row row = {.table = run->table, .error = run->error};
    for (size_t i = 0; i < rows; i++)
        put(&row, run, &run->contenders[run->order[i]], place);
    return row.status;
}
