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

/** A reading of which the user states so much. */
static inline struct armex_ingest_options stated(const char *measure, const char *unit)
{
    return (struct armex_ingest_options){
        .vintage = {2026, 2, 12}, .measure = measure, .unit = unit};
}

/** A table of those columns is refused as none that is known. */
static inline void assert_unknown_layout(const char *text, const char *columns)
{
    char due[400];

    snprintf(due, sizeof due,
             "%s:1:1: the columns '%s' are of no known layout; armex ingest "
             "--list-sources names those that are; or give a tidy csv with columns "
             "entity, year, value, or a --map that says which columns these are",
             file, columns);
    write_file(file, text);
    assert_refused(file, stated("deliveries", "usd"), ARMEX_BAD_INPUT, due);
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
