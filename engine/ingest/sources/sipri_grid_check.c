/** ingest/sources/sipri_grid_check.c: whether a TIV table agrees with its own totals.
 */
#include <math.h>

#include "ingest/sources/sipri_grid.h"

/** A sum of printed figures, and by how much rounding may have moved it. */
struct sum {
    double value, slack;
};

static armex_status add(struct sum *sum, const struct armex_page *page,
                        const struct armex_cell *cell, struct armex_error *error)
{
    const double half_million = 0.5e6;
    double value = 0.0;
    armex_mark mark = ARMEX_NIL;
    const armex_status status = armex_sipri_tiv(&value, &mark, page->file, cell, error);

    sum->value += value;
    if (mark != ARMEX_NIL)
        sum->slack += half_million;
    return status;
}

static armex_status compare(struct sum sum, const struct armex_page *page,
                            const struct armex_cell *total, const char *what,
                            struct armex_error *error)
{
    const double million = 1e6;
    struct sum printed = {0.0, 0.0};
    const armex_status status = add(&printed, page, total, error);

    if (status || fabs(sum.value - printed.value) <= sum.slack + printed.slack)
        return status;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(page->file, total),
                      "%s add up to %.0f, which rounding cannot make '%s'; the file is "
                      "damaged or was changed",
                      what, sum.value / million, armex_cell_clip(total).text);
}

static armex_status check_row(const struct armex_sipri_grid *grid,
                              const struct armex_page *page, size_t r,
                              struct armex_error *error)
{
    const struct armex_cell total = armex_page_cell(&page->rows[r], grid->total);
    struct sum sum = {0.0, 0.0};
    armex_status status = ARMEX_OK;

    for (size_t y = 0; !status && y < grid->n_years; y++) {
        const struct armex_cell cell =
            armex_page_cell(&page->rows[r], grid->years[y].column);
        status = add(&sum, page, &cell, error);
    }
    return status ? status : compare(sum, page, &total, "the years of this row", error);
}

static armex_status check_year(const struct armex_sipri_grid *grid,
                               const struct armex_page *page, size_t column,
                               struct armex_error *error)
{
    const struct armex_cell total = armex_page_cell(&page->rows[grid->totals], column);
    struct sum sum = {0.0, 0.0};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < grid->n_lines; i++) {
        const struct armex_cell cell =
            armex_page_cell(&page->rows[grid->lines[i]], column);
        status = add(&sum, page, &cell, error);
    }
    return status ? status : compare(sum, page, &total, "the rows of this year", error);
}

armex_status armex_sipri_grid_check(const struct armex_sipri_grid *grid,
                                    const struct armex_page *page,
                                    struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && grid->total != SIZE_MAX && i < grid->n_lines; i++)
        status = check_row(grid, page, grid->lines[i], error);
    for (size_t y = 0; !status && grid->totals != SIZE_MAX && y < grid->n_years; y++)
        status = check_year(grid, page, grid->years[y].column, error);
    return status;
}
