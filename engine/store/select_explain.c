/** store/select_explain.c: what a vintage does hold, when nothing fits. */
#include <stdio.h>
#include <string.h>

#include "base/offer.h"
#include "store/listing.h"
#include "store/select_parts.h"

static armex_status nothing(const struct armex_select_run *run,
                            struct armex_listing *there, const char *what,
                            const char *but)
{
    const char *words = armex_listing_words(there);
    const armex_status status =
        there->text.failed
            ? armex_fail_memory(run->error)
            : armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE, "%s holds no %s; %s%s",
                         run->vintage->provenance.dataset, what, but, words);
    armex_listing_free(there);
    return status;
}

/* Adds a word that is not there yet. */
static void add_once(struct armex_listing *listing, const char **words, size_t *n,
                     size_t most, const char *word)
{
    for (size_t i = 0; i < *n; i++)
        if (strcmp(words[i], word) == 0)
            return;
    if (*n < most)
        words[(*n)++] = word;
    armex_listing_add(listing, ", ", "%s", word);
}

/* Measures of the series that `wanted` lets through, each once. */
static void list_measures(struct armex_listing *out, const struct armex_select_run *run,
                          const struct armex_selection *wanted)
{
    bool seen[ARMEX_MEASURES] = {false};

    for (size_t s = 0; s < run->known->n_series; s++)
        if (armex_selection_wants(wanted, &run->known->series[s]))
            seen[run->known->series[s].measure] = true;
    for (int m = 0; m < ARMEX_MEASURES; m++)
        if (seen[m])
            armex_listing_add(out, ", ", "%s",
                              armex_measure_name((enum armex_measure)m));
}

static armex_status scope_meant(const struct armex_select_run *run,
                                struct armex_text *meant)
{
    const armex_status status = meant->failed
                                    ? armex_fail_memory(run->error)
                                    : armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                                                 "%s holds no scope '%s' there; %s",
                                                 run->vintage->provenance.dataset,
                                                 run->selection->scope, meant->data);
    armex_text_free(meant);
    return status;
}

static armex_status explain_scope(const struct armex_select_run *run,
                                  struct armex_selection wider)
{
    enum { MOST = 64 };
    const char *scopes[MOST];
    const char *scope = run->selection->scope;
    struct armex_listing there = {0};
    struct armex_text meant = {0};
    size_t n = 0;
    char what[160];

    for (size_t s = 0; s < run->known->n_series; s++)
        if (armex_selection_wants(&wider, &run->known->series[s]))
            add_once(&there, scopes, &n, MOST, run->known->series[s].scope);
    if (scope && armex_did_you_mean(&meant, scope, scopes, n)) {
        armex_listing_free(&there);
        return scope_meant(run, &meant);
    }
    snprintf(what, sizeof what, "%s%.100s%s", scope ? "scope '" : "headline series",
             scope ? scope : "", scope ? "' there" : " there");
    return nothing(run, &there, what, "--scope may be ");
}

static armex_status explain_entities(const struct armex_select_run *run,
                                     struct armex_selection wider)
{
    struct armex_listing names = {0}, there = {0};
    struct armex_selection any = *run->selection;
    char what[512];

    any.any_measure = true;
    any.scope = "all";
    list_measures(&there, run, &any);
    for (size_t i = 0; i < run->selection->n_entities; i++)
        armex_listing_add(&names, ", ", "%s", run->selection->entities[i]->name);
    snprintf(what, sizeof what, "%s of %.400s",
             wider.any_measure ? "observations" : armex_measure_name(wider.measure),
             armex_listing_words(&names));
    armex_listing_free(&names);
    if (there.n)
        return nothing(run, &there, what, "it has of these: ");
    armex_listing_free(&there);
    return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "%s holds no %s, and nothing else of them either",
                      run->vintage->provenance.dataset, what);
}

armex_status armex_select_explain(const struct armex_select_run *run)
{
    struct armex_selection wanted = {
        .flow = run->selection->flow, .any_measure = true, .scope = "all"};
    struct armex_listing there = {0};

    list_measures(&there, run, &wanted);
    if (there.n == 0) {
        const bool exports = wanted.flow == ARMEX_EXPORTS;
        armex_listing_add(&there, ", ", "%s", exports ? "imports" : "exports");
        return nothing(run, &there, armex_direction_name(wanted.flow), "it has ");
    }
    wanted.any_measure = run->selection->any_measure;
    wanted.measure = run->selection->measure;
    bool found = false;
    for (size_t s = 0; s < run->known->n_series; s++)
        found |= armex_selection_wants(&wanted, &run->known->series[s]);
    if (!found)
        return nothing(run, &there, armex_measure_name(wanted.measure), "it has ");
    armex_listing_free(&there);
    wanted.entities = run->selection->entities;
    wanted.n_entities = run->selection->n_entities;
    found = false;
    for (size_t s = 0; s < run->known->n_series; s++)
        found |= armex_selection_wants(&wanted, &run->known->series[s]);
    return found ? explain_scope(run, wanted) : explain_entities(run, wanted);
}

enum { LAST_YEAR = 9999 };

armex_status armex_select_check_years(const struct armex_select_run *run)
{
    const struct armex_panel *known = run->known;
    const int first = known->first_year;
    const int last = known->first_year + (int)known->n_years - 1;
    const int from = run->selection->from, to = run->selection->to;

    if (from < 0 || from > LAST_YEAR || to < 0 || to > LAST_YEAR)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%d to %d are no years", from, to);
    if (from && to && from > to)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "the years %d to %d run backwards; write %d-%d", from, to, to,
                          from);
    if (known->n_years && from && from == to && (from > last || to < first))
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%s holds the years %d to %d, not %d",
                          run->vintage->provenance.dataset, first, last, from);
    if (known->n_years == 0 || (from && from > last) || (to && to < first))
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%s holds the years %d to %d, not %d to %d",
                          run->vintage->provenance.dataset, first, last,
                          from ? from : first, to ? to : last);
    return ARMEX_OK;
}
