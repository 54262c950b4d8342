/** store/put_rows.c: rows become columns, some thousands at a time. */
#include "store/put_rows.h"

#include <endian.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/threads.h"

enum { BLOCK = 32 * 1024, STRIPE = 64, WORTH_A_THREAD = 4 * BLOCK };

static const struct {
    enum armex_form form;
    size_t size;
} forms[] = {
    [ARMEX_ROW_OCTET] = {ARMEX_FORM_UINT8, 1},
    [ARMEX_ROW_YEAR] = {ARMEX_FORM_INT16, 2},
    [ARMEX_ROW_VALUE] = {ARMEX_FORM_DOUBLE, 8},
    [ARMEX_ROW_INDEX_8] = {ARMEX_FORM_UINT8, 1},
    [ARMEX_ROW_INDEX_16] = {ARMEX_FORM_UINT16, 2},
    [ARMEX_ROW_INDEX_32] = {ARMEX_FORM_UINT32, 4},
};

enum armex_form armex_row_form(enum armex_row_form form)
{
    return forms[form].form;
}

enum armex_row_form armex_row_index(size_t n)
{
    return n <= (size_t)UINT8_MAX + 1    ? ARMEX_ROW_INDEX_8
           : n <= (size_t)UINT16_MAX + 1 ? ARMEX_ROW_INDEX_16
                                         : ARMEX_ROW_INDEX_32;
}

/* One field of `n` rows, as type `had` in memory and `kept` in the file. */
#define GATHER(had, kept, order)                                                       \
    for (size_t i = 0; i < n; i++) {                                                   \
        had one;                                                                       \
        memcpy(&one, (const char *)&rows[i] + field, sizeof one);                      \
        const kept put = (kept)order((kept)one);                                       \
        memcpy((char *)to + i * sizeof put, &put, sizeof put);                         \
    }
#define AS_IT_IS(octet) (octet)

static void gather(void *to, const struct armex_flow *rows, size_t n, size_t field,
                   enum armex_row_form form)
{
    switch (form) {
    case ARMEX_ROW_OCTET:
        GATHER(uint8_t, uint8_t, AS_IT_IS)
        break;
    case ARMEX_ROW_YEAR:
        GATHER(uint16_t, uint16_t, htole16)
        break;
    case ARMEX_ROW_VALUE:
        GATHER(uint64_t, uint64_t, htole64)
        break;
    case ARMEX_ROW_INDEX_8:
        GATHER(uint32_t, uint8_t, AS_IT_IS)
        break;
    case ARMEX_ROW_INDEX_16:
        GATHER(uint32_t, uint16_t, htole16)
        break;
    case ARMEX_ROW_INDEX_32:
        GATHER(uint32_t, uint32_t, htole32)
        break;
    }
}

/** Rows [from, to), which one thread writes; `from` is whole stripes of every sum. */
struct stretch {
    const struct armex_put *put;
    const struct armex_row_column *columns;
    size_t n_columns;
    const struct armex_flows *flows;
    size_t from, to;
    struct armex_sum sums[ARMEX_ROW_COLUMNS];
    int reason; /* errno */
    bool failed;
};

static bool write_block(struct stretch *stretch, const struct armex_flow *rows,
                        size_t first, size_t n, void *scratch)
{
    for (size_t c = 0; !stretch->reason && c < stretch->n_columns; c++) {
        const struct armex_row_column *column = &stretch->columns[c];
        const size_t size = forms[column->form].size;

        gather(scratch, rows, n, column->field, column->form);
        armex_sum_add(&stretch->sums[c], scratch, n * size);
        stretch->reason = armex_put_into(stretch->put, &column->room, scratch, n * size,
                                         first * size);
    }
    return stretch->reason == 0;
}

static void *write_stretch(void *context)
{
    struct stretch *stretch = context;
    struct armex_flow *rows = calloc(BLOCK, sizeof *rows);
    void *scratch = calloc(BLOCK, sizeof(double));
    struct armex_error error;

    stretch->failed = !rows || !scratch;
    for (size_t at = stretch->from; !stretch->failed && at < stretch->to; at += BLOCK) {
        const size_t left = stretch->to - at, n = left < BLOCK ? left : BLOCK;

        errno = 0;
        stretch->failed = armex_flows_read(stretch->flows, rows, at, n, &error) ||
                          !write_block(stretch, rows, at, n, scratch);
        if (stretch->failed && !stretch->reason)
            stretch->reason = errno;
    }
    free(rows);
    free(scratch);
    return NULL;
}

/** The first half and the second at once, where that is worth it. */
static void write_halves(struct stretch halves[2])
{
    pthread_t thread;
    const bool both = halves[1].from < halves[1].to &&
                      armex_thread_start(&thread, write_stretch, &halves[1]);

    write_stretch(&halves[0]);
    if (both)
        pthread_join(thread, NULL);
    else
        write_stretch(&halves[1]);
}

static void keep_sums(struct armex_put *put, struct stretch halves[2])
{
    for (size_t c = 0; c < halves[0].n_columns; c++) {
        const struct armex_row_column *column = &halves[0].columns[c];
        const size_t size = forms[column->form].size;

        armex_sum_join(&halves[0].sums[c], &halves[1].sums[c],
                       (halves[1].to - halves[1].from) * size);
        armex_put_summed(put, &column->room, &halves[0].sums[c]);
    }
}

void armex_put_rows(struct armex_put *put, const struct armex_row_column *columns,
                    size_t n_columns, const struct armex_flows *flows)
{
    const size_t n = armex_flows_count(flows),
                 middle = n < WORTH_A_THREAD ? n : n / 2 / STRIPE * STRIPE;
    struct stretch halves[2] = {{.put = put,
                                 .columns = columns,
                                 .n_columns = n_columns,
                                 .flows = flows,
                                 .to = middle}};

    put->failed = put->failed || put->rest.failed;
    if (put->failed || n == 0)
        return;
    halves[1] = halves[0];
    halves[1].from = middle;
    halves[1].to = n;
    write_halves(halves);
    for (size_t i = 0; i < 2; i++) {
        put->failed = put->failed || halves[i].failed;
        put->reason = put->reason ? put->reason : halves[i].reason;
    }
    keep_sums(put, halves);
}
