/** model/vintage.c: one publication of one dataset. */
#include "model/vintage.h"

armex_status armex_vintage_create(struct armex_vintage **out,
                                  const struct armex_provenance *provenance,
                                  struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_vintage *vintage =
        arena ? armex_arena_new(arena, 1, sizeof *vintage) : NULL;
    struct armex_notes notes = {0};

    *out = NULL;
    if (!vintage) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    const armex_status status = armex_notes_source(&notes, arena, provenance, error);
    if (status) {
        armex_arena_free(arena);
        return status;
    }
    vintage->arena = arena;
    vintage->provenance = notes.sources[0];
    *out = vintage;
    return ARMEX_OK;
}

void armex_vintage_free(struct armex_vintage *vintage)
{
    if (!vintage)
        return;
    armex_panel_free(vintage->panel);
    armex_publications_free(vintage->publications);
    armex_flows_free(vintage->flows);
    armex_table_free(vintage->records);
    armex_arena_free(vintage->arena);
}
