/**
 * base/error.h: an error is a value the caller owns.
 *
 * A function that can fail returns a status and fills the caller's error when it
 * does. Nothing is global, so no message is ever stale and threads need no care.
 */
#ifndef ARMEX_BASE_ERROR_H
#define ARMEX_BASE_ERROR_H

#include <stddef.h>

typedef enum {
    ARMEX_OK = 0,
    ARMEX_ANSWER_NO,     /**< done, and the answer is "no": a file altered */
    ARMEX_USAGE,         /**< the words of the request are wrong */
    ARMEX_BAD_INPUT,     /**< the data are wrong, or do not allow what was asked */
    ARMEX_NOT_FOUND,     /**< an input is missing: file, dataset, vintage */
    ARMEX_TOO_FEW,       /**< not enough observations for this statistic */
    ARMEX_UNAVAILABLE,   /**< a program or font that is needed is missing */
    ARMEX_BUG,           /**< an invariant of the program itself does not hold */
    ARMEX_NO_MEMORY,     /**< the machine has no more memory to give */
    ARMEX_CANNOT_CREATE, /**< an output cannot be made there */
    ARMEX_IO,            /**< reading or writing failed half way: disk full */
    ARMEX_TRY_AGAIN,     /**< somebody else holds the lock */
    ARMEX_BAD_SPEC,      /**< the report's specification is wrong */
} armex_status;

/** A point in an input file, counted from 1 as an editor counts; column in bytes.
 *  line 0: the whole file. */
struct armex_place {
    const char *file;
    size_t line, column;
};

#define ARMEX_NOWHERE ((struct armex_place){0}) /* not about an input file */

/** What went wrong, ready to print: "tiv.csv:41:7: 'n.a.' is not a number; ...". */
struct armex_error {
    armex_status status;
    size_t line, column; /**< of the place; 0: it has none */
    size_t words;        /**< where in the message the words begin, after the place */
    char message[2048];
};

/** Fills `error` (NULL is fine) and returns `status`: a failure is one statement.
 *  Control characters and broken UTF-8 that came in with data are shown as '?', and
 *  a message too long ends with "...", never inside a character. */
armex_status armex_fail(struct armex_error *error, armex_status status,
                        struct armex_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/** "no memory", in one word for the many places that need it. Inline, so that compilers
 *  and analysers see that it never returns ARMEX_OK. */
static inline armex_status armex_fail_memory(struct armex_error *error)
{
    armex_fail(error, ARMEX_NO_MEMORY, ARMEX_NOWHERE,
               "there is not enough memory for this");
    return ARMEX_NO_MEMORY;
}

#endif
