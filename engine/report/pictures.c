/** report/pictures.c: every chart of a report drawn, in one go. */
#include <stdlib.h>
#include <string.h>

#include "report/contents.h"

enum { WIDE = 720, NARROW = 328, PNG_SCALE = 2 };

static const struct {
    enum armex_chart_format format;
    int width;
    bool bare;
} pictures[ARMEX_PICTURES] = {
    [ARMEX_PICTURE_WIDE] = {ARMEX_SVG, WIDE, true},
    [ARMEX_PICTURE_NARROW] = {ARMEX_SVG, NARROW, true},
    [ARMEX_PICTURE_SVG] = {ARMEX_SVG, WIDE, false},
    [ARMEX_PICTURE_PNG] = {ARMEX_PNG, WIDE, false},
    [ARMEX_PICTURE_PDF] = {ARMEX_PDF, WIDE, false},
};

struct shot {
    struct armex_chart chart;
    struct armex_exhibit *exhibit;
    enum armex_picture picture;
};

/* Everything a drawing of `n` pictures needs, allocated at once. */
struct album {
    struct shot *shots;
    const struct armex_chart **order;
    struct armex_text *drawn;
    struct armex_error *errors;
    size_t n;
};

static bool album_create(struct album *album, size_t most)
{
    *album = (struct album){.shots = calloc(most + 1, sizeof *album->shots),
                            .order = calloc(most + 1, sizeof(void *)),
                            .drawn = calloc(most + 1, sizeof *album->drawn),
                            .errors = calloc(most + 1, sizeof *album->errors)};
    return album->shots && album->order && album->drawn && album->errors;
}

static void album_free(struct album *album)
{
    for (size_t i = 0; album->drawn && i < album->n; i++)
        armex_text_free(&album->drawn[i]);
    free(album->shots);
    free(album->order);
    free(album->drawn);
    free(album->errors);
}

static struct armex_chart chart_of(const struct armex_exhibit *exhibit,
                                   enum armex_picture picture, const char *command)
{
    return (struct armex_chart){
        .kind = armex_chart_kind_find(exhibit->item->value),
        .table = exhibit->table,
        .title = exhibit->title,
        .note = exhibit->note,
        .highlight = exhibit->highlight,
        .base = exhibit->item->base,
        .command = command,
        .width = pictures[picture].width,
        .scale = pictures[picture].format == ARMEX_PNG ? PNG_SCALE : 1,
        .bare = pictures[picture].bare,
        .format = pictures[picture].format,
    };
}

static bool is_wanted(const struct armex_report_formats *formats,
                      enum armex_picture picture)
{
    switch (picture) {
    case ARMEX_PICTURE_SVG:
        return formats->svg;
    case ARMEX_PICTURE_PNG:
        return formats->png;
    case ARMEX_PICTURE_PDF:
        return formats->chart_pdf;
    default:
        return true;
    }
}

static void album_add(struct album *album, struct armex_exhibit *exhibit,
                      const struct armex_report_formats *formats, const char *command)
{
    for (enum armex_picture p = 0; p < ARMEX_PICTURES; p++) {
        struct shot *shot = &album->shots[album->n];
        if (!is_wanted(formats, p))
            continue;
        shot->chart = chart_of(exhibit, p, command);
        shot->exhibit = exhibit;
        shot->picture = p;
        album->order[album->n++] = &shot->chart;
    }
}

/* The first failure, with the chart's place in the specification. */
static armex_status first_failure(const struct album *album, armex_status status,
                                  struct armex_error *error)
{
    for (size_t i = 0; i < album->n; i++)
        if (album->errors[i].status)
            return armex_fail(error, album->errors[i].status,
                              album->shots[i].exhibit->item->place, "%s",
                              album->errors[i].message);
    return armex_fail(error, status, ARMEX_NOWHERE, "the charts cannot be drawn");
}

static void hand_out(struct album *album)
{
    for (size_t i = 0; i < album->n; i++) {
        const struct shot *shot = &album->shots[i];
        shot->exhibit->pictures[shot->picture] = album->drawn[i];
        album->drawn[i] = (struct armex_text){0};
    }
}

static armex_status find_words(struct armex_contents *contents,
                               struct armex_exhibit *exhibit, const char *command,
                               struct armex_error *error)
{
    const struct armex_chart chart = chart_of(exhibit, ARMEX_PICTURE_WIDE, command);
    struct armex_error met;
    const armex_status status =
        armex_chart_words(&exhibit->words, contents->arena, &chart, &met);
    return status ? armex_fail(error, status, exhibit->item->place, "%s", met.message)
                  : ARMEX_OK;
}

static armex_status fill_album(struct album *album, struct armex_contents *contents,
                               const char *command, struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < contents->n_exhibits; i++) {
        struct armex_exhibit *exhibit = &contents->exhibits[i];
        if (exhibit->item->kind != ARMEX_CHART)
            continue;
        status = find_words(contents, exhibit, command, error);
        album_add(album, exhibit, &contents->formats, command);
    }
    return status;
}

armex_status armex_contents_draw(struct armex_contents *contents,
                                 const struct armex_report_request *request,
                                 struct armex_chart_desk *desk,
                                 struct armex_error *error)
{
    struct album album;
    armex_status status = ARMEX_OK;

    if (!album_create(&album, contents->n_exhibits * ARMEX_PICTURES)) {
        album_free(&album);
        return armex_fail_memory(error);
    }
    status =
        fill_album(&album, contents, request->command ? request->command : "", error);
    if (!status && album.n > 0) {
        status = desk ? armex_charts_draw_at(desk, album.drawn, album.errors,
                                             album.order, album.n)
                      : armex_charts_draw(album.drawn, album.errors, album.order,
                                          album.n, request->tools);
        if (status)
            status = first_failure(&album, status, error);
        else
            hand_out(&album);
    }
    album_free(&album);
    return status;
}
