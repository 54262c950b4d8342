/** store/lending.c: a list of vintages, each with how many have it on loan. */
#include "store/lending.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct held {
    struct held *next;
    char *path;
    enum armex_vintage_parts parts;
    struct armex_vintage *vintage; // NULL while it is being read
    size_t bytes;
    size_t loans;
    bool forgotten; // not lent again
};

struct armex_lending {
    pthread_mutex_t lock; // of all that follows
    pthread_cond_t read;  // something was read, or could not be
    struct held *first;
    size_t most_kept;
};

struct armex_lending *armex_lending_open(size_t most_kept)
{
    struct armex_lending *lending = calloc(1, sizeof *lending);

    if (!lending)
        return NULL;
    if (pthread_mutex_init(&lending->lock, NULL)) {
        free(lending);
        return NULL;
    }
    if (pthread_cond_init(&lending->read, NULL)) {
        pthread_mutex_destroy(&lending->lock);
        free(lending);
        return NULL;
    }
    lending->most_kept = most_kept;
    return lending;
}

static void drop(struct armex_lending *lending, struct held *held)
{
    struct held **at = &lending->first;

    while (*at != held)
        at = &(*at)->next;
    *at = held->next;
    armex_vintage_free(held->vintage);
    free(held->path);
    free(held);
}

void armex_lending_close(struct armex_lending *lending)
{
    if (!lending)
        return;
    while (lending->first)
        drop(lending, lending->first);
    pthread_cond_destroy(&lending->read);
    pthread_mutex_destroy(&lending->lock);
    free(lending);
}

static size_t bytes_of(const struct armex_vintage *vintage)
{
    size_t bytes = armex_arena_size(vintage->arena);

    bytes += vintage->panel ? armex_arena_size(vintage->panel->arena) : 0;
    bytes += vintage->publications ? armex_arena_size(vintage->publications->arena) : 0;
    bytes += vintage->flows ? armex_arena_size(vintage->flows->arena) : 0;
    return bytes + (vintage->records ? armex_arena_size(vintage->records->arena) : 0);
}

/* What is held and on loan to nobody. */
static size_t idle_bytes(const struct armex_lending *lending, struct held **largest)
{
    size_t bytes = 0;

    *largest = NULL;
    for (struct held *held = lending->first; held; held = held->next) {
        if (held->loans > 0)
            continue;
        bytes += held->bytes;
        if (!*largest || held->bytes > (*largest)->bytes)
            *largest = held;
    }
    return bytes;
}

static void tidy(struct armex_lending *lending)
{
    struct held *largest;

    for (struct held *held = lending->first, *next; held; held = next) {
        next = held->next;
        if (held->forgotten && held->loans == 0)
            drop(lending, held);
    }
    while (idle_bytes(lending, &largest) > lending->most_kept)
        drop(lending, largest);
}

static struct held *find(const struct armex_lending *lending, const char *path,
                         enum armex_vintage_parts parts)
{
    struct held *held = lending->first;

    while (held &&
           (held->forgotten || held->parts != parts || strcmp(held->path, path) != 0))
        held = held->next;
    return held;
}

/* Lends it to its first borrower before it is read. NULL: no memory. */
static struct held *add(struct armex_lending *lending, const char *path,
                        enum armex_vintage_parts parts)
{
    struct held *held = calloc(1, sizeof *held);

    if (!held)
        return NULL;
    held->path = strdup(path);
    if (!held->path) {
        free(held);
        return NULL;
    }
    held->parts = parts;
    held->loans = 1;
    held->next = lending->first;
    lending->first = held;
    return held;
}

/* Reads without the lock: others may borrow and read other files meanwhile. */
static armex_status read_new(const struct armex_vintage **out,
                             struct armex_lending *lending, const char *path,
                             enum armex_vintage_parts parts, struct armex_error *error)
{
    struct held *held = add(lending, path, parts);

    if (!held)
        return armex_fail_memory(error);
    pthread_mutex_unlock(&lending->lock);
    struct armex_vintage *vintage = NULL;
    const armex_status status = armex_vintage_read(&vintage, path, parts, error);
    pthread_mutex_lock(&lending->lock);
    if (status) {
        drop(lending, held);
    } else {
        held->bytes = bytes_of(vintage);
        *out = held->vintage = vintage;
    }
    pthread_cond_broadcast(&lending->read);
    return status;
}

armex_status armex_lending_borrow(const struct armex_vintage **out,
                                  struct armex_lending *lending, const char *path,
                                  enum armex_vintage_parts parts,
                                  struct armex_error *error)
{
    struct held *held;
    armex_status status = ARMEX_OK;

    *out = NULL;
    pthread_mutex_lock(&lending->lock);
    while ((held = find(lending, path, parts)) && !held->vintage)
        pthread_cond_wait(&lending->read, &lending->lock);
    if (held) {
        held->loans++;
        *out = held->vintage;
    } else {
        status = read_new(out, lending, path, parts, error);
    }
    pthread_mutex_unlock(&lending->lock);
    return status;
}

void armex_lending_return(struct armex_lending *lending,
                          const struct armex_vintage *vintage)
{
    if (!vintage)
        return;
    pthread_mutex_lock(&lending->lock);
    for (struct held *held = lending->first; held; held = held->next)
        held->loans -= held->vintage == vintage;
    tidy(lending);
    pthread_mutex_unlock(&lending->lock);
}

void armex_lending_forget(struct armex_lending *lending, const char *path)
{
    pthread_mutex_lock(&lending->lock);
    for (struct held *held = lending->first; held; held = held->next)
        held->forgotten |= strcmp(held->path, path) == 0;
    tidy(lending);
    pthread_mutex_unlock(&lending->lock);
}

size_t armex_lending_count(struct armex_lending *lending)
{
    size_t n = 0;

    pthread_mutex_lock(&lending->lock);
    for (const struct held *held = lending->first; held; held = held->next)
        n++;
    pthread_mutex_unlock(&lending->lock);
    return n;
}
