/** cli/main.c: the only place that prints, and that ends the program. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <gsl/gsl_errno.h>

#include "base/file.h"
#include "cli/command.h"

/** The columns of the terminal that reads; 0 when none does. */
static size_t terminal_width(void)
{
    struct winsize size;
    const bool terminal = isatty(STDOUT_FILENO) && !ioctl(1, TIOCGWINSZ, &size);
    return terminal ? size.ws_col : 0;
}

/** One line that is written over, and taken away in the end. */
static void show_progress(size_t done, size_t all)
{
    fprintf(stderr, "\r%zu of %zu", done, all);
    if (done == all)
        fputs("\r\033[K", stderr);
}

/** A pipe that nobody reads any more is no news to anyone: it fails without words. */
static armex_status write_standard_output(const struct armex_text *out,
                                          struct armex_error *error)
{
    if (fwrite(out->data, 1, out->length, stdout) == out->length && !fflush(stdout))
        return ARMEX_OK;
    if (errno == EPIPE) {
        error->message[0] = '\0';
        return ARMEX_IO;
    }
    return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "standard output: %s",
                      strerror(errno));
}

/** Data go out even if the answer is "no", or one file of several was refused. */
static armex_status deliver(const struct armex_session *session,
                            struct armex_error *error)
{
    const char *path = session->output_done ? NULL : session->globals.output;

    if (!session->out.length)
        return ARMEX_OK;
    if (path && strcmp(path, "-") != 0)
        return armex_file_write(path, session->out.data, session->out.length, error);
    return write_standard_output(&session->out, error);
}

static void say(struct armex_session *session, const struct armex_error *error)
{
    if (*error->message)
        armex_error_lines(&session->words, session->command, error);
    if (session->words.length)
        fputs(session->words.data, stderr); // nowhere is left to complain to
}

int main(int argc, char **argv)
{
    struct armex_session session;
    struct armex_error error = {0}, late = {0};
    armex_status status, delivered;

    signal(SIGPIPE, SIG_IGN);
    gsl_set_error_handler_off(); // statuses are checked; GSL would abort
    status = armex_session_begin(&session, &error);
    session.width = terminal_width();
    if (isatty(STDERR_FILENO))
        session.progress = show_progress;
    if (!status)
        status = armex_program(&session, (const char *const *)argv + 1,
                               argc > 0 ? (size_t)argc - 1 : 0, &error);
    delivered = deliver(&session, &late);
    say(&session, &error);
    if (delivered) {
        session.words.length = 0;
        say(&session, &late);
        if (!status || status == ARMEX_ANSWER_NO)
            status = delivered;
    }
    armex_session_end(&session);
    return armex_exit_code(status);
}
