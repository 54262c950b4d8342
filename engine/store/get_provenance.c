/** store/get_provenance.c: where a vintage came from, out of the file's attributes. */
#include "store/vintage_read.h"

#include <string.h>

#include "store/vintage_write.h" /* ARMEX_LAYOUT */

static bool get_texts(struct armex_provenance *out, struct armex_get *get,
                      struct armex_arena *arena)
{
    const struct {
        const char *name, **to;
    } texts[] = {
        {"id", &out->dataset},
        {"title", &out->title},
        {"summary", &out->description},
        {"institution", &out->publisher},
        {"references", &out->url},
        {"license", &out->licence},
        {"source_file", &out->file},
        {"source_sha256", &out->sha256},
        {"source_retrieved", &out->retrieved},
        {"armex_version", &out->version},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!(*texts[i].to = armex_get_text(get, NULL, texts[i].name, arena)))
            return false;
    return true;
}

static bool get_identity(struct armex_provenance *out, struct armex_get *get,
                         struct armex_arena *arena)
{
    long long layout = 0;

    if (!armex_get_number(get, NULL, "armex_layout", ARMEX_AS_LONG_LONG, &layout))
        return false;
    if (layout != ARMEX_LAYOUT)
        return armex_get_fault(get, "written by another version of armex");
    const char *date = armex_get_text(get, NULL, "product_version", arena);
    if (!date || !get_texts(out, get, arena))
        return false;
    return armex_date_parse(&out->vintage, date, strlen(date)) ||
           armex_get_fault(get, "its vintage is no date");
}

armex_status armex_get_provenance(struct armex_vintage **out, struct armex_get *get,
                                  struct armex_error *error)
{
    const struct armex_provenance nothing = {.dataset = ""};
    armex_status status = armex_vintage_create(out, &nothing, error);

    if (!status && !get_identity(&(*out)->provenance, get, (*out)->arena))
        status = ARMEX_BAD_INPUT;
    return status;
}
