/** tests/chart/test_map.c: states in classes of colour, where they lie. */
#include "tables.h"

#include <math.h>
#include <stdio.h>

#include "chart/equal_earth.h"
#include "chart/map_classes.h"
#include "chart/outlines.h"

/** The edges of the world as the authors of the projection give them. */
static void the_projection_has_the_published_extent(void **state)
{
    (void)state;
    double x, y;
    armex_equal_earth(&x, &y, 180.0, 0.0);
    assert_close(x, 2.7066299836960748, 1e-12);
    assert_close(x, ARMEX_EQUAL_EARTH_X, 1e-5);
    assert_close(y, 0.0, 1e-12);
    armex_equal_earth(&x, &y, 0.0, 90.0);
    assert_close(x, 0.0, 1e-12);
    assert_close(y, 1.3173627591574, 1e-12);
    armex_equal_earth(&x, &y, -90.0, -90.0);
    assert_close(y, -1.3173627591574, 1e-12);
}

/** A small field of the sphere has the area cos(lat) dlon dlat, wherever it lies. */
static void areas_are_in_proportion_everywhere(void **state)
{
    (void)state;
    const double h = 1e-4, radians = acos(-1.0) / 180.0;
    for (double lat = -80.0; lat <= 80.0; lat += 10.0)
        for (double lon = -170.0; lon <= 170.0; lon += 85.0) {
            double west, east, south, north, x, y;
            armex_equal_earth(&west, &y, lon - h, lat);
            armex_equal_earth(&east, &y, lon + h, lat);
            armex_equal_earth(&x, &south, lon, lat - h);
            armex_equal_earth(&x, &north, lon, lat + h);
            const double side = 2.0 * h * radians;
            assert_close((east - west) * (north - south) / (side * side),
                         cos(lat * radians), 1e-6);
        }
}

static void every_ring_is_closed_and_on_earth(void **state)
{
    (void)state;
    size_t from = 0, rings = 0;
    while (from < armex_outline_points_n) {
        const struct armex_outline_point *first = &armex_outline_points[from];
        size_t n = 0;
        while (from + n < armex_outline_points_n && first[n].ring == first->ring &&
               !strcmp(first[n].entity, first->entity)) {
            assert_true(fabs(first[n].lon) <= 180.0F && fabs(first[n].lat) <= 90.0F);
            if (n && fabsf(first[n].lon - first[n - 1].lon) > 180.0F)
                fail_msg("%s %d leaps round the world", first->entity, first->ring);
            n++;
        }
        const bool closed =
            n > 3 && first->lon == first[n - 1].lon && first->lat == first[n - 1].lat;
        if (!(first->ring ? closed : n == 1))
            fail_msg("%s %d: %zu points", first->entity, first->ring, n);
        from += n;
        rings++;
    }
    assert_true(rings > 250);
    assert_true(armex_map_has("KOR") && armex_map_has("SGP") && armex_map_has("XKX"));
    assert_false(armex_map_has("SUHH") || armex_map_has("ATA") || armex_map_has(""));
}

/** `n` states of the figures given, in dollars. */
static struct armex_table *states_of(const double *figures, size_t n)
{
    static const char *const codes[] = {"AGO", "BEL", "CAN", "DEU", "EGY",
                                        "FRA", "GAB", "HTI", "IND", "JPN"};
    struct place rows[10];
    for (size_t i = 0; i < n; i++)
        rows[i] = (struct place){(double)i + 1.0,
                                 codes[i],
                                 codes[i],
                                 2023,
                                 figures[i],
                                 0.1,
                                 NAN,
                                 NAN,
                                 NAN,
                                 1};
    return rank_of(rows, n, "usd", "orders");
}

static void expect_labels(const double *figures, size_t n, const char *const *labels,
                          size_t classes)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = states_of(figures, n);
    const struct armex_chart chart = chart_of("map", table);
    struct armex_standings standings;
    struct armex_map_classes map;
    assert_int_equal(armex_standings_read(&standings, arena, &chart, NULL), ARMEX_OK);
    assert_int_equal(armex_map_classes_make(&map, arena, &standings, NULL), ARMEX_OK);
    assert_int_equal(map.n, classes);
    for (size_t i = 0; i < classes; i++)
        assert_string_equal(armex_map_class_label(arena, &map, i), labels[i]);
    armex_table_free(table);
    armex_arena_free(arena);
}

/** Of ten the fourth, sixth, eighth and ninth: 60, 300, 1,200 and 5,000 million,
 * rounded to 1, 2 and 5 by ratio. */
static void limits_are_round_figures_near_quantiles(void **state)
{
    (void)state;
    static const double spread[] = {9e9, 5e9, 1.2e9, 6e8, 3e8, 1e8, 6e7, 2e7, 1e7, 5e6};
    static const char *const five[] = {"under 0.05", "0.05–0.2", "0.2–1", "1–5",
                                       "5 and more"};
    static const double alike[] = {4e9, 4e9, 4e9};
    static const char *const one[] = {"all with a figure"};
    expect_labels(spread, 10, five, 5);
    expect_labels(alike, 3, one, 1);
    expect_labels(alike, 1, one, 1);
}

static void a_figure_at_a_limit_begins_the_class(void **state)
{
    (void)state;
    const struct armex_map_classes map = {.n = 3, .limits = {0.5, 2.0}};
    assert_int_equal(armex_map_class(&map, 0.0), 0);
    assert_int_equal(armex_map_class(&map, 0.49), 0);
    assert_int_equal(armex_map_class(&map, 0.5), 1);
    assert_int_equal(armex_map_class(&map, 2.0), 2);
    assert_int_equal(armex_map_class(&map, 1e300), 2);
    assert_int_equal(armex_map_class(&map, NAN), ARMEX_MAP_CLASSES);
}

static const struct place places[] = {
    {1, "USA", "United States", 2023, 53.3e9, 0.417, 1, NAN, NAN, 5},
    {2, "SUHH", "Soviet Union", 2023, 13.9e9, 0.109, 3, NAN, NAN, 5},
    {3, "KOR", "South Korea", 2023, 2.5e9, 0.020, 4, NAN, NAN, 5},
    {4, "SGP", "Singapore", 2023, 0.1e9, 0.001, 5, NAN, NAN, 5},
};

static void who_is_not_on_the_map_is_named(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = rank_of(places, 4, "tiv", "deliveries-tiv");
    const struct armex_chart chart = chart_of("map", table);
    struct armex_chart_words words;
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_string_equal(words.note, "Not on the map: Soviet Union. Outlines: Natural "
                                    "Earth, in the public domain.");
    assert_non_null(strstr(words.description, "Map of states. United States 41.7%, "
                                              "Soviet Union 10.9%, South Korea 2.0%"));
    armex_table_free(table);
    armex_arena_free(arena);
}

static size_t count(const struct armex_text *text, const char *word)
{
    size_t n = 0;
    for (const char *at = text->data; (at = strstr(at, word)); at++)
        n++;
    return n;
}

/** A small state is a dot, the subject has its figure beside it, no figure no colour.
 */
static void states_are_drawn_by_what_they_are(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = rank_of(places, 4, "tiv", "deliveries-tiv");
    struct armex_chart chart = chart_of("map", table);
    struct armex_text out = {0};
    chart.highlight = "KOR";
    assert_int_equal(armex_chart_draw(&out, &chart, &tools, NULL), ARMEX_OK);
    assert_int_equal(count(&out, "<circle"), 2); // Singapore, and paper around it
    assert_int_equal(count(&out, ">South Korea\u00a0\u00a02.0%</text>"), 9);
    assert_int_equal(count(&out, "<title>United States, 2019–23: 41.7%</title>"), 1);
    assert_int_equal(count(&out, ">no figure</text>"), 1);
    assert_true(count(&out, "<path fill=\"#") < 30); // the others are lines
    out.length = 0;
    chart.highlight = "SUHH"; // nowhere: no label, and no failure
    assert_int_equal(armex_chart_draw(&out, &chart, &tools, NULL), ARMEX_OK);
    assert_int_equal(count(&out, ">Soviet Union\u00a0"), 0);
    armex_text_free(&out);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_projection_has_the_published_extent),
        cmocka_unit_test(areas_are_in_proportion_everywhere),
        cmocka_unit_test(every_ring_is_closed_and_on_earth),
        cmocka_unit_test(limits_are_round_figures_near_quantiles),
        cmocka_unit_test(a_figure_at_a_limit_begins_the_class),
        cmocka_unit_test(who_is_not_on_the_map_is_named),
        cmocka_unit_test(states_are_drawn_by_what_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
