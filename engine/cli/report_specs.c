/** cli/report_specs.c: the specifications of reports that ship with the program. */
#include "cli/report_specs.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/offer.h"

enum { LARGEST_SPEC = 1 << 20 };

static const char suffix[] = ".yaml";

/** "south-korea.yaml" as "south-korea", for all of them. NULL: no memory. */
static const char **without_suffix(char *const *files, size_t n,
                                   struct armex_arena *arena)
{
    const char **names = armex_arena_new(arena, n, sizeof *names);

    for (size_t i = 0; names && i < n; i++) {
        names[i] = armex_arena_copy(arena, files[i], strlen(files[i]) - strlen(suffix));
        if (!names[i])
            return NULL;
    }
    return names;
}

static armex_status fail_absent(struct armex_error *error)
{
    return armex_fail(error, ARMEX_NOT_FOUND, ARMEX_NOWHERE,
                      "the reports that ship with the program are missing: "
                      "share/armex/reports is not beside it");
}

/** The names of the built-in reports, in the session's arena. */
static armex_status list_builtin(const char ***out, size_t *n,
                                 const struct armex_session *session,
                                 struct armex_error *error)
{
    const char *folder = session->paths.reports;
    char **files = NULL;
    armex_status status;

    *n = 0;
    *out = NULL;
    if (!folder)
        return fail_absent(error);
    status = armex_folder_list(&files, n, folder, suffix, error);
    if (status)
        return status;
    *out = without_suffix(files, *n, session->arena);
    free(files);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

armex_status armex_report_specs_list(struct armex_session *session,
                                     struct armex_error *error)
{
    const char **names;
    size_t n;
    const armex_status status = list_builtin(&names, &n, session, error);

    for (size_t i = 0; !status && i < n; i++)
        armex_text_printf(&session->out, "%s\n", names[i]);
    return status;
}

armex_status armex_report_specs_find(const char **out, const char *name,
                                     const struct armex_session *session,
                                     struct armex_error *error)
{
    const char **names;
    size_t n;
    const armex_status status = list_builtin(&names, &n, session, error);

    if (status)
        return status;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(name, names[i])) {
            *out = armex_arena_printf(session->arena, "%s/%s%s", session->paths.reports,
                                      name, suffix);
            return *out ? ARMEX_OK : armex_fail_memory(error);
        }
    return armex_fail_word(error, ARMEX_USAGE, "--builtin: there is no report", name,
                           names, n);
}

/** In a folder of its own, so that it is no report of the list. */
static armex_status find_first(const char **out, const struct armex_session *session,
                               struct armex_error *error)
{
    if (!session->paths.reports)
        return fail_absent(error);
    *out = armex_arena_printf(session->arena, "%s/first/report%s",
                              session->paths.reports, suffix);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

static armex_status check_free(const char *path, struct armex_error *error)
{
    struct stat facts;
    if (lstat(path, &facts) != 0)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_CANNOT_CREATE, ARMEX_NOWHERE,
                      "%s: is there already, and is left as it is", path);
}

armex_status armex_report_specs_copy(struct armex_session *session, const char *builtin,
                                     const char *path, struct armex_error *error)
{
    const char *from = NULL;
    char *bytes = NULL;
    size_t length = 0;
    armex_status status = builtin
                              ? armex_report_specs_find(&from, builtin, session, error)
                              : find_first(&from, session, error);

    if (!status && path)
        status = check_free(path, error);
    if (!status)
        status = armex_file_read(&bytes, &length, from, LARGEST_SPEC, error);
    if (!status && path)
        status = armex_file_write(path, bytes, length, error);
    else if (!status)
        armex_text_add_bytes(&session->out, bytes, length);
    free(bytes);
    return status;
}
