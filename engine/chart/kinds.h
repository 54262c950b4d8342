/**
 * chart/kinds.h: the kinds of charts: what each reads, says and lays out.
 *
 * A new kind is a row in kinds.c, its words, its layout, and a template in plots/.
 */
#ifndef ARMEX_CHART_KINDS_H
#define ARMEX_CHART_KINDS_H

#include "chart/layout.h"

enum armex_kind {
    ARMEX_KIND_LINE,
    ARMEX_KIND_RANK,
    ARMEX_KIND_BUMP,
    ARMEX_KIND_DUMBBELL,
    ARMEX_KIND_HEAT,
    ARMEX_KIND_TRIANGLE,
    ARMEX_KIND_MULTIPLES,
    ARMEX_KIND_REVISIONS,
    ARMEX_KIND_INDEX,
    ARMEX_KIND_SLOPE,
    ARMEX_KIND_WATERFALL,
    ARMEX_KIND_AREA,
    ARMEX_KIND_FAN,
    ARMEX_KIND_BREAKS,
    ARMEX_KIND_CONCENTRATION,
    ARMEX_KIND_SCATTER,
    ARMEX_KIND_AGREEMENT,
    ARMEX_KIND_MATRIX,
    ARMEX_KIND_FLOW,
    ARMEX_KIND_MAP,
    ARMEX_CHART_KINDS /**< how many there are */
};

/** What a chart's table is read as. */
union armex_content {
    struct armex_lines lines;
    struct armex_standings standings;
    struct armex_statements statements;
    struct armex_concentrations shares;
    struct armex_transfers transfers;
    struct armex_points points;
};

/** Reads the table of a chart and finds its words. Everything lives in `arena`.
 *  Errors: as armex_lines_read(), armex_standings_read(), armex_statements_read(),
 *  armex_transfers_read(), armex_points_read(). */
armex_status armex_content_read(union armex_content *out,
                                struct armex_chart_words *words,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                struct armex_error *error);

/** Writes the blocks of the chart's kind. Errors: ARMEX_NO_MEMORY. */
armex_status armex_content_lay_out(struct armex_drawing *drawing,
                                   const union armex_content *content,
                                   struct armex_error *error);

/** Where a kind stands among armex_chart_kinds(). */
size_t armex_kind_index(const struct armex_chart_kind *kind);

#endif
