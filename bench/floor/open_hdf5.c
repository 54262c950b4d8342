/** bench/floor/open_hdf5.c: what starting a program and HDF5 in it costs. */
#include <hdf5.h>

int main(void)
{
    return H5open() < 0;
}
