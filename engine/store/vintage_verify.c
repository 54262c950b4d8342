/** store/vintage_verify.c: a stored file against its seal and the totals it recorded.
 */
#include "store/vintage_file.h"

#include "store/hdf5_session.h"
#include "store/seal.h"
#include "store/totals.h"
#include "store/vintage_read.h"

static armex_status say_altered(const char *path, const char *why,
                                struct armex_error *error)
{
    return armex_fail(error, ARMEX_ANSWER_NO, (struct armex_place){path, 0, 0},
                      "altered since it was stored: %s; ingest its source again", why);
}

static bool read_totals(struct armex_totals *totals, const char *path,
                        const struct armex_seal *seal)
{
    struct armex_hdf5_session session;
    struct armex_get get;

    armex_hdf5_enter(&session);
    armex_get_open(&get, path, seal);
    const bool read =
        armex_get_number(&get, NULL, "observations", H5T_NATIVE_LLONG,
                         &totals->observations) &&
        armex_get_number(&get, NULL, "sum_of_values", H5T_NATIVE_DOUBLE, &totals->sum);
    armex_get_close(&get);
    armex_hdf5_leave(&session);
    return read;
}

/** The seal holds, so what differs now was sealed by another hand than ours. */
static armex_status check_totals(const char *path, const struct armex_seal *seal,
                                 struct armex_error *error)
{
    struct armex_vintage *vintage = NULL;
    struct armex_totals recorded = {0, 0.0}, found = {0, 0.0};
    armex_status status = armex_vintage_read(&vintage, path, ARMEX_EVERYTHING, error);

    if (status)
        return status;
    found = armex_totals_of(vintage);
    if (!read_totals(&recorded, path, seal))
        status = say_altered(path, "its recorded totals are gone", error);
    else if (recorded.observations != found.observations)
        status = armex_fail(error, ARMEX_ANSWER_NO, (struct armex_place){path, 0, 0},
                            "altered since it was stored: %lld observations, recorded "
                            "were %lld; ingest its source again",
                            found.observations, recorded.observations);
    else if (!(recorded.sum == found.sum))
        status = armex_fail(error, ARMEX_ANSWER_NO, (struct armex_place){path, 0, 0},
                            "altered since it was stored: its values add up to %.17g, "
                            "recorded was %.17g; ingest its source again",
                            found.sum, recorded.sum);
    armex_vintage_free(vintage);
    return status;
}

armex_status armex_vintage_verify(const char *path, struct armex_error *error)
{
    struct armex_seal seal;
    const char *why = NULL;
    armex_status status = armex_seal_check(&seal, &why, path, error);

    if (!status)
        status = armex_seal_check_raw(&seal, &why, path, error);
    if (status && why)
        return say_altered(path, why, error);
    return status ? status : check_totals(path, &seal, error);
}
