/** analysis/mirror.c: the tables of both sides' reports. */
#include "analysis/mirror.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/columns.h"
#include "analysis/mirror_pairs.h"

enum {
    S_ENTITY,
    S_NAME,
    S_VALUE,
    S_MIRRORED,
    S_UNIT,
    S_PAIRS,
    S_BOTH,
    S_LOG_RATIO,
    S_DISTANCE,
    S_UNMATCHED_OWN,
    S_SILENT,
    S_UNMATCHED_PARTNER,
    S_COLUMNS
};

enum { TOP_UNLESS_NAMED = 10 };

static const struct armex_column summary_columns[S_COLUMNS] = {
    [S_ENTITY] = ARMEX_ENTITY_COLUMN,
    [S_NAME] = ARMEX_NAME_COLUMN,
    [S_VALUE] = {"value", "Reports", "", "what it reports itself", ARMEX_COLUMN_AMOUNT,
                 false},
    [S_MIRRORED] = {"mirrored", "Partners report", "", "what its partners report of it",
                    ARMEX_COLUMN_AMOUNT, false},
    [S_UNIT] = ARMEX_UNIT_COLUMN("unit of the amounts"),
    [S_PAIRS] = {"pairs", "Pairs", "", "pairs and years of which either side reports",
                 ARMEX_COLUMN_COUNT, false},
    [S_BOTH] = {"both", "By both", "", "of which both sides report", ARMEX_COLUMN_COUNT,
                false},
    [S_LOG_RATIO] = {"log_ratio", "Log ratio", "",
                     "median of ln(own / partner's) where both report",
                     ARMEX_COLUMN_NUMBER, false},
    [S_DISTANCE] = {"distance", "Distance", "",
                    "mean of its absolute values: 0.69 is twice or half",
                    ARMEX_COLUMN_NUMBER, false},
    [S_UNMATCHED_OWN] = {"unmatched_own", "Not by partners", "fraction",
                         "of what it reports: no partner reports it",
                         ARMEX_COLUMN_FRACTION, false},
    [S_SILENT] = {"silent", "Silent", "fraction",
                  "of what it reports: the partner reports nothing at all that year",
                  ARMEX_COLUMN_FRACTION, false},
    [S_UNMATCHED_PARTNER] = {"unmatched_partner", "Not by itself", "fraction",
                             "of what partners report: it does not",
                             ARMEX_COLUMN_FRACTION, false},
};

enum {
    P_ENTITY,
    P_NAME,
    P_PARTNER,
    P_PARTNER_NAME,
    P_YEAR,
    P_VALUE,
    P_MIRRORED,
    P_UNIT,
    P_LOG_RATIO,
    P_RATIO,
    P_COLUMNS
};

static const struct armex_column pair_columns[P_COLUMNS] = {
    [P_ENTITY] = ARMEX_ENTITY_COLUMN,
    [P_NAME] = ARMEX_NAME_COLUMN,
    [P_PARTNER] = ARMEX_PARTNER_COLUMN,
    [P_PARTNER_NAME] = ARMEX_PARTNER_NAME_COLUMN,
    [P_YEAR] = {"year", "Year", "year", "of the trade", ARMEX_COLUMN_YEAR, false},
    [P_VALUE] = {"value", "Reports", "", "what the entity reports", ARMEX_COLUMN_AMOUNT,
                 false},
    [P_MIRRORED] = {"mirrored", "Partner reports", "", "what the partner reports of it",
                    ARMEX_COLUMN_AMOUNT, false},
    [P_UNIT] = ARMEX_UNIT_COLUMN("unit of the amounts"),
    [P_LOG_RATIO] = {"log_ratio", "Log ratio", "", "ln(own / partner's)",
                     ARMEX_COLUMN_NUMBER, false},
    [P_RATIO] = {"ratio", "Ratio", "", "own over partner's", ARMEX_COLUMN_NUMBER,
                 false},
};

/* What one entity's pairs add up to. */
struct reporter {
    size_t entity, first, end; /* of the pairs */
    double values[2], unmatched[2], silent;
};

static const char *name_of(const struct armex_flows *flows, uint32_t entity)
{
    const struct armex_edges named = {.flows = flows};
    return armex_edges_name(&named, entity);
}

static double reported(double value)
{
    return value > 0.0 && isfinite(value) ? value : NAN;
}

static struct reporter add_up(const struct armex_mirror_pairs *pairs, size_t first)
{
    struct reporter out = {.entity = pairs->items[first].entity, .first = first};

    for (out.end = first;
         out.end < pairs->n && pairs->items[out.end].entity == out.entity; out.end++) {
        const struct armex_mirrored *pair = &pairs->items[out.end];
        for (int side = 0; side < 2; side++) {
            out.values[side] += pair->values[side];
            if (!(pair->values[!side] > 0.0))
                out.unmatched[side] += pair->values[side];
        }
        if (pair->silent)
            out.silent += pair->values[ARMEX_OWN];
    }
    return out;
}

static void put_ratios(struct armex_row *row, const struct armex_mirror_pairs *pairs,
                       const struct reporter *reporter, double *ratios)
{
    double distance = 0.0;
    size_t n = 0;

    for (size_t i = reporter->first; i < reporter->end; i++) {
        const double ratio = armex_mirror_log_ratio(&pairs->items[i]);
        if (isnan(ratio))
            continue;
        ratios[n++] = ratio;
        distance += fabs(ratio);
    }
    gsl_sort(ratios, 1, n);
    armex_row_number(row, S_PAIRS, (double)(reporter->end - reporter->first));
    armex_row_number(row, S_BOTH, (double)n);
    armex_row_number(row, S_LOG_RATIO,
                     n ? gsl_stats_median_from_sorted_data(ratios, 1, n) : NAN);
    armex_row_number(row, S_DISTANCE, n ? distance / (double)n : NAN);
}

static void put_reporter(struct armex_row *row, const struct armex_mirror_pairs *pairs,
                         const struct reporter *reporter, double *ratios)
{
    const struct armex_flows *flows = pairs->flows;
    const double *values = reporter->values;
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, flows->unit);
    armex_row_add(row);
    armex_row_text(row, S_ENTITY, flows->entities[reporter->entity]);
    armex_row_text(row, S_NAME, name_of(flows, (uint32_t)reporter->entity));
    armex_row_number(row, S_VALUE, reported(values[ARMEX_OWN]));
    armex_row_number(row, S_MIRRORED, reported(values[ARMEX_PARTNERS]));
    armex_row_text(row, S_UNIT, unit);
    put_ratios(row, pairs, reporter, ratios);
    armex_row_number(row, S_UNMATCHED_OWN,
                     reporter->unmatched[ARMEX_OWN] / values[ARMEX_OWN]);
    armex_row_number(row, S_SILENT, reporter->silent / values[ARMEX_OWN]);
    armex_row_number(row, S_UNMATCHED_PARTNER,
                     reporter->unmatched[ARMEX_PARTNERS] / values[ARMEX_PARTNERS]);
}

/* The larger of what either side has, the largest first. */
static int by_size(const void *a, const void *b)
{
    const struct reporter *x = a, *y = b;
    const double of_x = fmax(x->values[ARMEX_OWN], x->values[ARMEX_PARTNERS]);
    const double of_y = fmax(y->values[ARMEX_OWN], y->values[ARMEX_PARTNERS]);

    if (of_x != of_y)
        return of_x > of_y ? -1 : 1;
    return (x->entity > y->entity) - (x->entity < y->entity); // sorted by code
}

static armex_status put_summary(struct armex_row *row,
                                const struct armex_mirror_pairs *pairs,
                                const struct armex_bilateral_options *options)
{
    const size_t top = (size_t)(options->top ? options->top : TOP_UNLESS_NAMED);
    struct reporter *reporters =
        calloc(pairs->flows->n_entities + 1, sizeof *reporters);
    double *ratios = calloc(pairs->n + 1, sizeof *ratios);
    size_t n = 0;

    if (!reporters || !ratios) {
        free(ratios);
        free(reporters);
        return armex_fail_memory(row->error);
    }
    for (size_t first = 0; first < pairs->n; first = reporters[n++].end)
        reporters[n] = add_up(pairs, first);
    qsort(reporters, n, sizeof *reporters, by_size);
    for (size_t i = 0; !options->n_entities && i < n && i < top; i++)
        put_reporter(row, pairs, &reporters[i], ratios);
    for (size_t e = 0; e < options->n_entities; e++)
        for (size_t i = 0; i < n; i++)
            if (armex_edges_entity(&(struct armex_edges){.flows = pairs->flows},
                                   options->entities[e]->code) == reporters[i].entity)
                put_reporter(row, pairs, &reporters[i], ratios);
    free(ratios);
    free(reporters);
    return row->status;
}

static bool is_among(const struct armex_entity *const *list, size_t n, const char *code)
{
    const struct armex_entity *entity = armex_entity_by_code(code);
    for (size_t i = 0; i < n; i++)
        if (list[i] == entity)
            return true;
    return n == 0;
}

static void put_pair(struct armex_row *row, const struct armex_flows *flows,
                     const struct armex_mirrored *pair)
{
    const double log_ratio = armex_mirror_log_ratio(pair);
    const double ratio = pair->values[ARMEX_OWN] / pair->values[ARMEX_PARTNERS];
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, flows->unit);
    armex_row_add(row);
    armex_row_text(row, P_ENTITY, flows->entities[pair->entity]);
    armex_row_text(row, P_NAME, name_of(flows, pair->entity));
    armex_row_text(row, P_PARTNER, flows->entities[pair->partner]);
    armex_row_text(row, P_PARTNER_NAME, name_of(flows, pair->partner));
    armex_row_number(row, P_YEAR, pair->year);
    armex_row_number(row, P_VALUE, reported(pair->values[ARMEX_OWN]));
    armex_row_number(row, P_MIRRORED, reported(pair->values[ARMEX_PARTNERS]));
    armex_row_text(row, P_UNIT, unit);
    armex_row_number(row, P_LOG_RATIO, log_ratio);
    armex_row_number(row, P_RATIO, isnan(log_ratio) || !isfinite(ratio) ? NAN : ratio);
}

static armex_status put_pairs(struct armex_row *row,
                              const struct armex_mirror_pairs *pairs,
                              const struct armex_bilateral_options *options)
{
    const struct armex_flows *flows = pairs->flows;

    for (size_t i = 0; i < pairs->n; i++) {
        const struct armex_mirrored *pair = &pairs->items[i];
        if (is_among(options->entities, options->n_entities,
                     flows->entities[pair->entity]) &&
            is_among(options->partners, options->n_partners,
                     flows->entities[pair->partner]))
            put_pair(row, flows, pair);
    }
    return row->status;
}

static armex_status note(struct armex_table *table,
                         const struct armex_mirror_pairs *pairs,
                         const struct armex_bilateral_options *options,
                         struct armex_error *error)
{
    const struct armex_edges window = {.flows = pairs->flows,
                                       .from = pairs->from,
                                       .to = pairs->to,
                                       .without_value = pairs->without_value};
    struct armex_bilateral_options everybody = *options;

    everybody.n_entities = 0; // who has nothing has no row
    armex_status status = armex_edges_notes(table, &window, &everybody,
                                            options->flow == ARMEX_EXPORTS
                                                ? "Exports as reported by both sides"
                                                : "Imports as reported by both sides",
                                            error);
    if (!status)
        status = armex_notes_add(&table->notes, table->arena, error,
                                 "imports are mostly valued with freight and "
                                 "insurance, exports without, so a "
                                 "log ratio of exports over imports of some -0.05 to "
                                 "-0.1 is no disagreement");
    return status;
}

armex_status armex_mirror(struct armex_table **out, const struct armex_flows *flows,
                          const struct armex_bilateral_options *options,
                          struct armex_error *error)
{
    const bool in_pairs = options->pairs || options->n_partners > 0;
    struct armex_mirror_pairs pairs;
    struct armex_row row = {.error = error};
    armex_status status = armex_mirror_pairs(&pairs, flows, options, error);

    if (!status)
        status = armex_table_create(
            &row.table, "mirror", in_pairs ? pair_columns : summary_columns,
            in_pairs ? (size_t)P_COLUMNS : (size_t)S_COLUMNS, error);
    if (!status)
        status = in_pairs ? put_pairs(&row, &pairs, options)
                          : put_summary(&row, &pairs, options);
    if (!status)
        status = note(row.table, &pairs, options, error);
    armex_mirror_pairs_end(&pairs);
    if (status)
        armex_table_free(row.table);
    *out = status ? NULL : row.table;
    return status;
}
