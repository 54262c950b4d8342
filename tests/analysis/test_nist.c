/** Against NIST's Statistical Reference Datasets: how many digits agree.
 *
 *  The log relative error -log10(|x - certified| / |certified|), or of the absolute
 * error where zero is certified, is the number of digits that agree; 15, the digits
 * certified, is the most there is. */
#include <stdbool.h>

#include "analysis/regression.h"
#include "analysis/univariate.h"
#include "reference/reference.h"

static double digits(double actual, double certified)
{
    const double error = fabs(actual - certified);
    const double relative = certified == 0.0 ? error : error / fabs(certified);
    assert_true(isfinite(actual));
    return relative < 1e-15 ? 15.0 : fmax(0.0, -log10(relative));
}

/** All columns of nist/NAME.csv, one after the other in every row. */
static size_t read_rows(struct numbers *out, size_t *columns, const char *name)
{
    char line[256];
    struct numbers *row = malloc(sizeof *row);
    FILE *file = open_reference("nist", name);

    assert_non_null(row);
    assert_non_null(fgets(line, sizeof line, file)); // the header
    out->n = 0;
    while (fgets(line, sizeof line, file)) {
        read_numbers(row, line);
        *columns = row->n;
        for (size_t i = 0; i < row->n; i++)
            out->at[out->n++] = row->at[i];
    }
    (void)fclose(file);
    free(row);
    return out->n / *columns;
}

static void univariate_statistics_have_the_digits_a_double_can_hold(void **state)
{
    (void)state;
    /* NumAcc3 and 4 ask for the spread of 1000000.1, 1000000.3 and of 10000000.1, ...:
     * the nearest doubles are off by up to 2^-34 and 2^-30 of a spread of 0.1, so that
     * no program can have more digits of theirs from doubles. */
    const struct {
        const char *name;
        double mean, deviation, autocorrelation;
    } least[] = {
        {"Lew", 15, 15, 14.5},        {"Lottery", 15, 15, 14.5},
        {"Mavro", 15, 13, 13.5},      {"Michelso", 15, 13.5, 13},
        {"NumAcc1", 15, 15, 15},      {"NumAcc2", 15, 15, 15},
        {"NumAcc3", 15, 9.4, 11},     {"NumAcc4", 15, 8.2, 10},
        {"PiDigits", 15, 14.5, 13.8},
    };
    struct numbers *data = malloc(sizeof *data), *certified = malloc(sizeof *certified);
    char line[256];
    FILE *file = open_reference("nist", "certified_univariate");

    assert_true(data && certified && fgets(line, sizeof line, file));
    print_message("%-10s %8s %10s %10s\n", "digits of", "mean", "deviation",
                  "autocorr.");
    for (size_t i = 0; i < sizeof least / sizeof *least; i++) {
        size_t columns;
        assert_non_null(fgets(line, sizeof line, file));
        assert_int_equal(strncmp(line, least[i].name, strlen(least[i].name)), 0);
        read_numbers(certified, strchr(line, ',') + 1);
        const size_t n = read_rows(data, &columns, least[i].name);
        const struct armex_univariate found = armex_univariate(data->at, n);
        const double mean = digits(found.mean, certified->at[1]);
        const double deviation = digits(found.deviation, certified->at[2]);
        const double autocorrelation = digits(found.autocorrelation, certified->at[3]);
        print_message("%-10s %8.1f %10.1f %10.1f\n", least[i].name, mean, deviation,
                      autocorrelation);
        assert_int_equal((size_t)certified->at[0], n);
        assert_true(mean >= least[i].mean && deviation >= least[i].deviation &&
                    autocorrelation >= least[i].autocorrelation);
    }
    (void)fclose(file);
    free(certified);
    free(data);
}

/** Reads the next line of the certified values, which is of `dataset`. */
static void next_certified(struct numbers *out, FILE *file, const char *dataset)
{
    char line[256];
    assert_non_null(fgets(line, sizeof line, file));
    assert_int_equal(strncmp(line, dataset, strlen(dataset)), 0);
    read_numbers(out, strchr(strchr(line, ',') + 1, ',') + 1);
}

static void fit_rows(struct armex_fit *out, const struct numbers *data, size_t n,
                     size_t columns, size_t degree)
{
    double *x = calloc(n * columns, sizeof *x), *y = calloc(n, sizeof *y);

    assert_true(x && y);
    for (size_t i = 0; i < n; i++) {
        y[i] = data->at[i * columns];
        x[degree ? i : i * columns] = degree ? data->at[i * columns + 1] : 1.0;
        for (size_t j = 1; !degree && j < columns; j++)
            x[i * columns + j] = data->at[i * columns + j];
    }
    assert_int_equal(degree ? armex_regression_polynomial(out, x, y, n, degree, NULL)
                            : armex_regression(out, x, y, n, columns, NULL),
                     ARMEX_OK);
    free(y);
    free(x);
}

static void linear_regression_has_thirteen_digits_even_of_filip(void **state)
{
    (void)state;
    const struct {
        const char *name;
        size_t degree; /* of a polynomial; 0: columns of its own */
        double least;
    } sets[] = {{"Filip", 10, 13},   {"Longley", 0, 13},  {"Wampler1", 5, 15},
                {"Wampler2", 5, 13}, {"Wampler3", 5, 14}, {"Wampler4", 5, 14},
                {"Wampler5", 5, 14}};
    struct numbers *data = malloc(sizeof *data), *certified = malloc(sizeof *certified);
    char line[256];
    FILE *file = open_reference("nist", "certified_linear");

    assert_true(data && certified && fgets(line, sizeof line, file));
    print_message("%-10s %9s %10s %9s %10s\n", "digits of", "estimates", "deviations",
                  "residual", "R squared");
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        size_t columns;
        struct armex_fit fit;
        double estimate = 15, deviation = 15;
        const size_t n = read_rows(data, &columns, sets[i].name);
        fit_rows(&fit, data, n, columns, sets[i].degree);
        for (size_t j = 0; j < fit.p; j++) {
            next_certified(certified, file, sets[i].name);
            estimate = fmin(estimate, digits(fit.coefficient[j], certified->at[0]));
            deviation =
                fmin(deviation, digits(fit.standard_error[j], certified->at[1]));
        }
        next_certified(certified, file, sets[i].name);
        const double residual = digits(fit.deviation, certified->at[0]);
        next_certified(certified, file, sets[i].name);
        const double r_squared = digits(fit.r_squared, certified->at[0]);
        print_message("%-10s %9.1f %10.1f %9.1f %10.1f\n", sets[i].name, estimate,
                      deviation, residual, r_squared);
        assert_true(fmin(fmin(estimate, deviation), fmin(residual, r_squared)) >=
                    sets[i].least);
        armex_fit_free(&fit);
    }
    (void)fclose(file);
    free(certified);
    free(data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(univariate_statistics_have_the_digits_a_double_can_hold),
        cmocka_unit_test(linear_regression_has_thirteen_digits_even_of_filip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
