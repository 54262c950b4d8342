/** tests/base/test_threads.c: every piece once, by threads that stay. */
#include <sched.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/threads.h"
#include "check.h"

enum { PIECES = 1000 };

struct tally {
    atomic_int done[PIECES];
    size_t scratch_size;
};

/* Fills its scratch with the piece's number and looks whether it stayed so. */
static void tally_piece(void *context, size_t piece, void *scratch)
{
    struct tally *tally = context;
    unsigned char *bytes = scratch;
    int unlike = 0;

    memset(bytes, (int)(piece % 251), tally->scratch_size);
    for (size_t i = 0; i < tally->scratch_size; i++)
        unlike += bytes[i] != piece % 251;
    atomic_fetch_add(&tally->done[piece], unlike ? 1000 : 1);
}

static void check_work(struct armex_threads *threads, size_t n, size_t most,
                       size_t scratch_size)
{
    struct tally tally = {.scratch_size = scratch_size};

    assert_int_equal(
        armex_threads_do(threads, tally_piece, &tally, n, most, scratch_size, NULL),
        ARMEX_OK);
    for (size_t i = 0; i < PIECES; i++)
        assert_int_equal(atomic_load(&tally.done[i]), i < n);
}

static void one_work_after_another_does_every_piece_once(void **state)
{
    (void)state;
    for (int threads = 0; threads <= 5; threads++) {
        struct armex_threads *opened;
        assert_int_equal(armex_threads_open(&opened, threads, NULL), ARMEX_OK);
        for (size_t n = 0; n < 300; n++)
            check_work(opened, n % 7 ? n : n / 7, n % 5, n * 37 % 1000);
        check_work(opened, PIECES, SIZE_MAX, 100000);
        armex_threads_close(opened);
    }
}

static void sleepers_wake(void **state)
{
    (void)state;
    const struct timespec nap = {0, 3000000}; // far longer than they look out for work
    struct armex_threads *opened;

    assert_int_equal(armex_threads_open(&opened, 3, NULL), ARMEX_OK);
    for (int i = 0; i < 20; i++) {
        check_work(opened, PIECES, 3, 64);
        nanosleep(&nap, NULL);
    }
    armex_threads_close(opened);
}

static void threads_without_work_end(void **state)
{
    (void)state;
    struct armex_threads *opened;

    assert_int_equal(armex_threads_open(&opened, 4, NULL), ARMEX_OK);
    armex_threads_close(opened);
    armex_threads_close(NULL);
}

static void scratch_that_no_machine_has_is_no_memory(void **state)
{
    (void)state;
    struct armex_threads *opened;
    struct tally tally = {.scratch_size = 1};

    assert_int_equal(armex_threads_open(&opened, 2, NULL), ARMEX_OK);
    check_work(opened, 10, 2, 1);
    assert_int_equal(
        armex_threads_do(opened, tally_piece, &tally, 10, 2, SIZE_MAX, NULL),
        ARMEX_NO_MEMORY);
    assert_int_equal(atomic_load(&tally.done[0]), 0);
    check_work(opened, 10, 2, 1);
    armex_threads_close(opened);
}

enum { SLOW_PIECES = 24, THREADS = 5 };

/* Scratch is a thread's own, so that it tells threads apart. */
struct guests {
    void *scratch[SLOW_PIECES]; /* each written by its piece alone */
};

static void stay_a_while(void *context, size_t piece, void *scratch)
{
    const struct timespec nap = {0, 1000000};
    struct guests *guests = context;

    guests->scratch[piece] = scratch;
    nanosleep(&nap, NULL);
}

static size_t count_guests(const struct guests *guests)
{
    size_t found = 0;

    for (size_t i = 0; i < SLOW_PIECES; i++) {
        size_t k = 0;
        while (k < i && guests->scratch[k] != guests->scratch[i])
            k++;
        found += k == i;
    }
    return found;
}

static void no_more_threads_work_than_were_allowed(void **state)
{
    (void)state;
    struct armex_threads *opened;

    assert_int_equal(armex_threads_open(&opened, THREADS, NULL), ARMEX_OK);
    for (size_t most = THREADS; most > 0; most--) { // those left out are there already
        struct guests guests = {0};
        assert_int_equal(armex_threads_do(opened, stay_a_while, &guests, SLOW_PIECES,
                                          most, 64, NULL),
                         ARMEX_OK);
        assert_in_range(count_guests(&guests), 1, most);
    }
    armex_threads_close(opened);
}

/* What a thread may run on once whoever started it goes on. */
struct visit {
    sem_t begun;
    cpu_set_t may;
};

static void *look_where(void *context)
{
    struct visit *visit = context;

    sem_wait(&visit->begun);
    sched_getaffinity(0, sizeof visit->may, &visit->may);
    return NULL;
}

static void check_may_run_like_us(void)
{
    struct visit visit;
    cpu_set_t ours;
    pthread_t thread;

    CPU_ZERO(&visit.may);
    assert_int_equal(sched_getaffinity(0, sizeof ours, &ours), 0);
    assert_int_equal(sem_init(&visit.begun, 0, 0), 0);
    assert_true(armex_thread_start(&thread, look_where, &visit));
    sem_post(&visit.begun);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_true(CPU_EQUAL(&visit.may, &ours));
    sem_destroy(&visit.begun);
}

static void a_thread_may_run_wherever_its_starter_may(void **state)
{
    (void)state;
    cpu_set_t ours, one;

    for (int i = 0; i < 20; i++)
        check_may_run_like_us();
    assert_int_equal(sched_getaffinity(0, sizeof ours, &ours), 0);
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    check_may_run_like_us(); // although there is no other processor
    assert_int_equal(sched_setaffinity(0, sizeof ours, &ours), 0);
}

/** Ends when told to; its parent lives as long. */
static pid_t start_waiting(int told[2])
{
    assert_int_equal(pipe(told), 0);
    const pid_t pid = fork();
    if (pid == 0) {
        char nothing;
        close(told[1]);
        _exit(read(told[0], &nothing, 1) == 0 ? 0 : 1);
    }
    assert_true(pid > 0);
    return pid;
}

static void a_program_that_is_moved_may_run_wherever_we_may(void **state)
{
    (void)state;
    cpu_set_t ours, one, its;
    int told[2], how;
    const pid_t pid = start_waiting(told);

    assert_int_equal(sched_getaffinity(0, sizeof ours, &ours), 0);
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    for (int processor = -1; processor <= CPU_COUNT(&ours); processor++) {
        // nowhere is away from nowhere, and from the only one there is
        const bool stays = processor < 0 || CPU_COUNT(&ours) < 2;
        assert_int_equal(sched_setaffinity(pid, sizeof one, &one), 0);
        armex_process_away(pid, processor);
        assert_int_equal(sched_getaffinity(pid, sizeof its, &its), 0);
        assert_true(CPU_EQUAL(&its, stays ? &one : &ours));
    }
    assert_true(armex_processor() > 0);
    close(told[0]);
    close(told[1]);
    assert_int_equal(waitpid(pid, &how, 0), pid);
    assert_int_equal(how, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_work_after_another_does_every_piece_once),
        cmocka_unit_test(sleepers_wake),
        cmocka_unit_test(threads_without_work_end),
        cmocka_unit_test(scratch_that_no_machine_has_is_no_memory),
        cmocka_unit_test(no_more_threads_work_than_were_allowed),
        cmocka_unit_test(a_thread_may_run_wherever_its_starter_may),
        cmocka_unit_test(a_program_that_is_moved_may_run_wherever_we_may),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
