/**
 * chart/chart.h: a table and a template of plots/ become a picture by gnuplot. A png is
 * its svg, painted by armex-paint.
 *
 * Words and figures reach gnuplot as data, never as commands. Labels are placed and
 * text is measured here; the template only draws.
 */
#ifndef ARMEX_CHART_CHART_H
#define ARMEX_CHART_CHART_H

#include "base/text.h"
#include "model/table.h"

/** ARMEX_TEX is a picture of TikZ, whose words LaTeX sets in the font of the paper. */
enum armex_chart_format { ARMEX_SVG, ARMEX_PNG, ARMEX_PDF, ARMEX_TEX };

/** What a chart is drawn for. On paper it is 160 mm wide unless a width is named, its
 *  letters small and its colours apart in grey too. A slide is 1280 by 720 pixels, its
 *  letters as large as the chart lets them be. */
enum armex_chart_style { ARMEX_WEB, ARMEX_PAPER, ARMEX_SLIDE, ARMEX_STYLES };

/** "web", "paper", "slide". */
const char *armex_chart_style_name(enum armex_chart_style style);

/** A kind of chart: "line", "rank", "bump". A bump draws tables of `rank` of several
 *  years stacked into one, told apart by `year`: see chart/standings.h. */
struct armex_chart_kind {
    const char *name, *summary;
    const char *analysis; /**< whose table it draws: "show", "rank"; "flows" is
                              analysis/bilateral_query.h, with as: pairs */
};

const struct armex_chart_kind *armex_chart_kinds(size_t *n);
const struct armex_chart_kind *armex_chart_kind_find(const char *name);

struct armex_chart {
    const struct armex_chart_kind *kind;
    const struct armex_table *table; /**< borrowed */
    const char *title, *subtitle;    /**< NULL: made from the data */
    const char *note;                /**< NULL: made from the data */
    const char
        *highlight;      /**< entity code drawn in accent; NULL: the first asked for */
    const char *asked;   /**< the list of entities that was asked for: sums of many and
                              the unknown are drawn beside states where it names them;
                              NULL: all */
    const char *command; /**< for the picture's provenance; NULL: "" */
    int base;            /**< year of an index; 0: the subject's first figure above 0 */
    int width;           /**< pixels; 0: 720. 328 is a phone's column */
    int parties;  /**< of a matrix or a flow, so many of either side; 0: as fit */
    bool share;   /**< of an area: per cents of each year's whole */
    double scale; /**< 1 or 2, of png; 0: 1 */
    bool dark;
    bool bare; /**< without title, note, source: a page says them in HTML */
    enum armex_chart_format format;
    enum armex_chart_style style; /**< a bare chart is of the web whatever this says */
};

/** Where templates and programs are. */
struct armex_chart_tools {
    const char *plots;     /**< folder of the templates */
    const char *gnuplot;   /**< program; NULL: "gnuplot" on the PATH */
    const char *painter;   /**< program, for png; NULL: "armex-paint" on the PATH */
    const char *stand_ins; /**< folder of libraries that let a gnuplot without windows
                                start in a fifth of the time (engine/chart/stand_ins);
                                NULL: none */
    bool paints;           /**< there will be png: a desk starts its painter at once */
    bool pdfs;       /**< there will be pdf, for which gnuplot needs all of its own */
    bool single;     /**< one chart is to be drawn, so one gnuplot will do */
    size_t gnuplots; /**< that draw several at a time, 1 or 2; 0: what pays here */
    int processor;   /**< where the charts will be laid out, armex_processor(), so
                          that gnuplot begins on another; 0: where a desk is opened */
};

/** Draws one chart into `out` (bytes of the picture), in the place of what it held.
 *  Checked before it is handed over: whole, well-formed, not blank.
 *  Errors: ARMEX_UNAVAILABLE when a program is missing, saying what to install;
 *          ARMEX_BAD_INPUT when the table has nothing to draw, saying why; ARMEX_IO
 *          when a program failed, with its words; ARMEX_NO_MEMORY. */
armex_status armex_chart_draw(struct armex_text *out, const struct armex_chart *chart,
                              const struct armex_chart_tools *tools,
                              struct armex_error *error);

/** Draws `n` charts with as few programs as it can; `out[i]` and
 *  `errors[i]` are of chart i. Returns the first failure in order. */
armex_status armex_charts_draw(struct armex_text *out, struct armex_error *errors,
                               const struct armex_chart *const *charts, size_t n,
                               const struct armex_chart_tools *tools);

/** What drawing needs before there is a chart: the font found, programs started.
 *  Opened early, by a thread of its own if need be, it is ready when the charts are. */
struct armex_chart_desk;

/** Owner:  the caller, armex_chart_desk_close(); `*out` is NULL on failure.
 *  Errors: ARMEX_UNAVAILABLE when a program is missing; ARMEX_NOT_FOUND when the
 * templates are; ARMEX_CANNOT_CREATE, ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_chart_desk_open(struct armex_chart_desk **out,
                                   const struct armex_chart_tools *tools,
                                   struct armex_error *error);
void armex_chart_desk_close(struct armex_chart_desk *desk); /* NULL is fine */

/** armex_chart_draw() at a desk opened before. */
armex_status armex_chart_draw_at(struct armex_chart_desk *desk, struct armex_text *out,
                                 const struct armex_chart *chart,
                                 struct armex_error *error);

/** Has a chart drawn while the caller goes on. What it points to must stay as it is
 *  until it is taken, for another thread reads it. What is wrong with the chart is said
 *  when it is taken.
 *  Errors: what keeps the desk from taking orders: ARMEX_NO_MEMORY, ARMEX_UNAVAILABLE,
 *          ARMEX_IO. */
armex_status armex_chart_desk_order(struct armex_chart_desk *desk,
                                    const struct armex_chart *chart,
                                    struct armex_error *error);

/** Orders the chart ordered last once more, bare: it is cut from the same drawing.
 *  Errors: ARMEX_BUG unless that is an svg of the web, and not bare itself. */
armex_status armex_chart_desk_order_bare(struct armex_chart_desk *desk,
                                         struct armex_error *error);

/** Waits for the pictures; `out[i]` and `errors[i]` are of the i-th order. Returns the
 *  first failure in order. A desk has then done its work. */
armex_status armex_chart_desk_take(struct armex_chart_desk *desk,
                                   struct armex_text *out, struct armex_error *errors);

/** Who is told that the picture of the `i`-th order stands in `out[i]`, which from then
 *  on is the caller's alone. */
struct armex_chart_receiver {
    void (*receive)(void *context, size_t i);
    void *context;
};

/** The same, and `receiver` is told of each picture once, by the caller's own thread,
 *  while others are still drawn; not of one that fails. */
armex_status armex_chart_desk_take_each(struct armex_chart_desk *desk,
                                        struct armex_text *out,
                                        struct armex_error *errors,
                                        const struct armex_chart_receiver *receiver);

/** The gnuplot script with its data inside, which runs on its own and draws the same.
 */
armex_status armex_chart_script(struct armex_text *out, const struct armex_chart *chart,
                                const struct armex_chart_tools *tools,
                                struct armex_error *error);

/** The words the chart would carry: title, subtitle, note, source line.
 *  Owner: texts live in `arena`. */
struct armex_chart_words {
    const char *title, *subtitle, *note, *source;
    const char *description; /**< for those who do not see it: every figure drawn */
};
armex_status armex_chart_words(struct armex_chart_words *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               struct armex_error *error);

#endif
