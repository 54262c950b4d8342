/** bench/rates.c: a panel to disk and back, beside plain write(2) and read(2).
 *
 *      rates N_SERIES N_YEARS ROUNDS FILE
 *
 * The plain ones move as many bytes as the panel's values and marks have: written to a
 * new file, synced, renamed, the folder synced; read into memory that was not touched
 * before. Medians of the rounds, which take turns; in the same process.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "store/vintage_file.h"
#include "synthetic.h"

enum { MOST_ROUNDS = 99 };

struct times {
    double write[MOST_ROUNDS], read[MOST_ROUNDS]; // ms
};

static void give_up(const char *what)
{
    fprintf(stderr, "rates: %s\n", what);
    exit(1);
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static int compare_numbers(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *values, int n)
{
    qsort(values, (size_t)n, sizeof *values, compare_numbers);
    return values[n / 2];
}

static void store_once(struct times *times, int round,
                       const struct armex_vintage *vintage, const char *path)
{
    struct armex_vintage *again = NULL;
    struct armex_error error;
    const double began = now();

    if (armex_vintage_write(vintage, path, &error))
        give_up(error.message);
    const double written = now();
    if (armex_vintage_read(&again, path, ARMEX_PANEL_ONLY, &error))
        give_up(error.message);
    times->read[round] = now() - written;
    times->write[round] = written - began;
    const struct armex_panel *a = vintage->panel, *b = again->panel;
    if (memcmp(a->values, b->values, a->n_series * a->n_years * sizeof *a->values) != 0)
        give_up("what was read is not what was written");
    armex_vintage_free(again);
}

static void plain_once(struct times *times, int round, const char *bytes, size_t length,
                       const char *path)
{
    struct armex_aside *aside = NULL;
    const double began = now();

    if (armex_aside_open(&aside, path, NULL))
        give_up(strerror(errno));
    for (size_t at = 0; at < length;) {
        const ssize_t put =
            write(fileno(armex_aside_stream(aside)), bytes + at, length - at);
        if (put <= 0)
            give_up(strerror(errno));
        at += (size_t)put;
    }
    if (armex_aside_commit(aside, NULL))
        give_up(strerror(errno));
    const double written = now();
    char *again = malloc(length + 1);
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (!again || file < 0)
        give_up(strerror(errno));
    for (size_t at = 0; at < length;) {
        const ssize_t got = read(file, again + at, length - at);
        if (got <= 0)
            give_up(strerror(errno));
        at += (size_t)got;
    }
    close(file);
    times->read[round] = now() - written;
    times->write[round] = written - began;
    if (memcmp(bytes, again, length) != 0)
        give_up("what was read is not what was written");
    free(again);
}

int main(int count, char **arguments)
{
    static struct times stored, plain;

    if (count != 5)
        give_up("N_SERIES N_YEARS ROUNDS FILE");
    const size_t n_series = strtoul(arguments[1], NULL, 10);
    const size_t n_years = strtoul(arguments[2], NULL, 10);
    const int rounds = atoi(arguments[3]);
    const size_t length = n_series * n_years * 9; // a value and a mark each
    struct armex_vintage *vintage = synthetic_vintage("panel", n_series, n_years);
    char *bytes = calloc(length + 1, 1);
    if (!vintage || !bytes || rounds < 1 || rounds > MOST_ROUNDS)
        give_up("no memory, or too many rounds");
    memcpy(bytes, vintage->panel->values, n_series * n_years * 8);
    for (int round = -1; round < rounds; round++) { // the first warms up
        store_once(&stored, round < 0 ? 0 : round, vintage, arguments[4]);
        plain_once(&plain, round < 0 ? 0 : round, bytes, length, arguments[4]);
    }
    unlink(arguments[4]);
    const double w = median(stored.write, rounds), raw_w = median(plain.write, rounds);
    const double r = median(stored.read, rounds), raw_r = median(plain.read, rounds);
    printf("%zu x %zu, %.1f MB: write %.2f ms (plain %.2f, %.0f %%), read %.2f ms "
           "(plain %.2f, %.0f %%)\n",
           n_series, n_years, (double)length / 1e6, w, raw_w, 100 * raw_w / w, r, raw_r,
           100 * raw_r / r);
    armex_vintage_free(vintage);
    free(bytes);
    return 0;
}
