/** chart/layout_rank.c: where everything of a chart of ranked bars stands. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/pairs.h"
#include "chart/scene.h"
#include "chart/words.h"

enum { MOST_BARS = 20 };

struct bars {
    const struct armex_standings *standings;
    const struct armex_standing *rows[MOST_BARS];
    size_t n;
    bool share, ticks, changes; /**< what is shown */
    int scale;
    double low, high; /**< of bars and ticks */
    double x0, x1, first, step,
        half; /**< in pixels; `first` is the first bar's middle */
    double name_x, name_width;
};

/** The first rows, and the subject in the last place when it stands further down. */
static void choose_rows(struct bars *bars)
{
    const struct armex_standings *standings = bars->standings;
    size_t first, end;
    armex_standings_of(standings, standings->years[standings->n_years - 1], &first,
                       &end);
    for (size_t i = first; i < end; i++) {
        const struct armex_standing *item = &standings->items[i];
        if (bars->n < MOST_BARS)
            bars->rows[bars->n++] = item;
        else if (!strcmp(item->entity, standings->highlight))
            bars->rows[MOST_BARS - 1] = item;
    }
}

static double bar_of(const struct bars *bars, const struct armex_standing *item)
{
    return bars->share ? item->share : item->value;
}

/** What the bar was before; NAN: not known. */
static double before_of(const struct bars *bars, const struct armex_standing *item)
{
    return bars->share ? item->previous_share : armex_standing_before(item);
}

static void survey(struct bars *bars)
{
    double greatest = 0.0;
    for (size_t i = 0; i < bars->n; i++) {
        const double bar = bar_of(bars, bars->rows[i]);
        const double before = before_of(bars, bars->rows[i]);
        bars->low = fmin(bars->low, fmin(bar, before));
        bars->high = fmax(bars->high, fmax(bar, before));
        greatest = fmax(greatest, fabs(bar));
        bars->ticks = bars->ticks || !isnan(before);
        bars->changes = bars->changes || !isnan(bars->rows[i]->change);
    }
    bars->scale = bars->share ? 0 : armex_figure_scale(greatest);
}

static void bar_text(char out[ARMEX_FIGURE_SIZE], const struct bars *bars,
                     const struct armex_standing *item)
{
    if (isnan(bar_of(bars, item)))
        snprintf(out, ARMEX_FIGURE_SIZE, "\u2013");
    else if (bars->share)
        armex_figure_share(out, item->share);
    else
        armex_figure(out, item->value, bars->scale, false);
}

static double widest_bar_text(struct armex_drawing *drawing, const struct bars *bars)
{
    char text[ARMEX_FIGURE_SIZE];
    double widest = 0.0;
    for (size_t i = 0; i < bars->n; i++) {
        bar_text(text, bars, bars->rows[i]);
        widest = fmax(widest, armex_font_width(drawing->font, text, 12.0, ARMEX_BOLD));
    }
    return widest;
}

static double widest_name(struct armex_drawing *drawing, const struct bars *bars)
{
    double widest = 0.0;
    for (size_t i = 0; i < bars->n; i++)
        widest = fmax(widest, armex_font_width(drawing->font, bars->rows[i]->name, 13.0,
                                               ARMEX_BOLD));
    return widest;
}

static void place(struct armex_drawing *drawing, struct bars *bars)
{
    const double values = widest_bar_text(drawing, bars) + 10.0;
    bars->name_x = 48.0;
    if (drawing->narrow) { // a name above its bar, not beside it
        bars->name_width = drawing->width - 48.0 - ARMEX_MARGIN - 60.0;
        bars->x0 = ARMEX_MARGIN;
        bars->x1 = drawing->width - ARMEX_MARGIN - values;
        bars->step = 42.0;
        bars->half = 5.5;
        bars->first = drawing->top + 76.0;
        return;
    }
    bars->name_width = fmin(widest_name(drawing, bars), 200.0);
    bars->x0 = floor(fmax(bars->name_x + bars->name_width + 14.0, 130.0));
    bars->x1 = drawing->width - ARMEX_MARGIN - values - (bars->changes ? 64.0 : 0.0);
    bars->step = 26.0;
    bars->half = 8.5;
    bars->first = drawing->top + 55.5;
}

static double x_of(const struct bars *bars, double value)
{
    if (!(bars->high > bars->low))
        return bars->x0;
    return bars->x0 +
           (value - bars->low) / (bars->high - bars->low) * (bars->x1 - bars->x0);
}

static double y_of(const struct bars *bars, size_t i)
{
    return bars->first + bars->step * (double)i;
}

static bool is_subject(const struct bars *bars, size_t i)
{
    return !strcmp(bars->rows[i]->entity, bars->standings->highlight);
}

static void put_bars(struct armex_drawing *drawing, const struct bars *bars,
                     bool subject)
{
    armex_scene_begin(&drawing->scene, subject ? "accent_bars" : "bars");
    for (size_t i = 0; i < bars->n; i++) {
        const double value = bar_of(bars, bars->rows[i]);
        const double y = y_of(bars, i);
        if (is_subject(bars, i) != subject || isnan(value))
            continue;
        const double from = x_of(bars, fmin(value, 0.0));
        const double to = x_of(bars, fmax(value, 0.0));
        ARMEX_ROW(&drawing->scene, NULL, from, to, y - bars->half, y + bars->half);
    }
    armex_scene_end(&drawing->scene);
}

static void put_ticks(struct armex_drawing *drawing, const struct bars *bars)
{
    armex_scene_begin(&drawing->scene, "ticks");
    for (size_t i = 0; i < bars->n; i++) {
        const double before = before_of(bars, bars->rows[i]);
        if (!isnan(before))
            ARMEX_ROW(&drawing->scene, NULL, x_of(bars, before),
                      y_of(bars, i) - bars->half - 2.0, 2.0 * bars->half + 4.0);
    }
    armex_scene_end(&drawing->scene);
}

/** After the bar, and after the tick too where the tick would run through the text. */
static void put_values(struct armex_drawing *drawing, const struct bars *bars)
{
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin_words(&drawing->scene, "values");
    for (size_t i = 0; i < bars->n; i++) {
        const double bar = bar_of(bars, bars->rows[i]);
        bar_text(text, bars, bars->rows[i]);
        const double width =
            armex_font_width(drawing->font, text, 12.0, ARMEX_BOLD) + 12.0;
        double x = x_of(bars, isnan(bar) || bar < 0.0 ? 0.0 : bar);
        const double tick = x_of(bars, before_of(bars, bars->rows[i]));
        if (tick >= x - 4.0 && tick <= x + width)
            x = fmax(tick, x);
        ARMEX_ROW(&drawing->scene, text, x + 7.0, y_of(bars, i));
    }
    armex_scene_end(&drawing->scene);
}

/** Where names, ranks and changes stand: beside the bar, or above it. */
static double line_of(const struct armex_drawing *drawing, const struct bars *bars,
                      size_t i)
{
    return y_of(bars, i) - (drawing->narrow ? 18.0 : 0.0);
}

static armex_status put_names(struct armex_drawing *drawing, const struct bars *bars,
                              bool subject, struct armex_error *error)
{
    armex_scene_begin_words(&drawing->scene, subject ? "subject_name" : "names");
    for (size_t i = 0; i < bars->n; i++) {
        if (is_subject(bars, i) != subject)
            continue;
        const char *name =
            armex_shorten(drawing, bars->rows[i]->name, 13.0,
                          subject ? ARMEX_BOLD : ARMEX_REGULAR, bars->name_width);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, bars->name_x, line_of(drawing, bars, i));
    }
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

static void put_ranks(struct armex_drawing *drawing, const struct bars *bars)
{
    char text[32];
    armex_scene_begin_words(&drawing->scene, "ranks");
    for (size_t i = 0; i < bars->n; i++) {
        armex_rank_text(text, bars->rows[i]->rank);
        ARMEX_ROW(&drawing->scene, text, 38.0, line_of(drawing, bars, i));
    }
    armex_scene_end(&drawing->scene);
}

static void put_changes(struct armex_drawing *drawing, const struct bars *bars,
                        const char *block, int wanted)
{
    char text[ARMEX_FIGURE_SIZE];
    int sign;
    armex_scene_begin_words(&drawing->scene, block);
    for (size_t i = 0; bars->changes && i < bars->n; i++) {
        armex_figure_change(text, bars->rows[i]->change, &sign);
        if (!*text)
            snprintf(text, sizeof text, "\u2013");
        if (sign == wanted)
            ARMEX_ROW(&drawing->scene, text, drawing->width - ARMEX_MARGIN,
                      line_of(drawing, bars, i));
    }
    armex_scene_end(&drawing->scene);
}

static void put_rules(struct armex_drawing *drawing, const struct bars *bars)
{
    armex_scene_begin(&drawing->scene, "rules");
    for (size_t i = 0; i < bars->n; i++) {
        const double y =
            y_of(bars, i) + bars->step / 2.0 - (drawing->narrow ? 9.0 : 0.0);
        ARMEX_ROW(&drawing->scene, NULL, ARMEX_MARGIN, floor(y) + 0.5,
                  drawing->width - 2.0 * ARMEX_MARGIN);
    }
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "zero");
    if (bars->low < 0.0)
        ARMEX_ROW(&drawing->scene, NULL, x_of(bars, 0.0), bars->first - bars->half,
                  bars->step * (double)(bars->n - 1) + 2.0 * bars->half);
    armex_scene_end(&drawing->scene);
}

/** What bar, tick and last column mean, in one line above them. */
static void put_heads(struct armex_drawing *drawing, const struct bars *bars)
{
    char now[16], before[16], head[64];
    const struct armex_standings *standings = bars->standings;
    const int year = standings->years[standings->n_years - 1];
    const double y = drawing->top + 31.0;
    armex_standings_label(now, standings, year);
    armex_standings_label_before(before, standings, year);
    snprintf(head, sizeof head, "%s%s%s", bars->share ? "Share" : now,
             bars->share && *now ? ", " : "", bars->share ? now : "");
    const double width = armex_font_width(drawing->font, head, 11.0, ARMEX_REGULAR);
    const double tick = bars->x0 + (width > 0.0 ? width + 22.0 : 2.0);
    const bool named = bars->ticks && *before;

    armex_scene_begin_words(&drawing->scene, "heads");
    ARMEX_ROW(&drawing->scene, head, bars->x0, y);
    if (named)
        ARMEX_ROW(&drawing->scene, before, tick + 9.0, y);
    armex_scene_end(&drawing->scene);
    armex_scene_begin(&drawing->scene, "head_tick");
    if (named)
        ARMEX_ROW(&drawing->scene, NULL, tick, y - 6.0, 12.0);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "head_change");
    if (bars->changes)
        ARMEX_ROW(&drawing->scene,
                  standings->unit.kind == ARMEX_TIV && !drawing->narrow
                      ? "Change in volume*"
                      : "Change*",
                  drawing->width - ARMEX_MARGIN, y);
    armex_scene_end(&drawing->scene);
}

/** "South Korea, 2019–23: 2.5 billion TIV, 2.0%; 2014–18: 1.7%" */
static void put_hover(struct armex_drawing *drawing, const struct bars *bars, size_t i,
                      const char *now, const char *before)
{
    char value[ARMEX_FIGURE_SIZE] = "", share[ARMEX_FIGURE_SIZE] = "";
    char earlier[ARMEX_FIGURE_SIZE] = "";
    const struct armex_standing *item = bars->rows[i];
    const struct armex_field row = {ARMEX_MARGIN,
                                    y_of(bars, i) + bars->half + 4.0 - bars->step,
                                    drawing->width - 2.0 * ARMEX_MARGIN, bars->step};
    struct armex_text words = {0};
    if (bars->standings->one_unit && !isnan(item->value))
        armex_figure_with_unit(value, item->value, bars->standings->unit);
    if (!isnan(item->share))
        armex_figure_share(share, item->share);
    if (bars->share && !isnan(item->previous_share))
        armex_figure_share(earlier, item->previous_share);
    else if (!bars->share && !isnan(armex_standing_before(item)))
        armex_figure_with_unit(earlier, armex_standing_before(item),
                               bars->standings->unit);
    armex_text_printf(&words, "%s%s%s: %s%s%s", item->name, *now ? ", " : "", now,
                      value, *value && *share ? ", " : "", share);
    if (*earlier)
        armex_text_printf(&words, "; %s: %s", before, earlier);
    if (!words.failed && (*value || *share))
        armex_hover_add(drawing, row, words.data);
    drawing->hovers.failed = drawing->hovers.failed || words.failed;
    armex_text_free(&words);
}

static void put_hovers(struct armex_drawing *drawing, const struct bars *bars)
{
    char now[16], before[16];
    const struct armex_standings *standings = bars->standings;
    const int year = standings->years[standings->n_years - 1];
    armex_standings_label(now, standings, year);
    armex_standings_label_before(before, standings, year);
    for (size_t i = 0; i < bars->n; i++)
        put_hover(drawing, bars, i, now, *before ? before : "before");
}

armex_status armex_layout_rank(struct armex_drawing *drawing,
                               const struct armex_standings *standings,
                               struct armex_error *error)
{
    struct bars bars = {.standings = standings,
                        .share = armex_standings_show_share(standings)};
    choose_rows(&bars);
    survey(&bars);
    place(drawing, &bars);
    put_rules(drawing, &bars);
    put_bars(drawing, &bars, false);
    put_bars(drawing, &bars, true);
    put_ticks(drawing, &bars);
    put_values(drawing, &bars);
    put_ranks(drawing, &bars);
    put_changes(drawing, &bars, "up", 1);
    put_changes(drawing, &bars, "down", -1);
    put_changes(drawing, &bars, "level", 0);
    put_heads(drawing, &bars);
    put_hovers(drawing, &bars);
    armex_status status = put_names(drawing, &bars, false, error);
    if (!status)
        status = put_names(drawing, &bars, true, error);
    return status ? status
                  : armex_frame_end(drawing, y_of(&bars, bars.n - 1) + bars.half + 4.5,
                                    error);
}
