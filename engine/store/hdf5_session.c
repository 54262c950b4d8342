/** store/hdf5_session.c: the lock around HDF5. */
#include "store/hdf5_session.h"

#include <pthread.h>

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

void armex_hdf5_enter(struct armex_hdf5_session *session)
{
    pthread_mutex_lock(&one_at_a_time);
    if (H5Eget_auto2(H5E_DEFAULT, &session->speak, &session->data) < 0)
        *session = (struct armex_hdf5_session){NULL, NULL};
    H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
}

void armex_hdf5_leave(const struct armex_hdf5_session *session)
{
    H5Eclear2(H5E_DEFAULT);
    H5Eset_auto2(H5E_DEFAULT, session->speak, session->data);
    pthread_mutex_unlock(&one_at_a_time);
}
