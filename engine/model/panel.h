/**
 * model/panel.h: series by years: a dense array of values, each with its status.
 *
 * Shape:   n_years x n_series, year by year: value of series s in year y stands at
 *          [(y - first_year) * n_series + s], so every operation runs along memory.
 * Unit:    base units (dollars, not billions; TIV, not million TIV); each series names
 *          its own, and series of different units may lie side by side.
 * Missing: NAN, and a mark that says why. Never an infinity.
 */
#ifndef ARMEX_MODEL_PANEL_H
#define ARMEX_MODEL_PANEL_H

#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "model/mark.h"
#include "model/measure.h"
#include "model/notes.h"
#include "model/unit.h"

/** Which twelve months one figure covers, and how many years of them. A fiscal year
 *  bears the number of the calendar year in which it ends, a window that of its last.
 */
struct armex_period {
    signed char first_month; /**< 1: calendar year; 10: October of the year before */
    signed char years;       /**< 1, or 5 for a five-year window */
};

/** What one series measures. Texts are never NULL and live in the panel's arena. */
struct armex_series {
    const char *entity; /**< code, see country/entity.h */
    const char *name;   /**< for people */
    const char *scope;  /**< which of several counts: "national", "dcs", ... */
    struct armex_unit unit;
    enum armex_measure measure;
    enum armex_flow_direction flow;
    struct armex_period period;
    bool headline; /**< what people mean who do not name a scope */
};

struct armex_panel {
    struct armex_arena *arena; /**< owns all that follows, and the panel */
    size_t n_series, n_years;
    int first_year;
    struct armex_series *series;
    double *values;
    armex_mark *marks;
    struct armex_notes notes;
};

/** A panel of series with every value NAN and every mark ARMEX_MISSING; the caller
 *  fills in `series` (texts from panel->arena).
 *  Owner:  the caller, who ends it with armex_panel_free().
 *  Errors: ARMEX_NO_MEMORY, also when the shape is beyond what memory can address. */
armex_status armex_panel_create(struct armex_panel **out, size_t n_series,
                                int first_year, size_t n_years,
                                struct armex_error *error);

/** The same with values and marks that nobody has written yet: the caller fills in all
 *  of them too. To fill a large one with NAN first would double the time to read it. */
armex_status armex_panel_room(struct armex_panel **out, size_t n_series, int first_year,
                              size_t n_years, struct armex_error *error);
void armex_panel_free(struct armex_panel *panel); /* NULL is fine */

static inline bool armex_panel_holds(const struct armex_panel *panel, int year)
{
    return year >= panel->first_year &&
           (size_t)(year - panel->first_year) < panel->n_years;
}

/** The last of its years; of a panel without any, the one before the first. */
static inline int armex_panel_last_year(const struct armex_panel *panel)
{
    return panel->first_year + (int)panel->n_years - 1;
}

/** Where series s in `year` stands; the year must lie in the panel. */
static inline size_t armex_panel_at(const struct armex_panel *panel, size_t s, int year)
{
    return (size_t)(year - panel->first_year) * panel->n_series + s;
}

/** The value, or NAN for a year outside the panel. */
static inline double armex_panel_value(const struct armex_panel *panel, size_t s,
                                       int year)
{
    return armex_panel_holds(panel, year)
               ? panel->values[armex_panel_at(panel, s, year)]
               : NAN;
}

static inline armex_mark armex_panel_mark(const struct armex_panel *panel, size_t s,
                                          int year)
{
    return armex_panel_holds(panel, year) ? panel->marks[armex_panel_at(panel, s, year)]
                                          : ARMEX_MISSING;
}

/** Order of series in every stored panel: entity, flow, measure, scope, unit, period,
 *  by bytes. <0, 0, >0. */
int armex_series_compare(const struct armex_series *a, const struct armex_series *b);

/** Copies `series` with its texts into `arena`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_series_copy(struct armex_series *out,
                               const struct armex_series *series,
                               struct armex_arena *arena, struct armex_error *error);

/** "2021", "FY2024 (October to September)" for people; a window as "2019–23". */
size_t armex_period_words(char out[48], struct armex_period period, int year);

/** The label of the years from..to as SIPRI prints it: "2019–23", with an en dash;
 *  four digits at the end when it ends before 2010. */
size_t armex_window_label(char out[16], int from, int to);

#endif
