/** chart/paint/png.c: pixels as a PNG, packed for pictures that are mostly flat. */
#include "chart/paint/png.h"

#include <stdint.h>
#include <zlib.h>

#include "chart/paint/flat.h"

static void add_big_endian(struct armex_text *out, uint32_t n)
{
    const unsigned char bytes[] = {(unsigned char)(n >> 24), (unsigned char)(n >> 16),
                                   (unsigned char)(n >> 8), (unsigned char)n};
    armex_text_add_bytes(out, (const char *)bytes, sizeof bytes);
}

static void add_chunk(struct armex_text *out, const char *type, const void *bytes,
                      size_t length)
{
    uLong sum = crc32(0, (const Bytef *)type, 4);
    if (length)
        sum = crc32(sum, bytes, (uInt)length);
    add_big_endian(out, (uint32_t)length);
    armex_text_add_bytes(out, type, 4);
    armex_text_add_bytes(out, bytes, length);
    add_big_endian(out, (uint32_t)sum);
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

static bool is_blank(const struct paint_pixels *pixels)
{
    const size_t n = pixels->width * pixels->height;
    for (size_t i = 1; i < n; i++)
        if ((pixels->at[i] ^ pixels->at[0]) & 0xffffffU)
            return false;
    return true;
}

static void add_image(struct armex_text *out, const struct paint_pixels *pixels)
{
    struct paint_tokens tokens = {0};
    struct armex_text packed = {0};
    uint32_t sum;

    paint_flat(&tokens, &sum, pixels);
    paint_deflate(&packed, &tokens, sum);
    add_chunk(out, "IDAT", packed.data, packed.length);
    out->failed = out->failed || packed.failed;
    armex_text_free(&packed);
    paint_tokens_free(&tokens);
}

armex_status paint_png(struct armex_text *out, cairo_surface_t *image,
                       struct armex_error *error)
{
    cairo_surface_flush(image);
    const struct paint_pixels pixels = {
        (uint32_t *)(void *)cairo_image_surface_get_data(image),
        (size_t)cairo_image_surface_get_width(image),
        (size_t)cairo_image_surface_get_height(image)};

    if (is_blank(&pixels))
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "a picture is blank");
    add_header(out, (uint32_t)pixels.width, (uint32_t)pixels.height);
    add_image(out, &pixels);
    add_chunk(out, "IEND", "", 0);
    return out->failed ? armex_fail_memory(error) : ARMEX_OK;
}
