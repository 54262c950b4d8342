/** tests/ingest/published_files.h: publishers' own files, where they are at hand: most
 * may not be passed on, so a test of them is skipped where they are not. */
#ifndef ARMEX_TESTS_PUBLISHED_FILES_H
#define ARMEX_TESTS_PUBLISHED_FILES_H

#include <stdio.h>
#include <unistd.h>

#include "ingest_files.h"

/** The vintage of a file of the collection beside the project. Owner: the test. */
static inline struct armex_vintage *published(const char *name,
                                              struct armex_ingest_options options)
{
    static const char *const beside[] = {"/../../shared", "/../../../shared"};
    char path[512];

    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, sizeof path, "%s%s/data/%s", TESTS, beside[i], name);
        if (access(path, R_OK) == 0)
            return vintage_of(path, options);
    }
    skip();
    return NULL;
}

#endif
