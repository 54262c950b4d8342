/**
 * chart/layout.h: where everything of a chart stands, in pixels of its picture.
 *
 * A layout writes the data blocks that its template draws. plots/README.md lists them.
 * Errors: ARMEX_NO_MEMORY.
 */
#ifndef ARMEX_CHART_LAYOUT_H
#define ARMEX_CHART_LAYOUT_H

#include "chart/frame.h"
#include "chart/observations.h"
#include "chart/points.h"
#include "chart/shares.h"
#include "chart/standings.h"
#include "chart/statements.h"
#include "chart/transfers.h"

/** The frame must have begun; it is ended here. */
armex_status armex_layout_line(struct armex_drawing *drawing,
                               const struct armex_lines *lines,
                               struct armex_error *error);
armex_status armex_layout_heat(struct armex_drawing *drawing,
                               const struct armex_lines *lines,
                               struct armex_error *error);
armex_status armex_layout_rank(struct armex_drawing *drawing,
                               const struct armex_standings *standings,
                               struct armex_error *error);
armex_status armex_layout_dumbbell(struct armex_drawing *drawing,
                                   const struct armex_standings *standings,
                                   struct armex_error *error);
armex_status armex_layout_slope(struct armex_drawing *drawing,
                                const struct armex_standings *standings,
                                struct armex_error *error);
armex_status armex_layout_bump(struct armex_drawing *drawing,
                               const struct armex_standings *standings,
                               struct armex_error *error);
armex_status armex_layout_triangle(struct armex_drawing *drawing,
                                   const struct armex_lines *lines,
                                   struct armex_error *error);
armex_status armex_layout_multiples(struct armex_drawing *drawing,
                                    const struct armex_lines *lines,
                                    struct armex_error *error);
armex_status armex_layout_revisions(struct armex_drawing *drawing,
                                    const struct armex_statements *statements,
                                    struct armex_error *error);
armex_status armex_layout_waterfall(struct armex_drawing *drawing,
                                    const struct armex_standings *standings,
                                    struct armex_error *error);
armex_status armex_layout_area(struct armex_drawing *drawing,
                               const struct armex_lines *lines,
                               struct armex_error *error);
armex_status armex_layout_fan(struct armex_drawing *drawing,
                              const struct armex_lines *lines,
                              struct armex_error *error);
armex_status armex_layout_breaks(struct armex_drawing *drawing,
                                 const struct armex_lines *lines,
                                 struct armex_error *error);
armex_status armex_layout_concentration(struct armex_drawing *drawing,
                                        const struct armex_concentrations *shares,
                                        struct armex_error *error);
armex_status armex_layout_scatter(struct armex_drawing *drawing,
                                  const struct armex_points *points,
                                  struct armex_error *error);
armex_status armex_layout_agreement(struct armex_drawing *drawing,
                                    const struct armex_points *points,
                                    struct armex_error *error);
armex_status armex_layout_matrix(struct armex_drawing *drawing,
                                 const struct armex_transfers *transfers,
                                 struct armex_error *error);
armex_status armex_layout_flow(struct armex_drawing *drawing,
                               const struct armex_transfers *transfers,
                               struct armex_error *error);
armex_status armex_layout_map(struct armex_drawing *drawing,
                              const struct armex_standings *standings,
                              struct armex_error *error);

#endif
