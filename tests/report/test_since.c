/** tests/report/test_since.c: figures in a manifest and back. */
#include "check.h"
#include "report/since_json.h"

#include <math.h>
#include <string.h>

static struct armex_since_figure figures[] = {
    {ARMEX_SINCE_FIGURE, "figure|d|FRA|orders|usd", "France", "orders", "2021", "usd",
     0.1},
    {ARMEX_SINCE_FIGURE, "figure|d|FRA|orders|usd", "France", "orders", "2022", "usd",
     1e300},
    {ARMEX_SINCE_FIGURE, "figure|d|FRA|orders|usd-2020", "Fr\"<", "orders", "2022",
     "usd-2020", 12345678901234567.0},
    {ARMEX_SINCE_GROWTH, "growth|d|FRA|orders|usd", "France", "orders", "2021 to 2022",
     "", -0.025617571862421966},
    {ARMEX_SINCE_RANK, "rank|largest|FRA", "France", "orders", "2022", "", 3},
};
enum { FIGURES = sizeof figures / sizeof *figures };

static const char now[] =
    "[\n    {\"kind\": \"figure\", \"key\": \"figure|d|FRA|orders|usd\", \"name\": "
    "\"France\", \"what\": \"orders\", \"unit\": \"usd\", \"when\": "
    "[\"2021\",\"2022\"], "
    "\"value\": [0.1,1e300]},\n    {\"kind\": \"figure\", \"key\": "
    "\"figure|d|FRA|orders|usd-2020\", \"name\": \"Fr\\\"\\u003c\", \"what\": "
    "\"orders\", \"unit\": \"usd-2020\", \"when\": [\"2022\"], \"value\": "
    "[12345678901234568]},\n    {\"kind\": \"growth\", \"key\": "
    "\"growth|d|FRA|orders|usd\", \"name\": \"France\", \"what\": \"orders\", "
    "\"unit\": \"\", \"when\": [\"2021 to 2022\"], \"value\": "
    "[-0.025617571862421966]},\n    {\"kind\": \"rank\", \"key\": "
    "\"rank|largest|FRA\", \"name\": \"France\", \"what\": \"orders\", \"unit\": \"\", "
    "\"when\": [\"2022\"], \"value\": [3]}\n  ]";

/* Owner of `*out`: the arena. */
static size_t read(struct armex_since_figure **out, const char *text,
                   struct armex_arena *arena)
{
    json_t *array = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    size_t n = 0;

    assert_non_null(array);
    assert_true(armex_since_figures_read(out, &n, array, arena));
    json_decref(array);
    return n;
}

static void assert_read(const char *text)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_since_figure *out;

    assert_int_equal(read(&out, text, arena), FIGURES);
    for (size_t i = 0; i < FIGURES; i++) {
        assert_int_equal(out[i].kind, figures[i].kind);
        assert_string_equal(out[i].key, figures[i].key);
        assert_string_equal(out[i].name, figures[i].name);
        assert_string_equal(out[i].what, figures[i].what);
        assert_string_equal(out[i].when, figures[i].when);
        assert_string_equal(out[i].unit, figures[i].unit);
        assert_true(out[i].value == figures[i].value);
    }
    armex_arena_free(arena);
}

static void a_series_is_a_line_with_the_shortest_numbers(void **state)
{
    (void)state;
    const struct armex_since since = {.figures = figures, .n_figures = FIGURES};
    struct armex_text out = {0};

    armex_since_figures_write(&out, &since);
    assert_string_equal(out.data, now);
    armex_text_free(&out);
}

static void what_was_written_is_read_to_the_bit(void **state)
{
    (void)state;
    assert_read(now);
}

static void what_was_read_differs_only_where_it_was_changed(void **state)
{
    (void)state;
    struct armex_since since = {.figures = figures, .n_figures = FIGURES};
    struct armex_arena *arena = armex_arena_create();
    struct armex_since_figure *old;

    const size_t n = read(&old, now, arena);
    assert_int_equal(armex_since_compare(&since, old, n, arena, NULL), ARMEX_OK);
    assert_int_equal(since.n_changes, 0);
    old[0].value = 0.2;
    old[4].when = "2021"; // a ranking moves on, and nobody moved in it
    assert_int_equal(armex_since_compare(&since, old, n, arena, NULL), ARMEX_OK);
    assert_int_equal(since.n_changes, 1);
    assert_int_equal(since.changes[0].kind, ARMEX_SINCE_REVISED);
    assert_true(since.changes[0].before == 0.2 && since.changes[0].now == 0.1);
    armex_arena_free(arena);
}

static void figures_that_cannot_all_be_read_are_none(void **state)
{
    (void)state;
    static const char *const rubbish[] = {
        "[]",
        "[7, null, \"x\", [], {}]",
        "[{\"kind\": \"figure\", \"key\": 1, \"when\": [\"2021\"], \"value\": [1]}]",
        "[{\"kind\": \"figures\", \"key\": \"k\", \"when\": [\"1\"], \"value\": [1]}]",
        "[{\"kind\": \"rank\", \"key\": \"k\", \"when\": [\"1\"], \"value\": {}}]",
        "[{\"kind\": \"rank\", \"key\": \"k\", \"when\": [], \"value\": [1]}]",
        "[{\"kind\": \"rank\", \"key\": \"k\", \"when\": {}, \"value\": [1]}]",
        "[{\"kind\": \"rank\", \"key\": \"k\", \"when\": [\"1\"], \"value\": [null]}]",
        "[{\"kind\": \"rank\", \"key\": \"k\", \"when\": [1, 2], \"value\": [5]}]",
    };
    static const char half[] =
        "[{\"kind\": \"figure\", \"key\": \"k\", \"when\": [\"1\"], \"value\": [5]}, "
        "{\"kind\": \"figure\", \"key\": \"k|2\", \"when\": \"2\", \"value\": 6}]";
    struct armex_arena *arena = armex_arena_create();
    struct armex_since_figure *out;

    for (size_t i = 0; i < sizeof rubbish / sizeof *rubbish; i++)
        assert_int_equal(read(&out, rubbish[i], arena), 0);
    assert_int_equal(read(&out, half, arena), 0);
    assert_int_equal(read(&out,
                          "[{\"kind\": \"figure\", \"key\": \"k\", \"when\": "
                          "[\"1\", 2], \"value\": [5, 6]}]",
                          arena),
                     2);
    assert_string_equal(out[0].when, ""); // a year that is no text is not told
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_series_is_a_line_with_the_shortest_numbers),
        cmocka_unit_test(what_was_written_is_read_to_the_bit),
        cmocka_unit_test(what_was_read_differs_only_where_it_was_changed),
        cmocka_unit_test(figures_that_cannot_all_be_read_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
