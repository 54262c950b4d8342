/**
 * ingest/sources/macro_rates.c: yearly exchange rates of the Federal Reserve
 * (Date,Country,Exchange rate): units of a currency for one US dollar.
 */
#include <string.h>

#include "ingest/edition.h"
#include "ingest/figures.h"
#include "ingest/page.h"
#include "ingest/party.h"
#include "ingest/sources.h"
#include "ingest/sources/long_table.h"

static const char *const columns[] = {"Date", "Country", "Exchange rate"};

/* Whose currency the rates count: the states of the H.10 and G.5A releases. */
static const struct {
    const char *entity, *unit;
} currencies[] = {
    {"AUS", "aud-per-usd"}, {"BRA", "brl-per-usd"}, {"CAN", "cad-per-usd"},
    {"CHE", "chf-per-usd"}, {"CHN", "cny-per-usd"}, {"DNK", "dkk-per-usd"},
    {"EMU", "eur-per-usd"}, {"GBR", "gbp-per-usd"}, {"HKG", "hkd-per-usd"},
    {"IND", "inr-per-usd"}, {"JPN", "jpy-per-usd"}, {"KOR", "krw-per-usd"},
    {"LKA", "lkr-per-usd"}, {"MEX", "mxn-per-usd"}, {"MYS", "myr-per-usd"},
    {"NOR", "nok-per-usd"}, {"NZL", "nzd-per-usd"}, {"SGP", "sgd-per-usd"},
    {"SWE", "sek-per-usd"}, {"THA", "thb-per-usd"}, {"TWN", "twd-per-usd"},
    {"VEN", "ves-per-usd"}, {"ZAF", "zar-per-usd"},
};

static bool recognise(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    const bool known = page && armex_page_header(page, columns, 3) < page->n_rows;

    armex_page_close(page);
    return known;
}

static armex_status find_quantity(struct armex_quantity *out,
                                  const struct armex_entity *entity, const char *file,
                                  const struct armex_cell *name,
                                  struct armex_error *error)
{
    *out = (struct armex_quantity){.measure = ARMEX_EXCHANGE_RATE, .scope = "national"};
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        if (strcmp(currencies[i].entity, entity->code) == 0) {
            armex_unit_parse(&out->unit, currencies[i].unit,
                             strlen(currencies[i].unit));
            return ARMEX_OK;
        }
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, name),
                      "the table does not say in which currency the rate of %s is, and "
                      "it is none that the Federal Reserve publishes",
                      entity->name);
}

static armex_status take_row(struct armex_figures *figures, struct armex_party *party,
                             const struct armex_page *page, size_t header, size_t r,
                             struct armex_error *error)
{
    static const struct armex_cell none = {"", 0, 0, 0}, euro_area = {"EMU", 3, 0, 0};
    const struct armex_page_row *names = &page->rows[header], *row = &page->rows[r];
    const struct armex_cell when =
        armex_page_cell(row, armex_page_column(names, columns[0]));
    const struct armex_cell name =
        armex_page_cell(row, armex_page_column(names, columns[1]));
    const struct armex_cell rate =
        armex_page_cell(row, armex_page_column(names, columns[2]));
    const bool euro = armex_cell_says(&name, "Euro"); // a currency among the countries
    struct armex_slot slot = {0};
    struct armex_quantity quantity = {.scope = ""};
    armex_status status = armex_page_check_length(page, r, header, error);

    if (!status)
        status = armex_party_find(party, page->file, euro ? &euro_area : &none, &name,
                                  error);
    if (!status)
        status = find_quantity(&quantity, party->entity, page->file, &name, error);
    if (!status)
        status = armex_figures_quantity(&slot.quantity, figures, &quantity, error);
    if (!status)
        status = armex_long_year(&slot.year, page->file, &when, error);
    slot.entity = party->entity;
    return status ? status : armex_figures_take(figures, slot, &rate, error);
}

/* A rate that is a hundred times another in a year is that of another money: Venezuela
 * has struck fourteen zeros off its own, and the table mixes what came before and after
 * within a year. */
static armex_status mark_new_money(struct armex_panel *panel, struct armex_error *error)
{
    const double much = 100.0;
    armex_status status = ARMEX_OK;

    for (size_t s = 0; s < panel->n_series; s++)
        for (size_t y = 1; !status && y < panel->n_years; y++) {
            const int year = panel->first_year + (int)y;
            const double before = armex_panel_value(panel, s, year - 1),
                         after = armex_panel_value(panel, s, year);
            if (!(after > much * before || before > much * after))
                continue;
            panel->marks[armex_panel_at(panel, s, year)] |= ARMEX_UNIT_BREAK;
            status = armex_notes_add(&panel->notes, panel->arena, error,
                                     "%s struck zeros off its money in or about %d: "
                                     "its rates before and after do not compare",
                                     panel->series[s].name, year);
        }
    return status;
}

static armex_status publish(struct armex_vintage **out, struct armex_figures *figures,
                            const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            struct armex_error *error)
{
    static const struct armex_edition edition = {
        .dataset = "fed-exchange-rates",
        .title = "Foreign exchange rates (H.10, G.5A), yearly means",
        .description = "Units of a currency for one US dollar.",
        .publisher = "Federal Reserve",
        .url = "https://github.com/datasets/exchange-rates",
        .licence = "PDDL",
    };
    struct armex_panel *panel = NULL;
    armex_status status = armex_figures_panel(&panel, figures, error);

    if (!status)
        status = mark_new_money(panel, error);
    if (status) {
        armex_panel_free(panel);
        return status;
    }
    return armex_edition_publish(out, &edition, document, options, panel, error);
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_page *page = NULL;
    struct armex_figures *figures = NULL;
    struct armex_party party = {.names = document->names};
    size_t header = 0;
    armex_status status = armex_page_open(&page, document, error);

    *out = NULL;
    if (!status)
        header = armex_page_header(page, columns, 3);
    if (!status && header == page->n_rows)
        status = armex_fail(
            error, ARMEX_BAD_INPUT, (struct armex_place){document->path, 0, 0},
            "there is no header with the columns Date, Country, Exchange rate");
    if (!status)
        status = armex_figures_create(&figures, document, error);
    for (size_t r = header + 1; !status && r < page->n_rows; r++)
        status = armex_rejects_row(
            page->rejects, take_row(figures, &party, page, header, r, error), error);
    if (!status)
        status = publish(out, figures, document, options, error);
    armex_figures_free(figures);
    armex_page_close(page);
    return status;
}

const struct armex_source armex_source_macro_rates = {
    .name = "fed-exchange-rates",
    .credit = "yearly rates of the Federal Reserve: Date, Country, Exchange rate",
    .recognise = recognise,
    .read = read,
};
