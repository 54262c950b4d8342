/** report/press/table.c: a table's columns fitted to the page, and its rows. */
#include "report/press/table.h"

#include <pango/pangocairo.h>
#include <string.h>

static const double gap = 11.0, padding = 2.6, most_extra = 22.0;

struct sums {
    double natural, narrowest;
};

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/* Widest cell and longest word of every column; the sums of both with their gaps. */
static struct sums measure(const struct press_sheet *sheet,
                           const struct press_table *table, double *natural,
                           double *narrowest)
{
    struct sums sums = {gap * (double)(table->n - 1), gap * (double)(table->n - 1)};

    for (size_t c = 0; c < table->n; c++) {
        for (size_t i = table->first; i < table->end; i++) {
            const struct press_block *row = &sheet->document->blocks[i];
            natural[c] = larger(natural[c],
                                press_words_width(sheet, row->style, row->fields[c]));
            narrowest[c] = larger(
                narrowest[c], press_words_narrowest(sheet, row->style, row->fields[c]));
        }
        sums.natural += natural[c];
        sums.narrowest += narrowest[c];
    }
    return sums;
}

/* Width of a column when none is wider than `most`, but for what cannot be broken. */
static double within(double natural, double narrowest, double most)
{
    return larger(narrowest, natural < most ? natural : most);
}

/* The widest that a column may be for all of them to fit into `room`: short columns
 * then keep their lines whole, and only long texts are broken. */
static double find_most(const double *natural, const double *narrowest, size_t n,
                        double room)
{
    double low = 0.0, high = room;

    for (int step = 0; step < 40; step++) {
        const double most = 0.5 * (low + high);
        double sum = 0.0;
        for (size_t c = 0; c < n; c++)
            sum += within(natural[c], narrowest[c], most);
        if (sum <= room)
            low = most;
        else
            high = most;
    }
    return low;
}

/* Turns natural widths into those that fit. */
static void share_out(double *widths, const double *narrowest, const struct sums *sums,
                      size_t n)
{
    const double gaps = gap * (double)(n - 1), room = PRESS_WIDTH - gaps;
    const double extra = (PRESS_WIDTH - sums->natural) / (double)n;
    const double most =
        sums->narrowest <= PRESS_WIDTH ? find_most(widths, narrowest, n, room) : 0.0;

    for (size_t c = 0; c < n; c++) {
        if (extra >= 0.0)
            widths[c] += extra < most_extra ? extra : most_extra;
        else if (sums->narrowest <= PRESS_WIDTH)
            widths[c] = within(widths[c], narrowest[c], most);
        else
            widths[c] = narrowest[c] * room / (sums->narrowest - gaps);
    }
}

armex_status press_table_fit(const struct press_sheet *sheet, struct press_table *table,
                             struct armex_arena *arena, struct armex_error *error)
{
    double *narrowest = armex_arena_new(arena, table->n, sizeof *narrowest);
    double x = PRESS_LEFT;

    table->widths = armex_arena_new(arena, table->n, sizeof *table->widths);
    table->at = armex_arena_new(arena, table->n, sizeof *table->at);
    if (!narrowest || !table->widths || !table->at)
        return armex_fail_memory(error);
    const struct sums sums = measure(sheet, table, table->widths, narrowest);
    share_out(table->widths, narrowest, &sums, table->n);
    for (size_t c = 0; c < table->n; c++) {
        table->at[c] = x;
        x += table->widths[c] + gap;
    }
    return ARMEX_OK;
}

double press_row_height(const struct press_sheet *sheet,
                        const struct press_table *table, const struct press_block *row)
{
    double height = 0.0;

    for (size_t c = 0; c < table->n; c++)
        height = larger(height, press_words_height(sheet, row->style, row->fields[c],
                                                   table->widths[c]));
    return height + 2.0 * padding;
}

static bool is_head(const struct press_block *row)
{
    return strcmp(row->style->tag, "TH") == 0;
}

static void draw_ground(const struct press_sheet *sheet,
                        const struct press_table *table, const struct press_block *row,
                        double y)
{
    const double right = table->at[table->n - 1] + table->widths[table->n - 1];
    cairo_t *cairo = sheet->cairo;

    if (strcmp(row->style->name, "mine") == 0) {
        press_colour_set(cairo, PRESS_MINE);
        cairo_rectangle(cairo, PRESS_LEFT, y, right - PRESS_LEFT, row->height);
        cairo_fill(cairo);
    }
    press_colour_set(cairo, is_head(row) ? PRESS_RULE : PRESS_GRID);
    cairo_set_line_width(cairo, is_head(row) ? 0.8 : 0.5);
    cairo_move_to(cairo, PRESS_LEFT, y + row->height);
    cairo_line_to(cairo, right, y + row->height);
    cairo_stroke(cairo);
}

void press_row_draw(const struct press_sheet *sheet, const struct press_table *table,
                    const struct press_block *row, double y)
{
    draw_ground(sheet, table, row, y);
    cairo_tag_begin(sheet->cairo, "TR", NULL);
    for (size_t c = 0; c < table->n; c++) {
        const char *cell = row->fields[c];
        const double height =
            press_words_height(sheet, row->style, cell, table->widths[c]);
        const double down = is_head(row) ? row->height - padding - height : padding;
        const struct press_box box = {table->at[c], y + down, table->widths[c],
                                      table->sides[c] == 'r'};
        cairo_tag_begin(sheet->cairo, row->style->tag, NULL);
        press_words_draw(sheet, row->style, cell, &box);
        cairo_tag_end(sheet->cairo, row->style->tag);
    }
    cairo_tag_end(sheet->cairo, "TR");
}
