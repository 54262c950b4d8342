/** chart/observations.c: a table of `show` as series over years, ready to be drawn. */
#include "chart/observations.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/cells.h"
#include "chart/existence.h"

enum { MOST_CELLS = 4000000, MOST_LINES = 1000 };

struct reader {
    const struct armex_table *table;
    size_t entity, name, year, value, unit, measure, scope, status, flow, month, years,
        breaks;
    size_t *line_of; /**< of every row */
};

static armex_status find_columns(struct reader *reader, const struct armex_chart *chart,
                                 struct armex_error *error)
{
    const struct armex_table *table = chart->table;
    *reader = (struct reader){.table = table};
    armex_status status = ARMEX_OK;
    const struct armex_cell_want wants[] = {
        {"entity", &reader->entity, true}, {"name", &reader->name, true},
        {"year", &reader->year, true},     {"value", &reader->value, true},
        {"unit", &reader->unit, true},     {"measure", &reader->measure, false},
        {"scope", &reader->scope, false},  {"status", &reader->status, false},
        {"flow", &reader->flow, false},    {"first_month", &reader->month, false},
        {"years", &reader->years, false},  {"break", &reader->breaks, false}};
    status = armex_cells_find(table, wants, sizeof wants / sizeof *wants,
                              chart->kind->name, "show", error);
    if (!status && !table->n_rows)
        status = armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "nothing to draw: the table has no rows");
    return status;
}

static struct armex_line line_of_row(const struct reader *reader, size_t row)
{
    const struct armex_table *table = reader->table;
    enum armex_flow_direction flow = ARMEX_EXPORTS;
    const char *direction = armex_cell_text(table, row, reader->flow);
    const double month = armex_cell_number(table, row, reader->month);
    const double years = armex_cell_number(table, row, reader->years);
    armex_direction_parse(&flow, direction, strlen(direction));
    return (struct armex_line){
        .entity = armex_cell_text(table, row, reader->entity),
        .name = armex_cell_text(table, row, reader->name),
        .measure = armex_cell_text(table, row, reader->measure),
        .scope = armex_cell_text(table, row, reader->scope),
        .flow = flow,
        .first_month = month >= 2.0 && month <= 12.0 ? (int)month : 1,
        .years = years >= 2.0 && years <= 1000.0 ? (int)years : 1,
        .first = 1,
    };
}

static bool same_line(const struct armex_line *a, const struct armex_line *b)
{
    return !strcmp(a->entity, b->entity) && !strcmp(a->measure, b->measure) &&
           !strcmp(a->scope, b->scope) && a->flow == b->flow &&
           a->first_month == b->first_month;
}

/** Rows of one line mostly follow each other, so the last one found is tried first. */
static size_t find_line(const struct armex_lines *lines, const struct armex_line *line,
                        size_t likely)
{
    if (likely < lines->n && same_line(&lines->items[likely], line))
        return likely;
    for (size_t i = 0; i < lines->n; i++)
        if (same_line(&lines->items[i], line))
            return i;
    return lines->n;
}

static armex_status find_lines(struct armex_lines *lines, struct reader *reader,
                               struct armex_arena *arena, struct armex_error *error)
{
    const size_t rows = reader->table->n_rows;
    size_t likely = 0;
    lines->items = armex_arena_new(arena, rows, sizeof *lines->items);
    reader->line_of = armex_arena_new(arena, rows, sizeof *reader->line_of);
    if (!lines->items || !reader->line_of)
        return armex_fail_memory(error);
    for (size_t row = 0; row < rows; row++) {
        reader->line_of[row] = SIZE_MAX;
        if (isnan(armex_cell_number(reader->table, row, reader->value)) &&
            !armex_cell_text(reader->table, row, reader->status)[0])
            continue;
        const struct armex_line line = line_of_row(reader, row);
        likely = find_line(lines, &line, likely);
        if (likely == MOST_LINES)
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "cannot draw more than %d lines: choose entities",
                              MOST_LINES);
        if (likely == lines->n)
            lines->items[lines->n++] = line;
        reader->line_of[row] = likely;
    }
    return ARMEX_OK;
}

/** The years that have a figure, and the unit that all figures share; an index needs
 *  none. */
static armex_status find_span(struct armex_lines *lines, const struct reader *reader,
                              bool one_unit, struct armex_error *error)
{
    const struct armex_table *table = reader->table;
    int last_year = 0;
    const char *unit = NULL, *who = NULL;
    for (size_t row = 0; row < table->n_rows; row++) {
        const double year = armex_cell_number(table, row, reader->year);
        const char *its = armex_cell_text(table, row, reader->unit);
        const char *name = armex_cell_text(table, row, reader->name);
        if (!isfinite(armex_cell_number(table, row, reader->value)))
            continue;
        if (!(year >= 1.0 && year <= 9999.0) || year != floor(year))
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "cannot draw %s: a figure has no year", name);
        if (one_unit && unit && strcmp(unit, its) != 0)
            return armex_fail(
                error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                "cannot draw %s, counted in %s, beside %s, counted in %s: "
                "choose one unit with --unit, or one entity",
                name, its, who, unit);
        lines->first_year =
            !unit || year < lines->first_year ? (int)year : lines->first_year;
        last_year = !unit || year > last_year ? (int)year : last_year;
        unit = its;
        who = name;
    }
    if (!unit)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "nothing to draw: no year has a figure");
    if (!armex_unit_parse(&lines->unit, unit, strlen(unit)))
        lines->unit = (struct armex_unit){.kind = ARMEX_COUNT};
    lines->n_years = (size_t)last_year - (size_t)lines->first_year + 1;
    return ARMEX_OK;
}

static armex_status make_room(struct armex_lines *lines, struct armex_arena *arena,
                              struct armex_error *error)
{
    if (lines->n > MOST_CELLS / lines->n_years)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "cannot draw %zu lines of %zu years: choose fewer", lines->n,
                          lines->n_years);
    for (size_t i = 0; i < lines->n; i++) {
        struct armex_line *line = &lines->items[i];
        line->values = armex_arena_new(arena, lines->n_years, sizeof *line->values);
        line->marks = armex_arena_new(arena, lines->n_years, sizeof *line->marks);
        if (!line->values || !line->marks)
            return armex_fail_memory(error);
        for (size_t year = 0; year < lines->n_years; year++)
            line->values[year] = (double)NAN;
    }
    return ARMEX_OK;
}

static void note_extent(struct armex_lines *lines, struct armex_line *line, size_t at)
{
    const double value = line->values[at];
    if (line->last < line->first) {
        line->first = line->last = at;
    } else {
        line->first = at < line->first ? at : line->first;
        line->last = at > line->last ? at : line->last;
    }
    lines->low = value < lines->low ? value : lines->low;
    lines->high = value > lines->high ? value : lines->high;
}

static armex_mark breaks_of(const char *words)
{
    return (armex_mark)((strstr(words, "unit") ? ARMEX_UNIT_BREAK : 0) |
                        (strstr(words, "entity") ? ARMEX_ENTITY_BREAK : 0));
}

static armex_status fill(struct armex_lines *lines, const struct reader *reader,
                         struct armex_error *error)
{
    const struct armex_table *table = reader->table;
    for (size_t row = 0; row < table->n_rows; row++) {
        const double year = armex_cell_number(table, row, reader->year);
        const double value = armex_cell_number(table, row, reader->value);
        const char *word = armex_cell_text(table, row, reader->status);
        if (reader->line_of[row] == SIZE_MAX || !(year >= lines->first_year) ||
            !(year < lines->first_year + (double)lines->n_years))
            continue;
        struct armex_line *line = &lines->items[reader->line_of[row]];
        const size_t at = (size_t)(year - lines->first_year);
        if (!isnan(line->values[at]))
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "%s has two figures for %d: draw one publication a year",
                              line->name, (int)year);
        line->values[at] = isfinite(value) ? value : (double)NAN;
        line->marks[at] = isnan(value) ? ARMEX_MISSING : ARMEX_FINAL;
        armex_mark_parse(&line->marks[at], word, strlen(word));
        line->marks[at] |= breaks_of(armex_cell_text(table, row, reader->breaks));
        if (isfinite(value))
            note_extent(lines, line, at);
    }
    return ARMEX_OK;
}

/** A name says what its line counts when others count something else, and its scope
 *  when the same name stands twice. */
static armex_status name_lines(struct armex_lines *lines, struct armex_arena *arena,
                               struct armex_error *error)
{
    lines->one_measure = true;
    for (size_t i = 1; i < lines->n; i++)
        lines->one_measure =
            lines->one_measure &&
            !strcmp(lines->items[0].measure, lines->items[i].measure) &&
            lines->items[0].flow == lines->items[i].flow;
    for (size_t i = 0; i < lines->n; i++) {
        struct armex_line *line = &lines->items[i];
        bool twice = false;
        for (size_t j = 0; j < lines->n; j++)
            twice = twice || (!strcmp(line->name, lines->items[j].name) &&
                              strcmp(line->scope, lines->items[j].scope) != 0);
        const bool measured = !lines->one_measure;
        line->label = armex_arena_printf(
            arena, "%s%s%s%s%s", line->name, measured ? ", " : "",
            measured ? line->measure : "", twice ? ", " : "", twice ? line->scope : "");
        if (!line->label)
            return armex_fail_memory(error);
    }
    return ARMEX_OK;
}

static armex_status find_highlight(struct armex_lines *lines, const char *code,
                                   struct armex_error *error)
{
    if (!code)
        return ARMEX_OK;
    for (size_t i = 0; i < lines->n; i++)
        if (!strcmp(lines->items[i].entity, code)) {
            lines->highlight = i;
            return ARMEX_OK;
        }
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "cannot highlight %s: it has no figure here", code);
}

bool armex_line_breaks(const struct armex_line *line, size_t i)
{
    return i > line->first &&
           (line->marks[i] & (ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK)) != 0;
}

armex_status armex_lines_read(struct armex_lines *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              struct armex_error *error)
{
    struct reader reader;
    *out = (struct armex_lines){0};
    armex_status status = find_columns(&reader, chart, error);
    if (!status)
        status = find_lines(out, &reader, arena, error);
    if (!status)
        status =
            find_span(out, &reader, strcmp(chart->kind->name, "index") != 0, error);
    if (!status)
        status = make_room(out, arena, error);
    if (!status)
        status = fill(out, &reader, error);
    if (status)
        return status;
    status = !strcmp(chart->kind->analysis, "show") ? armex_lines_exist(out, error)
                                                    : ARMEX_OK;
    if (status)
        return status;
    armex_lines_trim(out);
    status = name_lines(out, arena, error);
    return status ? status : find_highlight(out, chart->highlight, error);
}
