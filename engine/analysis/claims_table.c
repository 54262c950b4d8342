/** analysis/claims_table.c: verdicts as a table. */
#include "analysis/claims_table.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/columns.h"

enum {
    ID,
    STATEMENT,
    VERDICT,
    DATASET,
    VINTAGE,
    CLAIMED,
    FOUND,
    CLAIMED_WORDS,
    FOUND_WORDS,
    REASON,
    UNIT,
    ENTITY,
    NAME,
    COLUMNS
};

#define TEXT ARMEX_COLUMN_TEXT

static const struct armex_column columns[COLUMNS] = {
    [ID] = {"id", "Id", "", "the claim", TEXT, false},
    [STATEMENT] = {"statement", "Statement", "", "what the figure is said to be of",
                   TEXT, false},
    [VERDICT] = {"verdict", "Verdict", "",
                 "supported, rounding, other_vintage, other_window, contradicted, "
                 "not_comparable or no_data",
                 TEXT, false},
    [DATASET] = {"dataset", "Dataset", "",
                 "that the verdict stands on; empty: none, or the claim itself", TEXT,
                 false},
    [VINTAGE] = {"vintage", "Vintage", "",
                 "of the dataset; of other_vintage when the figure was published", TEXT,
                 false},
    [CLAIMED] = {"claimed", "Claimed", "", "the figure claimed, in the unit of the row",
                 ARMEX_COLUMN_NUMBER, true},
    [FOUND] = {"found", "Found", "", "the figure found, in the unit of the row",
               ARMEX_COLUMN_NUMBER, true},
    [CLAIMED_WORDS] = {"claimed_words", "Claimed", "", "the same for people", TEXT,
                       false},
    [FOUND_WORDS] = {"found_words", "Found", "", "the same for people", TEXT, false},
    [REASON] = {"reason", "Why", "", "what was found where, and what stands now", TEXT,
                false},
    [UNIT] = {"unit", "Unit", "", "of claimed and found: usd, fraction, rank", TEXT,
              true},
    [ENTITY] = ARMEX_ENTITY_COLUMN,
    [NAME] = {"name", "Name", "", "name of the entity", TEXT, true},
};

armex_status armex_verdicts_begin(struct armex_verdicts *out, struct armex_error *error)
{
    *out = (struct armex_verdicts){.row = {.error = error}};
    out->row.status =
        armex_table_create(&out->row.table, "check", columns, COLUMNS, error);
    if (!out->row.status)
        out->row.table->title = "Claims against the figures";
    return out->row.status;
}

static bool is_amount(const struct armex_statement *statement)
{
    return statement->what == ARMEX_CLAIMED_VALUE ||
           statement->what == ARMEX_CLAIMED_MEAN;
}

static void put_unit(struct armex_row *row, const struct armex_statement *statement,
                     struct armex_unit unit)
{
    char text[ARMEX_UNIT_SIZE];

    armex_unit_write(text, unit);
    armex_row_text(row, UNIT,
                   statement->what == ARMEX_CLAIMED_RANK ? "rank"
                   : !is_amount(statement)               ? "fraction"
                                                         : text);
}

static void put_text(struct armex_row *row, size_t column, struct armex_text *text)
{
    if (text->failed && !row->status)
        row->status = armex_fail_memory(row->error);
    armex_row_text(row, column, text->data ? text->data : "");
    armex_text_free(text);
}

static void put_figures(struct armex_row *row, const struct armex_statement *statement,
                        struct armex_unit unit, double found, unsigned digits)
{
    const double claimed =
        statement->times ? statement->figure - 1.0 : statement->figure;
    struct armex_text words = {0};

    armex_row_number(row, CLAIMED, claimed);
    armex_row_number(row, FOUND, found);
    armex_claim_figure_words(&words, statement, unit, claimed, statement->digits);
    put_text(row, CLAIMED_WORDS, &words);
    armex_claim_figure_words(&words, statement, unit, found, digits);
    put_text(row, FOUND_WORDS, &words);
    put_unit(row, statement, unit);
}

static void begin(struct armex_verdicts *verdicts,
                  const struct armex_statement *statement, enum armex_verdict verdict)
{
    struct armex_row *row = &verdicts->row;
    struct armex_text words = {0};

    verdicts->counts[verdict]++;
    armex_claim_words(&words, statement);
    armex_row_add(row);
    armex_row_text(row, ID, statement->id);
    put_text(row, STATEMENT, &words);
    armex_row_text(row, VERDICT, armex_verdict_name(verdict));
    armex_row_text(row, ENTITY, statement->entity->code);
    armex_row_text(row, NAME, statement->entity->name);
}

armex_status armex_verdicts_add(struct armex_verdicts *verdicts,
                                const struct armex_statement *statement,
                                const struct armex_vintage *vintage,
                                const struct armex_panel *panel,
                                const struct armex_judgement *judgement,
                                struct armex_date vintage_date, const char *more)
{
    struct armex_row *row = &verdicts->row;
    const struct armex_series *series = &panel->series[judgement->found.series];
    struct armex_text reason = {0};
    char date[ARMEX_DATE_SIZE];

    armex_date_write(date, vintage_date);
    begin(verdicts, statement, judgement->verdict);
    armex_row_text(row, DATASET, vintage->provenance.dataset);
    armex_row_text(row, VINTAGE, date);
    put_figures(row, statement, series->unit, judgement->found.value,
                judgement->found.digits);
    armex_claim_reason(&reason, statement, panel, judgement);
    armex_text_add(&reason, more);
    put_text(row, REASON, &reason);
    if (!row->status)
        row->status = armex_notes_source(&row->table->notes, row->table->arena,
                                         &vintage->provenance, row->error);
    return row->status;
}

armex_status armex_verdicts_settle(struct armex_verdicts *verdicts,
                                   const struct armex_statement *statement,
                                   enum armex_verdict verdict, double found,
                                   const char *why)
{
    begin(verdicts, statement, verdict);
    put_figures(&verdicts->row, statement, statement->unit, found, 0);
    armex_row_text(&verdicts->row, REASON, why);
    return verdicts->row.status;
}

armex_status armex_verdicts_end(struct armex_table **out,
                                struct armex_verdicts *verdicts)
{
    struct armex_row *row = &verdicts->row;
    struct armex_text counts = {0};

    for (int v = 0; v < ARMEX_VERDICTS; v++)
        if (verdicts->counts[v])
            armex_text_printf(&counts, "%s%s %zu", counts.length ? ", " : "",
                              armex_verdict_name((enum armex_verdict)v),
                              verdicts->counts[v]);
    if (counts.failed)
        row->status = armex_fail_memory(row->error);
    else if (row->table->n_rows > 1)
        row->status = armex_notes_add(&row->table->notes, row->table->arena, row->error,
                                      "%s", counts.data);
    armex_text_free(&counts);
    if (row->status)
        armex_table_free(row->table);
    *out = row->status ? NULL : row->table;
    return row->status;
}
