/**
 * report/folder.h: a folder of files that appears whole or not at all.
 *
 * One run at a time: ".NAME.lock" beside the folder is locked while a report is made.
 * The new folder is written as ".NAME.PID.part", synced, then exchanged with what
 * stands there in one step. Where the file system cannot exchange, the old folder
 * becomes ".NAME.PID.old" for a moment. What a crash left of either is put right by the
 * next run that holds the lock.
 */
#ifndef ARMEX_REPORT_FOLDER_H
#define ARMEX_REPORT_FOLDER_H

#include "report/crate.h"

struct armex_folder;

/** Takes the lock for `path` and puts right what crashes left behind.
 *  Owner:  the caller, armex_folder_close(), which gives the lock back.
 *  Errors: ARMEX_TRY_AGAIN when another run holds the lock; ARMEX_CANNOT_CREATE when
 *          the folder above is missing or cannot be written, or when something other
 *          than a report stands there; ARMEX_NO_MEMORY. */
armex_status armex_folder_open(struct armex_folder **out, const char *path,
                               struct armex_error *error);
void armex_folder_close(struct armex_folder *folder); /* NULL is fine */

/** Makes the new folder, aside. What is put into the crate is all that will be in it.
 *  Owner: the folder. Errors: ARMEX_CANNOT_CREATE, ARMEX_NO_MEMORY. */
armex_status armex_folder_begin(struct armex_crate **out, struct armex_folder *folder,
                                struct armex_error *error);

/** Syncs what was put and swaps it in. Without, or when it fails, nothing is left of
 *  the new folder when this one is closed, and what stood there stands; only where the
 *  swap itself cannot be synced, which is ARMEX_IO, the new one stands.
 *  Errors: ARMEX_CANNOT_CREATE, ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_folder_commit(struct armex_folder *folder,
                                 struct armex_error *error);

/** Removes a folder and all in it, links not followed; one that is not there is fine.
 *  Errors: ARMEX_IO, naming what would not go. */
armex_status armex_folder_remove(const char *path, struct armex_error *error);

#endif
