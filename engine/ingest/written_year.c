/** ingest/written_year.c: years told from spans and parts of them. */
#include "ingest/written_year.h"

#include <string.h>

#include "base/ascii.h"
#include "base/number.h"
#include "ingest/csv.h"
#include "ingest/written_ends.h"

enum { DIGITS = 4 }; /* of a year */

/* What is left to be read. */
struct rest {
    const char *text;
    size_t length;
};

static bool take(struct rest *rest, const char *text)
{
    const size_t n = strlen(text);

    if (rest->length < n || !armex_same_letters_n(rest->text, text, n))
        return false;
    rest->text += n;
    rest->length -= n;
    return true;
}

static bool take_any(struct rest *rest, const char *const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (take(rest, texts[i]))
            return true;
    return false;
}

static bool take_number(long *out, struct rest *rest, size_t digits, long least,
                        long most)
{
    if (rest->length < digits ||
        !armex_whole_parse(out, rest->text, digits, least, most))
        return false;
    rest->text += digits;
    rest->length -= digits;
    return true;
}

static bool take_year(long *out, struct rest *rest)
{
    return take_number(out, rest, DIGITS, 1500, 2200);
}

/** Whether the rest is "Q1" or the like. */
static bool is_quarter(struct rest rest)
{
    long quarter;
    return take(&rest, "q") && take_number(&quarter, &rest, 1, 1, 4);
}

/** The last year of "/19" or "/2019" behind the first; 0: none. */
static long last_of_span(struct rest rest, long first)
{
    long last = 0;

    if (rest.length == DIGITS && take_year(&last, &rest))
        return last > first ? last : 0;
    if (rest.length != 2 || !take_number(&last, &rest, 2, 0, 99))
        return 0;
    last += first - first % 100;
    return last > first ? last : last + 100;
}

/** What stands behind the year, which is known. */
static struct armex_written_year continued(struct rest rest, long year)
{
    static const char *const dashes[] = {"/", "-", "\xe2\x80\x93"}; // and an en dash
    const size_t n = sizeof dashes / sizeof *dashes;
    struct armex_written_year out = {ARMEX_CALENDAR_YEAR, (int)year, false};
    struct rest after = rest;
    long month, last;

    if (!rest.length || (rest.length == 2 && memcmp(rest.text, ".0", 2) == 0))
        return out;
    if (rest.length == 6 &&
        (memcmp(rest.text, "-01-01", 6) == 0 || memcmp(rest.text, "-12-31", 6) == 0))
        return out;
    out.kind = ARMEX_PART_OF_A_YEAR;
    if (is_quarter(rest) || (take(&after, "m") && after.length <= 2))
        return out;
    after = rest;
    const bool parted = take_any(&after, dashes, n) || take(&after, " ");
    if (parted && is_quarter(after))
        return out;
    last = parted ? last_of_span(after, year) : 0;
    if (parted && after.length == 2 && *rest.text == '-' &&
        take_number(&month, &after, 2, 1, 12)) {
        out.kind = last == year + 1 ? ARMEX_UNSURE_YEAR : ARMEX_PART_OF_A_YEAR;
        return out;
    }
    out.kind = !last              ? ARMEX_NO_YEAR
               : last == year + 1 ? ARMEX_FISCAL_YEAR
                                  : ARMEX_SEVERAL_YEARS;
    out.year = (int)(last ? last : year);
    return out;
}

/** The first or last day of a year, before it: in any order of day and month. */
static bool take_day(struct rest *rest)
{
    static const char *const days[] = {"31.12.", "31/12/", "31-12-", "12/31/", "1.1.",
                                       "01.01.", "1/1/",   "01/01/", "01-01-"};
    struct rest after = *rest;
    const bool is_day =
        take_any(&after, days, sizeof days / sizeof *days) && after.length == DIGITS;

    if (is_day)
        *rest = after;
    return is_day;
}

static bool take_fiscal(struct rest *rest)
{
    static const char *const words[] = {"FY ", "FY", "fiscal year ", "fiscal "};
    return take_any(rest, words, sizeof words / sizeof *words);
}

struct armex_written_year armex_written_year(const char *text, size_t length)
{
    const struct armex_cell cell =
        armex_cell_trim((struct armex_cell){.text = text, .length = length});
    struct rest rest = {cell.text, cell.length};
    const size_t mark = armex_written_footnote(rest.text, rest.length);
    struct armex_written_year out = {ARMEX_NO_YEAR, 0, false};
    long year;

    rest.length -= mark;
    while (rest.length && rest.text[rest.length - 1] == ' ')
        rest.length--;
    const bool fiscal = !take_day(&rest) && take_fiscal(&rest);
    if (is_quarter(rest) && rest.length > DIGITS)
        return (struct armex_written_year){ARMEX_PART_OF_A_YEAR, 0, false};
    if (take_year(&year, &rest))
        out = continued(rest, year);
    if (fiscal && out.kind == ARMEX_CALENDAR_YEAR)
        out.kind = ARMEX_FISCAL_YEAR;
    out.noted = mark > 0;
    return out;
}

const char *armex_year_words(enum armex_year_kind kind)
{
    static const char *const words[] = {
        [ARMEX_NO_YEAR] = "is no year from 1500 to 2200",
        [ARMEX_CALENDAR_YEAR] = "is a year",
        [ARMEX_FISCAL_YEAR] = "is a fiscal year",
        [ARMEX_SEVERAL_YEARS] = "is several years; write the last of them, and in a "
                                "column 'years' how many they are",
        [ARMEX_PART_OF_A_YEAR] = "is a part of a year; add the parts up to years",
        [ARMEX_UNSURE_YEAR] = "may be a month or a fiscal year; write such a year as "
                              "2011/12",
    };
    return words[kind];
}
