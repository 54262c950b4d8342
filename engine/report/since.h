/**
 * report/since.h: what changed since the report that stands in the folder.
 *
 * Every manifest keeps the figures that its page showed: observations, growth rates and
 * places in rankings. The next run compares. What it found stands in its own manifest
 * too, and a run that finds the very same data, specification and program repeats it,
 * so that the same run twice gives the same bytes. A report of another specification,
 * or with other parameters, is another report: nothing is compared.
 */
#ifndef ARMEX_REPORT_SINCE_H
#define ARMEX_REPORT_SINCE_H

#include "base/arena.h"
#include "base/error.h"

struct armex_contents;

enum armex_since_kind {
    ARMEX_SINCE_FIGURE,
    ARMEX_SINCE_GROWTH,
    ARMEX_SINCE_RANK,
    ARMEX_SINCE_FIGURE_KINDS
};

/** One figure of the page. Texts are never NULL. */
struct armex_since_figure {
    enum armex_since_kind kind;
    const char *key;  /**< of its series, which the next report has too:
                           "figure|sipri-tiv|KOR|orders|..."; of a rank, of the place */
    const char *name; /**< "South Korea" */
    const char *what; /**< "orders, national" */
    const char *when; /**< "2023", "2021 to 2023" */
    const char *unit; /**< "usd"; of a rank and a growth rate "" */
    double value;     /**< never NAN */
};

enum armex_since_change_kind {
    ARMEX_SINCE_VINTAGE, /**< newer data: name is their title, dates in `when` */
    ARMEX_SINCE_MOVED,   /**< in a ranking */
    ARMEX_SINCE_NEW,
    ARMEX_SINCE_REVISED,
    ARMEX_SINCE_GREW, /**< another growth rate */
    ARMEX_SINCE_GONE,
    ARMEX_SINCE_KINDS
};

struct armex_since_change {
    enum armex_since_change_kind kind;
    const char *name, *what, *when, *unit;
    const char *when_before; /**< of a rank and of data; else as `when` */
    double before, now;      /**< NAN: there was none, or is none */
};

struct armex_since {
    struct armex_since_figure *figures; /**< of the page; in order, each once */
    size_t n_figures;
    struct armex_since_change *changes; /**< by kind, then in order */
    size_t n_changes;
};

/** Fills `contents->since`: the page's figures, and what changed against the manifest
 *  in `folder`. Without one that can be read nothing changed.
 *  Owner:  the contents' arena. Errors: ARMEX_NO_MEMORY. */
armex_status armex_since_find(struct armex_contents *contents, const char *folder,
                              const char *fingerprint, struct armex_error *error);

/** The first half of it: figures from the tables of the page. */
armex_status armex_since_gather(struct armex_since *since,
                                const struct armex_contents *contents,
                                struct armex_error *error);

/** The order of figures: kind, key, then, but for ranks, which move on with their
 * years, when; by bytes. 0: the same figure, whatever its value. */
int armex_since_order(const struct armex_since_figure *a,
                      const struct armex_since_figure *b);

/** Sorts figures in that order. */
void armex_since_sort(struct armex_since_figure *figures, size_t n);

/** Appends what differs between two lists in that order, `before` and the figures of
 *  `since`. Both live as long as `arena`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_since_compare(struct armex_since *since,
                                 const struct armex_since_figure *before, size_t n,
                                 struct armex_arena *arena, struct armex_error *error);

#endif
