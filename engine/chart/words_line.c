/** chart/words_line.c: what a line chart says. */
#include <math.h>
#include <string.h>

#include "chart/aside.h"
#include "chart/existence.h"
#include "chart/figure.h"
#include "chart/finding.h"
#include "chart/fitted.h"
#include "chart/frame.h"
#include "chart/sentence.h"
#include "chart/words.h"

enum { GAPS_NAMED = 8 };

static const double squashed = 20.0;

bool armex_lines_need_log(const struct armex_lines *lines)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    double most = 0.0;
    if (lines->scale)
        return armex_lines_need_log(lines->scale);
    if (line->last < line->first) // nothing could be fitted to it
        return false;
    for (size_t i = line->first; i <= line->last; i++) {
        if (line->values[i] <= 0.0)
            return false;
        most = line->values[i] > most ? line->values[i] : most;
    }
    return lines->low >= 0.0 && lines->high > squashed * most;
}

static double least_of(const struct armex_line *line, bool positive, double least)
{
    for (size_t at = line->first; at <= line->last; at++)
        if (line->values[at] < least && (!positive || line->values[at] > 0.0))
            least = line->values[at];
    return least;
}

double armex_lines_least(const struct armex_lines *lines, bool positive)
{
    double least = lines->high;
    for (size_t i = 0; i < lines->n; i++)
        least = least_of(&lines->items[i], positive, least);
    if (lines->fitted) // the subject's figures are drawn too
        least =
            least_of(&lines->fitted->figures.items[lines->highlight], positive, least);
    return least;
}

bool armex_lines_mix_scales(const struct armex_lines *lines)
{
    const int scale = armex_figure_scale(lines->high);
    return armex_lines_need_log(lines) &&
           armex_lines_least(lines, true) < 0.01 * pow(10.0, scale);
}

const char *armex_gap_word(armex_mark mark)
{
    switch (mark & ARMEX_STATUS_BITS) {
    case ARMEX_WITHHELD:
        return "withheld";
    case ARMEX_UNKNOWN_YET:
        return "not available";
    case ARMEX_NO_STATE:
        return "no state";
    default:
        return "no figure";
    }
}

const char *armex_break_word(armex_mark mark)
{
    return mark & ARMEX_UNIT_BREAK ? "counted differently" : "another state";
}

const char *armex_lines_span(struct armex_arena *arena, const struct armex_lines *lines)
{
    const int last = lines->first_year + (int)lines->n_years - 1;
    if (lines->n_years == 1)
        return armex_arena_printf(arena, "%d", last);
    // the span of a chart is written out: 2003–2025, not 2003–25 as a window is
    return armex_arena_printf(arena, "%d\u2013%d", lines->first_year, last);
}

static bool is_one_entity(const struct armex_lines *lines)
{
    for (size_t i = 1; i < lines->n; i++)
        if (strcmp(lines->items[0].name, lines->items[i].name) != 0)
            return false;
    return true;
}

const char *armex_line_counted(const struct armex_line *line, struct armex_unit unit)
{
    const bool share = unit.kind == ARMEX_PERCENT && !strncmp(line->scope, "share", 5);
    return share ? armex_share_subject(line->measure, line->flow)
                 : armex_subject(line->measure, line->flow);
}

const char *armex_lines_counted(const struct armex_lines *lines)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    return lines->one_measure ? armex_line_counted(line, lines->unit)
                              : "arms trade by several measures";
}

const char *armex_lines_name(struct armex_arena *arena, const struct armex_lines *lines)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    const char *what = armex_lines_counted(lines);
    const char *span = armex_lines_span(arena, lines);
    const char *who = armex_with_article(arena, line->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    const char *start = armex_capitalised(arena, what);
    if (!span || !whose || !start)
        return NULL;
    if (is_one_entity(lines))
        return armex_arena_printf(arena, "%s %s, %s", whose, what, span);
    return armex_arena_printf(arena, "%s, %s", start, span);
}

const char *armex_lines_subtitle(struct armex_arena *arena,
                                 const struct armex_lines *lines)
{
    const bool mixed = armex_lines_mix_scales(lines);
    const char *start = armex_capitalised(arena, armex_lines_counted(lines));
    const char *unit = armex_words_unit(arena, lines->unit, mixed ? 0.0 : lines->high);
    const char *span = armex_lines_span(arena, lines);
    if (!start || !unit || !span)
        return NULL;
    return armex_arena_printf(arena, "%s%s%s, %s%s", start, *unit ? ", " : "", unit,
                              span, armex_lines_need_log(lines) ? ", log scale" : "");
}

/** "No figure: 2004, 2010–12." of the subject, by reason. */
static void say_gaps(struct armex_text *note, const struct armex_lines *lines)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    const char *before = NULL;
    size_t named = 0;
    for (size_t i = line->first; i <= line->last; i++) {
        size_t end = i;
        if (!isnan(line->values[i]))
            continue;
        const char *why = armex_gap_word(line->marks[i]);
        while (isnan(line->values[end + 1]) &&
               armex_gap_word(line->marks[end + 1]) == why)
            end++;
        if (named++ == GAPS_NAMED) {
            armex_text_add(note, " and others");
            break;
        }
        if (why != before)
            armex_text_printf(note, "%s%s, %s: ", before ? ". " : "", line->name, why);
        else
            armex_text_add(note, ", ");
        armex_text_printf(note, "%d", lines->first_year + (int)i);
        if (end > i)
            armex_text_printf(note, "\u2013%d", lines->first_year + (int)end);
        before = why;
        i = end;
    }
    armex_text_add(note, named ? ". " : "");
}

/** What hollow dots mean. */
struct soft {
    bool preliminary, estimate, weak;
};

static void note_soft(struct soft *soft, armex_mark mark)
{
    const armex_mark status = mark & ARMEX_STATUS_BITS;
    soft->preliminary = soft->preliminary || status == ARMEX_PRELIMINARY;
    soft->estimate = soft->estimate || status == ARMEX_ESTIMATE;
    soft->weak = soft->weak || (mark & ARMEX_WEAK);
}

/** Of dots that are drawn: every one of the subject, and the last of another line,
 *  unless that is only what a curve was fitted to. */
static struct soft soft_dots(const struct armex_lines *lines)
{
    const bool log = armex_lines_need_log(lines);
    struct soft soft = {false, false, false};
    for (size_t l = 0; l < lines->n; l++) {
        const struct armex_line *line = &lines->items[l];
        const bool subject = l == lines->highlight;
        for (size_t i = line->first; (subject || !lines->scale) && i <= line->last; i++)
            if ((subject || i == line->last) && !isnan(line->values[i]) &&
                (!log || line->values[i] > 0.0))
                note_soft(&soft, line->marks[i]);
    }
    return soft;
}

static void say_soft(struct armex_text *note, const struct armex_lines *lines)
{
    const struct soft soft = soft_dots(lines);
    if (!soft.preliminary && !soft.estimate && !soft.weak)
        return;
    armex_text_add(note, soft.preliminary ? "Hollow: preliminary" : "Hollow: ");
    if (soft.estimate)
        armex_text_printf(note, "%sestimated",
                          !soft.preliminary ? ""
                          : soft.weak       ? ", "
                                            : " or ");
    if (soft.weak)
        armex_text_printf(note, "%sdoubtful or rounded",
                          soft.preliminary || soft.estimate ? ", " : "");
    armex_text_add(note, ". ");
}

void armex_lines_say_breaks(struct armex_text *note, const struct armex_lines *lines)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    for (size_t i = line->first + 1; i <= line->last; i++)
        if (armex_line_breaks(line, i))
            armex_text_printf(note, "%s, from %d on: %s. ", line->name,
                              lines->first_year + (int)i,
                              armex_break_word(line->marks[i]));
}

void armex_largest_say_rest(struct armex_text *note,
                            const struct armex_largest *largest)
{
    if (largest->cut)
        armex_text_printf(note, "Years from %d to %d are not shown. ", largest->cut,
                          largest->lines.first_year - 1);
    if (largest->left_out)
        armex_text_printf(note, "%zu more %s not shown. ", largest->left_out,
                          largest->left_out == 1 ? "is" : "are");
    armex_say_aside(note, largest->lines.aside);
}

void armex_lines_say_fiscal(struct armex_text *note, const struct armex_lines *lines)
{
    bool calendar = false, fiscal = false;
    for (size_t i = 0; i < lines->n; i++) {
        fiscal = fiscal || lines->items[i].first_month > 1;
        calendar = calendar || lines->items[i].first_month <= 1;
    }
    if (fiscal)
        armex_text_printf(note, "%s bear the number of the year in which they end. ",
                          calendar ? "Fiscal years stand beside calendar years and"
                                   : "Fiscal years");
}

size_t armex_named_lines(const struct armex_chart *chart)
{
    return armex_chart_is_narrow(chart) ? 10 : ARMEX_NAMED_LINES;
}

static void say_unnamed(struct armex_text *note, const struct armex_lines *lines,
                        size_t named)
{
    if (lines->n > named)
        armex_text_printf(note, "%zu grey line%s not named. ", lines->n - named,
                          lines->n - named == 1 ? " is" : "s are");
}

const char *armex_lines_notes(struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines)
{
    struct armex_text note = {0};
    say_soft(&note, lines);
    say_gaps(&note, lines);
    armex_lines_say_existence(&note, lines);
    armex_lines_say_breaks(&note, lines);
    armex_lines_say_fiscal(&note, lines);
    if (armex_lines_need_log(lines) && armex_lines_least(lines, false) <= 0.0)
        armex_text_add(&note, "A log scale has no place for years at zero. ");
    armex_say_aside(&note, lines->aside);
    say_unnamed(&note, lines, armex_named_lines(chart));
    return armex_words_keep(arena, &note);
}

const char *armex_lines_end_notes(struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  struct armex_text *note,
                                  const struct armex_lines *shown, size_t others)
{
    const char *own = armex_lines_notes(arena, chart, shown);
    if (others)
        armex_text_printf(note, " %zu more %s not shown.", others,
                          others == 1 ? "is" : "are");
    if (own && *own)
        armex_text_printf(note, " %s", own);
    note->failed = note->failed || !own;
    return armex_words_keep(arena, note);
}

armex_status armex_lines_title(const char **out, struct armex_arena *arena,
                               const struct armex_lines *lines,
                               struct armex_error *error)
{
    const armex_status status = armex_finding_line(out, arena, lines, error);
    if (status)
        return status;
    if (!*out)
        *out = armex_lines_name(arena, lines);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

armex_status armex_words_line(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines,
                              struct armex_error *error)
{
    if (lines->fitted)
        return armex_words_fitted(out, arena, chart, lines, error);
    *out = (struct armex_chart_words){0};
    const armex_status status = armex_lines_title(&out->title, arena, lines, error);
    if (status)
        return status;
    out->subtitle = armex_lines_subtitle(arena, lines);
    out->note = armex_lines_notes(arena, chart, lines);
    out->description = armex_lines_figures(arena, lines, "Line chart.");
    return armex_words_finish(out, arena, chart, error);
}
