/** report/crate.c: the files of a new folder, written one after another. */
#include "report/crate.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "report/syncer.h"

/* So much of a file that grows is sent on its way to the disk at a time. */
enum { LOAD = 1 << 18 };

/* A file that is being written. */
struct sheet {
    const char *path, *place; // within the folder, and where it is
    int file;
    size_t length;
    struct armex_hashing hashing;
};

struct armex_crate {
    const char *folder;
    struct armex_arena *arena; // owns the paths
    struct armex_artefact *files;
    size_t n, capacity;
    struct sheet grows; // path NULL: none does
    struct armex_syncer syncer;
    struct armex_error first; // failure, if any
};

armex_status armex_crate_open(struct armex_crate **out, const char *folder,
                              struct armex_error *error)
{
    struct armex_crate *crate = *out = calloc(1, sizeof *crate);

    if (crate)
        crate->arena = armex_arena_create();
    if (!crate || !crate->arena) {
        free(crate);
        *out = NULL;
        return armex_fail_memory(error);
    }
    crate->folder = folder;
    armex_syncer_start(&crate->syncer);
    return ARMEX_OK;
}

void armex_crate_close(struct armex_crate *crate)
{
    if (!crate)
        return;
    armex_syncer_end(&crate->syncer);
    if (crate->grows.path)
        close(crate->grows.file);
    free(crate->files);
    armex_arena_free(crate->arena);
    free(crate);
}

static void fail(struct armex_crate *crate, armex_status status, const char *path,
                 const char *did)
{
    armex_fail(&crate->first, status, (struct armex_place){path, 0, 0},
               "cannot be %s: %s", did, strerror(errno));
}

/* The folder in which the file is to be, unless that is the crate's. */
static const char *folder_of(struct armex_crate *crate, const char *path)
{
    const char *slash = strchr(path, '/');
    return slash ? armex_arena_printf(crate->arena, "%s/%.*s", crate->folder,
                                      (int)(slash - path), path)
                 : crate->folder;
}

/* false: it is told. */
static bool name_sheet(struct sheet *sheet, struct armex_crate *crate, const char *path)
{
    sheet->path = armex_arena_text(crate->arena, path);
    sheet->place = armex_arena_printf(crate->arena, "%s/%s", crate->folder, path);
    if (!sheet->path || !sheet->place)
        armex_fail_memory(&crate->first);
    return sheet->path && sheet->place;
}

/* The first file of a folder makes it. The error is errno's. */
static int create(struct armex_crate *crate, const struct sheet *sheet)
{
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    const int file = open(sheet->place, flags, 0666);

    if (file >= 0 || errno != ENOENT)
        return file;
    const char *folder = folder_of(crate, sheet->path);
    return folder && mkdir(folder, 0777) == 0 ? open(sheet->place, flags, 0666) : -1;
}

static bool open_sheet(struct sheet *sheet, struct armex_crate *crate, const char *path)
{
    if (crate->first.status || !name_sheet(sheet, crate, path))
        return false;
    sheet->file = create(crate, sheet);
    if (sheet->file < 0)
        fail(crate, ARMEX_CANNOT_CREATE, sheet->place, "created");
    sheet->length = 0;
    armex_hashing_begin(&sheet->hashing);
    return sheet->file >= 0;
}

static void write_sheet(struct sheet *sheet, struct armex_crate *crate,
                        const char *bytes, size_t length)
{
    if (!armex_write_all(sheet->file, bytes, length))
        fail(crate, ARMEX_IO, sheet->place, "written");
    armex_hashing_add(&sheet->hashing, bytes, length);
    sheet->length += length;
}

/* false: it is told. */
static bool make_room(struct armex_crate *crate)
{
    if (crate->n < crate->capacity)
        return true;
    const size_t capacity = 2 * crate->capacity + 64;
    struct armex_artefact *files = reallocarray(crate->files, capacity, sizeof *files);
    if (!files) {
        armex_fail_memory(&crate->first);
        return false;
    }
    crate->files = files;
    crate->capacity = capacity;
    return true;
}

static void close_sheet(struct sheet *sheet, struct armex_crate *crate)
{
    sync_file_range(sheet->file, 0, 0, SYNC_FILE_RANGE_WRITE); // only a hint
    const bool closed = close(sheet->file) == 0;

    if (!closed && !crate->first.status)
        fail(crate, ARMEX_IO, sheet->place, "written");
    if (crate->first.status || !make_room(crate))
        return;
    struct armex_artefact *artefact = &crate->files[crate->n++];
    *artefact = (struct armex_artefact){.path = sheet->path, .length = sheet->length};
    armex_hashing_end(artefact->sha256, &sheet->hashing);
    armex_syncer_add(&crate->syncer, sheet->place);
}

void armex_crate_put(struct armex_crate *crate, const char *path, const char *bytes,
                     size_t length)
{
    struct sheet sheet;

    if (!open_sheet(&sheet, crate, path))
        return;
    write_sheet(&sheet, crate, bytes, length);
    close_sheet(&sheet, crate);
}

void armex_crate_begin(struct armex_crate *crate, const char *path)
{
    if (!open_sheet(&crate->grows, crate, path))
        crate->grows.path = NULL;
}

void armex_crate_add(struct armex_crate *crate, const char *bytes, size_t length)
{
    struct sheet *sheet = &crate->grows;
    const size_t sent = sheet->length / LOAD * LOAD;

    if (!sheet->path || crate->first.status)
        return;
    write_sheet(sheet, crate, bytes, length);
    const size_t whole = sheet->length / LOAD * LOAD;
    if (whole > sent) // only a hint
        sync_file_range(sheet->file, (off_t)sent, (off_t)(whole - sent),
                        SYNC_FILE_RANGE_WRITE);
}

void armex_crate_end(struct armex_crate *crate)
{
    if (crate->grows.path)
        close_sheet(&crate->grows, crate);
    crate->grows.path = NULL;
}

static int by_path(const void *a, const void *b)
{
    const struct armex_artefact *first = a, *second = b;
    return strcmp(first->path, second->path);
}

const struct armex_artefact *armex_crate_files(struct armex_crate *crate, size_t *n)
{
    *n = crate->n;
    if (crate->n)
        qsort(crate->files, crate->n, sizeof *crate->files, by_path);
    return crate->files;
}

/* Every folder once: files of one folder follow each other. */
static void sync_folders(struct armex_crate *crate)
{
    size_t n;
    const struct armex_artefact *files = armex_crate_files(crate, &n);

    for (size_t i = 0; i < n; i++) {
        const size_t length = strcspn(files[i].path, "/");
        const char *folder = folder_of(crate, files[i].path);
        if (!folder)
            armex_fail_memory(&crate->first);
        else if (folder != crate->folder &&
                 (!i || strncmp(files[i].path, files[i - 1].path, length + 1) != 0))
            armex_syncer_add(&crate->syncer, folder);
    }
    armex_syncer_add(&crate->syncer, crate->folder);
}

armex_status armex_crate_sync(struct armex_crate *crate, struct armex_error *error)
{
    struct armex_error unsynced = {0};

    if (!crate->first.status)
        sync_folders(crate);
    if (!crate->first.status && armex_syncer_finish(&crate->syncer, &unsynced))
        crate->first = unsynced;
    if (crate->first.status && error)
        *error = crate->first;
    return crate->first.status;
}
