/** analysis/show_publications.c: every statement of a figure, and which decides. */
#include "analysis/caution.h"
#include "analysis/query_request.h"
#include "analysis/show_row.h"

enum {
    PUBLISHED = ARMEX_SHOW_COLUMNS,
    PUBLISHER,
    TITLE,
    URL,
    FLAG,
    DECIDES,
    NOTE,
    COLUMNS
};

static const struct armex_column own_columns[COLUMNS - ARMEX_SHOW_COLUMNS] = {
    {"published", "Published", "", "day, month or year", ARMEX_COLUMN_TEXT, false},
    {"publisher", "Publisher", "", "whose figure it is", ARMEX_COLUMN_TEXT, false},
    {"title", "Title", "", "of the page", ARMEX_COLUMN_TEXT, true},
    {"url", "Address", "", "where it was read", ARMEX_COLUMN_TEXT, true},
    {"flag", "Flag", "", "why it must not decide, or only where nothing better stands",
     ARMEX_COLUMN_TEXT, false},
    {"decides", "Decides", "", "yes for the publication whose figure stands",
     ARMEX_COLUMN_TEXT, false},
    {"note", "Note", "", "what goes with the figure", ARMEX_COLUMN_TEXT, true},
};

static void put(struct armex_row *row, const struct armex_series *series,
                const struct armex_publications *all, size_t i, bool decides)
{
    const struct armex_publication *item = &all->items[i];
    const struct armex_citation *citation = &all->citations[item->citation];
    char published[ARMEX_DATE_SIZE];

    armex_date_write(published, item->published);
    armex_show_put(row, series, item->year, item->value, item->status);
    armex_row_text(row, PUBLISHED, published);
    armex_row_text(row, PUBLISHER, citation->publisher);
    armex_row_text(row, TITLE, citation->title);
    armex_row_text(row, URL, citation->url);
    armex_row_text(row, FLAG, armex_flag_name((enum armex_flag)item->flag));
    armex_row_text(row, DECIDES, decides ? "yes" : "no");
    armex_row_text(row, NOTE, item->note);
}

static void put_year(struct armex_row *row, const struct armex_series *series,
                     const struct armex_publications *all, size_t s, int year,
                     int as_of)
{
    size_t first, end;

    armex_publications_of(all, s, year, &first, &end);
    const size_t decides = armex_publications_deciding(all, first, end, as_of);
    for (size_t i = first; i < end; i++)
        if (!as_of || armex_date_last_day(all->items[i].published) <= as_of)
            put(row, series, all, i, i == decides && decides < end);
}

static void put_series(struct armex_row *row, const struct armex_vintage *vintage,
                       const struct armex_panel *panel, size_t i, int as_of)
{
    const struct armex_panel *stored = vintage->panel;
    size_t s = 0;

    while (s < stored->n_series &&
           armex_series_compare(&stored->series[s], &panel->series[i]) != 0)
        s++;
    for (size_t y = 0; s < stored->n_series && y < panel->n_years; y++)
        put_year(row, &panel->series[i], vintage->publications, s,
                 panel->first_year + (int)y, as_of);
}

static armex_status make_table(struct armex_row *row, const struct armex_panel *panel)
{
    struct armex_column columns[COLUMNS];

    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = i < ARMEX_SHOW_COLUMNS ? armex_show_columns[i]
                                            : own_columns[i - ARMEX_SHOW_COLUMNS];
    columns[ARMEX_SHOW_MEASURE].machine = columns[ARMEX_SHOW_SCOPE].machine =
        armex_panel_one_subject(panel);
    const armex_status status =
        armex_table_create(&row->table, "show", columns, COLUMNS, row->error);
    return status ? status
                  : armex_notes_join(&row->table->notes, row->table->arena,
                                     &panel->notes, row->error);
}

armex_status armex_show_publications(struct armex_table **out,
                                     const struct armex_vintage *vintage,
                                     const struct armex_selection *selection,
                                     const struct armex_panel *panel,
                                     struct armex_error *error)
{
    struct armex_row row = {.error = error};

    *out = NULL;
    if (!vintage->publications)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%s keeps one publication of each figure; leave out "
                          "--publications",
                          vintage->provenance.dataset);
    row.status = make_table(&row, panel);
    for (size_t i = 0; !row.status && i < panel->n_series; i++)
        put_series(&row, vintage, panel, i, selection->as_of);
    if (row.status)
        armex_table_free(row.table);
    else
        *out = row.table;
    return row.status;
}
