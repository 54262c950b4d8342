/** tests/ingest/ingest_files.h: reading the files beside these tests. */
#ifndef ARMEX_TESTS_INGEST_FILES_H
#define ARMEX_TESTS_INGEST_FILES_H

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "ingest/ingest.h"

#define FILES TESTS "/ingest/files/"

/** The vintage that a file holds. Owner: the test. */
static inline struct armex_vintage *vintage_of(const char *path,
                                               struct armex_ingest_options options)
{
    struct armex_vintage *vintage = NULL;
    struct armex_error error = {0};

    if (armex_ingest(&vintage, path, &options, &error) != ARMEX_OK)
        fail_msg("%s", error.message);
    return vintage;
}

/** The file is refused, with this status and exactly this message. */
static inline void assert_refused(const char *path, struct armex_ingest_options options,
                                  armex_status status, const char *message)
{
    struct armex_vintage *vintage = (struct armex_vintage *)&options;
    struct armex_error error = {0};

    assert_int_equal(armex_ingest(&vintage, path, &options, &error), status);
    assert_null(vintage);
    assert_string_equal(error.message, message);
    assert_int_equal(error.status, status);
}

/** The only series of that entity, measure and scope; fails the test if there is none.
 */
static inline size_t series_named(const struct armex_panel *panel, const char *entity,
                                  enum armex_measure measure, const char *scope)
{
    for (size_t s = 0; s < panel->n_series; s++)
        if (strcmp(panel->series[s].entity, entity) == 0 &&
            panel->series[s].measure == measure &&
            strcmp(panel->series[s].scope, scope) == 0)
            return s;
    fail_msg("no series %s %s %s", entity, armex_measure_name(measure), scope);
    return 0;
}

/** A publisher's own file, "worldbank/WDISeries.csv", in the collection beside the
 *  project; false if it is not there: such files may not be passed on. */
static inline bool find_published(char path[512], const char *name)
{
    static const char *const beside[] = {"/../../shared", "/../../../shared"};

    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, 512, "%s%s/data/%s", TESTS, beside[i], name);
        if (access(path, R_OK) == 0)
            return true;
    }
    return false;
}

/** The value of an entity's series of that measure, scope and flow. */
static inline double value_of(const struct armex_panel *panel, const char *entity,
                              enum armex_measure measure, const char *scope, int year)
{
    return armex_panel_value(panel, series_named(panel, entity, measure, scope), year);
}

#endif
