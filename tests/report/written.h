/** tests/report/written.h: a file written for one test, in the test's own folder. */
#ifndef ARMEX_TESTS_REPORT_WRITTEN_H
#define ARMEX_TESTS_REPORT_WRITTEN_H

#include "base/file.h"
#include "check.h"

#include <string.h>

static inline void written(const char *path, const char *text)
{
    struct armex_error error = {0};
    if (armex_file_write(path, text, strlen(text), &error) != ARMEX_OK)
        fail_msg("%s", error.message);
}

#endif
