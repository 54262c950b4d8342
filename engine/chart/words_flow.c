/** chart/words_flow.c: what a chart of streams from suppliers to recipients says. */
#include <string.h>

#include "chart/figure.h"
#include "chart/sentence.h"
#include "chart/streams.h"
#include "chart/words.h"

/** "Poland got 61% of South Korea’s deliveries of major arms", or "The United States
 *  supplied 86% of South Korea’s imports of major arms"; *out stays NULL where nothing
 *  is named on the other side. Shares are of all that the subject sent or got. */
static armex_status finding(const char **out, struct armex_arena *arena,
                            const struct armex_streams *streams,
                            struct armex_error *error)
{
    const struct armex_transfers *transfers = streams->transfers;
    char share[ARMEX_FIGURE_SIZE];
    size_t s, r;
    if (!armex_streams_main(&s, &r, streams))
        return ARMEX_OK;
    const bool sent = streams->ends[0][s].subject;
    const struct armex_party *subject =
        sent ? &transfers->suppliers[s] : &transfers->recipients[r];
    const struct armex_stream_end *other =
        sent ? &streams->ends[1][r] : &streams->ends[0][s];
    const char *who = armex_with_article(arena, other->name, true);
    const char *whose = armex_with_article(arena, subject->name, false);
    whose = whose ? armex_possessive(arena, whose) : NULL;
    if (!who || !whose)
        return armex_fail_memory(error);
    armex_figure_share(share, streams->values[s][r] / subject->total);
    *out = armex_arena_printf(
        arena, "%s %s %s of %s %s", who, sent ? "got" : "supplied", share, whose,
        armex_subject(transfers->measure, sent ? ARMEX_EXPORTS : ARMEX_IMPORTS));
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_streams *streams)
{
    const char *what = armex_capitalised(
        arena, armex_subject(streams->transfers->measure, ARMEX_EXPORTS));
    const char *unit = armex_words_unit(arena, streams->unit, streams->greatest);
    const char *span = armex_transfers_span(arena, streams->transfers);
    if (!what || !unit || !span)
        return NULL;
    return armex_arena_printf(arena, "%s from supplier to recipient%s%s%s%s", what,
                              *unit ? ", " : "", unit, *span ? ", " : "", span);
}

/** How many streams of a supplier are larger; of equals the first. */
static size_t place_of(const struct armex_streams *streams, size_t s, size_t r)
{
    size_t larger = 0;
    for (size_t i = 0; i < streams->n[1]; i++)
        larger += streams->values[s][i] > streams->values[s][r] ||
                  (i < r && streams->values[s][i] == streams->values[s][r]);
    return larger;
}

/** " South Korea, 313 million TIV: to India 3.0 million TIV, to Poland 310 million
 *  TIV.": its largest streams, at most so many. */
static void say_supplier(struct armex_text *text, const struct armex_streams *streams,
                         size_t s, size_t most)
{
    char figure[ARMEX_FIGURE_SIZE];
    size_t said = 0, streaming = 0;
    armex_figure_with_unit(figure, streams->ends[0][s].value, streams->unit);
    armex_text_printf(text, " %s, %s", streams->ends[0][s].name, figure);
    for (size_t r = 0; r < streams->n[1]; r++) {
        if (streams->values[s][r] <= 0.0)
            continue;
        streaming++;
        if (place_of(streams, s, r) >= most)
            continue;
        armex_figure_with_unit(figure, streams->values[s][r], streams->unit);
        armex_text_printf(text, "%s to %s %s", said++ ? "," : ":",
                          streams->ends[1][r].name, figure);
    }
    if (streaming > said)
        armex_text_printf(text, ", to %zu more", streaming - said);
    armex_text_add(text, ".");
}

/** What each supplier sent to whom, others included; where there are more than
 *  ARMEX_TOLD_FIGURES streams, to its three largest recipients. */
static const char *figures(struct armex_arena *arena,
                           const struct armex_streams *streams)
{
    struct armex_text text = {0};
    size_t all = 0;
    for (size_t s = 0; s < streams->n[0]; s++)
        for (size_t r = 0; r < streams->n[1]; r++)
            all += streams->values[s][r] > 0.0;
    armex_text_add(&text, "Flow chart from suppliers to recipients.");
    for (size_t s = 0; s < streams->n[0]; s++)
        say_supplier(&text, streams, s, all > ARMEX_TOLD_FIGURES ? 3 : all);
    return armex_words_keep(arena, &text);
}

armex_status armex_words_flow(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_transfers *transfers,
                              struct armex_error *error)
{
    struct armex_streams streams;
    *out = (struct armex_chart_words){
        .note = "A band is as wide as what passed between the two."};
    armex_status status = armex_streams_make(&streams, arena, transfers, error);
    if (!status)
        status = finding(&out->title, arena, &streams, error);
    if (status)
        return status;
    if (!out->title)
        out->title = "Who supplies whom";
    out->subtitle = subtitle(arena, &streams);
    out->description = figures(arena, &streams);
    return armex_words_finish(out, arena, chart, error);
}
