/** report/print_table.c: tables of a document for paper, and where figures come from.
 */
#include "report/columns.h"
#include "report/print_parts.h"

/* An address shows as its host, as on the page. */
static void add_address(struct armex_text *out, const char *address)
{
    struct armex_text words = {0};

    armex_address_host(&words, address);
    armex_print_link(out, address, words.data ? words.data : "");
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

static void add_cell(struct armex_text *out, const struct armex_view *view, size_t row,
                     size_t i)
{
    const size_t column = view->columns[i].column;
    const struct armex_column *about = &view->table->columns[column];
    struct armex_text words = {0};

    armex_text_add(out, "\t");
    if (about->type != ARMEX_COLUMN_TEXT) {
        armex_view_cell(&words, view, row, i);
    } else {
        const char *text = armex_table_get_text(view->table, row, column);
        if (armex_is_address(text))
            add_address(out, text);
        else
            armex_columns_text(&words, about->name, text);
    }
    armex_print_text(out, words.data ? words.data : "");
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

/* A long and slim table stands in two halves side by side, forty rows at a time. */
struct halves {
    size_t n, rows; /* 1 or 2; rows of the table */
};

enum { SLIM = 3, LONG = 12, ROWS_OF_HALF = 40 };

static struct halves fold(const struct armex_view *view)
{
    const size_t rows = view->table->n_rows;
    return (struct halves){view->n <= SLIM && rows >= LONG ? 2 : 1, rows};
}

static void add_head(struct armex_text *out, const struct armex_view *view,
                     const struct halves *halves)
{
    armex_text_add(out, "table\t");
    for (size_t half = 0; half < halves->n; half++) {
        armex_text_add(out, half ? "l" : "");
        for (size_t i = 0; i < view->n; i++)
            armex_text_add(out, view->columns[i].right ? "r" : "l");
    }
    armex_text_add(out, "\nhead");
    for (size_t half = 0; half < halves->n; half++) {
        armex_text_add(out, half ? "\t" : "");
        for (size_t i = 0; i < view->n; i++) {
            armex_text_add(out, "\t");
            armex_print_text(out, view->columns[i].header);
        }
    }
    armex_text_add(out, "\n");
}

/* The cells of a row; of none, so many that are empty. */
static void add_cells(struct armex_text *out, const struct armex_view *view, size_t row)
{
    for (size_t i = 0; i < view->n; i++)
        if (row < view->table->n_rows)
            add_cell(out, view, row, i);
        else
            armex_text_add(out, "\t");
}

static void add_rows(struct armex_text *out, const struct armex_exhibit *exhibit,
                     const struct armex_view *view, const struct halves *halves)
{
    const bool others = armex_exhibit_has_others(exhibit);
    size_t many = halves->rows;

    for (size_t from = 0; from < halves->rows; from += many * halves->n) {
        const size_t left = halves->rows - from;
        if (halves->n == 2)
            many = left < (size_t)2 * ROWS_OF_HALF ? (left + 1) / 2 : ROWS_OF_HALF;
        for (size_t row = from; row < from + many; row++) {
            const bool mine =
                others && halves->n == 1 && armex_exhibit_sets_off(exhibit, row);
            armex_text_add(out, mine ? "mine" : "row");
            add_cells(out, view, row);
            if (halves->n == 2) {
                armex_text_add(out, "\t");
                add_cells(out, view, row + many);
            }
            armex_text_add(out, "\n");
        }
    }
}

static void add_long(struct armex_text *out, const struct armex_exhibit *exhibit,
                     const struct armex_view *view, const char *same)
{
    const struct halves halves = fold(view);

    armex_print_line(out, "sub", same);
    add_head(out, view, &halves);
    add_rows(out, exhibit, view, &halves);
}

armex_status armex_print_rows(struct armex_text *out,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    static const struct armex_rows_writer writer = {armex_print_matrix, add_long};
    return armex_rows_write(out, exhibit, &writer, error);
}

/* "Publisher, title (12 Feb 2026)", linked to its row among the sources. */
static void add_source(struct armex_text *out, const struct armex_contents *contents,
                       const struct armex_provenance *source)
{
    struct armex_text target = {0}, words = {0};
    char date[ARMEX_DATE_SIZE];

    armex_text_printf(&target, "#source-%zu", armex_contents_source(contents, source));
    armex_text_printf(&words, "%s, %s", source->publisher, source->title);
    armex_date_for_people(date, source->vintage);
    armex_print_link(out, target.data ? target.data : "", words.data ? words.data : "");
    armex_text_printf(out, " (%s)", date);
    out->failed = out->failed || target.failed || words.failed;
    armex_text_free(&target);
    armex_text_free(&words);
}

void armex_print_origin(struct armex_text *out, const struct armex_contents *contents,
                        const struct armex_table *table)
{
    const struct armex_notes *notes = &table->notes;

    if (!notes->n_sources)
        return;
    armex_text_add(out, "source\tSource: ");
    for (size_t i = 0; i < notes->n_sources; i++) {
        armex_text_add(out, i ? "; " : "");
        add_source(out, contents, &notes->sources[i]);
    }
    armex_text_add(out, ".\n");
}

static void add_source_row(struct armex_text *out,
                           const struct armex_provenance *source, size_t number)
{
    enum { HASH_SHOWN = 12 };
    char date[ARMEX_DATE_SIZE];

    armex_text_printf(out, "id\tsource-%zu\nrow\t%zu\t", number, number);
    if (armex_is_address(source->url))
        armex_print_link(out, source->url, source->title);
    else
        armex_print_text(out, source->title);
    armex_text_add(out, "\t");
    armex_print_text(out, source->publisher);
    armex_date_for_people(date, source->vintage);
    armex_text_printf(out, "\t%s\t%.*s\t", date, HASH_SHOWN, source->sha256);
    armex_print_text(out, *source->licence ? source->licence : "not stated");
    armex_text_add(out, "\n");
}

static void add_made_by(struct armex_text *out, const char *name, const char *words)
{
    if (!words || !*words)
        return;
    armex_text_printf(out, "source\t%s: ", name);
    armex_print_text(out, words);
    armex_text_add(out, "\n");
}

void armex_print_sources(struct armex_text *out, const struct armex_contents *contents,
                         const struct armex_report_request *request)
{
    const struct armex_notes *sources = &contents->sources;

    armex_text_add(out, "id\tsources\nh2\tSources\n");
    if (sources->n_sources) {
        armex_text_add(out, "table\tllllll\nhead\t\tTitle\tPublisher\tVintage\t"
                            "SHA-256\tLicence\n");
        for (size_t i = 0; i < sources->n_sources; i++)
            add_source_row(out, &sources->sources[i], i + 1);
        armex_print_line(out, "note",
                         "The hash is the start of the publisher’s file’s SHA-256; the "
                         "manifest has it whole.");
    }
    add_made_by(out, "Command", request->command);
    add_made_by(out, "Program", request->version);
    add_made_by(out, "Specification", contents->spec->name);
    add_made_by(out, "Its SHA-256", contents->spec->sha256);
}
