/** ingest/sources/sipri_vintage.c: which publication of what a SIPRI file is. */
#include "ingest/sources/sipri_vintage.h"

#include <string.h>

#include "base/ascii.h"
#include "ingest/sources.h"

struct armex_sipri_years armex_sipri_coverage(
    const struct armex_sipri_preamble *preamble, struct armex_sipri_years found)
{
    const int first_ever = 1950, april = 4;
    const struct armex_date day = preamble->date;
    const int released = day.year - (day.month >= april ? 1 : 2);
    const int asked_from = preamble->all_years ? first_ever : preamble->from;
    const int asked_to = preamble->all_years ? released : preamble->to;
    const int seen_to = asked_to < released ? asked_to : released;

    if (asked_from && asked_from < found.from)
        found.from = asked_from;
    if (day.year && seen_to > found.to)
        found.to = seen_to;
    return found;
}

/** "-from-usa-to-ukr", or "". */
static const char *selection_words(const struct armex_sipri_selection *selection,
                                   struct armex_arena *scratch)
{
    const struct armex_entity *from = selection->supplier, *to = selection->recipient;
    char *words = armex_arena_printf(scratch, "%s%s%s%s", from ? "-from-" : "",
                                     from ? from->code : "", to ? "-to-" : "",
                                     to ? to->code : "");

    for (char *c = words; c && *c; c++)
        *c = armex_lower(*c);
    return words;
}

/** Whether neither the file nor the user says when it was published. */
static bool is_undated(const struct armex_sipri_reading *reading)
{
    return !reading->options->vintage.year && !reading->preamble.generated.length;
}

static armex_status find_date(struct armex_date *out,
                              const struct armex_sipri_reading *reading, int last_year,
                              struct armex_error *error)
{
    const signed char march = 3;
    const struct armex_cell *written = &reading->preamble.generated;

    *out = reading->options->vintage.year ? reading->options->vintage
                                          : reading->preamble.date;
    if (is_undated(reading))
        *out = (struct armex_date){(short)(last_year + 1), march, 0};
    if (out->year)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT,
                      armex_cell_place(reading->page->file, written),
                      "'%s' is no date that can be read; give --vintage DATE",
                      armex_cell_clip(written).text);
}

/** The dataset's id: "sipri-register", "sipri-register-to-ukr". */
static armex_status find_dataset(const char **out,
                                 const struct armex_sipri_reading *reading,
                                 const char *dataset, struct armex_arena *scratch,
                                 struct armex_error *error)
{
    const char *words = selection_words(&reading->selection, scratch);
    const char *own =
        words ? armex_arena_printf(scratch, "%s%s", dataset, words) : NULL;

    if (!own)
        return armex_fail_memory(error);
    return armex_dataset_name(out, reading->options, own,
                              (struct armex_place){reading->document->path, 0, 0},
                              error);
}

armex_status armex_sipri_vintage(struct armex_vintage **out,
                                 const struct armex_sipri_reading *reading,
                                 const struct armex_sipri_subject *subject,
                                 struct armex_error *error)
{
    const char *version = reading->options->version;
    struct armex_arena *scratch = armex_arena_create();
    char retrieved[ARMEX_DATE_SIZE];
    struct armex_provenance provenance = {
        .title = subject->title,
        .description = subject->description,
        .publisher = "Stockholm International Peace Research Institute (SIPRI)",
        .url = "https://www.sipri.org/databases/armstransfers",
        .licence = "(c) SIPRI; free with attribution for non-commercial use, larger "
                   "re-publication needs SIPRI's consent",
        .file = armex_file_name(reading->document->path),
        .sha256 = reading->document->sha256,
        .retrieved = retrieved,
        .version = version ? version : "",
    };
    armex_status status = scratch ? ARMEX_OK : armex_fail_memory(error);

    armex_date_write(retrieved, reading->preamble.date);
    if (!status)
        status = find_dataset(&provenance.dataset, reading, subject->dataset, scratch,
                              error);
    if (!status)
        status = find_date(&provenance.vintage, reading, subject->last_year, error);
    if (!status)
        status = armex_vintage_create(out, &provenance, error);
    armex_arena_free(scratch);
    return status;
}

armex_status armex_sipri_qualify(struct armex_panel *panel,
                                 const struct armex_sipri_reading *reading,
                                 struct armex_error *error)
{
    const struct armex_sipri_selection *selection = &reading->selection;
    const char *words = selection_words(selection, panel->arena);

    if (!words)
        return armex_fail_memory(error);
    for (size_t s = 0; *words && s < panel->n_series; s++) {
        struct armex_series *series = &panel->series[s];
        const struct armex_entity *only =
            series->flow == ARMEX_EXPORTS ? selection->recipient : selection->supplier;
        if (only || strcmp(series->entity, "WLD") == 0)
            series->scope = words + 1; // without the hyphen at its front
    }
    if (!is_undated(reading))
        return ARMEX_OK;
    return armex_notes_add(&panel->notes, panel->arena, error,
                           "%s does not say when it was generated: its vintage is "
                           "inferred from its last year, for SIPRI releases each March "
                           "the figures to the end of the year before; --vintage sets "
                           "it",
                           armex_file_name(reading->document->path));
}
