/** chart/kinds.c: the kinds of charts: what each reads, says and lays out. */
#include "chart/kinds.h"

#include <string.h>

#include "chart/aside.h"
#include "chart/fitted.h"
#include "chart/index.h"
#include "chart/words.h"

static const struct armex_chart_kind kinds[ARMEX_CHART_KINDS] = {
    [ARMEX_KIND_LINE] = {"line", "a few series over years, one of them the subject",
                         "show"},
    [ARMEX_KIND_RANK] = {"rank", "who is large, who was, and the change", "rank"},
    [ARMEX_KIND_BUMP] = {"bump",
                         "how ranks changed from one year or window to the next",
                         "rank"},
    [ARMEX_KIND_DUMBBELL] = {"dumbbell", "two years or windows, sorted by the change",
                             "rank"},
    [ARMEX_KIND_HEAT] = {"heat", "entities by years, the greater the darker", "show"},
    [ARMEX_KIND_TRIANGLE] = {"triangle",
                             "growth of one series between any two of its years",
                             "show"},
    [ARMEX_KIND_MULTIPLES] = {"multiples",
                              "a panel for each series, for shapes rather than heights",
                              "show"},
    [ARMEX_KIND_REVISIONS] = {"revisions",
                              "what was said of each year, in order of publication",
                              "show"},
    [ARMEX_KIND_INDEX] = {"index", "a few series as 100 in a base year", "show"},
    [ARMEX_KIND_SLOPE] = {"slope", "two years or windows side by side, joined by lines",
                          "rank"},
    [ARMEX_KIND_WATERFALL] = {"waterfall",
                              "who moved a sum from one year or window to the next",
                              "rank"},
    [ARMEX_KIND_AREA] = {"area", "parts of a whole over years, stacked", "show"},
    [ARMEX_KIND_FAN] = {"fan", "a series, its forecast and how far off that may be",
                        "trend"},
    [ARMEX_KIND_BREAKS] = {"breaks", "when a series changed its course, and how surely",
                           "trend"},
    [ARMEX_KIND_CONCENTRATION] = {"concentration",
                                  "how concentrated exports are, by three measures",
                                  "share"},
    [ARMEX_KIND_SCATTER] = {"scatter",
                            "two counts of the same entities, one across, one up",
                            "compare"},
    [ARMEX_KIND_AGREEMENT] = {"agreement",
                              "how many times the one count is the other, with limits",
                              "compare"},
    [ARMEX_KIND_MATRIX] = {"matrix", "who supplies whom, as shares of each recipient",
                           "flows"},
    [ARMEX_KIND_FLOW] = {"flow", "who supplies whom, as bands from one to the other",
                         "flows"},
    [ARMEX_KIND_MAP] = {"map", "states of the world, the greater the darker", "rank"},
};

typedef armex_status words_of_lines(struct armex_chart_words *, struct armex_arena *,
                                    const struct armex_chart *,
                                    const struct armex_lines *, struct armex_error *);
typedef armex_status words_of_standings(struct armex_chart_words *,
                                        struct armex_arena *,
                                        const struct armex_chart *,
                                        const struct armex_standings *,
                                        struct armex_error *);
typedef armex_status layout_of_lines(struct armex_drawing *, const struct armex_lines *,
                                     struct armex_error *);
typedef armex_status layout_of_standings(struct armex_drawing *,
                                         const struct armex_standings *,
                                         struct armex_error *);

typedef armex_status words_of_statements(struct armex_chart_words *,
                                         struct armex_arena *,
                                         const struct armex_chart *,
                                         const struct armex_statements *,
                                         struct armex_error *);
typedef armex_status layout_of_statements(struct armex_drawing *,
                                          const struct armex_statements *,
                                          struct armex_error *);

typedef armex_status words_of_shares(struct armex_chart_words *, struct armex_arena *,
                                     const struct armex_chart *,
                                     const struct armex_concentrations *,
                                     struct armex_error *);
typedef armex_status layout_of_shares(struct armex_drawing *,
                                      const struct armex_concentrations *,
                                      struct armex_error *);

typedef armex_status words_of_transfers(struct armex_chart_words *,
                                        struct armex_arena *,
                                        const struct armex_chart *,
                                        const struct armex_transfers *,
                                        struct armex_error *);
typedef armex_status layout_of_transfers(struct armex_drawing *,
                                         const struct armex_transfers *,
                                         struct armex_error *);

typedef armex_status words_of_points(struct armex_chart_words *, struct armex_arena *,
                                     const struct armex_chart *,
                                     const struct armex_points *, struct armex_error *);
typedef armex_status layout_of_points(struct armex_drawing *,
                                      const struct armex_points *,
                                      struct armex_error *);

/** A kind draws lines, standings, statements, shares, transfers or points; the
 * others are NULL. */
static const struct maker {
    bool side_by_side; /**< lines are compared: not one alone, nor parts of a whole */
    words_of_lines *line_words;
    layout_of_lines *line_layout;
    words_of_standings *standing_words;
    layout_of_standings *standing_layout;
    words_of_statements *statement_words;
    layout_of_statements *statement_layout;
    words_of_shares *share_words;
    layout_of_shares *share_layout;
    words_of_transfers *transfer_words;
    layout_of_transfers *transfer_layout;
    words_of_points *point_words;
    layout_of_points *point_layout;
} makers[ARMEX_CHART_KINDS] = {
    [ARMEX_KIND_LINE] = {.line_words = armex_words_line,
                         .line_layout = armex_layout_line,
                         .side_by_side = true},
    [ARMEX_KIND_RANK] = {.standing_words = armex_words_rank,
                         .standing_layout = armex_layout_rank},
    [ARMEX_KIND_BUMP] = {.standing_words = armex_words_bump,
                         .standing_layout = armex_layout_bump},
    [ARMEX_KIND_DUMBBELL] = {.standing_words = armex_words_dumbbell,
                             .standing_layout = armex_layout_dumbbell},
    [ARMEX_KIND_HEAT] = {.line_words = armex_words_heat,
                         .line_layout = armex_layout_heat,
                         .side_by_side = true},
    [ARMEX_KIND_TRIANGLE] = {.line_words = armex_words_triangle,
                             .line_layout = armex_layout_triangle},
    [ARMEX_KIND_MULTIPLES] = {.line_words = armex_words_multiples,
                              .line_layout = armex_layout_multiples,
                              .side_by_side = true},
    [ARMEX_KIND_REVISIONS] = {.statement_words = armex_words_revisions,
                              .statement_layout = armex_layout_revisions},
    [ARMEX_KIND_INDEX] = {.line_words = armex_words_index,
                          .line_layout = armex_layout_line,
                          .side_by_side = true},
    [ARMEX_KIND_SLOPE] = {.standing_words = armex_words_slope,
                          .standing_layout = armex_layout_slope},
    [ARMEX_KIND_WATERFALL] = {.standing_words = armex_words_waterfall,
                              .standing_layout = armex_layout_waterfall},
    [ARMEX_KIND_AREA] = {.line_words = armex_words_area,
                         .line_layout = armex_layout_area},
    [ARMEX_KIND_FAN] = {.line_words = armex_words_fan, .line_layout = armex_layout_fan},
    [ARMEX_KIND_BREAKS] = {.line_words = armex_words_breaks,
                           .line_layout = armex_layout_breaks},
    [ARMEX_KIND_CONCENTRATION] = {.share_words = armex_words_concentration,
                                  .share_layout = armex_layout_concentration},
    [ARMEX_KIND_SCATTER] = {.point_words = armex_words_scatter,
                            .point_layout = armex_layout_scatter},
    [ARMEX_KIND_AGREEMENT] = {.point_words = armex_words_agreement,
                              .point_layout = armex_layout_agreement},
    [ARMEX_KIND_MATRIX] = {.transfer_words = armex_words_matrix,
                           .transfer_layout = armex_layout_matrix},
    [ARMEX_KIND_FLOW] = {.transfer_words = armex_words_flow,
                         .transfer_layout = armex_layout_flow},
    [ARMEX_KIND_MAP] = {.standing_words = armex_words_map,
                        .standing_layout = armex_layout_map},
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

size_t armex_kind_index(const struct armex_chart_kind *kind)
{
    return (size_t)(kind - kinds);
}

armex_status armex_content_read(union armex_content *out,
                                struct armex_chart_words *words,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                struct armex_error *error)
{
    const struct maker *maker = &makers[armex_kind_index(chart->kind)];
    armex_status status;

    if (maker->line_words) {
        status = armex_lines_read(&out->lines, arena, chart, error);
        if (!status && maker->side_by_side)
            status = armex_lines_set_aside(&out->lines, arena, chart, error);
        if (!status && armex_kind_index(chart->kind) == ARMEX_KIND_INDEX)
            status = armex_lines_index(&out->lines, arena, chart, error);
        if (!status && armex_kind_index(chart->kind) == ARMEX_KIND_LINE)
            status = armex_lines_fit(&out->lines, arena, chart, error);
        return status ? status
                      : maker->line_words(words, arena, chart, &out->lines, error);
    }
    if (maker->share_words) {
        status = armex_concentrations_read(&out->shares, arena, chart, error);
        return status ? status
                      : maker->share_words(words, arena, chart, &out->shares, error);
    }
    if (maker->statement_words) {
        status = armex_statements_read(&out->statements, arena, chart, error);
        return status ? status
                      : maker->statement_words(words, arena, chart, &out->statements,
                                               error);
    }
    if (maker->point_words) {
        status = armex_points_read(&out->points, arena, chart, error);
        return status ? status
                      : maker->point_words(words, arena, chart, &out->points, error);
    }
    if (maker->transfer_words) {
        status = armex_transfers_read(&out->transfers, arena, chart, error);
        return status
                   ? status
                   : maker->transfer_words(words, arena, chart, &out->transfers, error);
    }
    status = armex_standings_read(&out->standings, arena, chart, error);
    return status ? status
                  : maker->standing_words(words, arena, chart, &out->standings, error);
}

armex_status armex_content_lay_out(struct armex_drawing *drawing,
                                   const union armex_content *content,
                                   struct armex_error *error)
{
    const struct maker *maker = &makers[armex_kind_index(drawing->chart->kind)];

    if (maker->line_layout)
        return maker->line_layout(drawing, &content->lines, error);
    if (maker->share_layout)
        return maker->share_layout(drawing, &content->shares, error);
    if (maker->statement_layout)
        return maker->statement_layout(drawing, &content->statements, error);
    if (maker->point_layout)
        return maker->point_layout(drawing, &content->points, error);
    if (maker->transfer_layout)
        return maker->transfer_layout(drawing, &content->transfers, error);
    return maker->standing_layout(drawing, &content->standings, error);
}
