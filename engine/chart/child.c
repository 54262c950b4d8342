/** chart/child.c: running another program, without a shell, without waiting for ever.
 */
#include "chart/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KEPT_BYTES = 1 << 20, MOST_CHILDREN = 8 };

/** Whether a variable may change what gnuplot or fontconfig writes. */
static bool steers(const char *variable)
{
    static const char *const names[] = {"LC_", "LANG", "GNUPLOT", "GNUTERM", "TZ="};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncmp(variable, names[i], strlen(names[i])))
            return true;
    return false;
}

static bool same_name(const char *variable, const char *other)
{
    return other && !strncmp(variable, other, strcspn(other, "=") + 1);
}

/** The environment without what steers, and one more variable, or NULL. Owner: the
 *  caller, free(). */
static const char **plain_environment(const char *more)
{
    size_t n = 0, kept = 0;
    while (environ && environ[n])
        n++;
    const char **plain = calloc(n + 4, sizeof *plain);
    if (!plain)
        return NULL;
    for (size_t i = 0; i < n; i++)
        if (!steers(environ[i]) && !same_name(environ[i], more))
            plain[kept++] = environ[i];
    plain[kept++] = "LC_ALL=C";
    plain[kept++] = "TZ=UTC";
    plain[kept] = more;
    return plain;
}

static void close_end(int *end)
{
    if (*end >= 0)
        close(*end);
    *end = -1;
}

/** A socket for input, not a pipe: writing to a child that is gone then gives an error
 *  instead of a SIGPIPE, which a library must not meddle with. */
static bool connect_child(int in[2], int out[2])
{
    in[0] = in[1] = out[0] = out[1] = -1;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) || pipe2(out, O_CLOEXEC))
        return false;
    shutdown(in[0], SHUT_RD);
    return fcntl(in[0], F_SETFL, O_NONBLOCK) == 0 &&
           fcntl(out[0], F_SETFL, O_NONBLOCK) == 0;
}

static int spawn(struct armex_child *child, const char *program,
                 const char *const *argv, const char *variable, int in, int out)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none, all;
    const char **environment = plain_environment(variable);
    if (!environment)
        return ENOMEM;

    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_init(&how);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &all);
    posix_spawnattr_setpgroup(&how, 0);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                       POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, in, 0);
    posix_spawn_file_actions_addopen(&files, child->output == 1 ? 2 : 1, "/dev/null",
                                     O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out, child->output);
    const int failed = posix_spawn(&child->pid, program, &files, &how,
                                   (char *const *)(const void *)argv,
                                   (char *const *)(const void *)environment);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
    free(environment);
    return failed;
}

static bool is_program(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 && S_ISREG(facts.st_mode) && access(path, X_OK) == 0;
}

/* Looked up here, because posix_spawn() may say only by the child's status that it
 * found none, and would run through the whole PATH in the child. */
bool armex_child_find(char out[ARMEX_CHILD_PATH], const char *program)
{
    const char *path = getenv("PATH");
    const bool named = strchr(program, '/');

    if (named)
        return snprintf(out, ARMEX_CHILD_PATH, "%s", program) < ARMEX_CHILD_PATH &&
               is_program(out);
    while (path && *path) {
        const size_t length = strcspn(path, ":");
        const int n = snprintf(out, ARMEX_CHILD_PATH, "%.*s/%s",
                               length ? (int)length : 1, length ? path : ".", program);
        if (n > 0 && n < ARMEX_CHILD_PATH && is_program(out))
            return true;
        path += length + (path[length] == ':');
    }
    return false;
}

armex_status armex_child_start(struct armex_child *child, const char *const *argv,
                               int output, struct armex_error *error)
{
    return armex_child_start_with(child, argv, output, NULL, error);
}

armex_status armex_child_start_with(struct armex_child *child, const char *const *argv,
                                    int output, const char *variable,
                                    struct armex_error *error)
{
    char program[ARMEX_CHILD_PATH];
    int in[2], out[2];
    int failed = EMFILE;
    *child = (struct armex_child){.in = -1, .out = -1, .output = output};
    in[0] = in[1] = out[0] = out[1] = -1;
    if (!armex_child_find(program, argv[0]))
        failed = ENOENT;
    else if (connect_child(in, out))
        failed = spawn(child, program, argv, variable, in[1], out[1]);
    else
        failed = errno;
    close_end(&in[1]);
    close_end(&out[1]);
    child->in = in[0];
    child->out = out[0];
    if (!failed)
        return ARMEX_OK;
    child->pid = 0;
    armex_child_end(child);
    if (failed == ENOENT || failed == EACCES || failed == ENOTDIR)
        return armex_fail(error, ARMEX_UNAVAILABLE, ARMEX_NOWHERE, "%s is missing",
                          argv[0]);
    return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "cannot run %s: %s", argv[0],
                      strerror(failed));
}

size_t armex_child_say(struct armex_child *child, const char *bytes, size_t length)
{
    size_t said = 0;
    while (child->in >= 0 && said < length) {
        const ssize_t n = send(child->in, bytes + said, length - said, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK)
            close_end(&child->in); // it is gone; its status will say why
        if (n < 0)
            break;
        said += (size_t)n;
    }
    return said;
}

static void feed(struct armex_child *child)
{
    const size_t said = armex_child_say(child, child->feed, child->left);
    child->feed += said;
    child->left -= said;
    if (!child->left)
        close_end(&child->in);
}

/** Whether what it said last is its farewell; more may come only by a fault. */
static bool took_leave(const struct armex_child *child)
{
    const size_t length = child->farewell ? strlen(child->farewell) : 0;
    return length && child->said.length >= length &&
           !memcmp(child->said.data + child->said.length - length, child->farewell,
                   length);
}

static void hear(struct armex_child *child)
{
    char bytes[4096];
    for (;;) {
        const ssize_t n = read(child->out, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return;
        if (n <= 0)
            break;
        if (child->said.length < (child->most ? child->most : KEPT_BYTES))
            armex_text_add_bytes(&child->said, bytes, (size_t)n);
    }
    close_end(&child->out);
}

static long milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void kill_child(struct armex_child *child)
{
    kill(-child->pid, SIGKILL);
    kill(child->pid, SIGKILL);
    while (waitpid(child->pid, &child->status, 0) < 0 && errno == EINTR)
        ;
    child->done = true;
}

bool armex_children_hear(struct armex_child *const *children, size_t n, int bell)
{
    struct pollfd ends[1 + MOST_CHILDREN] = {{.fd = bell, .events = POLLIN}};
    nfds_t used = 1;
    for (size_t i = 0; i < n && i < MOST_CHILDREN; i++)
        if (children[i]->out >= 0)
            ends[used++] = (struct pollfd){.fd = children[i]->out, .events = POLLIN};
    if (used == 1 || (poll(ends, used, -1) < 0 && errno != EINTR) || ends[0].revents)
        return false;
    for (size_t i = 0; i < n && i < MOST_CHILDREN; i++)
        if (children[i]->out >= 0)
            hear(children[i]);
    return true;
}

/** Polls the ends that are open. false: none is, only the endings are waited for. */
static bool exchange(struct armex_child *const *children, size_t n, long left)
{
    struct pollfd ends[2 * MOST_CHILDREN];
    nfds_t used = 0;
    for (size_t i = 0; i < n; i++) {
        if (children[i]->out >= 0)
            ends[used++] = (struct pollfd){.fd = children[i]->out, .events = POLLIN};
        if (children[i]->in >= 0)
            ends[used++] = (struct pollfd){.fd = children[i]->in, .events = POLLOUT};
    }
    if (!used)
        return false;
    poll(ends, used, left > 0 ? (int)left : 0);
    for (size_t i = 0; i < n; i++) {
        if (children[i]->in >= 0)
            feed(children[i]);
        if (children[i]->out >= 0)
            hear(children[i]);
    }
    return true;
}

/** Ends a child whose work is done: unloading its libraries would take as long as
 *  drawing a chart. */
static void dismiss(struct armex_child *child)
{
    kill(-child->pid, SIGKILL);
    kill(child->pid, SIGKILL);
    close_end(&child->in);
    close_end(&child->out);
    child->dismissed = child->done = true;
}

static size_t reap(struct armex_child *const *children, size_t n)
{
    size_t running = 0;
    for (size_t i = 0; i < n; i++) {
        struct armex_child *child = children[i];
        if (!child->done && took_leave(child))
            dismiss(child);
        if (child->done || child->out >= 0)
            running += !child->done;
        else if (waitpid(child->pid, &child->status, WNOHANG) == 0)
            running++;
        else
            child->done = true;
    }
    return running;
}

void armex_children_finish(struct armex_child *const *children, size_t n, int seconds)
{
    armex_children_finish_with(children, n, seconds, NULL, NULL);
}

void armex_children_finish_with(struct armex_child *const *children, size_t n,
                                int seconds, void (*heard)(void *context),
                                void *context)
{
    const long end = milliseconds() + 1000L * seconds;
    const struct timespec moment = {0, 100000};
    if (n > MOST_CHILDREN) { // never asked for; kept right all the same
        armex_children_finish(children + MOST_CHILDREN, n - MOST_CHILDREN, seconds);
        n = MOST_CHILDREN;
    }
    while (reap(children, n) > 0) {
        const long left = end - milliseconds();
        if (left <= 0)
            break;
        if (!exchange(children, n, left))
            nanosleep(&moment, NULL); // its output is closed, its end is near
        if (heard)
            heard(context);
    }
    for (size_t i = 0; i < n; i++)
        if (!children[i]->done) {
            children[i]->late = true;
            kill_child(children[i]);
        }
}

bool armex_child_succeeded(const struct armex_child *child)
{
    return child->done && !child->late &&
           (child->dismissed ||
            (WIFEXITED(child->status) && WEXITSTATUS(child->status) == 0));
}

void armex_child_end(struct armex_child *child)
{
    if (child->pid > 0) {
        close_end(&child->in);
        if (!child->done || child->dismissed)
            kill_child(child);
        close_end(&child->out);
        child->pid = 0;
    } else if (child->output) {
        close_end(&child->in);
        close_end(&child->out);
    }
    armex_text_free(&child->said);
}
