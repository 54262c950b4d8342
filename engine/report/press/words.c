/** report/press/words.c: words set in a style: how much room they take, and drawing
 * them.
 */
#include "report/press/words.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "base/text.h"
#include "chart/paint/words.h"

enum { MOST_LINKS = 64 };

struct link {
    const char *target;
    size_t target_length;
    size_t from, to; /* bytes of the plain text */
};

/* Words without their marks. */
struct plain {
    struct armex_text text;
    struct link links[MOST_LINKS];
    size_t n_links;
    PangoAttrList *attributes;
};

void press_colour_set(cairo_t *cairo, enum press_colour colour)
{
    const unsigned rgb = (unsigned)colour;
    cairo_set_source_rgb(cairo, (rgb >> 16) / 255.0, (rgb >> 8 & 255U) / 255.0,
                         (rgb & 255U) / 255.0);
}

static void add_attribute(struct plain *plain, PangoAttribute *attribute, size_t from,
                          size_t to)
{
    attribute->start_index = (guint)from;
    attribute->end_index = (guint)to;
    pango_attr_list_insert(plain->attributes, attribute);
}

static void end_link(struct plain *plain)
{
    struct link *link = &plain->links[plain->n_links];

    link->to = plain->text.length;
    add_attribute(plain, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), link->from,
                  link->to);
    add_attribute(plain, pango_attr_underline_color_new(0x8787, 0x9191, 0x9a9a),
                  link->from, link->to);
    if (plain->n_links + 1 < MOST_LINKS)
        plain->n_links++;
}

static void strip(struct plain *plain, const char *words)
{
    size_t bold = 0;

    plain->attributes = pango_attr_list_new();
    armex_text_add(&plain->text, "");
    while (*words) {
        struct link *link = &plain->links[plain->n_links];
        switch (*words) {
        case PRESS_LINK:
            link->target = ++words;
            link->target_length = strcspn(words, "\3");
            link->from = plain->text.length;
            words += link->target_length;
            break;
        case PRESS_LINK_END:
            if (link->target)
                end_link(plain);
            break;
        case PRESS_BOLD:
            bold = plain->text.length;
            break;
        case PRESS_BOLD_END:
            add_attribute(plain, pango_attr_weight_new(PANGO_WEIGHT_BOLD), bold,
                          plain->text.length);
            break;
        case PRESS_LINKED:
            break;
        default:
            armex_text_add_bytes(&plain->text, words, 1);
        }
        words += *words != '\0';
    }
}

static void end_plain(struct plain *plain)
{
    pango_attr_list_unref(plain->attributes);
    armex_text_free(&plain->text);
}

static PangoLayout *set(const struct press_sheet *sheet,
                        const struct press_style *style, struct plain *plain,
                        const char *words, double width)
{
    PangoLayout *layout = pango_layout_new(sheet->context);
    PangoFontDescription *font = pango_font_description_from_string(paint_families());

    *plain = (struct plain){0};
    strip(plain, words);
    if (style->figures)
        add_attribute(plain, pango_attr_font_features_new("tnum=1"), 0, G_MAXINT);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_font_description_set_weight(font, style->bold ? PANGO_WEIGHT_BOLD
                                                        : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, plain->text.data ? plain->text.data : "",
                          (int)plain->text.length);
    pango_layout_set_attributes(layout, plain->attributes);
    pango_layout_set_line_spacing(layout, style->size > 14.0F ? 0.98F : 1.12F);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    if (width >= 0.0)
        pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    if (style->lines) {
        pango_layout_set_height(layout, -style->lines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    pango_font_description_free(font);
    return layout;
}

static void end(PangoLayout *layout, struct plain *plain)
{
    g_object_unref(layout);
    end_plain(plain);
}

double press_words_height(const struct press_sheet *sheet,
                          const struct press_style *style, const char *words,
                          double width)
{
    struct plain plain;
    PangoLayout *layout = set(sheet, style, &plain, words, width);
    int height;

    pango_layout_get_size(layout, NULL, &height);
    end(layout, &plain);
    return (double)height / PANGO_SCALE;
}

double press_words_width(const struct press_sheet *sheet,
                         const struct press_style *style, const char *words)
{
    struct plain plain;
    PangoLayout *layout = set(sheet, style, &plain, words, -1.0);
    int width;

    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_NONE);
    pango_layout_get_size(layout, &width, NULL);
    end(layout, &plain);
    return (double)width / PANGO_SCALE + 0.1;
}

double press_words_narrowest(const struct press_sheet *sheet,
                             const struct press_style *style, const char *words)
{
    struct plain plain;
    PangoLayout *layout = set(sheet, style, &plain, words, 0.0);
    int width;

    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_NONE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    pango_layout_get_size(layout, &width, NULL);
    end(layout, &plain);
    return (double)width / PANGO_SCALE + 0.1;
}

size_t press_words_fitting(const struct press_sheet *sheet,
                           const struct press_style *style, const char *words,
                           double width, double height)
{
    struct plain plain;
    PangoLayout *layout = set(sheet, style, &plain, words, width);
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    PangoRectangle line;
    size_t fitting = strlen(words);

    do {
        pango_layout_iter_get_line_extents(iter, NULL, &line);
        if ((double)(line.y + line.height) / PANGO_SCALE > height) {
            fitting = (size_t)pango_layout_iter_get_index(iter);
            break;
        }
    } while (pango_layout_iter_next_line(iter));
    pango_layout_iter_free(iter);
    end(layout, &plain);
    return fitting;
}

/* The rectangles of a link, line by line: "rect=[x y width height ...]". */
static void add_places(struct armex_text *out, PangoLayout *layout,
                       const struct link *link, const struct press_box *box)
{
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    PangoRectangle extents;

    armex_text_add(out, " rect=[");
    do {
        const PangoLayoutLine *line = pango_layout_iter_get_line_readonly(iter);
        int *ranges, n;
        pango_layout_iter_get_line_extents(iter, NULL, &extents);
        if (line->start_index + line->length <= (int)link->from ||
            line->start_index >= (int)link->to)
            continue;
        pango_layout_line_get_x_ranges((PangoLayoutLine *)(void *)line, (int)link->from,
                                       (int)link->to, &ranges, &n);
        for (const int *range = ranges; range < ranges + 2 * (ptrdiff_t)n; range += 2)
            armex_text_printf(out, " %d %d %d %d",
                              (int)(box->x + range[0] / (double)PANGO_SCALE),
                              (int)(box->y + extents.y / (double)PANGO_SCALE),
                              (range[1] - range[0]) / PANGO_SCALE + 1,
                              extents.height / PANGO_SCALE + 1);
        g_free(ranges);
    } while (pango_layout_iter_next_line(iter));
    armex_text_add(out, "]");
    pango_layout_iter_free(iter);
}

/* An address as cairo takes it: ASCII, what could end it as %XX. */
static void add_address(struct armex_text *out, const char *address, size_t length)
{
    armex_text_add(out, "uri='");
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)address[i];
        if (c <= ' ' || c >= 0x7f || strchr("'\\\"<>()[]", c))
            armex_text_printf(out, "%%%02X", c);
        else
            armex_text_add_bytes(out, &address[i], 1);
    }
    armex_text_add(out, "'");
}

static void draw_link(const struct press_sheet *sheet, PangoLayout *layout,
                      const struct link *link, const struct press_box *box)
{
    struct armex_text tag = {0}, id = {0};
    bool known = true;

    if (link->target[0] == '#') {
        armex_text_add_bytes(&id, link->target + 1, link->target_length - 1);
        known = id.data && press_document_has(sheet->document, id.data);
        armex_text_printf(&tag, "dest='%s'", id.data ? id.data : "");
    } else {
        add_address(&tag, link->target, link->target_length);
    }
    add_places(&tag, layout, link, box);
    if (known && !tag.failed && !id.failed) {
        cairo_tag_begin(sheet->cairo, CAIRO_TAG_LINK, tag.data);
        cairo_tag_end(sheet->cairo, CAIRO_TAG_LINK);
    }
    armex_text_free(&tag);
    armex_text_free(&id);
}

void press_words_draw(const struct press_sheet *sheet, const struct press_style *style,
                      const char *words, const struct press_box *box)
{
    struct plain plain;
    PangoLayout *layout = set(sheet, style, &plain, words, box->width);

    if (box->right)
        pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    press_colour_set(sheet->cairo, style->colour);
    cairo_move_to(sheet->cairo, box->x, box->y);
    pango_cairo_show_layout(sheet->cairo, layout);
    for (size_t i = 0; i < plain.n_links; i++)
        draw_link(sheet, layout, &plain.links[i], box);
    end(layout, &plain);
}
