/** report/svg.c: a chart's file as a drawing within a page. */
#include "report/svg.h"

#include <string.h>

#include "report/html.h"

/* What stands between the quotes of `name` in the tag that ends at `end`. */
static bool attribute(const char **value, size_t *length, const char *tag,
                      const char *end, const char *name)
{
    const char *at = strstr(tag, name);

    if (!at || at >= end)
        return false;
    *value = at + strlen(name);
    const char *quote = memchr(*value, '"', (size_t)(end - *value));
    *length = quote ? (size_t)(quote - *value) : 0;
    return quote != NULL;
}

/* Past the element of that name if it opens at `at`. */
static const char *skip(const char *at, const char *name, const char *close)
{
    const size_t length = strlen(name);
    const char *end =
        strncmp(at, name, length) == 0 && (at[length] == '>' || at[length] == ' ')
            ? strstr(at, close)
            : NULL;
    return end ? end + strlen(close) : at;
}

static const char *skip_words(const char *at)
{
    const char *before;

    do {
        before = at;
        at += strspn(at, " \r\n\t");
        at = skip(at, "<title", "</title>");
        at = skip(at, "<desc", "</desc>");
        at = skip(at, "<metadata", "</metadata>");
    } while (at != before);
    return at;
}

bool armex_svg_inline(struct armex_text *out, const struct armex_text *picture,
                      const char *kind, const char *id, const char *label)
{
    const char *start = picture->data ? strstr(picture->data, "<svg") : NULL;
    const char *end = start ? strchr(start, '>') : NULL;
    const char *box;
    size_t length;

    if (!end || !attribute(&box, &length, start, end, " viewBox=\""))
        return false;
    armex_html(out, "<svg class=\"%s\" role=\"img\"", kind);
    if (label)
        armex_html(out, " id=\"%s.chart\" aria-label=\"%s\"", id, label);
    else
        armex_html(out, " aria-labelledby=\"%s.chart\"", id);
    armex_text_add(out, " viewBox=\"");
    armex_text_add_bytes(out, box, length);
    armex_text_add(out, "\">\n");
    const char *marks = skip_words(end + 1);
    armex_text_add_bytes(out, marks, picture->length - (size_t)(marks - picture->data));
    return true;
}
