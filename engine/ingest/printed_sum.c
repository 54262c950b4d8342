/** ingest/printed_sum.c: sums of figures as they are printed, rounded each. */
#include "ingest/printed_sum.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

bool armex_printed_adds_up(enum armex_unit_kind kind)
{
    return kind == ARMEX_MONEY || kind == ARMEX_TIV || kind == ARMEX_COUNT;
}

bool armex_printed_is_part(const struct armex_entity *entity)
{
    return !entity || entity->kind != ARMEX_AGGREGATE;
}

/** A figure, and where it was rounded. */
struct printed {
    double value, half; /* of a unit of its last place */
    int decimals;
    bool is_unknown;
};

/** Places behind the point; of a figure with a word of millions, or an exponent, as
 * many as its significant digits leave, which may be less than none. */
static int decimals_of(const struct armex_cell *cell, const struct armex_written *said,
                       const struct armex_writing *writing)
{
    struct armex_plain_figure plain;
    const enum armex_written_sense sense =
        armex_written_marks(&plain, cell->text, cell->length, writing->comma);
    const char *point = strchr(plain.text, '.');

    if (sense == ARMEX_WRITTEN_CLEAR && !strpbrk(plain.text, "eE"))
        return point ? (int)strlen(point + 1) : 0;
    return said->value == 0.0
               ? 0
               : (int)said->digits - 1 - (int)floor(log10(fabs(said->value)));
}

static bool read(struct printed *out, const struct armex_cell *cell,
                 const struct armex_writing *writing)
{
    struct armex_written said;

    *out = (struct printed){0};
    if (armex_written_read(&said, cell, writing, NULL))
        return false;
    out->is_unknown = said.mark == ARMEX_UNKNOWN_YET;
    if (isnan(said.value))
        return out->is_unknown;
    out->value = said.value;
    out->decimals = decimals_of(cell, &said, writing);
    out->half = 0.5 * pow(10.0, -out->decimals);
    return true;
}

bool armex_printed_add(struct armex_printed_sum *sum, const struct armex_cell *cell,
                       const struct armex_writing *writing)
{
    struct printed one;

    if (!read(&one, cell, writing))
        return false;
    sum->has_unknown |= one.is_unknown;
    sum->has_figure |= !one.is_unknown;
    sum->value += one.value;
    sum->slack += one.half;
    sum->decimals = one.decimals > sum->decimals ? one.decimals : sum->decimals;
    return true;
}

struct armex_printed_words armex_printed_compare(const struct armex_printed_sum *sum,
                                                 const struct armex_cell *total,
                                                 const struct armex_writing *writing)
{
    const double epsilon = 1e-9; // of adding in binary
    struct armex_printed_words words = {""};
    struct printed due;

    if (!sum->has_figure || !read(&due, total, writing) || due.is_unknown)
        return words;
    const double more = due.value - sum->value;
    if (!isfinite(more) ||
        fabs(more) <= sum->slack + due.half + epsilon * fabs(due.value) ||
        (sum->has_unknown && more > 0.0))
        return words;
    const int decimals = due.decimals > sum->decimals ? due.decimals : sum->decimals;
    snprintf(words.text, sizeof words.text, "add up to %s and not %s, which is %s %s",
             armex_number_fixed(sum->value, decimals).text,
             armex_number_fixed(due.value, decimals).text,
             armex_number_fixed(fabs(more), decimals).text,
             more > 0.0 ? "more" : "less");
    return words;
}
