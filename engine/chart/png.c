/** chart/png.c: armex-paint's PNG checked and told where it comes from. */
#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "chart/picture.h"
#include "chart/scene.h"

static const unsigned char signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

enum { CHUNK_BYTES = 12, END_OF_HEADER = 8 + CHUNK_BYTES + 13 };

static uint32_t big_endian(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void add_big_endian(struct armex_text *out, uint32_t n)
{
    const unsigned char bytes[] = {(unsigned char)(n >> 24), (unsigned char)(n >> 16),
                                   (unsigned char)(n >> 8), (unsigned char)n};
    armex_text_add_bytes(out, (const char *)bytes, sizeof bytes);
}

/** An international text chunk: keyword, not compressed, no language, UTF-8. */
static void add_words(struct armex_text *out, const char *keyword, const char *words,
                      void (*add)(struct armex_text *, const char *))
{
    struct armex_text chunk = {0};
    armex_text_add(&chunk, "iTXt");
    armex_text_add_bytes(&chunk, keyword, strlen(keyword) + 1);
    armex_text_add_bytes(&chunk, "\0\0\0\0", 4);
    add(&chunk, words);
    if (*words && !chunk.failed) {
        add_big_endian(out, (uint32_t)(chunk.length - 4));
        armex_text_add_bytes(out, chunk.data, chunk.length);
        add_big_endian(
            out, (uint32_t)crc32(0, (const Bytef *)chunk.data, (uInt)chunk.length));
    }
    out->failed = out->failed || chunk.failed;
    armex_text_free(&chunk);
}

static void add_provenance(struct armex_text *out, const struct armex_picture *picture)
{
    struct armex_text sources = {0}, font = {0};
    armex_picture_sources(&sources, picture);
    armex_picture_font(&font, picture);
    add_words(out, "Title", picture->words->title, armex_words_add);
    add_words(out, "Description", picture->words->description, armex_words_add);
    add_words(out, "Source", sources.data ? sources.data : "", armex_words_add);
    add_words(out, "Comment", picture->command ? picture->command : "",
              armex_command_add);
    add_words(out, "Font", font.data ? font.data : "", armex_words_add);
    out->failed = out->failed || sources.failed || font.failed;
    armex_text_free(&sources);
    armex_text_free(&font);
}

/** Walks the chunks. NULL: whole; else what is wrong. */
static const char *walk(const unsigned char *bytes, size_t length)
{
    size_t at = sizeof signature;
    if (length < END_OF_HEADER || memcmp(bytes, signature, sizeof signature) != 0 ||
        memcmp(bytes + 12, "IHDR", 4) != 0)
        return "is no png";
    for (;;) {
        if (length - at < CHUNK_BYTES)
            return "breaks off";
        const size_t size = big_endian(bytes + at);
        if (size > length - at - CHUNK_BYTES)
            return "breaks off";
        const unsigned char *type = bytes + at + 4;
        if (crc32(0, type, (uInt)(size + 4)) != big_endian(type + 4 + size))
            return "is damaged";
        at += CHUNK_BYTES + size;
        if (!memcmp(type, "IEND", 4))
            return at == length ? NULL : "goes on after its end";
    }
}

armex_status armex_png_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error)
{
    const char *wrong = walk((const unsigned char *)bytes, length);
    if (wrong)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "armex-paint's png %s",
                          wrong);
    armex_text_add_bytes(out, bytes, END_OF_HEADER);
    add_provenance(out, picture);
    armex_text_add_bytes(out, bytes + END_OF_HEADER, length - END_OF_HEADER);
    return ARMEX_OK;
}
