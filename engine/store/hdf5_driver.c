/** store/hdf5_driver.c: a driver of plain reads and writes that keeps failures back. */
#include "store/hdf5_driver.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/** What HDF5 knows of an open file, then what we do. */
struct driven {
    H5FD_t known;
    int file;
    haddr_t allocated, written; // ends of what HDF5 has given out, and has written
    int *reason;
};

/** The access list carries where to leave the error. */
struct setting {
    int *reason;
};

static H5FD_t *open_driven(const char *path, unsigned flags, hid_t access, haddr_t most)
{
    const struct setting *setting = H5Pget_driver_info(access);
    struct driven *driven = calloc(1, sizeof *driven);

    (void)most;
    if (!driven || !setting || !(flags & H5F_ACC_TRUNC)) {
        free(driven);
        return NULL;
    }
    driven->reason = setting->reason;
    driven->file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (driven->file < 0)
        *driven->reason = errno;
    return (H5FD_t *)driven;
}

static herr_t close_driven(H5FD_t *known)
{
    struct driven *driven = (struct driven *)known;

    if (driven->file >= 0 && close(driven->file) != 0 && *driven->reason == 0)
        *driven->reason = errno;
    free(driven);
    return 0;
}

static herr_t query(const H5FD_t *known, unsigned long *flags)
{
    (void)known;
    *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA |
             H5FD_FEAT_DATA_SIEVE | H5FD_FEAT_AGGREGATE_SMALLDATA;
    return 0;
}

static haddr_t get_allocated(const H5FD_t *known, H5FD_mem_t type)
{
    (void)type;
    return ((const struct driven *)known)->allocated;
}

static herr_t set_allocated(H5FD_t *known, H5FD_mem_t type, haddr_t end)
{
    (void)type;
    ((struct driven *)known)->allocated = end;
    return 0;
}

static haddr_t get_written(const H5FD_t *known, H5FD_mem_t type)
{
    (void)type;
    return ((const struct driven *)known)->written;
}

/** What was never written, or could not be, reads as zeros. */
static herr_t read_driven(H5FD_t *known, H5FD_mem_t type, hid_t transfer, haddr_t at,
                          size_t size, void *buffer)
{
    const struct driven *driven = (const struct driven *)known;
    char *to = buffer;

    (void)type;
    (void)transfer;
    while (size > 0) {
        const ssize_t got = pread(driven->file, to, size, (off_t)at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        to += got;
        at += (haddr_t)got;
        size -= (size_t)got;
    }
    memset(to, 0, size);
    return 0;
}

static herr_t write_driven(H5FD_t *known, H5FD_mem_t type, hid_t transfer, haddr_t at,
                           size_t size, const void *buffer)
{
    struct driven *driven = (struct driven *)known;
    const char *from = buffer;

    (void)type;
    (void)transfer;
    if (at + size > driven->written)
        driven->written = at + size;
    while (size > 0 && *driven->reason == 0) {
        const ssize_t put = pwrite(driven->file, from, size, (off_t)at);
        if (put < 0 && errno != EINTR)
            *driven->reason = errno;
        if (put <= 0)
            continue;
        from += put;
        at += (haddr_t)put;
        size -= (size_t)put;
    }
    return 0;
}

/** Space given out and not written belongs to the file too. */
static herr_t set_length(H5FD_t *known, hid_t transfer, hbool_t closing)
{
    struct driven *driven = (struct driven *)known;

    (void)transfer;
    (void)closing;
    if (driven->written == driven->allocated)
        return 0;
    driven->written = driven->allocated;
    if (*driven->reason == 0 && ftruncate(driven->file, (off_t)driven->allocated) != 0)
        *driven->reason = errno;
    return 0;
}

static const H5FD_class_t driver = {
    .name = "armex",
    .maxaddr = INT64_MAX,
    .fc_degree = H5F_CLOSE_WEAK,
    .fapl_size = sizeof(struct setting),
    .open = open_driven,
    .close = close_driven,
    .query = query,
    .get_eoa = get_allocated,
    .set_eoa = set_allocated,
    .get_eof = get_written,
    .read = read_driven,
    .write = write_driven,
    .truncate = set_length,
    .fl_map = H5FD_FLMAP_DICHOTOMY,
};

hid_t armex_hdf5_driver_use(hid_t access, int *reason)
{
    const struct setting setting = {reason};
    const hid_t registered = H5FDregister(&driver);

    *reason = 0;
    if (registered >= 0 && H5Pset_driver(access, registered, &setting) < 0) {
        H5FDunregister(registered);
        return H5I_INVALID_HID;
    }
    return registered;
}
