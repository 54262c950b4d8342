/** report/page_table.c: a table: sortable, and sorted already without the script. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/columns.h"
#include "report/page_parts.h"

enum { COLUMNS_OF_PHONES = 6 };

/* Columns that a narrow screen leaves out; the csv has all. */
static bool is_minor(const char *name)
{
    static const char *const minor[] = {
        "previous_rank",      "previous_share", "scope", "publications", "figures",
        "previous_published", "first",          "last",  "status",       "publisher"};
    return armex_word_index(minor, sizeof minor / sizeof *minor, name, strlen(name)) <
           sizeof minor / sizeof *minor;
}

static bool is_left_out(const struct armex_view *view, size_t i)
{
    return i >= COLUMNS_OF_PHONES ||
           is_minor(view->table->columns[view->columns[i].column].name);
}

/* `right`: numbers, and texts set beside them. Returns the words of a class. */
static const char *class_of(const struct armex_view *view, size_t i)
{
    const struct armex_view_column *column = &view->columns[i];
    const bool minor = is_left_out(view, i);

    if (column->right)
        return minor ? " class=\"n w3\"" : " class=\"n\"";
    return minor ? " class=\"w3\"" : "";
}

static void add_header(struct armex_text *out, const struct armex_view *view)
{
    armex_text_add(out, "<thead><tr>");
    for (size_t i = 0; i < view->n; i++) {
        armex_text_add(out, "<th scope=\"col\"");
        armex_text_add(out, class_of(view, i));
        armex_html(out, ">%s</th>", view->columns[i].header);
    }
    armex_text_add(out, "</tr></thead>\n<tbody>\n");
}

/* A link for an address, so that it can be followed and is short; else text. */
static void add_text(struct armex_text *out, const char *column, const char *text)
{
    struct armex_text words = {0};

    if (strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0) {
        const char *host = strchr(text, ':') + 3;
        armex_html(out, "<a href=\"%s\" rel=\"noreferrer\">", text);
        armex_text_add_bytes(&words, host, strcspn(host, "/?#"));
        armex_html(out, "%s</a>", words.data ? words.data : "");
    } else {
        armex_columns_text(&words, column, text);
        armex_html_text(out, words.data ? words.data : "");
    }
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

/* The sort key, unrounded, and the colour of a change, which its sign says too. */
static void add_key(struct armex_text *out, const struct armex_view *view, size_t row,
                    size_t column)
{
    char number[ARMEX_NUMBER_SIZE];
    const enum armex_column_type type = view->table->columns[column].type;

    if (type == ARMEX_COLUMN_TEXT) {
        armex_html(out, " data-v=\"%s\"",
                   armex_table_get_text(view->table, row, column));
        return;
    }
    armex_number_write(number, armex_table_get_number(view->table, row, column));
    armex_html(out, " data-v=\"%s\"", number);
}

static const char *tone_of(const struct armex_view *view, size_t row, size_t column)
{
    if (view->table->columns[column].type != ARMEX_COLUMN_CHANGE)
        return "";
    const double change = armex_table_get_number(view->table, row, column);
    if (isnan(change) || change == 0.0)
        return "";
    return change > 0.0 ? "<span class=\"up\">" : "<span class=\"dn\">";
}

static void add_cell(struct armex_text *out, const struct armex_view *view, size_t row,
                     size_t i)
{
    const size_t column = view->columns[i].column;
    const bool text = view->table->columns[column].type == ARMEX_COLUMN_TEXT;
    const char *tone = tone_of(view, row, column);
    struct armex_text words = {0};

    armex_text_add(out, i ? "<td" : "<th scope=\"row\"");
    armex_text_add(out, class_of(view, i));
    add_key(out, view, row, column);
    armex_text_printf(out, ">%s", tone);
    if (text) {
        add_text(out, view->table->columns[column].name,
                 armex_table_get_text(view->table, row, column));
    } else {
        armex_view_cell(&words, view, row, i);
        armex_html_text(out, words.data ? words.data : "");
    }
    armex_text_printf(out, "%s%s", *tone ? "</span>" : "", i ? "</td>" : "</th>");
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

/* Phones leave columns out, and say so. */
static void add_left_out(struct armex_text *out, const struct armex_view *view)
{
    for (size_t i = 0; i < view->n; i++)
        if (is_left_out(view, i)) {
            armex_text_add(out, "<p class=\"few src\">A narrow screen shows fewer "
                                "columns; the csv has all.</p>\n");
            return;
        }
}

armex_status armex_page_rows(struct armex_text *out,
                             const struct armex_exhibit *exhibit,
                             struct armex_error *error)
{
    struct armex_view view;
    struct armex_text same = {0};
    const armex_status status = armex_columns_choose(&view, &same, exhibit, error);

    if (status) {
        armex_text_free(&same);
        return status;
    }
    armex_html(out,
               "<div class=\"scroll\"><table class=\"sort\"><caption>%s<span "
               "class=\"vh\" role=\"status\">"
               "</span></caption>\n",
               same.data ? same.data : "");
    const bool others = armex_exhibit_has_others(exhibit);
    add_header(out, &view);
    for (size_t row = 0; row < exhibit->table->n_rows; row++) {
        armex_text_add(out, others && armex_exhibit_sets_off(exhibit, row)
                                ? "<tr class=\"me\">"
                                : "<tr>");
        for (size_t i = 0; i < view.n; i++)
            add_cell(out, &view, row, i);
        armex_text_add(out, "</tr>\n");
    }
    armex_text_add(out, "</tbody></table></div>\n");
    add_left_out(out, &view);
    armex_view_end(&view);
    armex_text_free(&same);
    return ARMEX_OK;
}

void armex_page_csv(struct armex_text *out, const struct armex_exhibit *exhibit)
{
    armex_html(out,
               "<p class=\"dl src\"><a download=\"%s.csv\" "
               "href=\"data:text/csv;charset=utf-8;base64,",
               exhibit->item->id);
    armex_base64(out, exhibit->csv.data ? exhibit->csv.data : "", exhibit->csv.length);
    armex_text_add(out, "\">These figures as csv</a>, unrounded and with every "
                        "column</p>\n");
}

armex_status armex_page_table(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    const struct armex_table *table = exhibit->table;
    armex_status status = ARMEX_OK;

    armex_html(out, "<div class=\"figw\" id=\"%s\"><figure class=\"tab\"><h3>%s</h3>\n",
               exhibit->item->id, armex_exhibit_title(exhibit));
    if (table->n_rows == 0)
        armex_text_add(out, "<p>Nothing fits this question.</p>\n");
    else
        status = armex_page_rows(out, exhibit, error);
    armex_text_add(out, "<figcaption>");
    if (exhibit->note)
        armex_html(out, "<p>%s</p>", exhibit->note);
    armex_page_notes(out, table);
    armex_page_origin(out, contents, table);
    armex_page_csv(out, exhibit);
    armex_text_add(out, "</figcaption></figure></div>\n");
    return status;
}
