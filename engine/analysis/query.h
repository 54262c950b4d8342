/**
 * analysis/query.h: a question as it is asked on the command line and in a report's
 * specification: which data, which analysis, how.
 *
 * One table of options describes every field; the command line's parser and help, the
 * man pages, the completions and the specification of reports all read it.
 */
#ifndef ARMEX_ANALYSIS_QUERY_H
#define ARMEX_ANALYSIS_QUERY_H

#include "analysis/growth.h"
#include "analysis/rank.h"
#include "analysis/share.h"
#include "analysis/trend.h"
#include "store/store.h"

/** Values as they were typed; NULL: not given. Borrowed from whoever filled it in. */
struct armex_query {
    const char *analysis; /**< "show", "growth", ...: one of armex_analyses() */
    const char *dataset, *entity, *years, *measure, *scope, *flow, *unit, *as_of;
    const char *entities; /**< "as-published" or "successor" */
    const char *window, *at_least;
    const char *method;                  /**< of growth */
    const char *top, *ties, *by, *style; /**< of rank */
    const char *with;                    /**< of rank: "recipients" or "suppliers" */
    const char *decompose;               /**< of share: "yes": a row an entity */
    const char *fit, *forecast, *levels; /**< of trend; levels: "yes": no logarithms */
    const char *interval; /**< of rank: "yes": rank intervals; of growth: bounds */
    const char *resamples, *seed; /**< of rank intervals */
    const char *publications;     /**< of show: "yes": every publication, not one */
    const char *contribution;     /**< of growth: "yes": points of the growth of all */
    const char *details;          /**< of rank: "yes": years at rank, what would swap */
    const char *mobility;         /**< of rank: "yes": a row a pair of rankings */
    const char *estimates;        /**< "yes": what part of each figure is estimated */
    const char *threads; /**< at most so many; not of the question: no answer depends on
                            it, and no option below names it */
};

struct armex_query_option {
    const char *name;  /**< "entity": --entity on the command line, a key in YAML */
    char letter;       /**< 'e', or 0 */
    const char *value; /**< what stands for the value in help: "LIST"; NULL: a switch */
    const char *help;  /**< one line */
    const char *choices;  /**< "exports|imports", or NULL */
    const char *analyses; /**< "growth rank": where it applies; NULL: everywhere */
    size_t offset;        /**< of the field in struct armex_query */
};

const struct armex_query_option *armex_query_options(size_t *n);

/** An analysis that a query may name. */
struct armex_analysis {
    const char *name, *summary;
};

const struct armex_analysis *armex_analyses(size_t *n);

/** Answers it: find the dataset, select, convert, window, analyse.
 *
 *  Left out: measure: `show` takes every one, others the only one that the selection
 *           meets. Years: all there are; `growth` and `trend` then take each series'
 * own span, `rank` the newest year with at least half as many figures as the best
 *           covered one, and a note says which. Of years given, `rank` takes the last.
 *           Method: yoy, or window where a window is given.
 *  Past:    `growth` and `rank` see the years before those asked for, to tell a new
 *           exporter from a gap and to name ranks before; nothing of them is reported.
 *  Rates:   --unit stands on the newest `exchange-rates` and `deflators`, whatever
 *           --as-of says; they are named in a note and among the sources.
 *  Records: `show` hands over a dataset of records as it is.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_USAGE with the nearest right word for a value that means nothing;
 * else as the steps have them. */
armex_status armex_query_answer(struct armex_table **out,
                                const struct armex_store *store,
                                const struct armex_query *query,
                                struct armex_error *error);

/** The panel the analysis would be made of: dataset, entities, years, measure, scope,
 * unit, as-of. For charts and for exports. */
armex_status armex_query_panel(struct armex_panel **out,
                               const struct armex_store *store,
                               const struct armex_query *query,
                               struct armex_error *error);

#endif
