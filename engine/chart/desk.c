/** chart/desk.c: what drawing needs before there is a chart. */
#include "chart/desk.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static armex_status make_folder(struct armex_chart_desk *desk,
                                struct armex_error *error)
{
    const char *base = getenv("TMPDIR");
    base = base && base[0] == '/' && strlen(base) < 400 ? base : "/tmp";
    snprintf(desk->folder, sizeof desk->folder, "%s/armex-chart-XXXXXX", base);
    if (mkdtemp(desk->folder))
        return ARMEX_OK;
    desk->folder[0] = '\0';
    return armex_fail(error, ARMEX_CANNOT_CREATE, ARMEX_NOWHERE,
                      "cannot make a folder in %s: %s", base, strerror(errno));
}

armex_status armex_chart_desk_paint(struct armex_chart_desk *desk, bool several,
                                    struct armex_error *error)
{
    if (desk->painting)
        return ARMEX_OK;
    desk->painting = true;
    return armex_painter_start(&desk->painter, desk->painter_program, several, error);
}

armex_status armex_chart_desk_start(struct armex_chart_desk **out, size_t workers,
                                    const struct armex_chart_tools *tools,
                                    struct armex_error *error)
{
    struct armex_chart_desk *desk = *out = calloc(1, sizeof *desk);
    armex_status status = ARMEX_OK;
    if (!desk)
        return armex_fail_memory(error);
    desk->gnuplot = tools->gnuplot;
    desk->painter_program = tools->painter;
    while (!status && desk->workers < workers)
        status =
            armex_gnuplot_start(&desk->gnuplots[desk->workers++], desk->gnuplot, error);
    if (!status && tools->paints)
        status = armex_chart_desk_paint(desk, workers > 1, error);
    if (!status)
        status = armex_studio_open(&desk->studio, tools, error);
    if (!status)
        status = make_folder(desk, error);
    if (status) {
        armex_chart_desk_close(desk);
        *out = NULL;
    }
    return status;
}

armex_status armex_chart_desk_open(struct armex_chart_desk **out,
                                   const struct armex_chart_tools *tools,
                                   struct armex_error *error)
{
    return armex_chart_desk_start(out, ARMEX_WORKERS, tools, error);
}

void armex_chart_desk_close(struct armex_chart_desk *desk)
{
    if (!desk)
        return;
    for (size_t i = 0; i < desk->workers; i++)
        armex_gnuplot_end(&desk->gnuplots[i]);
    armex_painter_end(&desk->painter);
    armex_studio_close(&desk->studio);
    if (*desk->folder)
        rmdir(desk->folder);
    free(desk);
}
