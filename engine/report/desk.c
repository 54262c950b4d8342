/** report/desk.c: what drawing needs, made ready while the questions are answered. */
#include "report/desk.h"

#include "base/threads.h"
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

    *desk = (struct armex_desk){
        .tools = request->tools ? *request->tools : (struct armex_chart_tools){0}};
    if (request->check || request->if_changed || !desk->tools.plots ||
        !has_charts(spec))
        return;
    const bool known = !armex_report_formats(&formats, spec, request, NULL);
    desk->tools.paints = known && formats.png;
    desk->tools.pdfs = known && formats.chart_pdf;
    desk->tools.processor = armex_processor();
    desk->started = armex_thread_start(&desk->thread, open_desk, desk);
}

bool armex_desk_begun(const struct armex_desk *desk)
{
    return desk->started || desk->chart_desk;
}

static void join(struct armex_desk *desk)
{
    if (desk->started)
        pthread_join(desk->thread, NULL);
    desk->started = false;
}

armex_status armex_desk_wait(struct armex_chart_desk **out, struct armex_desk *desk,
                             struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    join(desk);
    if (!desk->chart_desk)
        status = armex_chart_desk_open(&desk->chart_desk, &desk->tools, error);
    *out = desk->chart_desk;
    return status;
}

void armex_desk_end(struct armex_desk *desk)
{
    join(desk);
    armex_chart_desk_close(desk->chart_desk);
    desk->chart_desk = NULL;
}
