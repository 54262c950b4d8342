/** report/contents.c: every question of a report asked, every answer in its place. */
#include "report/contents.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/query_request.h"
#include "chart/drawn_table.h"
#include "chart/subject.h"
#include "country/entity.h"
#include "render/render.h"
#include "report/desk.h"
#include "report/rows.h"
#include "report/words.h"

const char *armex_contents_say(struct armex_contents *contents,
                               const struct armex_report_words *words)
{
    struct armex_text text = {0};
    const char *said = NULL;

    if (!words->text)
        return NULL;
    if (armex_report_words_fill(&text, words, contents->spec, &contents->figures))
        said = armex_arena_text(contents->arena, text.data);
    else
        armex_notes_add(&contents->left_out, contents->arena, NULL,
                        "%s:%zu:%zu: left out, for a figure in it is missing",
                        contents->spec->name, words->place.line, words->place.column);
    if (text.failed)
        said = NULL;
    armex_text_free(&text);
    return said;
}

const char *armex_contents_say_first(struct armex_contents *contents,
                                     const struct armex_report_words_list *words)
{
    struct armex_text text = {0};
    size_t i = 0;

    while (i < words->n && !armex_report_words_fill(&text, &words->items[i],
                                                    contents->spec, &contents->figures))
        i++;
    armex_text_free(&text);
    if (!words->n)
        return NULL;
    return armex_contents_say(contents, &words->items[i < words->n ? i : 0]);
}

static bool has_exhibit(const struct armex_contents *contents,
                        const struct armex_section *section)
{
    for (size_t i = 0; i < contents->n_exhibits; i++)
        if (contents->exhibits[i].item >= section->items &&
            contents->exhibits[i].item < section->items + section->n_items)
            return true;
    return false;
}

bool armex_contents_has(const struct armex_contents *contents,
                        const struct armex_section *section)
{
    return armex_conditions_hold(&section->when, &contents->figures) &&
           (!section->needs || has_exhibit(contents, section));
}

struct armex_date armex_contents_day(const struct armex_contents *contents)
{
    const struct armex_notes *sources = &contents->sources;
    struct armex_date newest = {0, 0, 0};

    for (size_t i = 0; i < sources->n_sources; i++)
        if (armex_date_last_day(sources->sources[i].vintage) >
            armex_date_last_day(newest))
            newest = sources->sources[i].vintage;
    if (contents->spec->as_of)
        armex_date_parse(&newest, contents->spec->as_of, strlen(contents->spec->as_of));
    return newest;
}

static void note_left_out(struct armex_contents *contents, struct armex_place place,
                          const char *reason)
{
    armex_notes_add(&contents->left_out, contents->arena, NULL,
                    "%s:%zu:%zu: left out, for %s", contents->spec->name, place.line,
                    place.column, reason);
}

const char *armex_exhibit_title(const struct armex_exhibit *exhibit)
{
    if (exhibit->title)
        return exhibit->title;
    if (exhibit->item->kind == ARMEX_CHART)
        return exhibit->words.title;
    return exhibit->table && *exhibit->table->title ? exhibit->table->title
                                                    : exhibit->item->value;
}

size_t armex_contents_source(const struct armex_contents *contents,
                             const struct armex_provenance *source)
{
    const struct armex_notes *all = &contents->sources;

    for (size_t i = 0; i < all->n_sources; i++)
        if (strcmp(all->sources[i].dataset, source->dataset) == 0 &&
            armex_date_last_day(all->sources[i].vintage) ==
                armex_date_last_day(source->vintage) &&
            strcmp(all->sources[i].sha256, source->sha256) == 0)
            return i + 1;
    return 0;
}

const struct armex_exhibit *armex_contents_exhibit(
    const struct armex_contents *contents, const char *id)
{
    for (size_t i = 0; i < contents->n_exhibits; i++)
        if (strcmp(contents->exhibits[i].item->id, id) == 0)
            return &contents->exhibits[i];
    return NULL;
}

static armex_status ask_item(struct armex_exhibit *exhibit,
                             struct armex_contents *contents, struct armex_error *error)
{
    const struct armex_item *item = exhibit->item;
    armex_status status = ARMEX_OK;

    if (item->kind == ARMEX_CLAIM)
        return ARMEX_OK;
    if (item->kind == ARMEX_CHANGES)
        return armex_answers_changes(&exhibit->table, contents->answers, &item->query,
                                     strcmp(item->value, "revised") == 0, item->place,
                                     error);
    const struct armex_chart_kind *kind =
        item->kind == ARMEX_CHART ? armex_chart_kind_find(item->value) : NULL;
    status = kind && armex_drawn_apart(kind, &item->query)
                 ? armex_answers_drawn(&exhibit->table, contents->answers, &item->query,
                                       kind, item->place, error)
                 : armex_answers_ask(&exhibit->table, contents->answers, &item->query,
                                     item->place, error);
    if (!status && (item->where.n > 0 || item->sort.text)) {
        status = armex_rows_copy(&exhibit->own, exhibit->table, &item->where,
                                 &item->sort, error);
        exhibit->table = exhibit->own;
    }
    return status;
}

static armex_status write_csv(struct armex_exhibit *exhibit, struct armex_error *error)
{
    const struct armex_render_options options = {0};
    return exhibit->table ? armex_render(&exhibit->csv, exhibit->table,
                                         ARMEX_FORMAT_CSV, &options, error)
                          : ARMEX_OK;
}

/* Who is not in this year's ranking cannot be set off in it, and that is no fault; a
 * word that names nobody is one, which the chart will say. */
static void settle_highlight(struct armex_contents *contents,
                             struct armex_exhibit *exhibit)
{
    const struct armex_item *item = exhibit->item;
    const char *code = item->highlight;

    if (!exhibit->table)
        return;
    if (!code && item->kind == ARMEX_CHART)
        exhibit->highlight = armex_subject_default(
            exhibit->table, armex_chart_kind_find(item->value)->analysis,
            item->query.entity);
    else if (!code)
        return;
    else if (armex_subject_is_in(exhibit->table, code) || !armex_entity_by_code(code))
        exhibit->highlight = code;
    else
        armex_notes_add(&contents->left_out, contents->arena, NULL,
                        "%s:%zu:%zu: nothing is set off, for %s is not in it",
                        contents->spec->name, exhibit->item->place.line,
                        exhibit->item->place.column, code);
}

/* What is stored of a dataset that a section needs may be too little for an item; wrong
 * words are a fault all the same. */
static bool lacks_data(const struct armex_section *section,
                       const struct armex_item *item, armex_status status)
{
    struct armex_request request;

    if (!section->needs || (status != ARMEX_BAD_SPEC && status != ARMEX_BAD_INPUT))
        return false;
    const bool understood =
        armex_request_read(&request, &item->query, NULL) == ARMEX_OK;
    armex_request_end(&request);
    return understood;
}

static armex_status gather_item(struct armex_contents *contents,
                                const struct armex_section *section,
                                const struct armex_item *item, size_t *number,
                                struct armex_desk *desk, struct armex_error *error)
{
    struct armex_exhibit *exhibit = &contents->exhibits[contents->n_exhibits];

    if (!armex_conditions_hold(&item->when, &contents->figures)) {
        note_left_out(contents, item->place, "its condition does not hold");
        return ARMEX_OK;
    }
    *exhibit = (struct armex_exhibit){.item = item, .number = *number + 1};
    armex_status status = ask_item(exhibit, contents, error);
    if (lacks_data(section, item, status)) {
        note_left_out(contents, item->place, "what is stored cannot answer it");
        return ARMEX_OK;
    }
    contents->n_exhibits++;
    ++*number;
    if (!status)
        status = write_csv(exhibit, error);
    settle_highlight(contents, exhibit);
    exhibit->title = armex_contents_say(contents, &item->title);
    exhibit->note = armex_contents_say(contents, &item->note);
    if (!status && item->kind == ARMEX_CHART && armex_desk_begun(desk))
        status = armex_contents_order(contents, exhibit, desk, error);
    return status;
}

static armex_status gather_section(struct armex_contents *contents,
                                   const struct armex_section *section,
                                   size_t numbers[], struct armex_desk *desk,
                                   struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (!armex_conditions_hold(&section->when, &contents->figures)) {
        note_left_out(contents, section->place, "its condition does not hold");
        return ARMEX_OK;
    }
    if (section->needs && !armex_answers_can_ask(contents->answers, section->needs)) {
        note_left_out(contents, section->place, "what it needs is not stored");
        return ARMEX_OK;
    }
    for (size_t i = 0; !status && i < section->n_items; i++)
        status = gather_item(contents, section, &section->items[i],
                             &numbers[section->items[i].kind], desk, error);
    return status;
}

static armex_status gather_items(struct armex_contents *contents,
                                 struct armex_desk *desk, struct armex_error *error)
{
    const struct armex_spec *spec = contents->spec;
    size_t numbers[] = {0, 0, 0, 0}, most = 1;
    armex_status status = ARMEX_OK;

    for (size_t s = 0; s < spec->n_sections; s++)
        most += spec->sections[s].n_items;
    contents->exhibits =
        armex_arena_new(contents->arena, most, sizeof *contents->exhibits);
    if (!contents->exhibits)
        return armex_fail_memory(error);
    for (size_t s = 0; !status && s < spec->n_sections; s++)
        status = gather_section(contents, &spec->sections[s], numbers, desk, error);
    return status;
}

/* Sources in the order in which the page comes to them. */
static armex_status gather_sources(struct armex_contents *contents,
                                   struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < armex_answers_count(contents->answers); i++) {
        const struct armex_notes *notes =
            &armex_answers_at(contents->answers, i)->notes;
        for (size_t s = 0; !status && s < notes->n_sources; s++)
            if (!armex_contents_source(contents, &notes->sources[s]))
                status = armex_notes_source(&contents->sources, contents->arena,
                                            &notes->sources[s], error);
    }
    return status;
}

armex_status armex_contents_gather(struct armex_contents **out,
                                   const struct armex_spec *spec,
                                   const struct armex_store *store,
                                   const struct armex_report_request *request,
                                   struct armex_desk *desk, struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_contents *contents =
        arena ? armex_arena_new(arena, 1, sizeof *contents) : NULL;

    *out = NULL;
    if (!contents) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    contents->arena = arena;
    contents->spec = spec;
    contents->command = request->command ? request->command : "";
    armex_status status =
        armex_report_formats(&contents->formats, spec, request, error);
    if (!status)
        status = armex_answers_create(&contents->answers, store, error);
    if (!status)
        status = armex_report_figures_answer(&contents->figures, spec,
                                             contents->answers, error);
    if (!status && !(contents->title = armex_contents_say(contents, &spec->title)))
        status = armex_fail(error, ARMEX_BAD_SPEC, spec->title.place,
                            "the title has a figure that is missing");
    if (!status)
        status = gather_items(contents, desk, error);
    if (!status)
        status = gather_sources(contents, error);
    if (status)
        armex_contents_free(contents);
    else
        *out = contents;
    return status;
}

void armex_contents_free(struct armex_contents *contents)
{
    if (!contents)
        return;
    for (size_t i = 0; i < contents->n_exhibits; i++) {
        struct armex_exhibit *exhibit = &contents->exhibits[i];
        armex_table_free(exhibit->own);
        armex_text_free(&exhibit->csv);
        armex_text_free(&exhibit->rows);
        armex_text_free(&exhibit->link);
        for (size_t p = 0; p < ARMEX_PICTURES; p++)
            armex_text_free(&exhibit->pictures[p]);
    }
    armex_album_free(contents->album);
    armex_report_figures_free(&contents->figures);
    armex_answers_free(contents->answers);
    armex_arena_free(contents->arena);
}
