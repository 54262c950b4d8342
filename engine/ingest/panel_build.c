/** ingest/panel_build.c: sorted observations become series, publications, a panel. */
#include "ingest/observations.h"

#include <stdlib.h>
#include <string.h>

static bool starts_series(const struct armex_observations *observations, size_t i)
{
    const struct armex_observation *items = observations->items;
    return i == 0 || armex_series_compare(&items[i - 1].series, &items[i].series) != 0;
}

/** Series and years that the observations span. */
struct extent {
    size_t n_series;
    int first_year, last_year;
};

static struct extent extent_of(const struct armex_observations *observations)
{
    struct extent extent = {0, observations->items[0].year,
                            observations->items[0].year};

    for (size_t i = 0; i < observations->n; i++) {
        const int year = observations->items[i].year;
        extent.n_series += starts_series(observations, i);
        extent.first_year = year < extent.first_year ? year : extent.first_year;
        extent.last_year = year > extent.last_year ? year : extent.last_year;
    }
    return extent;
}

static armex_status create_panel(struct armex_panel **out,
                                 const struct armex_observations *observations,
                                 const char *file, struct armex_error *error)
{
    const size_t most_cells = (size_t)1 << 30;
    const struct extent extent = extent_of(observations);
    const size_t n_years = (size_t)(extent.last_year - extent.first_year) + 1;
    armex_status status;
    size_t s = 0;

    if (extent.n_series > most_cells / n_years)
        return armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){file, 0, 0},
                          "%zu series over %zu years are more than one vintage holds",
                          extent.n_series, n_years);
    status =
        armex_panel_create(out, extent.n_series, extent.first_year, n_years, error);
    for (size_t i = 0; !status && i < observations->n; i++)
        if (starts_series(observations, i))
            status =
                armex_series_copy(&(*out)->series[s++], &observations->items[i].series,
                                  (*out)->arena, error);
    return status;
}

/* Texts come from one intern, so equal texts are equal pointers. */
static bool same_citation(const struct armex_citation *a,
                          const struct armex_citation *b)
{
    return a->publisher == b->publisher && a->title == b->title && a->url == b->url;
}

static int compare_citations(const void *left, const void *right)
{
    const struct armex_citation *a = left, *b = right;
    int order = strcmp(a->publisher, b->publisher);

    if (!order)
        order = strcmp(a->title, b->title);
    return order ? order : strcmp(a->url, b->url);
}

/** Every citation once, sorted. */
struct citations {
    struct armex_citation *items;
    size_t n;
};

static armex_status gather_citations(struct citations *out,
                                     const struct armex_observations *observations,
                                     struct armex_error *error)
{
    size_t n = 0;

    *out = (struct citations){calloc(observations->n + 1, sizeof *out->items), 0};
    if (!out->items)
        return armex_fail_memory(error);
    for (size_t i = 0; i < observations->n; i++)
        out->items[i] = observations->items[i].citation;
    qsort(out->items, observations->n, sizeof *out->items, compare_citations);
    for (size_t i = 0; i < observations->n; i++)
        if (!n || !same_citation(&out->items[n - 1], &out->items[i]))
            out->items[n++] = out->items[i];
    out->n = n;
    return ARMEX_OK;
}

static armex_status copy_citations(struct armex_publications *publications,
                                   const struct citations *citations,
                                   struct armex_error *error)
{
    for (size_t i = 0; i < citations->n; i++) {
        struct armex_citation *to = &publications->citations[i];
        to->publisher =
            armex_arena_text(publications->arena, citations->items[i].publisher);
        to->title = armex_arena_text(publications->arena, citations->items[i].title);
        to->url = armex_arena_text(publications->arena, citations->items[i].url);
        if (!to->publisher || !to->title || !to->url)
            return armex_fail_memory(error);
    }
    return ARMEX_OK;
}

static uint32_t citation_index(const struct citations *citations,
                               const struct armex_citation *citation)
{
    const struct armex_citation *found =
        bsearch(citation, citations->items, citations->n, sizeof *citations->items,
                compare_citations);
    return (uint32_t)(found - citations->items); // always there: it was gathered
}

static armex_status fill(struct armex_publications *publications,
                         const struct armex_observations *observations,
                         const struct citations *citations, struct armex_error *error)
{
    uint32_t series = 0;

    for (size_t i = 0; i < observations->n; i++) {
        const struct armex_observation *from = &observations->items[i];
        const char *note = armex_arena_text(publications->arena, from->note);
        if (!note)
            return armex_fail_memory(error);
        series += i && starts_series(observations, i);
        publications->items[i] = (struct armex_publication){
            .value = from->value,
            .series = series,
            .citation = citation_index(citations, &from->citation),
            .note = note,
            .year = from->year,
            .published = from->published,
            .status = from->status,
            .flag = from->flag,
            .digits = from->digits,
        };
    }
    armex_publications_sort(publications);
    return ARMEX_OK;
}

static armex_status publish(struct armex_publications **out,
                            const struct armex_observations *observations,
                            struct armex_error *error)
{
    struct citations citations = {0};
    armex_status status = gather_citations(&citations, observations, error);

    if (!status)
        status = armex_publications_create(out, observations->n, citations.n, error);
    if (!status)
        status = copy_citations(*out, &citations, error);
    if (!status)
        status = fill(*out, observations, &citations, error);
    free(citations.items);
    return status;
}

armex_status armex_observations_build(struct armex_panel **panel,
                                      struct armex_publications **publications,
                                      const struct armex_observations *observations,
                                      const char *file, struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    *panel = NULL;
    *publications = NULL;
    if (!observations->n || observations->n > UINT32_MAX)
        status = armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){file, 0, 0},
                            observations->n ? "too many rows for one vintage"
                                            : "there is no row below the header");
    if (!status)
        status = create_panel(panel, observations, file, error);
    if (!status)
        status = publish(publications, observations, error);
    if (!status)
        armex_publications_choose(*publications, *panel, 0);
    if (status || !observations->dated) {
        armex_publications_free(*publications);
        *publications = NULL;
    }
    if (status) {
        armex_panel_free(*panel);
        *panel = NULL;
    }
    return status;
}
