/** bench/synthetic.c: figures that look random and are not. */
#include "synthetic.h"

#include <string.h>

static uint64_t next(uint64_t *state)
{
    uint64_t z = (*state += 0x9e3779b97f4a7c15); // splitmix64

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

static bool fill_series(struct armex_panel *panel)
{
    struct armex_unit unit = {0};

    armex_unit_parse(&unit, "usd-1990", 8);
    for (size_t s = 0; s < panel->n_series; s++) {
        struct armex_series *series = &panel->series[s];

        series->entity = armex_arena_printf(
            panel->arena, "%c%c%c%zu", (int)('A' + s / 676 % 26),
            (int)('A' + s / 26 % 26), (int)('A' + s % 26), s / 17576);
        series->name = armex_arena_printf(panel->arena, "Republic of Number %zu", s);
        series->scope = "national";
        series->unit = unit;
        series->measure = ARMEX_DELIVERIES;
        series->period = (struct armex_period){1, 1};
        series->headline = true;
        if (!series->entity || !series->name)
            return false;
    }
    return true;
}

static void fill_values(struct armex_panel *panel)
{
    uint64_t state = 20260309;

    for (size_t i = 0; i < panel->n_series * panel->n_years; i++) {
        const uint64_t random = next(&state);

        if (random % 4 == 0)
            continue;
        panel->values[i] = (double)(random >> 34) / 100 * 1e4;
        panel->marks[i] = ARMEX_FINAL;
    }
}

struct armex_vintage *synthetic_vintage(const char *dataset, size_t n_series,
                                        size_t n_years)
{
    const struct armex_provenance provenance = {.dataset = dataset,
                                                .vintage = {2026, 3, 9},
                                                .title = "Made-up exports",
                                                .description = "For measuring only.",
                                                .publisher = "bench",
                                                .url = "",
                                                .licence = "CC0-1.0",
                                                .file = "synthetic.csv",
                                                .sha256 = "",
                                                .retrieved = "",
                                                .version = "0"};
    struct armex_vintage *vintage = NULL;

    if (armex_vintage_create(&vintage, &provenance, NULL))
        return NULL;
    if (armex_panel_create(&vintage->panel, n_series, 1960, n_years, NULL) ||
        !fill_series(vintage->panel)) {
        armex_vintage_free(vintage);
        return NULL;
    }
    fill_values(vintage->panel);
    return vintage;
}
