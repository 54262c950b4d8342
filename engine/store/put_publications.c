/** store/put_publications.c: every statement of a figure, and who made it. */
#include "store/vintage_write.h"

#include <math.h>

/** The columns of one array of structs, one after another in one scratch array. */
struct columns {
    struct armex_put *put;
    const struct armex_axis *axis;
    const struct armex_publication *items;
    void *scratch; // eight bytes a publication
};

static void put_whole_numbers(struct columns *columns, const char *name,
                              const char *long_name,
                              long (*of)(const struct armex_publication *))
{
    const struct armex_variable variable = {
        name, long_name, ARMEX_FORM_INT32, 1, {columns->axis, NULL}};
    int32_t *numbers = columns->scratch;

    for (size_t i = 0; i < columns->axis->length; i++)
        numbers[i] = (int32_t)of(&columns->items[i]);
    armex_put_variable(columns->put, &variable, numbers);
}

static long series_of(const struct armex_publication *item)
{
    return (long)item->series;
}

static long year_of(const struct armex_publication *item)
{
    return item->year;
}

static long status_of(const struct armex_publication *item)
{
    return item->status;
}

static long flag_of(const struct armex_publication *item)
{
    return item->flag;
}

static long last_day_of(const struct armex_publication *item)
{
    return armex_date_last_day(item->published);
}

static long digits_of(const struct armex_publication *item)
{
    return item->digits;
}

static long citation_of(const struct armex_publication *item)
{
    return (long)item->citation;
}

static void put_values(struct columns *columns)
{
    const struct armex_variable variable = {"publication_value",
                                            "figure as published, in base units",
                                            ARMEX_FORM_DOUBLE,
                                            1,
                                            {columns->axis, NULL}};
    double *values = columns->scratch;

    for (size_t i = 0; i < columns->axis->length; i++)
        values[i] = columns->items[i].value;
    struct armex_object *data = armex_put_variable(columns->put, &variable, values);
    armex_put_text(columns->put, data, "units", "1");
    armex_put_text(columns->put, data, "comment", "unit: that of the series");
    armex_put_number(columns->put, data, "_FillValue", NAN);
}

static void put_texts(struct columns *columns, struct armex_arena *scratch)
{
    const char **texts = columns->scratch;
    char date[ARMEX_DATE_SIZE];

    for (size_t i = 0; i < columns->axis->length; i++) {
        const size_t length = armex_date_write(date, columns->items[i].published);
        if (!(texts[i] = armex_arena_copy(scratch, date, length))) {
            columns->put->failed = true;
            return;
        }
    }
    armex_put_texts(columns->put, "publication_date",
                    "when it was published, as closely as is known", columns->axis,
                    texts);
    for (size_t i = 0; i < columns->axis->length; i++)
        texts[i] = columns->items[i].note;
    armex_put_texts(columns->put, "publication_note", "remark on it", columns->axis,
                    texts);
}

static void put_citations(struct armex_put *put,
                          const struct armex_publications *publications,
                          struct armex_arena *scratch)
{
    const size_t n = publications->n_citations;
    const struct armex_axis *axis = armex_put_dimension(put, "citation", n);
    const char **texts = armex_arena_new(scratch, n, sizeof *texts);

    if (!texts) {
        put->failed = true;
        return;
    }
    for (size_t i = 0; i < n; i++)
        texts[i] = publications->citations[i].publisher;
    armex_put_texts(put, "citation_publisher", "who published", axis, texts);
    for (size_t i = 0; i < n; i++)
        texts[i] = publications->citations[i].title;
    armex_put_texts(put, "citation_title", "in what", axis, texts);
    for (size_t i = 0; i < n; i++)
        texts[i] = publications->citations[i].url;
    armex_put_texts(put, "citation_url", "where to read it", axis, texts);
}

void armex_put_publications(struct armex_put *put,
                            const struct armex_publications *publications,
                            struct armex_arena *scratch)
{
    struct columns columns = {
        put, armex_put_dimension(put, "publication", publications->n),
        publications->items,
        armex_arena_new(scratch, publications->n,
                        sizeof(double))}; // no type here is larger

    if (!columns.scratch) {
        put->failed = true;
        return;
    }
    put_values(&columns);
    put_whole_numbers(&columns, "publication_series",
                      "place of its series along dimension series", series_of);
    put_whole_numbers(&columns, "publication_year", "year that the figure is for",
                      year_of);
    put_whole_numbers(&columns, "publication_status",
                      "as published, numbered as in variable status", status_of);
    put_whole_numbers(&columns, "publication_flag",
                      "0 none, 1 doubtful, 2 rounded, 3 partial, 4 superseded, 5 "
                      "excluded, 6 misprint, 7 misdated",
                      flag_of);
    put_whole_numbers(&columns, "publication_last_day",
                      "last day that its date may mean, yyyymmdd", last_day_of);
    put_whole_numbers(&columns, "publication_digits", "significant digits as printed",
                      digits_of);
    put_whole_numbers(&columns, "publication_citation",
                      "place of its source along dimension citation", citation_of);
    put_texts(&columns, scratch);
    put_citations(put, publications, scratch);
}
