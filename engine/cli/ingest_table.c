/** cli/ingest_table.c: what ingest says of the files it read. */
#include "cli/ingest_table.h"

#include <math.h>

#include "cli/coverage.h"
#include "cli/rows.h"

enum {
    FILE_NAME,
    DATASET,
    VINTAGE,
    SERIES,
    FROM,
    TO,
    OBSERVATIONS,
    NIL,
    PUBLICATIONS,
    STORED
};

static const struct armex_column columns[] = {
    [FILE_NAME] = {"file", "File", "", "The file that was read", ARMEX_COLUMN_TEXT,
                   false},
    [DATASET] = {"dataset", "Dataset", "", "The dataset it belongs to",
                 ARMEX_COLUMN_TEXT, false},
    [VINTAGE] = {"vintage", "Vintage", "", "When it was published", ARMEX_COLUMN_TEXT,
                 false},
    [SERIES] = {"series", "Series", "", "How many series it holds", ARMEX_COLUMN_COUNT,
                false},
    [FROM] = {"from", "From", "year", "First year with a figure", ARMEX_COLUMN_YEAR,
              false},
    [TO] = {"to", "To", "year", "Last year with a figure", ARMEX_COLUMN_YEAR, false},
    [OBSERVATIONS] = {"observations", "Observations", "",
                      "Figures, or rows of a table of records", ARMEX_COLUMN_COUNT,
                      false},
    [NIL] = {"nil", "Nil", "", "Years of a series in which there was known to be none",
             ARMEX_COLUMN_COUNT, true},
    [PUBLICATIONS] = {"publications", "Publications", "",
                      "Statements of figures, older ones included", ARMEX_COLUMN_COUNT,
                      false},
    [STORED] = {"stored", "Stored", "",
                "new, the same (it was there already), or no (dry run)",
                ARMEX_COLUMN_TEXT, false},
};

armex_status armex_ingest_table_create(struct armex_table **out,
                                       struct armex_error *error)
{
    return armex_table_create(out, "ingest", columns, sizeof columns / sizeof *columns,
                              error);
}

static armex_status say_nil(struct armex_table *table, const char *path, double nil,
                            struct armex_error *error)
{
    return armex_notes_add(&table->notes, table->arena, error,
                           "%s: beside the observations, %.0f where there was known to "
                           "be none",
                           path, nil);
}

armex_status armex_ingest_table_add(struct armex_table *table, const char *path,
                                    const struct armex_vintage *vintage,
                                    const char *stored, struct armex_error *error)
{
    char date[ARMEX_DATE_SIZE];
    union armex_cell row[] = {
        [FILE_NAME].text = path,     [DATASET].text = vintage->provenance.dataset,
        [VINTAGE].text = date,       [SERIES].number = NAN,
        [FROM].number = NAN,         [TO].number = NAN,
        [OBSERVATIONS].number = NAN, [PUBLICATIONS].number = NAN,
        [STORED].text = stored,      [NIL].number = NAN,
    };

    armex_date_write(date, vintage->provenance.vintage);
    if (vintage->records)
        row[OBSERVATIONS].number = (double)vintage->records->n_rows;
    if (vintage->panel) {
        const struct armex_coverage all = armex_coverage_of(vintage->panel, NULL);
        row[SERIES].number = (double)all.series;
        row[FROM].number = armex_year_cell(all.first_year);
        row[TO].number = armex_year_cell(all.last_year);
        row[OBSERVATIONS].number = (double)all.observations;
        row[NIL].number = (double)all.nils;
    }
    if (vintage->publications)
        row[PUBLICATIONS].number = (double)vintage->publications->n;
    armex_status status = armex_table_row(table, row, error);
    if (!status && row[NIL].number > 0)
        status = say_nil(table, path, row[NIL].number, error);
    return status || !vintage->panel ? status
                                     : armex_notes_join(&table->notes, table->arena,
                                                        &vintage->panel->notes, error);
}

armex_status armex_ingest_list_sources(struct armex_session *session,
                                       struct armex_error *error)
{
    static const struct armex_column of_source[] = {
        {"source", "Source", "", "As --source has it", ARMEX_COLUMN_TEXT, false},
        {"reads", "Reads", "", "What it reads", ARMEX_COLUMN_TEXT, false}};
    struct armex_table *table = NULL;
    size_t n;
    const struct armex_source *const *sources = armex_sources(&n);
    armex_status status = armex_table_create(&table, "sources", of_source, 2, error);

    for (size_t i = 0; !status && i < n; i++)
        status =
            armex_table_row(table,
                            (const union armex_cell[]){{.text = sources[i]->name},
                                                       {.text = sources[i]->credit}},
                            error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    return status;
}
