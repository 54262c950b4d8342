/** ingest/sources/sdmx_structure.c: components by level, each with its values. */
#include "ingest/sources/sdmx_structure.h"

#include <string.h>

static enum armex_sdmx_part part_of(const char *id)
{
    size_t i = 0;

    while (i < ARMEX_SDMX_PARTS && strcmp(id, armex_sdmx_part_names[i]) != 0)
        i++;
    return (enum armex_sdmx_part)i;
}

/** A member that is a text or a number; NULL where there is none. */
static armex_status spell_member(const char **out, const struct armex_node *node,
                                 const char *name, struct armex_arena *arena,
                                 struct armex_error *error)
{
    const struct armex_node member = armex_node_member(node, name);

    *out = NULL;
    if (armex_node_is_null(&member) || armex_node_is_object(&member) ||
        armex_node_is_array(&member))
        return ARMEX_OK;
    return armex_node_spelling(out, &member, arena, error);
}

/** A value is known by its code, is itself, or has but a name. */
static armex_status spell_value(const char **out, const struct armex_node *value,
                                struct armex_arena *arena, struct armex_error *error)
{
    static const char *const members[] = {"id", "value", "name"};
    armex_status status = ARMEX_OK;

    *out = NULL;
    for (size_t i = 0; !status && !*out && i < sizeof members / sizeof *members; i++)
        status = spell_member(out, value, members[i], arena, error);
    if (!status && !*out)
        *out = "";
    return status;
}

static armex_status read_component(struct armex_sdmx_component *out,
                                   const struct armex_node *node,
                                   struct armex_arena *arena, struct armex_error *error)
{
    const struct armex_node id = armex_node_member(node, "id"),
                            values = armex_node_member(node, "values");
    armex_status status = armex_node_text(&out->id, &id, true, error);

    if (status)
        return status;
    out->part = part_of(out->id);
    out->n_values = armex_node_length(&values);
    if (out->n_values) {
        out->values = armex_arena_new(arena, out->n_values, sizeof *out->values);
        if (!out->values)
            return armex_fail_memory(error);
    }
    for (size_t i = 0; !status && i < out->n_values; i++) {
        const struct armex_node value = armex_node_item(&values, i);
        status = spell_value(&out->values[i], &value, arena, error);
    }
    if (!status)
        status = spell_member(&out->otherwise, node, "default", arena, error);
    if (!out->otherwise)
        out->otherwise = "";
    return status;
}

static armex_status read_components(struct armex_sdmx_components *out,
                                    const struct armex_node *list,
                                    struct armex_arena *arena,
                                    struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    out->n = armex_node_length(list);
    out->items = armex_arena_new(arena, out->n + 1, sizeof *out->items);
    if (!out->items)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && i < out->n; i++) {
        const struct armex_node node = armex_node_item(list, i);
        status = read_component(&out->items[i], &node, arena, error);
    }
    return status;
}

static armex_status read_levels(struct armex_sdmx_components *out,
                                const struct armex_node *node,
                                struct armex_arena *arena, struct armex_error *error)
{
    // the last is the draft's word for the first
    static const char *const names[] = {"dataSet", "series", "observation", "dataset"};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < sizeof names / sizeof *names; i++) {
        const struct armex_node list = armex_node_member(node, names[i]);
        if (list.value || i < ARMEX_SDMX_LEVELS)
            status = read_components(&out[i % ARMEX_SDMX_LEVELS], &list, arena, error);
    }
    return status;
}

/** Attributes of groups are not read; one that would change a figure is missed. */
static armex_status refuse_groups(const struct armex_node *attributes,
                                  struct armex_arena *arena, struct armex_error *error)
{
    const struct armex_node list = armex_node_member(attributes, "dimensionGroup");
    struct armex_sdmx_components groups = {NULL, 0};
    armex_status status = read_components(&groups, &list, arena, error);

    for (size_t i = 0; !status && i < groups.n; i++) {
        const struct armex_node node = armex_node_item(&list, i);
        if (groups.items[i].part < ARMEX_SDMX_PARTS)
            status = armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                                "%s is said of groups of dimensions, which is not "
                                "read; ask the service for SDMX-CSV",
                                groups.items[i].id);
    }
    return status;
}

/** "urn:sdmx:...Dataflow=ECB:EXR(1.0)" of the first link that has one; else the name.
 */
static armex_status read_flow(const char **out, const struct armex_node *node,
                              struct armex_arena *arena, struct armex_error *error)
{
    const struct armex_node links = armex_node_member(node, "links");
    const char *urn = NULL, *mark = NULL;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && !mark && i < armex_node_length(&links); i++) {
        const struct armex_node link = armex_node_item(&links, i);
        status = spell_member(&urn, &link, "urn", arena, error);
        mark = urn ? strchr(urn, '=') : NULL;
    }
    *out = mark ? mark + 1 : NULL;
    if (!status && !*out)
        status = spell_member(out, node, "id", arena, error);
    if (!status && !*out)
        status = spell_member(out, node, "name", arena, error);
    if (!*out)
        *out = "";
    return status;
}

static bool has_value(const struct armex_sdmx_components *measures)
{
    for (size_t i = 0; i < measures->n; i++)
        if (measures->items[i].part == ARMEX_SDMX_VALUE)
            return true;
    return false;
}

/** Before version 2.0 there is one measure, and nothing is said of it. */
static armex_status read_measures(struct armex_sdmx_components *out,
                                  const struct armex_node *node,
                                  struct armex_arena *arena, struct armex_error *error)
{
    const struct armex_node measures = armex_node_member(node, "measures"),
                            list = armex_node_member(&measures, "observation");
    armex_status status = read_components(out, &list, arena, error);

    if (!status && !out->n) // its place was made, for one more than there are
        out->items[out->n++] =
            (struct armex_sdmx_component){.id = "OBS_VALUE", .otherwise = ""};
    if (!status && out->n == 1)
        out->items[0].part = ARMEX_SDMX_VALUE;
    if (!status && !has_value(out))
        status = armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&list),
                            "none of these %zu measures is OBS_VALUE", out->n);
    return status;
}

armex_status armex_sdmx_structure_read(struct armex_sdmx_structure *out,
                                       const struct armex_node *node,
                                       struct armex_arena *arena,
                                       struct armex_error *error)
{
    const struct armex_node dimensions = armex_node_member(node, "dimensions"),
                            attributes = armex_node_member(node, "attributes");
    armex_status status = read_flow(&out->flow, node, arena, error);

    if (!status)
        status = read_levels(out->dimensions, &dimensions, arena, error);
    if (!status)
        status = read_levels(out->attributes, &attributes, arena, error);
    if (!status)
        status = refuse_groups(&attributes, arena, error);
    return status ? status : read_measures(&out->measures, node, arena, error);
}
