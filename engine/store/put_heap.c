/** store/put_heap.c: texts of variable length, in HDF5's global heaps. */
#include "store/put_parts.h"

enum { HEAD = 16, FULL = 60000 /* bytes; then another heap begins */ };

/** Number, how many refer to it, nothing, length; then the thing, filled up to eights.
 */
unsigned armex_heap_add(struct armex_text *heap, unsigned *n, const void *bytes,
                        size_t length)
{
    static const char zeros[HEAD] = {0};
    char head[HEAD];

    if (heap->length == 0)
        armex_text_add_bytes(heap, zeros, HEAD);
    armex_put_low(head, ++*n, 8);
    armex_put_low(head + 8, length, 8);
    armex_text_add_bytes(heap, head, HEAD);
    armex_text_add_bytes(heap, bytes, length);
    armex_text_add_bytes(heap, zeros, -length % 8);
    return *n;
}

/** Signature and version, length; behind all things, the room that is left as thing 0.
 */
void armex_heap_end(struct armex_text *heap)
{
    struct armex_text head = {0};
    const size_t used = heap->length;

    while (heap->length < ARMEX_PUT_PAGE && !heap->failed)
        armex_put_bits(heap, heap->length == used + 8 ? ARMEX_PUT_PAGE - used : 0, 8);
    armex_text_add_bytes(&head, "GCOL\1\0\0", 8);
    armex_put_bits(&head, heap->length, 8);
    heap->failed = heap->failed || head.failed;
    if (!heap->failed)
        memcpy(heap->data, head.data, HEAD);
    armex_text_free(&head);
}

static void refer(struct armex_text *out, size_t length, uint64_t heap, unsigned number)
{
    char reference[ARMEX_PUT_REFERENCE];

    armex_put_low(reference, length, 4);
    armex_put_low(reference + 4, heap, 8);
    armex_put_low(reference + 12, number, 4);
    armex_text_add_bytes(out, reference, sizeof reference);
}

static void end_heap(struct armex_put *put, struct armex_text *heap, unsigned *n)
{
    armex_heap_end(heap);
    armex_text_add_bytes(&put->rest, heap->data, heap->length);
    put->failed = put->failed || heap->failed;
    heap->length = 0;
    *n = 0;
}

void armex_put_many_texts(struct armex_put *put, struct armex_text *references,
                          const char *const *texts, size_t n)
{
    struct armex_text heap = {0};
    unsigned in_heap = 0;

    for (size_t i = 0; i < n && !put->failed; i++) {
        const size_t length = strlen(texts[i]);

        if (length == 0 || length > UINT32_MAX) {
            put->failed = put->failed || length > 0;
            refer(references, 0, 0, 0);
            continue;
        }
        armex_heap_add(&heap, &in_heap, texts[i], length);
        refer(references, length, armex_put_end(put), in_heap);
        if (heap.length >= FULL)
            end_heap(put, &heap, &in_heap);
    }
    if (in_heap > 0)
        end_heap(put, &heap, &in_heap);
    armex_text_free(&heap);
}

void armex_put_few_texts(struct armex_put *put, const char *const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const size_t length = strlen(texts[i]);
        const unsigned number =
            length > 0 ? armex_heap_add(&put->heap, &put->n_heap, texts[i], length) : 0;

        refer(&put->texts, length, 0, number);
    }
}
