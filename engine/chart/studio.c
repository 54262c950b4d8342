/** chart/studio.c: what charts drawn together share, and how one is laid out. */
#include "chart/studio.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "chart/layout.h"
#include "chart/scene.h"
#include "chart/words.h"

enum { TEMPLATE_BYTES = 1 << 20 };

static const char *const suffixes[] = {
    [ARMEX_SVG] = "svg", [ARMEX_PNG] = "png", [ARMEX_PDF] = "pdf"};

static const struct armex_chart_kind kinds[ARMEX_CHART_KINDS] = {
    {"line", "a few series over years, one of them the subject", "show"},
    {"rank", "who is large, who was, and the change", "rank"},
    {"bump", "how ranks changed from one year or window to the next", "rank"},
};

const struct armex_chart_kind *armex_chart_kinds(size_t *n)
{
    *n = ARMEX_CHART_KINDS;
    return kinds;
}

const struct armex_chart_kind *armex_chart_kind_find(const char *name)
{
    for (size_t i = 0; i < ARMEX_CHART_KINDS; i++)
        if (!strcmp(kinds[i].name, name))
            return &kinds[i];
    return NULL;
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
        status = armex_font_find(&studio->font, error);
    return status;
}

void armex_studio_close(struct armex_studio *studio)
{
    armex_font_free(studio->font);
    free(studio->theme);
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

/** What a kind of chart reads its table as. */
union content {
    struct armex_lines lines;
    struct armex_standings standings;
};

static armex_status read_content(union content *content,
                                 struct armex_chart_words *words,
                                 struct armex_arena *arena,
                                 const struct armex_chart *chart,
                                 struct armex_error *error)
{
    armex_status status = check(chart, error);
    if (status)
        return status;
    if (chart->kind == &kinds[0]) {
        status = armex_lines_read(&content->lines, arena, chart, error);
        return status ? status
                      : armex_words_line(words, arena, chart, &content->lines, error);
    }
    status = armex_standings_read(&content->standings, arena, chart, error);
    if (status)
        return status;
    return (chart->kind == &kinds[1] ? armex_words_rank : armex_words_bump)(
        words, arena, chart, &content->standings, error);
}

armex_status armex_chart_words(struct armex_chart_words *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               struct armex_error *error)
{
    union content content;
    return read_content(&content, out, arena, chart, error);
}

static armex_status lay_out(struct armex_drawing *drawing, const union content *content,
                            struct armex_error *error)
{
    const armex_status status = armex_frame_begin(drawing, error);
    if (status)
        return status;
    if (drawing->chart->kind == &kinds[0])
        return armex_layout_line(drawing, &content->lines, error);
    if (drawing->chart->kind == &kinds[1])
        return armex_layout_rank(drawing, &content->standings, error);
    return armex_layout_bump(drawing, &content->standings, error);
}

/** A reader of svg has fonts of their own; what cairo draws needs ours. */
static armex_status make_drawable(struct armex_plate *sheet, struct armex_font *font,
                                  struct armex_error *error)
{
    struct armex_text drawable = {0};
    armex_scene_drawable(&drawable, sheet->script.data, font);
    armex_text_free(&sheet->script);
    sheet->script = drawable;
    return drawable.failed ? armex_fail_memory(error) : ARMEX_OK;
}

armex_status armex_plate_make(struct armex_plate *sheet, struct armex_studio *studio,
                              const struct armex_chart *chart,
                              struct armex_error *error)
{
    union content content;
    sheet->arena = armex_arena_create();
    if (!sheet->arena)
        return armex_fail_memory(error);
    armex_status status =
        read_content(&content, &sheet->words, sheet->arena, chart, error);
    if (status)
        return status;
    char **template = &studio->templates[chart->kind - kinds];
    if (!*template)
        status = read_template(template, studio->plots, chart->kind->name, error);
    struct armex_drawing drawing = {.chart = chart,
                                    .words = &sheet->words,
                                    .font = studio->font,
                                    .arena = sheet->arena};
    if (!status)
        status = lay_out(&drawing, &content, error);
    sheet->template = *template;
    sheet->script = drawing.scene;
    if (!status && chart->format != ARMEX_SVG)
        status = make_drawable(sheet, studio->font, error);
    sheet->width = drawing.width;
    sheet->height = drawing.height;
    return status;
}

void armex_plate_free(struct armex_plate *sheet)
{
    armex_text_free(&sheet->script);
    armex_arena_free(sheet->arena);
    *sheet = (struct armex_plate){0};
}

void armex_plate_script(struct armex_text *out, const struct armex_plate *sheet,
                        const struct armex_studio *studio,
                        const struct armex_chart *chart, const char *file)
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
    armex_scene_number(out, "scale", chart->scale != 0.0 ? chart->scale : 1.0);
    armex_scene_number(out, "dark", chart->dark ? 1.0 : 0.0);
    armex_text_add_bytes(out, sheet->script.data, sheet->script.length);
    armex_text_add(out, studio->theme);
    armex_text_add(out, sheet->template);
    armex_text_add(out, "unset output\n");
}
