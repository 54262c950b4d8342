/**
 * cli/session.h: one run of the program: what was asked, and what it has to say.
 *
 * Commands write nothing themselves: they fill `out` with data and `words` with what is
 * said beside it; main.c delivers both. So a test can run any command and look.
 */
#ifndef ARMEX_CLI_SESSION_H
#define ARMEX_CLI_SESSION_H

#include <stdint.h>

#include "analysis/query.h"
#include "base/text.h"
#include "cli/option.h"
#include "cli/paths.h"

/** Options that every command takes; as typed, NULL: not given. */
struct armex_globals {
    const char *store, *format, *output;
    const char *quiet, *verbose, *no_progress, *threads;
    const char *help, *version, *completions, *man;
};

struct armex_session {
    struct armex_arena *arena; /**< owns every text here but `out` and `words` */
    const char *version;       /**< of the program */
    const char *command;       /**< its name, once known; "" before */
    const char *typed, *asked; /**< see cli/as_typed.h */
    struct armex_globals globals;
    struct armex_query query;
    struct armex_operands operands;
    struct armex_paths paths;
    size_t width; /**< columns of the terminal; 0: no terminal, no limit */
    void (*progress)(size_t done, size_t all); /**< shows it at once; NULL: nowhere */
    void (*reading)(uint64_t done, uint64_t all); /**< the same for bytes of one file */
    bool (*stopped)(void);   /**< whether somebody pressed ^C, which from the first call
                                  on no longer ends the program; NULL: nobody can */
    struct armex_text out;   /**< data: to -o, or to standard output */
    struct armex_text words; /**< to standard error */
    bool output_done;        /**< the command itself made what -o names */
};

/** Errors: ARMEX_NO_MEMORY. The session is to be ended either way. */
armex_status armex_session_begin(struct armex_session *session,
                                 struct armex_error *error);
void armex_session_end(struct armex_session *session);

/** Opens the user's store over the built-in one. A store that was named and is not
 *  there is said in `words`.
 *  Owner:  the caller, armex_store_close(). Errors: as armex_store_open(). */
armex_status armex_session_store(struct armex_store **out,
                                 struct armex_session *session,
                                 struct armex_error *error);

/** Appends the table to `out` in the format asked for: by --format, else by the suffix
 *  of --output, else text. Errors: ARMEX_USAGE for a suffix that no table is written
 *  as; else as armex_render(). */
armex_status armex_session_table(struct armex_session *session,
                                 const struct armex_table *table,
                                 struct armex_error *error);

/** Shows how far long work has come, unless that is not wanted. */
void armex_session_progress(const struct armex_session *session, size_t done,
                            size_t all);

/** The same for the bytes of one file. */
void armex_session_reading(const struct armex_session *session, uint64_t done,
                           uint64_t all);

/** Whether to give up. From the first call on ^C waits to be asked for. */
bool armex_session_stopped(const struct armex_session *session);

/** Says an error now, for a command that goes on after it. */
void armex_session_complain(struct armex_session *session,
                            const struct armex_error *error);

/** Appends what a person reads of an error: "armex: MESSAGE", or the message alone when
 *  it begins with a place in a file; wrong usage comes with where to read on. */
void armex_error_lines(struct armex_text *out, const char *command,
                       const struct armex_error *error);

/** The exit status of the program (sysexits.h). */
int armex_exit_code(armex_status status);

#endif
