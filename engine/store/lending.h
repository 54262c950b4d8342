/**
 * store/lending.h: vintages that are read once and lent to whoever asks.
 *
 * A report asks the same two files twenty times over; each is opened, checked and read
 * for the first of them. Vintage files are never changed, so what was read stays right;
 * what this program writes itself is read anew. Of what nobody has on loan only so much
 * is kept, the largest given up first: a register of a gigabyte is not held for the
 * sake of a question that may never come.
 * Any thread may borrow and return; two that want the same file read it once.
 */
#ifndef ARMEX_STORE_LENDING_H
#define ARMEX_STORE_LENDING_H

#include "store/vintage_file.h"

struct armex_lending;

/** `most_kept`: bytes of memory, of all that nobody has on loan.
 *  Owner: the caller, armex_lending_close(). NULL: no memory. */
struct armex_lending *armex_lending_open(size_t most_kept);

/** Everything must have been returned. NULL is fine. */
void armex_lending_close(struct armex_lending *lending);

/** What stands in the file at `path`; on loan until it is returned. `*out` is NULL on
 *  failure. Errors: as armex_vintage_read(). */
armex_status armex_lending_borrow(const struct armex_vintage **out,
                                  struct armex_lending *lending, const char *path,
                                  enum armex_vintage_parts parts,
                                  struct armex_error *error);
void armex_lending_return(struct armex_lending *lending,
                          const struct armex_vintage *vintage);

/** The file at `path` is another one now: what is on loan stays with its borrowers. */
void armex_lending_forget(struct armex_lending *lending, const char *path);

/** How many vintages are held, on loan or not. */
size_t armex_lending_count(struct armex_lending *lending);

#endif
