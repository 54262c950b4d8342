/** cli/fetch.c: a publisher is asked for a file by armex-fetch. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/number.h"
#include "chart/child.h"
#include "cli/fetched.h"

enum { HOUR = 3600, DONE = 200, UNCHANGED = 304 };

/* What armex-fetch said, in the words of cli/fetch/transfer.h. */
struct answer {
    long status;
    const char *etag, *last_modified, *day;
    const char *fault, *words;
};

/* The rest of the line that begins with `name`, in the arena; "" where there is none.
 */
static const char *line_of(const char *said, const char *name,
                           struct armex_arena *arena)
{
    const size_t length = strlen(name);

    for (const char *at = said; at && *at;) {
        if (strncmp(at, name, length) == 0 && at[length] == ' ')
            return armex_arena_copy(arena, at + length + 1,
                                    strcspn(at + length + 1, "\n"));
        at = strchr(at, '\n');
        at += at != NULL;
    }
    return armex_arena_text(arena, "");
}

static armex_status read_answer(struct answer *out, const struct armex_child *child,
                                struct armex_arena *arena, struct armex_error *error)
{
    const char *said = child->said.data ? child->said.data : "";
    const char *status = line_of(said, "status", arena);

    *out = (struct answer){.etag = line_of(said, "etag", arena),
                           .last_modified = line_of(said, "last-modified", arena),
                           .day = line_of(said, "day", arena),
                           .fault = line_of(said, "fault", arena),
                           .words = line_of(said, "words", arena)};
    if (!status || !out->etag || !out->last_modified || !out->day || !out->fault ||
        !out->words)
        return armex_fail_memory(error);
    if (!armex_child_succeeded(child) ||
        !armex_whole_parse(&out->status, status, strlen(status), 0, 999))
        return armex_fail(error, ARMEX_TRY_AGAIN, ARMEX_NOWHERE,
                          "armex-fetch was ended before it was done");
    return ARMEX_OK;
}

/* What the publisher, the network or the disk did not do. */
static armex_status blame(const struct answer *answer, const char *url,
                          struct armex_error *error)
{
    static const struct {
        const char *fault;
        armex_status status;
    } faults[] = {{"network", ARMEX_TRY_AGAIN},
                  {"large", ARMEX_BAD_INPUT},
                  {"address", ARMEX_BAD_INPUT},
                  {"disk", ARMEX_IO}};

    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (strcmp(answer->fault, faults[i].fault) == 0)
            return armex_fail(error, faults[i].status, ARMEX_NOWHERE, "%s: %s", url,
                              answer->words);
    if (answer->status == 408 || answer->status == 425 || answer->status == 429 ||
        answer->status >= 500)
        return armex_fail(error, ARMEX_TRY_AGAIN, ARMEX_NOWHERE,
                          "%s: the publisher cannot answer now (status %ld)", url,
                          answer->status);
    return armex_fail(error, ARMEX_NOT_FOUND, ARMEX_NOWHERE,
                      "%s: the publisher does not hand it out (status %ld)", url,
                      answer->status);
}

static armex_status ask(struct answer *out, const struct armex_fetched *fetched,
                        const char *url, const char *path,
                        const struct armex_fetch_options *options,
                        struct armex_arena *arena, struct armex_error *error)
{
    const char *program = options->program ? options->program : "armex-fetch";
    const char *largest = armex_arena_printf(arena, "%ld", options->largest);
    const char *seconds = armex_arena_printf(arena, "%ld", options->seconds);
    const char *const argv[] = {
        program, url, path, largest, seconds, fetched->etag, fetched->last_modified,
        NULL};
    struct armex_child child, *one = &child;

    if (!largest || !seconds)
        return armex_fail_memory(error);
    armex_status status = armex_child_start(&child, argv, 1, error);
    if (status == ARMEX_UNAVAILABLE)
        return armex_fail(error, status, ARMEX_NOWHERE,
                          "armex-fetch is missing, which asks publishers: it is built "
                          "and installed with armex where libcurl4-openssl-dev is "
                          "there");
    if (status)
        return status;
    armex_children_finish(&one, 1, HOUR);
    status = read_answer(out, &child, arena, error);
    armex_child_end(&child);
    return status;
}

/* The newer file takes its place; what is known of it follows. */
static armex_status take(struct armex_fetched *fetched, const char *url,
                         const struct answer *answer, struct armex_aside *aside,
                         struct armex_arena *arena, struct armex_error *error)
{
    char sha256[ARMEX_SHA256_SIZE];
    armex_status status = armex_aside_commit(aside, error);

    if (!status)
        status = armex_sha256_file(sha256, fetched->file, error);
    if (status)
        return status;
    fetched->url = url;
    fetched->etag = answer->etag;
    fetched->last_modified = answer->last_modified;
    fetched->day = answer->day;
    fetched->sha256 = armex_arena_text(arena, sha256);
    return fetched->sha256 ? ARMEX_OK : armex_fail_memory(error);
}

armex_status armex_fetch(bool *newer, struct armex_fetched *fetched, const char *url,
                         const struct armex_fetch_options *options,
                         struct armex_arena *arena, struct armex_error *error)
{
    struct armex_aside *aside = NULL;
    struct answer answer = {0};
    armex_status status = armex_folder_make(fetched->folder, error);

    *newer = false;
    if (!status)
        status = armex_aside_open(&aside, fetched->file, error);
    if (!status)
        status =
            ask(&answer, fetched, url, armex_aside_path(aside), options, arena, error);
    if (!status && answer.status == DONE && !*answer.fault) {
        *newer = true;
        return take(fetched, url, &answer, aside, arena, error);
    }
    if (!status && (answer.status != UNCHANGED || *answer.fault || !*fetched->url))
        status = blame(&answer, url, error);
    armex_aside_abandon(aside);
    return status;
}
