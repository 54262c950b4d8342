/** report/since_json.c: figures and changes as a manifest keeps them. */
#include "report/since_json.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "render/formats.h"

const char *const armex_since_figure_words[ARMEX_SINCE_FIGURE_KINDS] = {
    [ARMEX_SINCE_FIGURE] = "figure",
    [ARMEX_SINCE_GROWTH] = "growth",
    [ARMEX_SINCE_RANK] = "rank"};
const char *const armex_since_change_words[ARMEX_SINCE_KINDS] = {
    [ARMEX_SINCE_VINTAGE] = "data", [ARMEX_SINCE_MOVED] = "rank",
    [ARMEX_SINCE_NEW] = "new",      [ARMEX_SINCE_REVISED] = "revised",
    [ARMEX_SINCE_GREW] = "growth",  [ARMEX_SINCE_GONE] = "gone"};

static void add_number(struct armex_text *out, double value)
{
    char number[ARMEX_NUMBER_SIZE];
    armex_text_add(out, armex_number_write(number, value) ? number : "null");
}

static bool is_same(const char *a, const char *b)
{
    return a == b || strcmp(a, b) == 0;
}

/* Whether all but year and value are the same. */
static bool continues(const struct armex_since_figure *a,
                      const struct armex_since_figure *b)
{
    return a->kind == b->kind && is_same(a->key, b->key) && is_same(a->name, b->name) &&
           is_same(a->what, b->what) && is_same(a->unit, b->unit);
}

/* A series, a line. */
static void add_series(struct armex_text *out, const struct armex_since_figure *figures,
                       size_t n)
{
    armex_json_member(out, "\n    {", "kind", armex_since_figure_words[figures->kind]);
    armex_json_member(out, ", ", "key", figures->key);
    armex_json_member(out, ", ", "name", figures->name);
    armex_json_member(out, ", ", "what", figures->what);
    armex_json_member(out, ", ", "unit", figures->unit);
    armex_text_add(out, ", \"when\": [");
    for (size_t i = 0; i < n; i++) {
        armex_text_add(out, i ? "," : "");
        armex_json_text(out, figures[i].when);
    }
    armex_text_add(out, "], \"value\": [");
    for (size_t i = 0; i < n; i++) {
        armex_text_add(out, i ? "," : "");
        add_number(out, figures[i].value);
    }
    armex_text_add(out, "]}");
}

void armex_since_figures_write(struct armex_text *out, const struct armex_since *since)
{
    size_t n;

    armex_text_add(out, "[");
    for (size_t i = 0; i < since->n_figures; i += n) {
        for (n = 1; i + n < since->n_figures &&
                    continues(&since->figures[i], &since->figures[i + n]);)
            n++;
        armex_text_add(out, i ? "," : "");
        add_series(out, &since->figures[i], n);
    }
    armex_text_add(out, since->n_figures ? "\n  ]" : "]");
}

static void add_change(struct armex_text *out, const struct armex_since_change *change)
{
    armex_json_member(out, "\n    {", "change", armex_since_change_words[change->kind]);
    armex_json_member(out, ", ", "name", change->name);
    armex_json_member(out, ", ", "what", change->what);
    armex_json_member(out, ", ", "when", change->when);
    armex_json_member(out, ", ", "when_before", change->when_before);
    armex_json_member(out, ", ", "unit", change->unit);
    armex_text_add(out, ", \"before\": ");
    add_number(out, change->before);
    armex_text_add(out, ", \"now\": ");
    add_number(out, change->now);
    armex_text_add(out, "}");
}

void armex_since_changes_write(struct armex_text *out, const struct armex_since *since)
{
    armex_text_add(out, "[");
    for (size_t i = 0; i < since->n_changes; i++) {
        armex_text_add(out, i ? "," : "");
        add_change(out, &since->changes[i]);
    }
    armex_text_add(out, since->n_changes ? "\n  ]" : "]");
}
