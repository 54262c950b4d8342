/**
 * chart/svg.c: gnuplot's SVG written anew: the same marks, less around them.
 *
 * Kept: rectangles, polygons (as paths), paths, dots and texts, each with the
 * attributes it had or took from its groups. Left behind: groups, ids, symbols,
 * filters, gnuplot's own title and whatever else stands there, so nothing that could
 * run is ever handed on.
 */
#include <string.h>

#include "chart/picture.h"
#include "chart/svg_head.h"
#include "chart/svg_path.h"

enum { DEPTH = 32, FRAME_PLOTS = 3 };

/** What an element takes from the groups around it. */
struct group {
    double plot; /**< of those that the template draws, from 1; 0: none of them */
    struct armex_span name, stroke_width, fill, family, size, anchor;
    double x, y; /**< of the text inside */
    bool crisp;
};

struct writer {
    struct armex_text *out;
    struct group groups[DEPTH];
    size_t depth;
    size_t marks, texts;
    bool bare;
    double top;
    const char *words;       /**< what the next marks say, a line each */
    bool crisp;              /**< a group of sharp edges is open */
    struct armex_span shade; /**< and in it one of this colour; {0}: none */
    bool spoke;              /**< some mark did */
    bool over;               /**< or one of what lies over marks that speak */
};

static bool is_in_colour(char c)
{
    return c == '#' || (c >= '0' && c <= '9') ||
           ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static void put_hex(char out[2], double level)
{
    static const char digits[] = "0123456789abcdef";
    out[0] = digits[(unsigned)level >> 4 & 15U];
    out[1] = digits[(unsigned)level & 15U];
}

/** "rgb(209,  64,  12)" as "#d1400c"; "#ffffff" and names of letters as they are. */
static void add_colour(struct armex_text *out, const char *name,
                       struct armex_span given)
{
    double red, green, blue;
    char hex[7] = "#";
    struct armex_span rest = given;
    armex_text_add(out, name);
    if (given.length > 3 && !memcmp(given.at, "rgb", 3) &&
        armex_svg_number(&red, &rest) && armex_svg_number(&green, &rest) &&
        armex_svg_number(&blue, &rest)) {
        put_hex(hex + 1, red);
        put_hex(hex + 3, green);
        put_hex(hex + 5, blue);
        armex_text_add_bytes(out, hex, sizeof hex);
    } else
        for (size_t i = 0; i < given.length; i++)
            if (is_in_colour(given.at[i]))
                armex_text_add_bytes(out, given.at + i, 1);
    armex_text_add(out, "\"");
}

static const struct group *top(const struct writer *writer)
{
    return &writer->groups[writer->depth];
}

static void end_shade(struct writer *writer)
{
    armex_text_add(writer->out, writer->shade.at ? "</g>\n" : "");
    writer->shade = (struct armex_span){0};
}

static void end_crisp(struct writer *writer)
{
    end_shade(writer);
    armex_text_add(writer->out, writer->crisp ? "</g>\n" : "");
    writer->crisp = false;
}

/** What is drawn after the marks that speak lies over them, and lets the pointer
 *  through. */
static void begin_other(struct writer *writer)
{
    end_crisp(writer);
    if (writer->spoke && !writer->over) {
        armex_text_add(writer->out, "<g pointer-events=\"none\">\n");
        writer->over = true;
    }
}

static void end_groups(struct writer *writer)
{
    end_crisp(writer);
    armex_text_add(writer->out, writer->over ? "</g>\n" : "");
}

static void add_stroke_width(struct writer *writer)
{
    double width = 1.0;
    struct armex_span given = top(writer)->stroke_width;
    if (!given.at || !armex_svg_number(&width, &given) || width == 1.0)
        return;
    armex_svg_tenths_after(writer->out, " stroke-width=\"", width);
    armex_text_add(writer->out, "\"");
}

/** Lengths of dashes and gaps: "4 3". */
static void add_dashes(struct armex_text *out, struct armex_span dashes)
{
    double length;
    const char *before = " stroke-dasharray=\"";
    if (!dashes.at)
        return;
    for (; armex_svg_number(&length, &dashes); before = " ")
        armex_svg_tenths_after(out, before, length);
    armex_text_add(out, "\"");
}

static void write_path(struct writer *writer, const struct armex_svg_tag *tag)
{
    struct armex_text *out = writer->out;
    begin_other(writer);
    add_colour(out, "<path fill=\"none\" stroke=\"",
               armex_svg_attribute(tag, "stroke"));
    add_stroke_width(writer);
    add_dashes(out, armex_svg_attribute(tag, "stroke-dasharray"));
    armex_text_add(out, " d=\"");
    armex_svg_path_add(out, armex_svg_attribute(tag, "d"), writer->top);
    armex_text_add(out, "\"/>\n");
    writer->marks++;
}

/** A mark that speaks: those of one colour that follow each other share a group. */
static void write_speaking(struct writer *writer, struct armex_span fill,
                           struct armex_span outline)
{
    struct armex_text *out = writer->out;
    const char *end = strchr(writer->words, '\n');
    const size_t length = end ? (size_t)(end - writer->words) : strlen(writer->words);
    if (!writer->shade.at || writer->shade.length != fill.length ||
        memcmp(writer->shade.at, fill.at, fill.length) != 0) {
        end_shade(writer);
        add_colour(out, "<g fill=\"", fill);
        armex_text_add(out, ">\n");
        writer->shade = fill;
    }
    armex_text_add(out, "<path d=\"");
    armex_svg_path_add(out, outline, writer->top);
    armex_text_add(out, "\"><title>");
    armex_text_add_bytes(out, writer->words, length);
    armex_text_add(out, "</title></path>\n");
    writer->words += length + (end != NULL);
    writer->spoke = true;
}

static void write_polygon(struct writer *writer, const struct armex_svg_tag *tag)
{
    struct armex_text *out = writer->out;
    const struct armex_span fill = armex_svg_attribute(tag, "fill");
    const struct armex_span outline = armex_svg_attribute(tag, "points");
    const bool crisp = top(writer)->crisp;
    const bool speaks = crisp && fill.at && top(writer)->plot > FRAME_PLOTS &&
                        *writer->words && *writer->words != '<';
    if (crisp && !writer->crisp)
        armex_text_add(out, "<g shape-rendering=\"crispEdges\">\n");
    if (!crisp)
        begin_other(writer);
    writer->crisp = crisp;
    writer->marks++;
    if (speaks) {
        write_speaking(writer, fill, outline);
        return;
    }
    end_shade(writer);
    add_colour(out, "<path fill=\"", fill);
    armex_text_add(out, " d=\"");
    armex_svg_path_add(out, outline, writer->top);
    armex_text_add(out, "\"/>\n");
}

/** A point of gnuplot's, which is a symbol moved and scaled: here always a disc. */
static void write_dot(struct writer *writer, const struct armex_svg_tag *tag)
{
    double x, y, radius;
    struct armex_span transform = armex_svg_attribute(tag, "transform");
    if (!transform.at || !armex_svg_number(&x, &transform) ||
        !armex_svg_number(&y, &transform) || !armex_svg_number(&radius, &transform))
        return;
    begin_other(writer);
    armex_svg_tenths_after(writer->out, "<circle cx=\"", x);
    armex_svg_tenths_after(writer->out, "\" cy=\"", y - writer->top);
    armex_svg_tenths_after(writer->out, "\" r=\"", radius);
    add_colour(writer->out, "\" fill=\"", armex_svg_attribute(tag, "color"));
    armex_text_add(writer->out, "/>\n");
    writer->marks++;
}

static void write_paper(struct writer *writer, const struct armex_svg_tag *tag)
{
    add_colour(writer->out, "<rect width=\"100%\" height=\"100%\" fill=\"",
               armex_svg_attribute(tag, "fill"));
    armex_text_add(writer->out, "/>\n");
}

/** gnuplot escapes & and < but leaves >, which must not follow ]]. */
static void add_words(struct armex_text *out, struct armex_span words)
{
    const char *from = words.at, *end = words.at + words.length, *at;
    for (; (at = memchr(from, '>', (size_t)(end - from))); from = at + 1) {
        armex_text_add_bytes(out, from, (size_t)(at - from));
        armex_text_add(out, "&gt;");
    }
    armex_text_add_bytes(out, from, (size_t)(end - from));
}

/** The text between <text> and </text>. */
static void write_text(struct writer *writer, struct armex_span words)
{
    struct armex_text *out = writer->out;
    const struct group *group = top(writer);
    struct armex_span size = group->size;
    double pixels = 12.0;
    if (!words.length)
        return;
    begin_other(writer);
    if (size.at)
        armex_svg_number(&pixels, &size);
    armex_svg_tenths_after(out, "<text x=\"", group->x);
    armex_svg_tenths_after(out, "\" y=\"", group->y - writer->top);
    armex_svg_tenths_after(out, "\" font-size=\"", pixels);
    if (armex_span_has(group->family, ":Bold"))
        armex_text_add(out, "\" font-weight=\"700");
    if (armex_span_is(group->anchor, "middle"))
        armex_text_add(out, "\" text-anchor=\"middle");
    else if (armex_span_is(group->anchor, "end"))
        armex_text_add(out, "\" text-anchor=\"end");
    add_colour(out, "\" fill=\"", group->fill);
    armex_text_add(out, ">");
    add_words(out, words);
    armex_text_add(out, "</text>\n");
    writer->texts++;
}

/** Takes what concerns the marks inside. */
static void take(struct group *group, struct armex_span name, struct armex_span value)
{
    if (armex_span_is(name, "fill"))
        group->fill = value;
    else if (armex_span_is(name, "stroke-width"))
        group->stroke_width = value;
    else if (armex_span_is(name, "font-family"))
        group->family = value;
    else if (armex_span_is(name, "font-size"))
        group->size = value;
    else if (armex_span_is(name, "text-anchor"))
        group->anchor = value;
    else if (armex_span_is(name, "shape-rendering"))
        group->crisp = true;
    else if (armex_span_is(name, "transform")) {
        if (armex_svg_number(&group->x, &value))
            armex_svg_number(&group->y, &value);
    } else if (armex_span_is(name, "id") && armex_span_has(value, "gnuplot_plot_"))
        armex_svg_number(&group->plot, &value);
}

/** false: nested deeper than gnuplot ever does. */
static bool open_group(struct writer *writer, const struct armex_svg_tag *tag)
{
    if (writer->depth + 1 == DEPTH)
        return false;
    struct group *group = &writer->groups[writer->depth + 1];
    struct armex_span name, value, rest = tag->attributes;
    *group = writer->groups[writer->depth];
    writer->depth++;
    group->name = tag->name;
    while (armex_svg_attribute_next(&name, &value, &rest))
        take(group, name, value);
    return true;
}

/** What stands there is drawn where it is used, if at all. */
static bool in_definitions(const struct writer *writer)
{
    for (size_t i = writer->depth; i > 0; i--)
        if (armex_span_is(writer->groups[i].name, "defs"))
            return true;
    return false;
}

/** Whether a bare picture leaves it out: the frame is what every template draws first,
 *  and the tag above the title stands before all plots. */
static bool is_frame(const struct writer *writer)
{
    return writer->bare && top(writer)->plot <= FRAME_PLOTS;
}

static void write_leaf(struct writer *writer, const struct armex_svg_tag *tag)
{
    if (armex_svg_is(tag, "rect"))
        write_paper(writer, tag);
    else if (is_frame(writer))
        return;
    if (armex_svg_is(tag, "path"))
        write_path(writer, tag);
    else if (armex_svg_is(tag, "polygon"))
        write_polygon(writer, tag);
    else if (armex_svg_is(tag, "use"))
        write_dot(writer, tag);
}

/** false: the elements do not nest. */
static bool write_all(struct writer *writer, const char *bytes, size_t length)
{
    struct armex_svg_tag tag = {0};
    const char *at = bytes, *end = bytes + length;
    while (armex_svg_next(&tag, &at, end)) {
        if (tag.closing) {
            const struct armex_span opened = writer->groups[writer->depth].name;
            if (!writer->depth || opened.length != tag.name.length ||
                memcmp(opened.at, tag.name.at, opened.length) != 0)
                return false;
            if (armex_svg_is(&tag, "text") && !in_definitions(writer) &&
                !is_frame(writer))
                write_text(writer, tag.before);
            writer->depth--;
            if (!writer->depth)
                return armex_svg_is(&tag, "svg");
        } else if (!tag.empty) {
            if (!open_group(writer, &tag))
                return false;
        } else if (!in_definitions(writer)) {
            write_leaf(writer, &tag);
        }
    }
    return false;
}

/** Fields that lie over everything, for marks that do not speak themselves. */
static void write_fields(struct armex_text *out, const char *fields, double cut)
{
    if (!*fields)
        return;
    armex_text_add(out, "<g fill=\"none\" pointer-events=\"all\"");
    if (cut != 0.0)
        armex_text_printf(out, " transform=\"translate(0 %.0f)\"", -cut);
    armex_text_add(out, ">\n");
    armex_text_add(out, fields);
    armex_text_add(out, "</g>\n");
}

armex_status armex_svg_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error)
{
    struct writer writer = {.out = out,
                            .bare = picture->bare,
                            .top = picture->top,
                            .words = picture->hovers ? picture->hovers : ""};
    armex_svg_head_add(out, picture);
    if (!write_all(&writer, bytes, length))
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                          "gnuplot's svg breaks off after %zu bytes", length);
    if (!writer.texts || !writer.marks)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "gnuplot's svg is blank");
    if (*writer.words && *writer.words != '<')
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "gnuplot's svg lacks marks");
    end_groups(&writer);
    write_fields(out, writer.words, picture->top);
    armex_text_add(out, "</svg>\n");
    return ARMEX_OK;
}
