/** cli/option.c: reads options as GNU programs do, from a table. */
#include "cli/option.h"

#include <string.h>

#include "base/offer.h"
#include "cli/option_elsewhere.h"

/** How far the reading has come. */
struct reading {
    const struct armex_option_group *groups;
    size_t n_groups;
    const char *const *words;
    size_t n, at;
    struct armex_arena *arena;
    struct armex_error *error;
};

struct found {
    const struct armex_option_group *group;
    const struct armex_option *option;
};

/** The field of an option; every one is a `const char *`. */
static const char **field_of(const struct found *found)
{
    void *field = (char *)found->group->values + found->option->offset;
    return field;
}

const char *armex_option_value(const struct armex_option_group *group,
                               const struct armex_option *option)
{
    return group->values ? *field_of(&(struct found){group, option}) : NULL;
}

const char **armex_option_choices(size_t *n, const char *choices,
                                  struct armex_arena *arena)
{
    const char **parts;
    size_t most = 1;

    for (const char *c = choices; *c; c++)
        most += *c == '|';
    parts = armex_arena_new(arena, most, sizeof *parts);
    *n = 0;
    for (const char *c = choices; parts && *n < most; c++) {
        const size_t length = strcspn(c, "|");
        parts[*n] = armex_arena_copy(arena, c, length);
        if (!parts[(*n)++])
            return NULL;
        c += length;
    }
    return parts;
}

static bool find_option(struct found *found, const struct reading *reading,
                        const char *name, size_t length, char letter)
{
    for (size_t g = 0; g < reading->n_groups; g++)
        for (const struct armex_option *option = reading->groups[g].options;
             option->name; option++)
            if (letter ? option->letter == letter
                       : strlen(option->name) == length &&
                             !memcmp(option->name, name, length)) {
                *found = (struct found){&reading->groups[g], option};
                return true;
            }
    return false;
}

/** The names that are like the one typed, dashes before them. */
static armex_status add_meant(struct armex_text *out, const struct reading *reading,
                              const char *typed)
{
    const char **names;
    size_t n = 0;

    for (size_t g = 0; g < reading->n_groups; g++)
        for (const struct armex_option *o = reading->groups[g].options; o->name; o++)
            n++;
    names = armex_arena_new(reading->arena, n, sizeof *names);
    if (!names)
        return armex_fail_memory(reading->error);
    n = 0;
    for (size_t g = 0; g < reading->n_groups; g++)
        for (const struct armex_option *o = reading->groups[g].options; o->name; o++)
            if (!(names[n++] = armex_arena_printf(reading->arena, "--%s", o->name)))
                return armex_fail_memory(reading->error);
    armex_did_you_mean(out, typed, names, n);
    return ARMEX_OK;
}

static armex_status fail_unknown(const struct reading *reading, const char *word,
                                 size_t length)
{
    const char *typed = armex_arena_copy(reading->arena, word, length);
    struct armex_text meant = {0};
    armex_status status;

    if (!typed)
        return armex_fail_memory(reading->error);
    const bool elsewhere =
        !strncmp(typed, "--", 2) && armex_option_elsewhere(&meant, typed + 2);
    status = elsewhere ? ARMEX_OK : add_meant(&meant, reading, typed);
    if (!status && meant.failed)
        status = armex_fail_memory(reading->error);
    if (!status)
        status =
            armex_fail(reading->error, ARMEX_USAGE, ARMEX_NOWHERE,
                       "there is no option '%s'%s%s%s", typed, elsewhere ? " here" : "",
                       meant.length ? "; " : "", meant.length ? meant.data : "");
    armex_text_free(&meant);
    return status;
}

static armex_status check_choice(const struct reading *reading,
                                 const struct armex_option *option, const char *value)
{
    size_t n;
    const char **choices = armex_option_choices(&n, option->choices, reading->arena);
    const char *phrase =
        armex_arena_printf(reading->arena, "--%s: there is no", option->name);

    if (!choices || !phrase)
        return armex_fail_memory(reading->error);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(choices[i], value))
            return ARMEX_OK;
    return armex_fail_word(reading->error, ARMEX_USAGE, phrase, value, choices, n);
}

/** Whether values given one after another add up: of several datasets too, so that
 *  none that was named is passed over in silence. */
static bool grows(const char *value)
{
    return !strcmp(value, "LIST") || !strcmp(value, "ID[@VINTAGE]");
}

static armex_status give(const struct reading *reading, const struct found *found,
                         const char *value)
{
    const char **field = field_of(found);
    const struct armex_option *option = found->option;

    if (option->choices && option->value) {
        const armex_status status = check_choice(reading, option, value);
        if (status)
            return status;
    }
    if (*field && option->value && grows(option->value))
        value = armex_arena_printf(reading->arena, "%s,%s", *field, value);
    if (!value)
        return armex_fail_memory(reading->error);
    *field = value;
    return ARMEX_OK;
}

/** The next word as the value of an option. */
static armex_status give_next(struct reading *reading, const struct found *found)
{
    if (reading->at == reading->n)
        return armex_fail(reading->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "option '--%s' needs a value: --%s %s", found->option->name,
                          found->option->name, found->option->value);
    return give(reading, found, reading->words[reading->at++]);
}

static armex_status read_long(struct reading *reading, const char *word)
{
    const char *name = word + 2;
    const size_t length = strcspn(name, "=");
    struct found found;

    if (!find_option(&found, reading, name, length, 0))
        return fail_unknown(reading, word, length + 2);
    if (name[length] && !found.option->value)
        return armex_fail(reading->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "option '--%s' takes no value", found.option->name);
    if (name[length])
        return give(reading, &found, name + length + 1);
    return found.option->value ? give_next(reading, &found)
                               : give(reading, &found, "yes");
}

/** -e VALUE, -eVALUE, -qv, -qeVALUE */
static armex_status read_letters(struct reading *reading, const char *word)
{
    armex_status status = ARMEX_OK;
    struct found found;

    for (const char *letter = word + 1; !status && *letter; letter++) {
        if (!find_option(&found, reading, NULL, 0, *letter))
            return fail_unknown(reading, word, strlen(word));
        if (!found.option->value)
            status = give(reading, &found, "yes");
        else if (letter[1])
            return give(reading, &found, letter + 1);
        else
            status = give_next(reading, &found);
    }
    return status;
}

armex_status armex_options_read(struct armex_operands *operands,
                                const struct armex_option_group *groups,
                                size_t n_groups, const char *const *words, size_t n,
                                bool only_leading, struct armex_arena *arena,
                                struct armex_error *error)
{
    struct reading reading = {groups, n_groups, words, n, 0, arena, error};
    armex_status status = ARMEX_OK;
    bool ended = false;

    *operands = (struct armex_operands){armex_arena_new(arena, n, sizeof *words), 0, 0};
    if (!operands->items)
        return armex_fail_memory(error);
    while (!status && reading.at < n) {
        const char *word = words[reading.at];
        const bool operand = ended || word[0] != '-' || !word[1];
        if (operand && only_leading)
            break;
        reading.at++;
        if (operand)
            operands->items[operands->n++] = word;
        else if (!strcmp(word, "--"))
            ended = true;
        else
            status = word[1] == '-' ? read_long(&reading, word)
                                    : read_letters(&reading, word);
    }
    operands->read = reading.at;
    return status;
}
