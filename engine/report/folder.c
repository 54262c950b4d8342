/** report/folder.c: a folder of files that appears whole or not at all. */
#include "report/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "report/folder_lock.h"

struct armex_folder {
    char *path;         // where the report is to be, free of links
    char *above, *name; // its folder and its name in there
    char *part, *old;   // the new one aside, and the old one for a moment
    int lock;
    char *lock_path;
    struct armex_crate *crate; // NULL: `part` is not made
};

static struct armex_place whole(const char *path)
{
    return (struct armex_place){path, 0, 0};
}

void armex_folder_close(struct armex_folder *folder)
{
    if (!folder)
        return;
    const bool made = folder->crate != NULL;
    armex_crate_close(folder->crate);
    if (made)
        armex_folder_remove(folder->part, NULL); // the next run sweeps what stays
    if (folder->lock >= 0)
        armex_lock_release(folder->lock, folder->lock_path);
    free(folder->path);
    free(folder->above);
    free(folder->name);
    free(folder->part);
    free(folder->old);
    free(folder->lock_path);
    free(folder);
}

/* `path` without slashes at its end; the target of a link to a folder. */
static char *clean_path(const char *path)
{
    char *real = realpath(path, NULL);
    if (!real && (real = strdup(path)))
        for (size_t n = strlen(real); n > 1 && real[n - 1] == '/'; n--)
            real[n - 1] = '\0';
    return real;
}

static bool set_paths(struct armex_folder *folder, const char *path)
{
    folder->path = clean_path(path);
    if (!folder->path)
        return false;
    const char *slash = strrchr(folder->path, '/');
    const int above = slash ? (int)(slash - folder->path) + 1 : 0;
    const char *name = folder->path + above;
    const long pid = (long)getpid();

    folder->above = slash ? strndup(folder->path, (size_t)above) : strdup("./");
    folder->name = strdup(name);
    if (asprintf(&folder->part, "%.*s.%s.%ld.part", above, folder->path, name, pid) < 0)
        folder->part = NULL;
    if (asprintf(&folder->old, "%.*s.%s.%ld.old", above, folder->path, name, pid) < 0)
        folder->old = NULL;
    if (asprintf(&folder->lock_path, "%.*s.%s.lock", above, folder->path, name) < 0)
        folder->lock_path = NULL;
    return folder->above && folder->name && folder->part && folder->old &&
           folder->lock_path;
}

/* ".NAME.DIGITS" and the suffix. */
static bool is_leftover(const char *entry, const char *name, const char *suffix)
{
    const size_t length = strlen(name);

    if (entry[0] != '.' || strncmp(entry + 1, name, length) != 0 ||
        entry[1 + length] != '.')
        return false;
    const char *digits = entry + 2 + length;
    const size_t n = strspn(digits, "0123456789");
    return n > 0 && strcmp(digits + n, suffix) == 0;
}

/* A crash between the two renames left the report aside: it goes back. */
static armex_status put_right(const struct armex_folder *folder, const char *entry,
                              struct armex_error *error)
{
    struct stat facts;
    char *path;
    armex_status status = ARMEX_OK;

    if (asprintf(&path, "%s%s", folder->above, entry) < 0)
        return armex_fail_memory(error);
    const bool aside = is_leftover(entry, folder->name, ".old");
    const bool gone = lstat(folder->path, &facts) != 0 && errno == ENOENT;
    if (!aside || !gone || rename(path, folder->path) != 0)
        status = armex_folder_remove(path, error);
    free(path);
    return status;
}

static armex_status sweep(const struct armex_folder *folder, const char *suffix,
                          struct armex_error *error)
{
    char **names = NULL;
    size_t n = 0;
    armex_status status = armex_folder_list(&names, &n, folder->above, suffix, error);

    for (size_t i = 0; !status && i < n; i++)
        if (is_leftover(names[i], folder->name, suffix))
            status = put_right(folder, names[i], error);
    free(names);
    return status;
}

static bool is_ours(const char *name)
{
    static const char *const ours[] = {"index.html",    "charts",    "tables",
                                       "manifest.json", "report.md", "report.pdf"};
    const size_t n = sizeof ours / sizeof *ours;
    return armex_word_index(ours, n, name, strlen(name)) < n;
}

/* Swapping removes what stands there, so it must be a report or nothing. */
static armex_status check_target(const struct armex_folder *folder,
                                 struct armex_error *error)
{
    struct stat facts;
    char **names = NULL;
    size_t n = 0, ours = 0;

    if (lstat(folder->path, &facts) != 0)
        return ARMEX_OK;
    if (!S_ISDIR(facts.st_mode))
        return armex_fail(error, ARMEX_CANNOT_CREATE, whole(folder->path),
                          "is there and is not a folder");
    armex_status status = armex_folder_list(&names, &n, folder->path, "", error);
    for (size_t i = 0; !status && i < n; i++) {
        ours += strcmp(names[i], "manifest.json") == 0;
        if (!is_ours(names[i]))
            status = armex_fail(error, ARMEX_CANNOT_CREATE, whole(folder->path),
                                "holds '%s', which is no part of a report; name a new "
                                "or an empty folder",
                                names[i]);
    }
    if (!status && n > 0 && !ours)
        status = armex_fail(error, ARMEX_CANNOT_CREATE, whole(folder->path),
                            "holds no report, for it has no manifest.json; name a new "
                            "or an empty folder");
    free(names);
    return status;
}

armex_status armex_folder_open(struct armex_folder **out, const char *path,
                               struct armex_error *error)
{
    struct armex_folder *folder = calloc(1, sizeof *folder);
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (!folder)
        return armex_fail_memory(error);
    folder->lock = -1;
    if (!set_paths(folder, path)) {
        armex_folder_close(folder);
        return armex_fail_memory(error);
    }
    if (!*folder->name || strcmp(folder->path, "/") == 0)
        status = armex_fail(error, ARMEX_CANNOT_CREATE, whole(path),
                            "is no name of a folder");
    if (!status)
        status = armex_lock_take(&folder->lock, folder->lock_path, path, error);
    if (!status)
        status = sweep(folder, ".old", error);
    if (!status)
        status = sweep(folder, ".part", error);
    if (!status)
        status = check_target(folder, error);
    if (status)
        armex_folder_close(folder);
    else
        *out = folder;
    return status;
}

/* Without RENAME_EXCHANGE: two steps, and back when the second fails. */
static bool swap_in_steps(const struct armex_folder *folder)
{
    if (rename(folder->path, folder->old) != 0)
        return false;
    if (rename(folder->part, folder->path) == 0)
        return true;
    const int reason = errno;
    if (rename(folder->old, folder->path) != 0)
        return false;
    errno = reason;
    return false;
}

/* The new folder to its place; the old one, if any, to `part` or `old`. */
static bool swap(const struct armex_folder *folder)
{
    struct stat facts;

    if (lstat(folder->path, &facts) != 0)
        return rename(folder->part, folder->path) == 0;
    if (renameat2(AT_FDCWD, folder->part, AT_FDCWD, folder->path, RENAME_EXCHANGE) == 0)
        return true;
    return (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP) &&
           swap_in_steps(folder);
}

armex_status armex_folder_begin(struct armex_crate **out, struct armex_folder *folder,
                                struct armex_error *error)
{
    *out = NULL;
    if (mkdir(folder->part, 0777) != 0)
        return armex_fail(error, ARMEX_CANNOT_CREATE, whole(folder->path),
                          "cannot be created: %s", strerror(errno));
    const armex_status status = armex_crate_open(&folder->crate, folder->part, error);
    if (status)
        rmdir(folder->part);
    *out = folder->crate;
    return status;
}

armex_status armex_folder_commit(struct armex_folder *folder, struct armex_error *error)
{
    armex_status status = armex_crate_sync(folder->crate, error);

    if (!status && !swap(folder))
        status = armex_fail(error, ARMEX_CANNOT_CREATE, whole(folder->path),
                            "cannot be put in place: %s", strerror(errno));
    if (!status && !armex_path_sync(folder->above))
        status = armex_fail(error, ARMEX_IO, whole(folder->above),
                            "cannot be synced: %s", strerror(errno));
    if (!status)
        armex_folder_remove(folder->old, NULL);
    return status;
}
