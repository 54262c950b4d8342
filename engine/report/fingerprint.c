/** report/fingerprint.c: one hash over all that decides the bytes of a report. */
#include <endian.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/manifest.h"

/* With its end, so that "ab" and "c" are not "a" and "bc". */
static void add_text(struct armex_text *all, const char *text)
{
    armex_text_add_bytes(all, text ? text : "", strlen(text ? text : "") + 1);
}

/* Its bits, the lowest byte first on every machine; one missing and one zero. */
static void add_number(struct armex_text *all, double value)
{
    const double one = value == 0.0 ? 0.0 : value;
    uint64_t bits;

    memcpy(&bits, &one, sizeof bits);
    bits = isnan(value) ? UINT64_MAX : htole64(bits);
    armex_text_add_bytes(all, (const char *)&bits, sizeof bits);
}

static void add_notes(struct armex_text *all, const struct armex_notes *notes)
{
    char vintage[ARMEX_DATE_SIZE];

    armex_text_printf(all, "%zu sources, %zu notes\n", notes->n_sources,
                      notes->n_notes);
    for (size_t i = 0; i < notes->n_sources; i++) {
        const struct armex_provenance *source = &notes->sources[i];
        const char *const texts[] = {source->dataset, source->publisher, source->title,
                                     source->url,     source->licence,   source->file,
                                     source->sha256};
        armex_date_write(vintage, source->vintage);
        add_text(all, vintage);
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            add_text(all, texts[t]);
    }
    for (size_t i = 0; i < notes->n_notes; i++)
        add_text(all, notes->notes[i]);
}

/* Cells as they are: numbers are not written out, which would take far longer. */
static void add_answer(struct armex_text *all, const struct armex_table *table)
{
    armex_text_printf(all, "%s: %zu rows, %zu columns\n", table->name, table->n_rows,
                      table->n_columns);
    add_text(all, table->title);
    for (size_t c = 0; c < table->n_columns; c++) {
        const struct armex_column *column = &table->columns[c];
        add_text(all, column->name);
        add_text(all, column->title);
        add_text(all, column->unit);
        add_text(all, column->description);
        for (size_t row = 0; row < table->n_rows; row++)
            if (column->type == ARMEX_COLUMN_TEXT)
                add_text(all, armex_table_get_text(table, row, c));
            else
                add_number(all, armex_table_get_number(table, row, c));
    }
    add_notes(all, &table->notes);
}

/* The look of the charts: every template, by name and hash. */
static armex_status add_templates(struct armex_text *all, const char *plots,
                                  struct armex_error *error)
{
    char **names = NULL, sha256[ARMEX_SHA256_SIZE], *path;
    size_t n = 0;
    armex_status status = armex_folder_list(&names, &n, plots, ".gp", error);

    for (size_t i = 0; !status && i < n; i++) {
        if (asprintf(&path, "%s/%s", plots, names[i]) < 0) {
            status = armex_fail_memory(error);
            break;
        }
        status = armex_sha256_file(sha256, path, error);
        armex_text_printf(all, "%s %s\n", names[i], sha256);
        free(path);
    }
    free(names);
    return status;
}

armex_status armex_fingerprint(char out[ARMEX_SHA256_SIZE],
                               const struct armex_contents *contents,
                               const struct armex_report_request *request,
                               struct armex_error *error)
{
    struct armex_text all = {0};
    armex_status status = ARMEX_OK;

    armex_text_printf(&all, "%s\n%s\n", request->version ? request->version : "",
                      contents->spec->sha256);
    for (size_t i = 0; i < contents->spec->n_settings; i++)
        armex_text_printf(&all, "%s=%s\n", contents->spec->settings[i].name,
                          contents->spec->settings[i].value);
    armex_report_formats_write(&all, &contents->formats);
    for (size_t i = 0; i < armex_answers_count(contents->answers); i++)
        add_answer(&all, armex_answers_at(contents->answers, i));
    if (request->tools && request->tools->plots)
        status = add_templates(&all, request->tools->plots, error);
    if (!status && all.failed)
        status = armex_fail_memory(error);
    if (!status)
        armex_sha256(out, all.data, all.length);
    armex_text_free(&all);
    return status;
}
