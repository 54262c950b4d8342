/** ingest/decode.c: text of any of the usual encodings becomes UTF-8. */
#include "ingest/decode.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ingest/code_pages.h"

static const unsigned no_character = 0xfffd, byte_order_mark = 0xfeff,
                      broken = UINT_MAX;

/** As the code page has it that makes most names of it. */
static void from_code_page(struct armex_decoded *out, size_t *length)
{
    static const enum armex_encoding encodings[ARMEX_CODE_PAGES] = {
        [ARMEX_PAGE_WINDOWS_1252] = ARMEX_ISO_8859_1,
        [ARMEX_PAGE_DOS_850] = ARMEX_DOS_850,
        [ARMEX_PAGE_MAC_ROMAN] = ARMEX_MAC_ROMAN};
    const enum armex_code_page page = armex_code_page_of(out->bytes, out->length);
    size_t n = 0;

    out->encoding = encodings[page];
    for (size_t i = 0; i < out->length; i++) {
        const unsigned char byte = (unsigned char)out->bytes[i];
        const unsigned c = armex_code_page_character(page, byte);
        if (page == ARMEX_PAGE_WINDOWS_1252 && byte >= 0x80 && byte < 0xa0)
            out->encoding = ARMEX_WINDOWS_1252;
        out->unknown += !c;
        n += armex_utf8_write(out->converted + n, c ? c : no_character);
    }
    *length = n;
}

static unsigned unit_at(const struct armex_decoded *text, size_t i)
{
    const unsigned a = (unsigned char)text->bytes[2 * i],
                   b = (unsigned char)text->bytes[2 * i + 1];
    return text->encoding == ARMEX_UTF_16_LE ? b << 8 | a : a << 8 | b;
}

/** A character of one or two units; `broken` for half of one. */
static unsigned utf16_next(const struct armex_decoded *text, size_t *i)
{
    const unsigned first = unit_at(text, (*i)++);

    if (first < 0xd800 || first > 0xdfff)
        return first;
    if (first < 0xdc00 && *i < text->length / 2) {
        const unsigned second = unit_at(text, *i);
        if (second >= 0xdc00 && second <= 0xdfff) {
            ++*i;
            return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
        }
    }
    return broken;
}

static armex_status from_utf16(struct armex_decoded *out, size_t *length,
                               const char *file, struct armex_error *error)
{
    size_t line = 1, n = 0, i = 0;
    bool sound = out->length % 2 == 0;

    while (sound && i < out->length / 2) {
        const bool first = i == 0;
        const unsigned c = utf16_next(out, &i);
        sound = c != broken;
        line += c == '\n';
        if (sound && !(first && c == byte_order_mark))
            n += armex_utf8_write(out->converted + n, c);
    }
    *length = n;
    return sound
               ? ARMEX_OK
               : armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){file, line, 1},
                            "this UTF-16 text is broken or cut off; save the file as "
                            "UTF-8");
}

/** Whether every other of the first bytes is NUL, and none between them. */
static bool alternates(const struct armex_decoded *text, size_t first)
{
    const size_t sample = text->length < 128 ? text->length : 128;

    if (sample < 4)
        return false;
    for (size_t i = 0; i < sample; i++)
        if ((text->bytes[i] == '\0') != (i % 2 == first))
            return false;
    return true;
}

/** Whether characters stand there that no table has: not a tab, not the end of a line
 * or page, not the mark (0x1a) with which old programs end a file. */
static bool has_controls(const struct armex_decoded *text)
{
    for (size_t i = 0; i < text->length; i++) {
        const unsigned char c = (unsigned char)text->bytes[i];
        if (c < 0x20 && !(c >= '\t' && c <= '\r') &&
            !(c == 0x1a && i + 1 == text->length))
            return true;
    }
    return false;
}

static enum armex_encoding detect(const struct armex_decoded *text)
{
    const bool marked = text->length >= 2;

    if (marked && memcmp(text->bytes, "\xff\xfe", 2) == 0)
        return ARMEX_UTF_16_LE;
    if (marked && memcmp(text->bytes, "\xfe\xff", 2) == 0)
        return ARMEX_UTF_16_BE;
    if (alternates(text, 1))
        return ARMEX_UTF_16_LE;
    if (alternates(text, 0))
        return ARMEX_UTF_16_BE;
    if (memchr(text->bytes, '\0', text->length))
        return ARMEX_NO_TEXT;
    if (armex_utf8_valid(text->bytes, text->length))
        return ARMEX_UTF_8;
    return has_controls(text) ? ARMEX_NO_TEXT : ARMEX_WINDOWS_1252;
}

armex_status armex_to_utf8(struct armex_decoded *out, const char *file,
                           struct armex_error *error)
{
    const size_t widest = 3; // bytes that one byte of the old text may become
    size_t length = 0;
    armex_status status = ARMEX_OK;

    out->encoding = detect(out);
    if (out->encoding == ARMEX_UTF_8 || out->encoding == ARMEX_NO_TEXT)
        return ARMEX_OK;
    out->converted =
        out->length < SIZE_MAX / widest ? malloc(widest * out->length + 1) : NULL;
    if (!out->converted)
        return armex_fail_memory(error);
    if (out->encoding == ARMEX_WINDOWS_1252)
        from_code_page(out, &length);
    else
        status = from_utf16(out, &length, file, error);
    if (!status) {
        out->converted[length] = '\0';
        out->bytes = out->converted;
        out->length = length;
    }
    return status;
}

armex_status armex_decode(struct armex_decoded *out, const char *file,
                          const char *bytes, size_t length, size_t limit,
                          struct armex_error *error)
{
    armex_status status = armex_unpack(out, file, bytes, length, limit, error);

    if (!status)
        status = armex_to_utf8(out, file, error);
    if (status)
        armex_decoded_free(out);
    return status;
}

void armex_decoded_free(struct armex_decoded *decoded)
{
    free(decoded->unpacked);
    free(decoded->converted);
    free(decoded->member);
    *decoded = (struct armex_decoded){0};
}

void armex_decoded_words(char out[256], const struct armex_decoded *decoded)
{
    static const char *const packings[] = {"", "gzip", "zstd", "zip"};
    static const char *const encodings[] = {
        [ARMEX_UTF_8] = "",
        [ARMEX_UTF_16_LE] = "UTF-16",
        [ARMEX_UTF_16_BE] = "UTF-16",
        [ARMEX_ISO_8859_1] = "taken for ISO-8859-1, as it is no UTF-8",
        [ARMEX_WINDOWS_1252] = "taken for Windows-1252, as it is no UTF-8",
        [ARMEX_DOS_850] = "taken for DOS code page 850, whose letters make its names",
        [ARMEX_MAC_ROMAN] = "taken for Mac Roman, whose letters make its names",
        [ARMEX_NO_TEXT] = ""};
    const char *packing = packings[decoded->packing],
               *encoding = encodings[decoded->encoding];
    int n = 0;

    out[0] = '\0';
    if (*packing)
        n = snprintf(out, 256, "The file was packed (%s).", packing);
    if (*encoding)
        n += snprintf(out + n, 256 - (size_t)n, "%sIts text was %s.", n ? " " : "",
                      encoding);
    if (decoded->unknown)
        snprintf(out + n, 256 - (size_t)n,
                 " %zu bytes mean nothing there and became U+FFFD.", decoded->unknown);
}
