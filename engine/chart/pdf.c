/**
 * chart/pdf.c: gnuplot's PDF checked and told where it comes from.
 *
 * Its information dictionary holds the hour of drawing. It is replaced by one with
 * title and provenance, dated with the data; what lies behind it moves, and the table
 * of offsets at the end follows.
 */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "chart/picture.h"
#include "chart/scene.h"

enum { ENTRY_BYTES = 20, TAIL_BYTES = 2048, MOST_OBJECTS = 100000 };

/** Where things are in the bytes. */
struct pdf {
    const char *bytes;
    size_t length;
    size_t table, entries; /**< "xref", and its first line of 20 bytes */
    size_t objects;
    size_t trailer;
    size_t info, info_end; /**< "12 0 obj" up to behind "endobj" */
    long info_number;
};

static bool starts(const struct pdf *pdf, size_t at, const char *text)
{
    const size_t n = strlen(text);
    return at <= pdf->length && n <= pdf->length - at &&
           !memcmp(pdf->bytes + at, text, n);
}

/** The first `text` at or after `from`; pdf->length if there is none. */
static size_t find(const struct pdf *pdf, size_t from, const char *text)
{
    if (from > pdf->length)
        return pdf->length;
    const char *found =
        memmem(pdf->bytes + from, pdf->length - from, text, strlen(text));
    return found ? (size_t)(found - pdf->bytes) : pdf->length;
}

/** A whole number at `*at`, blanks before it skipped; moves on. -1: none there. */
static long read_number(const struct pdf *pdf, size_t *at)
{
    long n;
    while (*at < pdf->length && strchr(" \r\n", pdf->bytes[*at]))
        ++*at;
    const size_t from = *at;
    while (*at < pdf->length && pdf->bytes[*at] >= '0' && pdf->bytes[*at] <= '9')
        ++*at;
    return armex_whole_parse(&n, pdf->bytes + from, *at - from, 0, 2000000000L) ? n
                                                                                : -1;
}

static bool find_table(struct pdf *pdf)
{
    const size_t tail = pdf->length > TAIL_BYTES ? pdf->length - TAIL_BYTES : 0;
    size_t at = find(pdf, tail, "startxref");
    if (!starts(pdf, 0, "%PDF-") || at == pdf->length)
        return false;
    at += strlen("startxref");
    const long table = read_number(pdf, &at);
    if (table < 0 || !starts(pdf, (size_t)table, "xref") ||
        find(pdf, at, "%%EOF") == pdf->length)
        return false;
    pdf->table = (size_t)table;
    at = pdf->table + strlen("xref");
    const long first = read_number(pdf, &at), objects = read_number(pdf, &at);
    if (first != 0 || objects < 1 || objects > MOST_OBJECTS)
        return false;
    pdf->objects = (size_t)objects;
    pdf->entries = find(pdf, at, "\n") + 1;
    pdf->trailer = pdf->entries + pdf->objects * ENTRY_BYTES;
    return starts(pdf, pdf->trailer, "trailer");
}

static long offset_of(const struct pdf *pdf, size_t object)
{
    size_t at = pdf->entries + object * ENTRY_BYTES;
    return read_number(pdf, &at);
}

static bool find_info(struct pdf *pdf)
{
    size_t at = find(pdf, pdf->trailer, "/Info ");
    if (at == pdf->length)
        return false;
    at += strlen("/Info ");
    pdf->info_number = read_number(pdf, &at);
    if (pdf->info_number < 0 || (size_t)pdf->info_number >= pdf->objects)
        return false;
    pdf->info = (size_t)offset_of(pdf, (size_t)pdf->info_number);
    pdf->info_end = find(pdf, pdf->info, "endobj") + strlen("endobj");
    return pdf->info_end <= pdf->table &&
           find(pdf, pdf->info, " 0 obj") < pdf->info_end;
}

/** A page at least, and letters on it: every chart has words. */
static bool is_drawn(const struct pdf *pdf)
{
    size_t at = find(pdf, 0, "/Count ");
    if (at == pdf->length || find(pdf, 0, "/Type /Font") == pdf->length)
        return false;
    at += strlen("/Count ");
    return read_number(pdf, &at) >= 1;
}

/** A text of PDF that is not ASCII: UTF-16, big-endian, in hexadecimal. */
static void add_words(struct armex_text *out, const char *name, const char *words,
                      void (*add)(struct armex_text *, const char *))
{
    struct armex_text clean = {0};
    add(&clean, words);
    const char *at = clean.data, *end = at ? at + clean.length : NULL;
    if (clean.length) {
        armex_text_printf(out, "   /%s <FEFF", name);
        while (at < end) {
            const unsigned c = armex_utf8_next(&at, end);
            if (c < 0x10000)
                armex_text_printf(out, "%04X", c);
            else
                armex_text_printf(out, "%04X%04X", 0xd800 + ((c - 0x10000) >> 10),
                                  0xdc00 + ((c - 0x10000) & 0x3ff));
        }
        armex_text_add(out, ">\n");
    }
    out->failed = out->failed || clean.failed;
    armex_text_free(&clean);
}

/** The day of the data: a chart is as old as they are, whenever it was drawn. */
static int day_of(const struct armex_picture *picture)
{
    const int day = picture->notes->n_sources
                        ? armex_date_first_day(picture->notes->sources[0].vintage)
                        : 0;
    return day ? day : 20000101;
}

static void add_info(struct armex_text *out, const struct pdf *pdf,
                     const struct armex_picture *picture)
{
    struct armex_text about = {0};
    armex_picture_sources(&about, picture);
    armex_text_add(&about, about.length ? "; font " : "font ");
    armex_picture_font(&about, picture);
    armex_text_printf(out, "%ld 0 obj\n<< /Producer (gnuplot, cairo)\n",
                      pdf->info_number);
    armex_text_printf(out, "   /CreationDate (D:%08d000000Z)\n", day_of(picture));
    add_words(out, "Title", picture->words->title, armex_words_add);
    add_words(out, "Subject", picture->words->description, armex_words_add);
    add_words(out, "Keywords", about.data ? about.data : "", armex_words_add);
    add_words(out, "Comments", picture->command ? picture->command : "",
              armex_command_add);
    armex_text_add(out, ">>\nendobj");
    out->failed = out->failed || about.failed;
    armex_text_free(&about);
}

static void add_table(struct armex_text *out, const struct pdf *pdf, long moved)
{
    armex_text_add_bytes(out, pdf->bytes + pdf->table, pdf->entries - pdf->table);
    for (size_t i = 0; i < pdf->objects; i++) {
        const char *entry = pdf->bytes + pdf->entries + i * ENTRY_BYTES;
        const long offset = offset_of(pdf, i);
        if (entry[17] == 'n' && (size_t)offset > pdf->info)
            armex_text_printf(out, "%010ld", offset + moved);
        else
            armex_text_add_bytes(out, entry, 10);
        armex_text_add_bytes(out, entry + 10, ENTRY_BYTES - 10);
    }
}

armex_status armex_pdf_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error)
{
    struct pdf pdf = {.bytes = bytes, .length = length};
    struct armex_text info = {0};
    if (!find_table(&pdf) || !find_info(&pdf))
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "gnuplot's pdf is not whole");
    if (!is_drawn(&pdf))
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "gnuplot's pdf is blank");
    add_info(&info, &pdf, picture);
    const long moved = (long)info.length - (long)(pdf.info_end - pdf.info);
    const size_t end = find(&pdf, pdf.trailer, "startxref");
    armex_text_add_bytes(out, bytes, pdf.info);
    armex_text_add_bytes(out, info.data ? info.data : "", info.length);
    armex_text_add_bytes(out, bytes + pdf.info_end, pdf.table - pdf.info_end);
    add_table(out, &pdf, moved);
    armex_text_add_bytes(out, bytes + pdf.trailer, end - pdf.trailer);
    armex_text_printf(out, "startxref\n%ld\n%%%%EOF\n", (long)pdf.table + moved);
    out->failed = out->failed || info.failed;
    armex_text_free(&info);
    return ARMEX_OK;
}
