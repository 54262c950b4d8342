/**
 * ingest/scan.h: where the cells of a csv end, 64 bytes at a time.
 *
 * Each block of 64 bytes becomes bit masks of its quotes, delimiters and line breaks; a
 * product without carries of the quotes with all ones gives what lies inside quotes. No
 * byte is branched upon. There are three forms, for processors with AVX-512, with AVX2,
 * and for all: the same answer, bit for bit, and the same as that of ingest/csv.h.
 *
 * Source: Langdale and Lemire, "Parsing gigabytes of JSON per second", The VLDB Journal
 *         28 (2019), section 3.1.
 */
#ifndef ARMEX_INGEST_SCAN_H
#define ARMEX_INGEST_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ARMEX_SCAN_BLOCK = 64 };

/** What goes over from one block to the next. To begin at the first byte of a row:
 *  {.delimiter = ',', .may_open = 1}. */
struct armex_scan {
    char delimiter;
    uint64_t inside;   /**< all ones where the byte before lies inside quotes, else 0 */
    uint64_t may_open; /**< 1: the byte before ended a cell or closed a quote */
    uint64_t closed;   /**< 1: the byte before closed a quote */
    uint64_t faults;   /**< not 0: csv.h would refuse what was scanned: a quote amid a
                            cell, text after a closing quote, a NUL byte */
    size_t lines;      /**< ends of rows among those found */
};

/** Appends to `ends` the places of all bytes of [from, to) that end a cell: delimiters,
 *  LF, and CR without LF, outside quotes. Returns how many. The CR of a CRLF is the
 *  last byte of the cell before.
 *  Shape: `ends` has room for to - from + 64. The bytes up to `to` + 64 can be read,
 *         and [to] is what follows, or NUL at the end of the file; [from, to) is whole
 *         blocks, or the last of the text. */
typedef size_t armex_scan_function(struct armex_scan *scan, const char *bytes,
                                   uint32_t from, uint32_t to, uint32_t *ends);

armex_scan_function armex_scan_portable;
#ifdef __x86_64__
armex_scan_function armex_scan_avx2;   /**< only where armex_has_avx2() */
armex_scan_function armex_scan_avx512; /**< only where armex_has_avx512() */
#endif

/** Whether this processor has AVX2, BMI and carry-less products. */
bool armex_has_avx2(void);
/** Whether it has those parts of AVX-512 as well that came with Ice Lake and Zen 4. */
bool armex_has_avx512(void);

/** The quickest of them, here. */
armex_scan_function *armex_scan_best(void);

#endif
