/**
 * chart/svg.c: gnuplot's SVG written anew: the same marks, less around them.
 *
 * Kept: rectangles, polygons, paths, dots and texts, each with the attributes it had or
 * took from its groups. Left behind: groups, ids, symbols, filters, gnuplot's own title
 * and whatever else stands there, so nothing that could run is ever handed on.
 */
#include <string.h>

#include "chart/font.h"
#include "chart/picture.h"
#include "chart/scene.h"
#include "chart/svg_tag.h"

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
};

static void add_number(struct armex_text *out, double value)
{
    armex_decimal_add(out, value, 1);
}

static void add_attribute(struct armex_text *out, const char *name, double value)
{
    armex_text_printf(out, " %s=\"", name);
    add_number(out, value);
    armex_text_add(out, "\"");
}

/** "rgb(209,  64,  12)" as "#d1400c"; "#ffffff" and names of letters as they are. */
static void add_colour(struct armex_text *out, const char *name,
                       struct armex_span given)
{
    double red, green, blue;
    armex_text_printf(out, " %s=\"", name);
    struct armex_span rest = given;
    if (given.length > 3 && !strncmp(given.at, "rgb", 3) &&
        armex_svg_number(&red, &rest) && armex_svg_number(&green, &rest) &&
        armex_svg_number(&blue, &rest))
        armex_text_printf(out, "#%02x%02x%02x", (unsigned)red & 255U,
                          (unsigned)green & 255U, (unsigned)blue & 255U);
    else
        for (size_t i = 0; i < given.length; i++)
            if (strchr("#abcdefghijklmnopqrstuvwxyz0123456789", given.at[i] | 0x20) ||
                given.at[i] == '#')
                armex_text_add_bytes(out, given.at + i, 1);
    armex_text_add(out, "\"");
}

/** Path data and lists of points: letters stay, numbers keep one decimal. Every other
 *  number is a height, of which `top` is taken off: gnuplot writes pairs only. */
static void add_path(struct armex_text *out, struct armex_span data, double top)
{
    bool after_number = false, height = false;
    double value;
    while (data.length) {
        const char c = *data.at;
        if (strchr("MLHVZCSQTAmlhvzcsqta", c)) {
            armex_text_add_bytes(out, &c, 1);
            after_number = false;
        } else if ((c >= '0' && c <= '9') || c == '-' || c == '.') {
            if (!armex_svg_number(&value, &data))
                return;
            armex_text_add(out, after_number ? " " : "");
            add_number(out, height ? value - top : value);
            after_number = true;
            height = !height;
            continue;
        }
        data.at++;
        data.length--;
    }
}

static const struct group *top(const struct writer *writer)
{
    return &writer->groups[writer->depth];
}

static void add_stroke_width(struct writer *writer)
{
    double width = 1.0;
    struct armex_span given = top(writer)->stroke_width;
    if (given.at && armex_svg_number(&width, &given) && width != 1.0)
        add_attribute(writer->out, "stroke-width", width);
}

static void write_path(struct writer *writer, const struct armex_svg_tag *tag)
{
    const struct armex_span dashes = armex_svg_attribute(tag, "stroke-dasharray");
    armex_text_add(writer->out, "<path fill=\"none\"");
    add_colour(writer->out, "stroke", armex_svg_attribute(tag, "stroke"));
    add_stroke_width(writer);
    if (dashes.at) {
        armex_text_add(writer->out, " stroke-dasharray=\"");
        add_path(writer->out, dashes, 0.0);
        armex_text_add(writer->out, "\"");
    }
    armex_text_add(writer->out, " d=\"");
    add_path(writer->out, armex_svg_attribute(tag, "d"), writer->top);
    armex_text_add(writer->out, "\"/>\n");
    writer->marks++;
}

static void write_polygon(struct writer *writer, const struct armex_svg_tag *tag)
{
    armex_text_add(writer->out, "<polygon");
    add_colour(writer->out, "fill", armex_svg_attribute(tag, "fill"));
    if (top(writer)->crisp)
        armex_text_add(writer->out, " shape-rendering=\"crispEdges\"");
    armex_text_add(writer->out, " points=\"");
    add_path(writer->out, armex_svg_attribute(tag, "points"), writer->top);
    armex_text_add(writer->out, "\"/>\n");
    writer->marks++;
}

/** A point of gnuplot's, which is a symbol moved and scaled: here always a disc. */
static void write_dot(struct writer *writer, const struct armex_svg_tag *tag)
{
    double x, y, radius;
    struct armex_span transform = armex_svg_attribute(tag, "transform");
    if (!transform.at || !armex_svg_number(&x, &transform) ||
        !armex_svg_number(&y, &transform) || !armex_svg_number(&radius, &transform))
        return;
    armex_text_add(writer->out, "<circle");
    add_attribute(writer->out, "cx", x);
    add_attribute(writer->out, "cy", y - writer->top);
    add_attribute(writer->out, "r", radius);
    add_colour(writer->out, "fill", armex_svg_attribute(tag, "color"));
    armex_text_add(writer->out, "/>\n");
    writer->marks++;
}

static void write_paper(struct writer *writer, const struct armex_svg_tag *tag)
{
    armex_text_add(writer->out, "<rect width=\"100%\" height=\"100%\"");
    add_colour(writer->out, "fill", armex_svg_attribute(tag, "fill"));
    armex_text_add(writer->out, "/>\n");
}

/** gnuplot escapes & and < but leaves >, which must not follow ]]. */
static void add_words(struct armex_text *out, struct armex_span words)
{
    for (size_t i = 0; i < words.length; i++)
        if (words.at[i] == '>')
            armex_text_add(out, "&gt;");
        else
            armex_text_add_bytes(out, words.at + i, 1);
}

/** The text between <text> and </text>. */
static void write_text(struct writer *writer, struct armex_span words)
{
    const struct group *group = top(writer);
    struct armex_span size = group->size;
    double pixels = 12.0;
    if (!words.length)
        return;
    armex_text_add(writer->out, "<text");
    add_attribute(writer->out, "x", group->x);
    add_attribute(writer->out, "y", group->y - writer->top);
    if (size.at)
        armex_svg_number(&pixels, &size);
    add_attribute(writer->out, "font-size", pixels);
    if (armex_span_has(group->family, ":Bold"))
        armex_text_add(writer->out, " font-weight=\"700\"");
    if (armex_span_is(group->anchor, "middle") || armex_span_is(group->anchor, "end"))
        armex_text_printf(writer->out, " text-anchor=\"%.*s\"",
                          (int)group->anchor.length, group->anchor.at);
    add_colour(writer->out, "fill", group->fill);
    armex_text_add(writer->out, ">");
    add_words(writer->out, words);
    armex_text_add(writer->out, "</text>\n");
    writer->texts++;
}

static void take(struct armex_span *field, const struct armex_svg_tag *tag,
                 const char *name)
{
    const struct armex_span given = armex_svg_attribute(tag, name);
    if (given.at)
        *field = given;
}

/** false: nested deeper than gnuplot ever does. */
static bool open_group(struct writer *writer, const struct armex_svg_tag *tag)
{
    if (writer->depth + 1 == DEPTH)
        return false;
    struct group *group = &writer->groups[writer->depth + 1];
    *group = writer->groups[writer->depth];
    writer->depth++;
    group->name = tag->name;
    struct armex_span id = armex_svg_attribute(tag, "id");
    if (armex_span_has(id, "gnuplot_plot_"))
        armex_svg_number(&group->plot, &id);
    take(&group->stroke_width, tag, "stroke-width");
    take(&group->fill, tag, "fill");
    take(&group->family, tag, "font-family");
    take(&group->size, tag, "font-size");
    take(&group->anchor, tag, "text-anchor");
    struct armex_span move = armex_svg_attribute(tag, "transform");
    if (move.at && armex_svg_number(&group->x, &move))
        armex_svg_number(&group->y, &move);
    if (armex_svg_attribute(tag, "shape-rendering").at)
        group->crisp = true;
    return true;
}

/** Whether the innermost open element, or one around it, is of that name. */
static bool inside(const struct writer *writer, const char *name)
{
    for (size_t i = writer->depth; i > 0; i--)
        if (armex_span_is(writer->groups[i].name, name))
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
    struct armex_svg_tag tag;
    const char *at = bytes, *end = bytes + length;
    while (armex_svg_next(&tag, &at, end)) {
        if (tag.closing) {
            const struct armex_span opened = writer->groups[writer->depth].name;
            if (!writer->depth || opened.length != tag.name.length ||
                memcmp(opened.at, tag.name.at, opened.length) != 0)
                return false;
            if (armex_svg_is(&tag, "text") && !inside(writer, "defs") &&
                !is_frame(writer))
                write_text(writer, tag.before);
            writer->depth--;
            if (!writer->depth)
                return armex_svg_is(&tag, "svg");
        } else if (!tag.empty) {
            if (!open_group(writer, &tag))
                return false;
        } else if (!inside(writer, "defs")) {
            write_leaf(writer, &tag);
        }
    }
    return false;
}

static void add_fact(struct armex_text *out, const char *name, struct armex_text *fact)
{
    if (fact->length) {
        armex_text_printf(out, "<dc:%s>", name);
        armex_xml_add(out, fact->data);
        armex_text_printf(out, "</dc:%s>", name);
    }
    out->failed = out->failed || fact->failed;
    armex_text_free(fact);
}

static void write_head(struct armex_text *out, const struct armex_picture *picture)
{
    struct armex_text fact = {0};
    armex_text_add(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    const double zoom = picture->zoom > 0.0 ? picture->zoom : 1.0;
    add_attribute(out, "width", picture->width * zoom);
    add_attribute(out, "height", picture->height * zoom);
    armex_text_add(out, " viewBox=\"0 0 ");
    add_number(out, picture->width);
    armex_text_add(out, " ");
    add_number(out, picture->height);
    armex_text_printf(out, "\" role=\"img\" lang=\"en\" font-family=\"%s\">\n<title>",
                      armex_font_fallbacks());
    armex_xml_add(out, picture->words->title);
    armex_text_add(out, "</title>\n<desc>");
    armex_xml_add(out, picture->words->description);
    armex_text_add(out, "</desc>\n<metadata "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
    armex_picture_sources(&fact, picture);
    add_fact(out, "source", &fact);
    if (picture->command && *picture->command) {
        armex_text_add(out, "<dc:description>");
        armex_command_xml_add(out, picture->command);
        armex_text_add(out, "</dc:description>");
    }
    armex_text_add(&fact, "font ");
    armex_picture_font(&fact, picture);
    add_fact(out, "format", &fact);
    armex_text_add(out, "</metadata>\n");
}

static void write_hovers(struct armex_text *out, const struct armex_picture *picture)
{
    if (!picture->hovers || !*picture->hovers)
        return;
    armex_text_add(out, "<g fill=\"none\" pointer-events=\"all\"");
    if (picture->top != 0.0)
        armex_text_printf(out, " transform=\"translate(0 %.0f)\"", -picture->top);
    armex_text_add(out, ">\n");
    armex_text_add(out, picture->hovers);
    armex_text_add(out, "</g>\n");
}

armex_status armex_svg_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error)
{
    struct writer writer = {.out = out, .bare = picture->bare, .top = picture->top};
    write_head(out, picture);
    if (!write_all(&writer, bytes, length))
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                          "gnuplot's svg breaks off after %zu bytes", length);
    if (!writer.texts || !writer.marks)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "gnuplot's svg is blank");
    write_hovers(out, picture);
    armex_text_add(out, "</svg>\n");
    return ARMEX_OK;
}
