/** store/get_publications.c: every statement of a figure, and who made it. */
#include "store/vintage_read.h"

#include <stdint.h>
#include <string.h>

/** Columns of all publications, one after another in one scratch array. */
struct columns {
    struct armex_get *get;
    struct armex_publications *to;
    long *numbers;
    const char **texts;
};

/** Whole numbers from 0 to below `limit`, into `columns->numbers`. */
static bool get_whole(struct columns *columns, const char *name, long limit)
{
    if (!armex_get_values(columns->get, name, ARMEX_AS_LONG, columns->to->n,
                          columns->numbers))
        return false;
    for (size_t i = 0; i < columns->to->n; i++)
        if (columns->numbers[i] < 0 || columns->numbers[i] >= limit)
            return armex_get_fault(columns->get, "a publication is none");
    return true;
}

static bool get_numbers(struct columns *columns, size_t n_series)
{
    if (!get_whole(columns, "publication_series", (long)n_series))
        return false;
    for (size_t i = 0; i < columns->to->n; i++)
        columns->to->items[i].series = (uint32_t)columns->numbers[i];
    if (!get_whole(columns, "publication_year", 10000))
        return false;
    for (size_t i = 0; i < columns->to->n; i++)
        columns->to->items[i].year = (short)columns->numbers[i];
    if (!get_whole(columns, "publication_status", ARMEX_STATUSES))
        return false;
    for (size_t i = 0; i < columns->to->n; i++)
        columns->to->items[i].status = (armex_mark)columns->numbers[i];
    if (!get_whole(columns, "publication_flag", ARMEX_FLAGS))
        return false;
    for (size_t i = 0; i < columns->to->n; i++)
        columns->to->items[i].flag = (uint8_t)columns->numbers[i];
    if (!get_whole(columns, "publication_digits", 256))
        return false;
    for (size_t i = 0; i < columns->to->n; i++)
        columns->to->items[i].digits = (uint8_t)columns->numbers[i];
    if (!get_whole(columns, "publication_citation", (long)columns->to->n_citations))
        return false;
    for (size_t i = 0; i < columns->to->n; i++)
        columns->to->items[i].citation = (uint32_t)columns->numbers[i];
    return true;
}

static bool get_values(struct columns *columns, struct armex_arena *scratch)
{
    double *values = armex_arena_new(scratch, columns->to->n, sizeof *values);

    if (!values)
        return armex_get_no_memory(columns->get);
    if (!armex_get_values(columns->get, "publication_value", ARMEX_AS_DOUBLE,
                          columns->to->n, values))
        return false;
    for (size_t i = 0; i < columns->to->n; i++)
        columns->to->items[i].value = values[i];
    return true;
}

static bool get_texts(struct columns *columns, struct armex_arena *scratch)
{
    const size_t n = columns->to->n;

    if (!armex_get_texts(columns->get, "publication_date", n, scratch, columns->texts))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct armex_date *date = &columns->to->items[i].published;

        if (columns->texts[i][0] &&
            !armex_date_parse(date, columns->texts[i], strlen(columns->texts[i])))
            return armex_get_fault(columns->get, "a date is none");
    }
    if (!armex_get_texts(columns->get, "publication_note", n, columns->to->arena,
                         columns->texts))
        return false;
    for (size_t i = 0; i < n; i++)
        columns->to->items[i].note = columns->texts[i];
    return true;
}

static bool get_citations(struct armex_get *get, struct armex_publications *to,
                          struct armex_arena *scratch)
{
    const size_t n = to->n_citations;
    const char **texts = armex_arena_new(scratch, n, sizeof *texts);

    if (!texts)
        return armex_get_no_memory(get);
    if (!armex_get_texts(get, "citation_publisher", n, to->arena, texts))
        return false;
    for (size_t i = 0; i < n; i++)
        to->citations[i].publisher = texts[i];
    if (!armex_get_texts(get, "citation_title", n, to->arena, texts))
        return false;
    for (size_t i = 0; i < n; i++)
        to->citations[i].title = texts[i];
    if (!armex_get_texts(get, "citation_url", n, to->arena, texts))
        return false;
    for (size_t i = 0; i < n; i++)
        to->citations[i].url = texts[i];
    return true;
}

static bool get_all(struct armex_get *get, struct armex_vintage *vintage,
                    struct armex_arena *scratch)
{
    struct armex_publications *to = vintage->publications;
    struct columns columns = {get, to, armex_arena_new(scratch, to->n, sizeof(long)),
                              armex_arena_new(scratch, to->n, sizeof(char *))};

    if (!columns.numbers || !columns.texts)
        return armex_get_no_memory(get);
    return get_numbers(&columns, vintage->panel->n_series) &&
           get_values(&columns, scratch) && get_texts(&columns, scratch) &&
           get_citations(get, to, scratch);
}

armex_status armex_get_publications(struct armex_vintage *vintage,
                                    struct armex_get *get, struct armex_error *error)
{
    struct armex_arena *scratch = armex_arena_create();
    size_t items[2], citations[2];
    armex_status status = scratch ? ARMEX_OK : armex_fail_memory(error);

    if (!status && (!armex_get_shape(get, "publication_value", 8, items) ||
                    !armex_get_shape(get, "citation_title", 16, citations)))
        status = ARMEX_BAD_INPUT;
    if (!status)
        status = armex_publications_create(&vintage->publications, items[0],
                                           citations[0], error);
    if (!status && !get_all(get, vintage, scratch))
        status = ARMEX_BAD_INPUT;
    armex_arena_free(scratch);
    return status;
}
