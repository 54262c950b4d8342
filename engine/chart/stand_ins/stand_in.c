/** chart/stand_ins/stand_in.c: stands in for libraries of which an svg needs nothing.
 *
 * Of the 11 ms that gnuplot takes to start, 9 go to libgd, Pango and cairo and to the
 * 70 libraries that they load, for formats of which armex has gnuplot draw pdf alone.
 * This library goes by the names of all of them and has just what gnuplot 5.4 must find
 * there (nm -D --undefined-only). Nothing of it is ever called: who did would end. A
 * gnuplot that asks for more does not start, and is started with its own libraries.
 */

typedef void function(void);

static void is_not_there(void)
{
    __builtin_trap();
}

#define STAND_IN extern __attribute__((alias("is_not_there"))) function

/* libgd.so.3 */
STAND_IN
gdFTUseFontConfig, gdFontGetGiant, gdFontGetLarge, gdFontGetMediumBold, gdFontGetSmall,
    gdFontGetTiny, gdFree, gdImageAlphaBlending, gdImageArc, gdImageColorAllocate,
    gdImageColorAllocateAlpha, gdImageColorClosest, gdImageColorExact,
    gdImageColorExactAlpha, gdImageColorResolve, gdImageColorResolveAlpha,
    gdImageColorTransparent, gdImageCopy, gdImageCopyResized, gdImageCreate,
    gdImageCreateFromGif, gdImageCreateFromJpeg, gdImageCreateFromPng,
    gdImageCreateTrueColor, gdImageDestroy, gdImageFill, gdImageFilledArc,
    gdImageFilledPolygon, gdImageFilledRectangle, gdImageGetClip, gdImageGetPixel,
    gdImageGetTrueColorPixel, gdImageGif, gdImageGifAnimAdd, gdImageGifAnimBegin,
    gdImageGifAnimEnd, gdImageInterlace, gdImageJpeg, gdImageLine, gdImagePaletteCopy,
    gdImagePaletteToTrueColor, gdImagePng, gdImagePngPtr, gdImagePolygon,
    gdImageRectangle, gdImageSaveAlpha, gdImageSetAntiAliased, gdImageSetBrush,
    gdImageSetClip, gdImageSetPixel, gdImageSetThickness, gdImageSetTile, gdImageString,
    gdImageStringFT, gdImageStringFTEx, gdImageStringUp, gdImageTrueColorToPalette,
    gdImageTrueColorToPaletteSetMethod;

/* libpango-1.0.so.0, libpangocairo-1.0.so.0 */
STAND_IN
pango_attr_family_new, pango_attr_list_insert, pango_attr_list_new,
    pango_attr_list_unref, pango_attr_rise_new, pango_attr_shape_new,
    pango_attr_size_new, pango_attr_style_new, pango_attr_weight_new,
    pango_cairo_create_layout, pango_cairo_font_map_get_default,
    pango_cairo_font_map_get_type, pango_cairo_font_map_set_resolution,
    pango_cairo_show_layout, pango_cairo_update_layout, pango_font_description_free,
    pango_font_description_new, pango_font_description_set_family,
    pango_font_description_set_size, pango_font_description_set_style,
    pango_font_description_set_weight, pango_layout_get_baseline,
    pango_layout_get_extents, pango_layout_get_pixel_extents,
    pango_layout_set_attributes, pango_layout_set_font_description,
    pango_layout_set_text;

/* libcairo.so.2 */
STAND_IN
cairo_arc, cairo_clip, cairo_close_path, cairo_create, cairo_destroy, cairo_fill,
    cairo_fill_preserve, cairo_get_target, cairo_image_surface_create,
    cairo_image_surface_create_for_data, cairo_image_surface_get_data,
    cairo_image_surface_get_height, cairo_image_surface_get_stride,
    cairo_image_surface_get_width, cairo_line_to, cairo_matrix_init,
    cairo_matrix_init_scale, cairo_matrix_rotate, cairo_matrix_scale,
    cairo_matrix_translate, cairo_move_to, cairo_new_path, cairo_paint,
    cairo_pattern_create_for_surface, cairo_pattern_destroy, cairo_pattern_set_extend,
    cairo_pattern_set_filter, cairo_pattern_set_matrix, cairo_pdf_surface_create,
    cairo_pdf_surface_create_for_stream, cairo_ps_surface_create,
    cairo_ps_surface_create_for_stream, cairo_ps_surface_dsc_begin_page_setup,
    cairo_ps_surface_dsc_comment, cairo_ps_surface_set_eps, cairo_rectangle,
    cairo_rel_line_to, cairo_restore, cairo_rotate, cairo_save, cairo_set_antialias,
    cairo_set_dash, cairo_set_line_cap, cairo_set_line_join, cairo_set_line_width,
    cairo_set_matrix, cairo_set_miter_limit, cairo_set_operator, cairo_set_source,
    cairo_set_source_rgb, cairo_set_source_rgba, cairo_set_source_surface,
    cairo_show_page, cairo_status, cairo_status_to_string, cairo_stroke,
    cairo_surface_create_similar, cairo_surface_destroy, cairo_surface_write_to_png,
    cairo_surface_write_to_png_stream, cairo_translate;

/* libglib-2.0.so.0, libgobject-2.0.so.0 */
STAND_IN
g_convert, g_error_free, g_free, g_get_charset, g_object_unref, g_strdup,
    g_type_check_instance_cast, g_unichar_to_utf8, g_utf8_get_char, g_utf8_strlen,
    g_utf8_validate;

/* Two pointers that gnuplot copies as it starts, of libgd and GLib. */
extern const void *gdFontMediumBold, *g_utf8_skip;
const void *gdFontMediumBold, *g_utf8_skip;
