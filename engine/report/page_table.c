/** report/page_table.c: a table: sortable, and sorted already without the script. */
#include <string.h>

#include "report/columns.h"
#include "report/matrix.h"
#include "report/page.h"
#include "report/page_parts.h"
#include "report/rows.h"
#include "report/same_data.h"

enum {
    COLUMNS_OF_PHONES = 6,
    COLUMNS_OF_PAIRS = 4,
    SLIM = 3,  // columns
    LONG = 12, // rows
};

/* Columns that a narrow screen leaves out; the csv has all. */
static bool is_minor(const char *name)
{
    static const char *const minor[] = {
        "previous_rank", "previous_share",     "scope",  "publications",
        "figures",       "previous_published", "first",  "last",
        "status",        "publisher",          "kendall"};
    return armex_word_index(minor, sizeof minor / sizeof *minor, name, strlen(name)) <
           sizeof minor / sizeof *minor;
}

/* Pairs of counts whose measures tell them apart in every row. */
static bool measures_tell(const struct armex_table *table)
{
    const size_t a = armex_table_column(table, "measure_a");
    const size_t b = armex_table_column(table, "measure_b");
    bool tell = a < table->n_columns && b < table->n_columns;

    for (size_t row = 0; tell && row < table->n_rows; row++)
        tell = strcmp(armex_table_get_text(table, row, a),
                      armex_table_get_text(table, row, b)) != 0;
    return tell;
}

/* Of dataset and measure of each half of a pair a phone has room for one: the others.
 */
static const char *const *halves_of_names(const struct armex_table *table)
{
    static const char *const datasets[] = {"dataset_a", "dataset_b"};
    static const char *const measures[] = {"measure_a", "measure_b"};
    return measures_tell(table) ? datasets : measures;
}

static bool is_half_of_name(const char *const *halves, const char *name)
{
    return strcmp(name, halves[0]) == 0 || strcmp(name, halves[1]) == 0;
}

/* `right`: numbers, and texts set beside them. Returns the words of a class. */
static const char *class_of(bool right, bool left_out)
{
    if (right)
        return left_out ? " class=\"n w3\"" : " class=\"n\"";
    return left_out ? " class=\"w3\"" : "";
}

/* Finds the class of each column, and says whether phones leave any out. */
static bool choose_classes(const char **classes, const struct armex_view *view)
{
    const struct armex_table *table = view->table;
    const char *const *halves = halves_of_names(table);
    size_t shown = 0, hidden = 0;
    bool any = false;

    for (size_t i = 0; i < view->n; i++) {
        const char *name = table->columns[view->columns[i].column].name;
        const bool half = is_half_of_name(halves, name);
        const bool left_out =
            shown >= (hidden ? COLUMNS_OF_PAIRS : COLUMNS_OF_PHONES) ||
            is_minor(name) || half;
        classes[i] = class_of(view->columns[i].right, left_out);
        any = any || left_out;
        hidden += half;
        shown += !half;
    }
    return any;
}

/* Whether a column holds amounts that cannot be held against each other. */
static bool is_of_unlike_units(const struct armex_view *view, size_t i)
{
    const size_t column = view->columns[i].column;

    for (size_t row = 1; row < view->table->n_rows; row++)
        if (strcmp(armex_rows_unit(view->table, row, column),
                   armex_rows_unit(view->table, 0, column)) != 0)
            return true;
    return false;
}

static void add_header(struct armex_text *out, const struct armex_view *view,
                       const char *const *classes)
{
    armex_text_add(out, "<thead><tr>");
    for (size_t i = 0; i < view->n; i++) {
        armex_text_add(out, "<th scope=\"col\"");
        armex_text_add(out, classes[i]);
        armex_text_add(out, is_of_unlike_units(view, i) ? " data-u=\"\"" : "");
        armex_html(out, ">%s</th>", view->columns[i].header);
    }
    armex_text_add(out, "</tr></thead>\n<tbody>\n");
}

static void add_row(struct armex_text *out, struct armex_text *words,
                    const struct armex_view *view, const char *const *classes,
                    size_t row)
{
    for (size_t i = 0; i < view->n; i++) {
        armex_text_add(out, i ? "<td" : "<th scope=\"row\"");
        armex_text_add(out, classes[i]);
        armex_page_table_cell(out, words, view, row, i);
        armex_text_add(out, i ? "</td>" : "</th>");
    }
}

/* The rows and their cells; where units are unlike, each row names its own for the
 * script, which keeps the rows of one unit together as the table's own sort does. */
static void add_rows(struct armex_text *out, const struct armex_exhibit *exhibit,
                     const struct armex_view *view, const char *const *classes)
{
    const bool others = armex_exhibit_has_others(exhibit);
    struct armex_text words = {0};
    size_t unlike = 0;

    while (unlike < view->n && !is_of_unlike_units(view, unlike))
        unlike++;
    for (size_t row = 0; row < view->table->n_rows; row++) {
        armex_text_add(out, others && armex_exhibit_sets_off(exhibit, row)
                                ? "<tr class=\"me\""
                                : "<tr");
        if (unlike < view->n)
            armex_html(out, " data-u=\"%s\"",
                       armex_rows_unit(view->table, row, view->columns[unlike].column));
        armex_text_add(out, ">");
        add_row(out, &words, view, classes, row);
        armex_text_add(out, "</tr>\n");
    }
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

static void add_long(struct armex_text *out, const struct armex_exhibit *exhibit,
                     const struct armex_view *view, const char *same)
{
    const bool halves = // two columns in print
        exhibit->item->kind == ARMEX_CHART && view->n <= SLIM &&
        view->table->n_rows >= LONG;
    const char **classes = armex_arena_new(view->arena, view->n, sizeof *classes);

    if (!classes) {
        out->failed = true;
        return;
    }
    const bool fewer = choose_classes(classes, view);
    armex_text_add(out,
                   halves ? "<div class=\"scroll slim\">" : "<div class=\"scroll\">");
    armex_html(out,
               "<table class=\"sort\"><caption>%s<span "
               "class=\"vh\" role=\"status\"></span></caption>\n",
               same);
    add_header(out, view, classes);
    add_rows(out, exhibit, view, classes);
    armex_text_add(out, "</tbody></table></div>\n");
    if (fewer)
        armex_text_add(out, "<p class=\"few src\">A narrow screen shows fewer "
                            "columns; the csv has all.</p>\n");
}

static armex_status write_rows(struct armex_text *out,
                               const struct armex_exhibit *exhibit,
                               struct armex_error *error)
{
    static const struct armex_rows_writer writer = {armex_page_matrix, add_long};
    return armex_rows_write(out, exhibit, &writer, error);
}

static void write_link(struct armex_text *out, const struct armex_exhibit *exhibit)
{
    armex_html(out,
               "<p class=\"dl src\"><a download=\"%s.csv\" "
               "href=\"data:text/csv;charset=utf-8,",
               exhibit->item->id);
    armex_html_url(out, exhibit->csv.data ? exhibit->csv.data : "",
                   exhibit->csv.length);
    armex_text_add(out, "\">These figures as csv</a>, unrounded and with every "
                        "column</p>\n");
}

void armex_page_rows(struct armex_text *out, const struct armex_exhibit *exhibit)
{
    armex_text_add_bytes(out, exhibit->rows.data, exhibit->rows.length);
}

void armex_page_csv(struct armex_text *out, const struct armex_exhibit *exhibit)
{
    armex_text_add_bytes(out, exhibit->link.data, exhibit->link.length);
}

armex_status armex_page_prepare(struct armex_contents *contents,
                                struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < contents->n_exhibits; i++) {
        struct armex_exhibit *exhibit = &contents->exhibits[i];
        if (!exhibit->table || (exhibit->item->kind == ARMEX_CHART &&
                                armex_same_data_first(contents, exhibit) != exhibit))
            continue;
        if (exhibit->table->n_rows > 0)
            status = write_rows(&exhibit->rows, exhibit, error);
        write_link(&exhibit->link, exhibit);
        if (!status && (exhibit->rows.failed || exhibit->link.failed))
            status = armex_fail_memory(error);
    }
    return status;
}

armex_status armex_page_table(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    (void)error; // what can fail was prepared
    const struct armex_table *table = exhibit->table;

    armex_html(out, "<div class=\"figw\" id=\"%s\"><figure class=\"tab\"><h3>%s</h3>\n",
               exhibit->item->id, armex_exhibit_title(exhibit));
    if (table->n_rows == 0)
        armex_html(out, "<p>%s</p>\n", armex_exhibit_nothing(exhibit));
    else
        armex_page_rows(out, exhibit);
    armex_text_add(out, "<figcaption>");
    if (exhibit->note)
        armex_html(out, "<p>%s</p>", exhibit->note);
    armex_page_notes(out, table);
    armex_page_origin(out, contents, table);
    armex_page_csv(out, exhibit);
    armex_text_add(out, "</figcaption></figure></div>\n");
    return ARMEX_OK;
}
