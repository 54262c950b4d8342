/**
 * cli/fetch/transfer.h: one file asked for over the network.
 *
 * armex-fetch is a program of its own, so that armex never loads libcurl:
 *
 *     armex-fetch URL FILE LARGEST SECONDS ETAG LAST-MODIFIED
 *
 * writes the newest file to FILE, unless it is as the last two say ("" where nothing is
 * known), and says in lines on standard output: `status` (of HTTP; 0: no answer),
 * `etag` and `last-modified` to be sent back next time, `day` (2026-02-12, of the file,
 * else of the answer); of a failure `fault` (network, large, address, disk) and
 * `words`.
 */
#ifndef ARMEX_CLI_FETCH_TRANSFER_H
#define ARMEX_CLI_FETCH_TRANSFER_H

#include <stdbool.h>
#include <stdio.h>

struct transfer_request {
    const char *url, *etag, *last_modified;
    long largest, seconds;
    FILE *file;
};

struct transfer_answer {
    long status;
    char etag[512], last_modified[128]; /**< "": not said, or not to be repeated */
    long long day;                      /**< seconds since 1970; -1: not said */
    const char *fault;                  /**< NULL: none */
    char words[512];
};

/** Asks; follows at most five redirections, and none to an address that may not be
 *  asked (cli/fetch/address.h). */
void transfer(struct transfer_answer *out, const struct transfer_request *request);

#endif
