/** analysis/bilateral_query.c: a question about flows as it is asked. */
#include "analysis/bilateral_query.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/caution.h"
#include "analysis/estimates.h"
#include "analysis/lumpiness.h"
#include "analysis/mirror.h"
#include "analysis/network.h"
#include "analysis/query_request.h"
#include "base/number.h"
#include "base/offer.h"

/* What is asked, with what it owns. */
struct asking {
    struct armex_request request;
    struct armex_bilateral_options options;
    const struct armex_entity **partners;
    const char **categories;
    size_t n_partners;
    const struct armex_vintage *vintage; /* on loan from the store */
    struct armex_flows flows;            /* its flows, with notes of their own */
};

static void end(struct asking *asking, const struct armex_store *store)
{
    armex_arena_free(asking->flows.arena);
    armex_store_return(store, asking->vintage);
    free(asking->categories);
    free(asking->partners);
    armex_request_end(&asking->request);
}

static armex_status refuse_others(const struct armex_query *query,
                                  struct armex_error *error)
{
    const char *option = query->scope      ? "scope"
                         : query->unit     ? "unit"
                         : query->entities ? "entities"
                                           : NULL;

    return option ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                               "flows are shown as recorded; leave out --%s", option)
                  : ARMEX_OK;
}

static armex_status read_whole(int *out, const char *option, const char *text,
                               long most, struct armex_error *error)
{
    long number;

    if (!text)
        return ARMEX_OK;
    if (!armex_whole_parse(&number, text, strlen(text), 1, most))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--%s: '%s' is not a number from 1 to %ld", option, text,
                          most);
    *out = (int)number;
    return ARMEX_OK;
}

static armex_status read_fraction(double *out, const char *option, const char *text,
                                  struct armex_error *error)
{
    if (!text)
        return ARMEX_OK;
    if (!armex_number_parse(out, text, strlen(text), 0) || *out < 0.0 || *out > 1.0)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--%s: '%s' is not a number from 0 to 1", option, text);
    return ARMEX_OK;
}

/* How the estimates are drawn; other tables draw nothing. */
static armex_status read_draws(struct armex_bilateral_options *out,
                               const struct armex_bilateral_words *words,
                               struct armex_error *error)
{
    const bool wanted = words->as && strcmp(words->as, "estimates") == 0;
    const char *option = words->resamples      ? "resamples"
                         : words->seed         ? "seed"
                         : words->year_error   ? "year-error"
                         : words->number_error ? "number-error"
                                               : NULL;
    armex_status status;

    if (option && !wanted)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--%s is about estimates; give --as estimates too", option);
    out->year_error = 0.5;
    out->number_error = 0.2;
    status = read_whole(&out->resamples, "resamples", words->resamples, 100000, error);
    if (!status)
        status = read_whole(&out->seed, "seed", words->seed, INT32_MAX, error);
    if (!status)
        status =
            read_fraction(&out->year_error, "year-error", words->year_error, error);
    return status ? status
                  : read_fraction(&out->number_error, "number-error",
                                  words->number_error, error);
}

static armex_status read_words(struct asking *out, const struct armex_query *query,
                               const struct armex_bilateral_words *words,
                               struct armex_error *error)
{
    struct armex_bilateral_options *options = &out->options;
    armex_status status = armex_request_read(&out->request, query, error);
    const struct armex_selection *selection = &out->request.selection;

    if (!status)
        status = refuse_others(query, error);
    if (!status)
        status = read_whole(&options->top, "top", words->top, 1000, error);
    if (!status)
        status = read_draws(options, words, error);
    if (!status && words->partner && strcmp(words->partner, "all") != 0)
        status = armex_entities_named(&out->partners, &out->n_partners, words->partner,
                                      error);
    options->entities = selection->entities;
    options->n_entities = selection->n_entities;
    options->partners = out->partners;
    options->n_partners = out->n_partners;
    options->pairs = words->partner != NULL;
    options->threads = out->request.rank.threads;
    options->from = selection->from;
    options->to = selection->to;
    options->flow = selection->flow;
    if (!query->flow && words->as && strcmp(words->as, "dependence") == 0)
        options->flow = ARMEX_IMPORTS;
    return status;
}

/* The category that a word means, whatever its case and marks; NULL: none. */
static const char *find_category(const struct armex_flows *flows, const char *word,
                                 size_t length, bool *failed)
{
    char *folded = armex_fold(word, length);
    const char *found = NULL;

    for (size_t i = 0; folded && !found && i < flows->n_categories; i++) {
        char *other = armex_fold(flows->categories[i], strlen(flows->categories[i]));
        if (other && strcmp(folded, other) == 0)
            found = flows->categories[i];
        *failed = *failed || !other;
        free(other);
    }
    *failed = *failed || !folded;
    free(folded);
    return found;
}

static armex_status fail_category(const struct armex_flows *flows, const char *word,
                                  size_t length, struct armex_error *error)
{
    char *category = strndup(word, length);
    const armex_status status =
        category ? armex_fail_word(error, ARMEX_USAGE, "--category: there is no",
                                   category, flows->categories, flows->n_categories)
                 : armex_fail_memory(error);

    free(category);
    return status;
}

static armex_status read_categories(struct asking *out, const struct armex_flows *flows,
                                    const char *text, struct armex_error *error)
{
    bool failed = false;

    if (!text)
        return ARMEX_OK;
    out->categories = calloc(strlen(text) + 1, sizeof *out->categories);
    if (!out->categories)
        return armex_fail_memory(error);
    while (*text) {
        const size_t length = strcspn(text, ",");
        const char *found = find_category(flows, text, length, &failed);
        if (failed)
            return armex_fail_memory(error);
        if (!found)
            return fail_category(flows, text, length, error);
        out->categories[out->options.n_categories++] = found;
        text += length + (text[length] == ',');
    }
    out->options.categories = out->categories;
    return ARMEX_OK;
}

/* The only dataset of the user's own; NULL where there are none or several. */
static const char *only_own(const struct armex_store *store)
{
    size_t n;
    const struct armex_stored *list = armex_store_list(store, &n);
    const char *only = NULL;

    for (size_t i = 0; i < n; i++) {
        if (list[i].builtin)
            continue;
        if (only && strcmp(only, list[i].dataset) != 0)
            return NULL;
        only = list[i].dataset;
    }
    return only;
}

/* What the reader of any answer must know of the flows. */
static armex_status note_flows(struct asking *asking, struct armex_error *error)
{
    struct armex_flows *flows = &asking->flows;
    armex_status status = ARMEX_OK;

    *flows = *asking->vintage->flows;
    flows->notes = (struct armex_notes){0};
    flows->arena = armex_arena_create();
    if (!flows->arena)
        status = armex_fail_memory(error);
    if (!status)
        status = armex_notes_join(&flows->notes, flows->arena,
                                  &asking->vintage->flows->notes, error);
    if (!status)
        status = armex_notes_source(&flows->notes, flows->arena,
                                    &asking->vintage->provenance, error);
    if (!status && armex_is_by_order_year(flows->scope))
        status = armex_caution_order_year(&flows->notes, flows->arena, error);
    return status;
}

static armex_status read_flows(struct asking *asking, const struct armex_store *store,
                               struct armex_error *error)
{
    const struct armex_query *query = asking->request.query;
    const char *dataset = query->dataset ? query->dataset : only_own(store);
    const struct armex_stored *stored;
    armex_status status = armex_store_find(&stored, store, dataset,
                                           asking->request.selection.as_of, error);

    if (!status)
        status = armex_store_borrow(&asking->vintage, store, stored, ARMEX_EVERYTHING,
                                    error);
    if (status)
        return status;
    const struct armex_flows *flows = asking->vintage->flows;
    if (!flows)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "%s does not say who delivered to whom; a register of "
                          "transfers does, such as SIPRI's",
                          stored->dataset);
    if (asking->request.has_measure &&
        flows->measure != asking->request.selection.measure)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE, "%s holds %s, not %s",
                          stored->dataset, armex_measure_name(flows->measure),
                          query->measure);
    return note_flows(asking, error);
}

static armex_status answer(struct armex_table **out, const struct armex_flows *flows,
                           const struct armex_bilateral_options *options,
                           const char *as, struct armex_error *error)
{
    static const struct {
        const char *as;
        armex_status (*make)(struct armex_table **, const struct armex_flows *,
                             const struct armex_bilateral_options *,
                             struct armex_error *);
    } ways[] = {{"partners", armex_bilateral_partners},
                {"dependence", armex_bilateral_dependence},
                {"matrix", armex_bilateral_matrix},
                {"network", armex_network},
                {"estimates", armex_estimates},
                {"lumpiness", armex_lumpiness},
                {"mirror", armex_mirror},
                {"pairs", armex_bilateral_pairs}};

    for (size_t i = 0; as && i < sizeof ways / sizeof *ways; i++)
        if (strcmp(ways[i].as, as) == 0)
            return ways[i].make(out, flows, options, error);
    return armex_bilateral_partners(out, flows, options, error);
}

armex_status armex_bilateral_answer(struct armex_table **out,
                                    const struct armex_store *store,
                                    const struct armex_query *query,
                                    const struct armex_bilateral_words *words,
                                    struct armex_error *error)
{
    struct armex_query as_show = *query;
    struct asking asking = {.n_partners = 0};

    as_show.analysis = "show";
    *out = NULL;
    armex_status status = read_words(&asking, &as_show, words, error);
    if (!status)
        status = read_flows(&asking, store, error);
    if (!status)
        status = read_categories(&asking, &asking.flows, words->category, error);
    if (!status)
        status = answer(out, &asking.flows, &asking.options, words->as, error);
    end(&asking, store);
    return status;
}
