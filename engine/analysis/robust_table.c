/** analysis/robust_table.c: how often a claim holds, and when. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/columns.h"
#include "analysis/robust_parts.h"
#include "analysis/row.h"

enum { LONGEST_LABEL = 160 };

#define TEXT ARMEX_COLUMN_TEXT
#define YEAR ARMEX_COLUMN_YEAR

enum { CHOICE, OF, HOLDS, N, SHARE, SUMMARY_COLUMNS };

static const struct armex_column summary_columns[SUMMARY_COLUMNS] = {
    [CHOICE] = {"choice", "Choice", "",
                "all, dataset, count, start, end, window, vintage", TEXT, false},
    [OF] = {"of", "of", "", "what was chosen", TEXT, false},
    [HOLDS] = {"holds", "Holds", "", "choices under which the claim holds",
               ARMEX_COLUMN_COUNT, false},
    [N] = {"n", "Choices", "", "how many there are", ARMEX_COLUMN_COUNT, false},
    [SHARE] = ARMEX_SHARE_COLUMN("holds over n"),
};

enum {
    DATASET,
    VINTAGE,
    MEASURE,
    SCOPE,
    START,
    END,
    WINDOW,
    FOUND,
    UNIT,
    FOUND_WORDS,
    DOES_HOLD,
    LIST_COLUMNS
};

static const struct armex_column list_columns[LIST_COLUMNS] = {
    [DATASET] = {"dataset", "Dataset", "", "the dataset", TEXT, false},
    [VINTAGE] = {"vintage", "Vintage", "", "its vintage, or when the figure was told",
                 TEXT, false},
    [MEASURE] = ARMEX_MEASURE_COLUMN(false),
    [SCOPE] = {"scope", "Scope", "", "which count of it", TEXT, false},
    [START] = {"start", "Start", "year", "year of the base; of a window its last", YEAR,
               false},
    [END] = {"end", "End", "year", "year of the end; of a window its last", YEAR,
             false},
    [WINDOW] = {"window", "Window", "year", "how many years", ARMEX_COLUMN_COUNT,
                false},
    [FOUND] = {"found", "Found", "", "the figure, in the unit of the row",
               ARMEX_COLUMN_NUMBER, true},
    [UNIT] = {"unit", "Unit", "", "of found: usd, fraction, rank", TEXT, true},
    [FOUND_WORDS] = {"found_words", "Found", "", "the same for people", TEXT, false},
    [DOES_HOLD] = {"holds", "Holds", "", "yes or no", TEXT, false},
};

static void write_dataset(char out[LONGEST_LABEL], const struct armex_choice *choice)
{
    char date[ARMEX_DATE_SIZE];

    armex_date_write(date, choice->source->vintage);
    snprintf(out, LONGEST_LABEL, "%s@%s", choice->source->dataset, date);
}

static void write_count(char out[LONGEST_LABEL], const struct armex_choice *choice)
{
    snprintf(out, LONGEST_LABEL, "%s, %s", armex_measure_name(choice->series->measure),
             choice->series->scope);
}

static void write_start(char out[LONGEST_LABEL], const struct armex_choice *choice)
{
    snprintf(out, LONGEST_LABEL, "%d", choice->start);
}

static void write_end(char out[LONGEST_LABEL], const struct armex_choice *choice)
{
    snprintf(out, LONGEST_LABEL, "%d", choice->end);
}

static void write_window(char out[LONGEST_LABEL], const struct armex_choice *choice)
{
    snprintf(out, LONGEST_LABEL, "%d", choice->window);
}

static void write_vintage(char out[LONGEST_LABEL], const struct armex_choice *choice)
{
    char date[ARMEX_DATE_SIZE];

    armex_date_write(date, choice->told.year ? choice->told : choice->source->vintage);
    snprintf(out, LONGEST_LABEL, "%s", date);
}

static const struct {
    const char *name;
    void (*write)(char[LONGEST_LABEL], const struct armex_choice *);
} dimensions[] = {{"dataset", write_dataset}, {"count", write_count},
                  {"start", write_start},     {"end", write_end},
                  {"window", write_window},   {"vintage", write_vintage}};

/* One value of one choice. */
struct tally {
    char of[LONGEST_LABEL];
    size_t holds, n;
};

static int by_label(const void *a, const void *b)
{
    const struct tally *x = a, *y = b;
    const long first = strtol(x->of, NULL, 10), second = strtol(y->of, NULL, 10);

    if (first != second) // windows: 3 before 10
        return first < second ? -1 : 1;
    return strcmp(x->of, y->of);
}

static size_t count(struct tally *tallies, const struct armex_choices *choices,
                    size_t d)
{
    size_t n = 0;

    for (size_t i = 0; i < choices->n; i++) {
        struct tally one = {.holds = choices->items[i].holds, .n = 1};
        size_t t = 0;
        dimensions[d].write(one.of, &choices->items[i]);
        while (t < n && strcmp(tallies[t].of, one.of) != 0)
            t++;
        if (t == n) {
            tallies[n++] = one;
            continue;
        }
        tallies[t].holds += one.holds;
        tallies[t].n++;
    }
    qsort(tallies, n, sizeof *tallies, by_label);
    return n;
}

static void put_tally(struct armex_row *row, const char *choice,
                      const struct tally *tally)
{
    armex_row_add(row);
    armex_row_text(row, CHOICE, choice);
    armex_row_text(row, OF, tally->of);
    armex_row_number(row, HOLDS, (double)tally->holds);
    armex_row_number(row, N, (double)tally->n);
    armex_row_number(row, SHARE, (double)tally->holds / (double)tally->n);
}

static struct tally count_all(const struct armex_choices *choices)
{
    struct tally all = {.n = choices->n};

    for (size_t i = 0; i < choices->n; i++)
        all.holds += choices->items[i].holds;
    return all;
}

static armex_status set_title(struct armex_table *table,
                              const struct armex_choices *choices,
                              const struct armex_statement *statement)
{
    const struct tally all = count_all(choices);
    struct armex_text words = {0};

    armex_text_printf(&words, "%s: ", statement->entity->name);
    armex_claim_words(&words, statement);
    armex_text_add(&words, " ");
    armex_claim_figure_words(&words, statement, statement->unit,
                             statement->times ? statement->figure - 1.0
                                              : statement->figure,
                             statement->digits);
    armex_text_printf(&words, " holds in %zu of %zu choices", all.holds, all.n);
    table->title = words.failed ? NULL : armex_arena_text(table->arena, words.data);
    armex_text_free(&words);
    return table->title ? ARMEX_OK : armex_fail_memory(choices->error);
}

armex_status armex_robust_summary(struct armex_table **out,
                                  const struct armex_choices *choices,
                                  const struct armex_statement *statement)
{
    struct armex_row row = {.error = choices->error};
    struct tally *tallies = calloc(choices->n + 1, sizeof *tallies);
    const struct tally all = count_all(choices);

    *out = NULL;
    if (!tallies)
        return armex_fail_memory(row.error);
    row.status = armex_table_create(&row.table, "robust", summary_columns,
                                    SUMMARY_COLUMNS, row.error);
    if (!row.status)
        row.status = set_title(row.table, choices, statement);
    if (!row.status)
        put_tally(&row, "all", &all);
    for (size_t d = 0; !row.status && d < sizeof dimensions / sizeof *dimensions; d++) {
        const size_t n = count(tallies, choices, d);
        for (size_t t = 0; n > 1 && t < n; t++)
            put_tally(&row, dimensions[d].name, &tallies[t]);
    }
    free(tallies);
    if (row.status)
        armex_table_free(row.table);
    *out = row.status ? NULL : row.table;
    return row.status;
}

static void put_found(struct armex_row *row, const struct armex_choice *choice,
                      const struct armex_statement *statement)
{
    const bool amount =
        statement->what == ARMEX_CLAIMED_VALUE || statement->what == ARMEX_CLAIMED_MEAN;
    struct armex_text words = {0};
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, choice->series->unit);
    armex_row_number(row, FOUND, choice->found);
    armex_row_text(row, UNIT,
                   amount                                  ? unit
                   : statement->what == ARMEX_CLAIMED_RANK ? "rank"
                                                           : "fraction");
    armex_claim_figure_words(&words, statement, choice->series->unit, choice->found,
                             choice->digits);
    if (words.failed && !row->status)
        row->status = armex_fail_memory(row->error);
    armex_row_text(row, FOUND_WORDS, words.data ? words.data : "");
    armex_text_free(&words);
}

armex_status armex_robust_list(struct armex_table **out,
                               const struct armex_choices *choices,
                               const struct armex_statement *statement)
{
    struct armex_row row = {.error = choices->error};
    char vintage[LONGEST_LABEL];

    row.status =
        armex_table_create(&row.table, "robust", list_columns, LIST_COLUMNS, row.error);
    if (!row.status)
        row.status = set_title(row.table, choices, statement);
    for (size_t i = 0; !row.status && i < choices->n; i++) {
        const struct armex_choice *choice = &choices->items[i];
        write_vintage(vintage, choice);
        armex_row_add(&row);
        armex_row_text(&row, DATASET, choice->source->dataset);
        armex_row_text(&row, VINTAGE, vintage);
        armex_row_text(&row, MEASURE, armex_measure_name(choice->series->measure));
        armex_row_text(&row, SCOPE, choice->series->scope);
        armex_row_number(&row, START, choice->start ? (double)choice->start : NAN);
        armex_row_number(&row, END, choice->end);
        armex_row_number(&row, WINDOW, choice->window);
        put_found(&row, choice, statement);
        armex_row_text(&row, DOES_HOLD, choice->holds ? "yes" : "no");
    }
    if (row.status)
        armex_table_free(row.table);
    *out = row.status ? NULL : row.table;
    return row.status;
}
