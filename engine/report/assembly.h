/**
 * report/assembly.h: the folder of a report, put together while its charts are drawn.
 */
#ifndef ARMEX_REPORT_ASSEMBLY_H
#define ARMEX_REPORT_ASSEMBLY_H

#include "report/contents.h"
#include "report/desk.h"
#include "report/folder.h"

/** Writes everything that the contents come to into the folder, and swaps it in. First
 *  goes what is at hand, then every chart and its part of the page as soon as it is
 *  drawn, the manifest last.
 *  Errors: as armex_contents_draw(), armex_folder_begin(), armex_folder_commit(), and
 *          the pages in all their forms. */
armex_status armex_assemble(struct armex_folder *folder,
                            struct armex_contents *contents,
                            const struct armex_report_request *request,
                            const char *fingerprint, struct armex_desk *desk,
                            struct armex_error *error);

#endif
