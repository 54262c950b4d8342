/**
 * tests/chart/golden.h: a chart against the one that was looked at and found right.
 *
 * Places of words depend on the font, and marks on gnuplot's version: with others than
 * those the files were drawn with (Inter of Debian 12, gnuplot 5.4) it is skipped. A
 * chart that differs is left in the folder of the test under its own name; looked at
 * and found right, it takes the place of the old one.
 */
#ifndef ARMEX_TESTS_CHART_GOLDEN_H
#define ARMEX_TESTS_CHART_GOLDEN_H

#include "tables.h"

#include <stdio.h>

#include "base/file.h"

static inline void expect_golden(const struct armex_chart *chart, const char *name)
{
    char path[512], own[64];
    char *golden;
    size_t length;
    struct armex_text out = {0};
    assert_int_equal(armex_chart_draw(&out, chart, &tools, NULL), ARMEX_OK);
    snprintf(path, sizeof path, "%s/chart/golden/%s.svg", TESTS, name);
    snprintf(own, sizeof own, "%s.svg", name);
    armex_file_write(own, out.data, out.length, NULL);
    assert_int_equal(armex_file_read(&golden, &length, path, 1 << 20, NULL), ARMEX_OK);
    const char *font = strstr(golden, "<dc:format>");
    char recorded[128];
    assert_non_null(font);
    snprintf(recorded, sizeof recorded, "%.*s", (int)strcspn(font, "\n"), font);
    const bool same = strstr(out.data, recorded) &&
                      system("gnuplot --version | grep -q '5\\.4 patchlevel 4'") == 0;
    if (same)
        assert_string_equal(out.data, golden);
    else
        print_message("skipped: drawn with another font or gnuplot than %s\n",
                      recorded);
    free(golden);
    armex_text_free(&out);
    if (!same)
        skip();
}

#endif
