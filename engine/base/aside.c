/** base/aside.c: a file that appears whole or not at all. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct armex_aside {
    FILE *stream;
    char *path;      // where it is to be
    char *temporary; // where it is for now; NULL: a device or pipe, written directly
    bool settled;    // whole on the disk, which takes its time and is not done twice
};

static struct armex_place whole(const char *path)
{
    return (struct armex_place){path, 0, 0};
}

static void free_aside(struct armex_aside *aside)
{
    free(aside->path);
    free(aside->temporary);
    free(aside);
}

/* ".NAME.PID.N.part" in the folder of `path`; N until there is no such file yet. */
static int open_beside(char **temporary, const char *path)
{
    const char *slash = strrchr(path, '/');
    const int folder = slash ? (int)(slash - path) + 1 : 0;
    int file = -1;

    for (int n = 0; n < 1000 && file < 0; n++) {
        if (asprintf(temporary, "%.*s.%.200s.%ld.%d.part", folder, path, path + folder,
                     (long)getpid(), n) < 0) {
            *temporary = NULL;
            return -1;
        }
        file = open(*temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
        if (file < 0) {
            const int reason = errno;
            free(*temporary);
            *temporary = NULL;
            errno = reason;
            if (reason != EEXIST)
                break;
        }
    }
    return file;
}

/* The file a link leads to, so that writing does not replace the link. */
static char *final_path(const char *path)
{
    char *real = realpath(path, NULL);
    return real ? real : strdup(path);
}

armex_status armex_aside_open(struct armex_aside **out, const char *path,
                              struct armex_error *error)
{
    struct armex_aside *aside = calloc(1, sizeof *aside);
    struct stat facts;
    int file;

    *out = NULL;
    if (!aside || !(aside->path = final_path(path))) {
        free(aside);
        armex_fail_memory(error);
        return ARMEX_NO_MEMORY;
    }
    const bool exists = stat(aside->path, &facts) == 0;
    if (exists && S_ISDIR(facts.st_mode)) {
        errno = EISDIR;
        file = -1;
    } else if (exists && !S_ISREG(facts.st_mode)) {
        file = open(aside->path, O_WRONLY | O_CLOEXEC); // renaming would replace it
    } else {
        file = open_beside(&aside->temporary, aside->path);
    }
    if (file >= 0)
        aside->stream = fdopen(file, "wb");
    if (!aside->stream) {
        const armex_status status = errno == ENOSPC ? ARMEX_IO : ARMEX_CANNOT_CREATE;
        armex_fail(error, status, whole(path), "cannot be created: %s",
                   strerror(errno));
        free_aside(aside);
        return status;
    }
    *out = aside;
    return ARMEX_OK;
}

FILE *armex_aside_stream(struct armex_aside *aside)
{
    return aside->stream;
}

const char *armex_aside_path(const struct armex_aside *aside)
{
    return aside->temporary ? aside->temporary : aside->path;
}

bool armex_write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t n = write(file, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes += n;
        length -= (size_t)n;
    }
    return true;
}

bool armex_path_sync(const char *path)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    // Some file systems cannot sync a folder and say EINVAL: then there is nothing to
    // do.
    const bool synced = file >= 0 && (fsync(file) == 0 || errno == EINVAL);
    const int reason = errno;

    if (file >= 0)
        close(file);
    errno = reason;
    return synced;
}

static bool sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder =
        slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    const bool synced = folder && armex_path_sync(folder);

    free(folder); // leaves errno
    return synced;
}

armex_status armex_aside_settle(struct armex_aside *aside, struct armex_error *error)
{
    aside->settled = fflush(aside->stream) == 0 && !ferror(aside->stream) &&
                     (!aside->temporary || fsync(fileno(aside->stream)) == 0);
    if (aside->settled)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_IO, whole(aside->path), "cannot be written: %s",
                      strerror(errno));
}

armex_status armex_aside_commit(struct armex_aside *aside, struct armex_error *error)
{
    armex_status status = aside->settled ? ARMEX_OK : armex_aside_settle(aside, error);
    const bool file = aside->temporary != NULL;

    if (fclose(aside->stream) != 0 && !status)
        status = armex_fail(error, ARMEX_IO, whole(aside->path),
                            "cannot be written: %s", strerror(errno));
    if (!status && file && rename(aside->temporary, aside->path) != 0)
        status = armex_fail(error, ARMEX_CANNOT_CREATE, whole(aside->path),
                            "cannot be put in place: %s", strerror(errno));
    else if (!status && file && !sync_folder(aside->path))
        status = armex_fail(error, ARMEX_IO, whole(aside->path),
                            "its folder cannot be synced: %s", strerror(errno));
    if (status && file)
        unlink(aside->temporary);
    free_aside(aside);
    return status;
}

void armex_aside_abandon(struct armex_aside *aside)
{
    if (!aside)
        return;
    fclose(aside->stream);
    if (aside->temporary)
        unlink(aside->temporary);
    free_aside(aside);
}

static armex_status write_standard(const char *bytes, size_t length,
                                   struct armex_error *error)
{
    if (fwrite(bytes, 1, length, stdout) == length && fflush(stdout) == 0)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                      "standard output cannot be written: %s", strerror(errno));
}

armex_status armex_file_write(const char *path, const char *bytes, size_t length,
                              struct armex_error *error)
{
    struct armex_aside *aside;

    if (strcmp(path, "-") == 0)
        return write_standard(bytes, length, error);
    const armex_status status = armex_aside_open(&aside, path, error);
    if (status)
        return status;
    // A short write shows in ferror(), which the commit asks.
    fwrite(bytes, 1, length, armex_aside_stream(aside));
    return armex_aside_commit(aside, error);
}
