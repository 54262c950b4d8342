/** analysis/compare_table.c: agreement as a table. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/columns.h"
#include "analysis/compare_parts.h"

enum {
    ENTITY,
    NAME,
    YEAR,
    DATASET_A,
    VINTAGE_A,
    DATASET_B,
    VINTAGE_B,
    MEASURE_A,
    MEASURE_B,
    N,
    RATIO,
    SPREAD,
    BIAS,
    LOWER,
    UPPER,
    CONCORDANCE,
    SPEARMAN,
    KENDALL,
    SAME_DIRECTION,
    INDEX_RATIO,
    LAG,
    LAG_CORRELATION,
    ONLY_A,
    ONLY_B,
    SCOPE,
    UNIT_A,
    UNIT_B,
    NIL_BOTH,
    COLUMNS
};

#define TEXT ARMEX_COLUMN_TEXT
#define NUMBER ARMEX_COLUMN_NUMBER
#define COUNT ARMEX_COLUMN_COUNT

static const struct armex_column columns[COLUMNS] = {
    [ENTITY] = {"entity", "Code", "", "code of the entity; empty: all together", TEXT,
                true},
    [NAME] = ARMEX_NAME_COLUMN,
    [YEAR] = {"year", "Year", "year", "the year, of a row of one year",
              ARMEX_COLUMN_YEAR, true},
    [DATASET_A] = ARMEX_DATASET_A_COLUMN,
    [VINTAGE_A] = ARMEX_VINTAGE_A_COLUMN,
    [DATASET_B] = ARMEX_DATASET_B_COLUMN,
    [VINTAGE_B] = ARMEX_VINTAGE_B_COLUMN,
    [MEASURE_A] = ARMEX_MEASURE_A_COLUMN,
    [MEASURE_B] = ARMEX_MEASURE_B_COLUMN,
    [N] = {"n", "Both", "", "figures that both have", COUNT, false},
    [RATIO] = {"ratio", "A / B", "", "median of a / b", NUMBER, false},
    [SPREAD] = {"spread", "Spread", "", "geometric standard deviation of a / b", NUMBER,
                true},
    [BIAS] = {"bias", "Bias", "", "mean of ln a - ln b", NUMBER, false},
    [LOWER] = {"lower", "from", "", "lower limit of agreement, bias - 1.96 sd", NUMBER,
               false},
    [UPPER] = {"upper", "to", "", "upper limit of agreement, bias + 1.96 sd", NUMBER,
               false},
    [CONCORDANCE] = {"concordance", "Concordance", "",
                     "Lin's coefficient of the logarithms", NUMBER, true},
    [SPEARMAN] = {"spearman", "Spearman", "",
                  "rank correlation: of an entity over years, else over states", NUMBER,
                  false},
    [KENDALL] = {"kendall", "Kendall", "", "tau-b, likewise", NUMBER, false},
    [SAME_DIRECTION] = {"same_direction", "Same direction", "fraction",
                        "of changes from year to year", ARMEX_COLUMN_FRACTION, false},
    [INDEX_RATIO] = {"index_ratio", "Growth A / B", "",
                     "growth from the first to the last common year, a over b", NUMBER,
                     true},
    [LAG] = {"lag", "Lag", "year", "years by which b follows a", NUMBER, true},
    [LAG_CORRELATION] = {"lag_correlation", "at r", "",
                         "correlation of the changes at that lag", NUMBER, true},
    [ONLY_A] = {"only_a", "Only A", "", "figures that only the one has", COUNT, false},
    [ONLY_B] = {"only_b", "Only B", "", "figures that only the other has", COUNT,
                false},
    [SCOPE] = {"scope", "Scope", "", "of the measures: one, or one a side", TEXT, true},
    [UNIT_A] = {"unit_a", "Unit", "", "of the one; empty: several", TEXT, true},
    [UNIT_B] = {"unit_b", "Unit", "", "of the other; empty: several", TEXT, true},
    [NIL_BOTH] = {"nil_both", "Nil in both", "",
                  "states nil in both that year, left out of the rank correlations; of "
                  "a pair in all its years",
                  COUNT, true},
};

armex_status armex_compare_table(struct armex_table **out, enum armex_compare_by by,
                                 bool vintages, struct armex_error *error)
{
    const armex_status status =
        armex_table_create(out, "compare", columns, COLUMNS, error);

    if (!status) {
        (*out)->title = "How far the counts agree";
        (*out)->columns[YEAR].machine = by != ARMEX_BY_YEAR;
        (*out)->columns[NAME].machine = by == ARMEX_BY_YEAR;
        (*out)->columns[VINTAGE_A].machine = !vintages;
        (*out)->columns[VINTAGE_B].machine = !vintages;
    }
    return status;
}

static void put_levels(struct armex_row *row, const struct armex_agreement *levels)
{
    armex_row_number(row, RATIO, levels->ratio);
    armex_row_number(row, SPREAD, levels->spread);
    armex_row_number(row, BIAS, levels->bias);
    armex_row_number(row, LOWER, levels->lower);
    armex_row_number(row, UPPER, levels->upper);
    armex_row_number(row, CONCORDANCE, levels->concordance);
}

void armex_compare_put_count(struct armex_row *row, const struct armex_count *count,
                             size_t dataset, size_t measure, size_t vintage)
{
    char date[ARMEX_DATE_SIZE];

    armex_date_write(date, count->source->vintage);
    armex_row_text(row, dataset, count->source->dataset);
    armex_row_text(row, measure, armex_measure_name(count->measure));
    armex_row_text(row, vintage, date);
}

/* Scope and units of the entity, or of the first: of all together the units only where
   they are one. */
static void put_kinds(struct armex_row *row, const struct armex_pair *pair,
                      const struct armex_comparison *comparison)
{
    const struct armex_match *match = &pair->matches[0];
    char unit[ARMEX_UNIT_SIZE], scope[256];
    size_t m = 0;

    while (m < pair->n_matches &&
           strcmp(pair->a.panel->series[pair->matches[m].a].entity,
                  comparison->entity) != 0)
        m++;
    const bool one = m < pair->n_matches;
    match += one ? m : 0;
    const struct armex_series *a = &pair->a.panel->series[match->a];
    const struct armex_series *b = &pair->b.panel->series[match->b];
    snprintf(scope, sizeof scope, "%s, %s", a->scope, b->scope);
    if (one)
        armex_row_text(row, SCOPE, strcmp(a->scope, b->scope) ? scope : a->scope);
    armex_unit_write(unit, a->unit);
    armex_row_text(row, UNIT_A, one || pair->a.one_unit ? unit : "");
    armex_unit_write(unit, b->unit);
    armex_row_text(row, UNIT_B, one || pair->b.one_unit ? unit : "");
}

void armex_compare_put(struct armex_row *row, const struct armex_pair *pair,
                       const struct armex_comparison *comparison)
{
    armex_row_add(row);
    armex_row_text(row, ENTITY, comparison->entity);
    armex_row_text(row, NAME, comparison->name);
    armex_row_number(row, YEAR, comparison->year ? (double)comparison->year : NAN);
    armex_compare_put_count(row, &pair->a, DATASET_A, MEASURE_A, VINTAGE_A);
    armex_compare_put_count(row, &pair->b, DATASET_B, MEASURE_B, VINTAGE_B);
    armex_row_number(row, N, (double)comparison->n);
    put_levels(row, &comparison->levels);
    armex_row_number(row, SPEARMAN, comparison->spearman);
    armex_row_number(row, KENDALL, comparison->kendall);
    armex_row_number(row, SAME_DIRECTION, comparison->same_direction);
    armex_row_number(row, INDEX_RATIO, comparison->index_ratio);
    if (!isnan(comparison->lead.correlation))
        armex_row_number(row, LAG, comparison->lead.lag);
    armex_row_number(row, LAG_CORRELATION, comparison->lead.correlation);
    armex_row_number(row, ONLY_A, (double)comparison->only_a);
    armex_row_number(row, ONLY_B, (double)comparison->only_b);
    put_kinds(row, pair, comparison);
    armex_row_number(row, NIL_BOTH, comparison->nil_both);
}

bool armex_count_vintages(const struct armex_count *a, const struct armex_count *b)
{
    return strcmp(a->source->dataset, b->source->dataset) == 0 &&
           armex_date_first_day(a->source->vintage) !=
               armex_date_first_day(b->source->vintage);
}

/* Columns without a figure, of counts that have no ratio or no ranks, are not for
   people. */
void armex_compare_hide_empty(struct armex_table *table)
{
    for (size_t c = N + 1; c < COLUMNS; c++) {
        bool empty = table->columns[c].type == ARMEX_COLUMN_NUMBER;
        for (size_t r = 0; empty && r < table->n_rows; r++)
            empty = isnan(armex_table_get_number(table, r, c));
        table->columns[c].machine |= empty;
    }
}
