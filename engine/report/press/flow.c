/** report/press/flow.c: blocks one below the other, page after page. */
#include "report/press/flow.h"

#include "report/press/block.h"
#include "report/press/table.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

/* A block on its page; the head of a table may have several places. */
struct place {
    size_t block, page;
    double y;
};

struct flow {
    struct press_sheet sheet;
    struct press_document *document;
    struct place *places;
    size_t n, page;
    double y;
    bool top; /* nothing stands on this page yet */
};

/* How much room the block takes with all that must follow it on the page. */
static double room_needed(const struct flow *flow, size_t from)
{
    const struct press_document *document = flow->document;
    double room = document->blocks[from].height;

    for (size_t i = from; document->blocks[i].keep && i + 1 < document->n_blocks; i++)
        room += document->blocks[i + 1].before + document->blocks[i + 1].height;
    return room;
}

static void put(struct flow *flow, size_t block)
{
    flow->places[flow->n++] = (struct place){block, flow->page, flow->y};
    flow->y += flow->document->blocks[block].height;
    flow->top = false;
}

/* The last block of those that must stand on the page of `from`. */
static size_t last_kept(const struct press_document *document, size_t from)
{
    while (document->blocks[from].keep && from + 1 < document->n_blocks)
        from++;
    return from;
}

/* The first place on this page. */
static size_t page_begins(const struct flow *flow)
{
    size_t at = flow->n;

    while (at > 0 && flow->places[at - 1].page == flow->page)
        at--;
    return at;
}

struct pictures {
    size_t ahead;  /* how many of them are not yet on the page */
    double height; /* of all */
    double least;  /* part of its full height that the one drawn smallest has */
};

static void count(struct pictures *pictures, const struct press_block *block)
{
    if (block->kind != PRESS_PICTURE || block->full <= 0.0)
        return;
    pictures->height += block->height;
    pictures->least = fmin(pictures->least, block->height / block->full);
}

/* The pictures on this page, and those that must follow on it. */
static struct pictures count_pictures(const struct flow *flow, size_t from, size_t to)
{
    const struct press_block *blocks = flow->document->blocks;
    struct pictures pictures = {.least = 1.0};

    for (size_t i = from; i <= to; i++) {
        count(&pictures, &blocks[i]);
        pictures.ahead += blocks[i].kind == PRESS_PICTURE;
    }
    for (size_t p = page_begins(flow); p < flow->n; p++)
        count(&pictures, &blocks[flow->places[p].block]);
    return pictures;
}

static void shrink(struct press_block *block, double zoom, double *gained)
{
    if (block->kind != PRESS_PICTURE)
        return;
    *gained += block->height * (1.0 - zoom);
    block->height *= zoom;
}

/* Draws the pictures of this page smaller, all alike, for what must follow from `from`
 * on to fit below them, rather than leave the foot of the page empty. Not by so much
 * that their words cannot be read. */
static void make_room_by_pictures(struct flow *flow, size_t from, double excess)
{
    static const double smallest = 0.75;
    struct press_block *blocks = flow->document->blocks;
    const size_t to = last_kept(flow->document, from);
    const struct pictures pictures = count_pictures(flow, from, to);
    const double zoom = 1.0 - excess / pictures.height;
    double gained = 0.0;

    if (!pictures.ahead || !(zoom * pictures.least >= smallest))
        return;
    for (size_t p = page_begins(flow); p < flow->n; p++) {
        flow->places[p].y -= gained;
        shrink(&blocks[flow->places[p].block], zoom, &gained);
    }
    flow->y -= gained;
    for (size_t i = from; i <= to; i++)
        shrink(&blocks[i], zoom, &gained);
}

static void put_next(struct flow *flow, size_t i)
{
    const struct press_block *block = &flow->document->blocks[i];
    const double bottom = PRESS_TOP + PRESS_HEIGHT;
    const double before = flow->top ? 0.0 : block->before;
    const double excess = flow->y + before + room_needed(flow, i) - bottom;

    if (!flow->top && excess > 0.0)
        make_room_by_pictures(flow, i, excess + 0.005);
    if (!flow->top && flow->y + before + block->height > bottom + 0.01) {
        flow->top = true;
    } else if (!flow->top && flow->y + before + room_needed(flow, i) > bottom + 0.01) {
        /* What can stay together nowhere goes on where it stands. */
        flow->top = room_needed(flow, i) <= PRESS_HEIGHT;
    }
    if (flow->top && flow->n) {
        flow->page++;
        flow->y = PRESS_TOP;
    } else {
        flow->y += before;
    }
    if (flow->top && block->kind == PRESS_ROW &&
        flow->document->tables[block->table].first != i)
        put(flow, flow->document->tables[block->table].first);
    put(flow, i);
}

static armex_status place_all(struct flow *flow, struct armex_error *error)
{
    flow->places = armex_arena_new(
        flow->document->arena, 2 * flow->document->n_blocks + 1, sizeof(struct place));
    if (!flow->places)
        return armex_fail_memory(error);
    flow->y = PRESS_TOP;
    flow->top = true;
    for (size_t i = 0; i < flow->document->n_blocks; i++)
        put_next(flow, i);
    return ARMEX_OK;
}

static void draw_foot(const struct flow *flow, size_t page)
{
    const struct press_style *style = press_style_find("foot");
    const double y = PRESS_PAGE_HEIGHT - 34.0;
    const struct press_box left = {PRESS_LEFT, y, PRESS_WIDTH - 60.0, false};
    const struct press_box right = {PRESS_LEFT, y, PRESS_WIDTH, true};
    char number[64];

    snprintf(number, sizeof number, "%zu / %zu", page + 1, flow->page + 1);
    if (press_words_width(&flow->sheet, style, flow->document->footer) < left.width)
        press_words_draw(&flow->sheet, style, flow->document->footer, &left);
    press_words_draw(&flow->sheet, style, number, &right);
}

/* Rows that follow one another on a page are one table for a screen reader. */
static bool same_table(const struct flow *flow, size_t a, size_t b)
{
    if (a >= flow->n || b >= flow->n || flow->places[a].page != flow->places[b].page)
        return false;
    const struct press_block *first = &flow->document->blocks[flow->places[a].block];
    const struct press_block *second = &flow->document->blocks[flow->places[b].block];
    return first->kind == PRESS_ROW && second->kind == PRESS_ROW &&
           first->table == second->table;
}

static void draw_place(const struct flow *flow, size_t i)
{
    const struct press_block *block = &flow->document->blocks[flow->places[i].block];
    const bool row = block->kind == PRESS_ROW;
    cairo_t *cairo = flow->sheet.cairo;

    if (row && (!i || !same_table(flow, i - 1, i)))
        cairo_tag_begin(cairo, "Table", NULL);
    press_block_draw(&flow->sheet, block, flow->places[i].y);
    if (row && !same_table(flow, i, i + 1))
        cairo_tag_end(cairo, "Table");
}

static void draw_all(const struct flow *flow)
{
    for (size_t page = 0, i = 0; page <= flow->page; page++) {
        for (; i < flow->n && flow->places[i].page == page; i++)
            draw_place(flow, i);
        draw_foot(flow, page);
        cairo_show_page(flow->sheet.cairo);
    }
}

armex_status press_flow(cairo_surface_t *surface, struct press_document *document,
                        struct armex_error *error)
{
    cairo_t *cairo = cairo_create(surface);
    cairo_font_options_t *options = cairo_font_options_create();
    struct flow flow = {.document = document};

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    flow.sheet =
        (struct press_sheet){cairo, pango_cairo_create_context(cairo), document};
    pango_cairo_context_set_font_options(flow.sheet.context, options);
    pango_context_set_round_glyph_positions(flow.sheet.context, FALSE);
    armex_status status = press_blocks_measure(&flow.sheet, document, error);
    if (!status)
        status = place_all(&flow, error);
    if (!status)
        draw_all(&flow);
    if (!status)
        press_outline(surface, document);
    g_object_unref(flow.sheet.context);
    cairo_font_options_destroy(options);
    cairo_destroy(cairo);
    return status;
}
