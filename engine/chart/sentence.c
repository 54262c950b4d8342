/** chart/sentence.c: the grammar that titles need: articles, possessives, ordinals. */
#include "chart/sentence.h"

#include <string.h>

/** Names that English sets an article before begin so, or are so. */
static bool takes_article(const char *name)
{
    static const char *const starts[] = {"United ", "Soviet ", "European ", "Central "};
    static const char *const names[] = {
        "Netherlands", "Philippines", "Bahamas",  "Gambia",    "Maldives",
        "Comoros",     "Congo",       "Holy See", "Euro area", "DR Congo"};
    if (strstr(name, " Republic") && strncmp(name, "Republic", 8) != 0)
        return true;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(name, starts[i], strlen(starts[i])))
            return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(name, names[i]))
            return true;
    const size_t length = strlen(name), islands = strlen(" Islands");
    if (length > islands && !strcmp(name + length - islands, " Islands"))
        return true;
    return !strcmp(name, "World");
}

const char *armex_with_article(struct armex_arena *arena, const char *name, bool starts)
{
    const bool world = !strcmp(name, "World");
    if (!takes_article(name))
        return armex_arena_text(arena, name);
    return armex_arena_printf(arena, "%s %s", starts ? "The" : "the",
                              world ? "world" : name);
}

const char *armex_article(const char *word)
{
    return *word && strchr("aeio", *word) ? "an" : "a"; // "a union", "a user"
}

const char *armex_possessive(struct armex_arena *arena, const char *name)
{
    const size_t length = strlen(name);
    const bool plural = length > 0 && name[length - 1] == 's';
    return armex_arena_printf(arena, "%s%s", name, plural ? "\u2019" : "\u2019s");
}

const char *armex_ordinal_digits(struct armex_arena *arena, long n)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    const bool teen = n % 100 >= 11 && n % 100 <= 13;
    const long last = teen || n % 10 > 3 || n < 0 ? 0 : n % 10;
    return armex_arena_printf(arena, "%ld%s", n, endings[last]);
}

const char *armex_ordinal(struct armex_arena *arena, long n)
{
    static const char *const words[] = {"zeroth", "first", "second", "third",
                                        "fourth", "fifth", "sixth",  "seventh",
                                        "eighth", "ninth", "tenth"};
    if (n >= 1 && n <= 10)
        return armex_arena_text(arena, words[n]);
    return armex_ordinal_digits(arena, n);
}

const char *armex_count_word(size_t n)
{
    static const char *const words[] = {"no",    "one",  "two", "three",
                                        "four",  "five", "six", "seven",
                                        "eight", "nine", "ten"};
    return n < sizeof words / sizeof *words ? words[n] : NULL;
}

const char *armex_subject(const char *name, enum armex_flow_direction flow)
{
    static const char *const subjects[ARMEX_MEASURES][2] = {
        [ARMEX_DELIVERIES_TIV] = {"deliveries of major arms", "imports of major arms"},
        [ARMEX_DELIVERIES] = {"arms exports", "arms imports"},
        [ARMEX_ORDERS] = {"arms export orders", "arms import orders"},
        [ARMEX_AGREEMENTS] = {"arms export agreements", "arms import agreements"},
        [ARMEX_LICENCES] = {"arms export licences", "arms import licences"},
        [ARMEX_AUTHORISATIONS] = {"arms export authorisations",
                                  "arms import authorisations"},
        [ARMEX_CUSTOMS] = {"arms exports through customs",
                           "arms imports through customs"},
        [ARMEX_PRICE_INDEX] = {"price index", "price index"},
        [ARMEX_EXCHANGE_RATE] = {"exchange rate", "exchange rate"},
        [ARMEX_MILITARY_EXPENDITURE] = {"military expenditure", "military expenditure"},
        [ARMEX_GDP] = {"gross domestic product", "gross domestic product"},
        [ARMEX_INFLATION] = {"inflation", "inflation"},
        [ARMEX_ARMS_REVENUE] = {"arms revenue", "arms revenue"},
    };
    enum armex_measure measure;
    if (!armex_measure_parse(&measure, name, strlen(name)))
        return "figures";
    return subjects[measure][flow];
}

const char *armex_share_subject(const char *name, enum armex_flow_direction flow)
{
    enum armex_measure measure;
    if (!armex_measure_parse(&measure, name, strlen(name)) ||
        measure != ARMEX_DELIVERIES_TIV)
        return armex_subject(name, flow);
    return flow == ARMEX_IMPORTS ? "share of imports of major arms"
                                 : "share of deliveries of major arms";
}

const char *armex_capitalised(struct armex_arena *arena, const char *text)
{
    char *copy = armex_arena_text(arena, text);
    if (copy && copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] & 0x5f);
    return copy;
}
