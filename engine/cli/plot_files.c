/** cli/plot_files.c: picture, script and data of one chart, all in place or none. */
#include "cli/plot_files.h"

#include <string.h>

static armex_status prepare(struct armex_aside **out,
                            const struct armex_plot_file *file,
                            struct armex_error *error)
{
    const armex_status status = armex_aside_open(out, file->path, error);

    if (status)
        return status;
    // A short write shows in ferror(), which settling asks.
    fwrite(file->bytes.data, 1, file->bytes.length, armex_aside_stream(*out));
    return armex_aside_settle(*out, error);
}

armex_status armex_plot_files_write(
    struct armex_text *out, const struct armex_plot_file files[ARMEX_PLOT_FILES],
    struct armex_error *error)
{
    struct armex_aside *asides[ARMEX_PLOT_FILES] = {NULL};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < ARMEX_PLOT_FILES; i++)
        if (files[i].path && strcmp(files[i].path, "-") == 0)
            armex_text_add_bytes(out, files[i].bytes.data, files[i].bytes.length);
        else if (files[i].path)
            status = prepare(&asides[i], &files[i], error);
    if (!status && out->failed)
        status = armex_fail_memory(error);
    for (size_t i = 0; i < ARMEX_PLOT_FILES; i++) {
        if (!status && asides[i])
            status = armex_aside_commit(asides[i], error);
        else
            armex_aside_abandon(asides[i]);
    }
    return status;
}
