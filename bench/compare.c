/** bench/compare.c: times whole processes in turn: A B C A B C ...
 *
 *      compare [-u] [-b BEFORE] [-n ROUNDS] NAME COMMAND [ARGUMENT...] [-- NAME ...]...
 *
 * A first round that is not counted warms up and compares what the commands print:
 * nothing is timed unless the answers are equal; with -u somebody has seen to that.
 * BEFORE is run before each command and not timed: it takes away what the last one
 * left. A name in parentheses is a floor, whose answer is not compared. The ratio is
 * the median over the rounds of a command's wall time to that of the first command in
 * the same round.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_COMMANDS = 32, MOST_ROUNDS = 999, MOST_OUTPUT = 1 << 20 };

extern char **environ;

struct command {
    const char *name;
    char **arguments; // ends with NULL
    char *output;
    size_t length;
    double wall[MOST_ROUNDS], cpu[MOST_ROUNDS], ratio[MOST_ROUNDS]; // ms, ms, 1
    long memory;                                                    // KB, the most
};

static void give_up(const char *what, const char *why)
{
    fprintf(stderr, "compare: %s: %s\n", what, why);
    exit(1);
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static double milliseconds(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec * 1e-3;
}

/** Starts a command whose standard output goes to `output` (-1: nowhere). */
static pid_t start(const struct command *command, int output)
{
    posix_spawn_file_actions_t actions;
    pid_t process;

    posix_spawn_file_actions_init(&actions);
    if (output >= 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY,
                                         0);
    if (!command->arguments || !command->arguments[0])
        give_up(command->name, "no command");
    const int failed = posix_spawnp(&process, command->arguments[0], &actions, NULL,
                                    command->arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed)
        give_up(command->arguments[0], strerror(failed));
    return process;
}

static struct rusage end(const struct command *command, pid_t process)
{
    struct rusage used;
    int status;

    while (wait4(process, &status, 0, &used) < 0)
        if (errno != EINTR)
            give_up(command->name, strerror(errno));
    if (status != 0)
        give_up(command->name, "failed");
    return used;
}

/* What comes before a command is nobody's time. */
static void prepare(char *before)
{
    char *arguments[] = {before, NULL};
    const struct command command = {.name = "before", .arguments = arguments};

    if (before)
        end(&command, start(&command, -1));
}

/* What a command prints, as far as there is room; the rest is read and dropped, for a
 * command must not wait for us. */
static void warm_up(struct command *command)
{
    static char rest[1 << 16];
    int ends[2];
    ssize_t got;

    command->output = malloc(MOST_OUTPUT);
    if (!command->output || pipe2(ends, O_CLOEXEC) != 0)
        give_up(command->name, strerror(errno));
    const pid_t process = start(command, ends[1]);
    close(ends[1]);
    while ((got = read(ends[0], command->output + command->length,
                       MOST_OUTPUT - command->length)) > 0)
        command->length += (size_t)got;
    while (read(ends[0], rest, sizeof rest) > 0)
        continue;
    close(ends[0]);
    end(command, process);
}

static void run(struct command *command, int round, const struct command *first)
{
    const double began = now();
    const struct rusage used = end(command, start(command, -1));

    command->wall[round] = now() - began;
    command->cpu[round] = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    command->ratio[round] = command->wall[round] / first->wall[round];
    if (used.ru_maxrss > command->memory)
        command->memory = used.ru_maxrss;
}

static int compare_numbers(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *values, int n)
{
    qsort(values, (size_t)n, sizeof *values, compare_numbers);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

static void print(struct command *command, int rounds)
{
    const double middle = median(command->wall, rounds);

    printf("%-24s %8.2f %8.2f %8.2f %8.2f %7.1f %9.4f %9.1f\n", command->name,
           command->wall[0], middle, command->wall[rounds - 1],
           median(command->cpu, rounds), (double)command->memory / 1024,
           median(command->ratio, rounds), 1 / median(command->ratio, rounds));
}

static size_t parse(struct command *commands, char **arguments)
{
    size_t n = 0;

    while (*arguments) {
        if (n == MOST_COMMANDS || !arguments[1])
            give_up(*arguments, "too many commands, or one without a command");
        commands[n].name = *arguments++;
        commands[n++].arguments = arguments;
        while (*arguments && strcmp(*arguments, "--") != 0)
            arguments++;
        if (*arguments)
            *arguments++ = NULL;
    }
    return n;
}

int main(int count, char **arguments)
{
    static struct command commands[MOST_COMMANDS];
    const bool unasked = count > 1 && strcmp(arguments[1], "-u") == 0;
    char *before = NULL;

    count -= unasked;
    arguments += unasked;
    if (count > 2 && strcmp(arguments[1], "-b") == 0) {
        before = arguments[2];
        count -= 2;
        arguments += 2;
    }
    const bool said = count > 2 && strcmp(arguments[1], "-n") == 0;
    const int rounds = said ? atoi(arguments[2]) : 21;
    const size_t n = parse(commands, arguments + (said ? 3 : 1));

    if (n == 0 || rounds < 1 || rounds > MOST_ROUNDS)
        give_up("usage", "compare [-u] [-b BEFORE] [-n ROUNDS] NAME COMMAND... [-- "
                         "NAME COMMAND...]");
    for (size_t i = 0; i < n; i++) {
        prepare(before);
        warm_up(&commands[i]);
        if (!unasked && commands[i].name[0] != '(' &&
            (commands[i].length != commands[0].length ||
             memcmp(commands[i].output, commands[0].output, commands[0].length) != 0))
            give_up(commands[i].name, "its answer is not that of the first command");
    }
    for (int round = 0; round < rounds; round++)
        for (size_t i = 0; i < n; i++) {
            prepare(before);
            run(&commands[i], round, &commands[0]);
        }
    printf("%-24s %8s %8s %8s %8s %7s %9s %9s\n", "", "min ms", "median", "max",
           "cpu ms", "MB", "ratio", "times");
    for (size_t i = 0; i < n; i++)
        print(&commands[i], rounds);
    return 0;
}
