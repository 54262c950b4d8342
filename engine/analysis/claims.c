/** analysis/claims.c: every claim against every dataset. */
#include "analysis/claims.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/agreement_unlike.h"
#include "analysis/claims_convert.h"
#include "analysis/claims_library.h"
#include "analysis/claims_table.h"

/* One statement on its way through the datasets. */
struct hearing {
    const struct armex_statement *statement;
    enum armex_verdict best; /* of the rows so far; ARMEX_VERDICTS: none */
    struct armex_text why;   /* why a dataset that might have borne on it does not */
    bool comparable;         /* some series could have answered */
};

struct court {
    const struct armex_claims_options *options;
    const struct armex_store *store;
    struct armex_library library;
    struct armex_verdicts verdicts;
    struct armex_error *error;
};

/* The teaching part of a refusal: what the dataset has instead. */
static void remember_unlike(struct hearing *hearing,
                            const struct armex_vintage *vintage)
{
    const struct armex_statement *statement = hearing->statement;
    struct armex_series claimed = {.unit = statement->unit,
                                   .measure = statement->measure,
                                   .scope = "",
                                   .period = {1, 1}};

    const struct armex_series tiv = {.unit.kind = ARMEX_TIV,
                                     .measure = ARMEX_DELIVERIES_TIV,
                                     .scope = "",
                                     .period = {1, 1}};

    if (!statement->has_unit)
        claimed.unit.kind = ARMEX_MONEY;
    if (statement->has_unit && statement->unit.kind == ARMEX_MONEY &&
        !statement->any_measure && statement->measure == ARMEX_DELIVERIES_TIV) {
        armex_text_free(&hearing->why);
        armex_text_add(&hearing->why, armex_unlike(&claimed, &tiv));
        return;
    }
    for (size_t s = 0; s < vintage->panel->n_series && !hearing->why.length; s++) {
        const struct armex_series *series = &vintage->panel->series[s];
        if (strcmp(series->entity, statement->entity->code) != 0 ||
            series->flow != statement->flow)
            continue;
        if (!statement->any_measure && series->measure != statement->measure)
            continue;
        const char *words = armex_unlike(&claimed, series);
        armex_text_printf(&hearing->why, "%s counts %s in another unit: %s",
                          vintage->provenance.dataset,
                          armex_measure_words(series->measure),
                          words ? words : "it covers part of the world only");
    }
}

static void remember_years(struct hearing *hearing, const struct armex_vintage *vintage)
{
    if (hearing->comparable)
        return;
    hearing->comparable = true;
    armex_text_free(&hearing->why);
    armex_text_printf(&hearing->why, "%s has no figure of it for these years",
                      vintage->provenance.dataset);
}

static armex_status put(struct court *court, struct hearing *hearing,
                        const struct armex_vintage *vintage,
                        const struct armex_panel *panel,
                        const struct armex_judgement *judgement,
                        struct armex_date vintage_date, const char *converted)
{
    if (judgement->verdict < hearing->best)
        hearing->best = judgement->verdict;
    return armex_verdicts_add(&court->verdicts, hearing->statement, vintage, panel,
                              judgement, vintage_date, converted);
}

/* What older stored vintages of the same dataset said, the newest of them first. */
static armex_status ask_older(struct court *court, struct armex_judgement *judgement,
                              struct armex_date *date, size_t book,
                              const struct armex_statement *statement)
{
    struct armex_library *library = &court->library;
    armex_status status = ARMEX_OK;

    for (size_t i = book + 1; !status && i < library->n && !library->books[i].newest &&
                              judgement->verdict == ARMEX_CONTRADICTED;
         i++) {
        struct armex_judgement older;
        bool bears, answered = false;
        status = armex_library_read(&library->books[i], court->error);
        if (status || !library->books[i].vintage->panel)
            continue;
        status =
            armex_claim_judgement(&older, &bears, &answered, library->books[i].vintage,
                                  statement, court->options->as_of, court->error);
        if (!status && bears && older.verdict <= ARMEX_ROUNDING) {
            judgement->verdict = ARMEX_OTHER_VINTAGE;
            judgement->found.value = older.found.value;
            judgement->found.digits = older.found.digits;
            *date = judgement->day = library->books[i].stored->vintage;
        }
    }
    return status;
}

/* Money of another currency, at the rates of the store. */
static armex_status ask_converted(struct court *court, struct hearing *hearing,
                                  const struct armex_vintage *vintage, bool *answered)
{
    struct armex_panel *converted = NULL;
    struct armex_judgement judgement;
    bool bears = false;
    armex_status status =
        armex_claim_converted(&converted, court->store, vintage, hearing->statement,
                              court->options->as_of, court->error);

    if (!status && converted) {
        struct armex_vintage shown = *vintage;
        shown.panel = converted;
        shown.publications = NULL;
        status = armex_claim_judgement(&judgement, &bears, answered, &shown,
                                       hearing->statement, 0, court->error);
        if (!status && bears)
            status = put(court, hearing, vintage, converted, &judgement,
                         vintage->provenance.vintage,
                         "; converted at the yearly average rate");
    }
    armex_panel_free(converted);
    return status;
}

static armex_status ask(struct court *court, struct hearing *hearing, size_t book)
{
    const struct armex_vintage *vintage = court->library.books[book].vintage;
    struct armex_date date = vintage->provenance.vintage;
    struct armex_judgement judgement;
    bool bears, answered = false;
    armex_status status =
        armex_claim_judgement(&judgement, &bears, &answered, vintage,
                              hearing->statement, court->options->as_of, court->error);

    if (!status && bears) {
        if (judgement.verdict == ARMEX_OTHER_VINTAGE)
            date = judgement.day;
        status = ask_older(court, &judgement, &date, book, hearing->statement);
        return status
                   ? status
                   : put(court, hearing, vintage, vintage->panel, &judgement, date, "");
    }
    if (!status && !answered)
        status = ask_converted(court, hearing, vintage, &answered);
    if (!status && answered)
        remember_years(hearing, vintage);
    else if (!status && !hearing->comparable)
        remember_unlike(hearing, vintage);
    return status;
}

/* Nothing bore on it: that is a row too. */
static armex_status conclude(struct court *court, struct hearing *hearing)
{
    struct armex_judgement judgement = {.standing = {.value = NAN}};
    const bool unlike = hearing->why.length && !hearing->comparable;

    if (hearing->best != ARMEX_VERDICTS)
        return ARMEX_OK;
    if (hearing->why.failed)
        return armex_fail_memory(court->error);
    judgement.verdict = unlike ? ARMEX_NOT_COMPARABLE : ARMEX_NO_DATA;
    judgement.found.value = NAN;
    hearing->best = judgement.verdict;
    return armex_verdicts_settle(
        &court->verdicts, hearing->statement, judgement.verdict, NAN,
        hearing->why.length ? hearing->why.data : "no dataset holds such a figure");
}

static armex_status hear(struct court *court, struct hearing *hearing)
{
    const struct armex_statement *statement = hearing->statement;
    armex_status status = ARMEX_OK;

    if (statement->settled != ARMEX_VERDICTS) {
        hearing->best = statement->settled;
        return armex_verdicts_settle(&court->verdicts, statement, statement->settled,
                                     statement->own, statement->why);
    }
    for (size_t i = 0; !status && i < court->library.n; i++) {
        struct armex_book *book = &court->library.books[i];
        if (!book->newest)
            continue;
        status = armex_library_read(book, court->error);
        if (!status && book->vintage->panel)
            status = ask(court, hearing, i);
    }
    return status ? status : conclude(court, hearing);
}

armex_status armex_claims_check(struct armex_table **out, size_t *contradicted,
                                const struct armex_store *store,
                                const struct armex_statements *statements,
                                const struct armex_claims_options *options,
                                struct armex_error *error)
{
    struct court court = {.options = options, .store = store, .error = error};
    armex_status status = armex_verdicts_begin(&court.verdicts, error);

    *out = NULL;
    *contradicted = 0;
    if (!status)
        status = armex_library_open(&court.library, store, options->dataset,
                                    options->as_of, error);
    for (size_t i = 0; !status && i < statements->n; i++) {
        struct hearing hearing = {.statement = &statements->items[i],
                                  .best = ARMEX_VERDICTS};
        status = hear(&court, &hearing);
        *contradicted += hearing.best == ARMEX_CONTRADICTED;
        armex_text_free(&hearing.why);
    }
    if (!status)
        status = armex_verdicts_end(out, &court.verdicts);
    else
        armex_table_free(court.verdicts.row.table);
    armex_library_close(&court.library);
    return status;
}
