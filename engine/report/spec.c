/** report/spec.c: the keys of a specification, and what each is read into. */
#include "report/spec.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "report/parameter.h"
#include "report/spec_check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define REQUIRED true
#define LIST(yaml, value, read, owner, items, n)                                       \
    armex_yaml_list(yaml, value, read, sizeof *(owner)->items,                         \
                    (void **)&(owner)->items, &(owner)->n)

enum { LARGEST_SPEC = 1 << 20 };

static armex_status read_choice(struct armex_yaml *yaml, struct armex_yaml_value value,
                                const char *const *words, size_t n, size_t *out)
{
    struct armex_label label;
    const armex_status status = armex_yaml_label(yaml, value, &label);

    if (status)
        return status;
    *out = armex_word_index(words, n, label.text, strlen(label.text));
    return *out < n ? ARMEX_OK
                    : armex_yaml_unknown(yaml, label.place, "there is no choice",
                                         label.text, words, n);
}

static armex_status read_two(struct armex_yaml *yaml, struct armex_yaml_value value,
                             struct armex_report_figure_spec *figure,
                             enum armex_report_figure_kind kind)
{
    struct armex_report_figure_name *names = NULL;
    size_t n = 0;
    const armex_status status = armex_yaml_list(yaml, value, armex_yaml_figure,
                                                sizeof *names, (void **)&names, &n);
    if (status)
        return status;
    if (n != 2)
        return armex_yaml_fail(yaml, value.place, "two figures are needed, as in [%s]",
                               "first, second");
    figure->kind = kind;
    memcpy(figure->of, names, sizeof figure->of);
    return ARMEX_OK;
}

/* These three stand for the whole figure, so the field is the figure itself. */
static armex_status read_ratio(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *figure)
{
    return read_two(yaml, value, figure, ARMEX_REPORT_FIGURE_RATIO);
}

static armex_status read_change(struct armex_yaml *yaml, struct armex_yaml_value value,
                                void *figure)
{
    return read_two(yaml, value, figure, ARMEX_REPORT_FIGURE_CHANGE);
}

static armex_status read_difference(struct armex_yaml *yaml,
                                    struct armex_yaml_value value, void *figure)
{
    return read_two(yaml, value, figure, ARMEX_REPORT_FIGURE_DIFFERENCE);
}

static armex_status read_pick(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    static const char *const words[] = {"only", "first", "last", "largest", "smallest"};
    size_t pick;
    const armex_status status = read_choice(yaml, value, words, COUNT(words), &pick);

    if (!status)
        *(enum armex_pick *)field = (enum armex_pick)pick;
    return status;
}

#define AT(type, field) offsetof(struct type, field)

static const struct armex_yaml_key figure_keys[] = {
    {"column", armex_yaml_text, AT(armex_report_figure_spec, column), false},
    {"where", armex_yaml_where, AT(armex_report_figure_spec, where), false},
    {"pick", read_pick, AT(armex_report_figure_spec, pick), false},
    {"by", armex_yaml_text, AT(armex_report_figure_spec, by), false},
    {"known", armex_yaml_text, AT(armex_report_figure_spec, known), false},
    {"year-of", armex_yaml_figure, AT(armex_report_figure_spec, year_of), false},
    {"analysis", armex_yaml_text, AT(armex_report_figure_spec, query.analysis), false},
    {"ratio", read_ratio, 0, false},
    {"change", read_change, 0, false},
    {"difference", read_difference, 0, false},
};

static armex_status read_figures(struct armex_yaml *yaml, struct armex_yaml_value value,
                                 void *field)
{
    struct armex_spec *spec = field;
    struct armex_yaml_value next;
    void *state = NULL;
    const char *name;
    armex_status status = ARMEX_OK;

    if (!armex_yaml_is_map(value))
        return armex_yaml_fail(yaml, value.place, "names with figures are needed here");
    spec->figures =
        armex_arena_new(yaml->arena, (size_t)fy_node_mapping_item_count(value.node),
                        sizeof *spec->figures);
    if (!spec->figures)
        return armex_fail_memory(yaml->error);
    while (!status && armex_yaml_next(yaml, value, &state, &name, &next)) {
        struct armex_report_figure_spec *figure = &spec->figures[spec->n_figures++];
        if (!name)
            return armex_fail_memory(yaml->error);
        figure->name = name;
        figure->place = next.place;
        status = armex_yaml_map(yaml, next, figure_keys, COUNT(figure_keys), figure,
                                &figure->query);
    }
    return status;
}

static armex_status read_condition(struct armex_yaml *yaml,
                                   struct armex_yaml_value value, void *field)
{
    static const char *const signs[] = {"<", "<=", ">", ">=", "=", "!="};
    struct armex_condition *condition = field;
    struct armex_label label;
    char *save = NULL;
    const armex_status status = armex_yaml_label(yaml, value, &label);

    if (status)
        return status;
    char *copy = armex_arena_text(yaml->arena, label.text);
    if (!copy)
        return armex_fail_memory(yaml->error);
    const char *left = strtok_r(copy, " ", &save), *sign = strtok_r(NULL, " ", &save);
    const char *right = strtok_r(NULL, " ", &save);
    if (!left || !sign || !right || strtok_r(NULL, " ", &save) ||
        armex_word_index(signs, COUNT(signs), sign, strlen(sign)) == COUNT(signs))
        return armex_yaml_fail(yaml, label.place,
                               "'%s' is not a condition; write NAME > NAME or NAME "
                               "<= 10, with one of < <= > >= = !=",
                               label.text);
    *condition = (struct armex_condition){
        {{left, label.place}, 0}, {{right, label.place}, 0}, 0.0, sign};
    if (armex_number_parse(&condition->number, right, strlen(right), 0))
        condition->right.name.text = NULL;
    return ARMEX_OK;
}

armex_status armex_spec_read_conditions(struct armex_yaml *yaml,
                                        struct armex_yaml_value value, void *field)
{
    struct armex_conditions *list = field;
    return LIST(yaml, value, read_condition, list, items, n);
}

static const struct armex_yaml_key finding_keys[] = {
    {"figure", armex_yaml_figure, AT(armex_finding, figure), REQUIRED},
    {"words", armex_yaml_words, AT(armex_finding, words), REQUIRED},
    {"label", armex_yaml_words, AT(armex_finding, label), false},
    {"when", armex_spec_read_conditions, AT(armex_finding, when), false},
    {"see", armex_yaml_labels, AT(armex_finding, see), false},
};

static armex_status read_finding(struct armex_yaml *yaml, struct armex_yaml_value value,
                                 void *field)
{
    struct armex_finding *finding = field;
    finding->place = value.place;
    return armex_yaml_map(yaml, value, finding_keys, COUNT(finding_keys), finding,
                          NULL);
}

static armex_status read_findings(struct armex_yaml *yaml,
                                  struct armex_yaml_value value, void *field)
{
    struct armex_spec *spec = field;
    return LIST(yaml, value, read_finding, spec, findings, n_findings);
}

static const struct armex_yaml_key fact_keys[] = {
    {"label", armex_yaml_words, AT(armex_fact, label), REQUIRED},
    {"words", armex_yaml_words, AT(armex_fact, words), REQUIRED},
};

static armex_status read_fact(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    return armex_yaml_map(yaml, value, fact_keys, COUNT(fact_keys), field, NULL);
}

static armex_status read_facts(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *field)
{
    struct armex_spec *spec = field;
    return LIST(yaml, value, read_fact, spec, facts, n_facts);
}

static const struct armex_yaml_key spec_keys[] = {
    {"title", armex_yaml_words, AT(armex_spec, title), REQUIRED},
    {"standfirst", armex_yaml_words_list, AT(armex_spec, standfirst), false},
    {"kicker", armex_yaml_words, AT(armex_spec, kicker), false},
    {"parameters", armex_parameters_skip, 0, false},
    {"language", armex_yaml_text, AT(armex_spec, language), false},
    {"as-of", armex_yaml_text, AT(armex_spec, as_of), false},
    {"formats", armex_yaml_labels, AT(armex_spec, formats), false},
    {"chart-files", armex_yaml_labels, AT(armex_spec, chart_files), false},
    {"png-scale", armex_yaml_label, AT(armex_spec, png_scale), false},
    {"facts", read_facts, 0, false},
    {"figures", read_figures, 0, false},
    {"findings", read_findings, 0, false},
    {"sections", armex_spec_read_sections, 0, REQUIRED},
};

/* What was chosen, for the manifest. */
static armex_status keep_settings(struct armex_spec *spec,
                                  const struct armex_yaml *yaml)
{
    spec->settings =
        armex_arena_new(spec->arena, yaml->n_parameters, sizeof *spec->settings);
    if (!spec->settings)
        return armex_fail_memory(yaml->error);
    for (size_t i = 0; i < yaml->n_parameters; i++)
        spec->settings[spec->n_settings++] = (struct armex_setting){
            yaml->parameters[i].name,
            armex_arena_text(spec->arena, yaml->parameters[i].value)};
    return ARMEX_OK;
}

static armex_status read_document(struct armex_spec *spec, const char *bytes,
                                  size_t length, const struct armex_settings *settings,
                                  struct armex_error *error)
{
    struct armex_yaml yaml = {
        .file = spec->file, .bytes = bytes, .arena = spec->arena, .error = error};
    armex_status status = armex_yaml_open(&yaml, length);

    if (!status)
        status = armex_parameters_read(&yaml, settings);
    if (!status)
        status = keep_settings(spec, &yaml);
    if (!status)
        status = armex_yaml_map(&yaml, armex_yaml_root(&yaml), spec_keys,
                                COUNT(spec_keys), spec, NULL);
    if (!status)
        status = armex_spec_check(spec, &yaml);
    armex_yaml_close(&yaml);
    return status;
}

armex_status armex_spec_read(struct armex_spec **out, const char *path,
                             struct armex_error *error)
{
    return armex_spec_read_with(out, path, NULL, error);
}

armex_status armex_spec_read_with(struct armex_spec **out, const char *path,
                                  const struct armex_settings *settings,
                                  struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_spec *spec = arena ? armex_arena_new(arena, 1, sizeof *spec) : NULL;
    char *bytes = NULL;
    size_t length = 0;

    *out = NULL;
    if (!spec || !(spec->file = armex_arena_text(arena, path))) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    spec->arena = arena;
    const char *slash = strrchr(spec->file, '/');
    spec->name = slash ? slash + 1 : spec->file;
    armex_status status = armex_file_read(&bytes, &length, path, LARGEST_SPEC, error);
    if (status == ARMEX_BAD_INPUT) // too large, or a folder
        status = error ? (error->status = ARMEX_BAD_SPEC) : ARMEX_BAD_SPEC;
    if (!status) {
        armex_sha256(spec->sha256, bytes, length);
        status = read_document(spec, bytes, length, settings, error);
    }
    free(bytes);
    if (status)
        armex_spec_free(spec);
    else
        *out = spec;
    return status;
}

void armex_spec_free(struct armex_spec *spec)
{
    if (spec)
        armex_arena_free(spec->arena);
}
