/** analysis/published_printed.c: what SIPRI's fact sheets printed, edition by edition.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/published_parts.h"
#include "analysis/sipri_style.h"
#include "base/number.h"

enum { MARCH = 2 };

const struct armex_printed_kind armex_printed_kinds[ARMEX_PRINTED_FIGURES] = {
    [ARMEX_PRINTED_RANK] = {"rank", "rank", 0, 5},
    [ARMEX_PRINTED_SHARE] = {"share", "share", 0, 5},
    [ARMEX_PRINTED_PREVIOUS_SHARE] = {"previous_share", "share", 5, 10},
    [ARMEX_PRINTED_CHANGE] = {"change", "change", 0, 10},
    [ARMEX_PRINTED_TOP5] = {"share_of_top5", "share-of-top5", 0, 5},
    [ARMEX_PRINTED_PREVIOUS_TOP5] = {"previous_share_of_top5", "share-of-top5", 5, 10},
    [ARMEX_PRINTED_CHANGE_10] = {"change_over_10_years", "change-over-10-years", 0, 15},
    [ARMEX_PRINTED_CHANGE_15] = {"change_over_15_years", "change-over-15-years", 0, 20},
};

/* "Trends in International Arms Transfers, 2023"; else the year before it appeared. */
static int edition_of(const struct armex_publications *publications,
                      const struct armex_publication *item)
{
    const char *title = publications->citations[item->citation].title;
    const size_t length = strlen(title);
    long year;

    if (length > 4 && armex_whole_parse(&year, title + length - 4, 4, 1990, 2100))
        return (int)year;
    return item->published.year - 1;
}

/* Which figure of the edition this is; ARMEX_PRINTED_FIGURES: none that is compared. */
static enum armex_printed_figure figure_of(const struct armex_series *series, int back)
{
    int i = 0;

    while (i < ARMEX_PRINTED_FIGURES &&
           (strcmp(armex_printed_kinds[i].scope, series->scope) != 0 ||
            armex_printed_kinds[i].back != back))
        i++;
    // The world's share of the world says nothing.
    if (strcmp(series->scope, "share") == 0 && strcmp(series->entity, "WLD") == 0)
        i = ARMEX_PRINTED_FIGURES;
    return (enum armex_printed_figure)i;
}

/* "2.0" has one decimal, "30" none, though its last digit may be padding. */
static int decimals_of(double value, unsigned digits, int edition)
{
    if (value == 0.0)
        return armex_sipri_decimals(value, edition);
    const int decimals = (int)digits - (int)floor(log10(fabs(value))) - 1;
    return decimals > 0 ? decimals : 0;
}

static void add(struct armex_printed_list *out, const struct armex_publication *item)
{
    const struct armex_publications *publications = out->facts->publications;
    const struct armex_series *series = &out->facts->panel->series[item->series];
    const int edition = edition_of(publications, item);
    const enum armex_printed_figure figure = figure_of(series, edition - item->year);

    if (figure == ARMEX_PRINTED_FIGURES || isnan(item->value))
        return;
    out->items[out->n++] = (struct armex_printed){
        .edition = edition,
        .flow = series->flow,
        .figure = figure,
        .entity = series->entity,
        .name = series->name,
        .url = publications->citations[item->citation].url,
        .value = item->value,
        .decimals = decimals_of(item->value, item->digits, edition),
        .flagged = item->flag != ARMEX_UNFLAGGED,
    };
}

/* Publications of one observation stand together, those of one edition among them. */
static void add_all(struct armex_printed_list *out)
{
    const struct armex_publications *all = out->facts->publications;
    size_t end;

    for (size_t first = 0; first < all->n; first = end) {
        const struct armex_publication *item = &all->items[first];
        for (end = first + 1; end < all->n; end++)
            if (all->items[end].series != item->series ||
                all->items[end].year != item->year ||
                edition_of(all, &all->items[end]) != edition_of(all, item))
                break;
        const size_t best = armex_publications_deciding(all, first, end, 0);
        if (best < end)
            add(out, &all->items[best]);
    }
}

static int by_place(const void *a, const void *b)
{
    const struct armex_printed *x = a, *y = b;
    if (x->edition != y->edition)
        return x->edition - y->edition;
    if (x->flow != y->flow)
        return (int)x->flow - (int)y->flow;
    const int order = strcmp(x->entity, y->entity);
    return order ? order : (int)x->figure - (int)y->figure;
}

/* When the edition appeared: as its pages say, else in March of the year after. */
static int month_of(const struct armex_publications *all, int edition)
{
    for (size_t i = 0; i < all->n; i++)
        if (edition_of(all, &all->items[i]) == edition && all->items[i].published.month)
            return all->items[i].published.year * 12 + all->items[i].published.month -
                   1;
    return (edition + 1) * 12 + MARCH;
}

int armex_printed_release(const struct armex_printed_list *list, int edition)
{
    return month_of(list->facts->publications, edition);
}

static armex_status list_editions(struct armex_printed_list *out,
                                  struct armex_error *error)
{
    out->editions = calloc(out->n + 1, sizeof *out->editions);
    if (!out->editions)
        return armex_fail_memory(error);
    for (size_t i = 0; i < out->n; i++) {
        const int edition = out->items[i].edition;
        if (i > 0 && out->items[i - 1].edition == edition)
            continue;
        out->editions[out->n_editions++] =
            (struct armex_edition){edition, armex_printed_release(out, edition),
                                   armex_printed_release(out, edition + 1)};
    }
    return ARMEX_OK;
}

armex_status armex_printed_read(struct armex_printed_list *out,
                                const struct armex_store *store,
                                struct armex_error *error)
{
    const struct armex_stored *stored;
    armex_status status =
        armex_store_find(&stored, store, "sipri-factsheets", 0, error);

    *out = (struct armex_printed_list){0};
    if (!status)
        status = armex_vintage_read(&out->facts, stored->path, ARMEX_EVERYTHING, error);
    if (status)
        return status;
    if (!out->facts->panel || !out->facts->publications)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "sipri-factsheets holds no publications");
    out->items = calloc(out->facts->publications->n + 1, sizeof *out->items);
    if (!out->items)
        return armex_fail_memory(error);
    add_all(out);
    qsort(out->items, out->n, sizeof *out->items, by_place);
    return list_editions(out, error);
}

void armex_printed_end(struct armex_printed_list *list)
{
    free(list->editions);
    free(list->items);
    armex_vintage_free(list->facts);
    *list = (struct armex_printed_list){0};
}
