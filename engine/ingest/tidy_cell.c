/** ingest/tidy_cell.c: the words and numbers of the tidy layout. */
#include "ingest/tidy_cell.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "country/entity.h"
#include "ingest/written_year.h"

static armex_status fail(struct armex_error *error, struct armex_place place,
                         const struct armex_cell *cell, const char *what)
{
    return armex_fail(error, ARMEX_BAD_INPUT, place, "'%s' %s",
                      armex_cell_clip(cell).text, what);
}

static armex_status read_entity(struct armex_tidy_row *row,
                                const struct armex_cell *cell, struct armex_place place,
                                struct armex_error *error)
{
    const struct armex_cell here = {cell->text, cell->length, place.line, place.column};
    const struct armex_entity *entity = NULL;
    const armex_status status =
        armex_names_entity(&entity, row->names, place.file, &here, error);

    if (!status) {
        row->observation.series.entity = entity->code;
        row->observation.series.name = entity->name;
    }
    return status;
}

/* The name is for readers; one that belongs to somebody else shows a row gone wrong. */
static armex_status read_name(struct armex_tidy_row *row, const struct armex_cell *cell,
                              struct armex_place place, struct armex_error *error)
{
    const struct armex_entity *named =
        armex_names_find(row->names, cell->text, cell->length);
    const char *code = row->observation.series.entity;

    if (named && *code && strcmp(named->code, code) != 0)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "'%s' is %s, but the entity of this row is %s",
                          armex_cell_clip(cell).text, named->code, code);
    return ARMEX_OK;
}

static armex_status read_whole(long *out, const struct armex_cell *cell, long least,
                               long most, const char *what, struct armex_place place,
                               struct armex_error *error)
{
    if (armex_whole_parse(out, cell->text, cell->length, least, most))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, place, "'%s' is no %s from %ld to %ld",
                      armex_cell_clip(cell).text, what, least, most);
}

static armex_status read_year(struct armex_tidy_row *row, const struct armex_cell *cell,
                              struct armex_place place, struct armex_error *error)
{
    const struct armex_written_year said = armex_written_year(cell->text, cell->length);

    row->observation.year = (short)said.year;
    row->is_noted = said.noted;
    if (said.kind == ARMEX_FISCAL_YEAR) {
        row->fiscal = *cell;
        row->fiscal_place = place;
    } else if (said.kind != ARMEX_CALENDAR_YEAR) {
        return fail(error, place, cell, armex_year_words(said.kind));
    }
    return ARMEX_OK;
}

static armex_status read_years(struct armex_tidy_row *row,
                               const struct armex_cell *cell, struct armex_place place,
                               struct armex_error *error)
{
    long years = 1;
    const armex_status status =
        read_whole(&years, cell, 1, 100, "number of years", place, error);

    row->observation.series.period.years = (signed char)years;
    return status;
}

static armex_status read_first_month(struct armex_tidy_row *row,
                                     const struct armex_cell *cell,
                                     struct armex_place place,
                                     struct armex_error *error)
{
    long month = 1;
    const armex_status status = read_whole(&month, cell, 1, 12, "month", place, error);

    row->observation.series.period.first_month = (signed char)month;
    return status;
}

static armex_status read_flow(struct armex_tidy_row *row, const struct armex_cell *cell,
                              struct armex_place place, struct armex_error *error)
{
    if (armex_direction_parse(&row->observation.series.flow, cell->text, cell->length))
        return ARMEX_OK;
    return fail(error, place, cell, "is no flow; flows are exports and imports");
}

static armex_status read_measure(struct armex_tidy_row *row,
                                 const struct armex_cell *cell,
                                 struct armex_place place, struct armex_error *error)
{
    const struct armex_clip clip = armex_cell_clip(cell);
    const char *nearest;

    if (armex_measure_parse(&row->observation.series.measure, cell->text, cell->length))
        return ARMEX_OK;
    nearest = armex_nearest(clip.text, armex_measure_names(), ARMEX_MEASURES);
    if (nearest)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "no measure is called '%s'; did you mean %s?", clip.text,
                          nearest);
    return fail(error, place, cell,
                "is no measure; measures are deliveries-tiv, deliveries, orders, "
                "agreements, licences, authorisations, customs, price-index, "
                "exchange-rate");
}

static armex_status read_scope(struct armex_tidy_row *row,
                               const struct armex_cell *cell, struct armex_place place,
                               struct armex_error *error)
{
    const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    const size_t longest = 63;

    for (size_t i = 0; i < cell->length; i++)
        if (i >= longest || !memchr(letters, cell->text[i], sizeof letters - 1))
            return fail(error, place, cell,
                        "is no scope: one is lower-case letters, digits and hyphens");
    row->observation.series.scope =
        armex_intern_text(row->texts, cell->text, cell->length);
    return row->observation.series.scope ? ARMEX_OK : armex_fail_memory(error);
}

static armex_status read_unit(struct armex_tidy_row *row, const struct armex_cell *cell,
                              struct armex_place place, struct armex_error *error)
{
    if (armex_unit_parse(&row->observation.series.unit, cell->text, cell->length))
        return ARMEX_OK;
    return fail(
        error, place, cell,
        "is no unit; units are tiv, usd, usd-2020, usd-constant, percent, rank, "
        "count, index-2017, krw-per-usd");
}

static armex_status read_multiplier(struct armex_tidy_row *row,
                                    const struct armex_cell *cell,
                                    struct armex_place place, struct armex_error *error)
{
    if (armex_power_of_ten(&row->exponent, cell->text, cell->length))
        return ARMEX_OK;
    return fail(error, place, cell, "is no power of ten; write 1000000 for millions");
}

static armex_status read_status(struct armex_tidy_row *row,
                                const struct armex_cell *cell, struct armex_place place,
                                struct armex_error *error)
{
    row->status = *cell;
    row->status_place = place;
    row->has_status = true;
    if (armex_mark_parse(&row->observation.status, cell->text, cell->length))
        return ARMEX_OK;
    return fail(
        error, place, cell,
        "is no status; the usual ones are final, preliminary, estimate, target");
}

static armex_status read_value(struct armex_tidy_row *row,
                               const struct armex_cell *cell, struct armex_place place,
                               struct armex_error *error)
{
    (void)error; // read when the multiplier and the status are known
    row->value = *cell;
    row->value_place = place;
    return ARMEX_OK;
}

static armex_status read_flag(struct armex_tidy_row *row, const struct armex_cell *cell,
                              struct armex_place place, struct armex_error *error)
{
    enum armex_flag flag = ARMEX_UNFLAGGED;

    if (!armex_flag_parse(&flag, cell->text, cell->length))
        return fail(error, place, cell,
                    "is no flag; flags are doubtful, rounded, partial, superseded, "
                    "excluded, misprint, misdated");
    row->observation.flag = (uint8_t)flag;
    return ARMEX_OK;
}

static armex_status read_published(struct armex_tidy_row *row,
                                   const struct armex_cell *cell,
                                   struct armex_place place, struct armex_error *error)
{
    if (armex_date_parse(&row->observation.published, cell->text, cell->length))
        return ARMEX_OK;
    return fail(error, place, cell,
                "is no date; write 2024-03-11, or 2024-03 or 2024 if that is all that "
                "is known");
}

static armex_status keep(const char **out, struct armex_tidy_row *row,
                         const struct armex_cell *cell, struct armex_error *error)
{
    *out = armex_intern_text(row->texts, cell->text, cell->length);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

#define TEXT_READER(name, field)                                                       \
    static armex_status name(struct armex_tidy_row *row,                               \
                             const struct armex_cell *cell, struct armex_place place,  \
                             struct armex_error *error)                                \
    {                                                                                  \
        (void)place;                                                                   \
        return keep(&row->observation.field, row, cell, error);                        \
    }

TEXT_READER(read_publisher, citation.publisher)
TEXT_READER(read_title, citation.title)
TEXT_READER(read_url, citation.url)
TEXT_READER(read_note, note)

const struct armex_tidy_kind armex_tidy_kinds[ARMEX_TIDY_COLUMNS] = {
    {"entity", read_entity},
    {"name", read_name},
    {"year", read_year},
    {"years", read_years},
    {"first_month", read_first_month},
    {"flow", read_flow},
    {"measure", read_measure},
    {"scope", read_scope},
    {"unit", read_unit},
    {"multiplier", read_multiplier},
    {"status", read_status},
    {"value", read_value},
    {"flag", read_flag},
    {"published", read_published},
    {"publisher", read_publisher},
    {"title", read_title},
    {"url", read_url},
    {"note", read_note},
};
