/** store/vintage_read.c: the parts of a stored file, one after another. */
#include "store/vintage_read.h"

#include "store/hdf5_get.h"
#include "store/hdf5_session.h"

static armex_status read_parts(struct armex_vintage **out, struct armex_get *get,
                               enum armex_vintage_parts parts,
                               struct armex_error *error)
{
    armex_status status = armex_get_provenance(out, get, error);

    if (status || parts == ARMEX_PROVENANCE_ONLY)
        return status;
    if (armex_get_has(get, "record"))
        return armex_get_records(*out, get, error);
    status = armex_get_panel(*out, get, error);
    const bool everything =
        parts == ARMEX_EVERYTHING || parts == ARMEX_EVERYTHING_CHECKED;
    if (!status && everything && armex_get_has(get, "publication"))
        status = armex_get_publications(*out, get, error);
    if (!status && everything && armex_get_has(get, "flow_value"))
        status = armex_get_flows(*out, get, parts == ARMEX_EVERYTHING, error);
    return status;
}

static armex_status read_totals(struct armex_totals *totals, struct armex_get *get)
{
    return armex_get_number(get, NULL, "observations", ARMEX_AS_LONG_LONG,
                            &totals->observations) &&
                   armex_get_number(get, NULL, "sum_of_values", ARMEX_AS_DOUBLE,
                                    &totals->sum)
               ? ARMEX_OK
               : ARMEX_BAD_INPUT;
}

static armex_status read_plainly(struct armex_vintage **out,
                                 struct armex_totals *totals, struct armex_get *get,
                                 enum armex_vintage_parts parts,
                                 struct armex_error *error)
{
    armex_status status;

    if (!armex_plain_open(&get->plain, get->image, get->scratch)) {
        armex_get_fault(get, "its form is strange");
        return ARMEX_BAD_INPUT;
    }
    status = read_parts(out, get, parts, error);
    return status || !totals ? status : read_totals(totals, get);
}

static armex_status read_by_hdf5(struct armex_vintage **out,
                                 struct armex_totals *totals, struct armex_get *get,
                                 const char *path, enum armex_vintage_parts parts,
                                 struct armex_error *error)
{
    struct armex_hdf5_session session;
    armex_status status = ARMEX_BAD_INPUT;

    armex_hdf5_enter(&session);
    armex_hdf5_open(get, path);
    if (!get->why)
        status = read_parts(out, get, parts, error);
    if (!status && totals)
        status = read_totals(totals, get);
    armex_hdf5_close(get);
    armex_hdf5_leave(&session);
    return status;
}

armex_status armex_vintage_read_image(struct armex_vintage **out,
                                      struct armex_totals *totals, const char **why,
                                      const struct armex_image *image, const char *path,
                                      enum armex_vintage_parts parts,
                                      enum armex_way way, struct armex_error *error)
{
    struct armex_get get = {
        .image = image, .scratch = armex_arena_create(), .file = H5I_INVALID_HID};
    armex_status status;

    *out = NULL;
    if (!get.scratch)
        return armex_fail_memory(error);
    status = way == ARMEX_BY_HDF5 ? read_by_hdf5(out, totals, &get, path, parts, error)
                                  : read_plainly(out, totals, &get, parts, error);
    armex_arena_free(get.scratch);
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    *why = get.why ? get.why : "its form is strange";
    return status && get.no_memory ? armex_fail_memory(error) : status;
}
