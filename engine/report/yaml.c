/** report/yaml.c: maps and lists of YAML into structs, by tables of their keys. */
#include "report/yaml.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/offer.h"
#include "report/parameter.h"

armex_status armex_yaml_fail(struct armex_yaml *yaml, struct armex_place place,
                             const char *format, ...)
{
    char message[1024];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return armex_fail(yaml->error, ARMEX_BAD_SPEC, place, "%s", message);
}

armex_status armex_yaml_unknown(struct armex_yaml *yaml, struct armex_place place,
                                const char *phrase, const char *word,
                                const char *const *words, size_t n)
{
    return armex_fail_word_at(yaml->error, ARMEX_BAD_SPEC, place, phrase, word, words,
                              n);
}

/* libfyaml counts columns in characters; places count bytes. */
static struct armex_place place_of(const struct armex_yaml *yaml,
                                   const struct fy_mark *mark)
{
    size_t column = 1;
    while (column <= mark->input_pos && yaml->bytes[mark->input_pos - column] != '\n')
        column++;
    return (struct armex_place){yaml->file, (size_t)mark->line + 1, column};
}

/* Where a node begins: a map at its first key. */
static struct fy_token *first_token(struct fy_node *node)
{
    void *state = NULL;
    if (node && fy_node_get_type(node) == FYNT_MAPPING) {
        struct fy_node_pair *pair = fy_node_mapping_iterate(node, &state);
        node = pair ? fy_node_pair_key(pair) : NULL;
    }
    return node ? fy_node_get_scalar_token(node) : NULL;
}

static struct armex_yaml_value value_of(const struct armex_yaml *yaml,
                                        struct fy_node *node,
                                        struct armex_place otherwise)
{
    struct fy_token *token = first_token(node);
    const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;
    return (struct armex_yaml_value){node, mark ? place_of(yaml, mark) : otherwise};
}

/* What libfyaml could not read, in its words. */
static armex_status fail_parse(struct armex_yaml *yaml, struct fy_diag *diag)
{
    void *state = NULL;
    const struct fy_diag_error *first = fy_diag_errors_iterate(diag, &state);
    struct armex_place place = {yaml->file, 0, 0};

    if (!first)
        return armex_yaml_fail(yaml, place, "is not YAML");
    if (first->line > 0)
        place = (struct armex_place){yaml->file, (size_t)first->line,
                                     first->column > 0 ? (size_t)first->column : 1};
    return armex_yaml_fail(yaml, place, "is not YAML: %s", first->msg);
}

armex_status armex_yaml_open(struct armex_yaml *yaml, size_t length)
{
    struct fy_diag_cfg quiet;
    fy_diag_cfg_default(&quiet);
    quiet.fp = NULL;
    struct fy_diag *diag = fy_diag_create(&quiet);

    if (!diag)
        return armex_fail_memory(yaml->error);
    fy_diag_set_collect_errors(diag, true);
    const struct fy_parse_cfg how = {.flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG,
                                     .diag = diag};
    armex_status status = ARMEX_OK;

    yaml->document = fy_document_build_from_string(&how, yaml->bytes, length);
    if (!yaml->document)
        status = fail_parse(yaml, diag);
    fy_diag_destroy(diag);
    return status;
}

void armex_yaml_close(struct armex_yaml *yaml)
{
    fy_document_destroy(yaml->document);
}

struct armex_yaml_value armex_yaml_root(struct armex_yaml *yaml)
{
    return value_of(yaml, fy_document_root(yaml->document),
                    (struct armex_place){yaml->file, 1, 1});
}

bool armex_yaml_is_map(struct armex_yaml_value value)
{
    return value.node && fy_node_get_type(value.node) == FYNT_MAPPING;
}

/* Aliases and tags, which could mean what does not stand there. */
static bool is_plain(struct fy_node *node)
{
    return node && !fy_node_is_alias(node) && !fy_node_get_tag_token(node);
}

bool armex_yaml_next(struct armex_yaml *yaml, struct armex_yaml_value map, void **state,
                     const char **key, struct armex_yaml_value *value)
{
    struct fy_node_pair *pair = fy_node_mapping_iterate(map.node, state);
    size_t length = 0;

    if (!pair)
        return false;
    struct fy_node *name = fy_node_pair_key(pair);
    const char *text = is_plain(name) ? fy_node_get_scalar(name, &length) : NULL;
    *key = armex_arena_copy(yaml->arena, text ? text : "", text ? length : 0);
    const struct armex_place place = value_of(yaml, name, map.place).place;
    *value = (struct armex_yaml_value){fy_node_pair_value(pair), place};
    return true;
}

/* `may_be_empty`: "" in quotes is a text; nothing at all is not. */
static armex_status read_text(struct armex_yaml *yaml, struct armex_yaml_value value,
                              bool may_be_empty, const char **field)
{
    size_t length = 0;
    const struct armex_place place = value_of(yaml, value.node, value.place).place;
    const bool scalar =
        is_plain(value.node) && fy_node_get_type(value.node) == FYNT_SCALAR;
    const char *text = scalar ? fy_node_get_scalar(value.node, &length) : NULL;

    while (length && (text[length - 1] == '\n' || text[length - 1] == ' '))
        length--; // a block of text ends with a line break that nobody means
    if (!text || (!length && !may_be_empty))
        return armex_yaml_fail(yaml, place, "a text is needed here");
    if (!armex_utf8_valid(text, length))
        return armex_yaml_fail(yaml, place, "the text is not UTF-8 without NUL");
    const char *copy = armex_arena_copy(yaml->arena, text, length);
    if (!copy)
        return armex_fail_memory(yaml->error);
    *field = copy;
    const armex_status status = armex_parameters_fill(yaml, place, field);
    return status || **field || may_be_empty
               ? status
               : armex_yaml_fail(yaml, place, "a text is needed here");
}

armex_status armex_yaml_text(struct armex_yaml *yaml, struct armex_yaml_value value,
                             void *field)
{
    return read_text(yaml, value, false, field);
}

armex_status armex_yaml_text_or_none(struct armex_yaml *yaml,
                                     struct armex_yaml_value value, void *field)
{
    return read_text(yaml, value, true, field);
}

armex_status armex_yaml_label(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    struct armex_label *label = field;
    label->place = value_of(yaml, value.node, value.place).place;
    return armex_yaml_text(yaml, value, &label->text);
}

armex_status armex_yaml_figure(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *field)
{
    struct armex_report_figure_name *name = field;
    return armex_yaml_label(yaml, value, &name->name);
}

armex_status armex_yaml_words(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    struct armex_report_words *words = field;
    words->place = value_of(yaml, value.node, value.place).place;
    return armex_yaml_text(yaml, value, &words->text);
}

armex_status armex_yaml_list(struct armex_yaml *yaml, struct armex_yaml_value value,
                             armex_yaml_read *read, size_t size, void **items,
                             size_t *n)
{
    const bool many =
        is_plain(value.node) && fy_node_get_type(value.node) == FYNT_SEQUENCE;
    const int count = many ? fy_node_sequence_item_count(value.node) : 1;
    void *state = NULL;
    armex_status status = ARMEX_OK;

    *n = count > 0 ? (size_t)count : 0;
    if (!*n)
        return armex_yaml_fail(yaml, value.place, "the list is empty");
    char *array = armex_arena_new(yaml->arena, *n, size);
    if (!array)
        return armex_fail_memory(yaml->error);
    for (size_t i = 0; !status && i < *n; i++) {
        struct fy_node *node =
            many ? fy_node_sequence_iterate(value.node, &state) : value.node;
        status = read(yaml, value_of(yaml, node, value.place), array + i * size);
    }
    *items = array;
    return status;
}

armex_status armex_yaml_words_list(struct armex_yaml *yaml,
                                   struct armex_yaml_value value, void *field)
{
    struct armex_report_words_list *list = field;
    return armex_yaml_list(yaml, value, armex_yaml_words, sizeof *list->items,
                           (void **)&list->items, &list->n);
}

armex_status armex_yaml_labels(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *field)
{
    struct armex_labels *list = field;
    return armex_yaml_list(yaml, value, armex_yaml_label, sizeof *list->items,
                           (void **)&list->items, &list->n);
}

armex_status armex_yaml_where(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    struct armex_where_list *list = field;
    struct armex_yaml_value next;
    void *state = NULL;
    armex_status status = ARMEX_OK;

    if (!armex_yaml_is_map(value))
        return armex_yaml_fail(yaml, value.place,
                               "where needs columns with texts, such as entity: KOR");
    list->items =
        armex_arena_new(yaml->arena, (size_t)fy_node_mapping_item_count(value.node),
                        sizeof *list->items);
    if (!list->items)
        return armex_fail_memory(yaml->error);
    const char *column;
    while (!status && armex_yaml_next(yaml, value, &state, &column, &next)) {
        struct armex_where *where = &list->items[list->n++];
        where->column = column;
        where->place = next.place;
        status = column ? read_text(yaml, next, true, &where->text)
                        : armex_fail_memory(yaml->error);
    }
    return status;
}
