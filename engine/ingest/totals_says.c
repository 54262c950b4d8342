/** ingest/totals_says.c: what the cells of a row of trade say. */
#include "ingest/totals_parts.h"

#include "base/ascii.h"
#include "country/entity.h"

/** Those of armex_cell_trim() in ASCII. */
static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool armex_trade_bare(const char **text, size_t *length)
{
    const char *from = *text, *to = from + *length;

    if (to - from > 1 && *from == '"') {
        from++;
        to--;
    }
    while (from < to && is_blank(*from))
        from++;
    while (from < to && is_blank(to[-1]))
        to--;
    for (const char *at = from; at < to; at++)
        if (*at == '"' || (unsigned char)*at >= 0x80)
            return false;
    *text = from;
    *length = (size_t)(to - from);
    return true;
}

static uint32_t says_level(uint32_t level)
{
    return level * ARMEX_TOTALS_GROUP * ARMEX_TOTALS_LEVEL + 1;
}

uint32_t armex_trade_says_level(const char *text, size_t length, bool levels)
{
    static const struct {
        const char *code;
        uint32_t level;
    } families[] = {{"93", ARMEX_LEVEL_93},
                    {"8710", ARMEX_LEVEL_8710},
                    {"890610", ARMEX_LEVEL_890610}};
    const size_t n = sizeof families / sizeof *families;

    for (size_t i = 0; i < length; i++)
        if (text[i] < '0' || text[i] > '9')
            return ARMEX_TRADE_PASSED;
    for (size_t i = 0; i < n; i++) {
        const size_t head = strlen(families[i].code), beyond = length - head;
        if (length < head || memcmp(text, families[i].code, head) != 0)
            continue;
        if (!levels)
            return says_level(ARMEX_LEVEL_93);
        if (i == 0)
            return says_level(ARMEX_LEVEL_93 + (beyond > 2 ? 2 : beyond > 0));
        return says_level(families[i].level + (i == 1 && beyond > 0));
    }
    return ARMEX_TRADE_PASSED;
}

static size_t word_of(const char *const *words, size_t n, const char *text,
                      size_t length)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(words[i]) == length && armex_same_letters_n(text, words[i], length))
            return i;
    return n;
}

/** A number of zeros, "000" or "+0", as tables that pad their codes write it. */
static bool is_zero(const char *text, size_t length)
{
    const size_t sign = length > 1 && (*text == '+' || *text == '-');

    for (size_t i = sign; i < length; i++)
        if (text[i] != '0')
            return false;
    return length > 0;
}

uint32_t armex_trade_says_flow(const char *text, size_t length)
{
    static const char *const words[] = {
        "X",       "M",       "RX",         "RM",        "2",         "1",
        "3",       "4",       "Export",     "Import",    "Re-Export", "Re-Import",
        "Exports", "Imports", "Re-exports", "Re-imports"};
    const size_t n = sizeof words / sizeof *words, at = word_of(words, n, text, length);

    return at < n
               ? ARMEX_TOTALS_GROUP * ((uint32_t)at % (uint32_t)ARMEX_TRADE_FLOWS) + 1
               : ARMEX_TRADE_PASSED;
}

uint32_t armex_trade_says_partner(const char *text, size_t length)
{
    static const char *const world[] = {"W00", "WLD", "World", "Total", "All"};
    const size_t n = sizeof world / sizeof *world;
    const bool may_be =
        length > 0 && armex_trade_may_be_world(armex_trade_beginning(text, length));
    bool is_world =
        may_be && (is_zero(text, length) || word_of(world, n, text, length) < n);

    if (may_be && !is_world) {
        const struct armex_entity *entity = armex_entity_find(text, length);
        is_world = entity && strcmp(entity->code, "WLD") == 0;
    }
    return is_world ? ARMEX_TRADE_SAYS_WORLD : ARMEX_TRADE_SAYS_OTHER;
}

bool armex_trade_level_says(enum armex_trade_level *out, const char *text,
                            size_t length)
{
    const uint32_t says = armex_trade_says_level(text, length, true);

    *out = (enum armex_trade_level)((says - 1) / (says_level(1) - 1));
    return !(says & ARMEX_TRADE_PASSED);
}

bool armex_trade_flow_says(enum armex_trade_flow *out, const char *text, size_t length)
{
    const uint32_t says = armex_trade_says_flow(text, length);

    *out = (enum armex_trade_flow)((says - 1) / ARMEX_TOTALS_GROUP);
    return !(says & ARMEX_TRADE_PASSED);
}

bool armex_trade_is_world(const char *text, size_t length)
{
    return armex_trade_says_partner(text, length) == ARMEX_TRADE_SAYS_WORLD;
}

bool armex_trade_total_is(const struct armex_trade_total *total, const char *text,
                          size_t length)
{
    return length == 0 ||
           ((total->begins ? length >= total->length : length == total->length) &&
            armex_same_letters_n(text, total->code, total->length)) ||
           (*total->code == '0' && is_zero(text, length));
}

enum armex_trade_part armex_trade_part_of(const struct armex_trade_total *total,
                                          const char *text, size_t length)
{
    if (!armex_trade_bare(&text, &length))
        return ARMEX_TRADE_UNCLEAR;
    return armex_trade_total_is(total, text, length) ? ARMEX_TRADE_TOTAL
                                                     : ARMEX_TRADE_PART;
}
