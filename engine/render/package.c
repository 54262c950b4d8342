/** render/package.c: what a Frictionless data package says of its csv. */
#include "render/package.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/** jansson gives NULL when memory is out, and takes NULL as a failure in its turn: so
 *  only the end result is looked at. Text that is no UTF-8 is left out by it. */
static json_t *text(const char *words)
{
    json_t *value = json_string(words);
    return value ? value : json_string("");
}

static const char *type_of(const struct armex_column *column)
{
    switch (column->type) {
    case ARMEX_COLUMN_TEXT:
        return "string";
    case ARMEX_COLUMN_YEAR:
    case ARMEX_COLUMN_COUNT:
        return "integer";
    default:
        return "number";
    }
}

static json_t *fields_of(const struct armex_table *table)
{
    json_t *fields = json_array();

    for (size_t i = 0; i < table->n_columns; i++) {
        const struct armex_column *column = &table->columns[i];
        json_array_append_new(
            fields, json_pack("{so so so so}", "name", text(column->name), "title",
                              text(column->title), "type", text(type_of(column)),
                              "description", text(column->description)));
    }
    return fields;
}

static json_t *resource_of(const struct armex_table *table,
                           const struct armex_text *csv)
{
    char hash[sizeof "sha256:" + ARMEX_SHA256_SIZE] = "sha256:";

    armex_sha256(hash + strlen(hash), csv->data, csv->length);
    return json_pack("{ss ss ss ss ss ss so sI s{so s[s] s[s s s s s s s s]}}", "name",
                     "observations", "path", "observations.csv", "profile",
                     "tabular-data-resource", "format", "csv", "mediatype", "text/csv",
                     "encoding", "utf-8", "hash", text(hash), "bytes",
                     (json_int_t)csv->length, "schema", "fields", fields_of(table),
                     "missingValues", "", "primaryKey", "entity", "year", "years",
                     "first_month", "flow", "measure", "scope", "unit");
}

/** "SIPRI (sipri-register, vintage 2026-03-11)" */
static json_t *source_words(const struct armex_provenance *source)
{
    const char *who = *source->publisher ? source->publisher : source->title;
    char date[ARMEX_DATE_SIZE];
    json_t *words;

    armex_date_write(date, source->vintage);
    words = json_sprintf("%s (%s, vintage %s)", who, source->dataset, date);
    return words ? words : text(source->dataset);
}

static json_t *sources_of(const struct armex_notes *notes)
{
    json_t *sources = json_array();

    for (size_t i = 0; i < notes->n_sources; i++) {
        const struct armex_provenance *source = &notes->sources[i];
        json_t *one = json_pack("{so}", "title", source_words(source));
        if (*source->url)
            json_object_set_new(one, "path", text(source->url));
        json_array_append_new(sources, one);
    }
    return sources;
}

/** The licence, as a name that is a word and a title that is a sentence. */
static json_t *licences_of(const struct armex_provenance *source)
{
    return json_pack("[{so so}]", "name", text(source->licence), "title",
                     text(source->licence));
}

static json_t *package_of(const struct armex_table *table, const struct armex_text *csv,
                          const char *program)
{
    static const struct armex_provenance none = {.dataset = "observations",
                                                 .title = "Observations",
                                                 .publisher = "",
                                                 .licence = ""};
    const struct armex_notes *notes = &table->notes;
    const struct armex_provenance *first = notes->n_sources ? notes->sources : &none;
    char date[ARMEX_DATE_SIZE];
    json_t *package, *words = json_array();

    armex_date_write(date, first->vintage);
    for (size_t i = 0; i < notes->n_notes; i++)
        json_array_append_new(words, text(notes->notes[i]));
    package = json_pack("{ss so so so so s{ss so so s{ss} so} s[o]}", "profile",
                        "tabular-data-package", "name", text(first->dataset), "title",
                        text(first->title), "version", text(date), "sources",
                        sources_of(notes), "armex", "kind", "observations", "publisher",
                        text(first->publisher), "version", text(program), "resources",
                        "observations", "observations", "notes", words, "resources",
                        resource_of(table, csv));
    if (*first->licence)
        json_object_set_new(package, "licenses", licences_of(first));
    return package;
}

armex_status armex_package_describe(struct armex_text *out,
                                    const struct armex_table *table,
                                    const struct armex_text *csv, const char *program,
                                    struct armex_error *error)
{
    json_t *package = package_of(table, csv, program);
    char *written = package ? json_dumps(package, JSON_INDENT(2)) : NULL;

    if (written) {
        armex_text_add(out, written);
        armex_text_add(out, "\n");
    }
    json_decref(package);
    free(written);
    return written && !out->failed ? ARMEX_OK : armex_fail_memory(error);
}
