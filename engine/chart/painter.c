/** chart/painter.c: pictures of pixels, painted from their SVG by armex-paint. */
#include "chart/painter.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

enum { LARGEST = 1 << 30, SIZE_AT = 16, SIZE_END = 24, LINE_BYTES = 32 };

static const char nothing[] = "armex-paint failed and made no whole picture";

armex_status armex_painter_start(struct armex_painter *painter, const char *program,
                                 bool several, struct armex_error *error)
{
    const char *const argv[] = {program ? program : "armex-paint", "png",
                                several ? "2" : "1", NULL};
    *painter = (struct armex_painter){0};
    const armex_status status = armex_child_start(&painter->child, argv, 1, error);
    painter->child.most = LARGEST;
    if (status == ARMEX_UNAVAILABLE)
        return armex_fail(
            error, status, ARMEX_NOWHERE,
            "armex-paint is missing, which paints png: it is built and "
            "installed with armex where libpango1.0-dev and libdeflate-dev are");
    return status;
}

void armex_painter_order(struct armex_painter *painter,
                         const struct armex_canvas *canvas, const char *svg,
                         size_t length)
{
    struct armex_text *orders = &painter->orders;
    armex_text_printf(orders, "%d %d %ld %zu\n", canvas->width, canvas->height,
                      lround(canvas->zoom * 1e6), length);
    armex_text_add_bytes(orders, svg, length);
    painter->sent += armex_child_say(&painter->child, orders->data + painter->sent,
                                     orders->length - painter->sent);
}

armex_status armex_painter_finish(struct armex_painter *painter, int seconds,
                                  struct armex_error *error)
{
    struct armex_child *child = &painter->child;
    if (painter->orders.failed)
        return armex_fail_memory(error);
    child->feed = painter->orders.data + painter->sent;
    child->left = painter->orders.length - painter->sent;
    armex_children_finish(&child, 1, seconds);
    if (child->late)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                          "armex-paint did not end within %d seconds", seconds);
    if (child->said.failed)
        return armex_fail_memory(error);
    return armex_child_succeeded(child)
               ? ARMEX_OK
               : armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "%s", nothing);
}

static long big_endian(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;
    return (long)at[0] << 24 | (long)at[1] << 16 | (long)at[2] << 8 | (long)at[3];
}

armex_status armex_painter_take(const char **png, size_t *length,
                                struct armex_painter *painter,
                                const struct armex_canvas *canvas,
                                struct armex_error *error)
{
    const struct armex_text *said = &painter->child.said;
    const char *line = said->data ? said->data + painter->taken : "";
    const size_t left = said->length - painter->taken;
    const char *end = memchr(line, '\n', left < LINE_BYTES ? left : LINE_BYTES);
    long bytes;
    if (!end || !armex_whole_parse(&bytes, line, (size_t)(end - line), 1, LARGEST) ||
        (size_t)bytes > left - (size_t)(end + 1 - line))
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "%s", nothing);
    *png = end + 1;
    *length = (size_t)bytes;
    painter->taken += (size_t)(end + 1 - line) + *length;
    if (*length < SIZE_END || big_endian(*png + SIZE_AT) != canvas->width ||
        big_endian(*png + SIZE_AT + 4) != canvas->height)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                          "armex-paint's picture is not of %d by %d pixels",
                          canvas->width, canvas->height);
    return ARMEX_OK;
}

void armex_painter_end(struct armex_painter *painter)
{
    armex_child_end(&painter->child);
    armex_text_free(&painter->orders);
}
