/** chart/scene.c: what a template draws: numbers by name, and blocks of rows. */
#include "chart/scene.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static void add_character(struct armex_text *out, unsigned c)
{
    char bytes[4];
    armex_text_add_bytes(out, bytes, armex_utf8_write(bytes, c));
}

/** Not a character at all, or one that turns the direction of what follows it. */
static bool is_unwelcome(unsigned c)
{
    return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef) || c == 0xfeff ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200e || c == 0x200f;
}

static bool is_blank(unsigned c)
{
    return c <= 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

/** What must be said otherwise in XML; NULL: nothing. */
static const char *escaped(char c)
{
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;
}

/** Bytes at the start of `text` that stand for themselves, words with a blank between
 *  them, and none of XML's characters. */
static size_t plain_bytes(const char *text)
{
    size_t n = 0;
    while ((text[n] > ' ' && text[n] <= '~' && text[n] != '"' && text[n] != '\'' &&
            text[n] != '\\' && !escaped(text[n])) ||
           (text[n] == ' ' && n && text[n - 1] != ' '))
        n++;
    return n;
}

static unsigned quote(unsigned c, unsigned before)
{
    const bool opens = before == ' ' || before == '(';
    if (c == '"')
        return opens ? 0x201c : 0x201d;
    return opens ? 0x2018 : 0x2019;
}

static void add_harmless(struct armex_text *out, const char *text, bool xml)
{
    const char *end = text + strlen(text);
    const size_t start = out->length;
    unsigned before = ' ';
    while (text < end) {
        const size_t plain = plain_bytes(text);
        if (plain) {
            armex_text_add_bytes(out, text, plain);
            text += plain;
            before = (unsigned char)text[-1];
            continue;
        }
        unsigned c = armex_utf8_next(&text, end);
        if (is_unwelcome(c))
            continue;
        if (is_blank(c))
            c = ' ';
        if (c == ' ' && before == ' ')
            continue;
        if (c == '"' || c == '\'')
            c = quote(c, before);
        if (xml && c < 0x80 && escaped((char)c))
            armex_text_add(out, escaped((char)c));
        else
            add_character(out, c);
        if (c == '\\')
            add_character(out, 0x200b); // gnuplot makes a new line of \n
        before = c;
    }
    if (out->length > start && before == ' ')
        out->data[--out->length] = '\0';
}

void armex_words_add(struct armex_text *out, const char *text)
{
    add_harmless(out, text, false);
}

void armex_xml_add(struct armex_text *out, const char *words)
{
    add_harmless(out, words, true);
}

void armex_scene_drawable(struct armex_text *out, const char *text,
                          struct armex_font *font)
{
    const char *end = text + strlen(text);
    const unsigned box = armex_font_draws(font, 0x25a1) ? 0x25a1 : '?';
    while (text < end) {
        const char *from = text;
        const unsigned c = armex_utf8_next(&text, end);
        if (armex_font_draws(font, c))
            armex_text_add_bytes(out, from, (size_t)(text - from));
        else if (c != 0x200b && c != 0x200d && c != 0xfe0f)
            add_character(out, box);
    }
}

enum { NUMBER = 24 }; // bytes that hold any

/* Half away from zero, as lround() does, without the call. */
static uint64_t round_half_up(double value)
{
    const uint64_t whole = (uint64_t)(int64_t)value; // in one instruction
    return whole + (value - (double)whole >= 0.5);
}

/** Writes a number at `out`; returns its end. */
static char *put_decimal(char out[NUMBER], double value, int places)
{
    static const double powers[] = {1.0, 10.0, 100.0, 1000.0};
    char digits[NUMBER];
    size_t n = sizeof digits;
    if (!(fabs(value) < 1e9))
        value = 0.0;
    uint64_t whole = round_half_up(fabs(value) * powers[places]);
    if (value < 0.0 && whole > 0)
        *out++ = '-';
    while (places > 0 && whole % 10 == 0) {
        whole /= 10;
        places--;
    }
    do {
        digits[--n] = (char)('0' + whole % 10);
        whole /= 10;
        if (places > 0 && --places == 0)
            digits[--n] = '.';
    } while (whole > 0 || places > 0 || digits[n] == '.');
    memcpy(out, digits + n, sizeof digits - n);
    return out + (sizeof digits - n);
}

void armex_decimal_add(struct armex_text *out, double value, int places)
{
    char number[NUMBER];
    armex_text_add_bytes(out, number,
                         (size_t)(put_decimal(number, value, places) - number));
}

static char *put_number(char out[NUMBER], double value)
{
    if (isfinite(value))
        return put_decimal(out, value, 2);
    out[0] = out[2] = 'N';
    out[1] = 'a';
    return out + 3;
}

static void add_number(struct armex_text *scene, double value)
{
    char number[NUMBER];
    armex_text_add_bytes(scene, number, (size_t)(put_number(number, value) - number));
}

void armex_scene_quoted(struct armex_text *out, const char *text)
{
    armex_text_add(out, "'");
    for (; *text; text++)
        armex_text_add_bytes(out, *text == '\'' ? "''" : text, *text == '\'' ? 2 : 1);
    armex_text_add(out, "'");
}

void armex_scene_number(struct armex_text *scene, const char *name, double value)
{
    armex_text_printf(scene, "%s = ", name);
    add_number(scene, value);
    armex_text_add(scene, "\n");
}

#define END "END_OF_BLOCK\n" // of a block, which its first line names

void armex_scene_begin(struct armex_text *scene, const char *name)
{
    armex_text_printf(scene, "$%s << " END "NaN\tNaN\tNaN\tNaN\n", name);
}

void armex_scene_begin_words(struct armex_text *scene, const char *name)
{
    armex_text_printf(scene, "$%s << " END "-99\t-99\t-\n", name);
}

void armex_scene_begin_shaded_words(struct armex_text *scene, const char *name)
{
    armex_text_printf(scene, "$%s << " END "-99\t-99\t0\t-\n", name);
}

void armex_scene_row(struct armex_text *scene, const double *values, size_t n,
                     const char *words)
{
    char number[NUMBER + 1];
    for (size_t i = 0; i < n; i++) {
        char *end = put_number(number, values[i]);
        *end++ = i + 1 < n || words ? '\t' : '\n';
        armex_text_add_bytes(scene, number, (size_t)(end - number));
    }
    if (words) {
        armex_words_add(scene, words);
        armex_text_add(scene, "\n");
    }
}

void armex_scene_gap(struct armex_text *scene)
{
    armex_text_add(scene, "NaN\tNaN\n");
}

void armex_scene_band_gap(struct armex_text *scene)
{
    armex_text_add(scene, "NaN\tNaN\tNaN\n");
}

void armex_scene_end(struct armex_text *scene)
{
    armex_text_add(scene, END);
}

bool armex_scene_is_empty(const struct armex_text *scene, const char *name,
                          size_t length)
{
    char head[64];
    const int n = snprintf(head, sizeof head, "\n$%.*s << " END, (int)length, name);
    const char *block = n > 0 && (size_t)n < sizeof head && scene->data
                            ? strstr(scene->data, head)
                            : NULL;
    const char *first_end = block ? strchr(block + n, '\n') : NULL;
    return first_end && strncmp(first_end + 1, END, sizeof END - 1) == 0;
}
