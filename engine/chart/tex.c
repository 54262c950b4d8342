/**
 * chart/tex.c: gnuplot's marks as a picture of TikZ, their words set by LaTeX.
 *
 * What gnuplot drew is finished as SVG first, and painted from that: so a .tex shows
 * what the .svg does. Read inside a document the file is the picture and no more; given
 * to LaTeX alone it makes a page as large as the picture.
 */
#include <string.h>

#include "chart/font.h"
#include "chart/picture.h"
#include "chart/scene.h"
#include "chart/svg_pen.h"
#include "render/formats.h"

enum { POINTS_A_LINE = 6 };

static const double points_a_pixel = 0.75; // of 72 and of 96 to the inch

struct painter {
    struct armex_text *out;
    struct armex_span colour; /**< in force; {NULL, 0}: none yet */
    double zoom;              /**< big points for each unit of the marks */
    struct armex_font *font;  /**< that places were measured with */
    const struct armex_picture *picture;
};

/** " 12.6bp" */
static void add_length(struct armex_text *out, double value)
{
    armex_decimal_add(out, value, 3);
    armex_text_add(out, "bp");
}

/** The colour `c` becomes "#d1400c"; false: no colour. */
static bool take_colour(struct painter *painter, const struct armex_svg_tag *tag,
                        const char *name)
{
    const struct armex_span given = armex_svg_attribute(tag, name);
    if (!given.at || given.length != 7 || *given.at != '#')
        return false;
    if (painter->colour.at && !memcmp(painter->colour.at, given.at, 7))
        return true;
    painter->colour = given;
    armex_text_add(painter->out, "\\definecolor{c}{HTML}{");
    for (size_t i = 1; i < 7; i++) {
        const char c = given.at[i];
        const char digit = (char)(c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c);
        armex_text_add_bytes(painter->out, &digit, 1);
    }
    armex_text_add(painter->out, "}\n");
    return true;
}

static void add_point(struct armex_text *out, double x, double y)
{
    armex_text_add(out, "(");
    armex_decimal_add(out, x, 1);
    armex_text_add(out, ",");
    armex_decimal_add(out, y, 1);
    armex_text_add(out, ")");
}

/** "(1,2)--(3,4)--cycle" */
static void add_path(struct armex_text *out, struct armex_span data)
{
    struct armex_svg_path path = {.data = data};
    enum armex_svg_step step;
    double at[2];

    for (size_t n = 0; (step = armex_svg_step(at, &path)) != ARMEX_SVG_END;) {
        if (step == ARMEX_SVG_CLOSE) {
            armex_text_add(out, "--cycle");
            continue;
        }
        armex_text_add(out, n && n % POINTS_A_LINE == 0 ? "\n" : "");
        armex_text_add(out, step == ARMEX_SVG_MOVE ? "" : "--");
        add_point(out, at[0], at[1]);
        n++;
    }
}

static void add_dashes(const struct painter *painter, const struct armex_svg_tag *tag)
{
    struct armex_span dashes = armex_svg_attribute(tag, "stroke-dasharray");
    bool on = true;
    double length;

    if (!dashes.at)
        return;
    armex_text_add(painter->out, ",dash pattern=");
    for (; armex_svg_number(&length, &dashes); on = !on) {
        armex_text_add(painter->out, on ? "on " : " off ");
        add_length(painter->out, length * painter->zoom);
        armex_text_add(painter->out, on ? "" : " ");
    }
}

static void draw_path(void *context, const struct armex_svg_tag *tag)
{
    struct painter *painter = context;
    if (!take_colour(painter, tag, "stroke"))
        return;
    armex_text_add(painter->out, "\\draw[c,line width=");
    add_length(painter->out,
               armex_svg_amount(tag, "stroke-width", 1.0) * painter->zoom);
    add_dashes(painter, tag);
    armex_text_add(painter->out, "]");
    add_path(painter->out, armex_svg_attribute(tag, "d"));
    armex_text_add(painter->out, ";\n");
}

static void fill_area(void *context, const struct armex_svg_tag *tag)
{
    struct painter *painter = context;
    if (!take_colour(painter, tag, "fill"))
        return;
    armex_text_add(painter->out, "\\fill[c]");
    add_path(painter->out, armex_svg_attribute(tag, "d"));
    armex_text_add(painter->out, "--cycle;\n");
}

static void fill_disc(void *context, const struct armex_svg_tag *tag)
{
    struct painter *painter = context;
    if (!take_colour(painter, tag, "fill"))
        return;
    armex_text_add(painter->out, "\\fill[c]");
    add_point(painter->out, armex_svg_amount(tag, "cx", 0.0),
              armex_svg_amount(tag, "cy", 0.0));
    armex_text_add(painter->out, "circle[radius=");
    armex_decimal_add(painter->out, armex_svg_amount(tag, "r", 0.0), 1);
    armex_text_add(painter->out, "];\n");
}

/** The paper, as large as the picture. */
static void fill_paper(void *context, const struct armex_svg_tag *tag)
{
    struct painter *painter = context;
    if (!take_colour(painter, tag, "fill"))
        return;
    armex_text_add(painter->out, "\\fill[c](0,0)rectangle");
    add_point(painter->out, painter->picture->width, painter->picture->height);
    armex_text_add(painter->out, ";\n");
}

/** The words of a text without what only gnuplot needed: an invisible character that
 *  kept it from acting on a backslash. */
static void add_words(struct armex_text *out, struct armex_span words)
{
    static const char invisible[] = "\u200b";
    const size_t n = strlen(invisible);
    armex_text_add(out, "");
    armex_span_plain(out, words);
    char *at = out->failed ? NULL : strstr(out->data, invisible);
    while (at) {
        memmove(at, at + n, strlen(at + n) + 1);
        out->length -= n;
        at = strstr(at, invisible);
    }
}

/** A text as LaTeX sets it, made smaller where the paper's font is wider than the one
 *  that the places were measured with. */
static void set_words(struct painter *painter, const char *words, double size,
                      bool bold)
{
    const double width =
        armex_font_width(painter->font, words, size, bold ? ARMEX_BOLD : ARMEX_REGULAR);
    armex_text_add(painter->out, "{\\armexfits{");
    add_length(painter->out, width);
    armex_text_add(painter->out, "}{\\fontsize{");
    add_length(painter->out, size);
    armex_text_add(painter->out, "}{");
    add_length(painter->out, 1.2 * size);
    armex_text_printf(painter->out, "}\\selectfont%s ", bold ? "\\bfseries" : "");
    armex_latex_text(painter->out, words);
    armex_text_add(painter->out, "}};\n");
}

static void set_text(void *context, const struct armex_svg_tag *tag,
                     struct armex_span given)
{
    struct painter *painter = context;
    const double anchor = armex_svg_anchor(tag);
    const bool bold = armex_span_is(armex_svg_attribute(tag, "font-weight"), "700");
    struct armex_text words = {0};

    if (!take_colour(painter, tag, "fill"))
        return;
    add_words(&words, given);
    armex_text_printf(painter->out, "\\node[c,anchor=%s]at",
                      anchor == 1.0   ? "base east"
                      : anchor == 0.5 ? "base"
                                      : "base west");
    add_point(painter->out, armex_svg_amount(tag, "x", 0.0),
              armex_svg_amount(tag, "y", 0.0));
    if (!words.failed)
        set_words(painter, words.data,
                  armex_svg_amount(tag, "font-size", 12.0) * painter->zoom, bold);
    painter->out->failed = painter->out->failed || words.failed;
    armex_text_free(&words);
}

static void paint(struct painter *painter, const struct armex_text *svg)
{
    static const struct armex_svg_pen pen = {.line = draw_path,
                                             .area = fill_area,
                                             .disc = fill_disc,
                                             .paper = fill_paper,
                                             .words = set_text};
    armex_svg_draw(&pen, painter, svg->data, svg->length);
}

static void add_remark(struct armex_text *out, const char *name,
                       const struct armex_text *words)
{
    if (words->length)
        armex_text_printf(out, "%% %s%s\n", name, words->data);
    out->failed = out->failed || words->failed;
}

/** What the picture shows and where it comes from, as remarks: `armex explain` reads
 *  them. */
static void add_about(struct armex_text *out, const struct armex_picture *picture)
{
    struct armex_text words = {0};
    armex_words_add(&words, picture->words->description);
    add_remark(out, "", &words);
    words.length = 0;
    armex_picture_sources(&words, picture);
    add_remark(out, ARMEX_TEX_SOURCES, &words);
    words.length = 0;
    armex_command_add(&words, picture->command ? picture->command : "");
    add_remark(out, ARMEX_TEX_COMMAND, &words);
    words.length = 0;
    armex_picture_font(&words, picture);
    add_remark(out, "Places measured with: ", &words);
    armex_text_free(&words);
}

/** Characters that a language of babel's may have made commands, by their numbers: to
 *  TikZ and in words they are themselves again. */
static void add_quiet(struct armex_text *out)
{
    static const char active[] = "!\"'*+,-./:;<=>?`|";
    armex_text_add(out, "\\begingroup");
    for (const char *at = active; *at; at++)
        armex_text_printf(out, "\\catcode%d 12%s", *at,
                          (at - active) % 6 == 5 ? "%\n" : "");
    armex_text_add(out, "%\n");
}

/** pdflatex stops at a character that it knows no glyph of: here it sets a box instead,
 *  and warns. */
static void add_commands(struct armex_text *out)
{
    armex_text_add(
        out, "\\makeatletter\\def\\UTFviii@undefined@err#1{\\fboxsep0pt\\fbox{\\rule{"
             "0pt}{1ex}"
             "\\rule{.5ex}{0pt}}%\n"
             "  \\PackageWarning{armex}{a character of the chart is in no font}}%\n"
             "\\makeatother\n"
             "\\def\\armexfits#1#2{\\setbox2\\hbox{#2}%\n"
             "  \\ifdim\\wd2>#1\\relax\\resizebox{#1}{!}{\\box2}\\else\\box2 \\fi}%\n");
}

/** Inside a document \@nodocument is \relax. */
static void add_beginning(struct armex_text *out, double width, double height)
{
    armex_text_add(
        out, "%\n"
             "% In a paper: \\usepackage[T1]{fontenc} and \\usepackage{tikz}, then "
             "\\input this file;\n"
             "% as wide as a column: \\resizebox{\\linewidth}{!}{\\input{...}}. "
             "LaTeX sets it alone, too.\n"
             "\\expandafter\\ifx\\csname "
             "@nodocument\\endcsname\\relax\\let\\armexends\\relax\\else\n"
             "\\def\\armexends{\\end{document}}\n"
             "\\documentclass{article}\n"
             "\\usepackage[T1]{fontenc}\n"
             "\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\n"
             "\\usepackage{tikz}\n"
             "\\usepackage[margin=0bp,paperwidth=");
    add_length(out, width);
    armex_text_add(out, ",paperheight=");
    add_length(out, height);
    armex_text_add(out, "]{geometry}\n"
                        "\\pagestyle{empty}\\parindent0pt\\topskip0pt\n"
                        "\\begin{document}\\enlargethispage{1in}\n"
                        "\\fi\n");
}

static void add_picture(struct painter *painter, const struct armex_text *svg)
{
    struct armex_text *out = painter->out;
    armex_text_add(out, "\\begin{tikzpicture}[x=");
    add_length(out, painter->zoom);
    armex_text_add(out, ",y=-");
    add_length(out, painter->zoom);
    armex_text_add(out, ",line cap=butt,line join=round,"
                        "every node/.style={inner sep=0pt,outer sep=0pt}]\n"
                        "\\path[use as bounding box](0,0)rectangle");
    add_point(out, painter->picture->width, painter->picture->height);
    armex_text_add(out, ";\n");
    paint(painter, svg);
    armex_text_add(out, "\\end{tikzpicture}%\n\\endgroup\n\\armexends\n");
}

armex_status armex_tex_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error)
{
    struct armex_text svg = {0};
    struct painter painter = {.out = out,
                              .picture = picture,
                              .zoom = points_a_pixel *
                                      (picture->zoom > 0.0 ? picture->zoom : 1.0)};
    armex_status status = armex_svg_finish(&svg, bytes, length, picture, error);
    if (!status)
        status = svg.failed ? armex_fail_memory(error)
                            : armex_font_find(&painter.font, error);
    if (!status) {
        add_about(out, picture);
        add_beginning(out, painter.zoom * picture->width,
                      painter.zoom * picture->height);
        add_quiet(out);
        add_commands(out);
        add_picture(&painter, &svg);
    }
    armex_font_free(painter.font);
    armex_text_free(&svg);
    return status;
}
