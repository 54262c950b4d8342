/** store/vintage_verify.c: a stored file against its seal and the totals it recorded,
 *  as this program reads it and as HDF5 does. */
#include "store/vintage_read.h"

#include "base/number.h"

static armex_status say_altered(const char *path, const char *why,
                                struct armex_error *error)
{
    return armex_fail(error, ARMEX_ANSWER_NO, (struct armex_place){path, 0, 0},
                      "altered since it was stored: %s; ingest its source again", why);
}

static armex_status compare_totals(const char *path, struct armex_totals recorded,
                                   struct armex_totals found, struct armex_error *error)
{
    const struct armex_place place = {path, 0, 0};
    char sum[ARMEX_NUMBER_SIZE], due[ARMEX_NUMBER_SIZE];

    if (recorded.observations != found.observations)
        return armex_fail(error, ARMEX_ANSWER_NO, place,
                          "altered since it was stored: %lld observations, recorded "
                          "were %lld; ingest its source again",
                          found.observations, recorded.observations);
    armex_number_write(sum, found.sum);
    armex_number_write(due, recorded.sum);
    if (!(recorded.sum == found.sum))
        return armex_fail(error, ARMEX_ANSWER_NO, place,
                          "altered since it was stored: its values add up to %s, "
                          "recorded was %s; ingest its source again",
                          sum, due);
    return ARMEX_OK;
}

/** The seal holds, so what differs now was sealed by another hand than ours. */
static armex_status check_totals(const char *path, const struct armex_image *image,
                                 enum armex_way way, const char **why,
                                 struct armex_error *error)
{
    struct armex_vintage *vintage = NULL;
    struct armex_totals recorded = {0, 0.0};
    armex_status status = armex_vintage_read_image(
        &vintage, &recorded, why, image, path, ARMEX_EVERYTHING_CHECKED, way, error);

    if (!status)
        status = compare_totals(path, recorded, armex_totals_of(vintage), error);
    armex_vintage_free(vintage);
    return status;
}

armex_status armex_vintage_verify(const char *path, struct armex_error *error)
{
    struct armex_image image;
    const char *why = NULL;
    armex_status status = armex_image_open(&image, &why, path, error);

    // By HDF5 first: it checks the sums of the raw extents before it reads.
    if (!status)
        status = check_totals(path, &image, ARMEX_BY_HDF5, &why, error);
    if (status == ARMEX_BAD_INPUT)
        status = say_altered(path, why, error);
    if (!status)
        status = check_totals(path, &image, ARMEX_PLAINLY, &why, error);
    if (status == ARMEX_BAD_INPUT) // a form that only HDF5 reads, and it did
        status = ARMEX_OK;
    armex_image_close(&image);
    return status;
}
