/**
 * ingest/totals_rows.h: the inner loop of the totals, for each form of its parts.
 *
 * Some rows at a time are taken for what they usually are: first it is found where they
 * count, then what they add. Nothing in a row is branched upon; what would be odd is
 * gathered on the way, and asked about once. An odd row is read again, thoroughly; what
 * is no row even then is left to armex_totals_take_one().
 */
#ifndef ARMEX_INGEST_TOTALS_ROWS_H
#define ARMEX_INGEST_TOTALS_ROWS_H

#include "ingest/totals_parts.h"

#define ARMEX_INLINE static inline __attribute__((always_inline))

/** What the `length` bytes before `end` add to a sum: thousandths of a dollar, times
 *  four. 16 bytes can be read, and `length` is no more. false: they are not digits with
 *  at most one point among them, or too many for a sum (ARMEX_TOTALS_DIGITS), or with
 *  more than three decimal places. */
typedef bool armex_digits_function(uint64_t *amount, const char *end, uint32_t length);

/** As armex_code_key(), of `span` bytes less one. Beyond 8 all of the eight are taken,
 *  beyond 31 anything. */
typedef uint64_t armex_key_function(const char *text, uint32_t span);

/** What differs from form to form; all of it is known to the compiler. */
struct armex_totals_form {
    armex_digits_function *read_digits;
    armex_key_function *key_of;
    bool last;     /**< the last cell of a row is wanted, which may end with a CR */
    bool thorough; /**< codes are looked for wherever they may be */
};

/** What the inner loop looks up, a copy that nothing else can change. */
struct armex_totals_look {
    const struct armex_code *slots;
    ptrdiff_t column;
    uint64_t factor;
    unsigned shift;
};
struct armex_totals_lookup {
    struct armex_totals_look roles[ARMEX_TRADE_ROLES];
    const uint32_t *places;
    ptrdiff_t value, last; /**< columns */
};

/** A row of the file: its bytes and its ends. */
struct armex_totals_line {
    const char *bytes;
    const uint32_t *ends;
};

/** What is odd in a row. */
struct armex_totals_doubt {
    uint64_t codes;   /**< not 0: some code is not where it is looked for first */
    uint32_t lengths; /**< 64 and more: a cell is too long to be looked for so */
};

/** A cell: the byte before it, and its length plus 1. */
struct armex_totals_cell {
    size_t before;
    uint32_t span;
};

ARMEX_INLINE struct armex_totals_cell armex_totals_cell(struct armex_totals_line line,
                                                        ptrdiff_t column,
                                                        ptrdiff_t last,
                                                        struct armex_totals_form form)
{
    const uint32_t before = line.ends[column - 1], end = line.ends[column];
    struct armex_totals_cell cell = {before, end - before};

    if (form.last && column == last && cell.span > 1)
        cell.span -= line.bytes[end - 1] == '\r';
    return cell;
}

/** What the code of a role says. Codes are known with their quotes as well, so that
 *  nobody has to take them off. */
ARMEX_INLINE uint32_t armex_totals_says(struct armex_totals_doubt *doubt,
                                        struct armex_totals_line line,
                                        const struct armex_totals_lookup *lookup,
                                        enum armex_trade_role role,
                                        struct armex_totals_form form)
{
    enum { ODD = 64, CODE = ARMEX_CODE_SIZE + 1 };
    const struct armex_totals_look *look = &lookup->roles[role];
    const struct armex_totals_cell cell =
        armex_totals_cell(line, look->column, lookup->last, form);
    const uint64_t key = form.key_of(line.bytes + cell.before + 1, cell.span);
    const struct armex_code *slot = &look->slots[key * look->factor >> look->shift];

    if (role == ARMEX_TRADE_PARTNER) { // any that cannot be the World will do
        const bool quoted = (key & 0xff) == '"', known = slot->key == key;
        doubt->lengths |= cell.span + ODD - 33;
        doubt->codes |= !known & armex_trade_may_be_world(key >> 8 * quoted);
        return known ? slot->value : ARMEX_TRADE_SAYS_OTHER;
    }
    if (role == ARMEX_TRADE_COMMODITY) // eight bytes: six digits within quotes
        doubt->lengths |= cell.span + ODD - (CODE + 1);
    else
        doubt->lengths |= 4 * cell.span + ODD - 4 * CODE;
    doubt->codes |= slot->key ^ key;
    return slot->value;
}

/** The same of a code with blanks around it. 0: it has none, or was not met yet. */
static inline uint32_t armex_totals_says_padded(const struct armex_codes *codes,
                                                const char *text, size_t length)
{
    const size_t whole = length, quoted = length > 1 && *text == '"';

    if (!armex_trade_bare(&text, &length) || length == 0 || length > ARMEX_CODE_MOST ||
        length + 2 * quoted == whole)
        return 0;
    return armex_codes_look(codes, armex_code_key(text, length));
}

/** Whether a partner is not the World, by how it begins or because it is blank. */
static inline bool armex_totals_is_other(const char *text, size_t length)
{
    return armex_trade_bare(&text, &length) &&
           (length == 0 ||
            !armex_trade_may_be_world(armex_trade_beginning(text, length)));
}

/** The same, wherever the code may be. */
static inline uint32_t armex_totals_says_surely(
    struct armex_totals_doubt *doubt, struct armex_totals_line line,
    const struct armex_totals_worker *worker, const struct armex_totals_lookup *lookup,
    enum armex_trade_role role, struct armex_totals_form form)
{
    const struct armex_totals_cell cell =
        armex_totals_cell(line, lookup->roles[role].column, lookup->last, form);
    const struct armex_codes *codes = &worker->codes[role];
    const char *text = line.bytes + cell.before + 1;
    const size_t length = cell.span - 1;
    uint32_t says = 0;

    if (length <= ARMEX_CODE_SIZE)
        says = armex_codes_look(codes, armex_code_key(text, length));
    if (!says)
        says = armex_totals_says_padded(codes, text, length);
    if (!says && role == ARMEX_TRADE_PARTNER && armex_totals_is_other(text, length))
        says = ARMEX_TRADE_SAYS_OTHER;
    doubt->codes |= says == 0;
    return says;
}

/** Whether a column in which only the total is wanted holds something else. */
static inline enum armex_trade_part armex_totals_part(
    const struct armex_trade_columns *columns, struct armex_totals_line line,
    ptrdiff_t last, struct armex_totals_form form)
{
    enum armex_trade_part part = ARMEX_TRADE_TOTAL;

    for (size_t i = 0; i < columns->n_more; i++) {
        const struct armex_totals_cell cell =
            armex_totals_cell(line, (ptrdiff_t)columns->more[i].column, last, form);
        const enum armex_trade_part says = armex_trade_part_at_once(
            &columns->more[i], line.bytes + cell.before + 1, cell.span - 1);
        part = says > part ? says : part;
    }
    return part;
}

/** Where the row counts: a place of worker->sums. false: it needs more care. */
ARMEX_INLINE bool armex_totals_find(uint32_t *place, struct armex_totals_worker *worker,
                                    const struct armex_totals_lookup *lookup,
                                    struct armex_totals_line line,
                                    struct armex_totals_form form)
{
    struct armex_totals_doubt doubt = {0, 0};
    uint32_t says[ARMEX_TRADE_ROLES];

#pragma GCC unroll 5
    for (int i = 0; i < ARMEX_TRADE_ROLES; i++) {
        const enum armex_trade_role role = (enum armex_trade_role)i;
        says[i] = form.thorough ? armex_totals_says_surely(&doubt, line, worker, lookup,
                                                           role, form)
                                : armex_totals_says(&doubt, line, lookup, role, form);
    }
    if (doubt.codes || doubt.lengths >= 64)
        return false;
    const enum armex_trade_part part =
        worker->columns->n_more
            ? armex_totals_part(worker->columns, line, lookup->last, form)
            : ARMEX_TRADE_TOTAL;
    if (part == ARMEX_TRADE_UNCLEAR)
        return false;
    if (part ||
        ((says[ARMEX_TRADE_FLOW] | says[ARMEX_TRADE_COMMODITY]) & ARMEX_TRADE_PASSED)) {
        *place = armex_totals_passed(says, part);
        return true;
    }
    const size_t at = armex_totals_at(says);
    if (form.thorough && !lookup->places[at])
        armex_totals_add_place(worker, at, NULL); // without memory it stays unknown
    const uint32_t first = lookup->places[at];
    if (!first)
        return false;
    *place = first + says[ARMEX_TRADE_YEAR] - 1;
    __builtin_prefetch(&worker->sums[*place], 1);
    return true;
}

/** What some rows did. */
struct armex_totals_gain {
    uint64_t bits; /**< of all their sums */
    size_t passed;
};

/** Adds what the row says to its place. false: it needs more care, and nothing was
 *  done. */
ARMEX_INLINE bool armex_totals_add_value(struct armex_totals_worker *worker,
                                         struct armex_totals_gain *gain, uint32_t place,
                                         const struct armex_totals_lookup *lookup,
                                         struct armex_totals_line line,
                                         struct armex_totals_form form)
{
    const struct armex_totals_cell cell =
        armex_totals_cell(line, lookup->value, lookup->last, form);
    const char *end = line.bytes + cell.before + cell.span;
    uint32_t length = cell.span - 1;
    uint64_t amount;

    if (form.thorough) {
        const char *text = end - length;
        size_t bare = length;
        if (!armex_trade_bare(&text, &bare))
            return false;
        end = text + bare;
        length = (uint32_t)bare;
    } else if (line.bytes[cell.before + 1] == '"') {
        length -= 2;
        end--;
    }
    if (length > 16 || !form.read_digits(&amount, end, length))
        return false;
    if (place < ARMEX_TOTALS_REASONS) {
        worker->passed[place]++;
        gain->passed++;
        return true;
    }
    const uint64_t sum = worker->sums[place] + amount;
    gain->bits |= sum;
    worker->sums[place] = sum | (length ? ARMEX_SEEN_VALUE : ARMEX_SEEN_BLANK);
    return true;
}

/** Copies what is looked up. false: nothing is known yet. */
static inline bool armex_totals_look_up(struct armex_totals_lookup *lookup,
                                        const struct armex_totals_worker *worker,
                                        size_t n_cells)
{
    lookup->places = worker->places;
    lookup->value = (ptrdiff_t)worker->columns->value;
    lookup->last = (ptrdiff_t)n_cells - 1;
    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++) {
        const struct armex_codes *codes = &worker->codes[i];
        lookup->roles[i] = (struct armex_totals_look){
            codes->slots, (ptrdiff_t)worker->columns->roles[i], codes->factor,
            codes->shift};
        if (!codes->slots)
            return false;
    }
    return true;
}

/** Takes up to `n` rows and returns how many; at an odd one it stops. */
ARMEX_INLINE size_t armex_totals_take_some(struct armex_totals_worker *worker,
                                           const struct armex_totals_lookup *lookup,
                                           struct armex_totals_line line, size_t n,
                                           size_t n_cells,
                                           struct armex_totals_form form)
{
    enum { TOGETHER = 16 };
    struct armex_totals_line next = line;
    uint32_t places[TOGETHER];
    size_t found = 0, added = 0;
    struct armex_totals_gain gain = {0, 0};

    for (n = n < TOGETHER ? n : TOGETHER; found < n; found++, next.ends += n_cells)
        if (!armex_totals_find(&places[found], worker, lookup, next, form))
            break;
    for (; added < found; added++, line.ends += n_cells)
        if (!armex_totals_add_value(worker, &gain, places[added], lookup, line, form))
            break;
    worker->full |= gain.bits >> 63;
    worker->counted += added - gain.passed;
    return added;
}

/** Takes the row if that can be done at all without armex_totals_take_one(). */
bool armex_totals_take_thoroughly(struct armex_totals_worker *worker,
                                  struct armex_totals_line line, size_t n_cells);

ARMEX_INLINE size_t armex_totals_take_form(struct armex_totals_worker *worker,
                                           const struct armex_totals_lookup *lookup,
                                           const struct armex_rows *rows,
                                           struct armex_totals_form form)
{
    struct armex_totals_line line = {rows->bytes, rows->ends};
    size_t row = 0;

    while (row < rows->n && !worker->full) {
        size_t n = armex_totals_take_some(worker, lookup, line, rows->n - row,
                                          rows->n_cells, form);
        if (n == 0) {
            if (!armex_totals_take_thoroughly(worker, line, rows->n_cells))
                return row;
            n = 1;
        }
        row += n;
        line.ends += n * rows->n_cells;
    }
    return row;
}

/** Whether a wanted column is the last. */
static inline bool armex_totals_want_last(const struct armex_trade_columns *columns,
                                          size_t n_cells)
{
    bool wanted = columns->value + 1 == n_cells;

    for (size_t i = 0; i < ARMEX_TRADE_ROLES; i++)
        wanted |= columns->roles[i] + 1 == n_cells;
    for (size_t i = 0; i < columns->n_more; i++)
        wanted |= columns->more[i].column + 1 == n_cells;
    return wanted;
}

ARMEX_INLINE size_t armex_totals_take(struct armex_totals_worker *worker,
                                      const struct armex_rows *rows,
                                      armex_digits_function *read_digits,
                                      armex_key_function *key_of)
{
    const struct armex_totals_form last = {read_digits, key_of, true, false},
                                   inner = {read_digits, key_of, false, false};
    struct armex_totals_lookup lookup;

    if (!armex_totals_look_up(&lookup, worker, rows->n_cells))
        return 0;
    return armex_totals_want_last(worker->columns, rows->n_cells)
               ? armex_totals_take_form(worker, &lookup, rows, last)
               : armex_totals_take_form(worker, &lookup, rows, inner);
}

#endif
