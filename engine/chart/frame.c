/** chart/frame.c: the words around a picture: where they stand and where they break. */
#include "chart/frame.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "chart/scene.h"
#include "chart/short_names.h"

enum { MOST_LINES = 8, NOTE_LINES = 5, SOURCE_LINES = 4 };
enum { USUAL_WIDTH = 720, NARROW = 480 };

static const double title_sizes[] = {20.0, 18.0};
static const double bare_top = -16.0; // the plot begins at the upper edge
static const double subtitle_size = 13.0;
static const char dots[] = "\u2026";

int armex_chart_width(const struct armex_chart *chart)
{
    return chart->width ? chart->width : USUAL_WIDTH;
}

bool armex_chart_is_narrow(const struct armex_chart *chart)
{
    return armex_chart_width(chart) < NARROW;
}

const char *armex_shorten(struct armex_drawing *drawing, const char *text, double size,
                          enum armex_weight weight, double width)
{
    if (armex_font_width(drawing->font, text, size, weight) <= width)
        return armex_arena_text(drawing->arena, text);
    const char *usual = armex_short_name(drawing->arena, text);
    if (usual && armex_font_width(drawing->font, usual, size, weight) <= width)
        return usual;
    text = usual ? usual : text;
    const char *end = text + strlen(text), *cut = text;
    char *copy = armex_arena_new(drawing->arena, strlen(text) + sizeof dots, 1);
    if (!copy)
        return NULL;
    size_t fits = 0;
    while (cut < end) {
        armex_utf8_next(&cut, end);
        memcpy(copy, text, (size_t)(cut - text));
        memcpy(copy + (cut - text), dots, sizeof dots);
        if (armex_font_width(drawing->font, copy, size, weight) > width)
            break;
        fits = (size_t)(cut - text);
    }
    while (fits > 0 && text[fits - 1] == ' ')
        fits--;
    memcpy(copy + fits, dots, sizeof dots);
    return copy;
}

/** Bytes of `text` that fit one line, broken after a blank where there is one. */
static size_t line_length(struct armex_drawing *drawing, const char *text, double size,
                          enum armex_weight weight, double width)
{
    const char *end = text + strlen(text), *at = text;
    double used = 0.0;
    size_t blank = 0;
    while (at < end) {
        const char *from = at;
        char one[5] = {0};
        armex_utf8_next(&at, end);
        memcpy(one, from, (size_t)(at - from));
        used += armex_font_width(drawing->font, one, size, weight);
        // a figure stays with its unit, a day with its month
        if (*from == ' ' && !(from > text && from[-1] >= '0' && from[-1] <= '9'))
            blank = (size_t)(at - text);
        else if (used > width)
            return blank         ? blank
                   : from > text ? (size_t)(from - text)
                                 : (size_t)(at - text);
    }
    return (size_t)(end - text);
}

size_t armex_break_lines(char **lines, struct armex_drawing *drawing, const char *text,
                         double size, enum armex_weight weight, double width,
                         size_t most)
{
    size_t n = 0;
    while (*text && n < most) {
        const size_t length = line_length(drawing, text, size, weight, width);
        if (n + 1 == most && text[length]) {
            lines[n] = (char *)armex_shorten(drawing, text, size, weight, width);
            return lines[n] ? n + 1 : SIZE_MAX;
        }
        size_t shown = length;
        while (shown > 0 && text[shown - 1] == ' ')
            shown--;
        lines[n] = armex_arena_copy(drawing->arena, text, shown);
        if (!lines[n++])
            return SIZE_MAX;
        text += length;
    }
    return n;
}

/** What the data block will hold, so that it is measured as it is drawn. */
static const char *plain(struct armex_drawing *drawing, const char *text)
{
    struct armex_text clean = {0};
    armex_words_add(&clean, text ? text : "");
    const char *copy =
        clean.failed ? NULL : armex_arena_text(drawing->arena, clean.data);
    armex_text_free(&clean);
    return copy;
}

/** Lines of a title, as few as can be and of much the same width: a last line of one
 *  word looks like a mistake. */
static size_t balanced_lines(char **lines, struct armex_drawing *drawing,
                             const char *title, double size, double width)
{
    const size_t most = drawing->narrow ? 5 : 3;
    const size_t n =
        armex_break_lines(lines, drawing, title, size, ARMEX_BOLD, width, most);
    double least = 0.5 * width;
    if (n < 2 || n >= most)
        return n;
    while (width - least > 4.0) {
        const double middle = (least + width) / 2.0;
        if (armex_break_lines(lines, drawing, title, size, ARMEX_BOLD, middle, most) >
            n)
            least = middle;
        else
            width = middle;
    }
    return armex_break_lines(lines, drawing, title, size, ARMEX_BOLD, width, most);
}

static armex_status put_title(struct armex_drawing *drawing, struct armex_error *error)
{
    char *lines[MOST_LINES];
    const double width = drawing->width - 2.0 * ARMEX_MARGIN;
    const char *title = plain(drawing, drawing->words->title);
    if (!title)
        return armex_fail_memory(error);
    double size = title_sizes[0];
    if (drawing->narrow ||
        armex_font_width(drawing->font, title, size, ARMEX_BOLD) > width)
        size = title_sizes[1];
    const size_t n = balanced_lines(lines, drawing, title, size, width);
    if (n == SIZE_MAX)
        return armex_fail_memory(error);
    armex_scene_number(&drawing->scene, "title_px", size);
    armex_scene_begin_words(&drawing->scene, "title");
    double y = 32.0;
    for (size_t i = 0; i < n; i++, y += size + 5.0)
        ARMEX_ROW(&drawing->scene, lines[i], ARMEX_MARGIN, y);
    armex_scene_end(&drawing->scene);
    drawing->top = n ? y - size - 5.0 : 12.0;
    return ARMEX_OK;
}

static armex_status put_subtitle(struct armex_drawing *drawing,
                                 struct armex_error *error)
{
    char *lines[MOST_LINES];
    const char *subtitle = plain(drawing, drawing->words->subtitle);
    if (!subtitle)
        return armex_fail_memory(error);
    const size_t n =
        armex_break_lines(lines, drawing, subtitle, subtitle_size, ARMEX_REGULAR,
                          drawing->width - 2.0 * ARMEX_MARGIN, drawing->narrow ? 4 : 3);
    if (n == SIZE_MAX)
        return armex_fail_memory(error);
    armex_scene_begin_words(&drawing->scene, "subtitle");
    double y = drawing->top + 25.0;
    for (size_t i = 0; i < n; i++, y += 18.0)
        ARMEX_ROW(&drawing->scene, lines[i], ARMEX_MARGIN, y);
    armex_scene_end(&drawing->scene);
    if (n)
        drawing->top = y - 18.0;
    return ARMEX_OK;
}

static void put_nothing(struct armex_drawing *drawing)
{
    armex_scene_number(&drawing->scene, "title_px", title_sizes[0]);
    armex_scene_begin_words(&drawing->scene, "title");
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "subtitle");
    armex_scene_end(&drawing->scene);
    drawing->top = bare_top;
}

armex_status armex_frame_begin(struct armex_drawing *drawing, struct armex_error *error)
{
    drawing->width = armex_chart_width(drawing->chart);
    drawing->narrow = armex_chart_is_narrow(drawing->chart);
    armex_scene_number(&drawing->scene, "W", drawing->width);
    armex_scene_number(&drawing->scene, "tagged", drawing->chart->bare ? 0.0 : 1.0);
    if (drawing->chart->bare) {
        put_nothing(drawing);
        return ARMEX_OK;
    }
    armex_status status = put_title(drawing, error);
    if (!status)
        status = put_subtitle(drawing, error);
    drawing->cut.top = drawing->top - bare_top;
    return status;
}

static armex_status put_foot_text(struct armex_drawing *drawing, const char *text,
                                  size_t most, double *y, struct armex_error *error)
{
    char *lines[MOST_LINES];
    const double size = drawing->narrow ? 11.0 : 10.5;
    const char *clean = plain(drawing, text);
    if (!clean)
        return armex_fail_memory(error);
    const size_t n = armex_break_lines(lines, drawing, clean, size, ARMEX_REGULAR,
                                       drawing->width - 2.0 * ARMEX_MARGIN, most);
    if (n == SIZE_MAX)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++, *y += 15.0)
        ARMEX_ROW(&drawing->scene, lines[i], ARMEX_MARGIN, *y);
    return ARMEX_OK;
}

armex_status armex_frame_end(struct armex_drawing *drawing, double bottom,
                             struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    const size_t more = drawing->narrow ? 3 : 0;
    double y = bottom + 24.0;
    armex_scene_number(&drawing->scene, "foot_px", drawing->narrow ? 11.0 : 10.5);
    armex_scene_begin_words(&drawing->scene, "foot");
    if (!drawing->chart->bare) {
        status =
            put_foot_text(drawing, drawing->words->note, NOTE_LINES + more, &y, error);
        if (!status)
            status = put_foot_text(drawing, drawing->words->source, SOURCE_LINES + more,
                                   &y, error);
    }
    armex_scene_end(&drawing->scene);
    drawing->cut.height = ceil(bottom + 8.0 - drawing->cut.top);
    drawing->height = drawing->chart->bare ? drawing->cut.height : ceil(y + 1.0);
    armex_scene_number(&drawing->scene, "H", drawing->height);
    if (!status && (drawing->scene.failed || drawing->hovers.failed))
        status = armex_fail_memory(error);
    return status;
}
