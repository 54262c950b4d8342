/**
 * ingest/scan_block.h: from the masks of a block to the ends of its cells: what both
 * forms of the scan share.
 */
#ifndef ARMEX_INGEST_SCAN_BLOCK_H
#define ARMEX_INGEST_SCAN_BLOCK_H

#include "ingest/scan.h"

/** Bit i tells of byte i of the block. */
struct armex_masks {
    uint64_t quotes, delimiters, feeds; /**< feeds: LF */
    uint64_t returns, nuls;
    uint64_t valid; /**< bytes that belong to the text */
};

/** `inside` is the running parity of the quotes in the block alone: bit i is on where
 *  an odd number of them stands at or before byte i. Returns the ends of cells. */
static inline __attribute__((always_inline)) uint64_t armex_scan_ends(
    struct armex_scan *scan, const struct armex_masks *masks, uint64_t inside,
    char next)
{
    const uint64_t next_feed = (uint64_t)(next == '\n') << 63;
    inside ^= scan->inside;
    const uint64_t before_feed = masks->returns & (masks->feeds >> 1 | next_feed);
    const uint64_t breaks =
        (masks->feeds | (masks->returns & ~before_feed)) & masks->valid & ~inside;
    const uint64_t ends = (masks->delimiters & masks->valid & ~inside) | breaks;
    const uint64_t quotes = masks->quotes & masks->valid;
    const uint64_t closing = quotes & ~inside, opening = quotes & inside;
    const uint64_t may_open = (ends | closing) << 1 | scan->may_open;
    const uint64_t after = (closing << 1 | scan->closed) & masks->valid;

    scan->faults |= opening & ~may_open;
    scan->faults |= after & ~(ends | quotes | before_feed);
    scan->faults |= masks->nuls & masks->valid;
    scan->inside = 0 - (inside >> 63); // all ones, or none
    scan->may_open = (ends | closing) >> 63;
    scan->closed = closing >> 63;
    scan->lines += (size_t)__builtin_popcountll(breaks);
    return ends;
}

#endif
