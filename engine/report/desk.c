/** report/desk.c: what drawing needs, made ready while the questions are answered. */
#include "report/desk.h"

#include "report/formats.h"

static void *open_desk(void *context)
{
    struct armex_desk *desk = context;
    struct armex_error untold;

    if (armex_chart_desk_open(&desk->chart_desk, &desk->tools, &untold))
        desk->chart_desk = NULL;
    return NULL;
}

static bool has_charts(const struct armex_spec *spec)
{
    for (size_t s = 0; s < spec->n_sections; s++)
        for (size_t i = 0; i < spec->sections[s].n_items; i++)
            if (spec->sections[s].items[i].kind == ARMEX_CHART)
                return true;
    return false;
}

void armex_desk_begin(struct armex_desk *desk, const struct armex_spec *spec,
                      const struct armex_report_request *request)
{
    struct armex_report_formats formats;
    struct armex_error untold;

    *desk = (struct armex_desk){0};
    if (request->check || request->if_changed || !request->tools ||
        !request->tools->plots || !has_charts(spec) ||
        armex_report_formats(&formats, spec, request, &untold))
        return;
    desk->tools = *request->tools;
    desk->tools.paints = formats.png;
    desk->started = pthread_create(&desk->thread, NULL, open_desk, desk) == 0;
}

struct armex_chart_desk *armex_desk_wait(struct armex_desk *desk)
{
    if (desk->started)
        pthread_join(desk->thread, NULL);
    desk->started = false;
    return desk->chart_desk;
}

void armex_desk_end(struct armex_desk *desk)
{
    armex_chart_desk_close(armex_desk_wait(desk));
    desk->chart_desk = NULL;
}
