/** tests/ingest/test_sipri_published.c: SIPRI's own files against each other, where
 * they are at hand: they may not be passed on, so without them there is nothing to
 * test. */
#include <stdio.h>
#include <unistd.h>

#include "ingest_files.h"

/** A file of the collection beside the project; false if it is not there. */
static bool find_file(char path[512], const char *name)
{
    static const char *const beside[] = {"/../../shared", "/../../../shared"};

    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, 512, "%s%s/data/sipri/%s", TESTS, beside[i], name);
        if (access(path, R_OK) == 0)
            return true;
    }
    return false;
}

static struct armex_vintage *published(const char *name)
{
    char path[512];

    if (!find_file(path, name))
        skip();
    return vintage_of(path, (struct armex_ingest_options){0});
}

static size_t exports_of(const struct armex_panel *panel, const char *entity)
{
    for (size_t s = 0; s < panel->n_series; s++)
        if (strcmp(panel->series[s].entity, entity) == 0 &&
            panel->series[s].flow == ARMEX_EXPORTS)
            return s;
    return panel->n_series;
}

static double sum_of_exports(const struct armex_panel *panel, const char *entity)
{
    const size_t s = exports_of(panel, entity);
    double sum = 0.0;

    for (size_t y = 0; s < panel->n_series && y < panel->n_years; y++)
        sum += armex_panel_value(panel, s, panel->first_year + (int)y);
    return sum;
}

/* Two publications of the release of March 2024, in April and October. Cells are sums
 * rounded to a million; the two sums that end in a half were rounded down. */
static void the_register_sums_to_every_cell_of_the_table_of_its_release(void **state)
{
    (void)state;
    struct armex_vintage *rows = published("trade-register_deliveries_2024-04-16.csv");
    struct armex_vintage *table =
        published("import-export-values_1950-2024_1950-2024.csv");
    const struct armex_panel *sums = rows->panel, *cells = table->panel;
    size_t figures = 0;

    assert_int_equal(sums->first_year, 1950);
    assert_int_equal(sums->n_years, 40);
    for (size_t s = 0; s < cells->n_series; s++) {
        const size_t t = exports_of(sums, cells->series[s].entity);
        if (strcmp(cells->series[s].entity, "WLD") == 0)
            continue;
        for (int year = 1950; year <= 1989; year++) {
            const double cell = armex_panel_value(cells, s, year);
            const armex_mark mark = armex_panel_mark(cells, s, year);
            const bool supplied =
                t < sums->n_series && armex_panel_mark(sums, t, year) != ARMEX_NIL;
            assert_int_equal(supplied, mark != ARMEX_NIL);
            if (!supplied)
                continue;
            const double sum = armex_panel_value(sums, t, year);
            figures++;
            assert_true(sum > 0.0);
            assert_close(sum, cell, 0.5e6);
            assert_int_equal(mark, cell > 0.0 ? ARMEX_FINAL : ARMEX_BELOW);
        }
    }
    assert_int_equal(figures, 1141);
    armex_vintage_free(table);
    armex_vintage_free(rows);
}

static void the_registers_total_is_the_sum_of_all_its_rows(void **state)
{
    (void)state;
    // sums of the column TIV delivery values, by Python's decimal
    static const struct {
        const char *name;
        double total;
        size_t rows;
    } registers[] = {
        {"trade_2023.csv", 613035.74e6, 20480},
        {"trade-register_deliveries_2024-04-16.csv", 1192145.40e6, 31319},
        {"trade-register_ukraine_2025-02-17.csv", 6998.29e6, 382},
    };
    for (size_t i = 0; i < sizeof registers / sizeof *registers; i++) {
        struct armex_vintage *vintage = published(registers[i].name);
        assert_int_equal(vintage->flows->n, registers[i].rows);
        assert_same_value(sum_of_exports(vintage->panel, "WLD"), registers[i].total);
        armex_vintage_free(vintage);
    }
}

static void deals_add_up_to_the_table_supplier_by_supplier(void **state)
{
    (void)state;
    struct armex_vintage *rows = published("trade-register_2024-11-05_by-supplier.csv");
    struct armex_vintage *table =
        published("import-export-values_1950-2024_1950-2024.csv");
    const struct armex_panel *cells = table->panel;

    assert_same_value(sum_of_exports(rows->panel, "WLD"), 2065055.21e6);
    assert_int_equal(rows->flows->n, 27951);
    for (size_t s = 0; s < cells->n_series; s++) {
        const char *entity = cells->series[s].entity;
        // a year's cell is rounded: half a million each
        assert_close(sum_of_exports(rows->panel, entity), sum_of_exports(cells, entity),
                     0.5e6 * (double)cells->n_years);
    }
    armex_vintage_free(table);
    armex_vintage_free(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_register_sums_to_every_cell_of_the_table_of_its_release),
        cmocka_unit_test(the_registers_total_is_the_sum_of_all_its_rows),
        cmocka_unit_test(deals_add_up_to_the_table_supplier_by_supplier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
