/**
 * report/manifest.h: what a report was made from, and what was made, as JSON.
 *
 *     armex, command, title, as_of   the program's version, and how it was asked
 *     fingerprint                    SHA-256 over all that decides the report's bytes
 *     spec                           file, sha256, parameters as they were set
 *     inputs                         dataset, vintage, publisher, title, url, licence,
 *                                    file, sha256 (of the publisher's file)
 *     changes                        since the report before, see report/since_json.h
 *     figures                        of the page, for the report that comes after; a
 *                                    series a line
 *     left_out                       words whose figures are missing
 *     artefacts                      path, bytes, sha256; sorted by path
 */
#ifndef ARMEX_REPORT_MANIFEST_H
#define ARMEX_REPORT_MANIFEST_H

#include "report/contents.h"
#include "report/folder.h"

enum { ARMEX_LARGEST_MANIFEST = 64 << 20 };

/** Of the specification, its parameters, every answer with its sources, the charts'
 * templates and the program's version; not of the command. Errors: ARMEX_IO,
 * ARMEX_NO_MEMORY. */
armex_status armex_fingerprint(char out[ARMEX_SHA256_SIZE],
                               const struct armex_contents *contents,
                               const struct armex_report_request *request,
                               struct armex_error *error);

/** Appends what is known before the report is written: all up to the figures. */
void armex_manifest_begin(struct armex_text *out, const struct armex_contents *contents,
                          const struct armex_report_request *request,
                          const char *fingerprint);

/** The rest, of the files that were. */
void armex_manifest_end(struct armex_text *out, const struct armex_contents *contents,
                        const struct armex_artefact *files, size_t n);

/** Whether the report at `folder` has this fingerprint and all its files as they were.
 *  Errors: ARMEX_ANSWER_NO saying what is out of date; ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_manifest_check(const char *folder, const char *fingerprint,
                                  struct armex_error *error);

#endif
