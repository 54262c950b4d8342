/** tests/ingest/trade_document.h: a file of trade by the reader of documents in memory,
 *  which the stream is held against. */
#ifndef ARMEX_TESTS_INGEST_TRADE_DOCUMENT_H
#define ARMEX_TESTS_INGEST_TRADE_DOCUMENT_H

#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"
#include "check.h"
#include "ingest/decode.h"
#include "ingest/sources.h"

static inline armex_status read_document(struct armex_vintage **out, const char *path,
                                         const struct armex_ingest_options *options,
                                         struct armex_error *error)
{
    struct armex_document document = {.path = path};
    struct armex_decoded decoded = {0};
    char *bytes = NULL;

    assert_int_equal(armex_file_read(&bytes, &document.length, path, 1 << 30, NULL),
                     ARMEX_OK);
    armex_sha256(document.sha256, bytes, document.length);
    assert_int_equal(
        armex_decode(&decoded, path, bytes, document.length, 1 << 30, NULL), ARMEX_OK);
    document.bytes = decoded.bytes;
    document.length = decoded.length;
    const armex_status status =
        armex_source_comtrade.read(out, &document, options, error);
    armex_decoded_free(&decoded);
    free(bytes);
    return status;
}

#endif
