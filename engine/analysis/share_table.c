/** analysis/share_table.c: concentration as a table. */
#include <math.h>

#include "analysis/columns.h"
#include "analysis/row.h"
#include "analysis/share_parts.h"

enum {
    YEAR,
    HHI,
    CR4,
    EFFECTIVE_NUMBER,
    GINI,
    THEIL,
    HHI_NORMALISED,
    CR1,
    CR8,
    ENTROPY,
    ENTITIES,
    TOTAL,
    UNIT,
    CHANGE,
    STAYING,
    ENTERED,
    LEFT,
    COLUMNS
};

static const struct armex_column columns[COLUMNS] = {
    [YEAR] = {"year", "Year", "year", "of a window its last", ARMEX_COLUMN_YEAR, false},
    [HHI] = {"hhi", "HHI", "", "Herfindahl-Hirschman index, 0 to 1: sum of share^2",
             ARMEX_COLUMN_NUMBER, false},
    [CR4] = {"cr4", "CR4", "fraction", "share of the largest four",
             ARMEX_COLUMN_FRACTION, false},
    [EFFECTIVE_NUMBER] = {"effective_number", "Effective number", "",
                          "1/hhi: so many equal exporters would be as concentrated",
                          ARMEX_COLUMN_NUMBER, false},
    [GINI] = {"gini", "Gini", "", "0: all alike", ARMEX_COLUMN_NUMBER, false},
    [THEIL] = {"theil", "Theil", "", "Theil's T, in nats; 0: all alike",
               ARMEX_COLUMN_NUMBER, false},
    [HHI_NORMALISED] = {"hhi_normalised", "HHI, 0 to 1", "",
                        "0: all alike, 1: one has all", ARMEX_COLUMN_NUMBER, true},
    [CR1] = {"cr1", "CR1", "fraction", "share of the largest", ARMEX_COLUMN_FRACTION,
             false},
    [CR8] = {"cr8", "CR8", "fraction", "share of the largest eight",
             ARMEX_COLUMN_FRACTION, true},
    [ENTROPY] = {"entropy", "Entropy", "", "in nats: -sum of q ln q",
                 ARMEX_COLUMN_NUMBER, true},
    [ENTITIES] = {"entities", "Exporters", "", "with a figure", ARMEX_COLUMN_COUNT,
                  false},
    [TOTAL] = {"total", "Total", "", "that shares are of, in the unit of the row",
               ARMEX_COLUMN_AMOUNT, false},
    [UNIT] = ARMEX_UNIT_COLUMN("unit of the total"),
    [CHANGE] = {"change", "Change of HHI", "",
                "against the year or window before; sum of the next three",
                ARMEX_COLUMN_NUMBER, false},
    [STAYING] = {"staying", "Staying", "", "by those with a figure in both",
                 ARMEX_COLUMN_NUMBER, false},
    [ENTERED] = {"entered", "Entered", "", "by those with none before",
                 ARMEX_COLUMN_NUMBER, false},
    [LEFT] = {"left", "Left", "", "by those with none now", ARMEX_COLUMN_NUMBER, false},
};

enum {
    E_YEAR,
    E_ENTITY,
    E_NAME,
    E_VALUE,
    E_UNIT,
    E_SHARE,
    E_PREVIOUS_SHARE,
    E_HHI,
    E_CHANGE,
    E_STATUS,
    E_PREVIOUS_STATUS,
    E_COLUMNS
};

static const struct armex_column entity_columns[E_COLUMNS] = {
    [E_YEAR] = {"year", "Year", "year", "of a window its last", ARMEX_COLUMN_YEAR,
                false},
    [E_ENTITY] = ARMEX_ENTITY_COLUMN,
    [E_NAME] = ARMEX_NAME_COLUMN,
    [E_VALUE] = ARMEX_VALUE_COLUMN("figure or sum, in the unit of the row"),
    [E_UNIT] = ARMEX_UNIT_COLUMN("unit of the value"),
    [E_SHARE] = ARMEX_SHARE_COLUMN("of the total of the year"),
    [E_PREVIOUS_SHARE] = ARMEX_PREVIOUS_SHARE_COLUMN,
    [E_HHI] = {"hhi", "Part of HHI", "", "share^2", ARMEX_COLUMN_NUMBER, false},
    [E_CHANGE] = {"change", "Change", "",
                  "of its part, and so of the HHI; nothing counts as 0",
                  ARMEX_COLUMN_NUMBER, false},
    [E_STATUS] = {"status", "Status", "",
                  "of the figure, of a sum the softest: a zero is nil or "
                  "below_resolution",
                  ARMEX_COLUMN_TEXT, true},
    [E_PREVIOUS_STATUS] = {"previous_status", "Status before", "",
                           "of the figure of the year or window before",
                           ARMEX_COLUMN_TEXT, true},
};

armex_status armex_share_table(struct armex_share_run *run)
{
    const bool entities = run->options.entities;
    armex_status status =
        armex_table_create(&run->table, "share", entities ? entity_columns : columns,
                           entities ? E_COLUMNS : COLUMNS, run->error);
    if (status)
        return status;
    run->table->title =
        entities ? "Shares, and what they add to concentration" : "Concentration";
    return armex_notes_join(&run->table->notes, run->table->arena,
                            &run->rank.panel->notes, run->error);
}

/* Parts of the change of the index; NAN where there is nothing to compare with. */
struct parts {
    double staying, entered, left;
};

static struct parts parts_of(const struct armex_share_run *run)
{
    struct parts out = {0};

    if (isnan(run->total[ARMEX_NOW]) || isnan(run->total[ARMEX_BEFORE]))
        return (struct parts){NAN, NAN, NAN};
    for (size_t i = 0; i < run->rank.n; i++) {
        const struct armex_contender *contender = &run->rank.contenders[i];
        const double now = armex_share_of(run, contender, ARMEX_NOW);
        const double before = armex_share_of(run, contender, ARMEX_BEFORE);
        if (!isnan(now) && !isnan(before))
            out.staying += (now - before) * (now + before);
        else if (!isnan(now))
            out.entered += now * now;
        else if (!isnan(before))
            out.left -= before * before;
    }
    return out;
}

static struct armex_concentration describe(struct armex_share_run *run)
{
    size_t n = 0;

    for (size_t i = 0; i < run->rank.n; i++) {
        const struct armex_contender *contender = &run->rank.contenders[i];
        if (!contender->unranked && !isnan(contender->value[ARMEX_NOW]))
            run->values[n++] = contender->value[ARMEX_NOW];
    }
    run->most = n > run->most ? n : run->most;
    run->fewest = !run->fewest || n < run->fewest ? n : run->fewest;
    if (isnan(run->total[ARMEX_NOW]))
        return (struct armex_concentration){NAN, NAN, NAN, NAN, NAN,
                                            NAN, NAN, NAN, NAN, n};
    return armex_concentration(run->values, n, run->total[ARMEX_NOW]);
}

/* Of the first that has a figure: those compared have all the same. */
static struct armex_unit unit_of(const struct armex_rank_run *rank)
{
    size_t i = 0;
    while (i + 1 < rank->n && isnan(rank->contenders[i].value[ARMEX_NOW]))
        i++;
    return rank->contenders[i].series->unit;
}

armex_status armex_share_put(struct armex_share_run *run)
{
    const struct armex_concentration found = describe(run);
    const struct parts parts = parts_of(run);
    struct armex_row row = {.table = run->table, .error = run->error};
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, unit_of(&run->rank));
    armex_row_add(&row);
    armex_row_number(&row, YEAR, run->rank.options.year);
    armex_row_number(&row, HHI, found.hhi);
    armex_row_number(&row, CR4, found.cr4);
    armex_row_number(&row, EFFECTIVE_NUMBER, found.effective_number);
    armex_row_number(&row, GINI, found.gini);
    armex_row_number(&row, THEIL, found.theil);
    armex_row_number(&row, HHI_NORMALISED, found.normalised);
    armex_row_number(&row, CR1, found.cr1);
    armex_row_number(&row, CR8, found.cr8);
    armex_row_number(&row, ENTROPY, found.entropy);
    armex_row_number(&row, ENTITIES, (double)found.entities);
    armex_row_number(&row, TOTAL, run->total[ARMEX_NOW]);
    armex_row_text(&row, UNIT, unit);
    armex_row_number(&row, CHANGE, parts.staying + parts.entered + parts.left);
    armex_row_number(&row, STAYING, parts.staying);
    armex_row_number(&row, ENTERED, parts.entered);
    armex_row_number(&row, LEFT, parts.left);
    return row.status;
}

static void put_entity(struct armex_row *row, const struct armex_share_run *run,
                       const struct armex_contender *contender)
{
    const double now = armex_share_of(run, contender, ARMEX_NOW);
    const double before = armex_share_of(run, contender, ARMEX_BEFORE);
    const bool compared =
        !isnan(run->total[ARMEX_NOW]) && !isnan(run->total[ARMEX_BEFORE]);
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, contender->series->unit);
    armex_row_add(row);
    armex_row_number(row, E_YEAR, run->rank.options.year);
    armex_row_text(row, E_ENTITY, contender->series->entity);
    armex_row_text(row, E_NAME, contender->series->name);
    armex_row_number(row, E_VALUE, contender->value[ARMEX_NOW]);
    armex_row_text(row, E_UNIT, unit);
    armex_row_number(row, E_SHARE, now);
    armex_row_number(row, E_PREVIOUS_SHARE, before);
    armex_row_number(row, E_HHI, now * now);
    armex_row_number(row, E_CHANGE,
                     compared ? (isnan(now) ? 0.0 : now * now) -
                                    (isnan(before) ? 0.0 : before * before)
                              : NAN);
}

/* A zero may be none at all or too little to print: people see which. */
static void put_status(struct armex_row *row, const struct armex_share_run *run,
                       const struct armex_contender *contender, int moment)
{
    const struct armex_rank_run *rank = &run->rank;
    const int step = armex_rank_step(rank, contender->series);
    const int year = rank->options.year - (moment == ARMEX_NOW ? 0 : step);
    const size_t column = moment == ARMEX_NOW ? E_STATUS : E_PREVIOUS_STATUS;

    armex_row_text(
        row, column,
        armex_mark_name(armex_panel_mark(rank->windows, contender->s, year)));
    if (contender->value[moment] == 0.0) // NAN is not
        row->table->columns[column].machine = false;
}

armex_status armex_share_put_entities(struct armex_share_run *run)
{
    struct armex_row row = {.table = run->table, .error = run->error};

    describe(run); // counts the entities
    for (size_t i = 0; i < run->rank.n; i++) {
        const struct armex_contender *contender = &run->rank.contenders[i];
        if (!contender->unranked && (!isnan(contender->value[ARMEX_NOW]) ||
                                     !isnan(contender->value[ARMEX_BEFORE]))) {
            put_entity(&row, run, contender);
            put_status(&row, run, contender, ARMEX_NOW);
            put_status(&row, run, contender, ARMEX_BEFORE);
        }
    }
    return row.status;
}
