/** chart/streams.c: transfers as two columns and what passes between them. */
#include "chart/streams.h"

#include <math.h>
#include <string.h>

static const double rounding = 1e-9; // of all: what adding up may leave over

static void take_parties(struct armex_streams *out, size_t side,
                         const struct armex_party *parties, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out->ends[side][i] = (struct armex_stream_end){
            .code = parties[i].code,
            .name = parties[i].name,
            .value = parties[i].shown,
            .subject = out->subject && !strcmp(parties[i].code, out->subject)};
    out->n[side] = n;
}

/** The one end more, for parties beyond the first `n`. */
static armex_status add_others(struct armex_streams *out, size_t side,
                               struct armex_arena *arena,
                               const struct armex_party *parties, size_t all,
                               struct armex_error *error)
{
    const size_t n = out->n[side];
    if (all <= n)
        return ARMEX_OK;
    struct armex_stream_end *end = &out->ends[side][out->n[side]++];
    *end = (struct armex_stream_end){.name = parties[n].name};
    for (size_t i = n; i < all; i++)
        end->value += parties[i].shown;
    if (all == n + 1)
        end->code = parties[n].code;
    else
        end->name = armex_arena_printf(arena, "others (%zu)", all - n);
    return end->name ? ARMEX_OK : armex_fail_memory(error);
}

static double without_rounding(const struct armex_streams *out, double value)
{
    return value > rounding * out->all ? value : 0.0;
}

/** What the kept got from others, and sent to them, and what others sent each other. */
static void fill_others(struct armex_streams *out, size_t suppliers, size_t recipients)
{
    double kept_to_others = 0.0;
    for (size_t s = 0; s < suppliers; s++) {
        double left = out->ends[0][s].value;
        for (size_t r = 0; r < recipients; r++)
            left -= out->values[s][r];
        out->values[s][recipients] = without_rounding(out, left);
        kept_to_others += out->values[s][recipients];
    }
    for (size_t r = 0; r < recipients; r++) {
        double left = out->ends[1][r].value;
        for (size_t s = 0; s < suppliers; s++)
            left -= out->values[s][r];
        out->values[suppliers][r] = without_rounding(out, left);
    }
    if (out->n[1] > recipients)
        out->values[suppliers][recipients] =
            without_rounding(out, out->ends[1][recipients].value - kept_to_others);
}

armex_status armex_streams_make(struct armex_streams *out, struct armex_arena *arena,
                                const struct armex_transfers *transfers,
                                struct armex_error *error)
{
    *out = (struct armex_streams){
        .all = transfers->all, .unit = transfers->unit, .transfers = transfers};
    out->subject =
        transfers->highlight ? transfers->highlight : transfers->suppliers[0].code;
    take_parties(out, 0, transfers->suppliers, transfers->n_suppliers);
    take_parties(out, 1, transfers->recipients, transfers->n_recipients);
    for (size_t s = 0; s < out->n[0]; s++)
        for (size_t r = 0; r < out->n[1]; r++)
            out->values[s][r] = transfers->values[s][r];
    armex_status status = add_others(out, 0, arena, transfers->suppliers,
                                     transfers->all_suppliers, error);
    if (!status)
        status = add_others(out, 1, arena, transfers->recipients,
                            transfers->all_recipients, error);
    fill_others(out, transfers->n_suppliers, transfers->n_recipients);
    for (size_t side = 0; side < 2; side++)
        for (size_t i = 0; i < out->n[side]; i++)
            out->greatest = fmax(out->greatest, out->ends[side][i].value);
    return status;
}

/** Where the subject stands on a side; n[side]: nowhere. */
static size_t subject_of(const struct armex_streams *streams, size_t side)
{
    size_t i = 0;
    while (i < streams->n[side] && !streams->ends[side][i].subject)
        i++;
    return i;
}

static double value_of(const struct armex_streams *streams, size_t side, size_t end)
{
    return end < streams->n[side] ? streams->ends[side][end].value : 0.0;
}

bool armex_streams_main(size_t *supplier, size_t *recipient,
                        const struct armex_streams *streams)
{
    const size_t s = subject_of(streams, 0), r = subject_of(streams, 1);
    const size_t side = value_of(streams, 0, s) >= value_of(streams, 1, r) ? 0 : 1;
    const size_t subject = side ? r : s;
    double most = 0.0;
    for (size_t i = 0; subject < streams->n[side] && i < streams->n[!side]; i++) {
        const double value = side ? streams->values[i][r] : streams->values[s][i];
        if (!streams->ends[!side][i].code || value <= most)
            continue;
        most = value;
        *supplier = side ? i : s;
        *recipient = side ? r : i;
    }
    return most > 0.0;
}
