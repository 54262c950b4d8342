/** chart/words.c: what every chart says: unit, notes, source, description. */
#include "chart/words.h"

#include <string.h>

#include "chart/figure.h"

const char *armex_words_keep(struct armex_arena *arena, struct armex_text *text)
{
    const char *kept =
        text->failed ? NULL : armex_arena_text(arena, text->data ? text->data : "");
    armex_text_free(text);
    return kept;
}

const char *armex_words_unit(struct armex_arena *arena, struct armex_unit unit,
                             double most)
{
    char words[64];
    const char *scale = armex_figure_scale_word(armex_figure_scale(most));
    if (unit.kind == ARMEX_COUNT)
        return armex_arena_text(arena, scale);
    armex_unit_words(words, unit);
    return armex_arena_printf(arena, "%s%s%s", scale, *scale ? " " : "", words);
}

/** Adds a sentence, or several: a blank before them, a full stop after them if they
 *  have no end. Blanks at their end, with which each may have come, are left out. */
static void add_sentence(struct armex_text *text, const char *sentence)
{
    size_t length = strlen(sentence);
    while (length && sentence[length - 1] == ' ')
        length--;
    if (!length)
        return;
    const char capital =
        (char)(*sentence >= 'a' && *sentence <= 'z' ? *sentence & 0x5f : *sentence);
    armex_text_add(text, text->length ? " " : "");
    armex_text_add_bytes(text, &capital, 1);
    armex_text_add_bytes(text, sentence + 1, length - 1);
    if (!strchr(".!?", sentence[length - 1]))
        armex_text_add(text, ".");
}

static bool licence_said_before(const struct armex_notes *notes, size_t i)
{
    for (size_t before = 0; before < i; before++)
        if (!strcmp(notes->sources[before].licence, notes->sources[i].licence))
            return true;
    return false;
}

/** "Source: SIPRI (sipri-register, vintage 12 Feb 2026). CC BY 4.0." */
static const char *source_line(struct armex_arena *arena,
                               const struct armex_notes *notes)
{
    struct armex_text text = {0};
    for (size_t i = 0; i < notes->n_sources; i++) {
        const struct armex_provenance *source = &notes->sources[i];
        char date[ARMEX_DATE_SIZE];
        const bool dated = armex_date_for_people(date, source->vintage) > 0;
        const char *who = *source->publisher ? source->publisher : source->title;
        armex_text_add(&text, i                      ? "; "
                              : notes->n_sources > 1 ? "Sources: "
                                                     : "Source: ");
        armex_text_printf(&text, "%s%s(%s%s%s)", who, *who ? " " : "", source->dataset,
                          dated ? ", vintage " : "", dated ? date : "");
    }
    if (notes->n_sources)
        armex_text_add(&text, ".");
    for (size_t i = 0; i < notes->n_sources; i++)
        if (!licence_said_before(notes, i))
            add_sentence(&text, notes->sources[i].licence);
    return armex_words_keep(arena, &text);
}

static const char *all_notes(struct armex_arena *arena, const char *made,
                             const struct armex_notes *notes)
{
    struct armex_text text = {0};
    add_sentence(&text, made);
    for (size_t i = 0; i < notes->n_notes; i++)
        add_sentence(&text, notes->notes[i]);
    return armex_words_keep(arena, &text);
}

static const char *describe(struct armex_arena *arena,
                            const struct armex_chart_words *words)
{
    struct armex_text text = {0};
    add_sentence(&text, words->title);
    add_sentence(&text, words->subtitle);
    add_sentence(&text, words->description);
    add_sentence(&text, words->note);
    add_sentence(&text, words->source);
    return armex_words_keep(arena, &text);
}

armex_status armex_words_finish(struct armex_chart_words *words,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                struct armex_error *error)
{
    const struct armex_notes *notes = &chart->table->notes;
    if (chart->title)
        words->title = armex_arena_text(arena, chart->title);
    if (chart->subtitle)
        words->subtitle = armex_arena_text(arena, chart->subtitle);
    if (!words->title || !words->subtitle || !words->note || !words->description)
        return armex_fail_memory(error);
    words->note = chart->note ? armex_arena_text(arena, chart->note)
                              : all_notes(arena, words->note, notes);
    words->source = source_line(arena, notes);
    if (!words->note || !words->source)
        return armex_fail_memory(error);
    words->description = describe(arena, words);
    return words->description ? ARMEX_OK : armex_fail_memory(error);
}
