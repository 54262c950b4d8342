/** analysis/query_request.c: what the words of a query mean. */
#include "analysis/query_request.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/query_check.h"
#include "base/date.h"
#include "base/number.h"
#include "base/text.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 9999 };

static bool read_year(int *out, const char *text, size_t length)
{
    long year;
    if (length != 4 || !armex_whole_parse(&year, text, length, FIRST_YEAR, LAST_YEAR))
        return false;
    *out = (int)year;
    return true;
}

/* The end of a range, of which "23" after 2019 is short for 2023. */
static bool read_end(int *out, int from, const char *text, size_t length)
{
    long year;
    if (length != 2)
        return read_year(out, text, length);
    if (!armex_whole_parse(&year, text, length, 0, 99))
        return false;
    *out = from / 100 * 100 + (int)year;
    return true;
}

bool armex_years_parse(int *from, int *to, const char *text)
{
    static const char en_dash[] = "–";
    const size_t length = strlen(text);
    int first, last;

    if (length < 4 || !read_year(&first, text, 4))
        return false;
    last = first;
    if (length > 4) {
        const char *rest = text + 4;
        const size_t dash = *rest == '-' ? 1 : sizeof en_dash - 1;
        if (*rest != '-' && strncmp(rest, en_dash, dash) != 0)
            return false;
        if (!read_end(&last, first, rest + dash, strlen(rest + dash)))
            return false;
    }
    *from = first;
    *to = last;
    return true;
}

static armex_status read_years(struct armex_request *out, const char *text,
                               struct armex_error *error)
{
    int from, to;

    if (!armex_years_parse(&from, &to, text))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--years: '%s' is not a year or a range; write 2021 or "
                          "2019-2023",
                          text);
    if (from > to)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--years: %d-%d runs backwards; write %d-%d", from, to, to,
                          from);
    out->selection.from = from;
    out->selection.to = to;
    return ARMEX_OK;
}

static armex_status read_count(int *out, const char *option, const char *text,
                               struct armex_error *error)
{
    enum { MOST = 1000000 };
    long count;

    if (!text)
        return ARMEX_OK;
    if (!armex_whole_parse(&count, text, strlen(text), 1, MOST))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--%s: '%s' is not a whole number of 1 or more", option,
                          text);
    *out = (int)count;
    return ARMEX_OK;
}

void armex_request_add_world(struct armex_request *out)
{
    const size_t n = out->selection.n_entities;
    const struct armex_entity *world = armex_entity_by_code("WLD");

    for (size_t i = 0; i < n; i++)
        if (out->entities[i] == world)
            return;           // named already
    out->entities[n] = world; // the list has room for one more
    out->selection.n_entities++;
}

static armex_status read_entities(struct armex_request *out, const char *list,
                                  struct armex_error *error)
{
    if (strcmp(list, "all") == 0)
        return ARMEX_OK; // as if nobody had been named
    const armex_status status =
        armex_entities_named(&out->entities, &out->selection.n_entities, list, error);
    out->selection.entities = out->entities;
    if (!status && out->rank.style == ARMEX_STYLE_SIPRI)
        armex_request_add_world(out); // its shares are of the world
    return status;
}

static armex_status read_as_of(struct armex_request *out, const char *text,
                               struct armex_error *error)
{
    struct armex_date date;
    if (!armex_date_parse(&date, text, strlen(text)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--as-of: '%s' is not a date; write 2023-12-31", text);
    out->selection.as_of = armex_date_last_day(date);
    return ARMEX_OK;
}

static armex_status read_unit(struct armex_request *out, const char *text,
                              struct armex_error *error)
{
    if (!armex_unit_parse(&out->unit, text, strlen(text)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--unit: '%s' is no unit; write usd, eur, or usd-2020 for "
                          "prices of 2020",
                          text);
    out->has_unit = true;
    return ARMEX_OK;
}

static armex_status read_numbers(struct armex_request *out, struct armex_error *error)
{
    const struct armex_query *query = out->query;
    armex_status status =
        read_count(&out->growth.window, "window", query->window, error);

    if (!status)
        status = read_count(&out->growth.at_least, "at-least", query->at_least, error);
    if (!status)
        status = read_count(&out->rank.top, "top", query->top, error);
    if (!status)
        status = read_count(&out->trend.forecast, "forecast", query->forecast, error);
    if (!status)
        status = read_count(&out->rank.resamples, "resamples", query->resamples, error);
    out->rank.seed = 1;
    if (!status)
        status = read_count(&out->rank.seed, "seed", query->seed, error);
    if (!status)
        status = read_count(&out->rank.threads, "threads", query->threads, error);
    out->trend.threads = out->rank.threads;
    out->rank.window = out->share.window = out->trend.window = out->growth.window;
    out->rank.at_least = out->share.at_least = out->trend.at_least =
        out->growth.at_least;
    return status;
}

static bool is_set(const char *switch_text)
{
    return switch_text && strcmp(switch_text, "no") != 0;
}

/* Words that armex_query_check() has found among the choices. */
static void read_choices(struct armex_request *out)
{
    const struct armex_query *query = out->query;
    struct armex_selection *selection = &out->selection;

    if (query->measure)
        out->has_measure = armex_measure_parse(&selection->measure, query->measure,
                                               strlen(query->measure));
    if (query->flow)
        armex_direction_parse(&selection->flow, query->flow, strlen(query->flow));
    if (query->method)
        armex_growth_method_parse(&out->growth.method, query->method,
                                  strlen(query->method));
    if (query->ties)
        armex_ties_parse(&out->rank.ties, query->ties, strlen(query->ties));
    if (query->by)
        armex_rank_by_parse(&out->rank.by, query->by, strlen(query->by));
    if (query->style)
        out->rank.style = ARMEX_STYLE_SIPRI; // the only choice
    out->rank.partners = query->with != NULL;
    if (query->fit)
        armex_trend_fit_parse(&out->trend.fit, query->fit, strlen(query->fit));
    out->trend.levels = is_set(query->levels);
    out->share.entities = is_set(query->decompose);
    selection->successor = query->entities && strcmp(query->entities, "successor") == 0;
    selection->scope = query->scope;
    out->publications = is_set(query->publications);
    out->details = is_set(query->details);
    out->mobility = is_set(query->mobility);
    out->estimates = is_set(query->estimates);
    out->rank.interval = out->growth.interval = is_set(query->interval);
    out->growth.contribution = is_set(query->contribution);
}

static armex_status check_trend(const struct armex_request *request,
                                struct armex_error *error)
{
    const struct armex_query *query = request->query;
    const bool windowed = request->trend.fit == ARMEX_TREND_MEAN ||
                          request->trend.fit == ARMEX_TREND_MEDIAN;

    if (strcmp(request->analysis, "trend") != 0)
        return ARMEX_OK;
    if (query->forecast && query->fit)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--forecast chooses its own model; leave out --fit %s",
                          query->fit);
    if (query->window && !windowed)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--window goes with --fit mean or --fit median");
    return ARMEX_OK;
}

/* Details and mobility are tables of their own. */
static armex_status check_rank(const struct armex_request *request,
                               struct armex_error *error)
{
    if (request->details && request->mobility)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--details and --mobility are two tables; ask for one");
    if ((request->details || request->mobility) &&
        (request->rank.interval || request->rank.partners))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--%s goes with the ranking itself; leave out --%s",
                          request->rank.interval ? "interval" : "with",
                          request->details ? "details" : "mobility");
    return ARMEX_OK;
}

/* Exporters have recipients, importers suppliers; both as the register has them. */
static armex_status check_partners(const struct armex_request *request,
                                   struct armex_error *error)
{
    const char *with = request->query->with;
    const bool imports = request->selection.flow == ARMEX_IMPORTS;

    if (!with)
        return ARMEX_OK;
    if (imports != (strcmp(with, "suppliers") == 0))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--with %s goes with --flow %s", with,
                          imports ? "exports" : "imports");
    if (request->selection.successor)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--with %s shows deliveries as recorded; leave out "
                          "--entities successor",
                          with);
    return ARMEX_OK;
}

/* Options that are right one by one and wrong together. */
static armex_status check_together(struct armex_request *out, struct armex_error *error)
{
    armex_status status = check_trend(out, error);

    if (!status)
        status = check_rank(out, error);
    if (!status)
        status = check_partners(out, error);
    if (status)
        return status;
    if (out->publications && (out->has_unit || out->selection.successor))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--publications shows figures as published; leave out %s",
                          out->has_unit ? "--unit" : "--entities successor");
    if (out->estimates && (out->selection.successor || out->publications))
        return armex_fail(
            error, ARMEX_USAGE, ARMEX_NOWHERE,
            "--estimates is about the register's own deliveries; leave out "
            "%s",
            out->publications ? "--publications" : "--entities successor");
    if (out->query->window && !out->query->method)
        out->growth.method = ARMEX_GROWTH_WINDOW;
    else if (out->query->window && out->query->method &&
             out->growth.method != ARMEX_GROWTH_WINDOW)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--window goes with --method window, not with %s",
                          out->query->method);
    if (out->query->at_least && !out->query->window &&
        out->growth.method != ARMEX_GROWTH_WINDOW)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--at-least is about a window; give --window too");
    if (!out->rank.interval && (out->query->resamples || out->query->seed))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--%s is about rank intervals; give --interval too",
                          out->query->resamples ? "resamples" : "seed");
    return ARMEX_OK;
}

armex_status armex_request_read(struct armex_request *out,
                                const struct armex_query *query,
                                struct armex_error *error)
{
    *out = (struct armex_request){.query = query};
    armex_status status = armex_query_check(&out->analysis, query, error);

    if (!status)
        read_choices(out);
    if (!status && query->years)
        status = read_years(out, query->years, error);
    if (!status)
        status = read_numbers(out, error);
    if (!status && query->as_of)
        status = read_as_of(out, query->as_of, error);
    if (!status && query->unit)
        status = read_unit(out, query->unit, error);
    if (!status && query->entity)
        status = read_entities(out, query->entity, error);
    return status ? status : check_together(out, error);
}

void armex_request_end(struct armex_request *request)
{
    free(request->entities);
    *request = (struct armex_request){0};
}
