/** chart/font.c: the font a chart is set in, and how wide its words are. */
#include "chart/font.h"

#include <ft2build.h>
#include <stdlib.h>
#include <string.h>

#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include "base/text.h"
#include "chart/child.h"
#include "chart/font_folders.h"

enum { WEIGHTS = 2, COMMON = 0x250, NAME_SIZE = 64 };

struct face {
    FT_Face face;           /**< NULL: estimated */
    float advances[COMMON]; /**< in em; 0: not looked up yet */
};

/** Characters from first to last. */
struct range {
    unsigned first, last;
};

struct armex_font {
    FT_Library library;
    struct range *ranges; /**< what all fonts of this machine have; NULL: not asked */
    size_t n_ranges;
    char family[NAME_SIZE], file[NAME_SIZE];
    struct face faces[WEIGHTS];
};

static const char wanted[] = "Inter,Open Sans,Liberation Sans,DejaVu Sans";
static const double hinting = 1.02;
static const double estimates[WEIGHTS] = {0.62, 0.69}; // DejaVu Sans, the widest

const char *armex_font_fallbacks(void)
{
    return "Inter,'Open Sans','Liberation Sans','DejaVu Sans',Arial,sans-serif";
}

/** Cuts "FAMILY\tFILE\n" as fc-match was asked to write it. */
static bool read_match(char *said, char **family, char **file)
{
    if (!said)
        return false;
    char *tab = strchr(said, '\t');
    if (!tab)
        return false;
    *tab = '\0';
    *family = said;
    *file = tab + 1;
    (*file)[strcspn(*file, "\n")] = '\0';
    return strspn(said, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                        "0123456789 ") == strlen(said) &&
           *said && strlen(said) < NAME_SIZE;
}

/** fc-match answers with something for every name, so the family is looked at. */
static bool is_wanted(const char *family)
{
    const char *at = strstr(wanted, family);
    return at && (at == wanted || at[-1] == ',') &&
           (at[strlen(family)] == ',' || !at[strlen(family)]);
}

static bool open_face(struct armex_font *font, enum armex_weight weight,
                      const char *file)
{
    FT_Face *face = &font->faces[weight].face;
    if (!FT_New_Face(font->library, file, 0, face))
        return true;
    *face = NULL;
    return false;
}

static void name(struct armex_font *font, const char *family, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *its = slash ? slash + 1 : file;
    memcpy(font->family, family, strlen(family) + 1);
    if (strlen(its) < NAME_SIZE)
        memcpy(font->file, its, strlen(its) + 1);
}

static void load(struct armex_font *font, enum armex_weight weight, char *said)
{
    char *family, *file;
    if (!read_match(said, &family, &file) || !is_wanted(family))
        return;
    if (weight == ARMEX_BOLD && strcmp(family, font->family) != 0)
        return; // bold of another family: its widths would be wrong
    if (open_face(font, weight, file) && weight == ARMEX_REGULAR)
        name(font, family, file);
}

/** Whether a file holds what it is called after. */
static bool holds(const struct armex_font *font, enum armex_weight weight,
                  const char *family)
{
    const FT_Face face = font->faces[weight].face;
    const bool is_bold = face->style_flags & FT_STYLE_FLAG_BOLD;
    return face->num_faces == 1 && face->family_name &&
           !strcmp(face->family_name, family) && is_bold == (weight == ARMEX_BOLD);
}

/** Takes the typeface from the usual folders. false: fontconfig must be asked. */
static bool look(struct armex_font *font)
{
    struct armex_font_files files;
    if (!armex_font_folders_find(&files))
        return false;
    const char *const paths[WEIGHTS] = {files.regular, files.bold};
    bool right = true;
    for (int weight = 0; right && weight < WEIGHTS; weight++)
        right = open_face(font, (enum armex_weight)weight, paths[weight]) &&
                holds(font, (enum armex_weight)weight, files.family);
    if (right)
        name(font, files.family, files.regular);
    for (int weight = 0; !right && weight < WEIGHTS; weight++) {
        if (font->faces[weight].face)
            FT_Done_Face(font->faces[weight].face);
        font->faces[weight].face = NULL;
    }
    return right;
}

static void ask(struct armex_font *font)
{
    char names[sizeof wanted + 8];
    struct armex_child asked[WEIGHTS] = {0};
    struct armex_child *both[WEIGHTS] = {&asked[0], &asked[1]};
    const char *argv[] = {"fc-match", "-f", "%{family[0]}\t%{file}\n", names, NULL};

    memcpy(names, wanted, sizeof wanted);
    armex_status status = armex_child_start(&asked[ARMEX_REGULAR], argv, 1, NULL);
    memcpy(names + sizeof wanted - 1, ":bold", 6);
    if (!status)
        status = armex_child_start(&asked[ARMEX_BOLD], argv, 1, NULL);
    if (!status) {
        armex_children_finish(both, WEIGHTS, 10);
        for (int weight = 0; weight < WEIGHTS; weight++)
            if (armex_child_succeeded(both[weight]))
                load(font, (enum armex_weight)weight, both[weight]->said.data);
    }
    armex_child_end(both[0]);
    armex_child_end(both[1]);
}

armex_status armex_font_find(struct armex_font **out, struct armex_error *error)
{
    struct armex_font *font = *out = calloc(1, sizeof *font);
    if (!font)
        return armex_fail_memory(error);
    memcpy(font->family, "sans-serif", sizeof "sans-serif");
    if (FT_Init_FreeType(&font->library)) {
        armex_font_free(font);
        *out = NULL;
        return armex_fail_memory(error);
    }
    if (!look(font))
        ask(font);
    return ARMEX_OK;
}

void armex_font_free(struct armex_font *font)
{
    if (!font)
        return;
    for (int weight = 0; weight < WEIGHTS; weight++)
        if (font->faces[weight].face)
            FT_Done_Face(font->faces[weight].face);
    if (font->library)
        FT_Done_FreeType(font->library);
    free(font->ranges);
    free(font);
}

const char *armex_font_family(const struct armex_font *font)
{
    return font->family;
}

const char *armex_font_file(const struct armex_font *font)
{
    return font->file;
}

static bool combines(unsigned c)
{
    return (c >= 0x300 && c < 0x370) || (c >= 0x200b && c <= 0x200f) || c == 0x2060 ||
           (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x20d0 && c < 0x2100);
}

/** Advance in em. */
static double advance(const struct face *face, enum armex_weight weight, unsigned c)
{
    FT_Fixed units = 0;
    if (combines(c))
        return 0.0;
    if (!face->face)
        return c < 0x1100 ? estimates[weight] : 1.0;
    const FT_UInt glyph = FT_Get_Char_Index(face->face, c);
    if (!glyph || FT_Get_Advance(face->face, glyph, FT_LOAD_NO_SCALE, &units))
        return 1.0;
    return (double)units / face->face->units_per_EM;
}

double armex_font_width(struct armex_font *font, const char *text, double size,
                        enum armex_weight weight)
{
    struct face *face = &font->faces[weight];
    const char *end = text + strlen(text);
    double width = 0.0;
    while (text < end) {
        const unsigned c = armex_utf8_next(&text, end);
        if (c >= COMMON) {
            width += advance(face, weight, c);
            continue;
        }
        if (face->advances[c] == 0.0F)
            face->advances[c] = (float)advance(face, weight, c);
        width += (double)face->advances[c];
    }
    return width * size * hinting;
}

/** One character or range in hexadecimal, "20-7e"; moves on behind it. */
static struct range read_range(char **at)
{
    struct range range;
    range.first = (unsigned)strtoul(*at, at, 16);
    range.last = **at == '-' ? (unsigned)strtoul(*at + 1, at, 16) : range.first;
    return range;
}

/** Reads what fc-list says of every font: "20-7e a0-17f\n20-7e ...". */
static void read_ranges(struct armex_font *font, char *said)
{
    size_t most = 1;
    for (const char *at = said; *at; at++)
        most += *at == ' ' || *at == '\n';
    font->ranges = calloc(most, sizeof *font->ranges);
    for (char *at = said; font->ranges && *at && font->n_ranges < most;) {
        char *before = at;
        const struct range range = read_range(&at);
        if (at == before)
            at++;
        else
            font->ranges[font->n_ranges++] = range;
    }
}

static void ask_ranges(struct armex_font *font)
{
    struct armex_child asked = {0};
    struct armex_child *one = &asked;
    const char *const argv[] = {"fc-list", "-f", "%{charset}\n", NULL};
    if (!armex_child_start(&asked, argv, 1, NULL)) {
        armex_children_finish(&one, 1, 10);
        if (armex_child_succeeded(&asked) && asked.said.data)
            read_ranges(font, asked.said.data);
    }
    armex_child_end(&asked);
    if (!font->ranges)
        font->ranges = calloc(1, sizeof *font->ranges); // asked, to no avail
}

bool armex_font_draws(struct armex_font *font, unsigned c)
{
    const FT_Face face = font->faces[ARMEX_REGULAR].face;
    if (c < 0x80 || (face && FT_Get_Char_Index(face, c)))
        return true;
    if (!font->ranges)
        ask_ranges(font);
    for (size_t i = 0; i < font->n_ranges; i++)
        if (c >= font->ranges[i].first && c <= font->ranges[i].last)
            return true;
    return false;
}
