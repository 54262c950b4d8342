/** cli/command_entities.c: what a name resolves to. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/rows.h"
#include "country/entity.h"

enum { CODE, NAME, KIND, ALPHA2, M49, FROM, TO, PREDECESSORS, GROUPS, N_COLUMNS };

static const struct armex_column columns[N_COLUMNS] = {
    [CODE] = {"entity", "Code", "", "ISO 3166-1 alpha-3, or the code in use here",
              ARMEX_COLUMN_TEXT, false},
    [NAME] = {"name", "Name", "", "Short English name", ARMEX_COLUMN_TEXT, false},
    [KIND] = {"kind", "Kind", "", "State, former state, armed group, ...",
              ARMEX_COLUMN_TEXT, false},
    [ALPHA2] = {"alpha2", "Alpha-2", "", "ISO 3166-1 alpha-2", ARMEX_COLUMN_TEXT, true},
    [M49] = {"m49", "M49", "", "Code of the UN Statistics Division", ARMEX_COLUMN_YEAR,
             true},
    [FROM] = {"from", "From", "year", "First year of existence since 1945",
              ARMEX_COLUMN_YEAR, false},
    [TO] = {"to", "To", "year", "Last year of existence; empty: exists",
            ARMEX_COLUMN_YEAR, false},
    [PREDECESSORS] = {"predecessors", "Predecessors", "",
                      "Codes of the states it continues", ARMEX_COLUMN_TEXT, false},
    [GROUPS] = {"groups", "Groups", "", "Groups it belongs to today", ARMEX_COLUMN_TEXT,
                false}};

/** "SUHH, YUCS". NULL: no memory. */
static const char *join(const char *const *words, struct armex_arena *arena)
{
    const char *list = "";

    for (size_t i = 0; list && words && words[i]; i++)
        list = armex_arena_printf(arena, "%s%s%s", list, i ? ", " : "", words[i]);
    return list;
}

static armex_status add_entity(struct armex_table *table,
                               const struct armex_entity *entity,
                               struct armex_error *error)
{
    const union armex_cell row[N_COLUMNS] = {
        [CODE].text = entity->code,
        [NAME].text = entity->name,
        [KIND].text = armex_entity_kind_name(entity->kind),
        [ALPHA2].text = entity->alpha2,
        [M49].number = armex_year_cell(entity->m49),
        [FROM].number = armex_year_cell(entity->first_year),
        [TO].number = armex_year_cell(entity->last_year),
        [PREDECESSORS].text = join(entity->predecessors, table->arena),
        [GROUPS].text = join(entity->groups, table->arena),
    };
    if (!row[PREDECESSORS].text || !row[GROUPS].text)
        return armex_fail_memory(error);
    return armex_table_row(table, row, error);
}

/** All names as one list, so that none is answered twice. NULL: no memory. */
static const char *names_of(const struct armex_session *session)
{
    const struct armex_operands *names = &session->operands;
    const char *list = names->n ? names->items[0] : "all";

    for (size_t i = 1; list && i < names->n; i++)
        list = armex_arena_printf(session->arena, "%s,%s", list, names->items[i]);
    return list;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const char *list = names_of(session);
    const struct armex_entity **entities = NULL;
    struct armex_table *table = NULL;
    size_t n = 0;
    armex_status status =
        armex_table_create(&table, "entities", columns, N_COLUMNS, error);

    (void)own;
    if (!status)
        status = list ? armex_entities_named(&entities, &n, list, error)
                      : armex_fail_memory(error);
    for (size_t i = 0; !status && i < n; i++)
        status = add_entity(table, entities[i], error);
    if (!status)
        status = armex_session_table(session, table, error);
    free(entities);
    armex_table_free(table);
    return status;
}

const struct armex_command armex_command_entities = {
    .name = "entities",
    .summary = "what a name resolves to: code, dates, predecessors, groups",
    .operands = "[NAME]...",
    .most = SIZE_MAX,
    .description =
        "A name may be a code, a name in any common spelling or language, or a "
        "group such as eu, nato or g7; without one, all entities are listed. "
        "A name is never guessed: a misspelt one is answered with the nearest.",
    .examples = {{"armex entities 'Republic of Korea' Türkiye 'Soviet Union'",
                  "three names, and who continues whom"},
                 {"armex entities nato -f csv", "the members of a group, as csv"}},
    .run = run};
