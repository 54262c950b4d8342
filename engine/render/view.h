/**
 * render/view.h: a table as people are shown it: which columns, under which headers,
 * with which cells. Text, markdown and latex are three ways to set it.
 */
#ifndef ARMEX_RENDER_VIEW_H
#define ARMEX_RENDER_VIEW_H

#include "base/text.h"
#include "model/table.h"

struct armex_view_column {
    size_t column;      /**< of the table */
    const char *header; /**< "Value, USD million" */
    int scale;          /**< power of ten that its amounts are divided by */
    int decimals;       /**< of its numbers */
    bool right;         /**< numbers stand right, names left */
    bool apart;         /**< some of its cells take more decimals, to be told apart */
};

struct armex_view {
    const struct armex_table *table;
    struct armex_arena *arena; /**< owns the columns */
    struct armex_view_column *columns;
    size_t n;
};

/** Leaves out what only machines read, texts that are empty in every row, and the
 *  column "unit" where all rows share one unit: the headers of the amounts name it.
 *  Owner: the caller, armex_view_end(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_view_begin(struct armex_view *out, const struct armex_table *table,
                              struct armex_error *error);
void armex_view_end(struct armex_view *view);

/** Appends a cell: one line of valid UTF-8 that moves no cursor. */
void armex_view_cell(struct armex_text *out, const struct armex_view *view, size_t row,
                     size_t i);

/** Appends "SIPRI, SIPRI Arms Transfers Database (sipri-tiv, 12 Feb 2026), https://…".
 */
void armex_view_source(struct armex_text *out, const struct armex_provenance *source);

/** Whether people see a column of that type in per cent. */
bool armex_view_is_fraction(enum armex_column_type type);

/** Decimal places that suit a column of numbers divided by ten to the `scale`: none
 *  where all are whole, else one, and more for figures below 1. */
int armex_view_decimals(const struct armex_table *table, size_t column, int scale);

/** Appends one cell, as armex_view_cell(). */
void armex_view_number(struct armex_text *out, enum armex_column_type type,
                       double value, int scale, int decimals);

/** Appends `text` with control characters as blanks, and with what is no UTF-8 or turns
 *  the direction of writing as U+FFFD. */
void armex_view_clean(struct armex_text *out, const char *text);

/** Appends "USD million, 2020 prices" for a unit as model/unit.h writes it. */
void armex_view_unit(struct armex_text *out, const char *unit, int scale);

#endif
