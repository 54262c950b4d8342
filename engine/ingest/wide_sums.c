/** ingest/wide_sums.c: columns and rows of a table added up as they are printed. */
#include "ingest/wide_sums.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "ingest/footer.h"
#include "ingest/printed_sum.h"

/** What is told of one row or column of totals: the first that differs, and how many
 *  more do. */
struct differing {
    char first[256];
    size_t n;
};

static void tell(struct differing *differing, const char *of,
                 const struct armex_printed_words *words)
{
    if (*words->text && !differing->n++)
        snprintf(differing->first, sizeof differing->first, "the figures of %s %s", of,
                 words->text);
}

static armex_status add_note(struct armex_panel *panel, const char *total,
                             const struct differing *differing,
                             struct armex_error *error)
{
    if (!differing->n)
        return ARMEX_OK;
    if (differing->n == 1)
        return armex_notes_add(&panel->notes, panel->arena, error, "%s: %s", total,
                               differing->first);
    return armex_notes_add(
        &panel->notes, panel->arena, error, "%s: %s; nor is it the sum of %zu other%s",
        total, differing->first, differing->n - 1, differing->n == 2 ? "" : "s");
}

/** The cell that names the row. */
static struct armex_cell name_of(const struct armex_wide_header *header,
                                 const struct armex_page_row *row)
{
    for (size_t c = 0; c < row->n && c < header->n; c++)
        if (row->cells[c].length && !header->columns[c].year)
            return row->cells[c];
    return armex_page_cell(row, header->name);
}

/** A row of figures, and whose they are. */
struct part {
    const struct armex_entity *entity; /* NULL: nobody's that is known */
    size_t row;
    size_t first;    /* of the rows of that entity: its place among all parts */
    size_t taken_by; /* of a first one: the column, from 1, that has a figure of it */
};

static int compare_entities(const void *left, const void *right)
{
    const struct part *a = left, *b = right;
    const uintptr_t one = (uintptr_t)a->entity, other = (uintptr_t)b->entity;

    return one != other ? (one > other) - (one < other)
                        : (a->row > b->row) - (a->row < b->row);
}

static int compare_rows(const void *left, const void *right)
{
    const struct part *a = left, *b = right;
    return (a->row > b->row) - (a->row < b->row);
}

static const struct armex_entity *entity_of(const struct armex_wide_header *header,
                                            const struct armex_page *page, size_t r)
{
    const struct armex_cell name = armex_page_cell(&page->rows[r], header->name);
    const struct armex_entity *entity = NULL;

    if (header->code < header->n) {
        const struct armex_cell code = armex_page_cell(&page->rows[r], header->code);
        entity = armex_names_find(page->names, code.text, code.length);
    }
    return entity ? entity : armex_names_find(page->names, name.text, name.length);
}

/** All rows of figures, in their order; NULL: no memory. */
static struct part *find_parts(const struct armex_wide_header *header,
                               const struct armex_page *page)
{
    const size_t n = header->end - header->first;
    struct part *parts = calloc(n + 1, sizeof *parts); // + 1: there may be none

    if (!parts)
        return NULL;
    for (size_t i = 0; i < n; i++)
        parts[i] = (struct part){.entity = entity_of(header, page, header->first + i),
                                 .row = header->first + i,
                                 .first = i};
    qsort(parts, n, sizeof *parts, compare_entities);
    for (size_t i = 1; i < n; i++)
        if (parts[i].entity && parts[i].entity == parts[i - 1].entity)
            parts[i].first = parts[i - 1].first;
    qsort(parts, n, sizeof *parts, compare_rows);
    return parts;
}

/** Adds up a column. What stands there again of an entity is counted once, as it is in
 *  the panel. */
static struct armex_printed_sum add_up(struct part *parts,
                                       const struct armex_wide_header *header,
                                       const struct armex_page *page, size_t column,
                                       const struct armex_writing *writing)
{
    struct armex_printed_sum sum = {0};

    for (size_t i = 0; i < header->end - header->first; i++) {
        struct part *first = &parts[parts[i].first];
        const struct armex_cell cell =
            armex_page_cell(&page->rows[parts[i].row], column);
        if (armex_printed_is_part(parts[i].entity) && first->taken_by != column + 1 &&
            armex_printed_add(&sum, &cell, writing))
            first->taken_by = column + 1;
    }
    return sum;
}

static armex_status check_row(struct armex_panel *panel,
                              const struct armex_wide_header *header,
                              const struct armex_page *page, size_t total,
                              struct armex_error *error)
{
    const struct armex_writing writing = {.unit = panel->series[0].unit,
                                          .comma = header->comma};
    const struct armex_cell name = name_of(header, &page->rows[total]);
    struct differing differing = {.n = 0};
    struct part *parts = find_parts(header, page);
    char words[128], year[16];

    if (!parts)
        return armex_fail_memory(error);
    for (size_t c = 0; c < header->n; c++) {
        const struct armex_cell cell = armex_page_cell(&page->rows[total], c);
        if (!header->columns[c].year)
            continue;
        const struct armex_printed_sum sum = add_up(parts, header, page, c, &writing);
        const struct armex_printed_words differs =
            armex_printed_compare(&sum, &cell, &writing);
        snprintf(year, sizeof year, "%d", header->columns[c].year);
        tell(&differing, year, &differs);
    }
    free(parts);
    snprintf(words, sizeof words, "line %u, '%s'", (unsigned)name.line,
             armex_cell_clip(&name).text);
    return add_note(panel, words, &differing, error);
}

static armex_status check_column(struct armex_panel *panel,
                                 const struct armex_wide_header *header,
                                 const struct armex_page *page, size_t total,
                                 struct armex_error *error)
{
    const struct armex_writing writing = {.unit = panel->series[0].unit,
                                          .comma = header->comma};
    const struct armex_cell *title = &page->rows[header->row].cells[total];
    struct differing differing = {.n = 0};
    char words[128];

    for (size_t r = header->first; r < header->end; r++) {
        const struct armex_cell name = armex_page_cell(&page->rows[r], header->name),
                                cell = armex_page_cell(&page->rows[r], total);
        struct armex_printed_sum sum = {0};
        for (size_t c = 0; c < header->n; c++) {
            const struct armex_cell part = armex_page_cell(&page->rows[r], c);
            if (header->columns[c].year)
                armex_printed_add(&sum, &part, &writing);
        }
        const struct armex_printed_words differs =
            armex_printed_compare(&sum, &cell, &writing);
        tell(&differing, armex_cell_clip(&name).text, &differs);
    }
    snprintf(words, sizeof words, "column '%s'", armex_cell_clip(title).text);
    return add_note(panel, words, &differing, error);
}

armex_status armex_wide_sums(struct armex_panel *panel,
                             const struct armex_wide_header *header,
                             const struct armex_page *page, struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    size_t rows = 0, columns = 0;

    if (!panel->n_series || !armex_printed_adds_up(panel->series[0].unit.kind))
        return ARMEX_OK;
    for (size_t r = header->end; !status && r < page->n_rows; r++) {
        const struct armex_cell name = name_of(header, &page->rows[r]);
        if (armex_footer_says_total(&name) && rows++ < ARMEX_FOOTER_TOTALS)
            status = check_row(panel, header, page, r, error);
    }
    for (size_t c = 0; !status && c < header->n; c++)
        if (header->columns[c].kind == ARMEX_WIDE_TOTAL &&
            columns++ < ARMEX_FOOTER_TOTALS)
            status = check_column(panel, header, page, c, error);
    return status;
}
