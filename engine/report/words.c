/** report/words.c: words with slots. */
#include "report/words.h"

#include <string.h>

static const char full[] = "full";

static void split_name(struct armex_slot *out, const char *inside, size_t length)
{
    const char *colon = memchr(inside, ':', length);

    out->name = inside;
    out->name_length = colon ? (size_t)(colon - inside) : length;
    out->style = colon ? colon + 1 : full;
    out->style_length = colon ? length - out->name_length - 1 : sizeof full - 1;
}

bool armex_report_words_next(const char **text, const char **plain, size_t *length,
                             struct armex_slot *slot)
{
    const char *brace = strchr(*text, '{');

    *slot = (struct armex_slot){.style = full};
    *plain = *text;
    if (!brace) {
        *length = strlen(*text);
        *text += *length;
        return false;
    }
    *length = (size_t)(brace - *text);
    if (brace[1] == '{') { // the first of two stands for itself
        ++*length;
        *text = brace + 2;
        slot->name = "";
        return true;
    }
    const char *end = brace + strcspn(brace, "}\n");
    if (*end == '}') {
        split_name(slot, brace + 1, (size_t)(end - brace - 1));
        *text = end + 1;
    } else {
        *text = brace + 1;
    }
    return true;
}

size_t armex_spec_figure(const struct armex_spec *spec, const char *name, size_t length)
{
    size_t i = 0;
    while (i < spec->n_figures && (strlen(spec->figures[i].name) != length ||
                                   memcmp(spec->figures[i].name, name, length) != 0))
        i++;
    return i;
}

bool armex_report_words_fill(struct armex_text *out,
                             const struct armex_report_words *words,
                             const struct armex_spec *spec,
                             const struct armex_report_figures *figures)
{
    const char *text = words->text, *plain;
    struct armex_slot slot;
    struct armex_text filled = {0};
    size_t length;
    bool more, whole = text != NULL;

    for (more = whole; more && whole;) {
        more = armex_report_words_next(&text, &plain, &length, &slot);
        armex_text_add_bytes(&filled, plain, length);
        if (!more || slot.name_length == 0)
            continue;
        const size_t f = armex_spec_figure(spec, slot.name, slot.name_length);
        whole = f < spec->n_figures && !armex_report_figure_missing(&figures->items[f]);
        if (whole)
            armex_report_figure_write(&filled, &figures->items[f], slot.style,
                                      slot.style_length);
    }
    if (whole)
        armex_text_add_bytes(out, filled.data ? filled.data : "", filled.length);
    if (filled.failed)
        out->failed = true;
    armex_text_free(&filled);
    return whole;
}
