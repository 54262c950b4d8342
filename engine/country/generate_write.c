/** country/generate_write.c: the tables of entity_table.h as C. */
#include "country/generate.h"

#include <inttypes.h>
#include <string.h>

#include "country/entity_table.h"

static const char *const kind_constants[] = {
    "ARMEX_STATE",        "ARMEX_FORMER_STATE", "ARMEX_TERRITORY", "ARMEX_ARMED_GROUP",
    "ARMEX_ORGANISATION", "ARMEX_UNKNOWN",      "ARMEX_AGGREGATE"};

static const char *const spelling_constants[] = {
    "ARMEX_SPELT_ENGLISH", "ARMEX_SPELT_CODE", "ARMEX_SPELT_TRANSLATED"};

/* A string literal; whatever is not plain ASCII is written in octal. */
static void write_literal(struct armex_text *out, const char *text)
{
    armex_text_add(out, "\"");
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;
        if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\' || c == '?')
            armex_text_printf(out, "\\%03o", c);
        else
            armex_text_add_bytes(out, text, 1);
    }
    armex_text_add(out, "\"");
}

/* A list of texts as a compound literal, which at file scope lives for ever. */
static void write_list(struct armex_text *out, generate_list list)
{
    if (!*list) {
        armex_text_add(out, "nothing");
        return;
    }
    armex_text_add(out, "(const char *const[]){");
    for (; *list; list++) {
        write_literal(out, *list);
        armex_text_add(out, ", ");
    }
    armex_text_add(out, "NULL}");
}

static void write_entities(struct armex_text *out, const struct generate_world *world)
{
    armex_text_add(out, "static const char *const nothing[] = {NULL};\n\n"
                        "const struct armex_entity armex_entity_table[] = {\n");
    for (size_t i = 0; i < world->n_entities; i++) {
        const struct armex_entity *entity = &world->entities[i];
        armex_text_add(out, "    {");
        write_literal(out, entity->code);
        armex_text_add(out, ", ");
        write_literal(out, entity->name);
        armex_text_add(out, ", ");
        write_literal(out, entity->alpha2);
        armex_text_printf(out, ", %s, %d, %d, %d, ", kind_constants[entity->kind],
                          entity->m49, entity->first_year, entity->last_year);
        write_list(out, entity->predecessors);
        armex_text_add(out, ", ");
        write_list(out, entity->groups);
        armex_text_add(out, "},\n");
    }
    armex_text_printf(out, "};\nconst size_t armex_entity_table_size = %zu;\n\n",
                      world->n_entities);
}

static void write_keys(struct armex_text *out, const struct generate_world *world)
{
    armex_text_add(out, "const uint64_t armex_entity_keys[] = {\n");
    for (size_t i = 0; i < world->n_entities; i++)
        armex_text_printf(out, "    0x%016" PRIx64 ",\n",
                          armex_entity_key(world->entities[i].code));
    armex_text_add(out, "};\n\n");
}

static void write_groups(struct armex_text *out, const struct generate_world *world)
{
    armex_text_add(out, "const struct armex_group armex_group_table[] = {\n");
    for (size_t i = 0; i < world->n_groups; i++) {
        armex_text_add(out, "    {");
        write_literal(out, world->groups[i].code);
        armex_text_add(out, ", ");
        write_literal(out, world->groups[i].name);
        armex_text_add(out, "},\n");
    }
    armex_text_printf(out, "};\nconst size_t armex_group_table_size = %zu;\n\n",
                      world->n_groups);
}

static void write_texts(struct armex_text *out, const struct generate_names *names)
{
    for (size_t i = 0; i < names->n; i++) {
        armex_text_add(out, "    ");
        write_literal(out, names->items[i].text);
        armex_text_add(out, " \"\\0\"\n");
    }
}

/* `*offset` is where the texts of `names` begin, and then where they end. */
static void write_names(struct armex_text *out, const char *table, size_t *offset,
                        const struct generate_names *names)
{
    armex_text_printf(out, "\nconst struct armex_spelt %s[] = {\n", table);
    for (size_t i = 0; i < names->n; i++) {
        const struct generate_name *name = &names->items[i];
        armex_text_printf(out, "    {%zu, %zu, %s},\n", *offset, name->target,
                          spelling_constants[name->spelling]);
        *offset += strlen(name->text) + 1;
    }
    armex_text_printf(out, "};\nconst size_t %s_size = %zu;\n", table, names->n);
}

void generate_write(struct armex_text *out, const struct generate_world *world,
                    const struct generate_names *entity_names,
                    const struct generate_names *group_names)
{
    size_t offset = 0;

    armex_text_add(out,
                   "/* Written by generate_entities from field.csv and iso-codes. */\n"
                   "#include \"country/entity_table.h\"\n\n"
                   "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n");
    write_entities(out, world);
    write_keys(out, world);
    write_groups(out, world);
    armex_text_add(out, "const char armex_spelt_texts[] =\n");
    write_texts(out, entity_names);
    write_texts(out, group_names);
    armex_text_add(out, "    ;\n");
    write_names(out, "armex_entity_spelt", &offset, entity_names);
    write_names(out, "armex_group_spelt", &offset, group_names);
}
