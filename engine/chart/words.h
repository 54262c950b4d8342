/**
 * chart/words.h: what a chart says: title, subtitle, note, source, description.
 *
 * All texts live in the arena. Errors: ARMEX_NO_MEMORY.
 */
#ifndef ARMEX_CHART_WORDS_H
#define ARMEX_CHART_WORDS_H

#include "chart/largest.h"
#include "chart/points.h"
#include "chart/shares.h"
#include "chart/standings.h"
#include "chart/statements.h"
#include "chart/transfers.h"

/** Words of one kind of chart; what the chart was given takes their place. */
armex_status armex_words_line(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines,
                              struct armex_error *error);
/** Of a line chart whose lines are fitted: armex_words_line() calls it. */
armex_status armex_words_fitted(struct armex_chart_words *out,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_lines *lines,
                                struct armex_error *error);
armex_status armex_words_rank(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_standings *standings,
                              struct armex_error *error);
armex_status armex_words_dumbbell(struct armex_chart_words *out,
                                  struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  const struct armex_standings *standings,
                                  struct armex_error *error);
armex_status armex_words_slope(struct armex_chart_words *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               const struct armex_standings *standings,
                               struct armex_error *error);
armex_status armex_words_bump(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_standings *standings,
                              struct armex_error *error);

armex_status armex_words_heat(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines,
                              struct armex_error *error);
armex_status armex_words_triangle(struct armex_chart_words *out,
                                  struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  const struct armex_lines *lines,
                                  struct armex_error *error);

/** Errors: ARMEX_BAD_INPUT for figures of several units too. */
armex_status armex_words_map(struct armex_chart_words *out, struct armex_arena *arena,
                             const struct armex_chart *chart,
                             const struct armex_standings *standings,
                             struct armex_error *error);

armex_status armex_words_waterfall(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_standings *standings,
                                   struct armex_error *error);

armex_status armex_words_area(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines,
                              struct armex_error *error);

armex_status armex_words_fan(struct armex_chart_words *out, struct armex_arena *arena,
                             const struct armex_chart *chart,
                             const struct armex_lines *lines,
                             struct armex_error *error);

armex_status armex_words_breaks(struct armex_chart_words *out,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_lines *lines,
                                struct armex_error *error);

armex_status armex_words_concentration(struct armex_chart_words *out,
                                       struct armex_arena *arena,
                                       const struct armex_chart *chart,
                                       const struct armex_concentrations *shares,
                                       struct armex_error *error);

armex_status armex_words_scatter(struct armex_chart_words *out,
                                 struct armex_arena *arena,
                                 const struct armex_chart *chart,
                                 const struct armex_points *points,
                                 struct armex_error *error);
armex_status armex_words_agreement(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_points *points,
                                   struct armex_error *error);

/** So many rows and years fit into a heat map, and panels and years beside each other.
 */
enum { ARMEX_HEAT_ROWS = 40, ARMEX_PANELS = 24, ARMEX_PANEL_YEARS = 60 };
size_t armex_heat_years(const struct armex_chart *chart);

/** Years that an average line of small multiples covers, and the fewest shown that make
 *  one. */
enum { ARMEX_MEAN_YEARS = 5, ARMEX_MEAN_FROM = 10 };

/** Whether the bar of year i in panel p is drawn hollow: it is less than firm, and
 *  large enough to have an inside. */
bool armex_panel_hollows(const struct armex_chart *chart,
                         const struct armex_largest *panels, size_t p, size_t i);

/** Adds what is not shown: years, lines beyond the most, who stands aside. */
void armex_largest_say_rest(struct armex_text *note,
                            const struct armex_largest *largest);
armex_status armex_words_multiples(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_lines *lines,
                                   struct armex_error *error);
armex_status armex_words_revisions(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_statements *statements,
                                   struct armex_error *error);
armex_status armex_words_index(struct armex_chart_words *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               const struct armex_lines *lines,
                               struct armex_error *error);

armex_status armex_words_matrix(struct armex_chart_words *out,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_transfers *transfers,
                                struct armex_error *error);

armex_status armex_words_flow(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_transfers *transfers,
                              struct armex_error *error);

/** Whether a recipient leans on that supplier: its share is half or more. */
bool armex_matrix_is_half(double share);

/** What all charts of lines may say: the finding of the subject, or what is shown. */
armex_status armex_lines_title(const char **out, struct armex_arena *arena,
                               const struct armex_lines *lines,
                               struct armex_error *error);

/** What is shown, without a finding: "South Korea’s arms export orders, 2003–2025". And
 *  below it: "Arms export orders, billion US dollars, 2003–2025". NULL: no memory. */
const char *armex_lines_name(struct armex_arena *arena,
                             const struct armex_lines *lines);
const char *armex_lines_subtitle(struct armex_arena *arena,
                                 const struct armex_lines *lines);

/** What the chart counts: one thing, or several. "arms export orders" */
const char *armex_lines_counted(const struct armex_lines *lines);

/** "2003–2025"; NULL: no memory. */
const char *armex_lines_span(struct armex_arena *arena,
                             const struct armex_lines *lines);

/** A description says so many figures one by one; of more, nobody who listens keeps
 *  hold, and the table stands beside the chart. Then it says in short what there is. */
enum { ARMEX_TOLD_FIGURES = 40 };

/** The figures, for those who do not see them, after the kind: every one where there
 *  are no more than ARMEX_TOLD_FIGURES. Else of each line its first and last figure,
 *  its highest and lowest (the first of equals), each with its year, how many years
 *  between have none and how many figures are not firm; of up to four figures all.
 *  Of more than twelve lines the subject and those that reached highest, and how many
 *  more there are. NULL: no memory. */
const char *armex_lines_figures(struct armex_arena *arena,
                                const struct armex_lines *lines, const char *kind);

/** Whether a description says the row `i` of those from `first` to `end`: of more than
 *  ARMEX_TOLD_FIGURES only the first twenty and the subject. */
bool armex_standings_tells(const struct armex_standings *standings, size_t first,
                           size_t end, size_t i);

/** Adds how many rows that leaves out, where there are any: "; 130 more". */
void armex_standings_say_rest(struct armex_text *text,
                              const struct armex_standings *standings, size_t first,
                              size_t end);

/** What goes with lines: soft figures, gaps, who did not exist or is not drawn, breaks,
 *  years, scale; sentences, each with a blank after it. NULL: no memory. */
const char *armex_lines_notes(struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines);

/** `note`, how many other lines are not shown, and armex_lines_notes() of what is: the
 *  text is freed. NULL: no memory. */
const char *armex_lines_end_notes(struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  struct armex_text *note,
                                  const struct armex_lines *shown, size_t others);

/** Adds what must be said of years that do not begin in January. */
void armex_lines_say_fiscal(struct armex_text *note, const struct armex_lines *lines);

/** Puts what was given before what was made, adds the table's notes to `note`, the
 *  source line, and all of it to the figures of `description`. `note` ends up empty
 *  only when there is nothing to say. */
armex_status armex_words_finish(struct armex_chart_words *words,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                struct armex_error *error);

/** "billion US dollars", "TIV", "per cent"; "" for a mere number. NULL: no memory. */
const char *armex_words_unit(struct armex_arena *arena, struct armex_unit unit,
                             double most);

/** A text that has grown, in the arena; NULL: no memory. The text is freed. */
const char *armex_words_keep(struct armex_arena *arena, struct armex_text *text);

/** Whether a line chart needs a logarithmic scale: the greatest figure is more than 20
 *  times the greatest of the subject, all of whose figures are above 0. */
bool armex_lines_need_log(const struct armex_lines *lines);

/** The least figure of all, or of those above 0. */
double armex_lines_least(const struct armex_lines *lines, bool positive);

/** Whether figures lie so far apart that each needs a scale of its own: 4,000 and
 *  17.3 bn. Only a log scale shows such. */
bool armex_lines_mix_scales(const struct armex_lines *lines);

/** So many lines have a name at their end at most, and so many of that chart. */
enum { ARMEX_NAMED_LINES = 14 };
size_t armex_named_lines(const struct armex_chart *chart);

/** Adds where figures of the subject are not to be compared with those before. */
void armex_lines_say_breaks(struct armex_text *note, const struct armex_lines *lines);

/** What a break is: "counted differently", "another state". */
const char *armex_break_word(armex_mark mark);

/** Why a year has no figure, in a word or two: "withheld", "no figure". */
const char *armex_gap_word(armex_mark mark);

/** "Exports of major arms, share of the world as published, 2019–23, %"; "Arms exports,
 *  billion US dollars, 2023". NULL: no memory. */
const char *armex_standings_subtitle(struct armex_arena *arena,
                                     const struct armex_standings *standings);

/** What is ranked, without a finding: "Arms exports, 2023"; of a bump "Ranks by arms
 *  exports, 2011–2023". NULL: no memory. */
const char *armex_standings_title(struct armex_arena *arena,
                                  const struct armex_standings *standings, bool bump);

/** Share bars rather than figures: volumes and published shares, of which a share is
 *  what people want to know. */
bool armex_standings_show_share(const struct armex_standings *standings);

#endif
