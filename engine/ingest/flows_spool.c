/** ingest/flows_spool.c: where a file without a name can be, and what is in it. */
#include "ingest/flows_spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void armex_spool_open(struct armex_spool *spool, const char *folder)
{
    *spool = (struct armex_spool){.folder = folder, .file = -1};
    pthread_mutex_init(&spool->lock, NULL);
}

void armex_spool_close(struct armex_spool *spool)
{
    if (spool->file >= 0)
        close(spool->file);
    spool->file = -1;
    pthread_mutex_destroy(&spool->lock);
}

bool armex_spool_is_used(const struct armex_spool *spool)
{
    return spool->file >= 0;
}

/** Not every file system has files without a name: there it loses it at once. */
static int open_in(const char *folder)
{
    char name[4096];
    int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) ||
        snprintf(name, sizeof name, "%s/.armex-XXXXXX.part", folder) >=
            (int)sizeof name)
        return file;
    file = mkostemps(name, (int)strlen(".part"), O_CLOEXEC);
    if (file >= 0)
        unlink(name);
    return file;
}

/** In the folder, or the nearest above that there is: what is read is stored there in
 *  the end, so that there must be room. Else where temporary files go. */
static int open_nameless(const char *wanted)
{
    const char *elsewhere = getenv("TMPDIR");
    char folder[4096];
    int file = -1;

    if (wanted && snprintf(folder, sizeof folder, "%s", wanted) < (int)sizeof folder) {
        char *slash;
        file = open_in(*folder ? folder : ".");
        while (file < 0 && errno == ENOENT && (slash = strrchr(folder, '/'))) {
            *slash = '\0';
            file = open_in(*folder ? folder : "/");
        }
        if (file < 0 && errno == ENOENT)
            file = open_in(".");
    }
    if (file < 0 && elsewhere && *elsewhere)
        file = open_in(elsewhere);
    return file < 0 ? open_in("/tmp") : file;
}

static armex_status fail(struct armex_error *error)
{
    return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                      "rows cannot be put aside while they are read: %s",
                      strerror(errno ? errno : EIO));
}

/** Where the next `length` bytes go. */
static bool take_room(struct armex_spool *spool, size_t length, uint64_t *offset)
{
    pthread_mutex_lock(&spool->lock);
    if (spool->file < 0)
        spool->file = open_nameless(spool->folder);
    *offset = spool->end;
    spool->end += length;
    const bool open = spool->file >= 0;
    pthread_mutex_unlock(&spool->lock);
    return open;
}

armex_status armex_spool_write(struct armex_spool *spool, const void *bytes,
                               size_t length, uint64_t *offset,
                               struct armex_error *error)
{
    const char *from = bytes;

    if (!take_room(spool, length, offset))
        return fail(error);
    for (size_t done = 0; done < length;) {
        const ssize_t put =
            pwrite(spool->file, from + done, length - done, (off_t)(*offset + done));
        if (put < 0 && errno != EINTR)
            return fail(error);
        done += put > 0 ? (size_t)put : 0;
    }
    return ARMEX_OK;
}

armex_status armex_spool_read(const struct armex_spool *spool, void *out, size_t length,
                              uint64_t offset, struct armex_error *error)
{
    char *to = out;

    for (size_t done = 0; done < length;) {
        errno = 0;
        const ssize_t got =
            pread(spool->file, to + done, length - done, (off_t)(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return fail(error);
        done += (size_t)got;
    }
    return ARMEX_OK;
}
