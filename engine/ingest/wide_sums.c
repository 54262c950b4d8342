/** ingest/wide_sums.c: columns and rows of a table added up as they are printed. */
#include "ingest/wide_sums.h"

#include <stdio.h>

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

static bool is_part(const struct armex_wide_header *header,
                    const struct armex_page *page, size_t r)
{
    const struct armex_cell name = armex_page_cell(&page->rows[r], header->name);
    return armex_printed_is_part(armex_names_find(page->names, name.text, name.length));
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
    char words[128], year[16];

    for (size_t c = 0; c < header->n; c++) {
        const struct armex_cell cell = armex_page_cell(&page->rows[total], c);
        struct armex_printed_sum sum = {0};
        if (!header->columns[c].year)
            continue;
        for (size_t r = header->first; r < header->end; r++) {
            const struct armex_cell part = armex_page_cell(&page->rows[r], c);
            if (is_part(header, page, r))
                armex_printed_add(&sum, &part, &writing);
        }
        const struct armex_printed_words differs =
            armex_printed_compare(&sum, &cell, &writing);
        snprintf(year, sizeof year, "%d", header->columns[c].year);
        tell(&differing, year, &differs);
    }
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
