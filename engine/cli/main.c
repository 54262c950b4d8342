/** cli/main.c: the only place that prints, and that ends the program. */
#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
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

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

/** The second ^C ends the program at once. Who started us with ^C ignored means it. */
static bool stopped(void)
{
    static bool guarded;
    const struct sigaction action = {.sa_handler = interrupt,
                                     .sa_flags = (int)SA_RESETHAND};
    struct sigaction before;

    if (!guarded && sigaction(SIGINT, NULL, &before) == 0 &&
        before.sa_handler != SIG_IGN)
        sigaction(SIGINT, &action, NULL);
    guarded = true;
    return interrupted;
}

static double seconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/** "412 of 1008 MB, 2710 MB/s, 1 s left", ten times a second; `done` falls when a new
 *  file begins. */
static void show_reading(uint64_t done, uint64_t all)
{
    static double begun, shown;
    static uint64_t before;
    const double mega = 1e6, pause = 0.1, now = seconds_now();

    if (done < before || begun == 0.0)
        begun = shown = now;
    before = done;
    const double rate = (double)done / (now - begun + 1e-9);
    if (done < all && now - shown > pause) {
        fprintf(stderr, "\r%.0f of %.0f MB, %.0f MB/s, %.0f s left\033[K",
                (double)done / mega, (double)all / mega, rate / mega,
                (double)(all - done) / rate);
        shown = now;
    } else if (done == all && shown > begun)
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

/** What one file needed the next one uses again: giving memory back and getting it
 * anew, zeroed page by page, takes as long as reading a small file. */
static void keep_memory(void)
{
    const int megabyte = 1 << 20;

    mallopt(M_MMAP_THRESHOLD, 4 * megabyte);
    mallopt(M_TRIM_THRESHOLD, 64 * megabyte);
    mallopt(M_TOP_PAD, megabyte);
    mallopt(M_ARENA_MAX, 2); // two threads that read do not wait for each other
}

int main(int argc, char **argv)
{
    struct armex_session session;
    struct armex_error error = {0}, late = {0};
    armex_status status, delivered;

    keep_memory();
    signal(SIGPIPE, SIG_IGN);
    gsl_set_error_handler_off(); // statuses are checked; GSL would abort
    status = armex_session_begin(&session, &error);
    session.width = terminal_width();
    session.stopped = stopped;
    if (isatty(STDERR_FILENO)) {
        session.progress = show_progress;
        session.reading = show_reading;
    }
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
    if (interrupted) { // so that a script that called us stops as well
        signal(SIGINT, SIG_DFL);
        raise(SIGINT);
    }
    return armex_exit_code(status);
}
