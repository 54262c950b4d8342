/** report/page_cell.c: the words of a cell, and what the script sorts it by. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/columns.h"
#include "report/page_parts.h"

/* The power of ten between a figure and what its column shows. */
static int exponent_of(const struct armex_view_column *shown,
                       enum armex_column_type type)
{
    if (armex_view_is_fraction(type))
        return 2; // per cent
    return type == ARMEX_COLUMN_AMOUNT ? -shown->scale : 0;
}

/* Whether a figure that is read as people see it is the whole figure; the script reads
 * it the same way. */
static bool is_whole(const char *shown, double value, int exponent)
{
    enum { LONGEST = 64 }; // what is longer is not worth it
    static const char minus[] = "\u2212";
    char plain[LONGEST];
    double read;
    size_t n = 0;

    if (strncmp(shown, minus, sizeof minus - 1) == 0) {
        plain[n++] = '-';
        shown += sizeof minus - 1;
    }
    for (; *shown && n < sizeof plain; shown++)
        if (*shown != ',')
            plain[n++] = *shown;
    return !*shown && armex_number_parse(&read, plain, n, -exponent) && read == value;
}

/* What was rounded sorts by the figure, in the unit that its column's header names. */
static void add_number_key(struct armex_text *out, const char *shown, double value,
                           int exponent)
{
    char number[ARMEX_NUMBER_SIZE];
    double scaled = value;

    if (isnan(value) || is_whole(shown, value, exponent))
        return;
    size_t length = armex_number_write(number, value);
    if (exponent && armex_number_parse(&scaled, number, length, exponent))
        length = armex_number_write(number, scaled);
    armex_text_add(out, " data-v=\"");
    armex_text_add_bytes(out, number, length);
    armex_text_add(out, "\"");
}

/* The colour of a change, which its sign says too. */
static const char *tone_of(enum armex_column_type type, double value)
{
    if (type != ARMEX_COLUMN_CHANGE || isnan(value) || value == 0.0)
        return NULL;
    return value > 0.0 ? "<span class=\"up\">" : "<span class=\"dn\">";
}

static void add_number(struct armex_text *out, struct armex_text *words,
                       const struct armex_view *view, size_t row, size_t i)
{
    const struct armex_view_column *shown = &view->columns[i];
    const enum armex_column_type type = view->table->columns[shown->column].type;
    const double value = armex_table_get_number(view->table, row, shown->column);
    const char *tone = tone_of(type, value);

    armex_view_cell(words, view, row, i);
    if (words->failed)
        return;
    if (type != ARMEX_COLUMN_YEAR)
        add_number_key(out, words->data, value, exponent_of(shown, type));
    armex_text_add(out, ">");
    armex_text_add(out, tone ? tone : "");
    armex_html_text(out, words->data);
    armex_text_add(out, tone ? "</span>" : "");
}

/* A host may break after its dots and nowhere else. */
static void add_host(struct armex_text *out, const char *host)
{
    for (const char *dot; (dot = strchr(host, '.')); host = dot + 1) {
        struct armex_text label = {0};
        armex_text_add_bytes(&label, host, (size_t)(dot - host) + 1);
        armex_html_text(out, label.data ? label.data : "");
        out->failed = out->failed || label.failed;
        armex_text_free(&label);
        armex_text_add(out, "<wbr>");
    }
    armex_html_text(out, host);
}

/* An address is a link, so that it can be followed and is short. */
static void add_text(struct armex_text *out, struct armex_text *words,
                     const char *column, const char *text)
{
    const bool address = armex_is_address(text);

    if (address)
        armex_address_host(words, text);
    else
        armex_columns_text(words, column, text);
    if (words->failed)
        return;
    if (strcmp(words->data, text) != 0)
        armex_html(out, " data-v=\"%s\"", text);
    armex_text_add(out, ">");
    if (address)
        armex_html(out, "<a href=\"%s\" rel=\"noreferrer\">", text);
    (address ? add_host : armex_html_text)(out, words->data);
    armex_text_add(out, address ? "</a>" : "");
}

void armex_page_table_cell(struct armex_text *out, struct armex_text *words,
                           const struct armex_view *view, size_t row, size_t i)
{
    const size_t column = view->columns[i].column;
    const struct armex_column *about = &view->table->columns[column];

    words->length = 0;
    armex_text_add(words, ""); // there is a text, however empty
    if (about->type == ARMEX_COLUMN_TEXT)
        add_text(out, words, about->name,
                 armex_table_get_text(view->table, row, column));
    else
        add_number(out, words, view, row, i);
    out->failed = out->failed || words->failed;
}
