/** ingest/check.c: every figure has its source, once, and in its right size. */
#include "ingest/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "ingest/exceptions.h"

enum { LISTED = 3 }; /* problems that a message spells out */

struct checking {
    const struct armex_sheet *sheet;
    const struct armex_defaults *defaults;
    const struct armex_observations *observations; /* NULL: records */
    struct armex_exceptions exceptions;
    size_t problems;
    struct armex_place first;
    struct armex_text words; /* the problems listed so far */
};

/** Notes one more problem; NULL when it is beyond those listed, else where to put its
 *  words. The first one's place goes in front of the whole message. */
static struct armex_text *note_problem(struct checking *checking,
                                       struct armex_place place)
{
    if (checking->problems++ >= LISTED)
        return NULL;
    if (checking->problems == 1)
        checking->first = place;
    else
        armex_text_printf(&checking->words, "; %s:%zu:%zu: ", place.file, place.line,
                          place.column);
    return &checking->words;
}

/** The cell of the row to look at: in `column`, or the row's first. */
static struct armex_place place_in(const struct checking *checking, size_t row,
                                   const char *column)
{
    const size_t c = armex_sheet_column(checking->sheet, column);
    return armex_sheet_place(checking->sheet, row,
                             c < checking->sheet->n_columns ? c : 0);
}

/** Whether the check asks this row for that column. */
static bool is_asked(const struct checking *checking, const char *column)
{
    if (checking->observations)
        return strcmp(column, "date") != 0;
    return armex_sheet_column(checking->sheet, column) < checking->sheet->n_columns;
}

static void check_source(struct checking *checking, size_t row)
{
    static const char *const columns[] = {"publisher", "title", "url", "published",
                                          "date"};

    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const struct armex_cell cell =
            armex_default_or_cell(checking->sheet, row, columns[i], checking->defaults);
        struct armex_text *words;
        if (cell.length || !is_asked(checking, columns[i]) ||
            armex_exceptions_excuse(&checking->exceptions, "source", row))
            continue;
        words = note_problem(checking, place_in(checking, row, columns[i]));
        if (words)
            armex_text_printf(words, "no %s; every row names its source", columns[i]);
        return; // one word on a row is enough
    }
}

static void check_duplicates(struct checking *checking)
{
    const struct armex_observation *items = checking->observations->items;
    size_t first = 0;

    for (size_t i = 1; i < checking->observations->n; i++) {
        struct armex_text *words;
        if (!armex_observations_same(checking->observations, first, i)) {
            first = i;
            continue;
        }
        if (armex_exceptions_excuse(&checking->exceptions, "duplicate", items[i].row))
            continue;
        words = note_problem(checking, place_in(checking, items[i].row, "entity"));
        if (words)
            armex_text_printf(words, "this row is a duplicate of line %zu",
                              place_in(checking, items[first].row, "entity").line);
    }
}

static int compare_doubles(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/** The median of `n` sorted values without the one at `left_out`; n is 2 or more. */
static double median_of_others(const double *sorted, size_t n, size_t left_out)
{
    const size_t others = n - 1, low = (others - 1) / 2, high = others / 2;
    const double a = sorted[low + (low >= left_out)];
    const double b = sorted[high + (high >= left_out)];

    return a / 2 + b / 2; // halved first: a sum might overflow
}

static void check_amount(struct checking *checking, const double *sorted, size_t n,
                         const struct armex_observation *item)
{
    const double factor = 1000.0, amount = fabs(item->value);
    char found[ARMEX_NUMBER_SIZE], usual[ARMEX_NUMBER_SIZE];
    const double *at = bsearch(&amount, sorted, n, sizeof *sorted, compare_doubles);
    struct armex_text *words;
    double median;

    if (!at || n < 2)
        return;
    median = median_of_others(sorted, n, (size_t)(at - sorted));
    if (amount == median || (amount / factor < median && amount > median / factor) ||
        armex_exceptions_excuse(&checking->exceptions, "magnitude", item->row))
        return;
    words = note_problem(checking, place_in(checking, item->row, "value"));
    armex_number_write(found, amount);
    armex_number_write(usual, median);
    if (words)
        armex_text_printf(words,
                          "%s is a factor of 1,000 or more away from %s, the median of "
                          "the other rows of its series",
                          found, usual);
}

/** Whether two observations are amounts of one kind, whatever months they cover. */
static bool one_kind(const struct armex_series *a, const struct armex_series *b)
{
    return strcmp(a->entity, b->entity) == 0 && a->flow == b->flow &&
           a->measure == b->measure && strcmp(a->scope, b->scope) == 0 &&
           armex_unit_equal(a->unit, b->unit);
}

/** An amount that was printed; that nothing was found, or too little to print, is not.
 */
static bool is_amount(const struct armex_observation *item)
{
    return !isnan(item->value) && item->status != ARMEX_NIL &&
           item->status != ARMEX_BELOW;
}

static void check_magnitudes(struct checking *checking, double *amounts)
{
    const struct armex_observation *items = checking->observations->items;
    const size_t n = checking->observations->n;

    for (size_t first = 0, end; first < n; first = end) {
        size_t held = 0;
        for (end = first; end < n && one_kind(&items[first].series, &items[end].series);
             end++)
            if (is_amount(&items[end]))
                amounts[held++] = fabs(items[end].value);
        qsort(amounts, held, sizeof *amounts, compare_doubles);
        for (size_t i = first; i < end; i++)
            if (is_amount(&items[i]))
                check_amount(checking, amounts, held, &items[i]);
    }
}

static void check_exceptions(struct checking *checking)
{
    const struct armex_exceptions *exceptions = &checking->exceptions;
    size_t row = 0;

    while (exceptions->sheet && (row = armex_exceptions_unused(exceptions, row)) <
                                    exceptions->sheet->n_rows) {
        struct armex_text *words =
            note_problem(checking, armex_sheet_place(exceptions->sheet, row++, 0));
        if (words)
            armex_text_add(words, "this exception excuses nothing; take it out");
    }
}

static armex_status report(struct checking *checking, struct armex_error *error)
{
    if (checking->problems > LISTED)
        armex_text_printf(&checking->words, "; and %zu more",
                          checking->problems - LISTED);
    if (checking->words.failed)
        return armex_fail_memory(error);
    if (!checking->problems)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, checking->first, "%s",
                      checking->words.data);
}

armex_status armex_package_check(const struct armex_sheet *sheet,
                                 const struct armex_defaults *defaults,
                                 const struct armex_observations *observations,
                                 const struct armex_sheet *exceptions,
                                 struct armex_error *error)
{
    struct checking checking = {
        .sheet = sheet, .defaults = defaults, .observations = observations};
    double *amounts = calloc((observations ? observations->n : 0) + 1, sizeof *amounts);
    armex_status status;

    if (!amounts)
        return armex_fail_memory(error);
    status =
        armex_exceptions_open(&checking.exceptions, exceptions, sheet, defaults, error);
    if (!status) {
        for (size_t row = 0; row < sheet->n_rows; row++)
            check_source(&checking, row);
        if (observations) {
            check_duplicates(&checking);
            check_magnitudes(&checking, amounts);
        }
        check_exceptions(&checking);
        status = report(&checking, error);
    }
    armex_exceptions_close(&checking.exceptions);
    armex_text_free(&checking.words);
    free(amounts);
    return status;
}
