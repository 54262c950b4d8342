/** report/press/style.c: how words of each kind look. */
#include <string.h>

#include "report/press/press.h"

static const struct press_style styles[] = {
    {"kicker", "P", 9.0, 16.0, true, PRESS_MUTED, true, 0, false, false, false, 0},
    {"title", "H1", 27.0, 5.0, true, PRESS_INK, true, 0, false, false, false, 0},
    {"stand", "P", 12.5, 10.0, false, PRESS_INK, false, 0, false, false, false, 0},
    {"fact", "P", 8.5, 5.5, false, PRESS_MUTED, false, 0, false, false, true, 0},
    {"h2", "H2", 17.0, 30.0, true, PRESS_INK, true, 1, true, false, false, 0},
    {"h3", "H3", 12.5, 20.0, true, PRESS_INK, true, 2, false, false, false, 0},
    {"h4", "H3", 10.0, 12.0, true, PRESS_INK, true, 0, false, false, false, 0},
    {"sub", "P", 8.5, 3.0, false, PRESS_MUTED, true, 0, false, false, false, 0},
    {"p", "P", 9.8, 7.0, false, PRESS_INK, false, 0, false, false, false, 0},
    {"lead", "P", 9.8, 7.0, false, PRESS_INK, true, 0, false, false, false, 0},
    {"item", "P", 9.8, 4.5, false, PRESS_INK, false, 0, false, true, false, 0},
    {"quote", "P", 15.0, 10.0, true, PRESS_INK, true, 0, false, false, false, 0},
    {"note", "P", 8.0, 6.0, false, PRESS_MUTED, false, 0, false, false, false, 0},
    {"source", "P", 7.5, 4.0, false, PRESS_MUTED, false, 0, false, false, false, 0},
    {"number", "P", 21.0, 0.0, true, PRESS_INK, false, 0, false, false, true, 2},
    {"label", "P", 8.0, 2.0, false, PRESS_MUTED, false, 0, false, false, false, 6},
    {"found", "P", 9.8, 0.0, false, PRESS_INK, false, 0, false, false, false, 30},
    {"see", "P", 8.0, 3.0, false, PRESS_MUTED, false, 0, false, false, false, 4},
    {"head", "TH", 8.0, 0.0, false, PRESS_MUTED, true, 0, false, false, true, 12},
    {"row", "TD", 8.2, 0.0, false, PRESS_INK, false, 0, false, false, true, 12},
    {"mine", "TD", 8.2, 0.0, true, PRESS_INK, false, 0, false, false, true, 12},
    {"foot", "P", 7.5, 0.0, false, PRESS_MUTED, false, 0, false, false, true, 1},
};

const struct press_style *press_style_find(const char *name)
{
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (strcmp(styles[i].name, name) == 0)
            return &styles[i];
    return NULL;
}
