/** chart/png.c: gnuplot's PNG checked and told where it comes from. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "chart/picture.h"
#include "chart/scene.h"

static const unsigned char signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

enum { HEADER_BYTES = 13, CHUNK_BYTES = 12, END_OF_HEADER = 8 + CHUNK_BYTES + 13 };

static uint32_t big_endian(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void add_big_endian(struct armex_text *out, uint32_t n)
{
    const unsigned char bytes[] = {(unsigned char)(n >> 24), (unsigned char)(n >> 16),
                                   (unsigned char)(n >> 8), (unsigned char)n};
    armex_text_add_bytes(out, (const char *)bytes, sizeof bytes);
}

/** An international text chunk: keyword, not compressed, no language, UTF-8. */
static void add_words(struct armex_text *out, const char *keyword, const char *words,
                      void (*add)(struct armex_text *, const char *))
{
    struct armex_text chunk = {0};
    armex_text_add(&chunk, "iTXt");
    armex_text_add_bytes(&chunk, keyword, strlen(keyword) + 1);
    armex_text_add_bytes(&chunk, "\0\0\0\0", 4);
    add(&chunk, words);
    if (*words && !chunk.failed) {
        add_big_endian(out, (uint32_t)(chunk.length - 4));
        armex_text_add_bytes(out, chunk.data, chunk.length);
        add_big_endian(
            out, (uint32_t)crc32(0, (const Bytef *)chunk.data, (uInt)chunk.length));
    }
    out->failed = out->failed || chunk.failed;
    armex_text_free(&chunk);
}

static void add_provenance(struct armex_text *out, const struct armex_picture *picture)
{
    struct armex_text sources = {0}, font = {0};
    armex_picture_sources(&sources, picture);
    armex_picture_font(&font, picture);
    add_words(out, "Title", picture->words->title, armex_words_add);
    add_words(out, "Description", picture->words->description, armex_words_add);
    add_words(out, "Source", sources.data ? sources.data : "", armex_words_add);
    add_words(out, "Comment", picture->command ? picture->command : "",
              armex_command_add);
    add_words(out, "Font", font.data ? font.data : "", armex_words_add);
    out->failed = out->failed || sources.failed || font.failed;
    armex_text_free(&sources);
    armex_text_free(&font);
}

/** Walks the chunks and gathers the image's compressed bytes. NULL: whole; else what is
 *  wrong. */
static const char *walk(struct armex_text *image, const unsigned char *bytes,
                        size_t length)
{
    size_t at = sizeof signature;
    if (length < END_OF_HEADER || memcmp(bytes, signature, sizeof signature) != 0 ||
        memcmp(bytes + 12, "IHDR", 4) != 0)
        return "is no png";
    for (;;) {
        if (length - at < CHUNK_BYTES)
            return "breaks off";
        const size_t size = big_endian(bytes + at);
        if (size > length - at - CHUNK_BYTES)
            return "breaks off";
        const unsigned char *type = bytes + at + 4;
        if (crc32(0, type, (uInt)(size + 4)) != big_endian(type + 4 + size))
            return "is damaged";
        if (!memcmp(type, "IDAT", 4))
            armex_text_add_bytes(image, (const char *)type + 4, size);
        at += CHUNK_BYTES + size;
        if (!memcmp(type, "IEND", 4))
            return at == length ? NULL : "goes on after its end";
    }
}

/** Rows of a single colour leave nothing but zeros, whichever filter they took, save
 *  for the first pixel of a row and of the picture. Whether others are in this one. */
static bool has_ink(const unsigned char *row, size_t stride, size_t pixel)
{
    const unsigned char *first = row + 1;
    for (size_t x = pixel; x + 1 < stride; x++)
        // an unfiltered row repeats its first pixel when it has one colour
        if (row[0] == 0 ? first[x] != first[x - pixel] : first[x] != 0)
            return true;
    return false;
}

/** Unpacks row after row until one has ink: the chunks' sums have shown that all bytes
 *  are there and as they were written. The first row is never looked at: it has no row
 *  above, so that what its filter leaves of one colour differs. */
static const char *read_rows(z_stream *packed, unsigned char *row, size_t height,
                             size_t stride, size_t pixel)
{
    for (size_t y = 0; y < height; y++) {
        packed->next_out = row;
        packed->avail_out = (uInt)stride;
        const int result = inflate(packed, Z_SYNC_FLUSH);
        if ((result != Z_OK && result != Z_STREAM_END) || packed->avail_out)
            return "is damaged";
        if (y > 0 && has_ink(row, stride, pixel))
            return NULL;
    }
    return "is blank";
}

static const char *look(const unsigned char *bytes, const struct armex_text *image)
{
    static const size_t samples[] = {1, 0, 3, 1, 2, 0, 4}; // by colour type
    const size_t width = big_endian(bytes + 16), height = big_endian(bytes + 20);
    const unsigned depth = bytes[24], colours = bytes[25];
    if (!width || !height || width > 20000 || height > 20000 || depth != 8 ||
        colours > 6 || !samples[colours])
        return "is of a form that is not expected";
    const size_t pixel = samples[colours], stride = width * pixel + 1;
    unsigned char *row = malloc(stride);
    z_stream packed = {.next_in = (Bytef *)image->data,
                       .avail_in = (uInt)image->length};
    const bool started = row && inflateInit(&packed) == Z_OK;
    const char *wrong =
        started ? read_rows(&packed, row, height, stride, pixel) : "is too large";
    if (started)
        inflateEnd(&packed);
    free(row);
    return wrong;
}

armex_status armex_png_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error)
{
    struct armex_text image = {0};
    const unsigned char *png = (const unsigned char *)bytes;
    const char *wrong = walk(&image, png, length);
    if (!wrong && image.failed)
        wrong = "is too large";
    if (!wrong)
        wrong = look(png, &image);
    armex_text_free(&image);
    if (wrong)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "gnuplot's png %s", wrong);
    armex_text_add_bytes(out, bytes, END_OF_HEADER);
    add_provenance(out, picture);
    armex_text_add_bytes(out, bytes + END_OF_HEADER, length - END_OF_HEADER);
    return ARMEX_OK;
}
