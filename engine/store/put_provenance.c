/** store/put_provenance.c: what the file is and where it came from, as CF and ACDD have
 *  it and as armex reads it back. */
#include "store/vintage_write.h"

#include <stdio.h>

#include "base/text.h"
#include "store/totals.h"

static void put_described(struct armex_put *put, const struct armex_provenance *from,
                          const char *vintage)
{
    const struct {
        const char *name, *text;
    } texts[] = {
        {"Conventions", "CF-1.9, ACDD-1.3"},
        {"title", from->title},
        {"summary", from->description},
        {"institution", from->publisher},
        {"references", from->url},
        {"license", from->licence},
        {"creator_name", from->publisher},
        {"creator_url", from->url},
        {"publisher_name", from->publisher},
        {"publisher_url", from->url},
        {"id", from->dataset},
        {"naming_authority", "armex"},
        {"product_version", vintage},
        {"date_issued", vintage},
        {"source_file", from->file},
        {"source_sha256", from->sha256},
        {"source_retrieved", from->retrieved},
        {"armex_version", from->version},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        armex_put_text(put, put->file, texts[i].name, texts[i].text);
}

/** Says what was done without saying when: the same input gives the same bytes. */
static void put_history(struct armex_put *put, const struct armex_provenance *from)
{
    struct armex_text text = {0};

    armex_text_printf(&text, "figures published by %s", from->publisher);
    if (!text.failed)
        armex_put_text(put, put->file, "source", text.data);
    put->failed = put->failed || text.failed;
    armex_text_free(&text);
    armex_text_printf(&text, "ingested from %s (SHA-256 %s) by armex %s", from->file,
                      from->sha256, from->version);
    if (!text.failed)
        armex_put_text(put, put->file, "history", text.data);
    put->failed = put->failed || text.failed;
    armex_text_free(&text);
}

/** What is counted, each measure once, after the words under which people look. */
static void put_keywords(struct armex_put *put, const struct armex_panel *panel)
{
    bool found[ARMEX_MEASURES] = {false};
    struct armex_text text = {0};

    armex_text_add(&text, "arms exports, arms transfers");
    for (size_t s = 0; panel && s < panel->n_series; s++)
        found[panel->series[s].measure] = true;
    for (int measure = 0; measure < ARMEX_MEASURES; measure++)
        if (found[measure])
            armex_text_printf(&text, ", %s",
                              armex_measure_words((enum armex_measure)measure));
    if (!text.failed)
        armex_put_text(put, put->file, "keywords", text.data);
    put->failed = put->failed || text.failed;
    armex_text_free(&text);
}

/** Notes, one a line: the words that must travel with the figures. */
static void put_notes(struct armex_put *put, const struct armex_notes *notes)
{
    struct armex_text text = {0};

    armex_text_add(&text, "");
    for (size_t i = 0; i < notes->n_notes; i++) {
        const size_t from = text.length;

        armex_text_add(&text, notes->notes[i]);
        for (size_t c = from; c < text.length; c++)
            if (text.data[c] == '\n')
                text.data[c] = ' ';
        armex_text_add(&text, "\n");
    }
    if (!text.failed)
        armex_put_text(put, put->file, "comment", text.data);
    put->failed = put->failed || text.failed;
    armex_text_free(&text);
}

static void put_coverage(struct armex_put *put, const struct armex_panel *panel)
{
    char first[32], last[32];

    snprintf(first, sizeof first, "%04d-01-01", panel->first_year);
    snprintf(last, sizeof last, "%04d-12-31",
             panel->first_year + (int)panel->n_years - 1);
    armex_put_text(put, put->file, "time_coverage_start", first);
    armex_put_text(put, put->file, "time_coverage_end", last);
    armex_put_text(put, put->file, "time_coverage_resolution", "P1Y");
}

void armex_put_provenance(struct armex_put *put, const struct armex_vintage *vintage)
{
    const struct armex_totals totals = armex_totals_of(vintage);
    char date[ARMEX_DATE_SIZE];

    armex_date_write(date, vintage->provenance.vintage);
    put_described(put, &vintage->provenance, date);
    put_history(put, &vintage->provenance);
    put_keywords(put, vintage->panel);
    put_notes(put, vintage->panel ? &vintage->panel->notes : &vintage->records->notes);
    if (vintage->panel && vintage->panel->n_years > 0)
        put_coverage(put, vintage->panel);
    armex_put_whole(put, put->file, "armex_layout", ARMEX_LAYOUT);
    armex_put_whole(put, put->file, "observations", totals.observations);
    armex_put_number(put, put->file, "sum_of_values", totals.sum);
}
