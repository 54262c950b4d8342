/** report/pictures.c: every chart of a report ordered when it is answered, then taken.
 */
#include <stdlib.h>

#include "report/contents.h"
#include "report/desk.h"

enum { WIDE = 720, NARROW = 328 };

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

/** A picture that was ordered. */
struct shot {
    struct armex_exhibit *exhibit;
    enum armex_picture picture;
};

struct armex_album {
    struct shot *shots;
    size_t n, capacity;
};

void armex_album_free(struct armex_album *album)
{
    if (album)
        free(album->shots);
    free(album);
}

static struct armex_chart chart_of(const struct armex_contents *contents,
                                   const struct armex_exhibit *exhibit,
                                   enum armex_picture picture)
{
    return (struct armex_chart){
        .kind = armex_chart_kind_find(exhibit->item->value),
        .table = exhibit->table,
        .title = exhibit->title,
        .note = exhibit->note,
        .highlight = exhibit->highlight,
        .asked = exhibit->item->query.entity,
        .base = exhibit->item->base,
        .command = contents->command,
        .width = pictures[picture].width,
        .scale = picture == ARMEX_PICTURE_PNG ? contents->formats.png_scale : 1,
        .bare = pictures[picture].bare,
        .format = pictures[picture].format,
    };
}

static armex_status make_room(struct armex_contents *contents,
                              struct armex_error *error)
{
    if (!contents->album)
        contents->album = calloc(1, sizeof *contents->album);
    struct armex_album *album = contents->album;
    if (!album)
        return armex_fail_memory(error);
    if (album->n + ARMEX_PICTURES <= album->capacity)
        return ARMEX_OK;
    const size_t capacity = 2 * album->capacity + 64;
    struct shot *shots = reallocarray(album->shots, capacity, sizeof *shots);
    if (!shots)
        return armex_fail_memory(error);
    album->shots = shots;
    album->capacity = capacity;
    return ARMEX_OK;
}

/* One picture; the wide one of a page is `cut` from the file that was ordered before.
 */
static armex_status order(struct armex_contents *contents,
                          struct armex_chart_desk *desk, struct armex_exhibit *exhibit,
                          enum armex_picture picture, bool cut,
                          struct armex_error *error)
{
    struct armex_album *album = contents->album;
    const struct armex_chart chart = chart_of(contents, exhibit, picture);
    const armex_status status = cut ? armex_chart_desk_order_bare(desk, error)
                                    : armex_chart_desk_order(desk, &chart, error);
    album->shots[album->n++] = (struct shot){exhibit, picture};
    return status;
}

static armex_status order_pictures(struct armex_contents *contents,
                                   struct armex_chart_desk *desk,
                                   struct armex_exhibit *exhibit,
                                   struct armex_error *error)
{
    const struct armex_report_formats *formats = &contents->formats;
    armex_status status = ARMEX_OK;

    if (formats->svg)
        status = order(contents, desk, exhibit, ARMEX_PICTURE_SVG, false, error);
    if (!status && (formats->html || formats->pdf))
        status =
            order(contents, desk, exhibit, ARMEX_PICTURE_WIDE, formats->svg, error);
    if (!status && formats->html)
        status = order(contents, desk, exhibit, ARMEX_PICTURE_NARROW, false, error);
    if (!status && formats->png)
        status = order(contents, desk, exhibit, ARMEX_PICTURE_PNG, false, error);
    if (!status && formats->chart_pdf)
        status = order(contents, desk, exhibit, ARMEX_PICTURE_PDF, false, error);
    return status;
}

armex_status armex_contents_order(struct armex_contents *contents,
                                  struct armex_exhibit *exhibit,
                                  struct armex_desk *desk, struct armex_error *error)
{
    const struct armex_chart chart = chart_of(contents, exhibit, ARMEX_PICTURE_WIDE);
    struct armex_chart_desk *chart_desk;
    struct armex_error met;
    armex_status status =
        armex_chart_words(&exhibit->words, contents->arena, &chart, &met);

    if (!status)
        status = armex_desk_wait(&chart_desk, desk, &met);
    if (!status)
        status = make_room(contents, &met);
    if (!status)
        status = order_pictures(contents, chart_desk, exhibit, &met);
    exhibit->ordered = true;
    return status ? armex_fail(error, status, exhibit->item->place, "%s", met.message)
                  : ARMEX_OK;
}

/* The first failure, with the chart's place in the specification. */
static armex_status first_failure(const struct armex_album *album,
                                  const struct armex_error *errors, armex_status status,
                                  struct armex_error *error)
{
    for (size_t i = 0; i < album->n; i++)
        if (errors[i].status)
            return armex_fail(error, errors[i].status,
                              album->shots[i].exhibit->item->place, "%s",
                              errors[i].message);
    return armex_fail(error, status, ARMEX_NOWHERE, "the charts cannot be drawn");
}

static armex_status take(struct armex_album *album, struct armex_chart_desk *desk,
                         struct armex_error *error)
{
    struct armex_text *drawn = calloc(album->n, sizeof *drawn);
    struct armex_error *errors = calloc(album->n, sizeof *errors);
    armex_status status = ARMEX_OK;

    if (!drawn || !errors)
        status = armex_fail_memory(error);
    else if (armex_chart_desk_take(desk, drawn, errors) != ARMEX_OK)
        status = first_failure(album, errors, ARMEX_IO, error);
    for (size_t i = 0; drawn && i < album->n; i++)
        album->shots[i].exhibit->pictures[album->shots[i].picture] = drawn[i];
    free(drawn);
    free(errors);
    return status;
}

armex_status armex_contents_draw(struct armex_contents *contents,
                                 struct armex_desk *desk, struct armex_error *error)
{
    struct armex_chart_desk *chart_desk;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < contents->n_exhibits; i++)
        if (contents->exhibits[i].item->kind == ARMEX_CHART &&
            !contents->exhibits[i].ordered)
            status =
                armex_contents_order(contents, &contents->exhibits[i], desk, error);
    if (status || !contents->album)
        return status;
    status = armex_desk_wait(&chart_desk, desk, error);
    return status ? status : take(contents->album, chart_desk, error);
}
