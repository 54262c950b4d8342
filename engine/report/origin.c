/** report/origin.c: what a file made by this program says of where it comes from. */
#include "report/origin.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "report/origin_parts.h"

enum { LARGEST_FILE = 256 << 20 };

static const char hash_mark[] = "sha256:";

/* The next word of a source, in the arena; `*at` moves on behind it. */
static const char *take_word(const char **at, const char *end,
                             struct armex_arena *arena)
{
    while (*at < end && **at == ' ')
        ++*at;
    const char *from = *at;
    while (*at < end && **at != ' ')
        ++*at;
    return armex_arena_copy(arena, from, (size_t)(*at - from));
}

/* "DATASET VINTAGE sha256:HEX"; what has no hash is no source ("font Inter"). */
static bool take_source(struct armex_origin *out, const char *at, const char *end,
                        struct armex_arena *arena)
{
    const char *dataset = take_word(&at, end, arena);
    const char *vintage = take_word(&at, end, arena);
    const char *hash = take_word(&at, end, arena);

    if (!dataset || !vintage || !hash)
        return false;
    if (strncmp(hash, hash_mark, sizeof hash_mark - 1) == 0)
        out->sources[out->n_sources++] =
            (struct armex_origin_source){dataset, vintage, hash + sizeof hash_mark - 1};
    return true;
}

static armex_status settle(struct armex_origin *out,
                           const struct armex_origin_words *words,
                           struct armex_arena *arena, struct armex_error *error)
{
    const char *at = words->sources.data ? words->sources.data : "";
    size_t most = 1;
    bool whole = !words->sources.failed && !words->command.failed;

    for (const char *c = at; *c; c++)
        most += *c == ';';
    out->n_sources = 0;
    out->sources = armex_arena_new(arena, most, sizeof *out->sources);
    out->command = armex_arena_text(arena, words->command.data);
    whole = whole && out->sources && out->command;
    while (whole && *at) {
        const size_t length = strcspn(at, ";");
        whole = take_source(out, at, at + length, arena);
        at += length + (at[length] == ';');
    }
    return whole ? ARMEX_OK : armex_fail_memory(error);
}

static bool find(struct armex_origin_words *words, const char *path, const char *bytes,
                 size_t length)
{
    static armex_origin_find *const formats[] = {armex_origin_png,  armex_origin_pdf,
                                                 armex_origin_html, armex_origin_svg,
                                                 armex_origin_tex,  armex_origin_json};
    char sha256[ARMEX_SHA256_SIZE];

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (formats[i](words, bytes, length))
            return true;
    armex_sha256(sha256, bytes, length);
    return armex_origin_manifest(words, path, sha256);
}

armex_status armex_origin_read(struct armex_origin *out, const char *path,
                               struct armex_arena *arena, struct armex_error *error)
{
    struct armex_origin_words words = {0};
    char *bytes = NULL;
    size_t length = 0;
    armex_status status = armex_file_read(&bytes, &length, path, LARGEST_FILE, error);

    if (status)
        return status;
    if (find(&words, path, bytes, length))
        status = settle(out, &words, arena, error);
    else
        status = armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){path, 0, 0},
                            "says nothing of where it comes from; pictures, pages and "
                            "json of armex do, and a csv of a report while the "
                            "report's manifest.json is there");
    armex_text_free(&words.sources);
    armex_text_free(&words.command);
    free(bytes);
    return status;
}
