/**
 * store/vintage_file.c: the layout of a vintage file.
 *
 * HDF5 within the format of releases 1.8 to 1.10, as netCDF-4 uses it, and behind it a
 * seal (store/seal.h). All in the root group:
 *
 *     year(year) int              coordinate
 *     series                      a dimension without figures
 *     value(year, series) double  NaN where missing; units where all series share one
 *     status(year, series) ubyte  model/mark.h, with CF's flag_masks and flag_values
 *     entity name                 (series) string
 *     scope measure flow unit     (series) string, or one for all
 *     first_month years headline  (series) byte, or one for all
 *
 * what all series share is a scalar coordinate variable, as CF has it. A vintage whose
 * observations have several publications adds
 *
 *     publication_value _series _year _status _flag _digits _citation _last_day
 *     publication_date _note      (publication)
 *     citation_publisher _title _url (citation) string
 *
 * one whose panel is the totals of flows, over the dimension `delivery`,
 *
 *     flow_supplier _recipient _category _year _status _value _report
 *     flow_deal _order_year _number _flags        where the rows belong to deals
 *     flow_entity_code (flow_entity), flow_category_words (flow_category_name) string
 *
 * (places along a list in the narrowest of ubyte, ushort and uint that holds them; one
 * status where all rows share it; no flow_report where suppliers alone report),
 * and a vintage of records has, instead of all that, one variable a column over the
 * dimension `record`, double or string. Attributes of the file follow ACDD 1.3 and add
 * source_file, source_sha256, source_retrieved, armex_version, armex_layout,
 * observations and sum_of_values (store/totals.h).
 *
 * Strings are of variable length: the only form in which ncdump, h5dump, xarray, h5py
 * and R's ncdf4 and hdf5r all show words. Strings of fixed length make netCDF 4.9 crash
 * (ncdump and R alike), arrays of characters are rows of letters to h5py and hdf5r.
 * They cost 0.2 us each, which shared ones do not have to pay.
 *
 * Reading and writing do without HDF5 (store/plain.h, store/put.h), whose start alone
 * takes longer than all the rest; verifying reads both ways.
 */
#include "store/vintage_file.h"

#include <string.h>

#include "base/file.h"
#include "store/vintage_read.h"
#include "store/vintage_write.h"

/** false: it failed, put->reason may say why. */
static bool write_parts(struct armex_put *put, const struct armex_vintage *vintage,
                        int stream, struct armex_arena *scratch)
{
    armex_put_open(put, stream);
    armex_put_provenance(put, vintage);
    if (vintage->panel)
        armex_put_panel(put, vintage->panel, scratch);
    if (vintage->publications)
        armex_put_publications(put, vintage->publications, scratch);
    if (vintage->flows)
        armex_put_flows(put, vintage->flows, scratch);
    if (vintage->records)
        armex_put_records(put, vintage->records);
    return armex_put_close(put);
}

static armex_status write_aside(struct armex_aside *aside,
                                const struct armex_vintage *vintage, const char *path,
                                struct armex_error *error)
{
    struct armex_arena *scratch = armex_arena_create();
    struct armex_put put;

    if (!scratch)
        return armex_fail_memory(error);
    const bool written =
        write_parts(&put, vintage, fileno(armex_aside_stream(aside)), scratch);
    armex_arena_free(scratch);
    if (written)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_IO, ((struct armex_place){path, 0, 0}),
                      "cannot be written: %s",
                      put.reason ? strerror(put.reason)
                                 : "no memory, or a column's name has another meaning "
                                   "in HDF5");
}

armex_status armex_vintage_write(const struct armex_vintage *vintage, const char *path,
                                 struct armex_error *error)
{
    struct armex_aside *aside = NULL;

    if (!vintage->panel == !vintage->records ||
        ((vintage->publications || vintage->flows) && !vintage->panel))
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "a vintage is either a panel or records");
    armex_status status = armex_aside_open(&aside, path, error);
    if (status)
        return status;
    status = write_aside(aside, vintage, path, error);
    if (!status)
        return armex_aside_commit(aside, error);
    armex_aside_abandon(aside);
    return status;
}

/** What is wrong with a file, and what to do about it. */
static armex_status refuse(const char *path, const char *why, struct armex_error *error)
{
    return armex_fail(
        error, ARMEX_BAD_INPUT, (struct armex_place){path, 0, 0},
        "not a vintage file of armex, or damaged (%s); ingest its source again", why);
}

/** Without HDF5 where that is possible. */
static armex_status read_sealed(struct armex_vintage **out, const char **why,
                                const struct armex_image *image, const char *path,
                                enum armex_vintage_parts parts,
                                struct armex_error *error)
{
    const armex_status status = armex_vintage_read_image(out, NULL, why, image, path,
                                                         parts, ARMEX_PLAINLY, error);

    return status == ARMEX_BAD_INPUT
               ? armex_vintage_read_image(out, NULL, why, image, path, parts,
                                          ARMEX_BY_HDF5, error)
               : status;
}

armex_status armex_vintage_read(struct armex_vintage **out, const char *path,
                                enum armex_vintage_parts parts,
                                struct armex_error *error)
{
    struct armex_image image;
    const char *why = NULL;
    armex_status status = armex_image_open(&image, &why, path, error);

    *out = NULL;
    if (!status) // HDF5 can crash or spin on a damaged file: it is never shown one
        status = read_sealed(out, &why, &image, path, parts, error);
    armex_image_close(&image);
    return status == ARMEX_BAD_INPUT ? refuse(path, why, error) : status;
}
