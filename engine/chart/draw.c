/** chart/draw.c: one call, one or several charts. */
#include "chart/desk.h"

static armex_status order_all(struct armex_chart_desk *desk,
                              const struct armex_chart *const *charts, size_t n,
                              struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    for (size_t i = 0; !status && i < n; i++)
        status = armex_chart_desk_order(desk, charts[i], error);
    return status;
}

armex_status armex_charts_draw(struct armex_text *out, struct armex_error *errors,
                               const struct armex_chart *const *charts, size_t n,
                               const struct armex_chart_tools *tools)
{
    struct armex_chart_desk *desk = NULL;
    struct armex_error error = {0};
    if (!n)
        return ARMEX_OK;
    struct armex_chart_tools own = *tools;
    own.single = n == 1;
    for (size_t i = 0; i < n; i++)
        own.pdfs = own.pdfs || charts[i]->format == ARMEX_PDF;
    armex_status status = armex_chart_desk_open(&desk, &own, &error);
    if (!status)
        status = order_all(desk, charts, n, &error);
    // What concerns all charts is told of each.
    for (size_t i = 0; status && i < n; i++)
        errors[i] = error;
    if (!status)
        status = armex_chart_desk_take(desk, out, errors);
    armex_chart_desk_close(desk);
    return status;
}

armex_status armex_chart_draw_at(struct armex_chart_desk *desk, struct armex_text *out,
                                 const struct armex_chart *chart,
                                 struct armex_error *error)
{
    struct armex_error its = {0};
    struct armex_text drawn = {0};
    armex_status status = armex_chart_desk_order(desk, chart, &its);
    if (!status)
        status = armex_chart_desk_take(desk, &drawn, &its);
    armex_text_add_bytes(out, drawn.data, drawn.length);
    armex_text_free(&drawn);
    if (status && error)
        *error = its;
    return !status && out->failed ? armex_fail_memory(error) : status;
}

armex_status armex_chart_draw(struct armex_text *out, const struct armex_chart *chart,
                              const struct armex_chart_tools *tools,
                              struct armex_error *error)
{
    struct armex_error its = {0};
    const armex_status status = armex_charts_draw(out, &its, &chart, 1, tools);
    if (status && error)
        *error = its;
    return status;
}

armex_status armex_chart_script(struct armex_text *out, const struct armex_chart *chart,
                                const struct armex_chart_tools *tools,
                                struct armex_error *error)
{
    struct armex_studio studio;
    struct armex_plate sheet = {0};
    armex_status status = armex_studio_open(&studio, tools, error);
    if (!status)
        status = armex_plate_make(&sheet, &studio, chart, error);
    if (!status)
        armex_plate_script(out, &sheet, &studio, chart, NULL, false);
    armex_plate_free(&sheet);
    armex_studio_close(&studio);
    return !status && out->failed ? armex_fail_memory(error) : status;
}
