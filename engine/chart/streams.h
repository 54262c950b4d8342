/**
 * chart/streams.h: transfers as two columns and what passes between them, all of it.
 */
#ifndef ARMEX_CHART_STREAMS_H
#define ARMEX_CHART_STREAMS_H

#include "chart/transfers.h"

enum { ARMEX_STREAM_ENDS = ARMEX_PARTIES + 1 };

/** A supplier, a recipient, or all the others of either side. */
struct armex_stream_end {
    const char *code; /**< NULL: the others */
    const char *name; /**< "others (14)" */
    double value;     /**< what its streams add up to; above 0 */
    bool subject;
};

struct armex_streams {
    size_t n[2];                                         /**< suppliers, recipients */
    struct armex_stream_end ends[2][ARMEX_STREAM_ENDS];  /**< others last */
    double values[ARMEX_STREAM_ENDS][ARMEX_STREAM_ENDS]; /**< 0: nothing */
    double all, greatest; /**< of all streams; of the largest end */
    struct armex_unit unit;
    const struct armex_transfers *transfers;
    const char *subject; /**< code in accent: the highlighted, else the largest
                              supplier */
};

/** The transfers with one end more on each side where parties are left over, so that
 *  both columns add up to the same. A single one left over has its own name.
 *  Owner: texts live in `arena`, or are the transfers'. Errors: ARMEX_NO_MEMORY. */
armex_status armex_streams_make(struct armex_streams *out, struct armex_arena *arena,
                                const struct armex_transfers *transfers,
                                struct armex_error *error);

/** The stream that says most of the subject: the largest of those that it supplied, or
 *  got where it got more, between two that are named. false: there is none. */
bool armex_streams_main(size_t *supplier, size_t *recipient,
                        const struct armex_streams *streams);

#endif
