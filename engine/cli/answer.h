/**
 * cli/answer.h: commands that are one question to the analysis.
 */
#ifndef ARMEX_CLI_ANSWER_H
#define ARMEX_CLI_ANSWER_H

#include "cli/session.h"

/** Answers the session's query as `analysis` and renders the table.
 *  Errors: as armex_query_answer() and armex_render(). */
armex_status armex_answer(struct armex_session *session, const char *analysis,
                          struct armex_error *error);

#endif
