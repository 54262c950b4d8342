/** report/folder_remove.c: a folder and all in it, taken away. */
#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report/folder.h"

armex_status armex_folder_remove(const char *path, struct armex_error *error)
{
    char *const paths[] = {(char *)path, NULL}; // fts does not write into it
    armex_status status = ARMEX_OK;
    FTSENT *entry;
    FTS *walk = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, NULL);

    if (!walk)
        return armex_fail_memory(error);
    while ((entry = fts_read(walk))) {
        if (entry->fts_info == FTS_D) // its content first
            continue;
        if (remove(entry->fts_accpath) != 0 && errno != ENOENT && !status)
            status =
                armex_fail(error, ARMEX_IO, (struct armex_place){entry->fts_path, 0, 0},
                           "cannot be removed: %s", strerror(errno));
    }
    fts_close(walk);
    return status;
}
