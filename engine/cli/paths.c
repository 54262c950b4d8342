/** cli/paths.c: where the store and the program's own data are. */
#include "cli/paths.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

static bool is_folder(const char *path)
{
    struct stat entry;
    return !stat(path, &entry) && S_ISDIR(entry.st_mode);
}

/** The user's store; false: no memory. */
static bool find_store(const char **out, const char *given, struct armex_arena *arena)
{
    const char *data = variable("XDG_DATA_HOME"), *home = variable("HOME");

    *out = NULL;
    if (!given)
        given = variable("ARMEX_STORE");
    if (given)
        *out = armex_arena_text(arena, given);
    else if (data && *data == '/')
        *out = armex_arena_printf(arena, "%s/armex", data);
    else if (home && *home == '/')
        *out = armex_arena_printf(arena, "%s/.local/share/armex", home);
    else
        return true;
    return *out;
}

/** The folder of the running program; NULL without /proc. false: no memory. */
static bool find_programs(const char **out, struct armex_arena *arena)
{
    char program[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);

    *out = NULL;
    if (length <= 0)
        return true;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash)
        return true;
    *slash = '\0';
    *out = armex_arena_text(arena, program);
    return *out;
}

/** A folder beside or inside that of the program; false: no memory. */
static bool find_folder(const char **out, const char *programs, const char *name,
                        struct armex_arena *arena)
{
    static const char *const ways[] = {"", "/.."};

    *out = NULL;
    for (size_t i = 0; programs && !*out && i < sizeof ways / sizeof *ways; i++) {
        const char *path =
            armex_arena_printf(arena, "%s%s/%s", programs, ways[i], name);
        if (!path)
            return false;
        if (is_folder(path))
            *out = path;
    }
    return true;
}

const char *armex_paths_helper(const struct armex_paths *paths, const char *name,
                               struct armex_arena *arena)
{
    const char *path = paths->programs
                           ? armex_arena_printf(arena, "%s/%s", paths->programs, name)
                           : NULL;
    return path && access(path, X_OK) == 0 ? path : name;
}

armex_status armex_paths_find(struct armex_paths *out, const char *given,
                              struct armex_arena *arena, struct armex_error *error)
{
    const char *share;

    *out = (struct armex_paths){0};
    if (!find_store(&out->store, given, arena) ||
        !find_programs(&out->programs, arena) ||
        !find_folder(&out->stand_ins, out->programs, "libexec/armex/stand-ins",
                     arena) ||
        !find_folder(&share, out->programs, "share/armex", arena))
        return armex_fail_memory(error);
    if (!share)
        return ARMEX_OK;
    out->datasets = armex_arena_printf(arena, "%s/datasets", share);
    out->plots = armex_arena_printf(arena, "%s/plots", share);
    out->reports = armex_arena_printf(arena, "%s/reports", share);
    if (!out->datasets || !out->plots || !out->reports)
        return armex_fail_memory(error);
    return ARMEX_OK;
}
