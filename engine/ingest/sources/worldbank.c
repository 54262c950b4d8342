/** ingest/sources/worldbank.c: indicators of a World Bank file, and its vintage. */
#include "ingest/sources/worldbank.h"

#include <string.h>

#include "ingest/dates.h"
#include "ingest/stated.h"

static armex_status begin(struct armex_worldbank *bank,
                          const struct armex_document *document,
                          const struct armex_ingest_options *options,
                          struct armex_error *error)
{
    *bank = (struct armex_worldbank){.document = document,
                                     .options = options,
                                     .party.names = document->names,
                                     .quantity = SIZE_MAX};
    armex_status status = armex_stated_check(options, error);

    if (!status)
        status = armex_page_open(&bank->page, document, error);
    if (!status)
        status = armex_figures_create(&bank->figures, document, error);
    return status;
}

static bool same(const struct armex_worldbank_heading *a,
                 const struct armex_worldbank_heading *b)
{
    return armex_cell_compare(&a->code, &b->code) == 0 &&
           armex_cell_compare(&a->name, &b->name) == 0;
}

/* By code; a header that somebody renamed still has the World Bank's words. */
static const struct armex_indicator *find(const struct armex_worldbank_heading *heading)
{
    const struct armex_indicator *known = armex_indicator_by_code(&heading->code);
    const bool its_own = memchr(heading->code.text, '.', heading->code.length);

    return known || its_own ? known : armex_indicator_by_name(&heading->name);
}

/** What the indicator measures; false: nothing that compares from state to state. */
static bool describe(struct armex_quantity *out, const struct armex_indicator *known,
                     const struct armex_worldbank_heading *heading)
{
    *out = (struct armex_quantity){
        .measure = known->measure, .flow = known->flow, .scope = known->scope};
    return known->unit ? armex_unit_parse(&out->unit, known->unit, strlen(known->unit))
                       : armex_indicator_unit(&out->unit, &heading->name);
}

/** Remembers what the dataset will be called after. */
static armex_status name_after(struct armex_worldbank *bank,
                               const struct armex_indicator *known,
                               const struct armex_worldbank_heading *heading,
                               struct armex_error *error)
{
    const struct armex_cell *own =
        heading->code.length ? &heading->code : &heading->name;
    const struct armex_cell code = {known ? known->code : "",
                                    known ? strlen(known->code) : 0, 0, 0};
    char slug[48];

    armex_slug(slug, sizeof slug, known ? code.text : own->text,
               known ? code.length : own->length);
    if (bank->named && strcmp(bank->named, slug) == 0)
        return ARMEX_OK;
    bank->several = bank->named != NULL;
    bank->only = known;
    bank->named = armex_arena_text(bank->page->arena, slug);
    return bank->named ? ARMEX_OK : armex_fail_memory(error);
}

/** An indicator that armex has no measure for: the user may say what one counts. */
static armex_status ask_user(bool *taken, struct armex_quantity *out,
                             struct armex_worldbank *bank,
                             const struct armex_worldbank_heading *heading,
                             struct armex_error *error)
{
    const struct armex_ingest_options *options = bank->options;

    *taken = false;
    if (!bank->stranger.code.text)
        bank->stranger = *heading;
    if (!options->measure || !options->unit)
        return ARMEX_OK;
    if (!same(&bank->stranger, heading))
        return armex_fail(
            error, ARMEX_BAD_INPUT, armex_cell_place(bank->page->file, &heading->name),
            "a second indicator, '%s'; --measure and --unit can speak for "
            "one only",
            armex_cell_clip(&heading->name).text);
    *taken = true;
    return armex_stated_quantity(out, options, error);
}

/** Whether the user asked for that measure, or for none in particular. */
static bool is_wanted(const struct armex_worldbank *bank,
                      const struct armex_indicator *known)
{
    const char *wanted = bank->options->measure;
    return !wanted || strcmp(wanted, armex_measure_name(known->measure)) == 0;
}

armex_status armex_worldbank_meet(struct armex_worldbank *bank,
                                  const struct armex_worldbank_heading *heading,
                                  struct armex_error *error)
{
    const struct armex_indicator *known;
    struct armex_quantity quantity;
    armex_status status = ARMEX_OK;
    bool taken;

    if (bank->heading.code.text && same(&bank->heading, heading))
        return ARMEX_OK;
    bank->heading = *heading;
    bank->quantity = SIZE_MAX;
    known = find(heading);
    taken = known && is_wanted(bank, known) && describe(&quantity, known, heading);
    if (!taken && !known)
        status = ask_user(&taken, &quantity, bank, heading, error);
    else if (!taken && !bank->stranger.code.text)
        bank->stranger = *heading;
    if (!status && taken)
        status = name_after(bank, known, heading, error);
    if (!status && taken)
        status =
            armex_figures_quantity(&bank->quantity, bank->figures, &quantity, error);
    return status;
}

/* The date after the colon of "Last Updated: 03/28/2024", or in the cell after. */
static struct armex_cell date_cell(const struct armex_page_row *row)
{
    const struct armex_cell second = armex_page_cell(row, 1), *first = &row->cells[0];
    const char *colon = memchr(first->text, ':', first->length);
    struct armex_cell date = second;

    if (!second.length && colon) {
        const size_t before = (size_t)(colon + 1 - first->text);
        date = (struct armex_cell){colon + 1, first->length - before, first->line,
                                   first->column + before};
    }
    while (date.length && *date.text == ' ') {
        date.text++;
        date.length--;
        date.column++;
    }
    return date;
}

static bool starts(const struct armex_cell *cell, const char *words)
{
    const struct armex_cell front = {
        cell->text, cell->length < strlen(words) ? 0 : strlen(words), 0, 0};
    return armex_cell_says(&front, words);
}

armex_status armex_worldbank_remark(bool *is_remark, struct armex_worldbank *bank,
                                    size_t row, struct armex_error *error)
{
    const struct armex_page_row *given = &bank->page->rows[row];
    const struct armex_cell *first = &given->cells[0];
    const bool updated = starts(first, "Last Updated");

    *is_remark =
        updated || starts(first, "Data Source") || starts(first, "Data from database");
    if (!updated)
        return ARMEX_OK;
    const struct armex_cell date = date_cell(given);
    if (armex_date_of_spreadsheet(&bank->updated, date.text, date.length) ||
        bank->options->vintage.year)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(bank->page->file, &date),
                      "'%s' is no date that can be read; give --vintage DATE",
                      armex_cell_clip(&date).text);
}

static armex_status fail_nothing(const struct armex_worldbank *bank,
                                 struct armex_error *error)
{
    const struct armex_worldbank_heading *heading = &bank->stranger;
    const struct armex_cell *named =
        heading->name.length ? &heading->name : &heading->code;

    if (!heading->code.text)
        return armex_fail(error, ARMEX_BAD_INPUT,
                          (struct armex_place){bank->page->file, 0, 0},
                          "there is no row below the header");
    if (bank->options->measure && !bank->options->unit)
        return armex_fail(error, ARMEX_BAD_INPUT,
                          (struct armex_place){bank->page->file, 0, 0},
                          "no indicator of this file is %s in a unit that compares "
                          "from state to state",
                          bank->options->measure);
    if (memmem(named->text, named->length, "LCU", 3))
        return armex_fail(error, ARMEX_BAD_INPUT,
                          armex_cell_place(bank->page->file, named),
                          "'%s' is in the currency of each country, so that no two "
                          "compare; take the indicator in US$",
                          armex_cell_clip(named).text);
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(bank->page->file, named),
                      "armex has no measure for '%s'; if it counts one after all, give "
                      "--measure and --unit",
                      armex_cell_clip(named).text);
}

static armex_status add_notes(struct armex_panel *panel, struct armex_error *error)
{
    for (size_t s = 0; s < panel->n_series; s++)
        if (panel->series[s].unit.kind == ARMEX_TIV)
            return armex_notes_add(
                &panel->notes, panel->arena, error,
                "the World Bank takes arms exports and imports from SIPRI, in TIV, "
                "whatever their column is called; its 0 is more than nothing and less "
                "than half a million, its blanks are left missing");
    return ARMEX_OK;
}

static armex_status make(struct armex_vintage **out, struct armex_worldbank *bank,
                         const char *title, struct armex_error *error)
{
    struct armex_arena *arena = bank->page->arena;
    const struct armex_edition edition = {
        .dataset = bank->several
                       ? "worldbank-databank"
                       : armex_arena_printf(arena, "worldbank-%s", bank->named),
        .title = armex_arena_printf(arena, "World Development Indicators: %s", title),
        .description = bank->stranger.code.text && bank->only
                           ? "Indicators that armex has no measure for are left out."
                           : "",
        .publisher = "World Bank",
        .url = "https://databank.worldbank.org/source/world-development-indicators",
        .licence = "CC BY 4.0",
        .published = bank->updated,
    };
    struct armex_panel *panel = NULL;
    armex_status status;

    if (!edition.dataset || !edition.title)
        return armex_fail_memory(error);
    status = armex_figures_panel(&panel, bank->figures, error);
    if (!status)
        status = add_notes(panel, error);
    if (status)
        armex_panel_free(panel);
    return status ? status
                  : armex_edition_publish(out, &edition, bank->document, bank->options,
                                          panel, error);
}

static armex_status publish(struct armex_vintage **out, struct armex_worldbank *bank,
                            struct armex_error *error)
{
    const struct armex_clip stated = armex_cell_clip(&bank->stranger.name);

    *out = NULL;
    if (!bank->named)
        return fail_nothing(bank, error);
    return make(out, bank,
                bank->several ? "several indicators"
                : bank->only  ? bank->only->title
                              : stated.text,
                error);
}

armex_status armex_worldbank_read(struct armex_vintage **out,
                                  armex_worldbank_reader *take,
                                  const struct armex_document *document,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error)
{
    struct armex_worldbank bank;
    armex_status status = begin(&bank, document, options, error);

    *out = NULL;
    if (!status)
        status = take(&bank, error);
    if (!status)
        status = publish(out, &bank, error);
    armex_figures_free(bank.figures);
    armex_page_close(bank.page);
    return status;
}
