/** chart/paint/raster.c: one picture as pixels. */
#include "chart/paint/raster.h"

#include <string.h>

#include "chart/paint/picture.h"
#include "chart/paint/png.h"

/* A sheet of pixels; what it is made of is all the surface's. */
static struct paint_sheet open_sheet(cairo_surface_t *image)
{
    cairo_t *cairo = cairo_create(image);
    return (struct paint_sheet){
        .cairo = cairo, .context = pango_cairo_create_context(cairo), .paper = true};
}

static void close_sheet(struct paint_sheet *sheet)
{
    g_object_unref(sheet->context);
    cairo_destroy(sheet->cairo);
}

armex_status paint_raster(struct armex_text *png, const struct paint_raster *raster,
                          struct armex_error *error)
{
    cairo_surface_t *image =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, raster->width, raster->height);
    struct paint_sheet sheet = open_sheet(image);

    cairo_scale(sheet.cairo, raster->zoom, raster->zoom);
    paint_picture(&sheet, raster->svg, raster->length);
    const bool painted = !cairo_status(sheet.cairo) && !cairo_surface_status(image);
    close_sheet(&sheet);
    const armex_status status =
        painted ? paint_png(png, image, error) : armex_fail_memory(error);
    cairo_surface_destroy(image);
    return status;
}

void paint_raster_prepare(void)
{
    static const char words[] = "<text font-size=\"13\" fill=\"#000000\">0</text>"
                                "<text font-size=\"13\" font-weight=\"700\" "
                                "fill=\"#000000\">0</text>";
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 16, 16);
    struct paint_sheet sheet = open_sheet(image);

    paint_picture(&sheet, words, sizeof words - 1);
    close_sheet(&sheet);
    cairo_surface_destroy(image);
}
