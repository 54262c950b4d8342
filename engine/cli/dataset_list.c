/** cli/dataset_list.c: one row a stored vintage. */
#include <math.h>
#include <string.h>

#include "cli/coverage.h"
#include "cli/dataset_tables.h"
#include "cli/rows.h"

enum {
    DATASET,
    VINTAGE,
    PUBLISHER,
    MEASURES,
    FROM,
    TO,
    ENTITIES,
    OBSERVATIONS,
    TITLE,
    UNITS,
    SERIES,
    LICENCE,
    URL,
    SHA256,
    RETRIEVED,
    BUILTIN,
    NIL,
    N_COLUMNS
};

static const struct armex_column columns[N_COLUMNS] = {
    [DATASET] = {"dataset", "Dataset", "", "As --dataset has it", ARMEX_COLUMN_TEXT,
                 false},
    [VINTAGE] = {"vintage", "Vintage", "", "When it was published", ARMEX_COLUMN_TEXT,
                 false},
    [PUBLISHER] = {"publisher", "Publisher", "", "Who published it", ARMEX_COLUMN_TEXT,
                   false},
    [MEASURES] = {"measures", "Measures", "", "What it counts", ARMEX_COLUMN_TEXT,
                  false},
    [FROM] = {"from", "From", "year", "First year with a figure", ARMEX_COLUMN_YEAR,
              false},
    [TO] = {"to", "To", "year", "Last year with a figure", ARMEX_COLUMN_YEAR, false},
    [ENTITIES] = {"entities", "Entities", "", "How many states and others",
                  ARMEX_COLUMN_COUNT, false},
    [OBSERVATIONS] = {"observations", "Observations", "",
                      "Figures, or rows of a table of records", ARMEX_COLUMN_COUNT,
                      false},
    [TITLE] = {"title", "Title", "", "Its title", ARMEX_COLUMN_TEXT, true},
    [UNITS] = {"units", "Units", "", "In what it counts", ARMEX_COLUMN_TEXT, true},
    [SERIES] = {"series", "Series", "", "How many series", ARMEX_COLUMN_COUNT, true},
    [LICENCE] = {"licence", "Licence", "", "Terms of use", ARMEX_COLUMN_TEXT, true},
    [URL] = {"url", "Address", "", "Where it comes from", ARMEX_COLUMN_TEXT, true},
    [SHA256] = {"sha256", "SHA-256", "", "Of the source file", ARMEX_COLUMN_TEXT, true},
    [RETRIEVED] = {"retrieved", "Retrieved", "", "When the source file was fetched",
                   ARMEX_COLUMN_TEXT, true},
    [BUILTIN] = {"builtin", "Ships with armex", "", "yes or no", ARMEX_COLUMN_TEXT,
                 true},
    [NIL] = {"nil", "Nil", "", "Years of a series in which there was known to be none",
             ARMEX_COLUMN_COUNT, true}};

armex_status armex_dataset_list_create(struct armex_table **out,
                                       struct armex_error *error)
{
    return armex_table_create(out, "datasets", columns, N_COLUMNS, error);
}

/** Adds `word` to "a, b" unless it is there. NULL: no memory. */
static const char *add_word(const char *list, const char *word,
                            struct armex_arena *arena)
{
    const size_t length = strlen(word);

    for (const char *at = list; at && (at = strstr(at, word)); at += length)
        if ((at == list || at[-1] == ' ') && (!at[length] || at[length] == ','))
            return list;
    if (!list)
        return NULL;
    return armex_arena_printf(arena, "%s%s%s", list, *list ? ", " : "", word);
}

/** The measures and units of the panel, each once, in the order of the series. */
static void list_words(const char **measures, const char **units,
                       const struct armex_panel *panel, struct armex_arena *arena)
{
    *measures = *units = "";
    for (size_t s = 0; s < panel->n_series; s++) {
        const struct armex_series *series = &panel->series[s];
        char unit[ARMEX_UNIT_SIZE];
        armex_unit_write(unit, series->unit);
        *measures = add_word(*measures, armex_measure_name(series->measure), arena);
        *units = add_word(*units, unit, arena);
    }
}

static void count_panel(union armex_cell *row, const struct armex_panel *panel,
                        struct armex_arena *arena)
{
    const struct armex_coverage all = armex_coverage_of(panel, NULL);

    list_words(&row[MEASURES].text, &row[UNITS].text, panel, arena);
    row[FROM].number = armex_year_cell(all.first_year);
    row[TO].number = armex_year_cell(all.last_year);
    row[ENTITIES].number = (double)all.entities;
    row[OBSERVATIONS].number = (double)all.observations;
    row[SERIES].number = (double)all.series;
    row[NIL].number = (double)all.nils;
}

armex_status armex_dataset_list_add(struct armex_table *table,
                                    const struct armex_vintage *vintage,
                                    const struct armex_stored *stored,
                                    struct armex_error *error)
{
    const struct armex_provenance *source = &vintage->provenance;
    char date[ARMEX_DATE_SIZE];
    union armex_cell row[N_COLUMNS] = {
        [DATASET].text = stored->dataset,
        [VINTAGE].text = date,
        [PUBLISHER].text = source->publisher,
        [MEASURES].text = "records",
        [FROM].number = NAN,
        [TO].number = NAN,
        [ENTITIES].number = NAN,
        [OBSERVATIONS].number = NAN,
        [TITLE].text = source->title,
        [UNITS].text = "",
        [SERIES].number = NAN,
        [LICENCE].text = source->licence,
        [URL].text = source->url,
        [SHA256].text = source->sha256,
        [RETRIEVED].text = source->retrieved,
        [BUILTIN].text = stored->builtin ? "yes" : "no",
        [NIL].number = NAN,
    };

    armex_date_write(date, stored->vintage);
    if (vintage->panel)
        count_panel(row, vintage->panel, table->arena);
    if (vintage->records)
        row[OBSERVATIONS].number = (double)vintage->records->n_rows;
    if (!row[MEASURES].text || !row[UNITS].text)
        return armex_fail_memory(error);
    return armex_table_row(table, row, error);
}
