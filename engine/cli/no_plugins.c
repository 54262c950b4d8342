/**
 * cli/no_plugins.c: HDF5 finds no plugins.
 *
 * It would load libraries from folders that the environment names, for filters that no
 * file of the store has. The linker puts this in the place of dlopen (engine/cmake/
 * static.cmake), of which a program without shared libraries has little use.
 */
#include <stddef.h>

void *armex_no_plugin(const char *file, int mode);

void *armex_no_plugin(const char *file, int mode)
{
    (void)file;
    (void)mode;
    return NULL;
}
