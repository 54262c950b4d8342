/** chart/gnuplot.c: a gnuplot that is fed scripts and draws pictures. */
#include "chart/gnuplot.h"

#include <string.h>

#include "chart/scene.h"

enum { MOST_GNUPLOTS = 8 };

static const char drawn[] = "armex: drawn\n", farewell[] = "armex: all is drawn\n";

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
    armex_text_printf(orders, "\nprint \"%.*s\"\n", (int)strcspn(drawn, "\n"), drawn);
    gnuplot->sent += armex_child_say(&gnuplot->child, orders->data + gnuplot->sent,
                                     orders->length - gnuplot->sent);
}

static void count_drawn(struct armex_gnuplot *gnuplot)
{
    const char *said = gnuplot->child.said.data,
               *at = said ? said + gnuplot->read : NULL;
    for (; at && (at = strstr(at, drawn)); gnuplot->read = (size_t)(at - said)) {
        gnuplot->drawn++;
        at += sizeof drawn - 1;
    }
}

bool armex_gnuplots_watch(struct armex_gnuplot *gnuplots, size_t n, int bell)
{
    struct armex_child *children[MOST_GNUPLOTS] = {0};
    for (size_t i = 0; i < n && i < MOST_GNUPLOTS; i++)
        children[i] = &gnuplots[i].child;
    const bool heard =
        armex_children_hear(children, n < MOST_GNUPLOTS ? n : MOST_GNUPLOTS, bell);
    for (size_t i = 0; i < n; i++)
        count_drawn(&gnuplots[i]);
    return heard;
}

/** Who is told of what several gnuplots have run. */
struct listener {
    struct armex_gnuplot *gnuplots;
    size_t n;
    void (*heard)(void *context);
    void *context;
};

static void listen(void *context)
{
    const struct listener *listener = context;
    for (size_t i = 0; i < listener->n; i++)
        count_drawn(&listener->gnuplots[i]);
    listener->heard(listener->context);
}

void armex_gnuplots_finish(struct armex_gnuplot *gnuplots, size_t n, int seconds,
                           void (*heard)(void *context), void *context)
{
    struct armex_child *children[MOST_GNUPLOTS] = {0};
    struct listener listener = {gnuplots, n, heard, context};
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
    armex_children_finish_with(children, n < MOST_GNUPLOTS ? n : MOST_GNUPLOTS, seconds,
                               heard ? listen : NULL, &listener);
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
