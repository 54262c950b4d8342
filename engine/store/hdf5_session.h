/**
 * store/hdf5_session.h: one thread at a time in HDF5, and HDF5 silent meanwhile.
 *
 * HDF5 is built with or without locks of its own, its high-level half always without;
 * so this room has the library's only lock, and nothing else is guarded by it.
 */
#ifndef ARMEX_STORE_HDF5_SESSION_H
#define ARMEX_STORE_HDF5_SESSION_H

#include <hdf5.h>

/** How the caller had HDF5 speak of errors. */
struct armex_hdf5_session {
    H5E_auto2_t speak;
    void *data;
};

void armex_hdf5_enter(struct armex_hdf5_session *session);
void armex_hdf5_leave(const struct armex_hdf5_session *session);

#endif
