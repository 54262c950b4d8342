/** ingest/written_marks.c: which mark among digits is the decimal one. */
#include "ingest/written_marks.h"

#include <string.h>

#include "base/number.h"

enum { MOST_MARKS = 12, BLANK = ' ', APOSTROPHE = '\'' };

/* Digits cut at their marks: run i ends at mark i. */
struct runs {
    char digits[ARMEX_WRITTEN_SIZE];
    size_t ends[MOST_MARKS + 1]; /* in `digits` */
    char marks[MOST_MARKS];      /* blank, apostrophe, comma or point */
    size_t n_marks;
    bool negative;
};

static bool begins(const char *text, size_t length, const char *with)
{
    const size_t n = strlen(with);
    return length >= n && memcmp(text, with, n) == 0;
}

size_t armex_written_blank(const char *text, size_t length)
{
    static const char *const blanks[] = {
        " ",
        "\t",
        "\n",
        "\r",
        "\xc2\xa0",     // U+00A0, no-break
        "\xe2\x80\x87", // U+2007, as wide as a digit
        "\xe2\x80\x89", // U+2009, thin
        "\xe2\x80\xaf", // U+202F, narrow no-break
    };

    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (begins(text, length, blanks[i]))
            return strlen(blanks[i]);
    return 0;
}

/* The mark at the start of the text and its bytes; 0: none. */
static size_t mark_at(char *mark, const char *text, size_t length)
{
    static const char curly[] = "\xe2\x80\x99"; // U+2019
    const size_t blank = armex_written_blank(text, length);

    *mark = BLANK;
    if (blank)
        return blank;
    *mark = *text;
    if (*text == '.' || *text == ',' || *text == APOSTROPHE)
        return 1;
    *mark = APOSTROPHE;
    return begins(text, length, curly) ? strlen(curly) : 0;
}

static size_t take_sign(bool *negative, const char *text, size_t length)
{
    static const char minus[] = "\xe2\x88\x92"; // U+2212

    *negative = length && *text == '-';
    if (length && (*text == '-' || *text == '+'))
        return 1;
    *negative = begins(text, length, minus);
    return *negative ? strlen(minus) : 0;
}

/* false: something else among the digits, too much of it, or a run without digits. */
static bool cut(struct runs *runs, const char *text, size_t length)
{
    size_t n = 0, start = 0;

    for (size_t at = take_sign(&runs->negative, text, length); at < length;) {
        char mark = 0;
        if (text[at] >= '0' && text[at] <= '9') {
            if (n + 3 > sizeof runs->digits) // a sign and a point come with them
                return false;
            runs->digits[n++] = text[at++];
            continue;
        }
        const size_t bytes = mark_at(&mark, text + at, length - at);
        if (!bytes || n == start || runs->n_marks == MOST_MARKS)
            return false;
        runs->ends[runs->n_marks] = start = n;
        runs->marks[runs->n_marks++] = mark;
        at += bytes;
    }
    runs->ends[runs->n_marks] = n;
    return n > start;
}

/* Whether the first `n` marks set thousands off: one kind of mark, three digits behind
   each, and no figure that begins with a nought. */
static bool sets_off_thousands(const struct runs *runs, size_t n,
                               enum armex_comma comma)
{
    if (n && ((comma == ARMEX_COMMA_DECIMAL && runs->marks[0] == ',') ||
              (comma == ARMEX_COMMA_THOUSANDS && runs->marks[0] == '.')))
        return false;
    for (size_t i = 0; i < n; i++)
        if (runs->marks[i] != runs->marks[0] || runs->ends[i + 1] - runs->ends[i] != 3)
            return false;
    return !n || (runs->ends[0] <= 3 && runs->digits[0] != '0');
}

/* Whether the last mark is the decimal one: that of thousands does not return as it. */
static bool ends_with_decimals(const struct runs *runs, enum armex_comma comma)
{
    const size_t last = runs->n_marks - 1;
    const char mark = runs->marks[last];

    if (mark != (comma == ARMEX_COMMA_DECIMAL ? ',' : '.') &&
        !(mark == ',' && comma != ARMEX_COMMA_THOUSANDS))
        return false;
    if (runs->digits[0] == '0' && runs->ends[0] > 1)
        return false;
    return !last || (mark != runs->marks[0] && sets_off_thousands(runs, last, comma));
}

/* The digits with a point after the first `whole` of them, if any stand behind it. */
static void write_plainly(char out[ARMEX_WRITTEN_SIZE], const struct runs *runs,
                          size_t whole)
{
    const size_t n = runs->ends[runs->n_marks];

    if (runs->negative)
        *out++ = '-';
    memcpy(out, runs->digits, whole);
    out += whole;
    if (whole < n)
        *out++ = '.';
    memcpy(out, runs->digits + whole, n - whole);
    out[n - whole] = '\0';
}

static enum armex_written_sense sense_of(struct armex_plain_figure *out,
                                         const struct runs *runs,
                                         enum armex_comma comma)
{
    const size_t n = runs->n_marks;
    // as in a plain number
    const bool one_point =
        n == 1 && runs->marks[0] == '.' && !armex_comma_rules_points(comma);
    const bool whole = !one_point && sets_off_thousands(runs, n, comma);
    const bool decimal = n && ends_with_decimals(runs, comma);

    if (whole)
        write_plainly(out->text, runs, runs->ends[n]);
    if (decimal)
        write_plainly(whole ? out->other : out->text, runs, runs->ends[n - 1]);
    return whole && decimal   ? ARMEX_WRITTEN_TWO_WAYS
           : whole || decimal ? ARMEX_WRITTEN_CLEAR
                              : ARMEX_WRITTEN_NONSENSE;
}

enum armex_written_sense armex_written_marks(struct armex_plain_figure *out,
                                             const char *text, size_t length,
                                             enum armex_comma comma)
{
    struct runs runs = {0};
    const bool has_point = length && memchr(text, '.', length);
    double value;

    *out = (struct armex_plain_figure){0};
    if (length < sizeof out->text && !(has_point && armex_comma_rules_points(comma)) &&
        armex_number_parse(&value, text, length, 0)) {
        memcpy(out->text, text, length);
        return ARMEX_WRITTEN_CLEAR;
    }
    return cut(&runs, text, length) ? sense_of(out, &runs, comma)
                                    : ARMEX_WRITTEN_NONSENSE;
}
