/** chart/studio.c: what charts drawn together share, and how one is laid out. */
#include "chart/studio.h"

#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/number.h"
#include "chart/scene.h"
#include "chart/template.h"

enum { TEMPLATE_BYTES = 1 << 20 };

/* What gnuplot draws: a png is its svg, painted. */
static const char *const suffixes[] = {
    [ARMEX_SVG] = "svg", [ARMEX_PNG] = "svg", [ARMEX_PDF] = "pdf", [ARMEX_TEX] = "svg"};

static const char *const styles[ARMEX_STYLES] = {
    [ARMEX_WEB] = "web", [ARMEX_PAPER] = "paper", [ARMEX_SLIDE] = "slide"};

static const double slide_ratio = 16.0 / 9.0, slide_width = 1280.0;
static const double least_slide = 640.0, most_slide = 1400.0;
static const double paper_zoom = 160.0 / 25.4 * 96.0 / 720.0; // 720 become 160 mm

const char *armex_chart_style_name(enum armex_chart_style style)
{
    return styles[style];
}

static armex_status read_template(char **out, const char *folder, const char *name,
                                  struct armex_error *error)
{
    struct armex_text path = {0};
    size_t length;
    armex_text_printf(&path, "%s/%s.gp", folder, name);
    const armex_status status =
        path.failed ? armex_fail_memory(error)
                    : armex_file_read(out, &length, path.data, TEMPLATE_BYTES, error);
    armex_text_free(&path);
    return status;
}

armex_status armex_studio_open(struct armex_studio *studio,
                               const struct armex_chart_tools *tools,
                               struct armex_error *error)
{
    *studio = (struct armex_studio){.plots = tools->plots};
    armex_status status = read_template(&studio->theme, studio->plots, "theme", error);
    if (!status)
        status = read_template(&studio->canvas, studio->plots, "canvas", error);
    if (!status)
        status = armex_font_find(&studio->font, error);
    return status;
}

void armex_studio_close(struct armex_studio *studio)
{
    armex_font_free(studio->font);
    free(studio->theme);
    free(studio->canvas);
    for (size_t i = 0; i < ARMEX_CHART_KINDS; i++)
        free(studio->templates[i]);
    *studio = (struct armex_studio){0};
}

static armex_status check(const struct armex_chart *chart, struct armex_error *error)
{
    if (!chart->kind || !chart->table)
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "a chart needs a kind and a table");
    if (chart->width && (chart->width < 280 || chart->width > 4000))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a chart is 280 to 4000 pixels wide, not %d", chart->width);
    if (chart->scale != 0.0 && !(chart->scale >= 0.5 && chart->scale <= 4.0))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a picture's scale lies between 0.5 and 4");
    return ARMEX_OK;
}

armex_status armex_chart_words(struct armex_chart_words *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               struct armex_error *error)
{
    union armex_content content;
    const armex_status status = check(chart, error);
    return status ? status : armex_content_read(&content, out, arena, chart, error);
}

/** A reader of svg or tex has fonts of their own; what cairo draws needs ours. */
static armex_status make_drawable(struct armex_plate *sheet, struct armex_font *font,
                                  struct armex_error *error)
{
    struct armex_text drawable = {0};
    armex_scene_drawable(&drawable, sheet->script.data, font);
    armex_text_free(&sheet->script);
    sheet->script = drawable;
    return drawable.failed ? armex_fail_memory(error) : ARMEX_OK;
}

/** Reads, words and places everything at the width that the chart has. */
static armex_status lay_out(struct armex_plate *sheet, struct armex_studio *studio,
                            const struct armex_chart *chart, struct armex_error *error)
{
    union armex_content content;
    armex_status status =
        armex_content_read(&content, &sheet->words, sheet->arena, chart, error);
    if (status)
        return status;
    struct armex_drawing drawing = {.chart = chart,
                                    .words = &sheet->words,
                                    .font = studio->font,
                                    .arena = sheet->arena};
    status = armex_frame_begin(&drawing, error);
    if (!status)
        status = armex_content_lay_out(&drawing, &content, error);
    armex_text_free(&sheet->script);
    armex_text_free(&sheet->hovers);
    sheet->script = drawing.scene;
    sheet->hovers = drawing.hovers;
    sheet->width = drawing.width;
    sheet->height = drawing.height;
    sheet->cut = drawing.cut;
    return status;
}

/** A slide is as wide for its height as slides are: laid out once to see how high it
 *  becomes, then at the width that goes with it, and left free below or beside. */
static armex_status lay_out_slide(struct armex_plate *sheet,
                                  struct armex_studio *studio,
                                  const struct armex_chart *chart,
                                  struct armex_error *error)
{
    struct armex_chart wide = *chart;
    wide.width = 0;
    armex_status status = lay_out(sheet, studio, &wide, error);
    if (status)
        return status;
    wide.width = (int)fmin(fmax(slide_ratio * sheet->height, least_slide), most_slide);
    status = lay_out(sheet, studio, &wide, error);
    sheet->height = ceil(fmax(sheet->height, sheet->width / slide_ratio));
    sheet->width = slide_ratio * sheet->height;
    armex_scene_number(&sheet->script, "W", sheet->width);
    armex_scene_number(&sheet->script, "H", sheet->height);
    sheet->zoom = slide_width / sheet->width;
    return status;
}

static armex_status lay_out_styled(struct armex_plate *sheet,
                                   struct armex_studio *studio,
                                   const struct armex_chart *chart,
                                   struct armex_error *error)
{
    sheet->zoom = 1.0;
    if (!chart->bare && chart->style == ARMEX_SLIDE)
        return lay_out_slide(sheet, studio, chart, error);
    const armex_status status = lay_out(sheet, studio, chart, error);
    if (!chart->bare && chart->style == ARMEX_PAPER)
        sheet->zoom = paper_zoom;
    return status;
}

armex_status armex_plate_make(struct armex_plate *sheet, struct armex_studio *studio,
                              const struct armex_chart *chart,
                              struct armex_error *error)
{
    sheet->arena = armex_arena_create();
    if (!sheet->arena)
        return armex_fail_memory(error);
    armex_status status = check(chart, error);
    if (!status)
        status = lay_out_styled(sheet, studio, chart, error);
    if (status)
        return status;
    char **template = &studio->templates[armex_kind_index(chart->kind)];
    if (!*template)
        status = read_template(template, studio->plots, chart->kind->name, error);
    sheet->template = *template;
    if (!status && (chart->format == ARMEX_PNG || chart->format == ARMEX_PDF))
        status = make_drawable(sheet, studio->font, error);
    return status;
}

void armex_plate_free(struct armex_plate *sheet)
{
    armex_text_free(&sheet->script);
    armex_text_free(&sheet->hovers);
    armex_arena_free(sheet->arena);
    *sheet = (struct armex_plate){0};
}

static enum armex_chart_style style_of(const struct armex_chart *chart)
{
    return chart->bare ? ARMEX_WEB : chart->style;
}

int armex_chart_look(const struct armex_chart *chart)
{
    return 1 + (int)style_of(chart) + (chart->dark ? ARMEX_STYLES : 0);
}

void armex_plate_script(struct armex_text *out, const struct armex_plate *sheet,
                        const struct armex_studio *studio,
                        const struct armex_chart *chart, const char *file, bool themed)
{
    const char *suffix = suffixes[chart->format];
    if (file) {
        armex_text_add(out, "OUT = ");
        armex_scene_quoted(out, file);
    } else {
        armex_text_printf(
            out,
            "# Draws chart.%s, or the file named: gnuplot -c SCRIPT FILE\n"
            "OUT = exists(\"ARG1\") && strlen(ARG1) ? ARG1 : 'chart.%s'",
            suffix, suffix);
    }
    armex_text_printf(out, "\nformat = '%s'\nface = '%s'\n", suffix,
                      armex_font_family(studio->font));
    armex_text_printf(out, "zoom = %s\nstyle = '%s'\n",
                      armex_number_fixed(sheet->zoom, 6).text, styles[style_of(chart)]);
    armex_scene_number(out, "dark", chart->dark ? 1.0 : 0.0);
    armex_text_add_bytes(out, sheet->script.data, sheet->script.length);
    if (!themed)
        armex_text_add(out, studio->theme);
    armex_text_add(out, studio->canvas);
    armex_template_add(out, sheet->template, &sheet->script);
    armex_text_add(out, "unset output\n");
}
