/** ingest/merge_mark.c: seven brackets at the beginning of a line. */
#include "ingest/merge_mark.h"

#include <string.h>

#include "ingest/rows_of_text.h"

enum { MARK = 7 /* bytes */ };

static bool begins_line(const struct armex_document *document, const char *at)
{
    static const char mark[] = "\xef\xbb\xbf"; // of the byte order
    const size_t before = (size_t)(at - document->bytes), length = sizeof mark - 1;

    return !before || at[-1] == '\n' || at[-1] == '\r' ||
           (before == length && memcmp(document->bytes, mark, length) == 0);
}

/** The first line that begins with seven such letters and a blank or its end; NULL. */
static const char *find_mark(const struct armex_document *document, char letter)
{
    const char *at = document->bytes, *end = at + document->length;

    for (; at < end && (at = memchr(at, letter, (size_t)(end - at))); at++) {
        size_t n = 0;
        while (n < MARK && at + n < end && at[n] == letter)
            n++;
        if (n == MARK && begins_line(document, at) &&
            (at + n == end || strchr(" \r\n", at[n])))
            return at;
    }
    return NULL;
}

static size_t line_of(const struct armex_document *document, const char *at)
{
    size_t line = 1;

    for (const char *c = document->bytes; c < at; c++)
        line += armex_ends_line(c, document->bytes + document->length);
    return line;
}

armex_status armex_refuse_merge_marks(const struct armex_document *document,
                                      struct armex_error *error)
{
    const char *ours = find_mark(document, '<'), *theirs = find_mark(document, '>');
    const char *first = ours && (!theirs || ours < theirs) ? ours : theirs;

    if (!first)
        return ARMEX_OK;
    const struct armex_place place = {document->path, line_of(document, first), 1};
    return armex_fail(
        error, ARMEX_BAD_INPUT, place,
        "'%.*s' is a mark that an unfinished merge left; choose one of the "
        "two versions and take the marks out",
        MARK, first);
}
