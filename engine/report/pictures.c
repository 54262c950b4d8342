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

/* Everything a drawing of `n` pictures needs, allocated at once. */
struct album {
    struct armex_chart *charts;
    const struct armex_chart **order;
    struct armex_text *drawn;
    struct armex_error *errors;
    struct armex_exhibit **exhibits; // of each chart
    size_t n;
};

static bool album_create(struct album *album, size_t most)
{
    *album = (struct album){.charts = calloc(most + 1, sizeof *album->charts),
                            .order = calloc(most + 1, sizeof *album->order),
                            .drawn = calloc(most + 1, sizeof *album->drawn),
                            .errors = calloc(most + 1, sizeof *album->errors),
                            .exhibits = calloc(most + 1, sizeof *album->exhibits)};
    return album->charts && album->order && album->drawn && album->errors &&
           album->exhibits;
}

static void album_free(struct album *album)
{
    for (size_t i = 0; album->drawn && i < album->n; i++)
        armex_text_free(&album->drawn[i]);
    free(album->charts);
    free(album->order);
    free(album->drawn);
    free(album->errors);
    free(album->exhibits);
}

static struct armex_chart chart_of(const struct armex_exhibit *exhibit,
                                   enum armex_picture picture, const char *command)
{
    return (struct armex_chart){
        .kind = armex_chart_kind_find(exhibit->item->value),
        .table = exhibit->table,
        .title = exhibit->title,
        .note = exhibit->note,
        .highlight = exhibit->item->highlight,
        .command = command,
        .width = pictures[picture].width,
        .scale = pictures[picture].format == ARMEX_PNG ? PNG_SCALE : 1,
        .bare = pictures[picture].bare,
        .format = pictures[picture].format,
    };
}

static void album_add(struct album *album, struct armex_exhibit *exhibit,
                      const char *command)
{
    for (size_t p = 0; p < ARMEX_PICTURES; p++) {
        album->charts[album->n] = chart_of(exhibit, (enum armex_picture)p, command);
        album->order[album->n] = &album->charts[album->n];
        album->exhibits[album->n++] = exhibit;
    }
}

/* The first failure, with the chart's place in the specification. */
static armex_status first_failure(const struct album *album, armex_status status,
                                  struct armex_error *error)
{
    for (size_t i = 0; i < album->n; i++)
        if (album->errors[i].status)
            return armex_fail(error, album->errors[i].status,
                              album->exhibits[i]->item->place, "%s",
                              album->errors[i].message);
    return armex_fail(error, status, ARMEX_NOWHERE, "the charts cannot be drawn");
}

static void hand_out(struct album *album)
{
    for (size_t i = 0; i < album->n; i++) {
        album->exhibits[i]->pictures[i % ARMEX_PICTURES] = album->drawn[i];
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

armex_status armex_contents_draw(struct armex_contents *contents,
                                 const struct armex_report_request *request,
                                 struct armex_error *error)
{
    const char *command = request->command ? request->command : "";
    struct album album;
    armex_status status = ARMEX_OK;

    if (!album_create(&album, contents->n_exhibits * ARMEX_PICTURES))
        status = armex_fail_memory(error);
    for (size_t i = 0; !status && i < contents->n_exhibits; i++) {
        if (contents->exhibits[i].item->kind != ARMEX_CHART)
            continue;
        status = find_words(contents, &contents->exhibits[i], command, error);
        album_add(&album, &contents->exhibits[i], command);
    }
    if (!status && album.n > 0) {
        status = armex_charts_draw(album.drawn, album.errors, album.order, album.n,
                                   request->tools);
        if (status)
            status = first_failure(&album, status, error);
        else
            hand_out(&album);
    }
    album_free(&album);
    return status;
}
