/**
 * tests/ingest/wide_files.h: tables of countries by years that are written for a test,
 * and what was noted of them.
 */
#ifndef ARMEX_TESTS_INGEST_WIDE_FILES_H
#define ARMEX_TESTS_INGEST_WIDE_FILES_H

#include "aside_files.h"

static inline struct armex_vintage *read_text(const char *text,
                                              struct armex_ingest_options options)
{
    write_file(file, text);
    return vintage_of(file, options);
}

static inline double value_in(const struct armex_vintage *vintage, const char *entity,
                              int year)
{
    return value_of(vintage->panel, entity, ARMEX_DELIVERIES, "national", year);
}

/** Whether a note holds the words. */
static inline bool notes(const struct armex_vintage *vintage, const char *words)
{
    const struct armex_notes *said = &vintage->panel->notes;

    for (size_t i = 0; i < said->n_notes; i++)
        if (strstr(said->notes[i], words))
            return true;
    return false;
}

static inline void assert_notes(const struct armex_vintage *vintage, const char *words)
{
    if (!notes(vintage, words)) {
        for (size_t i = 0; i < vintage->panel->notes.n_notes; i++)
            print_error("noted: %s\n", vintage->panel->notes.notes[i]);
        fail_msg("not noted: %s", words);
    }
}

#endif
