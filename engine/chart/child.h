/**
 * chart/child.h: running another program, without a shell, without waiting for ever.
 *
 * The program is fed through its standard input and one of its outputs is kept; the
 * other goes nowhere. It runs in the C locale, with no setting of gnuplot's in its
 * environment, and in a process group of its own.
 */
#ifndef ARMEX_CHART_CHILD_H
#define ARMEX_CHART_CHILD_H

#include <sys/types.h>

#include "base/error.h"
#include "base/text.h"

/** Starts as {0}, which armex_child_end() may have. */
struct armex_child {
    pid_t pid;
    int in, out;            /**< our ends; -1 when closed */
    int output;             /**< which of the child's outputs is kept: 1 or 2 */
    const char *feed;       /**< what is still to be written; borrowed */
    size_t left;            /**< bytes of it */
    bool done;              /**< has ended */
    bool late;              /**< was ended for taking too long */
    const char *farewell;   /**< once it says this its work is done, and it is ended
                                 without waiting; NULL: it ends by itself */
    bool dismissed;         /**< was ended so; its status is still to be collected */
    int status;             /**< as waitpid() has it, once done */
    size_t most;            /**< bytes of what it writes that are kept; 0: a MiB */
    struct armex_text said; /**< what it wrote, about the first `most` bytes */
};

enum { ARMEX_CHILD_PATH = 4096 };

/** Where a program stands, looked up on the PATH unless its name has a slash. false:
 *  nowhere. */
bool armex_child_find(char out[ARMEX_CHILD_PATH], const char *program);

/** Starts `argv[0]`, looked up on the PATH.
 *  Errors: ARMEX_UNAVAILABLE when there is no such program, ARMEX_IO. */
armex_status armex_child_start(struct armex_child *child, const char *const *argv,
                               int output, struct armex_error *error);

/** The same, with `variable` ("NAME=value") in its environment in place of ours of that
 *  name; NULL: none. */
armex_status armex_child_start_with(struct armex_child *child, const char *const *argv,
                                    int output, const char *variable,
                                    struct armex_error *error);

/** Writes as much as the child takes without waiting; returns how many bytes that was.
 */
size_t armex_child_say(struct armex_child *child, const char *bytes, size_t length);

/** Waits until a child says something, and keeps what it said; a byte to be read at
 *  `bell` ends the wait as well. Touches no input of theirs, which another thread may
 *  feed meanwhile. false: the bell rang, or nobody will say anything more. */
bool armex_children_hear(struct armex_child *const *children, size_t n, int bell);

/** Feeds and hears all children until they have ended. One that has not after `seconds`
 *  is killed with all it started, and is `late`. */
void armex_children_finish(struct armex_child *const *children, size_t n, int seconds);

/** The same, and `heard` is called whenever one may have said something. */
void armex_children_finish_with(struct armex_child *const *children, size_t n,
                                int seconds, void (*heard)(void *context),
                                void *context);

/** Whether it ended by itself with exit status 0, or after its farewell. */
bool armex_child_succeeded(const struct armex_child *child);

/** Kills it if it still runs, and frees what it said. */
void armex_child_end(struct armex_child *child);

#endif
