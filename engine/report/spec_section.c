/** report/spec_section.c: the sections of a specification and the items in them. */
#include <string.h>

#include "base/number.h"
#include "chart/chart.h"
#include "report/spec_check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define AT(type, field) offsetof(struct type, field)
#define REQUIRED true

enum { MOST_NAMES = 64 };

static armex_status set_kind(struct armex_yaml *yaml, struct armex_yaml_value value,
                             struct armex_item *item, enum armex_item_kind kind)
{
    struct armex_label label;
    const armex_status status = armex_yaml_label(yaml, value, &label);

    if (status)
        return status;
    if (item->value)
        return armex_yaml_fail(yaml, value.place,
                               "an item is one of chart, table, changes, claim");
    item->kind = kind;
    item->value = label.text;
    return ARMEX_OK;
}

static armex_status read_chart(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *field)
{
    struct armex_item *item = field;
    const char *names[MOST_NAMES];
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);
    const armex_status status = set_kind(yaml, value, item, ARMEX_CHART);

    if (status)
        return status;
    const struct armex_chart_kind *kind = armex_chart_kind_find(item->value);
    if (kind) {
        item->query.analysis = kind->analysis;
        return ARMEX_OK;
    }
    n = n < MOST_NAMES ? n : MOST_NAMES;
    for (size_t i = 0; i < n; i++)
        names[i] = kinds[i].name;
    return armex_yaml_unknown(yaml, value.place, "there is no chart", item->value,
                              names, n);
}

static armex_status read_table(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *field)
{
    struct armex_item *item = field;
    const armex_status status = set_kind(yaml, value, item, ARMEX_TABLE);

    item->query.analysis = item->value;
    return status ? status : armex_spec_check_analysis(yaml, value.place, item->value);
}

static armex_status read_changes(struct armex_yaml *yaml, struct armex_yaml_value value,
                                 void *field)
{
    static const char *const words[] = {"revised", "all"};
    struct armex_item *item = field;
    const armex_status status = set_kind(yaml, value, item, ARMEX_CHANGES);

    if (!status && strcmp(item->value, words[0]) != 0 &&
        strcmp(item->value, words[1]) != 0)
        return armex_yaml_unknown(yaml, value.place, "there is no choice", item->value,
                                  words, COUNT(words));
    return status;
}

static armex_status read_claim(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *field)
{
    struct armex_item *item = field;
    const armex_status status = set_kind(yaml, value, item, ARMEX_CLAIM);
    return status ? status : armex_yaml_words(yaml, value, &item->quote);
}

static armex_status read_test(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    static const char *const words[] = {"equal", "at-most"};
    const char **test = field;
    const armex_status status = armex_yaml_text(yaml, value, test);

    if (!status && strcmp(*test, words[0]) != 0 && strcmp(*test, words[1]) != 0)
        return armex_yaml_unknown(yaml, value.place, "there is no test", *test, words,
                                  COUNT(words));
    return status;
}

static const struct armex_yaml_key part_keys[] = {
    {"label", armex_yaml_words, AT(armex_claim_part, label), REQUIRED},
    {"stated", armex_yaml_figure, AT(armex_claim_part, stated), REQUIRED},
    {"found", armex_yaml_figure, AT(armex_claim_part, found), REQUIRED},
    {"test", read_test, AT(armex_claim_part, test), false},
    {"words", armex_yaml_words, AT(armex_claim_part, words), false},
};

static armex_status read_part(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    struct armex_claim_part *part = field;
    part->test = "equal";
    return armex_yaml_map(yaml, value, part_keys, COUNT(part_keys), part, NULL);
}

static armex_status read_parts(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *field)
{
    struct armex_item *item = field;
    return armex_yaml_list(yaml, value, read_part, sizeof *item->parts,
                           (void **)&item->parts, &item->n_parts);
}

static armex_status read_base(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    struct armex_label label;
    const armex_status status = armex_yaml_label(yaml, value, &label);
    long year;

    if (status)
        return status;
    if (!armex_whole_parse(&year, label.text, strlen(label.text), 1, 9999))
        return armex_yaml_fail(yaml, label.place, "base: '%s' is not a year",
                               label.text);
    *(int *)field = (int)year;
    return ARMEX_OK;
}

static const struct armex_yaml_key item_keys[] = {
    {"chart", read_chart, 0, false},
    {"table", read_table, 0, false},
    {"changes", read_changes, 0, false},
    {"claim", read_claim, 0, false},
    {"id", armex_yaml_text, AT(armex_item, id), false},
    {"title", armex_yaml_words, AT(armex_item, title), false},
    {"note", armex_yaml_words, AT(armex_item, note), false},
    {"highlight", armex_yaml_text, AT(armex_item, highlight), false},
    {"base", read_base, AT(armex_item, base), false},
    {"when", armex_spec_read_conditions, AT(armex_item, when), false},
    {"columns", armex_yaml_labels, AT(armex_item, columns), false},
    {"where", armex_yaml_where, AT(armex_item, where), false},
    {"sort", armex_yaml_label, AT(armex_item, sort), false},
    {"parts", read_parts, 0, false},
    {"leaves-out", armex_yaml_words_list, AT(armex_item, leaves_out), false},
};

static armex_status read_item(struct armex_yaml *yaml, struct armex_yaml_value value,
                              void *field)
{
    struct armex_item *item = field;
    item->place = value.place;
    const armex_status status =
        armex_yaml_map(yaml, value, item_keys, COUNT(item_keys), item, &item->query);
    if (!status && !item->value)
        return armex_yaml_fail(yaml, item->place,
                               "an item is one of chart, table, changes, claim");
    return status;
}

static armex_status read_items(struct armex_yaml *yaml, struct armex_yaml_value value,
                               void *field)
{
    struct armex_section *section = field;
    return armex_yaml_list(yaml, value, read_item, sizeof *section->items,
                           (void **)&section->items, &section->n_items);
}

static const struct armex_yaml_key section_keys[] = {
    {"heading", armex_yaml_words, AT(armex_section, heading), REQUIRED},
    {"id", armex_yaml_text, AT(armex_section, id), false},
    {"words", armex_yaml_words_list, AT(armex_section, words), false},
    {"when", armex_spec_read_conditions, AT(armex_section, when), false},
    {"needs", armex_yaml_text, AT(armex_section, needs), false},
    {"items", read_items, 0, false},
};

static armex_status read_section(struct armex_yaml *yaml, struct armex_yaml_value value,
                                 void *field)
{
    struct armex_section *section = field;
    section->place = value.place;
    return armex_yaml_map(yaml, value, section_keys, COUNT(section_keys), section,
                          NULL);
}

armex_status armex_spec_read_sections(struct armex_yaml *yaml,
                                      struct armex_yaml_value value, void *spec)
{
    struct armex_spec *out = spec;
    return armex_yaml_list(yaml, value, read_section, sizeof *out->sections,
                           (void **)&out->sections, &out->n_sections);
}
