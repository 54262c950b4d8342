/**
 * report/contents.h: all that a page will show, found and drawn, before any markup.
 */
#ifndef ARMEX_REPORT_CONTENTS_H
#define ARMEX_REPORT_CONTENTS_H

#include "chart/chart.h"
#include "report/figure.h"
#include "report/formats.h"
#include "report/report.h"
#include "report/since.h"
#include "report/spec.h"

/** Every chart is drawn five times: for two widths of the page, and as files. */
enum armex_picture {
    ARMEX_PICTURE_WIDE,   /**< svg without words, 720 wide */
    ARMEX_PICTURE_NARROW, /**< svg without words, 328 wide: a phone */
    ARMEX_PICTURE_SVG,
    ARMEX_PICTURE_PNG,
    ARMEX_PICTURE_PDF,
    ARMEX_PICTURES
};

/** An item of a section with its answer. */
struct armex_exhibit {
    const struct armex_item *item;
    size_t number;                   /**< among the items of its kind, from 1 */
    const struct armex_table *table; /**< NULL: a claim */
    struct armex_table *own;         /**< after `where` and `sort`, or NULL */
    const char *highlight;           /**< NULL: nobody, or nobody who is there */
    const char *title, *note;        /**< filled; NULL: none, or left out */
    struct armex_chart_words words;  /**< of a chart; texts never NULL */
    struct armex_text pictures[ARMEX_PICTURES];
    struct armex_text csv;
    struct armex_text rows, link; /**< of a page, see armex_page_prepare() */
    bool ordered;                 /**< its pictures are, or were, being drawn */
};

struct armex_album; /* pictures.c knows what was ordered */
struct armex_desk;

struct armex_contents {
    struct armex_arena *arena; /**< owns texts of this */
    const struct armex_spec *spec;
    struct armex_answers *answers;
    struct armex_report_figures figures;
    const char *title;              /**< of the page, filled */
    struct armex_exhibit *exhibits; /**< those whose `when` holds, as on the page */
    size_t n_exhibits;
    struct armex_notes sources; /**< of all answers, each once; numbered from 1 */
    struct armex_report_formats formats;
    const char *command;         /**< as typed; borrowed, never NULL */
    struct armex_album *album;   /**< NULL: no chart is ordered */
    struct armex_since since;    /**< filled before the page is written */
    struct armex_notes left_out; /**< notes: what was left out, with its place */
};

/** Asks every question of `spec` (borrowed, as are `store` and `request`), and orders
 *  each chart as soon as it is answered if the desk has begun.
 *  Owner:  the caller, armex_contents_free(); `*out` is NULL on failure.
 *  Errors: as armex_answers_ask() and armex_report_figures_answer(); ARMEX_BAD_SPEC for
 *          a title with a figure that is missing. */
armex_status armex_contents_gather(struct armex_contents **out,
                                   const struct armex_spec *spec,
                                   const struct armex_store *store,
                                   const struct armex_report_request *request,
                                   struct armex_desk *desk, struct armex_error *error);
void armex_contents_free(struct armex_contents *contents); /* NULL is fine */

/** Finds the words of a chart and orders its pictures. Errors: as armex_chart_words()
 *  and armex_chart_desk_order(), with the chart's place. */
armex_status armex_contents_order(struct armex_contents *contents,
                                  struct armex_exhibit *exhibit,
                                  struct armex_desk *desk, struct armex_error *error);

/** Who is told of a picture as soon as the exhibit has it. */
typedef void armex_picture_drawn(void *context, struct armex_exhibit *exhibit,
                                 enum armex_picture picture);

/** Orders what is not yet ordered and waits for all pictures, telling of each. Errors:
 *  as armex_chart_desk_take(), with the chart's place. */
armex_status armex_contents_draw(struct armex_contents *contents,
                                 struct armex_desk *desk, armex_picture_drawn *drawn,
                                 void *context, struct armex_error *error);

void armex_album_free(struct armex_album *album); /* NULL is fine */

/** The words with their figures, in the arena; NULL when there are none, when one of
 *  their figures is missing (noted in `left_out`), or when memory is short. */
const char *armex_contents_say(struct armex_contents *contents,
                               const struct armex_report_words *words);

/** The first of several that can be said; NULL, and only then noted, when none can. */
const char *armex_contents_say_first(struct armex_contents *contents,
                                     const struct armex_report_words_list *words);

/** Whether the section stands on the page: its `when` holds, and of what it needs
 *  something was found. */
bool armex_contents_has(const struct armex_contents *contents,
                        const struct armex_section *section);

/** The day of the report: its as-of, else the newest vintage in it; {0}: none. */
struct armex_date armex_contents_day(const struct armex_contents *contents);

/** What a table is called: its filled title, else the answer's own. */
const char *armex_exhibit_title(const struct armex_exhibit *exhibit);

/** The number of a source of some table among all of the page, from 1; 0: none. */
size_t armex_contents_source(const struct armex_contents *contents,
                             const struct armex_provenance *source);

/** The exhibit of that id, or NULL. */
const struct armex_exhibit *armex_contents_exhibit(
    const struct armex_contents *contents, const char *id);

/** Whether the row is of the entity that the exhibit sets off. */
bool armex_exhibit_sets_off(const struct armex_exhibit *exhibit, size_t row);

/** Whether any row is of another: a table of one entity has nothing to set off. */
bool armex_exhibit_has_others(const struct armex_exhibit *exhibit);

/** What is said in the place of a table without rows. */
const char *armex_exhibit_nothing(const struct armex_exhibit *exhibit);

#endif
