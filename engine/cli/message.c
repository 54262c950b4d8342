/** cli/message.c: how an error reads, and the exit status it ends the program with. */
#include <string.h>
#include <sysexits.h>

#include "cli/session.h"

/** Whether a message begins with FILE:LINE:COLUMN: and needs no other start. */
static bool begins_with_place(const char *message)
{
    static const char digits[] = "0123456789";

    for (const char *colon = strchr(message, ':'); colon;
         colon = strchr(colon + 1, ':')) {
        const size_t line = strspn(colon + 1, digits);
        const char *second = colon + 1 + line;
        const size_t column = *second == ':' ? strspn(second + 1, digits) : 0;
        if (memchr(message, '\'', (size_t)(colon - message)))
            return false; // what is quoted is something else
        if (line && column && second[1 + column] == ':')
            return true;
    }
    return false;
}

void armex_error_lines(struct armex_text *out, const char *command,
                       const struct armex_error *error)
{
    armex_text_printf(out, "%s%s\n", begins_with_place(error->message) ? "" : "armex: ",
                      error->message);
    if (error->status == ARMEX_USAGE && !strstr(error->message, "did you mean"))
        armex_text_printf(out, "try 'armex%s%s --help'\n", *command ? " " : "",
                          command);
}

int armex_exit_code(armex_status status)
{
    static const unsigned char codes[] = {
        [ARMEX_OK] = EX_OK,
        [ARMEX_ANSWER_NO] = 1,
        [ARMEX_USAGE] = EX_USAGE,
        [ARMEX_BAD_INPUT] = EX_DATAERR,
        [ARMEX_NOT_FOUND] = EX_NOINPUT,
        [ARMEX_TOO_FEW] = EX_DATAERR,
        [ARMEX_UNAVAILABLE] = EX_UNAVAILABLE,
        [ARMEX_BUG] = EX_SOFTWARE,
        [ARMEX_NO_MEMORY] = EX_OSERR,
        [ARMEX_CANNOT_CREATE] = EX_CANTCREAT,
        [ARMEX_IO] = EX_IOERR,
        [ARMEX_TRY_AGAIN] = EX_TEMPFAIL,
        [ARMEX_BAD_SPEC] = EX_CONFIG,
    };
    return (size_t)status < sizeof codes ? codes[status] : EX_SOFTWARE;
}
