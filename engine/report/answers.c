/** report/answers.c: the questions of a report, each asked once. */
#include "report/answers.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/compare_query.h"
#include "chart/drawn_table.h"
#include "report/changes.h"

enum asked_for { ANALYSIS, DRAWN, CHANGED_FIGURES, ALL_FIGURES };

struct answer {
    const struct armex_query *query;
    struct armex_table *table;
    enum asked_for asked_for;
    const struct armex_chart_kind *kind; /**< that draws it; NULL: not DRAWN */
};

struct armex_answers {
    const struct armex_store *store;
    struct answer *items;
    size_t n, capacity;
};

armex_status armex_answers_create(struct armex_answers **out,
                                  const struct armex_store *store,
                                  struct armex_error *error)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return armex_fail_memory(error);
    (*out)->store = store;
    return ARMEX_OK;
}

void armex_answers_free(struct armex_answers *answers)
{
    if (!answers)
        return;
    for (size_t i = 0; i < answers->n; i++)
        armex_table_free(answers->items[i].table);
    free(answers->items);
    free(answers);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static const char *option_of(const struct armex_query *query, size_t offset)
{
    return *(const char *const *)((const char *)query + offset);
}

static bool same_query(const struct armex_query *a, const struct armex_query *b)
{
    size_t n;
    const struct armex_query_option *options = armex_query_options(&n);

    if (!same_text(a->analysis, b->analysis))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!same_text(option_of(a, options[i].offset),
                       option_of(b, options[i].offset)))
            return false;
    return true;
}

/* A wrong word of the question is a fault of the specification; the place says where.
 */
static armex_status blame(struct armex_error *error, struct armex_place place,
                          const struct armex_error *met)
{
    const bool words = met->status == ARMEX_USAGE || met->status == ARMEX_NOT_FOUND;
    return armex_fail(error, words ? ARMEX_BAD_SPEC : met->status, place, "%s",
                      met->message);
}

static armex_status keep(struct armex_answers *answers, struct answer answer,
                         struct armex_error *error)
{
    if (answers->n == answers->capacity) {
        const size_t capacity = answers->capacity ? 2 * answers->capacity : 16;
        struct answer *items =
            reallocarray(answers->items, capacity, sizeof *answers->items);
        if (!items) {
            armex_table_free(answer.table);
            return armex_fail_memory(error);
        }
        answers->items = items;
        answers->capacity = capacity;
    }
    answers->items[answers->n++] = answer;
    return ARMEX_OK;
}

static armex_status answer_it(struct armex_table **out, const struct armex_store *store,
                              const struct armex_query *query, enum asked_for asked_for,
                              const struct armex_chart_kind *kind,
                              struct armex_error *error)
{
    if (asked_for == ANALYSIS && strcmp(query->analysis, ARMEX_COMPARE) == 0)
        return armex_compare_answer(out, store, query, NULL, error);
    if (asked_for == ANALYSIS)
        return armex_query_answer(out, store, query, error);
    if (asked_for == DRAWN)
        return armex_drawn_table(out, store, query, kind, error);
    return armex_changes_answer(out, store, query, asked_for == CHANGED_FIGURES, error);
}

static armex_status ask(const struct armex_table **out, struct armex_answers *answers,
                        const struct armex_query *query, enum asked_for asked_for,
                        const struct armex_chart_kind *kind, struct armex_place place,
                        struct armex_error *error)
{
    struct answer answer = {query, NULL, asked_for, kind};
    struct armex_error met;

    *out = NULL;
    for (size_t i = 0; !*out && i < answers->n; i++)
        if (answers->items[i].asked_for == asked_for &&
            answers->items[i].kind == kind &&
            same_query(answers->items[i].query, query))
            *out = answers->items[i].table;
    if (*out)
        return ARMEX_OK;
    if (answer_it(&answer.table, answers->store, query, asked_for, kind, &met))
        return blame(error, place, &met);
    const armex_status status = keep(answers, answer, error);
    if (!status)
        *out = answer.table;
    return status;
}

armex_status armex_answers_ask(const struct armex_table **out,
                               struct armex_answers *answers,
                               const struct armex_query *query,
                               struct armex_place place, struct armex_error *error)
{
    return ask(out, answers, query, ANALYSIS, NULL, place, error);
}

armex_status armex_answers_drawn(const struct armex_table **out,
                                 struct armex_answers *answers,
                                 const struct armex_query *query,
                                 const struct armex_chart_kind *kind,
                                 struct armex_place place, struct armex_error *error)
{
    return ask(out, answers, query, DRAWN, kind, place, error);
}

armex_status armex_answers_changes(const struct armex_table **out,
                                   struct armex_answers *answers,
                                   const struct armex_query *query, bool changed_only,
                                   struct armex_place place, struct armex_error *error)
{
    return ask(out, answers, query, changed_only ? CHANGED_FIGURES : ALL_FIGURES, NULL,
               place, error);
}

bool armex_answers_can_ask(const struct armex_answers *answers, const char *dataset)
{
    size_t n, i = 0;
    const struct armex_stored *list = armex_store_list(answers->store, &n);

    while (i < n && strcmp(list[i].dataset, dataset) != 0)
        i++;
    return i < n;
}

size_t armex_answers_count(const struct armex_answers *answers)
{
    return answers->n;
}

const struct armex_table *armex_answers_at(const struct armex_answers *answers,
                                           size_t i)
{
    return answers->items[i].table;
}
