/** chart/gnuplot.c: a gnuplot that is fed scripts and draws pictures. */
#include "chart/gnuplot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chart/scene.h"

enum { MOST_GNUPLOTS = 8 };

static const char drawn[] = "armex: drawn\n", farewell[] = "armex: all is drawn\n";

/** Whether a program is the gnuplot that has no windows, by its name behind all links.
 */
static bool has_no_windows(const char *program)
{
    static const char name[] = "/gnuplot-nox";
    char found[ARMEX_CHILD_PATH];
    char *path = armex_child_find(found, program) ? realpath(found, NULL) : NULL;
    const size_t length = path ? strlen(path) : 0;
    const bool none = length >= sizeof name - 1 &&
                      strcmp(path + length - (sizeof name - 1), name) == 0;
    free(path);
    return none;
}

/** A path with a colon would lead to other folders. */
static bool can_be_searched(const char *folder)
{
    return *folder == '/' && !strpbrk(folder, ":;$");
}

static armex_status start(struct armex_gnuplot *gnuplot, struct armex_error *error)
{
    const char *const argv[] = {gnuplot->program, "-d", NULL};
    const armex_status status =
        armex_child_start_with(&gnuplot->child, argv, 2, gnuplot->stand_ins, error);
    if (status == ARMEX_UNAVAILABLE)
        return armex_fail(error, status, ARMEX_NOWHERE,
                          "gnuplot is missing: apt-get install gnuplot-nox");
    return status;
}

armex_status armex_gnuplot_start(struct armex_gnuplot *gnuplot, const char *program,
                                 const char *stand_ins, struct armex_error *error)
{
    *gnuplot = (struct armex_gnuplot){.program = program ? program : "gnuplot"};
    if (stand_ins && can_be_searched(stand_ins) && has_no_windows(gnuplot->program) &&
        asprintf(&gnuplot->stand_ins, "LD_LIBRARY_PATH=%s", stand_ins) < 0) {
        gnuplot->stand_ins = NULL;
        return armex_fail_memory(error);
    }
    return start(gnuplot, error);
}

bool armex_gnuplot_is_light(const struct armex_gnuplot *gnuplot)
{
    return gnuplot->stand_ins;
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

static void finish(struct armex_gnuplot *gnuplots, size_t n, int seconds,
                   void (*heard)(void *context), void *context)
{
    struct armex_child *children[MOST_GNUPLOTS] = {0};
    struct listener listener = {gnuplots, n, heard, context};
    for (size_t i = 0; i < n && i < MOST_GNUPLOTS; i++) {
        children[i] = &gnuplots[i].child;
        children[i]->farewell = farewell;
        children[i]->feed = gnuplots[i].orders.data + gnuplots[i].sent;
        children[i]->left = gnuplots[i].orders.length - gnuplots[i].sent;
    }
    armex_children_finish_with(children, n < MOST_GNUPLOTS ? n : MOST_GNUPLOTS, seconds,
                               heard ? listen : NULL, &listener);
}

/** Starts one anew, with its own libraries, that ended before it had drawn anything.
 *  false: it needs none of that, or cannot be started. */
static bool start_again(struct armex_gnuplot *gnuplot)
{
    struct armex_error untold;
    if (!gnuplot->stand_ins || gnuplot->drawn || gnuplot->child.late ||
        armex_child_succeeded(&gnuplot->child))
        return false;
    armex_child_end(&gnuplot->child);
    free(gnuplot->stand_ins);
    gnuplot->stand_ins = NULL;
    gnuplot->sent = gnuplot->read = 0;
    return start(gnuplot, &untold) == ARMEX_OK;
}

void armex_gnuplots_finish(struct armex_gnuplot *gnuplots, size_t n, int seconds,
                           void (*heard)(void *context), void *context)
{
    bool again = false;
    for (size_t i = 0; i < n; i++)
        armex_text_printf(&gnuplots[i].orders, "print \"%.*s\"\n",
                          (int)strcspn(farewell, "\n"), farewell);
    finish(gnuplots, n, seconds, heard, context);
    for (size_t i = 0; i < n; i++)
        again = start_again(&gnuplots[i]) || again;
    if (again)
        finish(gnuplots, n, seconds, heard, context);
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
    free(gnuplot->stand_ins);
    gnuplot->stand_ins = NULL;
}
