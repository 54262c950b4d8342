/**
 * ingest/sources/comtrade_bulk.h: UN Comtrade's files, of any size, added up and kept
 * while they are read.
 */
#ifndef ARMEX_INGEST_SOURCES_COMTRADE_BULK_H
#define ARMEX_INGEST_SOURCES_COMTRADE_BULK_H

#include "ingest/totals.h"

/** Finds the columns by Comtrade's names for them, in any order, those of 2023 and
 *  those before. false: one that is needed is not there. */
bool armex_comtrade_bulk_columns(struct armex_trade_columns *out,
                                 const struct armex_cell *header, size_t n);

/** Reads a file of Comtrade: each reporter's totals, and each row between two parties
 *  as a flow unless options->totals says otherwise. `*out` is NULL, and all is well,
 *  where the file is none of Comtrade's, or cannot be read from several places at once:
 *  a pipe, a packed file, one that needs care (armex_comtrade_care()). The vintage that
 *  neither file nor options name is the last year with a figure: it was published no
 *  earlier, and a note says so.
 *  Owner:  the caller, armex_vintage_free().
 *  Errors: ARMEX_BAD_INPUT with file:line:column, also where no row is of arms; those
 *          of armex_stream_open() and armex_stream_run(). */
armex_status armex_comtrade_bulk(struct armex_vintage **out, const char *path,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error);

#endif
