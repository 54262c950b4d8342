/** base/file.c: reading whole files and folders. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct armex_place whole(const char *path)
{
    return (struct armex_place){path, 0, 0};
}

/* How much to ask for at first: a file's size, so that one read does it. */
static size_t first_capacity(FILE *file)
{
    struct stat facts;
    if (fstat(fileno(file), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0)
        return (size_t)facts.st_size + 1; // + 1: the end of the file shows at once
    return 1 << 16;
}

/* Reads up to `most` bytes; `*used` is `most` when there may be more. */
static char *read_all(size_t *used, FILE *file, size_t most)
{
    size_t capacity = first_capacity(file);
    capacity = capacity < most ? capacity : most;
    char *bytes = malloc(capacity + 1);

    *used = 0;
    while (bytes) {
        *used += fread(bytes + *used, 1, capacity - *used, file);
        if (*used < capacity || capacity == most)
            break;
        capacity = capacity < most / 2 ? 2 * capacity : most;
        char *more = realloc(bytes, capacity + 1);
        if (!more)
            free(bytes);
        bytes = more;
    }
    if (bytes)
        bytes[*used] = '\0';
    return bytes;
}

static armex_status read_stream(char **out, size_t *length, FILE *file,
                                const char *path, size_t limit,
                                struct armex_error *error)
{
    const size_t most = limit < SIZE_MAX / 2 ? limit + 1 : SIZE_MAX / 2;
    struct stat facts;
    size_t used;

    if (fstat(fileno(file), &facts) == 0 && S_ISDIR(facts.st_mode))
        return armex_fail(error, ARMEX_BAD_INPUT, whole(path),
                          "is a folder; name a file in it");
    char *bytes = read_all(&used, file, most);
    if (!bytes)
        return armex_fail_memory(error);
    if (ferror(file) || used == most) {
        const int reason = errno;
        free(bytes);
        return used == most
                   ? armex_fail(error, ARMEX_BAD_INPUT, whole(path),
                                "is larger than the %zu bytes that are read here",
                                limit)
                   : armex_fail(error, ARMEX_IO, whole(path), "cannot be read: %s",
                                strerror(reason));
    }
    *out = bytes;
    *length = used;
    return ARMEX_OK;
}

armex_status armex_file_read(char **out, size_t *length, const char *path, size_t limit,
                             struct armex_error *error)
{
    const bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");

    *out = NULL;
    *length = 0;
    if (!file && (errno == ENOENT || errno == ENOTDIR))
        return armex_fail(error, ARMEX_NOT_FOUND, whole(path), "there is no such file");
    if (!file)
        return armex_fail(error, ARMEX_IO, whole(path), "cannot be opened: %s",
                          strerror(errno));
    const armex_status status = read_stream(
        out, length, file, standard ? "standard input" : path, limit, error);
    if (!standard)
        fclose(file);
    return status;
}

armex_status armex_folder_make(const char *path, struct armex_error *error)
{
    char *copy = strdup(path);
    armex_status status = ARMEX_OK;

    if (!copy)
        return armex_fail_memory(error);
    for (char *slash = copy + 1; !status && *copy; slash++) {
        if (*slash != '/' && *slash != '\0')
            continue;
        const bool last = *slash == '\0';
        struct stat facts;
        *slash = '\0';
        if (mkdir(copy, 0777) != 0 &&
            !(errno == EEXIST && stat(copy, &facts) == 0 && S_ISDIR(facts.st_mode)))
            status = armex_fail(error, ARMEX_CANNOT_CREATE, whole(copy),
                                "the folder cannot be made: %s", strerror(errno));
        if (last)
            break;
        *slash = '/';
    }
    free(copy);
    return status;
}

static bool ends_with(const char *name, const char *suffix)
{
    const size_t n = strlen(name), m = strlen(suffix);
    return n >= m && strcmp(name + n - m, suffix) == 0;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* One block: the pointers, then the names they point to. */
static char **pack_names(char *names, size_t bytes, size_t n)
{
    char **out = malloc(n * sizeof *out + bytes + 1);
    if (!out)
        return NULL;
    char *place = (char *)(out + n);
    if (bytes)
        memcpy(place, names, bytes);
    for (size_t i = 0; i < n; i++) {
        out[i] = place;
        place += strlen(place) + 1;
    }
    qsort(out, n, sizeof *out, by_bytes);
    return out;
}

armex_status armex_folder_list(char ***out, size_t *n, const char *path,
                               const char *suffix, struct armex_error *error)
{
    DIR *folder = opendir(path);
    char *names = NULL;
    size_t bytes = 0;
    bool failed = false;

    *out = NULL;
    *n = 0;
    if (!folder && errno != ENOENT)
        return armex_fail(error, ARMEX_IO, whole(path), "cannot be listed: %s",
                          strerror(errno));
    for (struct dirent *entry; folder && !failed && (entry = readdir(folder));) {
        const size_t length = strlen(entry->d_name) + 1;
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..") ||
            !ends_with(entry->d_name, suffix))
            continue;
        char *more = realloc(names, bytes + length);
        failed = !more;
        if (more) {
            names = more;
            memcpy(names + bytes, entry->d_name, length);
            bytes += length;
            ++*n;
        }
    }
    if (folder)
        closedir(folder);
    if (!failed)
        *out = pack_names(names, bytes, *n);
    free(names);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}
