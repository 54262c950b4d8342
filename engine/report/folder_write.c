/** report/folder_write.c: the files of a new folder, safe on the disk. */
#include "report/folder_write.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/threads.h"

/* Making a file is the kernel's work; syncing one is mostly waiting, and a disk that is
 * asked by several at once empties its cache once for all of them. */
enum { SYNCERS = 8 };

static struct armex_place whole(const char *path)
{
    return (struct armex_place){path, 0, 0};
}

/* The folder around it is aside, so the file itself need not be. Its blocks are sent on
 * their way at once: when all are synced, one commit of the disk's journal does. */
static armex_status write_plainly(const char *path, const struct armex_artefact *file,
                                  struct armex_error *error)
{
    const int out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool written = out >= 0 && armex_write_all(out, file->bytes, file->length);
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

static armex_status write_one(const char *folder, const struct armex_artefact *file,
                              struct armex_error *error)
{
    char *path;
    const char *slash = strchr(file->path, '/');
    armex_status status = ARMEX_OK;

    if (asprintf(&path, "%s/%s", folder, file->path) < 0)
        return armex_fail_memory(error);
    if (slash) {
        char *end = path + strlen(folder) + 1 + (slash - file->path);
        *end = '\0';
        status = armex_folder_make(path, error);
        *end = '/';
    }
    if (!status)
        status = write_plainly(path, file, error);
    free(path);
    return status;
}

/* What is done with one file of the folder. */
typedef armex_status deed(const char *folder, const struct armex_artefact *file,
                          struct armex_error *error);

/* The files of the folder, each with what befell it. */
struct crate {
    const char *folder;
    const struct armex_artefact *files;
    struct armex_error *errors;
    deed *deed;
};

static void do_one(void *context, size_t i, void *scratch)
{
    (void)scratch;
    const struct crate *crate = context;
    crate->deed(crate->folder, &crate->files[i], &crate->errors[i]);
}

/* The first failure of the list is told. */
static armex_status do_all(const char *folder, const struct armex_artefact *files,
                           size_t n, deed *deed, int threads, struct armex_error *error)
{
    struct crate crate = {folder, files, calloc(n + 1, sizeof *crate.errors), deed};
    size_t first = 0;

    if (!crate.errors)
        return armex_fail_memory(error);
    armex_in_pieces(do_one, &crate, n, threads, 0, NULL);
    while (first < n && !crate.errors[first].status)
        first++;
    const armex_status status = crate.errors[first].status; // beyond the last: none
    if (status && error)
        *error = crate.errors[first];
    free(crate.errors);
    return status;
}

/* A file, or with `folder_of` the folder in it that the file stands in, if any. */
static armex_status sync_one(const char *folder, const char *name, bool folder_of,
                             struct armex_error *error)
{
    const char *slash = strchr(name, '/');
    char *path;

    if (folder_of && !slash)
        return ARMEX_OK;
    if (asprintf(&path, "%s/%.*s", folder,
                 (int)(folder_of ? (size_t)(slash - name) : strlen(name)), name) < 0)
        return armex_fail_memory(error);
    const armex_status status =
        armex_path_sync(path) ? ARMEX_OK
                              : armex_fail(error, ARMEX_IO, whole(path),
                                           "cannot be written: %s", strerror(errno));
    free(path);
    return status;
}

static armex_status sync_file(const char *folder, const struct armex_artefact *file,
                              struct armex_error *error)
{
    return sync_one(folder, file->path, false, error);
}

/* Every file, then every folder once: files of one folder follow each other. */
static armex_status sync_all(const char *folder, const struct armex_artefact *files,
                             size_t n, struct armex_error *error)
{
    armex_status status = do_all(folder, files, n, sync_file, SYNCERS, error);

    for (size_t i = 0; !status && i < n; i++) {
        const size_t length = strcspn(files[i].path, "/");
        if (!i || strncmp(files[i].path, files[i - 1].path, length + 1) != 0)
            status = sync_one(folder, files[i].path, true, error);
    }
    if (!status && !armex_path_sync(folder))
        status = armex_fail(error, ARMEX_IO, whole(folder), "cannot be synced: %s",
                            strerror(errno));
    return status;
}

armex_status armex_folder_write(const char *folder, const struct armex_artefact *files,
                                size_t n, struct armex_error *error)
{
    const armex_status status =
        do_all(folder, files, n, write_one, ARMEX_FEW_THREADS, error);
    return status ? status : sync_all(folder, files, n, error);
}
