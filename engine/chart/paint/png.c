/** chart/paint/png.c: pixels as a PNG, packed for pictures that are mostly flat. */
#include "chart/paint/png.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Beyond level 5 a chart's picture takes longer and hardly fewer bytes. */
enum { LEVEL = 5, SAMPLES = 3, NO_FILTER = 0, UP = 2 };

static void add_big_endian(struct armex_text *out, uint32_t n)
{
    const unsigned char bytes[] = {(unsigned char)(n >> 24), (unsigned char)(n >> 16),
                                   (unsigned char)(n >> 8), (unsigned char)n};
    armex_text_add_bytes(out, (const char *)bytes, sizeof bytes);
}

static void add_chunk(struct armex_text *out, const char *type, const void *bytes,
                      size_t length)
{
    const uint32_t sum = libdeflate_crc32(0, type, 4);
    add_big_endian(out, (uint32_t)length);
    armex_text_add_bytes(out, type, 4);
    armex_text_add_bytes(out, bytes, length);
    add_big_endian(out, libdeflate_crc32(sum, bytes, length));
}

static void add_header(struct armex_text *out, uint32_t width, uint32_t height)
{
    static const char form[] = {8, 2, 0, 0, 0}; // 8 bits, colours, no interlacing
    struct armex_text header = {0};
    add_big_endian(&header, width);
    add_big_endian(&header, height);
    armex_text_add_bytes(&header, form, sizeof form);
    armex_text_add(out, "\x89PNG\r\n\x1a\n");
    add_chunk(out, "IHDR", header.data, header.length);
    out->failed = out->failed || header.failed;
    armex_text_free(&header);
}

static void write_row(unsigned char *to, const uint32_t *pixels, size_t width)
{
    *to++ = NO_FILTER;
    for (size_t x = 0; x < width; x++) {
        *to++ = (unsigned char)(pixels[x] >> 16);
        *to++ = (unsigned char)(pixels[x] >> 8);
        *to++ = (unsigned char)pixels[x];
    }
}

/* A row like the one above it differs from that by zeros; any other is packed best as
   it is. false: no pixel differs from the first. */
static bool write_rows(unsigned char *to, cairo_surface_t *image, size_t width,
                       size_t height)
{
    const size_t bytes = width * sizeof(uint32_t), stride = width * SAMPLES + 1;
    const unsigned char *row = cairo_image_surface_get_data(image), *above = NULL;
    bool inked = memcmp(row, row + sizeof(uint32_t), bytes - sizeof(uint32_t)) != 0;

    for (size_t y = 0; y < height; y++, to += stride) {
        if (above && !memcmp(row, above, bytes)) {
            memset(to, 0, stride);
            *to = UP;
        } else {
            inked = inked || above;
            write_row(to, (const uint32_t *)(const void *)row, width);
        }
        above = row;
        row += cairo_image_surface_get_stride(image);
    }
    return inked;
}

static bool pack(struct armex_text *out, const unsigned char *rows, size_t length)
{
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(LEVEL);
    const size_t most = packer ? libdeflate_zlib_compress_bound(packer, length) : 0;
    unsigned char *packed = packer ? malloc(most) : NULL;
    const size_t size =
        packed ? libdeflate_zlib_compress(packer, rows, length, packed, most) : 0;

    if (size)
        add_chunk(out, "IDAT", packed, size);
    free(packed);
    libdeflate_free_compressor(packer);
    return size > 0;
}

armex_status paint_png(struct armex_text *out, cairo_surface_t *image,
                       struct armex_error *error)
{
    cairo_surface_flush(image);
    const size_t width = (size_t)cairo_image_surface_get_width(image),
                 height = (size_t)cairo_image_surface_get_height(image),
                 length = (width * SAMPLES + 1) * height;
    unsigned char *rows = malloc(length);
    armex_status status = ARMEX_OK;

    if (!rows)
        return armex_fail_memory(error);
    if (!write_rows(rows, image, width, height))
        status =
            armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "a picture is blank");
    if (!status) {
        add_header(out, (uint32_t)width, (uint32_t)height);
        const bool packed = pack(out, rows, length);
        add_chunk(out, "IEND", "", 0);
        if (!packed || out->failed)
            status = armex_fail_memory(error);
    }
    free(rows);
    return status;
}
