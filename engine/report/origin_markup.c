/** report/origin_markup.c: what SVG, HTML and TeX say of themselves. */
#include <string.h>

#include "chart/picture.h"
#include "report/origin_parts.h"

/* How much of a file is its head: what says where it comes from stands there. */
enum { HEAD = 1 << 20 };

static const struct {
    const char *entity;
    char means;
} entities[] = {{"&amp;", '&'},  {"&lt;", '<'},   {"&gt;", '>'},
                {"&quot;", '"'}, {"&#39;", '\''}, {"&apos;", '\''}};

static void add_unescaped(struct armex_text *out, const char *text, size_t length)
{
    const char *end = text + length;

    while (text < end) {
        size_t i = 0, n = sizeof entities / sizeof *entities;
        while (i < n &&
               strncmp(text, entities[i].entity, strlen(entities[i].entity)) != 0)
            i++;
        armex_text_add_bytes(out, i < n ? &entities[i].means : text, 1);
        text += i < n ? strlen(entities[i].entity) : 1;
    }
}

/* What stands between `before` and the first `stop` after it, in the head. */
static void take(struct armex_text *out, const char *bytes, size_t length,
                 const char *before, char stop)
{
    const size_t head = length < HEAD ? length : HEAD;
    const char *found = memmem(bytes, head, before, strlen(before));

    if (!found)
        return;
    const char *from = found + strlen(before);
    const char *end = memchr(from, stop, (size_t)(bytes + length - from));
    if (end && armex_utf8_valid(from, (size_t)(end - from)))
        add_unescaped(out, from, (size_t)(end - from));
}

bool armex_origin_svg(struct armex_origin_words *out, const char *bytes, size_t length)
{
    if (!memmem(bytes, length < HEAD ? length : HEAD, "<metadata", 9))
        return false;
    take(&out->sources, bytes, length, "<dc:source>", '<');
    take(&out->command, bytes, length, "<dc:description>", '<');
    return out->sources.length || out->command.length;
}

bool armex_origin_html(struct armex_origin_words *out, const char *bytes, size_t length)
{
    take(&out->sources, bytes, length, "<meta name=\"dcterms.source\" content=\"", '"');
    take(&out->command, bytes, length, "<meta name=\"dcterms.provenance\" content=\"",
         '"');
    return out->sources.length || out->command.length;
}

/* The rest of the line of the head that begins so, to the letter. */
static void take_line(struct armex_text *out, const char *bytes, size_t length,
                      const char *beginning)
{
    const size_t head = length < HEAD ? length : HEAD;
    const char *found = memmem(bytes, head, beginning, strlen(beginning));

    if (!found)
        return;
    const char *from = found + strlen(beginning);
    const char *end = memchr(from, '\n', (size_t)(bytes + length - from));
    if (end && armex_utf8_valid(from, (size_t)(end - from)))
        armex_text_add_bytes(out, from, (size_t)(end - from));
}

bool armex_origin_tex(struct armex_origin_words *out, const char *bytes, size_t length)
{
    if (!length || *bytes != '%')
        return false;
    take_line(&out->sources, bytes, length, "\n% " ARMEX_TEX_SOURCES);
    take_line(&out->command, bytes, length, "\n% " ARMEX_TEX_COMMAND);
    return out->sources.length || out->command.length;
}
