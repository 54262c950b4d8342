/** chart/svg_tag.c: reading the SVG that gnuplot writes, one tag at a time. */
#include "chart/svg_tag.h"

#include <string.h>

#include "base/ascii.h"

bool armex_span_has(struct armex_span span, const char *text)
{
    return span.at && memmem(span.at, span.length, text, strlen(text)) != NULL;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static const double farthest = 1e5; // no picture is that large

bool armex_svg_next(struct armex_svg_tag *tag, const char **at, const char *end)
{
    const char *start = *at;
    for (;;) {
        const char *open = memchr(*at, '<', (size_t)(end - *at));
        const char *close = open ? memchr(open, '>', (size_t)(end - open)) : NULL;
        if (!close)
            return false;
        *at = close + 1;
        if (open[1] == '?' || open[1] == '!') {
            start = *at;
            continue;
        }
        tag->before = (struct armex_span){start, (size_t)(open - start)};
        tag->closing = open[1] == '/';
        tag->empty = close[-1] == '/';
        const char *name = open + 1 + tag->closing;
        const char *rest = name;
        while (rest < close && !is_space(*rest) && *rest != '/')
            rest++;
        tag->name = (struct armex_span){name, (size_t)(rest - name)};
        tag->attributes = (struct armex_span){rest, (size_t)(close - rest)};
        return true;
    }
}

bool armex_svg_attribute_next(struct armex_span *name, struct armex_span *value,
                              struct armex_span *rest)
{
    const char *at = rest->at, *end = at + rest->length;
    while (at < end && is_space(*at))
        at++;
    const char *from = at;
    while (at < end && !is_space(*at) && *at != '=')
        at++;
    *name = (struct armex_span){from, (size_t)(at - from)};
    while (at < end && (is_space(*at) || *at == '='))
        at++;
    if (at >= end || (*at != '"' && *at != '\''))
        return false;
    const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
    if (!close)
        return false;
    *value = (struct armex_span){at + 1, (size_t)(close - at - 1)};
    *rest = (struct armex_span){close + 1, (size_t)(end - close - 1)};
    return true;
}

static struct armex_span find(struct armex_span attributes, const char *name)
{
    struct armex_span its, value;
    const size_t length = strlen(name);
    while (attributes.at && armex_svg_attribute_next(&its, &value, &attributes))
        if (its.length == length && !memcmp(its.at, name, length))
            return value;
    return (struct armex_span){NULL, 0};
}

struct armex_span armex_svg_attribute(const struct armex_svg_tag *tag, const char *name)
{
    const struct armex_span own = find(tag->attributes, name);
    return own.at ? own : find(tag->around, name);
}

bool armex_svg_number(double *out, struct armex_span *span)
{
    static const double powers[] = {1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    const size_t most_places = sizeof powers / sizeof *powers - 1;
    const unsigned long many = 100000000; // what lies beyond is as far as can be
    const char *at = span->at, *end = at + span->length;
    unsigned long digits = 0;
    size_t places = 0;
    while (at < end && !armex_is_digit(*at) &&
           !(*at == '.' && at + 1 < end && armex_is_digit(at[1])))
        at++;
    if (at == end)
        return false;
    const bool negative = at > span->at && at[-1] == '-';
    for (; at < end && armex_is_digit(*at); at++)
        digits = digits < many ? digits * 10 + (unsigned long)(*at - '0') : digits;
    if (at + 1 < end && *at == '.' && armex_is_digit(at[1]))
        for (at++; at < end && armex_is_digit(*at); at++)
            if (places < most_places) {
                digits = digits * 10 + (unsigned long)(*at - '0');
                places++;
            }
    const double value = (double)digits / powers[places];
    *out = value < farthest ? value : farthest;
    *out = negative ? -*out : *out;
    span->length = (size_t)(end - at);
    span->at = at;
    return true;
}

void armex_span_plain(struct armex_text *out, struct armex_span words)
{
    static const struct {
        const char *entity, *text;
    } known[] = {{"&amp;", "&"}, {"&lt;", "<"},    {"&gt;", ">"},
                 {"&#39;", "'"}, {"&quot;", "\""}, {"&apos;", "'"}};
    for (size_t i = 0; i < words.length;) {
        size_t k = 0;
        while (k < 6 &&
               (words.length - i < strlen(known[k].entity) ||
                strncmp(words.at + i, known[k].entity, strlen(known[k].entity)) != 0))
            k++;
        armex_text_add_bytes(out, k < 6 ? known[k].text : words.at + i, 1);
        i += k < 6 ? strlen(known[k].entity) : 1;
    }
}
