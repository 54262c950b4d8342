/** report/press/block.c: one block of a document: its height, and drawing it. */
#include "report/press/block.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "chart/paint/picture.h"
#include "report/press/table.h"

static const double number_width = 104.0, bullet_width = 13.0, rule_room = 9.0;

enum { NUMBER, LABEL, WORDS, SEE };
enum { MOST_AT_ONCE = 16000 };

static double width_of(const struct press_block *block)
{
    return PRESS_WIDTH - (block->style->bullet ? bullet_width : 0.0);
}

/* As wide as the page, unless that makes it too high; 0: it is no picture. */
static double picture_height(const struct press_block *block)
{
    const double most = PRESS_HEIGHT * 0.8;
    double size[2];

    if (!paint_picture_size(size, block->svg, block->svg_bytes))
        return 0.0;
    return size[1] * fmin(PRESS_WIDTH / size[0], most / size[1]);
}

/* A finding has two columns: the number above its label, the words above the links. */
static double column_height(const struct press_sheet *sheet,
                            const struct press_block *block, size_t above, size_t below)
{
    static const char *const styles[] = {"number", "label", "found", "see"};
    const double width =
        above == NUMBER ? number_width - 12.0 : PRESS_WIDTH - number_width;
    const struct press_style *lower = press_style_find(styles[below]);
    double height = press_words_height(sheet, press_style_find(styles[above]),
                                       block->fields[above], width);
    if (*block->fields[below])
        height += lower->before +
                  press_words_height(sheet, lower, block->fields[below], width);
    return height;
}

static double finding_height(const struct press_sheet *sheet,
                             const struct press_block *block)
{
    const double left = column_height(sheet, block, NUMBER, LABEL);
    const double right = column_height(sheet, block, WORDS, SEE);
    return (left > right ? left : right) + 10.0;
}

static double height_of(const struct press_sheet *sheet,
                        const struct press_block *block)
{
    switch (block->kind) {
    case PRESS_FINDING:
        return finding_height(sheet, block);
    case PRESS_ROW:
        return press_row_height(sheet, &sheet->document->tables[block->table], block);
    case PRESS_PICTURE:
        return picture_height(block);
    default:
        return press_words_height(sheet, block->style, block->fields[0],
                                  width_of(block)) +
               (block->style->rule ? rule_room : 0.0);
    }
}

/* Words without their marks: what is cut must not lose the end of one. */
static char *plain_words(struct armex_arena *arena, const char *words)
{
    char *out = armex_arena_text(arena, words);
    size_t n = 0;

    for (; out && *words; words++) {
        if (*words == PRESS_LINK)
            words += strcspn(words, "\3");
        if (*words && (unsigned char)*words >= ' ')
            out[n++] = *words;
        if (!*words)
            break;
    }
    if (out)
        out[n] = '\0';
    return out;
}

/* Up to a blank not far before `most`. */
static size_t up_to_blank(const char *words, size_t most)
{
    size_t n = most;

    while (n > most / 2 && words[n] != ' ')
        n--;
    if (n > most / 2)
        return n;
    for (n = most; n > 0 && ((unsigned char)words[n] & 0xc0U) == 0x80U;)
        n--; /* never within a character */
    return n;
}

/* Keeps the first `fits` bytes of words that are plain. false: no memory. */
static bool cut_at(struct armex_arena *arena, struct press_block *block,
                   const char *words, size_t fits, const char **rest)
{
    if (fits == 0 || !words[fits])
        return true;
    block->fields[0] = armex_arena_copy(arena, words, fits);
    *rest = words + fits + (words[fits] == ' ');
    return block->fields[0] != NULL;
}

/* Measures a block, and cuts words that are higher than a page to those that fit;
 * `*rest` is what does not, or NULL. Words are cut to a few pages before they are
 * measured, so that the time grows with their length and not with its square. */
static bool measure(const struct press_sheet *sheet, struct press_block *block,
                    const char **rest)
{
    struct armex_arena *arena = sheet->document->arena;
    const bool words = block->kind == PRESS_WORDS;

    *rest = NULL;
    if (words && strlen(block->fields[0]) > MOST_AT_ONCE) {
        const char *plain = plain_words(arena, block->fields[0]);
        if (!plain ||
            (strlen(plain) > MOST_AT_ONCE &&
             !cut_at(arena, block, plain, up_to_blank(plain, MOST_AT_ONCE), rest)))
            return false;
    }
    block->full = block->height = height_of(sheet, block);
    if (!words || block->height <= PRESS_HEIGHT)
        return true;
    const char *plain = plain_words(arena, block->fields[0]);
    if (!plain)
        return false;
    const char *after = *rest, *over = NULL;
    if (!cut_at(arena, block, plain,
                press_words_fitting(sheet, block->style, plain, width_of(block),
                                    PRESS_HEIGHT - rule_room),
                &over))
        return false;
    block->height = height_of(sheet, block);
    *rest = over && after ? armex_arena_printf(arena, "%s %s", over, after)
            : over        ? over
                          : after;
    return !over || *rest;
}

/* Blocks are moved on by one, for the rest of a long one to follow it. */
static armex_status insert_rest(struct press_document *document, size_t after,
                                const char *rest, struct armex_error *error)
{
    struct press_block *blocks = armex_arena_new(
        document->arena, document->n_blocks + 1, sizeof *document->blocks);
    const char **fields = armex_arena_new(document->arena, 1, sizeof *fields);

    if (!blocks || !fields)
        return armex_fail_memory(error);
    memcpy(blocks, document->blocks, (after + 1) * sizeof *blocks);
    memcpy(blocks + after + 2, document->blocks + after + 1,
           (document->n_blocks - after - 1) * sizeof *blocks);
    fields[0] = rest;
    blocks[after + 1] = blocks[after];
    blocks[after + 1].fields = fields;
    blocks[after + 1].id = NULL;
    document->blocks = blocks;
    document->n_blocks++;
    for (size_t t = 0; t < document->n_tables; t++)
        if (document->tables[t].first > after) {
            document->tables[t].first++;
            document->tables[t].end++;
        }
    return ARMEX_OK;
}

armex_status press_blocks_measure(const struct press_sheet *sheet,
                                  struct press_document *document,
                                  struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t t = 0; !status && t < document->n_tables; t++)
        if (document->tables[t].end > document->tables[t].first)
            status =
                press_table_fit(sheet, &document->tables[t], document->arena, error);
    for (size_t i = 0; !status && i < document->n_blocks; i++) {
        struct press_block *block = &document->blocks[i];
        const char *rest;
        if (!measure(sheet, block, &rest))
            return armex_fail_memory(error);
        if (rest)
            status = insert_rest(document, i, rest, error);
    }
    return status;
}

static void draw_words(const struct press_sheet *sheet, const struct press_block *block,
                       double y)
{
    const struct press_style *style = block->style;
    const double indent = PRESS_WIDTH - width_of(block);
    cairo_t *cairo = sheet->cairo;
    const struct press_box box = {PRESS_LEFT + indent,
                                  y + (style->rule ? rule_room : 0.0), width_of(block),
                                  false};

    press_colour_set(cairo, style->bullet ? PRESS_ACCENT : PRESS_INK);
    if (style->rule)
        cairo_rectangle(cairo, PRESS_LEFT, y, PRESS_WIDTH, 2.0);
    if (style->bullet)
        cairo_rectangle(cairo, PRESS_LEFT, y + style->size * 0.52, 4.0, 4.0);
    if (style->rule || style->bullet)
        cairo_fill(cairo);
    press_words_draw(sheet, style, block->fields[0], &box);
}

static void draw_field(const struct press_sheet *sheet, const char *style,
                       const char *words, double *y, double x, double width)
{
    const struct press_style *found = press_style_find(style);
    const struct press_box box = {x, *y, width, false};

    if (!*words)
        return;
    press_words_draw(sheet, found, words, &box);
    *y += press_words_height(sheet, found, words, width) + 3.0;
}

static void draw_finding(const struct press_sheet *sheet,
                         const struct press_block *block, double y)
{
    const double right = PRESS_LEFT + number_width, width = PRESS_WIDTH - number_width;
    const double left_width = number_width - 12.0;
    double left_y = y, right_y = y + 3.0;

    draw_field(sheet, "number", block->fields[NUMBER], &left_y, PRESS_LEFT, left_width);
    draw_field(sheet, "label", block->fields[LABEL], &left_y, PRESS_LEFT, left_width);
    draw_field(sheet, "found", block->fields[WORDS], &right_y, right, width);
    draw_field(sheet, "see", block->fields[SEE], &right_y, right, width);
    press_colour_set(sheet->cairo, PRESS_GRID);
    cairo_set_line_width(sheet->cairo, 0.6);
    cairo_move_to(sheet->cairo, PRESS_LEFT, y + block->height);
    cairo_line_to(sheet->cairo, PRESS_LEFT + PRESS_WIDTH, y + block->height);
    cairo_stroke(sheet->cairo);
}

static void draw_picture(const struct press_sheet *sheet,
                         const struct press_block *block, double y)
{
    double size[2];
    struct paint_sheet within = {
        .cairo = sheet->cairo, .context = sheet->context, .figures = true};

    if (block->height <= 0.0 || !paint_picture_size(size, block->svg, block->svg_bytes))
        return;
    const double zoom = block->height / size[1];
    cairo_save(sheet->cairo);
    cairo_translate(sheet->cairo, PRESS_LEFT, y);
    cairo_scale(sheet->cairo, zoom, zoom);
    paint_picture(&within, block->svg, block->svg_bytes);
    cairo_restore(sheet->cairo);
}

static void draw_body(const struct press_sheet *sheet, const struct press_block *block,
                      double y)
{
    const char *tag = block->kind == PRESS_PICTURE ? "Figure"
                      : block->kind == PRESS_WORDS ? block->style->tag
                                                   : "P";
    cairo_tag_begin(sheet->cairo, tag, NULL);
    if (block->kind == PRESS_PICTURE)
        draw_picture(sheet, block, y);
    else if (block->kind == PRESS_FINDING)
        draw_finding(sheet, block, y);
    else
        draw_words(sheet, block, y);
    cairo_tag_end(sheet->cairo, tag);
}

void press_block_draw(const struct press_sheet *sheet, const struct press_block *block,
                      double y)
{
    char place[256];

    if (block->id && strlen(block->id) < 200) {
        snprintf(place, sizeof place, "name='%s' x=%d y=%d", block->id, (int)PRESS_LEFT,
                 (int)y - 4);
        cairo_tag_begin(sheet->cairo, CAIRO_TAG_DEST, place);
        cairo_tag_end(sheet->cairo, CAIRO_TAG_DEST);
    }
    if (block->kind == PRESS_ROW)
        press_row_draw(sheet, &sheet->document->tables[block->table], block, y);
    else
        draw_body(sheet, block, y);
}

void press_outline(cairo_surface_t *surface, const struct press_document *document)
{
    int parents[4] = {CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                      CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT};
    char place[256];

    for (size_t i = 0; i < document->n_blocks; i++) {
        const struct press_block *block = &document->blocks[i];
        const int level = block->kind == PRESS_WORDS ? block->style->outline : 0;
        if (!level || !block->id || strlen(block->id) >= 200)
            continue;
        char *words = plain_words(document->arena, block->fields[0]);
        snprintf(place, sizeof place, "dest='%s'", block->id);
        parents[level] = cairo_pdf_surface_add_outline(surface, parents[level - 1],
                                                       words ? words : "", place, 0);
    }
}
