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

/** Of a reference: its length, the heap's place, its number there. NULL: foreign. */
static const unsigned char *find_text(struct heap *heap, const unsigned char *reference,
                                      uint64_t length)
{
    const unsigned number = (unsigned)armex_plain_number(reference + 12, 4);
    uint64_t size = 0;

    if (!open_heap(heap, armex_plain_number(reference + 4, 8)))
        return NULL;
    const unsigned char *text = find_thing(heap, number, &size);
    return length <= size ? text : NULL;
}

/** The bytes of all texts, each with the NUL that ends it; 0: more than the file holds,
 *  as where many refer to one. */
static size_t sum_lengths(const unsigned char *references, size_t n, uint64_t body)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < n; i++) {
        sum += armex_plain_number(references + i * REFERENCE, 4);
        if (sum > body)
            return 0;
    }
    return (size_t)sum + n;
}

static bool copy_texts(const char **out, size_t n, const unsigned char *references,
                       const struct armex_plain *plain, struct armex_arena *arena)
{
    struct heap heap = {.image = plain->image, .steps = 64 * (uint64_t)n + 65536};
    const size_t room = sum_lengths(references, n, plain->image->seal.body);
    char *to = room > 0 ? armex_arena_room(arena, room, 1) : NULL;

    for (size_t i = 0; to && i < n; i++) {
        const unsigned char *reference = references + i * REFERENCE;
        const size_t length = (size_t)armex_plain_number(reference, 4);
        const unsigned char *text =
            length > 0 ? find_text(&heap, reference, length) : (const void *)"";

        if (!text)
            return false;
        out[i] = memcpy(to, text, length);
        to += length;
        *to++ = '\0';
    }
    return to != NULL;
}

const char *armex_plain_text(const struct armex_plain_array *attribute,
                             const struct armex_plain *plain, struct armex_arena *arena)
{
    const char *text = NULL;

    return copy_texts(&text, 1, attribute->bytes, plain, arena) ? text : NULL;
}

bool armex_plain_texts(const char **out, size_t n,
                       const struct armex_plain_array *array,
                       const struct armex_plain *plain, struct armex_arena *arena)
{
    const unsigned char *references =
        armex_image_at(plain->image, array->offset, (uint64_t)n * REFERENCE);

    return references && array->type == ARMEX_PLAIN_TEXT &&
           copy_texts(out, n, references, plain, arena);
}
