/** chart/gnuplot.c: a gnuplot that is fed scripts and draws pictures. */
#include "chart/gnuplot.h"

#include <string.h>

#include "chart/scene.h"

enum { MOST_GNUPLOTS = 8 };

static const char farewell[] = "armex: all is drawn\n";

armex_status armex_gnuplot_start(struct armex_gnuplot *gnuplot, const char *program,
                                 struct armex_error *error)
{
    const char *const argv[] = {program ? program : "gnuplot", "-d", NULL};
    *gnuplot = (struct armex_gnuplot){0};
    const armex_status status = armex_child_start(&gnuplot->child, argv, 2, error);
    if (status == ARMEX_UNAVAILABLE)
        return armex_fail(error, status, ARMEX_NOWHERE,
                          "gnuplot is missing: apt-get install gnuplot-nox");
    return status;
}

void armex_gnuplot_load(struct armex_gnuplot *gnuplot, const char *path)
{
    struct armex_text *orders = &gnuplot->orders;
    armex_text_add(orders, "load ");
    armex_scene_quoted(orders, path);
    armex_text_add(orders, "\n");
    gnuplot->sent += armex_child_say(&gnuplot->child, orders->data + gnuplot->sent,
                                     orders->length - gnuplot->sent);
}

void armex_gnuplots_finish(struct armex_gnuplot *gnuplots, size_t n, int seconds)
{
    struct armex_child *children[MOST_GNUPLOTS];
    for (size_t i = 0; i < n; i++) {
        armex_text_printf(&gnuplots[i].orders, "print \"%.*s\"\n",
                          (int)strcspn(farewell, "\n"), farewell);
        gnuplots[i].child.farewell = farewell;
    }
    for (size_t i = 0; i < n && i < MOST_GNUPLOTS; i++) {
        children[i] = &gnuplots[i].child;
        children[i]->feed = gnuplots[i].orders.data + gnuplots[i].sent;
        children[i]->left = gnuplots[i].orders.length - gnuplots[i].sent;
    }
    armex_children_finish(children, n < MOST_GNUPLOTS ? n : MOST_GNUPLOTS, seconds);
}

/** An empty block makes one; it is no reason. */
static bool is_warning(const char *line)
{
    const char *word = strstr(line, "warning:");
    return word && word < line + strcspn(line, "\n");
}

/** gnuplot's last complaint: the line that says what, without the script around it. */
static const char *complaint(const struct armex_gnuplot *gnuplot)
{
    const char *said = gnuplot->child.said.data, *found = NULL;
    for (const char *at = said; at && (at = strstr(at, "line ")); at++)
        if ((at == said || at[-1] == '\n' || at[-1] == ' ') && !is_warning(at))
            found = at;
    return found ? found : "it gives no reason";
}

armex_status armex_gnuplot_blame(const struct armex_gnuplot *gnuplot, int seconds,
                                 struct armex_error *error)
{
    const char *words = complaint(gnuplot);
    if (gnuplot->child.late)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                          "gnuplot did not end within %d seconds", seconds);
    return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "gnuplot failed: %.*s",
                      (int)strcspn(words, "\n"), words);
}

void armex_gnuplot_end(struct armex_gnuplot *gnuplot)
{
    armex_child_end(&gnuplot->child);
    armex_text_free(&gnuplot->orders);
}
