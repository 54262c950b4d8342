/** ingest/edition.c: an edition's name, date and credits on a new vintage. */
#include "ingest/edition.h"

#include <string.h>

#include "base/ascii.h"
#include "ingest/sources.h"

size_t armex_slug(char *out, size_t size, const char *text, size_t length)
{
    size_t n = 0;

    for (size_t i = 0; i < length && n + 1 < size; i++) {
        if (armex_is_letter(text[i]) || armex_is_digit(text[i]))
            out[n++] = armex_lower(text[i]);
        else if (n && out[n - 1] != '-')
            out[n++] = '-';
    }
    while (n && out[n - 1] == '-')
        n--;
    out[n] = '\0';
    return n;
}

/** The length of the name without the last of its suffixes. */
static size_t without_suffix(const char *name, size_t length)
{
    size_t dot = length;

    while (dot > 1 && name[dot - 1] != '.')
        dot--;
    return dot > 1 ? dot - 1 : length;
}

static bool ends_with(const char *name, size_t length, const char *suffix)
{
    const size_t n = strlen(suffix);
    return length > n && memcmp(name + length - n, suffix, n) == 0;
}

size_t armex_name_of_file(char *out, size_t size, const char *path)
{
    const char *name = armex_file_name(path);
    size_t length = strlen(name);

    if (ends_with(name, length, ".gz") || ends_with(name, length, ".zst"))
        length = without_suffix(name, length); // it was packed
    return armex_slug(out, size, name, without_suffix(name, length));
}

/** A whole date anywhere in the text: "exports_2017-01-03.csv". */
static bool date_within(struct armex_date *out, const char *text)
{
    const size_t whole = strlen("2017-01-03"), length = strlen(text);

    for (size_t i = 0; i + whole <= length; i++)
        if (armex_date_parse(out, text + i, whole))
            return true;
    return false;
}

/* A file's name is nobody's word, but it may help the user to find one. */
static armex_status fail_undated(const struct armex_document *document,
                                 struct armex_error *error)
{
    const struct armex_place whole = {document->path, 0, 0};
    struct armex_date named;
    char words[ARMEX_DATE_SIZE];

    if (!date_within(&named, armex_file_name(document->path)))
        return armex_fail(error, ARMEX_BAD_INPUT, whole,
                          "nothing in the file says when it was published; give "
                          "--vintage DATE");
    armex_date_write(words, named);
    return armex_fail(error, ARMEX_BAD_INPUT, whole,
                      "nothing in the file says when it was published, only its name; "
                      "give --vintage %s if that is the date",
                      words);
}

armex_status armex_edition_vintage(struct armex_vintage **out,
                                   const struct armex_edition *edition,
                                   const struct armex_document *document,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error)
{
    struct armex_provenance provenance = {
        .vintage = options->vintage.year ? options->vintage : edition->published,
        .title = edition->title,
        .description = edition->description,
        .publisher = edition->publisher,
        .url = edition->url,
        .licence = edition->licence,
        .file = armex_file_name(document->path),
        .sha256 = document->sha256,
        .retrieved = "",
        .version = options->version ? options->version : "",
    };
    armex_status status =
        armex_dataset_name(&provenance.dataset, options, edition->dataset,
                           (struct armex_place){document->path, 0, 0}, error);

    *out = NULL;
    if (options->publisher) {
        provenance.publisher = options->publisher;
        provenance.title = provenance.dataset;
        provenance.description = provenance.url = provenance.licence = "";
    }
    if (!status && !provenance.vintage.year)
        status = fail_undated(document, error);
    if (!status)
        status = armex_vintage_create(out, &provenance, error);
    return status;
}

armex_status armex_edition_publish(struct armex_vintage **out,
                                   const struct armex_edition *edition,
                                   const struct armex_document *document,
                                   const struct armex_ingest_options *options,
                                   struct armex_panel *panel, struct armex_error *error)
{
    const armex_status status =
        armex_edition_vintage(out, edition, document, options, error);

    if (status)
        armex_panel_free(panel);
    else
        (*out)->panel = panel;
    return status;
}
