/**
 * ingest/licences.h: a state's list of export licences, one row a licence, becomes its
 * yearly totals and the flows behind them.
 *
 * A list counts unlike things: first licences and their renewals, sales and loans,
 * exports and transit. Each such count is a series of its own, named by its scope; the
 * first scope is the headline, and the flows and the recipients' series are its.
 */
#ifndef ARMEX_INGEST_LICENCES_H
#define ARMEX_INGEST_LICENCES_H

#include "base/text.h"
#include "ingest/csv.h"
#include "ingest/edition.h"
#include "ingest/ledger.h"
#include "ingest/names.h"
#include "ingest/tally.h"

/** What a publisher calls somebody whom nobody else calls so. */
struct armex_alias {
    const char *name; /**< whatever the case of its ASCII letters */
    const char *code;
};

struct armex_licence_kind {
    struct armex_unit unit;
    const char *const *scopes; /**< the first is the headline */
    size_t n_scopes;
    const char *recipients_scope; /**< of the recipients' series: "from-nld" */
    const struct armex_alias *aliases;
    size_t n_aliases;
    /** What the description says of rows with these marks, before their number; NULL
     *  where no row has one. */
    const char *left_out_words, *noted_words;
};

/** One row. */
struct armex_licence {
    const struct armex_entity *exporter;
    const struct armex_cell *recipient, *category;
    size_t scope; /**< of the kind's scopes */
    int year;
    double value;  /**< NAN: the list states none */
    bool left_out; /**< only counted: refused, withdrawn */
    bool noted;    /**< read, but the reader is to know how many there are */
};

struct armex_licences {
    const struct armex_licence_kind *kind;
    struct armex_ledger ledger;
    struct armex_tally *exporters, *recipients;
    struct armex_names *names; /**< of the document */
    size_t left_out, noted;    /**< rows marked so */
    size_t unstated;           /**< licences without a value */
    struct armex_text unknown; /**< names that mean nobody, each once */
    size_t n_unknown;
};

/** Starts empty; `kind` and the document must last.
 *  Owner:  the caller, armex_licences_close(), also after a failure.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_licences_open(struct armex_licences *licences,
                                 const struct armex_licence_kind *kind,
                                 const struct armex_document *document,
                                 struct armex_error *error);
void armex_licences_close(struct armex_licences *licences);

/** Takes a row. Its recipient is one that armex knows; `several-recipients` where the
 *  cell lists some; else one of its own where names are kept, else
 *  `unknown-recipient`, which the description of the vintage tells with the name as
 *  printed. A category of several lines or items is "several".
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_licences_add(struct armex_licences *licences,
                                const struct armex_licence *licence,
                                struct armex_error *error);

/** Makes the vintage.
 *  Missing: an exporter's year without a row is missing; a recipient's is nil, where
 *           the list has rows for others in that year. A sum that rows without a value
 *           belong to is weak.
 *  Owner:   the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors:  as armex_edition_vintage(); ARMEX_BAD_INPUT when there is no row. */
armex_status armex_licences_vintage(struct armex_vintage **out,
                                    struct armex_licences *licences,
                                    const struct armex_edition *edition,
                                    const struct armex_document *document,
                                    const struct armex_ingest_options *options,
                                    struct armex_error *error);

/** The code that the cell means, as of armex_licences_add(): lives as long as the
 * names.
 *  `*known` says whether it was one that armex knows, or keeps.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_recipient_code(const char **out, bool *known,
                                  struct armex_names *names,
                                  const struct armex_cell *cell,
                                  const struct armex_alias *aliases, size_t n,
                                  struct armex_error *error);

#endif
