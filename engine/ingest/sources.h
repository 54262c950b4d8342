/**
 * ingest/sources.h: the sources, each defined in a file of its own under sources/.
 */
#ifndef ARMEX_INGEST_SOURCES_H
#define ARMEX_INGEST_SOURCES_H

#include "ingest/ingest.h"

extern const struct armex_source armex_source_comtrade;
extern const struct armex_source armex_source_dsca;
extern const struct armex_source armex_source_eu_caat;
extern const struct armex_source armex_source_netherlands;
extern const struct armex_source armex_source_package; /**< sources/package.c */
extern const struct armex_source armex_source_sipri_deals;
extern const struct armex_source armex_source_sipri_milex;
extern const struct armex_source armex_source_sipri_refused;
extern const struct armex_source armex_source_sipri_register;
extern const struct armex_source armex_source_sipri_tiv;
extern const struct armex_source armex_source_sipri_top100;
extern const struct armex_source armex_source_switzerland;
extern const struct armex_source armex_source_uk_caat;
extern const struct armex_source armex_source_sdmx;
extern const struct armex_source armex_source_worldbank; /**< worldbank_wide.c */
extern const struct armex_source armex_source_databank;  /**< sources/databank.c */
extern const struct armex_source armex_source_gapminder;
extern const struct armex_source armex_source_gapminder_wide;
extern const struct armex_source armex_source_owid;
extern const struct armex_source armex_source_macro_values;    /**< macro_tables.c */
extern const struct armex_source armex_source_macro_inflation; /**< the same */
extern const struct armex_source armex_source_macro_cpi;
extern const struct armex_source armex_source_macro_rates;
extern const struct armex_source armex_source_macro_gdp;
extern const struct armex_source armex_source_codelists;
extern const struct armex_source armex_source_wide; /**< sources/wide.c */
extern const struct armex_source armex_source_tidy; /**< sources/tidy.c */

/** Whether the document is one of the source's. */
bool armex_source_recognise(const struct armex_source *source,
                            const struct armex_document *document);

/** Reads the document with that source, and again without the rows that were set aside,
 *  until none is; says in the notes which were, and which names were kept. `document`
 *  has the names and rejects of the options, and loses the rows.
 *  Owner:  the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors: as the source's; ARMEX_USAGE for rejects of what has no rows. */
armex_status armex_source_read(struct armex_vintage **out,
                               const struct armex_source *source,
                               struct armex_document *document,
                               const struct armex_ingest_options *options,
                               struct armex_error *error);

/** Whether `name` may name a dataset: lower-case letters, digits and single hyphens
 *  between them, at most 63 bytes. It becomes the name of a folder. */
bool armex_dataset_name_valid(const char *name);

/** The dataset's name: the one the user insists on, else `own`.
 *  Errors: ARMEX_USAGE for a name that is none, ARMEX_BAD_INPUT if it was the file's.
 */
armex_status armex_dataset_name(const char **out,
                                const struct armex_ingest_options *options,
                                const char *own, struct armex_place place,
                                struct armex_error *error);

/** The file's name without its folder. */
const char *armex_file_name(const char *path);

#endif
