/** chart/subject.c: the subject of a table of lines, alone. */
#include "chart/subject.h"

#include <math.h>
#include <string.h>

#include "chart/cells.h"
#include "country/entity.h"

armex_status armex_lines_subject(struct armex_lines *out, struct armex_arena *arena,
                                 const struct armex_lines *lines, size_t years,
                                 struct armex_error *error)
{
    const struct armex_line *from = &lines->items[lines->highlight];
    struct armex_line *line = armex_arena_new(arena, 1, sizeof *line);
    double *values = armex_arena_new(arena, years, sizeof *values);
    armex_mark *marks = armex_arena_new(arena, years, sizeof *marks);
    if (!line || !values || !marks)
        return armex_fail_memory(error);
    *out = *lines;
    *line = *from;
    out->n = 1;
    out->items = line;
    out->highlight = 0;
    out->first_year = lines->first_year + (int)from->first;
    out->n_years = years;
    out->low = out->high = 0.0;
    for (size_t i = 0; i < years; i++) {
        const size_t at = from->first + i;
        const bool there = at <= from->last;
        values[i] = there ? from->values[at] : (double)NAN;
        marks[i] = there ? from->marks[at] : ARMEX_MISSING;
        out->low = fmin(out->low, values[i]);
        out->high = fmax(out->high, values[i]);
    }
    line->values = values;
    line->marks = marks;
    line->last = from->last - from->first;
    line->first = 0;
    return ARMEX_OK;
}

static bool says(const struct armex_table *table, size_t row, const char *column,
                 const char *text)
{
    return !strcmp(armex_cell_text(table, row, armex_table_column(table, column)),
                   text);
}

bool armex_subject_row(const struct armex_table *table, size_t row,
                       const struct armex_line *line)
{
    return says(table, row, "entity", line->entity) &&
           says(table, row, "measure", line->measure) &&
           says(table, row, "scope", line->scope);
}

const char *armex_subject_reason(const char *reason)
{
    static const char *const words[][2] = {
        {"missing", "fewer than ten years have a figure"},
        {"gap", "a year is missing: choose years that follow each other, with --years"},
        {"zero_base", "a figure of zero or less has no logarithm"},
        {"unit_break", "its figures are counted differently on the way"},
        {"entity_break", "it is another state on the way"},
        {"no_noise", "all figures lie on one line"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(reason, words[i][0]))
            return words[i][1];
    return "its figures do not allow it";
}

/* On that side: supplier or recipient. */
static bool has_figure(const struct armex_table *table, const char *side,
                       const char *code)
{
    const size_t entity = armex_table_column(table, side), n = table->n_columns;
    size_t figure = armex_table_column(table, "rank");

    if (figure == n)
        figure = armex_table_column(table, "value");
    for (size_t row = 0; entity < n && row < table->n_rows; row++)
        if (!strcmp(armex_cell_text(table, row, entity), code) &&
            (figure == n || !isnan(armex_cell_number(table, row, figure))))
            return true;
    return false;
}

bool armex_subject_is_in(const struct armex_table *table, const char *code)
{
    return has_figure(table, "entity", code) || has_figure(table, "partner", code);
}

/** Of all, or of a group, the state whose figures sum up to most: who comes first by
 *  the alphabet is no news. NULL: sums of unlike units, or nobody has any. */
static const char *largest(const struct armex_table *table)
{
    const size_t entity = armex_table_column(table, "entity"),
                 value = armex_table_column(table, "value"),
                 unit = armex_table_column(table, "unit"), none = table->n_columns;
    const char *found = NULL, *last = "";
    double sum = 0.0, most = 0.0;

    for (size_t row = 0;
         entity < none && value < none && unit < none && row < table->n_rows;
         row++) { // an entity's rows stand together
        const char *code = armex_table_get_text(table, row, entity);
        const double figure = armex_table_get_number(table, row, value);
        const struct armex_entity *its = armex_entity_by_code(code);
        if (strcmp(armex_table_get_text(table, row, unit),
                   armex_table_get_text(table, 0, unit)) != 0)
            return NULL;
        sum = (strcmp(code, last) ? 0.0 : sum) + (isnan(figure) ? 0.0 : figure);
        last = code;
        if (sum > most && its && its->kind < ARMEX_TERRITORY) {
            most = sum;
            found = code;
        }
    }
    return found;
}

const char *armex_subject_default(const struct armex_table *table, const char *analysis,
                                  const char *asked)
{
    const struct armex_entity *first =
        asked ? armex_entity_find(asked, strcspn(asked, ",")) : NULL;

    if (first && armex_subject_is_in(table, first->code))
        return first->code;
    return strcmp(analysis, "show") ? NULL : largest(table);
}
