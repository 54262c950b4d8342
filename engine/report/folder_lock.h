/**
 * report/folder_lock.h: one run at a time.
 */
#ifndef ARMEX_REPORT_FOLDER_LOCK_H
#define ARMEX_REPORT_FOLDER_LOCK_H

#include "base/error.h"

/** Locks the file at `path`, made if need be; `what` is named in messages. The lock
 * goes with the process, however it ends. Errors: ARMEX_TRY_AGAIN, ARMEX_CANNOT_CREATE.
 */
armex_status armex_lock_take(int *out, const char *path, const char *what,
                             struct armex_error *error);

/** Removes the file and gives the lock back. */
void armex_lock_release(int lock, const char *path);

#endif
