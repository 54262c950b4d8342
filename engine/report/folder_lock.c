/** report/folder_lock.c: one run at a time, by flock. */
#include "report/folder_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static struct armex_place whole(const char *path)
{
    return (struct armex_place){path, 0, 0};
}

/* A holder removes the file before it lets go: what we locked may be no file by now. */
static bool is_still_there(int lock, const char *path)
{
    struct stat held, there;
    return fstat(lock, &held) == 0 && stat(path, &there) == 0 &&
           held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

armex_status armex_lock_take(int *out, const char *path, const char *what,
                             struct armex_error *error)
{
    *out = -1;
    for (;;) {
        const int lock = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (lock < 0)
            return armex_fail(error, ARMEX_CANNOT_CREATE, whole(what),
                              "cannot be created: %s", strerror(errno));
        if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
            const int reason = errno;
            close(lock);
            if (reason == EINTR)
                continue;
            if (reason != EWOULDBLOCK)
                return armex_fail(error, ARMEX_CANNOT_CREATE, whole(what),
                                  "cannot be locked: %s", strerror(reason));
            return armex_fail(error, ARMEX_TRY_AGAIN, whole(what),
                              "another run is making this report; try again when it "
                              "is done");
        }
        if (is_still_there(lock, path)) {
            *out = lock;
            return ARMEX_OK;
        }
        close(lock);
    }
}

void armex_lock_release(int lock, const char *path)
{
    unlink(path);
    close(lock);
}
