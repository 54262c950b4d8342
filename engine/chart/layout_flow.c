/** chart/layout_flow.c: where everything of streams from suppliers to recipients
 * stands. */
#include <math.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/flow.h"
#include "chart/layout.h"
#include "chart/scene.h"

enum { STEPS = 24 }; // of a curve

static const double between = 7.0, row = 36.0, least_height = 120.0;

/** How a band is filled: suppliers in turn are darker and paler. */
enum fill { REST, PALE, DEEP, SUBJECT, FILLS };

static const char *const band_blocks[FILLS] = {"rest_bands", "pale_bands", "deep_bands",
                                               "accent_bands"};
static const char *const bar_blocks[FILLS] = {"rest_bars", NULL, "bars", "accent_bars"};

static enum fill fill_of_end(const struct armex_stream_end *end)
{
    return end->subject ? SUBJECT : end->code ? DEEP : REST;
}

static enum fill fill_of(const struct armex_streams *streams, size_t s, size_t r)
{
    const struct armex_stream_end *from = &streams->ends[0][s];
    const struct armex_stream_end *to = &streams->ends[1][r];
    if (from->subject || to->subject)
        return SUBJECT;
    if (!from->code)
        return REST;
    return s % 2 ? PALE : DEEP;
}

static double height_of(const struct armex_flow_places *flow, double value)
{
    return flow->scale * value;
}

static void place_ends(struct armex_flow_places *flow, size_t side)
{
    const struct armex_streams *streams = &flow->streams;
    const size_t n = streams->n[side];
    const double used =
        height_of(flow, streams->all) + between * (double)(n ? n - 1 : 0);
    double y = (flow->y0 + flow->y1 - used) / 2.0;
    for (size_t i = 0; i < n; i++) {
        flow->tops[side][i] = y;
        y += height_of(flow, streams->ends[side][i].value) + between;
    }
}

static void place(struct armex_drawing *drawing, struct armex_flow_places *flow)
{
    const struct armex_streams *streams = &flow->streams;
    const double most =
        (double)(streams->n[0] > streams->n[1] ? streams->n[0] : streams->n[1]);
    const double edge = ARMEX_MARGIN + ceil(flow->label_width) +
                        (drawing->narrow ? ARMEX_FLOW_ASIDE / 2.0 : ARMEX_FLOW_ASIDE);
    flow->x0 = edge;
    flow->x1 = drawing->width - edge;
    flow->y0 = floor(drawing->top + 46.0);
    flow->y1 = flow->y0 + fmax(row * most, least_height);
    flow->scale = (flow->y1 - flow->y0 - between * (most - 1.0)) / streams->all;
    place_ends(flow, 0);
    place_ends(flow, 1);
}

/** How far a curve has come from one side to the other, with level ends.
 *  Formula: 3 t^2 - 2 t^3. */
static double eased(double t)
{
    return t * t * (3.0 - 2.0 * t);
}

/** A band from the height `left` to the height `right`, as a polygon. */
static void put_band(struct armex_drawing *drawing,
                     const struct armex_flow_places *flow, double left, double right,
                     double value)
{
    const double height = height_of(flow, value), width = fmax(height, ARMEX_FLOW_HAIR);
    const double x0 = flow->x0 + ARMEX_FLOW_BAR, x1 = flow->x1 - ARMEX_FLOW_BAR;
    for (int i = 0; i <= 2 * STEPS + 1; i++) {
        const bool back = i > STEPS;
        const double t = (double)(back ? 2 * STEPS + 1 - i : i) / STEPS;
        const double middle = left + eased(t) * (right - left) + height / 2.0;
        ARMEX_ROW(&drawing->scene, NULL, x0 + t * (x1 - x0),
                  middle + (back ? width : -width) / 2.0);
    }
    armex_scene_gap(&drawing->scene);
}

/** What a band of the chart is: its ends, and where on them it begins. */
struct band {
    size_t s, r;
    double left, right;
};

/** Calls for every band, from top to bottom of each end. */
static void each_band(struct armex_drawing *drawing,
                      const struct armex_flow_places *flow, enum fill fill,
                      void (*put)(struct armex_drawing *,
                                  const struct armex_flow_places *,
                                  const struct band *))
{
    const struct armex_streams *streams = &flow->streams;
    double right[ARMEX_STREAM_ENDS];
    memcpy(right, flow->tops[1], sizeof right);
    for (size_t s = 0; s < streams->n[0]; s++) {
        double left = flow->tops[0][s];
        for (size_t r = 0; r < streams->n[1]; r++) {
            const double value = streams->values[s][r];
            const struct band band = {s, r, left, right[r]};
            if (value > 0.0 && fill_of(streams, s, r) == fill)
                put(drawing, flow, &band);
            left += height_of(flow, value);
            right[r] += height_of(flow, value);
        }
    }
}

static void put_one(struct armex_drawing *drawing, const struct armex_flow_places *flow,
                    const struct band *band)
{
    put_band(drawing, flow, band->left, band->right,
             flow->streams.values[band->s][band->r]);
}

static void put_bands(struct armex_drawing *drawing,
                      const struct armex_flow_places *flow)
{
    for (enum fill fill = REST; fill < FILLS; fill++) {
        armex_scene_begin(&drawing->scene, band_blocks[fill]);
        each_band(drawing, flow, fill, put_one);
        armex_scene_end(&drawing->scene);
    }
}

struct armex_field armex_flow_bar(const struct armex_flow_places *flow, size_t side,
                                  size_t i)
{
    const double height = height_of(flow, flow->streams.ends[side][i].value);
    return (struct armex_field){side ? flow->x1 - ARMEX_FLOW_BAR : flow->x0,
                                flow->tops[side][i] -
                                    fmax(ARMEX_FLOW_HAIR - height, 0.0) / 2.0,
                                ARMEX_FLOW_BAR, fmax(height, ARMEX_FLOW_HAIR)};
}

static void put_bars(struct armex_drawing *drawing,
                     const struct armex_flow_places *flow)
{
    for (enum fill fill = REST; fill < FILLS; fill++) {
        if (!bar_blocks[fill])
            continue;
        armex_scene_begin(&drawing->scene, bar_blocks[fill]);
        for (size_t side = 0; side < 2; side++)
            for (size_t i = 0; i < flow->streams.n[side]; i++) {
                const struct armex_field field = armex_flow_bar(flow, side, i);
                if (fill_of_end(&flow->streams.ends[side][i]) == fill)
                    ARMEX_ROW(&drawing->scene, NULL, field.x, field.x + field.width,
                              field.y, field.y + field.height);
            }
        armex_scene_end(&drawing->scene);
    }
}

static void put_heads(struct armex_drawing *drawing,
                      const struct armex_flow_places *flow)
{
    const double y = flow->y0 - 20.0;
    armex_scene_begin_words(&drawing->scene, "head_left");
    ARMEX_ROW(&drawing->scene, flow->streams.n[0] > 1 ? "Suppliers" : "Supplier",
              flow->x0 + ARMEX_FLOW_BAR, y);
    armex_scene_end(&drawing->scene);
    armex_scene_begin_words(&drawing->scene, "head_right");
    ARMEX_ROW(&drawing->scene, flow->streams.n[1] > 1 ? "Recipients" : "Recipient",
              flow->x1 - ARMEX_FLOW_BAR, y);
    armex_scene_end(&drawing->scene);
}

/** "India from Russia: 5.0 billion TIV", where a band begins and where it ends. */
static void put_band_hovers(struct armex_drawing *drawing,
                            const struct armex_flow_places *flow,
                            const struct band *band)
{
    char figure[ARMEX_FIGURE_SIZE];
    const struct armex_streams *streams = &flow->streams;
    const double value = streams->values[band->s][band->r];
    const double reach = (flow->x1 - flow->x0) / 5.0;
    const double height = fmax(height_of(flow, value), ARMEX_FLOW_HAIR);
    struct armex_text words = {0};
    armex_figure_with_unit(figure, value, streams->unit);
    armex_text_printf(&words, "%s from %s: %s", streams->ends[1][band->r].name,
                      streams->ends[0][band->s].name, figure);
    if (!words.failed) {
        armex_hover_add(
            drawing,
            (struct armex_field){flow->x0 + ARMEX_FLOW_BAR, band->left, reach, height},
            words.data);
        armex_hover_add(drawing,
                        (struct armex_field){flow->x1 - ARMEX_FLOW_BAR - reach,
                                             band->right, reach, height},
                        words.data);
    }
    drawing->hovers.failed = drawing->hovers.failed || words.failed;
    armex_text_free(&words);
}

/** "South Korea supplied: 9.9 billion TIV", at its bar. */
static void put_bar_hovers(struct armex_drawing *drawing,
                           const struct armex_flow_places *flow)
{
    for (size_t side = 0; side < 2; side++)
        for (size_t i = 0; i < flow->streams.n[side]; i++) {
            const struct armex_stream_end *end = &flow->streams.ends[side][i];
            armex_hover_figure(drawing, armex_flow_bar(flow, side, i), end->name,
                               side ? "got" : "supplied", end->value,
                               flow->streams.unit, ARMEX_FINAL);
        }
}

armex_status armex_layout_flow(struct armex_drawing *drawing,
                               const struct armex_transfers *transfers,
                               struct armex_error *error)
{
    struct armex_flow_places flow = {.label_width = 0.0};
    struct armex_flow_labels labels;
    armex_status status =
        armex_streams_make(&flow.streams, drawing->arena, transfers, error);
    flow.figures = armex_figure_scale(flow.streams.greatest);
    if (!status)
        status = armex_flow_labels_choose(&labels, drawing, &flow, error);
    if (status)
        return status;
    place(drawing, &flow);
    put_heads(drawing, &flow);
    put_bands(drawing, &flow);
    put_bars(drawing, &flow);
    for (enum fill fill = REST; fill < FILLS; fill++)
        each_band(drawing, &flow, fill, put_band_hovers);
    put_bar_hovers(drawing, &flow);
    status = armex_flow_labels_put(drawing, &flow, &labels, error);
    return status ? status : armex_frame_end(drawing, flow.y1 + 16.0, error);
}
