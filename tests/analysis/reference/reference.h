/**
 * tests/analysis/reference/reference.h: reading committed numbers: comma-separated, a
 * word first.
 */
#ifndef ARMEX_TESTS_REFERENCE_H
#define ARMEX_TESTS_REFERENCE_H

#include "check.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NUMBERS = 6000, LONGEST_LINE = 1 << 16 };

/** Some numbers; the test's own memory. */
struct numbers {
    size_t n;
    double at[MOST_NUMBERS];
};

static inline FILE *open_reference(const char *folder, const char *name)
{
    char path[512];
    snprintf(path, sizeof path, TESTS "/analysis/%s/%s.csv", folder, name);
    FILE *file = fopen(path, "r");
    if (!file)
        fail_msg("cannot open %s", path);
    return file;
}

/** The numbers of the rest of a line; "NA" and an empty cell are NAN. */
static inline void read_numbers(struct numbers *out, char *text)
{
    out->n = 0;
    text[strcspn(text, "\r\n")] = '\0';
    for (char *cell = text; cell; out->n++) {
        char *next = strchr(cell, ',');
        if (next)
            *next++ = '\0';
        assert_true(out->n < MOST_NUMBERS);
        out->at[out->n] =
            *cell && strcmp(cell, "NA") != 0 ? strtod(cell, NULL) : (double)NAN;
        cell = next;
    }
}

/** The line of reference/NAME.csv that begins with `key`; the test fails without it. */
static inline void reference(struct numbers *out, const char *name, const char *key)
{
    static char line[LONGEST_LINE];
    FILE *file = open_reference("reference", name);
    bool found = false;

    while (!found && fgets(line, sizeof line, file)) {
        const size_t length = strlen(key);
        found = strncmp(line, key, length) == 0 && line[length] == ',';
        if (found)
            read_numbers(out, line + length + 1);
    }
    (void)fclose(file);
    if (!found)
        fail_msg("%s has no %s", name, key);
}

/** The one number of a line. */
static inline double reference_number(const char *name, const char *key)
{
    static struct numbers one;
    reference(&one, name, key);
    assert_int_equal(one.n, 1);
    return one.at[0];
}

/** `actual[0..n)` are the numbers of the line, within `tolerance` in proportion to the
 *  largest of them. */
static inline void check_reference(const double *actual, size_t n, const char *name,
                                   const char *key, double tolerance)
{
    static struct numbers expected;
    double largest = 0.0;

    reference(&expected, name, key);
    assert_int_equal(n, expected.n);
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(expected.at[i]));
    for (size_t i = 0; i < n; i++)
        if (!(fabs(actual[i] - expected.at[i]) <= tolerance * largest) &&
            !(isnan(actual[i]) && isnan(expected.at[i])))
            fail_msg("%s[%zu] is %.17g, not %.17g", key, i, actual[i], expected.at[i]);
}

#endif
