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
#include "base/threads.h"
#include "report/folder_lock.h"

struct armex_folder {
    char *path;         // where the report is to be, free of links
    char *above, *name; // its folder and its name in there
    char *part, *old;   // the new one aside, and the old one for a moment
    int lock;
    char *lock_path;
};

static struct armex_place whole(const char *path)
{
    return (struct armex_place){path, 0, 0};
}

void armex_folder_close(struct armex_folder *folder)
{
    if (!folder)
        return;
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

static bool write_all(int file, const char *bytes, size_t length)
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

/* The folder around it is aside, so the file itself need not be. Its blocks are sent on
 * their way at once: when all are synced, one commit of the disk's journal does. */
static armex_status write_plainly(const char *path, const struct armex_artefact *file,
                                  struct armex_error *error)
{
    const int out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool written = out >= 0 && write_all(out, file->bytes, file->length);
    int reason = errno;

    if (written)
        sync_file_range(out, 0, 0, SYNC_FILE_RANGE_WRITE); // only a hint
    if (out >= 0 && close(out) != 0 && written) {
        written = false;
        reason = errno;
    }
    if (written)
        return ARMEX_OK;
    return armex_fail(error, out < 0 ? ARMEX_CANNOT_CREATE : ARMEX_IO, whole(path),
                      out < 0 ? "cannot be created: %s" : "cannot be written: %s",
                      strerror(reason));
}

static armex_status write_one(const struct armex_folder *folder,
                              const struct armex_artefact *file,
                              struct armex_error *error)
{
    char *path;
    const char *slash = strchr(file->path, '/');
    armex_status status = ARMEX_OK;

    if (asprintf(&path, "%s/%s", folder->part, file->path) < 0)
        return armex_fail_memory(error);
    if (slash) {
        char *end = path + strlen(folder->part) + 1 + (slash - file->path);
        *end = '\0';
        status = armex_folder_make(path, error);
        *end = '/';
    }
    if (!status)
        status = write_plainly(path, file, error);
    free(path);
    return status;
}

/* The files on their way into the folder, each with what befell it. */
struct crate {
    const struct armex_folder *folder;
    const struct armex_artefact *files;
    struct armex_error *errors;
};

static void write_of(void *context, size_t i, void *scratch)
{
    (void)scratch;
    const struct crate *crate = context;
    write_one(crate->folder, &crate->files[i], &crate->errors[i]);
}

/* By two threads: making a file is mostly the kernel's work. The first failure of the
 * list is told. */
static armex_status write_files(const struct armex_folder *folder,
                                const struct armex_artefact *files, size_t n,
                                struct armex_error *error)
{
    struct crate crate = {folder, files, calloc(n + 1, sizeof *crate.errors)};
    size_t first = 0;

    if (!crate.errors)
        return armex_fail_memory(error);
    armex_in_pieces(write_of, &crate, n, ARMEX_FEW_THREADS, 0, NULL);
    while (first < n && !crate.errors[first].status)
        first++;
    const armex_status status = crate.errors[first].status; // beyond the last: none
    if (status && error)
        *error = crate.errors[first];
    free(crate.errors);
    return status;
}

static bool sync_folder(const char *path)
{
    const int file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = file >= 0 && (fsync(file) == 0 || errno == EINVAL);

    if (file >= 0)
        close(file);
    return synced;
}

/* A file, or with `folder_of` the folder in it that the file stands in, if any. */
static armex_status sync_one(const struct armex_folder *folder, const char *name,
                             bool folder_of, struct armex_error *error)
{
    const char *slash = strchr(name, '/');
    char *path;

    if (folder_of && !slash)
        return ARMEX_OK;
    if (asprintf(&path, "%s/%.*s", folder->part,
                 (int)(folder_of ? (size_t)(slash - name) : strlen(name)), name) < 0)
        return armex_fail_memory(error);
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && (fsync(file) == 0 || errno == EINVAL);
    const int reason = errno;
    if (file >= 0)
        close(file);
    const armex_status status =
        synced ? ARMEX_OK
               : armex_fail(error, ARMEX_IO, whole(path), "cannot be written: %s",
                            strerror(reason));
    free(path);
    return status;
}

/* Every file, then every folder once: files of one folder follow each other. */
static armex_status sync_all(const struct armex_folder *folder,
                             const struct armex_artefact *files, size_t n,
                             struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < n; i++)
        status = sync_one(folder, files[i].path, false, error);
    for (size_t i = 0; !status && i < n; i++) {
        const size_t length = strcspn(files[i].path, "/");
        if (!i || strncmp(files[i].path, files[i - 1].path, length + 1) != 0)
            status = sync_one(folder, files[i].path, true, error);
    }
    if (!status && !sync_folder(folder->part))
        status = armex_fail(error, ARMEX_IO, whole(folder->path),
                            "cannot be synced: %s", strerror(errno));
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

armex_status armex_folder_fill(struct armex_folder *folder,
                               const struct armex_artefact *files, size_t n,
                               struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (mkdir(folder->part, 0777) != 0)
        return armex_fail(error, ARMEX_CANNOT_CREATE, whole(folder->path),
                          "cannot be created: %s", strerror(errno));
    status = write_files(folder, files, n, error);
    if (!status)
        status = sync_all(folder, files, n, error);
    if (!status && !swap(folder))
        status = armex_fail(error, ARMEX_CANNOT_CREATE, whole(folder->path),
                            "cannot be put in place: %s", strerror(errno));
    if (!status && !sync_folder(folder->above))
        status = armex_fail(error, ARMEX_IO, whole(folder->above),
                            "cannot be synced: %s", strerror(errno));
    armex_folder_remove(folder->part, NULL); // the next run sweeps what stays
    if (!status)
        armex_folder_remove(folder->old, NULL);
    return status;
}
