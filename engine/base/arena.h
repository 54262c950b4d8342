/**
 * base/arena.h: many small things that live and die together.
 *
 * What an arena gives out is zeroed unless it is said not to be, aligned for any type,
 * never moves, and is gone when the arena is freed. An arena belongs to one thread at a
 * time.
 */
#ifndef ARMEX_BASE_ARENA_H
#define ARMEX_BASE_ARENA_H

#include <stddef.h>

struct armex_arena;

/** Owner: the caller, who ends it with armex_arena_free(). NULL: no memory. */
struct armex_arena *armex_arena_create(void);

/** `count` things of `size` bytes each, zeroed. NULL: no memory, or the product is
 *  more than a size_t holds. A count of 0 gives a pointer that is not NULL. */
void *armex_arena_new(struct armex_arena *arena, size_t count, size_t size);

/** The same not zeroed: room that the caller fills at once. */
void *armex_arena_room(struct armex_arena *arena, size_t count, size_t size);

/** A NUL-terminated copy of `length` bytes of `text`. NULL: no memory. */
char *armex_arena_copy(struct armex_arena *arena, const char *text, size_t length);

/** The same for a whole text; a NULL text gives "". */
char *armex_arena_text(struct armex_arena *arena, const char *text);

/** printf into the arena. NULL: no memory. */
char *armex_arena_printf(struct armex_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** How many bytes it holds, given out or not; of a NULL arena none. */
size_t armex_arena_size(const struct armex_arena *arena);

void armex_arena_free(struct armex_arena *arena); /* NULL is fine */

#endif
