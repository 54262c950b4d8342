/** render/terminal.c: a table in columns, as wide as the terminal at most. */
#include "render/formats.h"

#include <stdlib.h>
#include <string.h>

enum { GAP = 2, NARROWEST = 6 }; // blanks between columns; a text is cut no shorter

/* A cell as it is shown: where its text begins among all, and how wide it is. */
struct cell {
    size_t start, columns;
};

/* Lines of cells: the headers take `heads` lines, row r is line heads + r. */
struct page {
    const struct armex_view *view;
    size_t heads; /* 2 where the page is narrow: the unit then stands below the title */
    size_t *widths;
    struct cell *cells;      /* of the rows, one row after another */
    struct armex_text texts; /* theirs, each with its NUL */
    struct armex_text head;  /* the header at hand, or the note */
};

/* The `part`th line of a header: all of it, or what stands before its first comma and
   what stands after. A header without a comma stands on the lower line. */
static void read_header(struct page *page, size_t part, const char *header)
{
    const char *comma = page->heads == 2 ? strstr(header, ", ") : NULL;

    if (comma && part == 0)
        armex_text_add_bytes(&page->head, header, (size_t)(comma - header));
    else if (part == page->heads - 1)
        armex_text_add(&page->head, comma ? comma + 2 : header);
}

/* Every cell of the rows, once: their widths are asked for before they are shown. */
static bool draw_cells(struct page *page)
{
    const size_t rows = page->view->table->n_rows;
    struct cell *cell = page->cells;

    for (size_t row = 0; row < rows; row++)
        for (size_t i = 0; i < page->view->n; i++, cell++) {
            cell->start = page->texts.length;
            armex_view_cell(&page->texts, page->view, row, i);
            armex_text_add_bytes(&page->texts, "", 1);
            if (page->texts.failed)
                return false;
            cell->columns = armex_text_columns(page->texts.data + cell->start);
        }
    return true;
}

static const char *read_cell(struct page *page, size_t line, size_t i, size_t *columns)
{
    if (line >= page->heads) {
        const size_t row = line - page->heads;
        const struct cell *cell = &page->cells[row * page->view->n + i];
        *columns = cell->columns;
        return page->texts.data + cell->start;
    }
    page->head.length = 0;
    armex_text_add(&page->head, "");
    read_header(page, line, page->view->columns[i].header);
    *columns = page->head.failed ? 0 : armex_text_columns(page->head.data);
    return page->head.failed ? "" : page->head.data;
}

static bool measure(struct page *page)
{
    const size_t lines = page->view->table->n_rows + page->heads;

    memset(page->widths, 0, page->view->n * sizeof *page->widths);
    for (size_t line = 0; line < lines; line++)
        for (size_t i = 0; i < page->view->n; i++) {
            size_t width;
            read_cell(page, line, i, &width);
            if (width > page->widths[i])
                page->widths[i] = width;
        }
    return !page->head.failed;
}

static size_t total_width(const struct page *page)
{
    size_t total = page->view->n ? GAP * (page->view->n - 1) : 0;
    for (size_t i = 0; i < page->view->n; i++)
        total += page->widths[i];
    return total;
}

/* The widest column of texts that can still give way; n if none can. */
static size_t widest_text(const struct page *page)
{
    size_t widest = page->view->n;
    for (size_t i = 0; i < page->view->n; i++)
        if (!page->view->columns[i].right && page->widths[i] > NARROWEST &&
            (widest == page->view->n || page->widths[i] > page->widths[widest]))
            widest = i;
    return widest;
}

/* Column by column, so that long columns end up alike; numbers are never cut. */
static void narrow(struct page *page, size_t width)
{
    size_t total = total_width(page), widest;
    while (width && total > width && (widest = widest_text(page)) < page->view->n) {
        page->widths[widest]--;
        total--;
    }
}

static void add_blanks(struct armex_text *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        armex_text_add(out, " ");
}

/* Adds what fits into `width` columns of the `all` that it takes, ended by "…" if that
 * is not all. */
static size_t add_cut(struct armex_text *out, const char *text, size_t all,
                      size_t width)
{
    const char *end = text + strlen(text);
    size_t used = 0;

    if (all <= width) {
        armex_text_add(out, text);
        return all;
    }
    while (text < end) {
        char one[5] = "";
        const char *start = text;
        armex_utf8_next(&text, end);
        memcpy(one, start, (size_t)(text - start));
        const size_t columns = armex_text_columns(one);
        if (used + columns + 1 > width)
            break;
        armex_text_add(out, one);
        used += columns;
    }
    armex_text_add(out, "\u2026");
    return used + 1;
}

static void trim(struct armex_text *out, size_t start)
{
    while (out->length > start && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
}

static void add_line(struct armex_text *out, struct page *page, size_t line)
{
    const size_t start = out->length;
    for (size_t i = 0; i < page->view->n; i++) {
        add_blanks(out, i ? GAP : 0);
        size_t width;
        const char *text = read_cell(page, line, i, &width);
        if (page->view->columns[i].right) {
            add_blanks(out, page->widths[i] - width);
            armex_text_add(out, text);
        } else {
            const size_t used = add_cut(out, text, width, page->widths[i]);
            add_blanks(out, page->widths[i] - used);
        }
    }
    trim(out, start);
    armex_text_add(out, "\n");
}

/* Adds words broken at blanks to lines of `width`; further lines stand in by two. */
static void add_wrapped(struct armex_text *out, const char *text, size_t width)
{
    size_t used = 0;
    while (*text) {
        const size_t length = strcspn(text, " ");
        const size_t before = out->length;
        armex_text_add_bytes(out, text, length);
        const size_t columns = out->failed ? 0 : armex_text_columns(out->data + before);
        if (width && used && used + 1 + columns > width) {
            out->length = before;
            armex_text_add(out, "\n  ");
            armex_text_add_bytes(out, text, length);
            used = 2 + columns;
        } else if (used) {
            out->length = before;
            armex_text_add(out, " ");
            armex_text_add_bytes(out, text, length);
            used += 1 + columns;
        } else {
            used = columns;
        }
        text += length + strspn(text + length, " ");
    }
    armex_text_add(out, "\n");
}

static void add_foot(struct armex_text *out, struct page *page, size_t width)
{
    const struct armex_notes *notes = &page->view->table->notes;

    if (notes->n_notes + notes->n_sources)
        armex_text_add(out, "\n");
    for (size_t i = 0; i < notes->n_notes + notes->n_sources; i++) {
        page->head.length = 0;
        armex_text_add(&page->head, i < notes->n_notes ? "Note: " : "Source: ");
        if (i < notes->n_notes)
            armex_view_clean(&page->head, notes->notes[i]);
        else
            armex_view_source(&page->head, &notes->sources[i - notes->n_notes]);
        if (page->head.failed)
            return;
        add_wrapped(out, page->head.data, width);
    }
}

static void add_rule(struct armex_text *out, size_t width)
{
    for (size_t i = 0; i < width; i++)
        armex_text_add(out, "\u2500");
    armex_text_add(out, "\n");
}

static void add_page(struct armex_text *out, struct page *page, size_t width)
{
    const size_t lines = page->view->table->n_rows + page->heads;

    if (*page->view->table->title) {
        armex_view_clean(out, page->view->table->title);
        armex_text_add(out, "\n\n");
    }
    for (size_t line = 0; line < lines && !out->failed; line++) {
        add_line(out, page, line);
        if (line == page->heads - 1)
            add_rule(out, total_width(page));
    }
    add_foot(out, page, width);
}

static bool can_fold(const struct armex_view *view)
{
    size_t i = 0;
    while (i < view->n && !strstr(view->columns[i].header, ", "))
        i++;
    return i < view->n;
}

armex_status armex_render_terminal(struct armex_text *out,
                                   const struct armex_view *view, size_t width,
                                   struct armex_error *error)
{
    struct page page = {.view = view,
                        .heads = 1,
                        .widths = calloc(view->n + 1, sizeof *page.widths),
                        .cells = reallocarray(NULL, view->table->n_rows + 1,
                                              (view->n + 1) * sizeof *page.cells)};
    bool fits = page.widths && page.cells && draw_cells(&page) && measure(&page);

    if (fits && width && total_width(&page) > width && can_fold(view)) {
        page.heads = 2;
        fits = measure(&page);
    }
    if (fits) {
        narrow(&page, width);
        add_page(out, &page, width);
        fits = !page.head.failed;
    }
    free(page.cells);
    free(page.widths);
    armex_text_free(&page.texts);
    armex_text_free(&page.head);
    return fits ? ARMEX_OK : armex_fail_memory(error);
}
