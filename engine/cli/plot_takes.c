/** cli/plot_takes.c: an option that a chart would refuse, or pass over in silence. */
#include "cli/plot_takes.h"

#include <string.h>

#include "analysis/query_check.h"
#include "analysis/query_request.h"
#include "base/text.h"
#include "chart/sentence.h"

static bool is_among(const char *word, const char *const *words, size_t n)
{
    return armex_word_index(words, n, word, strlen(word)) < n;
}

/** Whether the kind draws something else for it. Fits and forecasts the drawing itself
 *  refuses: it knows which of them it has. */
static bool takes(const struct armex_chart_kind *kind,
                  const struct armex_query_option *option)
{
    static const char *const drawn[] = {"fit", "forecast"};
    static const char *const of_lines[] = {"window", "at-least", "levels"};

    if (!option->analyses || is_among(option->name, drawn, 2))
        return true;
    if (!strcmp(kind->name, "line") && is_among(option->name, of_lines, 3))
        return true;
    if (!strcmp(kind->analysis, "compare"))
        return !strcmp(option->name, "window");
    if (!strcmp(kind->analysis, "flows"))
        return !strcmp(option->name, "top");
    if (!strcmp(kind->name, "revisions")) // shown as they were published
        return false;
    return armex_query_option_applies(option, kind->analysis);
}

static armex_status refuse(const struct armex_chart_kind *kind,
                           const struct armex_query_option *option,
                           struct armex_error *error)
{
    const char *last = NULL;
    struct armex_text others = {0};
    armex_status status;
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);

    armex_text_add(&others, "");
    for (size_t i = 0; i < n; i++) {
        if (!takes(&kinds[i], option))
            continue;
        if (last)
            armex_text_printf(&others, "%s%s", others.length ? ", " : "", last);
        last = kinds[i].name;
    }
    status = others.failed
                 ? armex_fail_memory(error)
                 : armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                              "--%s: %s %s chart has no use for it; %s%s%s %s",
                              option->name, armex_article(kind->name), kind->name,
                              others.data, others.length ? " and " : "",
                              last ? last : "none", others.length ? "have" : "has");
    armex_text_free(&others);
    return status;
}

armex_status armex_plot_takes(const struct armex_chart_kind *kind,
                              const struct armex_query *query,
                              struct armex_error *error)
{
    size_t n;
    const struct armex_query_option *options = armex_query_options(&n);

    for (size_t i = 0; i < n; i++)
        if (armex_query_value(query, &options[i]) && !takes(kind, &options[i]))
            return refuse(kind, &options[i], error);
    return ARMEX_OK;
}
