/** cli/fetched.c: what is known of a publisher's file that was fetched. */
#include "cli/fetched.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"

enum { LARGEST_STATE = 1 << 16 };

static const char *text_of(const json_t *state, const char *name,
                           struct armex_arena *arena)
{
    const char *text = json_string_value(json_object_get(state, name));
    return armex_arena_text(arena, text ? text : "");
}

/* What the address calls the file, where that can be the name of one here. */
static const char *name_of(const char *url, struct armex_arena *arena)
{
    const size_t path = strcspn(url, "?#");
    size_t from = path;

    while (from > 0 && url[from - 1] != '/')
        from--;
    const char *name = armex_arena_copy(arena, url + from, path - from);
    const char *plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                        "0123456789._-";
    if (name &&
        (!*name || *name == '.' || strlen(name) > 100 ||
         strspn(name, plain) != strlen(name) || strcmp(name, "state.json") == 0))
        return "file";
    return name;
}

static bool read_state(struct armex_fetched *out, const json_t *state,
                       struct armex_arena *arena)
{
    const struct {
        const char *name, **field;
    } all[] = {{"url", &out->url},
               {"etag", &out->etag},
               {"last_modified", &out->last_modified},
               {"day", &out->day},
               {"sha256", &out->sha256}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!(*all[i].field = text_of(state, all[i].name, arena)))
            return false;
    return true;
}

armex_status armex_fetched_read(struct armex_fetched *out, const char *store,
                                const char *dataset, const char *url,
                                struct armex_arena *arena, struct armex_error *error)
{
    char sha256[ARMEX_SHA256_SIZE], *bytes = NULL;
    struct armex_error unread; // no state is no fault
    size_t length = 0;

    *out = (struct armex_fetched){
        .folder = armex_arena_printf(arena, "%s/.fetched/%s", store, dataset)};
    const char *name = name_of(url, arena);
    const char *path =
        armex_arena_printf(arena, "%s/.fetched/%s/state.json", store, dataset);
    if (out->folder && name)
        out->file = armex_arena_printf(arena, "%s/%s", out->folder, name);
    if (!out->file || !path)
        return armex_fail_memory(error);
    json_t *state = NULL;
    if (!armex_file_read(&bytes, &length, path, LARGEST_STATE, &unread))
        state = json_loadb(bytes, length, 0, NULL);
    const bool whole = read_state(out, state, arena);
    json_decref(state);
    free(bytes);
    if (!whole)
        return armex_fail_memory(error);
    if (strcmp(out->url, url) != 0 || armex_sha256_file(sha256, out->file, &unread) ||
        strcmp(sha256, out->sha256) != 0)
        out->url = out->etag = out->last_modified = out->day = out->sha256 = "";
    return ARMEX_OK;
}

armex_status armex_fetched_write(const struct armex_fetched *fetched,
                                 struct armex_error *error)
{
    char *path;
    json_t *state = json_pack("{ss ss ss ss ss}", "url", fetched->url, "etag",
                              fetched->etag, "last_modified", fetched->last_modified,
                              "day", fetched->day, "sha256", fetched->sha256);
    char *text = state ? json_dumps(state, JSON_INDENT(2)) : NULL;
    armex_status status = ARMEX_OK;

    if (!text || asprintf(&path, "%s/state.json", fetched->folder) < 0) {
        status = armex_fail_memory(error);
    } else {
        status = armex_file_write(path, text, strlen(text), error);
        free(path);
    }
    free(text);
    json_decref(state);
    return status;
}
