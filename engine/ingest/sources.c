/** ingest/sources.c: the table of sources, and which of them reads a file. */
#include "ingest/sources.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "ingest/archive.h"
#include "ingest/decode.h"
#include "ingest/footer.h"
#include "ingest/json.h"
#include "ingest/licence_list.h"
#include "ingest/map.h"
#include "ingest/merge_mark.h"
#include "ingest/page.h"
#include "ingest/sources/comtrade_bulk.h"
#include "ingest/sources/long_table.h"
#include "ingest/unknown.h"

static const struct armex_source *const sources[] = {
    &armex_source_package,         //
    &armex_source_sdmx,            //
    &armex_source_sipri_register,  //
    &armex_source_sipri_deals,     //
    &armex_source_sipri_tiv,       //
    &armex_source_sipri_refused,   //
    &armex_source_worldbank,       //
    &armex_source_databank,        //
    &armex_source_gapminder,       //
    &armex_source_gapminder_wide,  //
    &armex_source_owid,            //
    &armex_source_macro_values,    //
    &armex_source_macro_inflation, //
    &armex_source_macro_cpi,       //
    &armex_source_macro_rates,     //
    &armex_source_macro_gdp,       //
    &armex_source_codelists,       //
    &armex_source_sipri_milex,     //
    &armex_source_sipri_top100,    //
    &armex_source_netherlands,     //
    &armex_source_switzerland,     //
    &armex_source_eu_caat,         //
    &armex_source_uk_caat,         //
    &armex_source_dsca,            //
    &armex_source_comtrade,        //
    &armex_source_wide,            // whose columns nobody above has
    &armex_source_tidy,            // asks for three columns only, so last
};
enum { SOURCES = sizeof sources / sizeof sources[0] };

const struct armex_source *const *armex_sources(size_t *n)
{
    *n = SOURCES;
    return sources;
}

bool armex_dataset_name_valid(const char *name)
{
    const size_t longest = 63, length = strlen(name);

    if (!length || length > longest || name[0] == '-' || name[length - 1] == '-')
        return false;
    for (size_t i = 0; i < length; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", name[i]) ||
            (name[i] == '-' && name[i + 1] == '-'))
            return false;
    return true;
}

armex_status armex_dataset_name(const char **out,
                                const struct armex_ingest_options *options,
                                const char *own, struct armex_place place,
                                struct armex_error *error)
{
    *out = options->dataset ? options->dataset : own;
    if (armex_dataset_name_valid(*out))
        return ARMEX_OK;
    if (options->dataset)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "'%s' cannot name a dataset: names are lower-case letters, "
                          "digits and single hyphens between them",
                          *out);
    return armex_fail(error, ARMEX_BAD_INPUT, place,
                      "'%s' cannot name a dataset; give --dataset ID, of lower-case "
                      "letters, digits and single hyphens between them",
                      *out);
}

const char *armex_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static armex_status find_named(const struct armex_source **out, const char *name,
                               struct armex_error *error)
{
    const char *names[SOURCES];
    const char *nearest;

    for (size_t i = 0; i < SOURCES; i++) {
        names[i] = sources[i]->name;
        if (strcmp(name, names[i]) == 0) {
            *out = sources[i];
            return ARMEX_OK;
        }
    }
    nearest = armex_nearest(name, names, SOURCES);
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      nearest ? "no source is called '%s'; did you mean %s?"
                              : "no source is called '%s'; --list-sources names them",
                      name, nearest);
}

bool armex_source_recognise(const struct armex_source *source,
                            const struct armex_document *document)
{
    if (source->table)
        return armex_long_table_is(document, source->table);
    if (source->licences)
        return armex_licence_list_is(document, source->licences);
    return source->recognise(document);
}

static armex_status read_once(struct armex_vintage **out,
                              const struct armex_source *source,
                              const struct armex_document *document,
                              const struct armex_ingest_options *options,
                              struct armex_error *error)
{
    if (source->table)
        return armex_long_table_read(out, source->table, document, options, error);
    if (source->licences)
        return armex_licence_list_read(out, source->licences, document, options, error);
    return source->read(out, document, options, error);
}

static armex_status find_source(const struct armex_source **out,
                                const struct armex_document *document,
                                const struct armex_ingest_options *options,
                                struct armex_error *error)
{
    if (options->source)
        return find_named(out, options->source, error);
    if (armex_map_is_trade(options->map)) {
        *out = &armex_source_comtrade;
        return ARMEX_OK;
    }
    if (armex_map_has_columns(options->map)) {
        *out = &armex_source_tidy;
        return ARMEX_OK;
    }
    for (size_t i = 0; i < SOURCES; i++)
        if (armex_source_recognise(sources[i], document)) {
            *out = sources[i];
            return ARMEX_OK;
        }
    return armex_fail_unknown(document, error);
}

/** The file, the name of its member if it is a zip file: "trade.zip/exports.csv". */
static char *name_document(const char *path, const struct armex_decoded *decoded)
{
    struct armex_text name = {0};

    armex_text_add(&name, path);
    if (decoded->member)
        armex_text_printf(&name, "/%s", decoded->member);
    if (name.failed)
        armex_text_free(&name);
    return name.data;
}

/** Says of the vintage which file it was read from, and what had to be done to it. */
static armex_status add_origin(struct armex_vintage *vintage, const char *path,
                               const struct armex_decoded *decoded,
                               struct armex_error *error)
{
    struct armex_provenance *from = &vintage->provenance;
    char words[256];

    armex_decoded_words(words, decoded);
    if (*words)
        from->description =
            armex_arena_printf(vintage->arena, "%s%s%s", from->description,
                               *from->description ? " " : "", words);
    if (decoded->member)
        from->file = armex_arena_text(vintage->arena, armex_file_name(path));
    return from->description && from->file ? ARMEX_OK : armex_fail_memory(error);
}

/** Rows can be set aside of text that has rows. */
static armex_status check_told(const struct armex_document *document,
                               struct armex_error *error)
{
    const struct armex_place whole = {document->path, 0, 0};

    if (!document->rejects || (!armex_is_json(document->bytes, document->length) &&
                               !armex_is_zip(document->bytes, document->length)))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, whole,
                      "--rejects sets aside rows of a csv, and this is none");
}

/** What was kept, set aside and passed over is said wherever the figures are used. */
static armex_status add_notes(struct armex_vintage *vintage,
                              const struct armex_document *document,
                              struct armex_error *error)
{
    struct armex_notes *notes =
        vintage->panel ? &vintage->panel->notes : &vintage->records->notes;
    struct armex_arena *arena =
        vintage->panel ? vintage->panel->arena : vintage->records->arena;
    enum { KEPT, ASIDE, PASSED, WORDS };
    struct armex_text words[WORDS] = {0};
    armex_status status = ARMEX_OK;

    armex_names_words(&words[KEPT], document->names);
    armex_rejects_words(&words[ASIDE], document->rejects);
    armex_footer_words(&words[PASSED], document->footer);
    for (size_t i = 0; i < WORDS; i++) {
        if (!status && words[i].failed)
            status = armex_fail_memory(error);
        if (!status && words[i].length)
            status = armex_notes_add(notes, arena, error, "%s", words[i].data);
        armex_text_free(&words[i]);
    }
    return status;
}

static armex_status finish(struct armex_vintage *vintage,
                           const struct armex_document *document,
                           struct armex_error *error)
{
    const armex_status status = armex_rejects_end(document->rejects, error);
    return status ? status : add_notes(vintage, document, error);
}

armex_status armex_source_read(struct armex_vintage **out,
                               const struct armex_source *source,
                               struct armex_document *document,
                               const struct armex_ingest_options *options,
                               struct armex_error *error)
{
    armex_status status = check_told(document, error);

    *out = NULL;
    armex_rejects_begin(document->rejects, document->bytes, document->length);
    while (!status) {
        armex_footer_clear(document->footer);
        status = armex_names_restart(document->names, error);
        if (!status)
            status = read_once(out, source, document, options, error);
        if (!armex_rejects_found(document->rejects))
            return status || !*out
                       ? armex_rejects_blame(document->rejects, status, error)
                       : finish(*out, document, error);
        armex_vintage_free(*out);
        *out = NULL;
        armex_page_forget(document);
        status = armex_rejects_rest(&document->bytes, &document->length,
                                    document->rejects, document->path, error);
    }
    return status;
}

static armex_status read_document(struct armex_vintage **out, const char *path,
                                  struct armex_document *document,
                                  const struct armex_decoded *decoded,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error)
{
    const struct armex_source *source = NULL;
    char *name = name_document(path, decoded);
    struct armex_footer footer = {0};
    struct armex_page *glance = NULL;
    armex_status status = name ? ARMEX_OK : armex_fail_memory(error);

    document->path = name;
    document->glance = &glance;
    document->footer = &footer;
    document->bytes = decoded->bytes;
    document->length = decoded->length;
    document->is_utf8 = decoded->encoding == ARMEX_UTF_8;
    document->rejects = options->rejects;
    if (!status)
        status = armex_refuse_merge_marks(document, error);
    if (!status)
        status = find_source(&source, document, options, error);
    if (!status && source)
        status = armex_source_read(out, source, document, options, error);
    armex_page_forget(document);
    document->glance = NULL;
    armex_footer_clear(&footer);
    document->footer = NULL;
    if (!status && *out)
        status = add_origin(*out, path, decoded, error);
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    free(name);
    return status;
}

/** Whoever else published it: title, address and licence are then not the source's. */
static armex_status add_publisher(struct armex_vintage *vintage, const char *publisher,
                                  struct armex_error *error)
{
    struct armex_provenance *from = &vintage->provenance;

    from->publisher = armex_arena_text(vintage->arena, publisher);
    from->title = from->dataset;
    from->url = from->licence = "";
    return from->publisher ? ARMEX_OK : armex_fail_memory(error);
}

/** Reads the file whole. */
static armex_status ingest_whole(struct armex_vintage **out, const char *path,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    const size_t limit = ARMEX_INGEST_LIMIT;
    struct armex_document document = {.path = path};
    struct armex_decoded decoded = {0};
    char *bytes = NULL;
    size_t length = 0;
    armex_status status = armex_file_read(&bytes, &length, path, limit, error);

    *out = NULL;
    if (!status)
        status = armex_decode(&decoded, path, bytes, length, limit, error);
    if (!status && (options->map || options->keep_unknown))
        status = armex_names_create(&document.names, options->map,
                                    options->keep_unknown, error);
    if (!status) {
        armex_sha256(document.sha256, bytes, length); // of the file as it came
        status = read_document(out, path, &document, &decoded, options, error);
    }
    armex_names_free(document.names);
    armex_decoded_free(&decoded);
    free(bytes);
    return status;
}

armex_status armex_ingest(struct armex_vintage **out, const char *path,
                          const struct armex_ingest_options *options,
                          struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    *out = NULL;
    if ((!options->source ||
         strcmp(options->source, armex_source_comtrade.name) == 0) &&
        armex_map_is_of_names(options->map) && !options->rejects)
        status = armex_comtrade_bulk(out, path, options, error);
    if (!status && !*out)
        status = ingest_whole(out, path, options, error);
    if (!status && *out && options->publisher)
        status = add_publisher(*out, options->publisher, error);
    if (!status && *out && options->totals) {
        armex_flows_free((*out)->flows);
        (*out)->flows = NULL;
    }
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    return status;
}
