/** cli/settings.c: `--set NAME=VALUE,NAME=VALUE` as a list. */
#include "cli/settings.h"

#include <string.h>

/** How many bytes at `text` are NAME of NAME=; 0: it does not begin so. */
static size_t name_length(const char *text)
{
    const size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_-");
    return text[n] == '=' ? n : 0;
}

/** Where the value ends: at a comma that a NAME= follows, or with the text. */
static const char *end_of_value(const char *value)
{
    const char *comma = strchr(value, ',');
    while (comma && !name_length(comma + 1))
        comma = strchr(comma + 1, ',');
    return comma ? comma : value + strlen(value);
}

static size_t count(const char *list)
{
    size_t n = 2;
    for (const char *c = list ? list : ""; *c; c++)
        n += *c == ',';
    return n;
}

armex_status armex_settings_read(struct armex_settings *out, const char *list,
                                 const char *entity, struct armex_arena *arena,
                                 struct armex_error *error)
{
    struct armex_setting *items = armex_arena_new(arena, count(list), sizeof *items);

    *out = (struct armex_settings){items, 0};
    if (!items)
        return armex_fail_memory(error);
    for (const char *at = list; at && *at;) {
        const size_t length = name_length(at);
        if (!length)
            return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                              "--set: '%s' is not NAME=VALUE", at);
        const char *value = at + length + 1, *end = end_of_value(value);
        struct armex_setting *setting = &items[out->n++];
        setting->name = armex_arena_copy(arena, at, length);
        setting->value = armex_arena_copy(arena, value, (size_t)(end - value));
        if (!setting->name || !setting->value)
            return armex_fail_memory(error);
        at = *end ? end + 1 : end;
    }
    if (entity)
        items[out->n++] = (struct armex_setting){"entity", entity};
    return ARMEX_OK;
}
