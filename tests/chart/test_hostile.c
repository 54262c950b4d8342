/** tests/chart/test_hostile.c: words that try to run, break out or break the picture.
 */
#include "courses.h"

#include <sys/stat.h>

#include "base/file.h"

static const char *const hostile[] = {
    "`touch ran`",
    "$(touch ran)",
    "system('touch ran')",
    "\"; system('touch ran'); \"",
    "'; !touch ran",
    "END_OF_BLOCK\nsystem('touch ran')\n",
    "END_OF_BLOCK",
    "@FRAME @{}^_~ {/Symbol a} \\ %d %s %n",
    "<script>alert(1)</script><a href='x' onclick=\"y\">",
    "]]> & &amp; &lt; <!-- -->",
    "\\n\\t\\\"",
    "# not a comment",
    "NaN",
    "<touch ran",
    "|touch ran",
    "tab\there \x01\x1b[31m\x7f",
    "broken \xff\xfe\xc3 \xed\xa0\x80 utf-8",
    "\xd8\xa7\xd9\x84\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a\xd8\xa9 \xe2\x80\xae rtl",
    "\xeb\x8c\x80\xed\x95\x9c\xeb\xaf\xbc\xea\xb5\xad",
    "\xf0\x9f\x9a\x80 \xf0\x9f\x87\xb0",
    "",
    " ",
};

enum { HOSTILE = sizeof hostile / sizeof *hostile, ROWS = 2 * HOSTILE };

static void check_svg(const struct armex_text *out, const char *words)
{
    assert_null(strstr(out->data, "<script"));
    assert_null(strstr(out->data, "<a "));
    assert_int_equal(armex_file_write("hostile.svg", out->data, out->length, NULL), 0);
    assert_true(armex_utf8_valid(out->data, out->length));
    if (!system("command -v xmllint >/dev/null 2>&1") &&
        system("xmllint --noout hostile.svg"))
        fail_msg("not well-formed with: %s", words);
}

static void expect_harmless(const char *words, enum armex_chart_format format)
{
    const struct observation rows[] = {{words, words, 2020, 1e9, NULL},
                                       {words, words, 2021, 2e9, words},
                                       {"KOR", "South Korea", 2021, 3e9, NULL}};
    struct armex_table *table = show_of(rows, 3, "usd");
    struct armex_chart chart = chart_of("line", table);
    struct armex_text out = {0};
    struct armex_error error = {0};
    struct stat found;
    chart.title = chart.subtitle = chart.note = chart.command = words;
    chart.format = format;
    if (armex_chart_draw(&out, &chart, &tools, &error))
        fail_msg("%s: %s", words, error.message);
    assert_int_not_equal(stat("ran", &found), 0);
    if (format == ARMEX_SVG)
        check_svg(&out, words);
    armex_text_free(&out);
    armex_table_free(table);
}

static void no_words_run_or_break_out_in_any_format(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    unlink("ran");
    for (size_t i = 0; i < HOSTILE; i++) {
        expect_harmless(hostile[i], ARMEX_SVG);
        expect_harmless(hostile[i], ARMEX_PNG);
        expect_harmless(hostile[i], ARMEX_PDF);
        expect_harmless(hostile[i], ARMEX_TEX);
    }
}

static void words_of_ten_kilobytes_are_cut_to_fit(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    static char blanks[10001], letters[10001];
    memset(letters, 'W', 10000);
    for (size_t i = 0; i < 10000; i++)
        blanks[i] = i % 5 == 4 ? ' ' : 'm';
    expect_harmless(blanks, ARMEX_SVG);
    expect_harmless(letters, ARMEX_SVG);
    expect_harmless(letters, ARMEX_PNG);
}

static struct armex_table *hostile_rank(void)
{
    struct place rows[ROWS];
    static char codes[HOSTILE][8];
    for (size_t i = 0; i < ROWS; i++) {
        const size_t h = i % HOSTILE;
        snprintf(codes[h], sizeof codes[h], "X%02zu", h);
        rows[i] = (struct place){(double)h + 1,
                                 codes[h],
                                 hostile[h],
                                 2022 + (int)(i / HOSTILE),
                                 1e9 / ((double)h + 1),
                                 0.1,
                                 2,
                                 0.1,
                                 0.5,
                                 1};
    }
    return rank_of(rows, ROWS, "usd", "`touch ran`");
}

static struct armex_table *hostile_show(void)
{
    struct observation rows[ROWS];
    static char codes[HOSTILE][8];
    for (size_t i = 0; i < ROWS; i++) {
        const size_t h = i % HOSTILE;
        snprintf(codes[h], sizeof codes[h], "X%02zu", h);
        rows[i] = (struct observation){codes[h], hostile[h], 2022 + (int)(i / HOSTILE),
                                       1e9 * (1.0 + (double)i), hostile[h]};
    }
    return show_of(rows, ROWS, "usd");
}

static struct armex_table *hostile_pairs(void)
{
    struct delivery rows[HOSTILE];
    static char codes[HOSTILE][8];
    for (size_t h = 0; h < HOSTILE; h++) {
        snprintf(codes[h], sizeof codes[h], "X%02zu", h);
        rows[h] = (struct delivery){codes[h],
                                    hostile[h],
                                    codes[HOSTILE - 1 - h],
                                    hostile[HOSTILE - 1 - h],
                                    1.0 + (double)h,
                                    1,
                                    100};
    }
    return pairs_of(rows, HOSTILE);
}

static struct armex_table *hostile_counts(size_t h)
{
    struct shared rows[HOSTILE];
    struct counted what = alike;
    for (size_t i = 0; i < HOSTILE; i++)
        rows[i] = (struct shared){
            hostile[i], hostile[i], 2024, 1e9, 1e9 * (double)(i + 1), hostile[i]};
    what.dataset_a = what.measure_a = hostile[h];
    what.measure_b = hostile[h];
    return counts_of(rows, HOSTILE, &what);
}

/** The table that a kind draws, with hostile names in it. */
static struct armex_table *hostile_table(const struct armex_chart_kind *kind, size_t h)
{
    struct observation rows[6];
    for (size_t i = 0; i < 6; i++) {
        rows[i] = korea[i];
        rows[i].name = rows[i].entity = hostile[h];
    }
    if (!strcmp(kind->name, "fan"))
        return course_of(rows, 6, to_come, 2, hostile[h]);
    if (!strcmp(kind->name, "breaks"))
        return course_of(rows, 6, one_break, 1, *hostile[h] ? hostile[h] : "steps");
    if (!strcmp(kind->analysis, "flows"))
        return hostile_pairs();
    if (!strcmp(kind->analysis, "compare"))
        return hostile_counts(h);
    struct armex_table *own = own_table(kind);
    if (own)
        return own;
    return strcmp(kind->analysis, "rank") ? hostile_show() : hostile_rank();
}

static void every_kind_takes_hostile_names(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);
    unlink("ran");
    for (size_t k = 0; k < 2 * n; k++) {
        const struct armex_chart_kind *kind = &kinds[k / 2];
        struct armex_table *table = hostile_table(kind, k % HOSTILE);
        struct armex_chart chart = chart_of(kind->name, table);
        struct armex_text out = {0};
        struct armex_error error = {0};
        struct stat found;
        chart.format = k % 2 ? ARMEX_PNG : ARMEX_SVG;
        if (armex_chart_draw(&out, &chart, &tools, &error))
            fail_msg("%s: %s", kind->name, error.message);
        if (chart.format == ARMEX_SVG)
            check_svg(&out, kind->name);
        assert_int_not_equal(stat("ran", &found), 0);
        armex_text_free(&out);
        armex_table_free(table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_words_run_or_break_out_in_any_format),
        cmocka_unit_test(words_of_ten_kilobytes_are_cut_to_fit),
        cmocka_unit_test(every_kind_takes_hostile_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
