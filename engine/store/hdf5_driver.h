/**
 * store/hdf5_driver.h: how HDF5 writes a new file: by a driver that never fails it.
 *
 * When a disk is full, HDF5 can neither write nor close nor forget a file, and crashes
 * when the program ends. This driver keeps the first error for us, takes whatever else
 * HDF5 hands it, and lets it close in peace; the file is then thrown away.
 */
#ifndef ARMEX_STORE_HDF5_DRIVER_H
#define ARMEX_STORE_HDF5_DRIVER_H

#include <hdf5.h>

/** Has `access` open its file for writing anew by this driver, which sets `*reason` to
 *  the errno of the first failure. `reason` outlives the file; it starts as 0.
 *  Returns the driver, for H5FDunregister() after the file is closed; <0: HDF5 refused.
 */
hid_t armex_hdf5_driver_use(hid_t access, int *reason);

#endif
