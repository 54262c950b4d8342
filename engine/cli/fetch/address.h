/**
 * cli/fetch/address.h: which addresses may be asked.
 */
#ifndef ARMEX_CLI_FETCH_ADDRESS_H
#define ARMEX_CLI_FETCH_ADDRESS_H

#include <stdbool.h>

/** NULL where `url` may be asked, else why not: https only, but for a server of this
 *  machine (127.0.0.0/8, [::1], localhost); without a name and password; and from
 *  another machine (`at_home` false) never to this one. */
const char *address_refused(const char *url, bool at_home);

/** Whether the server is one of this machine. */
bool address_at_home(const char *url);

#endif
