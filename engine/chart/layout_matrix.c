/** chart/layout_matrix.c: where everything of a matrix of suppliers by recipients
 * stands. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/hover.h"
#include "chart/layout.h"
#include "chart/scene.h"
#include "chart/words.h"

enum { HEAD_LINES = 3 };

static const double head_line = 14.0, name_size = 13.0;

struct matrix {
    const struct armex_transfers *transfers;
    size_t rows, columns;
    double x0, y0, width, height; /**< of the first cell */
    double name_width, head_size;
    char *heads[ARMEX_PARTIES][HEAD_LINES];
    size_t lines[ARMEX_PARTIES], most_lines;
    int scale;   /**< of the totals */
    bool others; /**< there are suppliers beyond the rows */
};

static double left_of(const struct matrix *matrix, size_t r)
{
    return matrix->x0 + matrix->width * (double)r;
}

/** The middle of a cell, save for the pixel that stays free beside it. */
static double middle_of(const struct matrix *matrix, size_t r)
{
    return left_of(matrix, r) + matrix->width / 2.0 - 1.0;
}

static double top_of(const struct matrix *matrix, size_t s)
{
    return matrix->y0 + matrix->height * (double)s;
}

/** Below the cells: what all others supplied, and the total. */
static double others_y(const struct matrix *matrix)
{
    return top_of(matrix, matrix->rows) + 23.0;
}

static double total_y(const struct matrix *matrix)
{
    return others_y(matrix) + (matrix->others ? 30.0 : 0.0);
}

static armex_status break_heads(struct armex_drawing *drawing, struct matrix *matrix,
                                struct armex_error *error)
{
    for (size_t r = 0; r < matrix->columns; r++) {
        const size_t n = armex_break_lines(
            matrix->heads[r], drawing, matrix->transfers->recipients[r].name,
            matrix->head_size, ARMEX_REGULAR, matrix->width - 2.0, HEAD_LINES);
        if (n == SIZE_MAX)
            return armex_fail_memory(error);
        matrix->lines[r] = n;
        matrix->most_lines = n > matrix->most_lines ? n : matrix->most_lines;
    }
    return ARMEX_OK;
}

/** "Total, bn TIV"; of money "Total, $ bn". */
static const char *total_words(struct armex_drawing *drawing,
                               const struct matrix *matrix)
{
    const struct armex_unit unit = matrix->transfers->unit;
    const char *sign = armex_unit_sign(unit);
    const char *letters = matrix->scale == 12  ? "trn"
                          : matrix->scale == 9 ? "bn"
                          : matrix->scale == 6 ? "m"
                                               : "";
    char words[64] = "";
    if (!*sign && unit.kind != ARMEX_COUNT)
        armex_unit_words(words, unit);
    words[strcspn(words, ",")] = '\0';
    return armex_arena_printf(drawing->arena, "Total%s%s%s%s%s%s",
                              *letters || *sign || *words ? ", " : "", sign,
                              *sign && *letters ? " " : "", letters,
                              *letters && *words ? " " : "", words);
}

static double widest_name(struct armex_drawing *drawing, const struct matrix *matrix,
                          const char *total)
{
    double widest = armex_font_width(drawing->font, total, name_size, ARMEX_REGULAR);
    for (size_t s = 0; s < matrix->rows; s++)
        widest = fmax(widest, armex_font_width(drawing->font,
                                               matrix->transfers->suppliers[s].name,
                                               name_size, ARMEX_BOLD));
    return widest;
}

static armex_status place(struct armex_drawing *drawing, struct matrix *matrix,
                          const char *total, struct armex_error *error)
{
    matrix->name_width =
        fmin(widest_name(drawing, matrix, total), drawing->narrow ? 92.0 : 160.0);
    matrix->x0 = ceil(ARMEX_MARGIN + matrix->name_width + 10.0);
    matrix->width = floor(fmin(80.0, (drawing->width - ARMEX_MARGIN - matrix->x0) /
                                         (double)matrix->columns));
    matrix->height = 31.0;
    matrix->head_size = drawing->narrow ? 10.0 : 11.5;
    armex_scene_number(&drawing->scene, "head_px", matrix->head_size);
    const armex_status status = break_heads(drawing, matrix, error);
    matrix->y0 = floor(drawing->top + 42.0 + head_line * (double)matrix->most_lines);
    return status;
}

/** Whole per cents, and "<1" for what is not none. */
static void share_text(char out[ARMEX_FIGURE_SIZE], double share)
{
    armex_figure(out, share * 100.0, 0, true);
}

static double part_of(double share)
{
    return sqrt(fmin(share, 1.0));
}

static void put_cells(struct armex_drawing *drawing, const struct matrix *matrix)
{
    armex_scene_begin(&drawing->scene, "cells");
    for (size_t s = 0; s < matrix->rows; s++)
        for (size_t r = 0; r < matrix->columns; r++)
            ARMEX_ROW(&drawing->scene, NULL, left_of(matrix, r),
                      left_of(matrix, r + 1) - 2.0, top_of(matrix, s),
                      top_of(matrix, s + 1) - 1.0,
                      part_of(armex_transfers_share(matrix->transfers, s, r)));
    armex_scene_end(&drawing->scene);
}

static void put_figures(struct armex_drawing *drawing, const struct matrix *matrix,
                        bool halves)
{
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin_shaded_words(&drawing->scene, halves ? "halves" : "figures");
    for (size_t s = 0; s < matrix->rows; s++)
        for (size_t r = 0; r < matrix->columns; r++) {
            const double share = armex_transfers_share(matrix->transfers, s, r);
            share_text(text, share);
            if (share > 0.0 && armex_matrix_is_half(share) == halves)
                ARMEX_ROW(&drawing->scene, text, middle_of(matrix, r),
                          top_of(matrix, s) + matrix->height / 2.0 - 0.5,
                          part_of(share));
        }
    armex_scene_end(&drawing->scene);
}

/** What all others supplied, so that a column adds up, and each total. */
static void put_below(struct armex_drawing *drawing, const struct matrix *matrix)
{
    char text[ARMEX_FIGURE_SIZE];
    armex_scene_begin_words(&drawing->scene, "below");
    for (size_t r = 0; r < matrix->columns; r++) {
        const double rest = armex_transfers_rest(matrix->transfers, matrix->rows, r);
        share_text(text, rest);
        if (rest > 0.0)
            ARMEX_ROW(&drawing->scene, text, middle_of(matrix, r), others_y(matrix));
        armex_figure(text, matrix->transfers->recipients[r].total, matrix->scale,
                     false);
        ARMEX_ROW(&drawing->scene, text, middle_of(matrix, r), total_y(matrix));
    }
    armex_scene_end(&drawing->scene);
}

static bool is_subject(const struct matrix *matrix, const struct armex_party *party)
{
    const char *subject = matrix->transfers->highlight;
    return subject && !strcmp(party->code, subject);
}

static void put_heads(struct armex_drawing *drawing, const struct matrix *matrix,
                      bool subject)
{
    armex_scene_begin_words(&drawing->scene, subject ? "subject_head" : "columns");
    for (size_t r = 0; r < matrix->columns; r++)
        for (size_t i = 0; i < matrix->lines[r]; i++)
            if (is_subject(matrix, &matrix->transfers->recipients[r]) == subject)
                ARMEX_ROW(&drawing->scene, matrix->heads[r][i], middle_of(matrix, r),
                          matrix->y0 - 10.0 -
                              head_line * (double)(matrix->lines[r] - 1 - i));
    armex_scene_end(&drawing->scene);
}

static armex_status put_names(struct armex_drawing *drawing,
                              const struct matrix *matrix, bool subject,
                              struct armex_error *error)
{
    armex_scene_begin_words(&drawing->scene, subject ? "subject_name" : "names");
    for (size_t s = 0; s < matrix->rows; s++) {
        if (is_subject(matrix, &matrix->transfers->suppliers[s]) != subject)
            continue;
        const char *name =
            armex_shorten(drawing, matrix->transfers->suppliers[s].name, name_size,
                          subject ? ARMEX_BOLD : ARMEX_REGULAR, matrix->name_width);
        if (!name)
            return armex_fail_memory(error);
        ARMEX_ROW(&drawing->scene, name, ARMEX_MARGIN,
                  top_of(matrix, s) + matrix->height / 2.0 - 0.5);
    }
    if (!subject && matrix->others)
        ARMEX_ROW(&drawing->scene, "All others", ARMEX_MARGIN, others_y(matrix));
    armex_scene_end(&drawing->scene);
    return ARMEX_OK;
}

static void put_sides(struct armex_drawing *drawing, const struct matrix *matrix,
                      const char *total)
{
    armex_scene_begin_words(&drawing->scene, "heads");
    ARMEX_ROW(&drawing->scene, "Supplier", ARMEX_MARGIN, matrix->y0 - 10.0);
    ARMEX_ROW(&drawing->scene,
              matrix->columns > 1 ? "Recipient, largest first" : "Recipient",
              matrix->x0, drawing->top + 25.0);
    ARMEX_ROW(&drawing->scene, total, ARMEX_MARGIN, total_y(matrix));
    armex_scene_end(&drawing->scene);
}

/** "India from Russia: 36%, 5.0 billion TIV" */
static void put_hovers(struct armex_drawing *drawing, const struct matrix *matrix)
{
    char share[ARMEX_FIGURE_SIZE], figure[ARMEX_FIGURE_SIZE];
    const struct armex_transfers *transfers = matrix->transfers;
    for (size_t s = 0; s < matrix->rows; s++)
        for (size_t r = 0; r < matrix->columns; r++) {
            const struct armex_field cell = {left_of(matrix, r), top_of(matrix, s),
                                             matrix->width, matrix->height};
            struct armex_text words = {0};
            armex_figure_share(share, armex_transfers_share(transfers, s, r));
            armex_figure_with_unit(figure, transfers->values[s][r], transfers->unit);
            armex_text_printf(&words, "%s from %s: %s%s%s",
                              transfers->recipients[r].name,
                              transfers->suppliers[s].name,
                              transfers->values[s][r] > 0.0 ? share : "no delivery",
                              transfers->values[s][r] > 0.0 ? ", " : "",
                              transfers->values[s][r] > 0.0 ? figure : "");
            if (!words.failed)
                armex_hover_add(drawing, cell, words.data);
            drawing->hovers.failed = drawing->hovers.failed || words.failed;
            armex_text_free(&words);
        }
}

armex_status armex_layout_matrix(struct armex_drawing *drawing,
                                 const struct armex_transfers *transfers,
                                 struct armex_error *error)
{
    struct matrix matrix = {.transfers = transfers,
                            .rows = transfers->n_suppliers,
                            .columns = transfers->n_recipients};
    double greatest = 0.0;
    for (size_t r = 0; r < matrix.columns; r++) {
        greatest = fmax(greatest, transfers->recipients[r].total);
        matrix.others =
            matrix.others || armex_transfers_rest(transfers, matrix.rows, r) > 0.0;
    }
    matrix.scale = armex_figure_scale(greatest);
    const char *total = total_words(drawing, &matrix);
    armex_status status =
        total ? place(drawing, &matrix, total, error) : armex_fail_memory(error);
    if (status)
        return status;
    put_cells(drawing, &matrix);
    put_figures(drawing, &matrix, false);
    put_figures(drawing, &matrix, true);
    put_below(drawing, &matrix);
    put_heads(drawing, &matrix, false);
    put_heads(drawing, &matrix, true);
    put_sides(drawing, &matrix, total);
    put_hovers(drawing, &matrix);
    status = put_names(drawing, &matrix, false, error);
    if (!status)
        status = put_names(drawing, &matrix, true, error);
    return status ? status : armex_frame_end(drawing, total_y(&matrix) + 14.0, error);
}
