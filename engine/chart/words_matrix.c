/** chart/words_matrix.c: what a matrix of suppliers by recipients says. */
#include <stdio.h>

#include "chart/figure.h"
#include "chart/sentence.h"
#include "chart/words.h"

bool armex_matrix_is_half(double share)
{
    return share >= 0.5;
}

static size_t count_leaning(const struct armex_transfers *transfers, size_t rows,
                            size_t columns)
{
    size_t leaning = 0;
    for (size_t r = 0; r < columns; r++) {
        bool leans = false;
        for (size_t s = 0; s < rows; s++)
            leans =
                leans || armex_matrix_is_half(armex_transfers_share(transfers, s, r));
        leaning += leans;
    }
    return leaning;
}

/** "Six of ten recipients get at least half of their arms from one supplier" */
static const char *title(struct armex_arena *arena,
                         const struct armex_transfers *transfers, size_t rows,
                         size_t columns)
{
    const size_t leaning = count_leaning(transfers, rows, columns);
    if (columns == 1)
        return armex_arena_printf(
            arena, "Who supplies %s",
            armex_with_article(arena, transfers->recipients[0].name, false));
    if (leaning == 0 || columns < 3)
        return armex_arena_text(arena, "Who supplies whom");
    return armex_arena_printf(
        arena, "%s of %s recipients %s at least half of %s arms from one supplier",
        armex_capitalised(arena, armex_count_word(leaning)), armex_count_word(columns),
        leaning == 1 ? "gets" : "get", leaning == 1 ? "its" : "their");
}

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_transfers *transfers)
{
    const char *what = armex_subject(transfers->measure, ARMEX_IMPORTS);
    const char *span = armex_transfers_span(arena, transfers);
    if (!span)
        return NULL;
    return armex_arena_printf(arena,
                              "Share of each recipient\u2019s %s by supplier, %%%s%s",
                              what, *span ? ", " : "", span);
}

static const char *note(struct armex_arena *arena,
                        const struct armex_transfers *transfers, size_t rows,
                        size_t columns)
{
    bool blank = false;
    for (size_t s = 0; s < rows; s++)
        for (size_t r = 0; r < columns; r++)
            blank = blank || transfers->values[s][r] == 0.0;
    const size_t left = transfers->all_recipients - columns;
    const char *more = left ? armex_arena_printf(arena,
                                                 " %zu more recipients are not "
                                                 "shown.",
                                                 left)
                            : "";
    return more ? armex_arena_printf(
                      arena, "%s%s%s",
                      count_leaning(transfers, rows, columns) ? "Bold: at least half."
                                                              : "",
                      blank ? " Blank: no delivery." : "",
                      left == 1 ? " One more recipient is not shown." : more)
                : NULL;
}

/** " United States 74.0%," */
static void say_share(struct armex_text *text, const struct armex_transfers *transfers,
                      size_t s, size_t r)
{
    char figure[ARMEX_FIGURE_SIZE];
    armex_figure_share(figure, armex_transfers_share(transfers, s, r));
    armex_text_printf(text, " %s %s,", transfers->suppliers[s].name, figure);
}

/** The three largest suppliers of a recipient; what the others sent, 0 to 1. */
static double say_leading(struct armex_text *text,
                          const struct armex_transfers *transfers, size_t rows,
                          size_t r)
{
    bool said[ARMEX_PARTIES] = {false};
    double rest = armex_transfers_rest(transfers, rows, r);
    for (size_t n = 0; n < 3; n++) {
        size_t most = rows;
        for (size_t s = 0; s < rows; s++)
            if (!said[s] && transfers->values[s][r] > 0.0 &&
                (most == rows || transfers->values[s][r] > transfers->values[most][r]))
                most = s;
        if (most == rows)
            break;
        said[most] = true;
        say_share(text, transfers, most, r);
    }
    for (size_t s = 0; s < rows; s++)
        rest += said[s] ? 0.0 : armex_transfers_share(transfers, s, r);
    return rest;
}

static bool is_long(const struct armex_transfers *transfers, size_t rows,
                    size_t columns)
{
    size_t shares = 0;
    for (size_t s = 0; s < rows; s++)
        for (size_t r = 0; r < columns; r++)
            shares += transfers->values[s][r] > 0.0;
    return shares > ARMEX_TOLD_FIGURES;
}

static const char *figures(struct armex_arena *arena,
                           const struct armex_transfers *transfers, size_t rows,
                           size_t columns)
{
    const bool brief = is_long(transfers, rows, columns);
    struct armex_text text = {0};
    char figure[ARMEX_FIGURE_SIZE];
    armex_text_add(&text, "Matrix of suppliers by recipients.");
    for (size_t r = 0; r < columns; r++) {
        const struct armex_party *recipient = &transfers->recipients[r];
        armex_figure_with_unit(figure, recipient->total, transfers->unit);
        armex_text_printf(&text, " %s, %s:", recipient->name, figure);
        for (size_t s = 0; !brief && s < rows; s++)
            if (transfers->values[s][r] > 0.0)
                say_share(&text, transfers, s, r);
        armex_figure_share(figure, brief ? say_leading(&text, transfers, rows, r)
                                         : armex_transfers_rest(transfers, rows, r));
        armex_text_printf(&text, " all others %s.", figure);
    }
    return armex_words_keep(arena, &text);
}

armex_status armex_words_matrix(struct armex_chart_words *out,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_transfers *transfers,
                                struct armex_error *error)
{
    const size_t rows = transfers->n_suppliers;
    const size_t columns = transfers->n_recipients;
    *out = (struct armex_chart_words){
        .title = title(arena, transfers, rows, columns),
        .subtitle = subtitle(arena, transfers),
        .note = note(arena, transfers, rows, columns),
        .description = figures(arena, transfers, rows, columns),
    };
    return armex_words_finish(out, arena, chart, error);
}
