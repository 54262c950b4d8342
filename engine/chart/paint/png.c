/** chart/paint/png.c: pixels as a PNG, packed for pictures that are mostly flat. */
#include "chart/paint/png.h"

#include <libdeflate.h>
#include <string.h>

#include "chart/paint/rows.h"

enum { PIXEL = 4 };

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

/* Whether no pixel differs from the first. */
static bool is_blank(const struct paint_pixels *pixels)
{
    const size_t bytes = pixels->width * PIXEL;
    const unsigned char *first = pixels->bytes;
    bool blank = !memcmp(first, first + PIXEL, bytes - PIXEL);

    for (size_t y = 1; blank && y < pixels->height; y++)
        blank = !memcmp(first, first + y * pixels->stride, bytes);
    return blank;
}

armex_status paint_png(struct armex_text *out, cairo_surface_t *image,
                       struct armex_error *error)
{
    cairo_surface_flush(image);
    const struct paint_pixels pixels = {
        .bytes = cairo_image_surface_get_data(image),
        .width = (size_t)cairo_image_surface_get_width(image),
        .height = (size_t)cairo_image_surface_get_height(image),
        .stride = (size_t)cairo_image_surface_get_stride(image)};
    struct armex_text packed = {0};

    if (is_blank(&pixels))
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "a picture is blank");
    const armex_status status = paint_rows_pack(&packed, &pixels, error);
    if (!status) {
        add_header(out, (uint32_t)pixels.width, (uint32_t)pixels.height);
        add_chunk(out, "IDAT", packed.data, packed.length);
        add_chunk(out, "IEND", "", 0);
    }
    armex_text_free(&packed);
    return !status && out->failed ? armex_fail_memory(error) : status;
}
