/**
 * ingest/decode.h: from the bytes of a file to the text that sources read.
 *
 * Two steps, each of which may have nothing to do: what was packed is unpacked, and
 * text of another encoding becomes UTF-8. What was done is said, for a guess that
 * nobody sees is a wrong figure that nobody finds.
 */
#ifndef ARMEX_INGEST_DECODE_H
#define ARMEX_INGEST_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum armex_packing { ARMEX_UNPACKED, ARMEX_GZIP, ARMEX_ZSTD, ARMEX_ZIP };

enum armex_encoding {
    ARMEX_UTF_8,
    ARMEX_UTF_16_LE,
    ARMEX_UTF_16_BE,
    ARMEX_ISO_8859_1, /**< no byte from 0x80 to 0x9f, so Windows-1252 reads the same */
    ARMEX_WINDOWS_1252, /**< such bytes are there */
    ARMEX_DOS_850,      /**< names of countries show it; see ingest/code_pages.h */
    ARMEX_MAC_ROMAN,    /**< the same */
    ARMEX_NO_TEXT,      /**< bytes stand in it that no text has: left as it is */
};

/** What sources read: the document's own bytes where nothing had to be done. */
struct armex_decoded {
    const char *bytes; /**< ends with a NUL that `length` does not count */
    size_t length;
    char *unpacked, *converted; /**< owned; NULL where the step had nothing to do */
    enum armex_packing packing;
    enum armex_encoding encoding;
    char *member;   /**< the name of the file within a zip file, or NULL */
    size_t unknown; /**< bytes that mean nothing in Windows-1252, now U+FFFD */
};

/** Unpacks and converts `bytes`, which end with a NUL and must outlive the result.
 *
 *  Packed:   gzip and zstd, also of several parts one after another; zip with one table
 *            in it (csv, tsv, txt, json; xlsx), the World Bank's Metadata_* aside. A
 *            workbook (xlsx) is a zip file too, and left as it is.
 *  Encoding: a byte order mark decides; without one, NUL in every other byte is UTF-16,
 *            valid UTF-8 is that, and other text is Windows-1252, unless more of its
 *            cells are names of countries in DOS's code page 850 or in Mac Roman.
 *  Limits:   as ingest/archive.h; `limit` bytes in all.
 *  Owner:    the caller, armex_decoded_free().
 *  Errors:   ARMEX_BAD_INPUT for what is damaged, too large, broken UTF-16, or a zip
 *            file without or with several tables, listing what is in it;
 *            ARMEX_NO_MEMORY. */
armex_status armex_decode(struct armex_decoded *out, const char *file,
                          const char *bytes, size_t length, size_t limit,
                          struct armex_error *error);
void armex_decoded_free(struct armex_decoded *decoded); /* {0} is fine */

/** What was done, as the description of a vintage says it: "The file was packed (gzip);
 *  its text was in Windows-1252." "" where nothing was. Fits 256 bytes. */
void armex_decoded_words(char out[256], const struct armex_decoded *decoded);

/** The first step alone: fills packing, member, unpacked, bytes and length. */
armex_status armex_unpack(struct armex_decoded *out, const char *file,
                          const char *bytes, size_t length, size_t limit,
                          struct armex_error *error);

/** The second: text in UTF-8 out of out->bytes. */
armex_status armex_to_utf8(struct armex_decoded *out, const char *file,
                           struct armex_error *error);

#endif
