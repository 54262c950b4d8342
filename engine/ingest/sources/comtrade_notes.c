/** ingest/sources/comtrade_notes.c: what must be said beside totals of customs trade.
 */
#include "ingest/sources/comtrade.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "country/entity.h"

unsigned armex_comtrade_families(const struct armex_totals_worker *totals)
{
    static const unsigned families[ARMEX_LEVELS] = {
        [ARMEX_LEVEL_93] = ARMEX_COMTRADE_CHAPTER_93,
        [ARMEX_LEVEL_93XX] = ARMEX_COMTRADE_CHAPTER_93,
        [ARMEX_LEVEL_93XXXX] = ARMEX_COMTRADE_CHAPTER_93,
        [ARMEX_LEVEL_8710] = ARMEX_COMTRADE_TANKS,
        [ARMEX_LEVEL_8710XX] = ARMEX_COMTRADE_TANKS,
        [ARMEX_LEVEL_890610] = ARMEX_COMTRADE_WARSHIPS};
    const struct armex_codes *codes = &totals->codes[ARMEX_TRADE_COMMODITY];
    unsigned found = 0;

    for (size_t i = 0; codes->slots && i <= codes->mask; i++) {
        char text[ARMEX_CODE_SIZE + 1];
        if (!armex_code_is_plain(&codes->slots[i]))
            continue;
        armex_code_text(text, codes->slots[i].key);
        enum armex_trade_level level;
        if (armex_trade_level_says(&level, text, strlen(text)))
            found |= families[level];
    }
    return found;
}

/** Which arms the file has codes of, and the dataset is named after. */
static const char *arms_in(unsigned families)
{
    static const char *const words[] = {
        "arms of no code that is known",
        "arms: chapter 93 of the Harmonized System, for the file holds neither tanks "
        "(8710) nor warships (8906.10)",
        "arms: tanks (8710 of the Harmonized System) alone",
        "arms: chapter 93 and tanks (8710) of the Harmonized System",
        "arms: warships (8906.10 of the Harmonized System) alone",
        "arms: chapter 93 and warships (8906.10) of the Harmonized System",
        "arms: tanks (8710) and warships (8906.10) of the Harmonized System",
        "arms: chapter 93, tanks (8710) and warships (8906.10) of the Harmonized "
        "System"};
    return words[families];
}

static armex_status note_counted(struct armex_panel *panel,
                                 const struct armex_comtrade_told *told,
                                 struct armex_error *error)
{
    const struct armex_totals_worker *totals = told->totals;
    armex_status status = armex_notes_add(
        &panel->notes, panel->arena, error, "added up from %" PRIu64 " row%s of %s",
        totals->counted, totals->counted == 1 ? "" : "s",
        arms_in(armex_comtrade_families(totals)));

    if (!status && told->options->totals)
        status = armex_notes_add(&panel->notes, panel->arena, error,
                                 "the flows between countries were not kept");
    else if (!status && told->flows)
        status = armex_notes_add(&panel->notes, panel->arena, error,
                                 "%zu of these rows are flows between two parties",
                                 armex_flows_count(told->flows));
    return status;
}

static armex_status note_passed(struct armex_panel *panel,
                                const struct armex_totals_worker *totals,
                                struct armex_error *error)
{
    const uint64_t *passed = totals->passed;
    static const char *const why[ARMEX_TOTALS_REASONS] = {
        ("that break down a total by mode of transport, customs procedure or second "
         "partner, or are of another frequency or classification"),
        "of other flows than exports, imports, re-exports and re-imports",
        "of goods that are no arms"};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < ARMEX_TOTALS_REASONS; i++)
        if (passed[i])
            status = armex_notes_add(&panel->notes, panel->arena, error,
                                     "passed over: %" PRIu64 " row%s %s", passed[i],
                                     passed[i] == 1 ? "" : "s", why[i]);
    return status;
}

/** Reporters that are in no list of ours stand under the codes they came with. */
static armex_status note_unknown(struct armex_panel *panel, struct armex_error *error)
{
    const size_t most = 12;
    struct armex_text list = {0};
    const char *before = "";
    size_t n = 0;
    armex_status status = ARMEX_OK;

    for (size_t s = 0; s < panel->n_series; s++) {
        const char *code = panel->series[s].entity;
        if (strcmp(code, before) == 0 || armex_entity_by_code(code))
            continue;
        before = code;
        if (n++ < most)
            armex_text_printf(&list, "%s%s", list.length ? ", " : "", code);
    }
    if (n > most)
        armex_text_printf(&list, " and %zu more", n - most);
    if (list.failed)
        status = armex_fail_memory(error);
    else if (n > 0)
        status = armex_notes_add(&panel->notes, panel->arena, error,
                                 "reporters of no known country, under the codes of "
                                 "the file: %s",
                                 list.data);
    armex_text_free(&list);
    return status;
}

static int compare_codes(const void *a, const void *b)
{
    return strcmp(a, b);
}

/** Where one commodity begins with the code of another, the file may count goods twice;
 *  only its own column of levels can say. */
static armex_status note_nested(struct armex_panel *panel,
                                const struct armex_totals_worker *totals,
                                struct armex_error *error)
{
    const struct armex_codes *codes = &totals->codes[ARMEX_TRADE_COMMODITY];
    char(*texts)[ARMEX_CODE_SIZE + 1] = calloc(codes->n + 1, sizeof *texts);
    armex_status status = ARMEX_OK;
    size_t n = 0, i = 1;

    if (!texts)
        return armex_fail_memory(error);
    for (size_t slot = 0; codes->slots && slot <= codes->mask; slot++)
        if (armex_code_is_plain(&codes->slots[slot]) &&
            !(codes->slots[slot].value & ARMEX_TRADE_PASSED))
            armex_code_text(texts[n++], codes->slots[slot].key);
    qsort(texts, n, sizeof *texts, compare_codes);
    while (i < n && strncmp(texts[i - 1], texts[i], strlen(texts[i - 1])) != 0)
        i++;
    if (i < n)
        status = armex_notes_add(
            &panel->notes, panel->arena, error,
            "commodity %s contains %s, and both were added: the file does not say at "
            "which level its rows stand (aggrLevel), so that goods may count twice",
            texts[i - 1], texts[i]);
    free(texts);
    return status;
}

/** Which of several levels counts, or may count twice. */
static armex_status note_levels(struct armex_panel *panel,
                                const struct armex_comtrade_told *told,
                                struct armex_error *error)
{
    if (!told->totals->columns->levels)
        return note_nested(panel, told->totals, error);
    if (!told->inferred)
        return ARMEX_OK;
    return armex_notes_add(
        &panel->notes, panel->arena, error,
        "the file does not say at which level its rows stand (aggrLevel), but its "
        "first rows have codes that lie within others and are no more than these: of "
        "each reporter, the highest level that it has in a year counts");
}

armex_status armex_comtrade_notes(struct armex_panel *panel,
                                  const struct armex_comtrade_told *told,
                                  struct armex_error *error)
{
    armex_status status = note_counted(panel, told, error);

    if (!status)
        status = note_passed(panel, told->totals, error);
    if (!status)
        status = note_unknown(panel, error);
    if (!status)
        status = note_levels(panel, told, error);
    if (!status && !told->options->vintage.year)
        status = armex_notes_add(
            &panel->notes, panel->arena, error,
            "the file does not say when it was published: the vintage is its last "
            "year, %d; --vintage DATE sets it",
            panel->first_year + (int)panel->n_years - 1);
    if (!status && !told->hashed)
        status = armex_notes_add(&panel->notes, panel->arena, error,
                                 "no SHA-256 of the file was taken: that takes longer "
                                 "than to read it");
    return status;
}
