/**
 * tests/ingest/aside_files.h: a reading with what the user explains, keeps or sets
 * aside.
 */
#ifndef ARMEX_TESTS_INGEST_ASIDE_FILES_H
#define ARMEX_TESTS_INGEST_ASIDE_FILES_H

#include <stdio.h>

#include "base/file.h"
#include "ingest/map.h"
#include "ingest/rejects.h"
#include "ingest_files.h"

static const char *const file = "table.csv";

static inline void write_file(const char *path, const char *text)
{
    assert_int_equal(armex_file_write(path, text, strlen(text), NULL), ARMEX_OK);
}

/** What a reading has besides its file; closed by the test. */
struct aside {
    struct armex_map *map;
    bool keep;
    struct armex_rejects *rejects;
};

static inline struct aside aside_of(const char *map, bool keep, bool rejects)
{
    struct aside aside = {.keep = keep};
    struct armex_error error = {0};

    if (map) {
        write_file("map.csv", map);
        if (armex_map_read(&aside.map, "map.csv", &error))
            fail_msg("%s", error.message);
    }
    if (rejects)
        assert_int_equal(armex_rejects_create(&aside.rejects, NULL), ARMEX_OK);
    return aside;
}

static inline void close_aside(struct aside *aside)
{
    armex_rejects_free(aside->rejects);
    armex_map_free(aside->map);
}

static inline struct armex_ingest_options options_of(const struct aside *aside)
{
    return (struct armex_ingest_options){.vintage = {2026, 2, 12},
                                         .map = aside->map,
                                         .keep_unknown = aside->keep,
                                         .rejects = aside->rejects};
}

#endif
