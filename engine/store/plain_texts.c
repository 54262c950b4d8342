/** store/plain_texts.c: texts of variable length, out of the file's global heaps. */
#include "store/plain.h"

#include <string.h>

#include "store/plain_header.h"

enum { REFERENCE = 16, HEAP_HEAD = 16, THING_HEAD = 16 };

/** A heap and a place in it. Texts were written one after another, so the next one
 * asked for is nearly always the next one there. */
struct heap {
    const struct armex_image *image;
    uint64_t offset; // of the heap in the file
    const unsigned char *from, *at, *end;
    uint64_t steps; // left to take: a forged heap may not cost hours
};

static bool open_heap(struct heap *heap, uint64_t offset)
{
    const unsigned char *head;

    if (heap->from && heap->offset == offset)
        return true;
    head = armex_image_at(heap->image, offset, HEAP_HEAD);
    if (!head || memcmp(head, "GCOL\1", 5) != 0)
        return false;
    const uint64_t size = armex_plain_number(head + 8, 8);
    if (size < HEAP_HEAD || !armex_image_at(heap->image, offset, size))
        return false;
    heap->offset = offset;
    heap->from = heap->at = head + HEAP_HEAD;
    heap->end = head + size;
    return true;
}

/** Moves on to the thing of that number, or to the end. NULL: it is not there. */
static const unsigned char *walk_to(struct heap *heap, unsigned number, uint64_t *size)
{
    while (heap->steps > 0 && heap->end - heap->at >= THING_HEAD) {
        const unsigned char *thing = heap->at;
        const uint64_t room = (uint64_t)(heap->end - thing) - THING_HEAD;
        const unsigned found = (unsigned)armex_plain_number(thing, 2);

        heap->steps--;
        *size = armex_plain_number(thing + 8, 8);
        if (found == 0 || *size > room) // the room that is left
            break;
        const uint64_t filled = (*size + 7) / 8 * 8;
        heap->at += THING_HEAD + (filled < room ? filled : room);
        if (found == number)
            return thing + THING_HEAD;
    }
    return NULL;
}

static const unsigned char *find_thing(struct heap *heap, unsigned number,
                                       uint64_t *size)
{
    const unsigned char *thing = walk_to(heap, number, size);

    if (thing)
        return thing;
    heap->at = heap->from;
    return walk_to(heap, number, size);
}

/** Its length, the heap's place, its number there. NULL: foreign, or no memory. */
static const char *read_text(struct heap *heap, const unsigned char *reference,
                             struct armex_arena *arena)
{
    const uint64_t length = armex_plain_number(reference, 4);
    uint64_t size = 0;

    if (length == 0)
        return "";
    if (!open_heap(heap, armex_plain_number(reference + 4, 8)))
        return NULL;
    const unsigned number = (unsigned)armex_plain_number(reference + 12, 4);
    const unsigned char *text = find_thing(heap, number, &size);
    if (!text || length > size)
        return NULL;
    return armex_arena_copy(arena, (const char *)text, (size_t)length);
}

const char *armex_plain_text(const struct armex_plain_array *attribute,
                             const struct armex_plain *plain, struct armex_arena *arena)
{
    struct heap heap = {.image = plain->image, .steps = UINT16_MAX};

    return read_text(&heap, attribute->bytes, arena);
}

bool armex_plain_texts(const char **out, size_t n,
                       const struct armex_plain_array *array,
                       const struct armex_plain *plain, struct armex_arena *arena)
{
    const unsigned char *references =
        armex_image_at(plain->image, array->offset, (uint64_t)n * REFERENCE);
    struct heap heap = {.image = plain->image, .steps = 64 * (uint64_t)n + 65536};

    if (!references || array->type != ARMEX_PLAIN_TEXT)
        return false;
    // A text that many refer to must not become more than the file holds.
    uint64_t left = plain->image->seal.body;
    for (size_t i = 0; i < n; i++) {
        const unsigned char *reference = references + i * REFERENCE;
        const uint64_t length = armex_plain_number(reference, 4);

        if (length > left || !(out[i] = read_text(&heap, reference, arena)))
            return false;
        left -= length;
    }
    return true;
}
