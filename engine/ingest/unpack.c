/** ingest/unpack.c: gzip, zstd and zip files become the one table that they hold. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>
#include <zstd.h>

#include "base/ascii.h"
#include "base/text.h"
#include "ingest/archive.h"
#include "ingest/decode.h"

/** A text being unpacked into memory that grows. */
struct stream {
    const char *file;
    const unsigned char *in;
    size_t n_in, at;
    char *out;
    size_t n, capacity, limit;
};

static armex_status fail_packed(const struct stream *stream, const char *format,
                                const char *what, struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){stream->file, 0, 0},
                      format, what);
}

static const char damaged[] = "this %s file is damaged or cut off; fetch it again";

/** Room for at least one more byte, and a NUL. */
static armex_status widen(struct stream *stream, const char *what,
                          struct armex_error *error)
{
    const size_t more = stream->capacity ? 2 * stream->capacity : (size_t)64 << 10;
    char *out;

    if (stream->n >= stream->limit ||
        !armex_expansion_is_sound(stream->n, stream->n_in))
        return fail_packed(stream,
                           "this %s file unpacks to more than any table; unpack it "
                           "first if it is sound",
                           what, error);
    if (stream->n + 1 < stream->capacity)
        return ARMEX_OK;
    out = realloc(stream->out, more);
    if (!out)
        return armex_fail_memory(error);
    stream->out = out;
    stream->capacity = more;
    return ARMEX_OK;
}

static unsigned at_most(size_t n)
{
    return n < UINT32_MAX / 2 ? (unsigned)n : UINT32_MAX / 2;
}

/** Inflates until the input or one part of it ends; `*ended` says that a part did. */
static armex_status inflate_some(struct stream *stream, z_stream *z, bool *ended,
                                 struct armex_error *error)
{
    armex_status status = widen(stream, "gzip", error);
    int code = Z_OK;

    if (status)
        return status;
    z->next_in = (unsigned char *)(uintptr_t)(stream->in + stream->at); // not written
    z->avail_in = at_most(stream->n_in - stream->at);
    z->next_out = (unsigned char *)stream->out + stream->n;
    z->avail_out = at_most(stream->capacity - stream->n - 1);
    code = inflate(z, Z_NO_FLUSH);
    stream->at = (size_t)(z->next_in - stream->in);
    stream->n = (size_t)((char *)z->next_out - stream->out);
    *ended = code == Z_STREAM_END;
    if (code == Z_MEM_ERROR)
        return armex_fail_memory(error);
    return code == Z_OK || *ended ? ARMEX_OK
                                  : fail_packed(stream, damaged, "gzip", error);
}

static armex_status from_gzip(struct stream *stream, struct armex_error *error)
{
    const int with_gzip_header = 16 + MAX_WBITS;
    z_stream z = {0};
    bool ended = false;
    armex_status status = inflateInit2(&z, with_gzip_header) == Z_OK
                              ? ARMEX_OK
                              : armex_fail_memory(error);

    if (status)
        return status;
    while (!status && (!ended || stream->at < stream->n_in)) {
        if (ended)
            inflateReset(&z); // another part follows, as `cat a.gz b.gz` makes them
        status = inflate_some(stream, &z, &ended, error);
    }
    inflateEnd(&z);
    return status;
}

static armex_status from_zstd(struct stream *stream, struct armex_error *error)
{
    ZSTD_DStream *z = ZSTD_createDStream();
    ZSTD_inBuffer in = {stream->in, stream->n_in, 0};
    armex_status status = z ? ARMEX_OK : armex_fail_memory(error);
    size_t left = 1;

    while (!status && (left || in.pos < in.size)) {
        status = widen(stream, "zstd", error);
        if (status)
            break;
        ZSTD_outBuffer out = {stream->out, stream->capacity - 1, stream->n};
        const size_t was = in.pos;
        left = ZSTD_decompressStream(z, &out, &in);
        const bool stuck = in.pos == was && out.pos == stream->n;
        stream->n = out.pos;
        if (ZSTD_isError(left) || stuck)
            status = fail_packed(stream, damaged, "zstd", error);
    }
    ZSTD_freeDStream(z);
    return status;
}

static bool ends_in(const char *name, const char *suffix)
{
    const size_t n = strlen(name), m = strlen(suffix);
    return n >= m && armex_same_letters(name + n - m, suffix);
}

static bool is_table(const char *name)
{
    static const char *const suffixes[] = {".csv", ".tsv", ".txt", ".json", ".xlsx"};
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;

    if (strncmp(base, "Metadata_", strlen("Metadata_")) == 0 || *base == '.' ||
        strncmp(name, "__MACOSX/", strlen("__MACOSX/")) == 0)
        return false; // what stands beside the World Bank's tables, and macOS's notes
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (ends_in(base, suffixes[i]))
            return true;
    return false;
}

/** "a.csv, b.csv and 3 more". */
static armex_status fail_listing(const struct armex_archive *archive, const char *file,
                                 bool tables, struct armex_error *error)
{
    const size_t most = 8, n = armex_archive_count(archive);
    struct armex_text names = {0};
    size_t shown = 0, left = 0;
    armex_status status;

    for (size_t i = 0; i < n; i++) {
        const char *name = armex_archive_name(archive, i);
        if (tables && !is_table(name))
            continue;
        if (shown < most)
            armex_text_printf(&names, "%s%s", shown++ ? ", " : "", name);
        else
            left++;
    }
    if (left)
        armex_text_printf(&names, " and %zu more", left);
    if (names.failed)
        status = armex_fail_memory(error);
    else
        status = armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){file, 0, 0},
                            tables  ? "this zip file holds several tables (%s); unpack "
                                      "it and name the one that is meant"
                            : shown ? "this zip file holds no table, but %s"
                                    : "this zip file is empty%s",
                            shown ? names.data : "");
    armex_text_free(&names);
    return status;
}

static armex_status from_zip(struct armex_decoded *out, const char *file,
                             const char *bytes, size_t length, size_t limit,
                             struct armex_error *error)
{
    struct armex_archive *archive = NULL;
    size_t found = 0, tables = 0;
    armex_status status = armex_archive_open(&archive, file, bytes, length, error);

    if (status)
        return status;
    if (armex_archive_find(archive, "[Content_Types].xml") <
        armex_archive_count(archive)) { // a workbook
        armex_archive_close(archive);
        return ARMEX_OK;
    }
    for (size_t i = 0; i < armex_archive_count(archive); i++)
        if (is_table(armex_archive_name(archive, i))) {
            found = i;
            tables++;
        }
    if (tables != 1)
        status = fail_listing(archive, file, tables > 1, error);
    else
        status = armex_archive_read(&out->unpacked, &out->length, archive, found, limit,
                                    error);
    if (!status && !(out->member = strdup(armex_archive_name(archive, found))))
        status = armex_fail_memory(error);
    if (!status) {
        out->packing = ARMEX_ZIP;
        out->bytes = out->unpacked;
    }
    armex_archive_close(archive);
    return status;
}

static armex_status from_stream(struct armex_decoded *out, struct stream *stream,
                                enum armex_packing packing, struct armex_error *error)
{
    const armex_status status =
        packing == ARMEX_GZIP ? from_gzip(stream, error) : from_zstd(stream, error);

    out->unpacked = stream->out;
    if (status || !stream->out)
        return status;
    stream->out[stream->n] = '\0';
    out->packing = packing;
    out->bytes = stream->out;
    out->length = stream->n;
    return ARMEX_OK;
}

armex_status armex_unpack(struct armex_decoded *out, const char *file,
                          const char *bytes, size_t length, size_t limit,
                          struct armex_error *error)
{
    struct stream stream = {.file = file,
                            .in = (const unsigned char *)bytes,
                            .n_in = length,
                            .limit = limit};
    armex_status status = ARMEX_OK;

    *out = (struct armex_decoded){.bytes = bytes, .length = length};
    if (length >= 2 && memcmp(bytes, "\x1f\x8b", 2) == 0)
        status = from_stream(out, &stream, ARMEX_GZIP, error);
    else if (length >= 4 && memcmp(bytes, "\x28\xb5\x2f\xfd", 4) == 0)
        status = from_stream(out, &stream, ARMEX_ZSTD, error);
    else if (armex_is_zip(bytes, length))
        status = from_zip(out, file, bytes, length, limit, error);
    if (status)
        armex_decoded_free(out);
    return status;
}
