/** chart/layout_bump.c: where everything of a bump chart stands. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/axis.h"
#include "chart/bump_grid.h"
#include "chart/figure.h"
#include "chart/layout.h"
#include "chart/scene.h"

enum { CURVE = 16 };

static const double bent_step = 12.0; // nearer columns are joined by straight lines

typedef void put_step(struct armex_text *, const struct armex_bump *, size_t column,
                      double from, double to);

static bool is_straight(const struct armex_bump *bump)
{
    return !bump->numbered && bump->across < bent_step;
}

/** Points of a curve from one column to the next. */
static int count_points(const struct armex_bump *bump)
{
    return bump->numbered ? CURVE : (int)(bump->across / 1.5);
}

/** One step between two columns; what is below the chart is left out. */
static void put_curve(struct armex_text *scene, const struct armex_bump *bump,
                      size_t column, double from, double to)
{
    const int points = count_points(bump);
    for (int i = 0; i <= points; i++) {
        const double t = (double)i / points;
        const double y =
            armex_bump_y(bump, from + (to - from) * t * t * (3.0 - 2.0 * t));
        if (y > bump->bottom)
            armex_scene_gap(scene);
        else
            ARMEX_ROW(scene, NULL, armex_bump_x(bump, (double)column + t), y);
    }
}

/** The same as a straight line, cut where it leaves the chart. */
static void put_straight(struct armex_text *scene, const struct armex_bump *bump,
                         size_t column, double from, double to)
{
    const double x0 = armex_bump_x(bump, (double)column), y0 = armex_bump_y(bump, from);
    const double x1 = armex_bump_x(bump, (double)column + 1.0);
    const double y1 = armex_bump_y(bump, to), bottom = bump->bottom;
    const double cut = x0 + (x1 - x0) * (bottom - y0) / (y1 - y0);
    if (y0 > bottom)
        armex_scene_gap(scene);
    ARMEX_ROW(scene, NULL, y0 > bottom ? cut : x0, fmin(y0, bottom));
    ARMEX_ROW(scene, NULL, y1 > bottom ? cut : x1, fmin(y1, bottom));
    if (y1 > bottom)
        armex_scene_gap(scene);
}

static void put_path(struct armex_drawing *drawing, const struct armex_bump *bump,
                     size_t entity)
{
    const struct armex_standing *before = armex_bump_at(bump, entity, 0);
    put_step *put = is_straight(bump) ? put_straight : put_curve;
    for (size_t c = 1; c < bump->columns; c++) {
        const struct armex_standing *now = armex_bump_at(bump, entity, c);
        if (before && now &&
            (armex_bump_shows(bump, before) || armex_bump_shows(bump, now)))
            put(&drawing->scene, bump, c - 1, (double)before->place,
                (double)now->place);
        else
            armex_scene_gap(&drawing->scene);
        before = now;
    }
    armex_scene_gap(&drawing->scene);
}

static void put_paths(struct armex_drawing *drawing, const struct armex_bump *bump)
{
    armex_scene_number(&drawing->scene, "context_px",
                       bump->numbered      ? 2.4
                       : bump->fades       ? 2.0
                       : is_straight(bump) ? 1.3
                                           : 1.8);
    armex_scene_number(&drawing->scene, "accent_px", bump->numbered ? 5.0 : 3.6);
    armex_scene_number(&drawing->scene, "halo_px", bump->numbered ? 9.0 : 7.0);
    for (int faint = 1; faint >= 0; faint--) {
        armex_scene_begin(&drawing->scene, faint ? "faint" : "context");
        for (size_t entity = 0; entity < bump->entities; entity++)
            if (entity != bump->subject &&
                armex_bump_is_faint(bump, entity) == (faint == 1))
                put_path(drawing, bump, entity);
        armex_scene_end(&drawing->scene);
    }
    armex_scene_begin(&drawing->scene, "accent");
    put_path(drawing, bump, bump->subject);
    armex_scene_end(&drawing->scene);
}

/** Whether all figures of the column cover fewer years than a window has, as far as
 * that is known. */
static bool is_short(const struct armex_bump *bump, size_t column)
{
    const struct armex_standings *standings = bump->standings;
    double most = 0.0;
    for (size_t i = standings->starts[column]; i < standings->starts[column + 1]; i++)
        most = fmax(most, standings->items[i].coverage);
    return most > 0.0 && most < standings->window;
}

enum dot { CONTEXT_DOT, SUBJECT_DOT, HOLLOW_DOT };

static enum dot dot_of(const struct armex_bump *bump, size_t column,
                       const struct armex_standing *item)
{
    if (strcmp(item->entity, bump->standings->highlight) != 0)
        return CONTEXT_DOT;
    return is_short(bump, column) ? HOLLOW_DOT : SUBJECT_DOT;
}

static void put_dots(struct armex_drawing *drawing, const struct armex_bump *bump,
                     const char *block, enum dot wanted)
{
    const struct armex_standings *standings = bump->standings;
    char text[32];
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t i = 0, c = 0; i < standings->n; i++) {
        const struct armex_standing *item = &standings->items[i];
        c += i == standings->starts[c + 1];
        if (!armex_bump_is_numbered(bump, c) || !armex_bump_shows(bump, item) ||
            dot_of(bump, c, item) != wanted)
            continue;
        armex_rank_text(text, item->rank);
        ARMEX_ROW(&drawing->scene, text,
                  armex_bump_x(bump, (double)c) + (c ? bump->aside : -bump->aside),
                  armex_bump_y(bump, (double)item->place));
    }
    armex_scene_end(&drawing->scene);
}

/** Small dots where somebody begins or ends between columns without circles. */
static void put_marks(struct armex_drawing *drawing, const struct armex_bump *bump,
                      bool subject)
{
    armex_scene_begin(&drawing->scene, subject ? "accent_marks" : "marks");
    for (size_t entity = 0; !bump->numbered && entity < bump->entities; entity++)
        for (size_t c = 1; c + 1 < bump->columns; c++) {
            const struct armex_standing *item = armex_bump_at(bump, entity, c);
            if ((entity == bump->subject) != subject || !armex_bump_shows(bump, item) ||
                armex_bump_is_faint(bump, entity) ||
                (armex_bump_at(bump, entity, c - 1) &&
                 armex_bump_at(bump, entity, c + 1)))
                continue;
            ARMEX_ROW(&drawing->scene, NULL, armex_bump_x(bump, (double)c),
                      armex_bump_y(bump, (double)item->place));
        }
    armex_scene_end(&drawing->scene);
}

enum voice { FAINT_NAME, CONTEXT_NAME, SUBJECT_NAME };

static enum voice voice_of(const struct armex_bump *bump, size_t item)
{
    const size_t entity = bump->entity_of[item];
    return entity == bump->subject             ? SUBJECT_NAME
           : armex_bump_is_faint(bump, entity) ? FAINT_NAME
                                               : CONTEXT_NAME;
}

/** The names beside the first column or the last, of one voice. */
static armex_status put_names(struct armex_drawing *drawing,
                              const struct armex_bump *bump, const char *block,
                              bool left, enum voice voice, struct armex_error *error)
{
    const struct armex_standings *standings = bump->standings;
    const size_t column = left ? 0 : bump->columns - 1;
    const bool none = left && (bump->columns < 2 || !bump->names_left);
    const double width = armex_bump_widest_name(drawing, bump, column);
    const double x =
        left ? bump->x0 - bump->aside - ARMEX_BUMP_BESIDE
             : armex_bump_x(bump, (double)column) + bump->aside + ARMEX_BUMP_BESIDE;
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t i = standings->starts[column];
         !none && i < standings->starts[column + 1]; i++) {
        const struct armex_standing *item = &standings->items[i];
        if (!armex_bump_shows(bump, item) || voice_of(bump, i) != voice)
            continue;
        const char *name =
            armex_shorten(drawing, item->name, 12.5,
                          voice == SUBJECT_NAME ? ARMEX_BOLD : ARMEX_REGULAR, width);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, x, armex_bump_y(bump, (double)item->place));
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

/** Whether the column is the last that shows an entity which neither end names. */
static bool is_nameless(const struct armex_bump *bump, size_t column, size_t entity)
{
    bool later = false;
    for (size_t c = column + 1; c < bump->columns; c++)
        later = later || armex_bump_shows(bump, armex_bump_at(bump, entity, c));
    return !later && armex_bump_shows(bump, armex_bump_at(bump, entity, column)) &&
           !armex_bump_shows(bump, armex_bump_at(bump, entity, 0));
}

/** Names beside the last ranks of those who are named at neither end. */
static armex_status put_lost_names(struct armex_drawing *drawing,
                                   const struct armex_bump *bump,
                                   struct armex_error *error)
{
    const double room = bump->across - 40.0;
    armex_scene_begin_words(&drawing->scene, "lost");
    for (size_t c = 1; c + 1 < bump->columns && room > 40.0; c++)
        for (size_t entity = 0; entity < bump->entities; entity++) {
            if (!is_nameless(bump, c, entity))
                continue;
            const struct armex_standing *item = armex_bump_at(bump, entity, c);
            const char *name =
                armex_shorten(drawing, item->name, 11.0, ARMEX_REGULAR, room);
            if (!name)
                return armex_fail_memory(error);
            ARMEX_ROW(&drawing->scene, name, armex_bump_x(bump, (double)c) + 13.0,
                      armex_bump_y(bump, (double)item->place));
        }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

/** The last column that shows the subject, where neither end names it and columns are
 *  too near for lost names; 0: no such. */
static size_t lost_column(const struct armex_bump *bump, bool left_named)
{
    size_t last = 0;
    for (size_t c = 0; !bump->numbered && c < bump->columns; c++)
        if (armex_bump_shows(bump, armex_bump_at(bump, bump->subject, c))) {
            if ((c == 0 && left_named) || c + 1 == bump->columns)
                return 0;
            last = c;
        }
    return last;
}

/** The subject's name where it was last seen, on a plate, as lines run everywhere. */
static void put_lost_subject(struct armex_drawing *drawing,
                             const struct armex_bump *bump)
{
    const size_t column = lost_column(bump, !drawing->narrow);
    const char *name = "";
    double x = 0.0, y = 0.0, width = 0.0;
    if (column) {
        const struct armex_standing *item = armex_bump_at(bump, bump->subject, column);
        name = item->name;
        width = armex_font_width(drawing->font, name, 12.5, ARMEX_BOLD);
        x = fmin(armex_bump_x(bump, (double)column) + 9.0, bump->x1 - width);
        y = armex_bump_y(bump, (double)item->place) + (item->place ? -17.0 : 17.0);
    }
    armex_scene_begin(&drawing->scene, "plates");
    if (column)
        ARMEX_ROW(&drawing->scene, NULL, x - 3.0, x + width + 3.0, y - 8.0, y + 8.0);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "subject_lost");
    if (column)
        ARMEX_ROW(&drawing->scene, name, x, y);
    armex_scene_end(&drawing->scene);
}

/** Heads of the columns, from the last backwards, where they have room. */
static void put_heads(struct armex_drawing *drawing, const struct armex_bump *bump)
{
    char label[16];
    double free_until = INFINITY;
    armex_scene_begin_words(&drawing->scene, "windows");
    for (size_t c = bump->columns; c-- > 0;) {
        armex_standings_label(label, bump->standings, bump->standings->years[c]);
        const double half =
            armex_font_width(drawing->font, label, 11.5, ARMEX_REGULAR) / 2.0;
        const double x = fmax(armex_bump_x(bump, (double)c), half + 4.0);
        if (x + half + 6.0 > free_until)
            continue;
        ARMEX_ROW(&drawing->scene, label, x, bump->y0 - 24.0);
        free_until = x - half;
    }
    armex_scene_end(&drawing->scene);
}

/** Round years above columns without circles, the last always, and the first where it
 * has room. */
static struct armex_axis years_of(const struct armex_bump *bump)
{
    const int *years = bump->standings->years;
    return armex_axis_years(years[0], years[bump->columns - 1], bump->x1 - bump->x0,
                            36.0);
}

static void put_years(struct armex_drawing *drawing, const struct armex_bump *bump)
{
    const struct armex_axis axis = years_of(bump);
    char label[16];
    armex_scene_begin_words(&drawing->scene, "windows");
    for (size_t i = 0; i < axis.n; i++) {
        armex_standings_label(label, bump->standings, (int)axis.ticks[i]);
        ARMEX_ROW(&drawing->scene, label, armex_bump_x_of_year(bump, axis.ticks[i]),
                  bump->y0 - 24.0);
    }
    armex_scene_end(&drawing->scene);
}

/** Upright lines at those years, so that one can be followed down. */
static void put_rules(struct armex_drawing *drawing, const struct armex_bump *bump)
{
    const struct armex_axis axis = years_of(bump);
    armex_scene_begin(&drawing->scene, "rules");
    for (size_t i = 0; !bump->numbered && i < axis.n; i++)
        ARMEX_ROW(&drawing->scene, NULL,
                  floor(armex_bump_x_of_year(bump, axis.ticks[i])) + 0.5,
                  bump->y0 - 12.0, bump->bottom - bump->y0 + 12.0);
    armex_scene_end(&drawing->scene);
}

armex_status armex_layout_bump(struct armex_drawing *drawing,
                               const struct armex_standings *standings,
                               struct armex_error *error)
{
    struct armex_bump bump;
    armex_status status = armex_bump_make(&bump, drawing, standings, error);
    if (status)
        return status;
    if (bump.numbered || standings->window > 1)
        put_heads(drawing, &bump);
    else
        put_years(drawing, &bump);
    put_rules(drawing, &bump);
    put_paths(drawing, &bump);
    put_marks(drawing, &bump, false);
    put_marks(drawing, &bump, true);
    put_dots(drawing, &bump, "dots", CONTEXT_DOT);
    put_dots(drawing, &bump, "accent_dots", SUBJECT_DOT);
    put_dots(drawing, &bump, "accent_hollow", HOLLOW_DOT);
    put_lost_subject(drawing, &bump);
    armex_bump_hovers(drawing, &bump);
    status = put_lost_names(drawing, &bump, error);
    if (!status)
        status = put_names(drawing, &bump, "left", true, CONTEXT_NAME, error);
    if (!status)
        status = put_names(drawing, &bump, "subject_left", true, SUBJECT_NAME, error);
    if (!status)
        status = put_names(drawing, &bump, "right_faint", false, FAINT_NAME, error);
    if (!status)
        status = put_names(drawing, &bump, "right", false, CONTEXT_NAME, error);
    if (!status)
        status = put_names(drawing, &bump, "subject_right", false, SUBJECT_NAME, error);
    return status ? status : armex_frame_end(drawing, bump.bottom + 2.0, error);
}
