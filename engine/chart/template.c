/** chart/template.c: a template of plots/, as far as a chart has something to draw. */
#include "chart/template.h"

#include <string.h>

#include "chart/scene.h"

static const char more[] = ", \\\n"; // another element of the plot command follows

/* Where a line ends, its newline included. */
static const char *end_of_line(const char *line)
{
    const char *newline = strchr(line, '\n');
    return newline ? newline + 1 : line + strlen(line);
}

/* Whether a line is an element that draws an empty block, and ends with it. */
static bool draws_nothing(const struct armex_text *scene, const char *line,
                          const char *end)
{
    static const char before[] = "    $", after[] = " using ";
    const char *name = line + sizeof before - 1;

    if (strncmp(line, before, sizeof before - 1) != 0)
        return false;
    const size_t length = strcspn(name, " \n");
    const bool split = end - line > 2 && end[-2] == '\\' && end[-4] != ',';
    return !split && strncmp(name + length, after, sizeof after - 1) == 0 &&
           armex_scene_is_empty(scene, name, length);
}

static bool ends_with_more(const struct armex_text *out)
{
    const size_t n = sizeof more - 1;
    return out->length >= n && memcmp(out->data + out->length - n, more, n) == 0;
}

/* The last element that was kept is the last of all. */
static void end_command(struct armex_text *out)
{
    out->length -= sizeof more - 1;
    armex_text_add(out, "\n");
}

void armex_template_add(struct armex_text *out, const char *template,
                        const struct armex_text *scene)
{
    for (const char *line = template, *end; *line; line = end) {
        end = end_of_line(line);
        if (!draws_nothing(scene, line, end))
            armex_text_add_bytes(out, line, (size_t)(end - line));
        else if (end - line < 4 || end[-2] != '\\') // the last of its command
            if (!out->failed && ends_with_more(out))
                end_command(out);
    }
}
