/** base/arena.c: a list of blocks, each twice the last up to a megabyte. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct block {
    struct block *next;
    size_t used, size;
    bool zeroed; /* all that was not given out yet */
    max_align_t bytes[];
};

struct armex_arena {
    struct block *newest;
    size_t next_size;
};

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20, LARGE_PAGES = 4 << 20 };

struct armex_arena *armex_arena_create(void)
{
    struct armex_arena *arena = calloc(1, sizeof *arena);
    if (arena)
        arena->next_size = FIRST_BLOCK;
    return arena;
}

/** Fewer traps, where the system has larger pages than usual: a large block is one
 *  array, which is about to be filled. */
static void prefer_large_pages(void *bytes, size_t size)
{
#ifdef MADV_HUGEPAGE
    const uintptr_t page = 4096, from = ((uintptr_t)bytes + page - 1) / page * page;
    const uintptr_t to = ((uintptr_t)bytes + size) / page * page;

    madvise((char *)bytes + (from - (uintptr_t)bytes), to - from, MADV_HUGEPAGE);
#else
    (void)bytes;
    (void)size;
#endif
}

/** A block larger than any usual one is one thing; the system has zeroed pages for it.
 *  Others are zeroed piece by piece, as they are given out. */
static struct block *add_block(struct armex_arena *arena, size_t least, bool zeroed)
{
    const size_t size = least > arena->next_size ? least : arena->next_size;
    struct block *block = NULL;

    zeroed = zeroed && size > LARGEST_BLOCK;
    if (size <= SIZE_MAX - sizeof *block)
        block = zeroed ? calloc(1, sizeof *block + size) : malloc(sizeof *block + size);
    if (!block)
        return NULL;
    if (size >= LARGE_PAGES)
        prefer_large_pages(block->bytes, size);
    block->used = 0;
    block->zeroed = zeroed;
    block->size = size;
    block->next = arena->newest;
    arena->newest = block;
    if (arena->next_size < LARGEST_BLOCK)
        arena->next_size *= 2;
    return block;
}

/** NULL: no memory. */
static void *take(struct armex_arena *arena, size_t count, size_t size, bool zeroed)
{
    const size_t align = alignof(max_align_t);
    struct block *block = arena->newest;

    if (size && count > (SIZE_MAX - align) / size)
        return NULL;
    size_t bytes = (count * size + align - 1) / align * align;
    if (bytes == 0)
        bytes = align; // so that nothing is told apart by a pointer to the next thing
    if (!block || block->size - block->used < bytes)
        block = add_block(arena, bytes, zeroed);
    if (!block)
        return NULL;
    void *out = (char *)block->bytes + block->used;
    block->used += bytes;
    return zeroed && !block->zeroed ? memset(out, 0, bytes) : out;
}

void *armex_arena_new(struct armex_arena *arena, size_t count, size_t size)
{
    return take(arena, count, size, true);
}

void *armex_arena_room(struct armex_arena *arena, size_t count, size_t size)
{
    return take(arena, count, size, false);
}

char *armex_arena_copy(struct armex_arena *arena, const char *text, size_t length)
{
    char *out = length < SIZE_MAX ? armex_arena_room(arena, length + 1, 1) : NULL;

    if (out && length)
        memcpy(out, text, length);
    if (out)
        out[length] = '\0';
    return out;
}

char *armex_arena_text(struct armex_arena *arena, const char *text)
{
    return armex_arena_copy(arena, text, text ? strlen(text) : 0);
}

char *armex_arena_printf(struct armex_arena *arena, const char *format, ...)
{
    char usual[256], *out = NULL;
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    const int length = vsnprintf(usual, sizeof usual, format, arguments);
    if (length >= 0 && (size_t)length < sizeof usual)
        out = armex_arena_copy(arena, usual, (size_t)length);
    else if (length >= 0)
        out = armex_arena_room(arena, (size_t)length + 1, 1);
    if (out && (size_t)length >= sizeof usual)
        vsnprintf(out, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    return out;
}

size_t armex_arena_size(const struct armex_arena *arena)
{
    size_t bytes = 0;

    for (const struct block *block = arena ? arena->newest : NULL; block;
         block = block->next)
        bytes += sizeof *block + block->size;
    return bytes;
}

void armex_arena_free(struct armex_arena *arena)
{
    if (!arena)
        return;
    while (arena->newest) {
        struct block *next = arena->newest->next;
        free(arena->newest);
        arena->newest = next;
    }
    free(arena);
}
