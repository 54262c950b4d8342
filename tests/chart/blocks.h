/** tests/chart/blocks.h: the blocks of a chart's script, read back. */
#ifndef ARMEX_TESTS_CHART_BLOCKS_H
#define ARMEX_TESTS_CHART_BLOCKS_H

#include <stdio.h>

#include "tables.h"

/** The rows of a block, joined by newlines, without its first row, which is outside the
 *  picture. Owner: the test, free(). */
static inline char *block_of(const char *script, const char *name)
{
    char head[64];
    snprintf(head, sizeof head, "$%s << END_OF_BLOCK\n", name);
    const char *at = strstr(script, head);
    if (!at)
        fail_msg("there is no block %s", name);
    at = strchr(at + strlen(head), '\n') + 1;
    const char *end = strstr(at, "END_OF_BLOCK\n");
    return strndup(at, (size_t)(end - at));
}

/** How many rows of a chart's block are no gap, or with its gaps. */
static inline size_t count_rows(const struct armex_chart *chart, const char *name,
                                bool gaps)
{
    struct armex_text script = {0};
    size_t n = 0;
    assert_int_equal(armex_chart_script(&script, chart, &tools, NULL), ARMEX_OK);
    char *block = block_of(script.data, name);
    for (char *rest = block, *row; (row = strsep(&rest, "\n")) && rest;)
        n += gaps || (*row && strncmp(row, "NaN", 3) != 0);
    free(block);
    armex_text_free(&script);
    return n;
}

static inline size_t rows_of(const struct armex_chart *chart, const char *name)
{
    return count_rows(chart, name, true);
}

static inline size_t points_of(const struct armex_chart *chart, const char *name)
{
    return count_rows(chart, name, false);
}

/** Whether the words of a block's rows are these, joined by "|". */
static inline void expect_words(const struct armex_chart *chart, const char *name,
                                const char *words)
{
    struct armex_text script = {0}, found = {0};
    struct armex_error error = {0};
    if (armex_chart_script(&script, chart, &tools, &error))
        fail_msg("%s", error.message);
    char *block = block_of(script.data, name), *rest = block;
    for (char *row; (row = strsep(&rest, "\n")) && *row;) {
        armex_text_add(&found, found.length ? "|" : "");
        armex_text_add(&found, strrchr(row, '\t') + 1);
    }
    assert_string_equal(found.data ? found.data : "", words);
    free(block);
    armex_text_free(&found);
    armex_text_free(&script);
}

/** Whether a chart gets that title, and a note that holds those words. */
static inline void expect_title(const struct armex_chart *chart, const char *title,
                                const char *in_note)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    struct armex_error error = {0};
    if (armex_chart_words(&words, arena, chart, &error))
        fail_msg("%s", error.message);
    assert_string_equal(words.title, title);
    const char *note = words.note ? words.note : "";
    if (!strstr(note, in_note))
        fail_msg("'%s' is not in: %s", in_note, note);
    armex_arena_free(arena);
}

#endif
