/** chart/scratch.c: a file in memory, which another program opens by its name. */
#include "chart/scratch.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"

/** By our own number, not "self": it is a child that will open it. */
void armex_scratch_name(char out[ARMEX_SCRATCH_NAME], int file)
{
    snprintf(out, ARMEX_SCRATCH_NAME, "/proc/%ld/fd/%d", (long)getpid(), file);
}

armex_status armex_scratch_create(int *out, struct armex_error *error)
{
    char name[ARMEX_SCRATCH_NAME];
    *out = memfd_create("armex", MFD_CLOEXEC);
    if (*out < 0)
        return armex_fail(error, ARMEX_CANNOT_CREATE, ARMEX_NOWHERE,
                          "cannot make a file in memory: %s", strerror(errno));
    armex_scratch_name(name, *out);
    if (access(name, R_OK | W_OK) == 0)
        return ARMEX_OK;
    const int reason = errno;
    close(*out);
    *out = -1;
    return armex_fail(
        error, ARMEX_CANNOT_CREATE, ARMEX_NOWHERE,
        "charts need /proc, where gnuplot finds what it draws into; %s: %s", name,
        strerror(reason));
}

static armex_status failed(struct armex_error *error, const char *what)
{
    return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "cannot %s a file in memory: %s",
                      what, strerror(errno));
}

armex_status armex_scratch_write(int file, const char *bytes, size_t length,
                                 struct armex_error *error)
{
    return armex_write_all(file, bytes, length) ? ARMEX_OK : failed(error, "write");
}

armex_status armex_scratch_read(struct armex_text *out, int file, size_t limit,
                                struct armex_error *error)
{
    char bytes[1 << 14];
    off_t at = 0;
    for (;;) {
        const ssize_t n = pread(file, bytes, sizeof bytes, at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return failed(error, "read");
        if (n == 0)
            return out->failed ? armex_fail_memory(error) : ARMEX_OK;
        at += n;
        if ((size_t)at > limit)
            return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                              "gnuplot's picture is larger than %zu bytes", limit);
        armex_text_add_bytes(out, bytes, (size_t)n);
    }
}
