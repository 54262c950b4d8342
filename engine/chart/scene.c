/** chart/scene.c: what a template draws: numbers by name, and blocks of rows. */
#include "chart/scene.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static void add_character(struct armex_text *out, unsigned c)
{
    char bytes[4];
    size_t n = 0;
    if (c < 0x80) {
        bytes[n++] = (char)c;
    } else if (c < 0x800) {
        bytes[n++] = (char)(0xc0 | c >> 6);
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        bytes[n++] = (char)(0xe0 | c >> 12);
        bytes[n++] = (char)(0x80 | (c >> 6 & 0x3f));
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    } else {
        bytes[n++] = (char)(0xf0 | c >> 18);
        bytes[n++] = (char)(0x80 | (c >> 12 & 0x3f));
        bytes[n++] = (char)(0x80 | (c >> 6 & 0x3f));
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    }
    armex_text_add_bytes(out, bytes, n);
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

/** Bytes at the start of `text` that stand for themselves, whatever was before. */
static size_t plain_bytes(const char *text)
{
    size_t n = 0;
    while (text[n] > ' ' && text[n] <= '~' && text[n] != '"' && text[n] != '\'' &&
           text[n] != '\\')
        n++;
    return n;
}

void armex_words_add(struct armex_text *out, const char *text)
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
        if (c == '"')
            c = before == ' ' || before == '(' ? 0x201c : 0x201d;
        if (c == '\'')
            c = before == ' ' || before == '(' ? 0x2018 : 0x2019;
        add_character(out, c);
        if (c == '\\')
            add_character(out, 0x200b); // gnuplot makes a new line of \n
        before = c;
    }
    if (out->length > start && before == ' ')
        out->data[--out->length] = '\0';
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

void armex_decimal_add(struct armex_text *out, double value, int places)
{
    char digits[24];
    size_t n = sizeof digits;
    double power = 1.0;
    for (int i = 0; i < places; i++)
        power *= 10.0;
    if (!(fabs(value) < 1e9))
        value = 0.0;
    long whole = lround(fabs(value) * power);
    const bool negative = value < 0.0 && whole > 0;
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
    if (negative)
        digits[--n] = '-';
    armex_text_add_bytes(out, digits + n, sizeof digits - n);
}

static void add_number(struct armex_text *scene, double value)
{
    if (isfinite(value))
        armex_decimal_add(scene, value, 2);
    else
        armex_text_add(scene, "NaN");
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

void armex_scene_begin(struct armex_text *scene, const char *name)
{
    armex_text_printf(scene, "$%s << END_OF_BLOCK\nNaN\tNaN\tNaN\tNaN\n", name);
}

void armex_scene_begin_words(struct armex_text *scene, const char *name)
{
    armex_text_printf(scene, "$%s << END_OF_BLOCK\n-99\t-99\t-\n", name);
}

void armex_scene_row(struct armex_text *scene, const double *values, size_t n,
                     const char *words)
{
    for (size_t i = 0; i < n; i++) {
        armex_text_add(scene, i ? "\t" : "");
        add_number(scene, values[i]);
    }
    if (words) {
        armex_text_add(scene, "\t");
        armex_words_add(scene, words);
    }
    armex_text_add(scene, "\n");
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
    armex_text_add(scene, "END_OF_BLOCK\n");
}
