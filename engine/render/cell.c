/** render/cell.c: numbers as people read them. */
#include "render/render.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "render/view.h"

enum { LARGEST_NUMBER = 512, MOST_DECIMALS = 6 }; // 1e308 has 411 bytes with its commas

static bool is_printed(enum armex_column_type type)
{
    return type == ARMEX_COLUMN_PRINTED || type == ARMEX_COLUMN_PRINTED_WHOLE;
}

bool armex_view_is_fraction(enum armex_column_type type)
{
    return type == ARMEX_COLUMN_FRACTION || type == ARMEX_COLUMN_CHANGE ||
           is_printed(type);
}

static int exponent_of(enum armex_column_type type, int scale)
{
    if (armex_view_is_fraction(type))
        return 2; // per cent
    return type == ARMEX_COLUMN_AMOUNT ? -scale : 0;
}

/* Places that show three digits of a figure below 1: 0.0123 needs 4. */
static int places_below_one(double smallest)
{
    const int places = 2 - (int)floor(log10(smallest));
    return places < MOST_DECIMALS ? places : MOST_DECIMALS;
}

/* Places that a figure has, of which none beyond the most is ever shown. */
static int places_of(double value)
{
    const double least_plain = 1e-4; // below, it would be written with an exponent
    if (value == trunc(value))
        return 0;
    return fabs(value) < least_plain ? MOST_DECIMALS : armex_number_decimals(value);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int armex_view_decimals(const struct armex_table *table, size_t column, int scale)
{
    const enum armex_column_type type = table->columns[column].type;
    const int most = type == ARMEX_COLUMN_AMOUNT && scale ? 1 : MOST_DECIMALS;
    double smallest = INFINITY;
    int places = 0; // that the figures have: 1.0 is not shown as 1.000

    if (type == ARMEX_COLUMN_TEXT || type == ARMEX_COLUMN_YEAR)
        return 0;
    if (armex_view_is_fraction(type))
        return type == ARMEX_COLUMN_PRINTED_WHOLE ? 0 : 1;
    for (size_t row = 0; row < table->n_rows; row++) {
        const double value = armex_number_shift(
            armex_table_get_number(table, row, column), exponent_of(type, scale));
        if (isnan(value) || value == 0.0)
            continue;
        if (places < most) { // more are not shown, however many there are
            const int own = places_of(value);
            places = own > places ? own : places;
        }
        smallest = fmin(smallest, fabs(value));
    }
    if (type == ARMEX_COLUMN_NUMBER)
        return least(places,
                     smallest < 1.0 ? places_below_one(fmax(smallest, 0.001)) : 2);
    return least(places, scale == 0 && smallest < 1.0 ? places_below_one(smallest) : 1);
}

static void add_year(struct armex_text *out, double value)
{
    char text[ARMEX_NUMBER_SIZE];
    armex_number_write(text, value);
    armex_text_add(out, text);
}

/* A figure that is not zero must not look like it: "<0.1", as SIPRI prints it "<0.05";
 * below zero ">-0.1". */
static void add_tiny(struct armex_text *out, enum armex_column_type type, int decimals,
                     bool below)
{
    char text[LARGEST_NUMBER];
    if (is_printed(type))
        armex_number_for_people(text, sizeof text, 0.5 * pow(10.0, -decimals),
                                decimals + 1);
    else
        armex_number_for_people(text, sizeof text, pow(10.0, -decimals), decimals);
    armex_text_add(out, below ? ">\u2212" : "<");
    armex_text_add(out, text);
}

void armex_view_number(struct armex_text *out, enum armex_column_type type,
                       double value, int scale, int decimals)
{
    const double first_two_digits = 9.95; // what one decimal would print as 10.0
    const double shown = armex_number_shift(value, exponent_of(type, scale));
    char text[LARGEST_NUMBER];

    if (isnan(value)) {
        armex_text_add(out, "\u2013");
        return;
    }
    if (type == ARMEX_COLUMN_YEAR) {
        add_year(out, value);
        return;
    }
    if (type == ARMEX_COLUMN_PRINTED && fabs(shown) >= first_two_digits)
        decimals = 0;
    armex_number_for_people(text, sizeof text, shown, decimals);
    const bool looks_zero = strcspn(text, "123456789") == strlen(text);
    if (looks_zero && shown != 0.0 && type != ARMEX_COLUMN_CHANGE) {
        add_tiny(out, type, decimals, shown < 0.0);
        return;
    }
    if (type == ARMEX_COLUMN_CHANGE && shown > 0.0 && !looks_zero)
        armex_text_add(out, "+");
    armex_text_add(out, text);
}

size_t armex_render_cell(char *out, size_t size, const struct armex_table *table,
                         size_t row, size_t column, int scale)
{
    const enum armex_column_type type = table->columns[column].type;
    struct armex_text text = {0};
    size_t length = 0;

    armex_text_add(&text, "");
    if (type == ARMEX_COLUMN_TEXT)
        armex_view_clean(&text, armex_table_get_text(table, row, column));
    else
        armex_view_number(&text, type, armex_table_get_number(table, row, column),
                          scale, armex_view_decimals(table, column, scale));
    if (!text.failed && text.length < size) {
        memcpy(out, text.data, text.length + 1);
        length = text.length;
    } else if (size) {
        *out = '\0';
    }
    armex_text_free(&text);
    return length;
}
