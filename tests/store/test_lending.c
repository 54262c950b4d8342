/** tests/store/test_lending.c: what is asked for many times is read once. */
#include "store/sample.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/lending.h"

static const char path[] = "lent.h5";

static void write_file(const char *to, struct armex_vintage *vintage)
{
    unlink(to);
    assert_int_equal(armex_vintage_write(vintage, to, NULL), ARMEX_OK);
    armex_vintage_free(vintage);
}

static struct armex_lending *lending_of(size_t most_kept)
{
    struct armex_lending *lending = armex_lending_open(most_kept);

    assert_non_null(lending);
    return lending;
}

static const struct armex_vintage *borrowed(struct armex_lending *lending,
                                            const char *from,
                                            enum armex_vintage_parts parts)
{
    const struct armex_vintage *vintage;
    struct armex_error error;

    if (armex_lending_borrow(&vintage, lending, from, parts, &error))
        fail_msg("%s", error.message);
    return vintage;
}

static void the_same_parts_of_a_file_are_read_once(void **state)
{
    (void)state;
    struct armex_lending *lending = lending_of(SIZE_MAX);

    write_file(path, published_vintage());
    const struct armex_vintage *first = borrowed(lending, path, ARMEX_PANEL_ONLY);
    unlink(path); // nobody looks again
    assert_ptr_equal(borrowed(lending, path, ARMEX_PANEL_ONLY), first);
    armex_lending_return(lending, first);
    armex_lending_return(lending, first);
    assert_ptr_equal(borrowed(lending, path, ARMEX_PANEL_ONLY), first);
    armex_lending_return(lending, first);
    armex_lending_close(lending);
}

static void other_parts_are_another_reading(void **state)
{
    (void)state;
    struct armex_lending *lending = lending_of(SIZE_MAX);

    write_file(path, published_vintage());
    const struct armex_vintage *panel = borrowed(lending, path, ARMEX_PANEL_ONLY);
    const struct armex_vintage *all = borrowed(lending, path, ARMEX_EVERYTHING);
    assert_null(panel->publications);
    assert_non_null(all->publications);
    assert_int_equal(armex_lending_count(lending), 2);
    armex_lending_return(lending, panel);
    armex_lending_return(lending, all);
    armex_lending_close(lending);
}

static void a_file_written_again_is_read_anew_and_loans_stay(void **state)
{
    (void)state;
    struct armex_lending *lending = lending_of(SIZE_MAX);

    write_file(path, panel_vintage(false));
    const struct armex_vintage *before = borrowed(lending, path, ARMEX_PANEL_ONLY);
    write_file(path, panel_vintage(true));
    armex_lending_forget(lending, path);
    const struct armex_vintage *after = borrowed(lending, path, ARMEX_PANEL_ONLY);
    assert_true(
        armex_unit_equal(before->panel->series[0].unit, before->panel->series[1].unit));
    assert_false(
        armex_unit_equal(after->panel->series[0].unit, after->panel->series[1].unit));
    armex_lending_return(lending, before);
    assert_int_equal(armex_lending_count(lending), 1);
    armex_lending_return(lending, after);
    armex_lending_close(lending);
}

static void what_could_not_be_read_is_tried_again(void **state)
{
    (void)state;
    struct armex_lending *lending = lending_of(SIZE_MAX);
    const struct armex_vintage *vintage;

    unlink(path);
    assert_int_equal(
        armex_lending_borrow(&vintage, lending, path, ARMEX_PANEL_ONLY, NULL),
        ARMEX_NOT_FOUND);
    assert_null(vintage);
    assert_int_equal(armex_lending_count(lending), 0);
    write_file(path, panel_vintage(false));
    armex_lending_return(lending, borrowed(lending, path, ARMEX_PANEL_ONLY));
    armex_lending_close(lending);
}

static void the_largest_that_nobody_has_is_given_up_first(void **state)
{
    (void)state;
    const size_t between = 64 * 1024; // more than the small one, less than both
    struct armex_lending *lending = lending_of(between);

    write_file("small.h5", panel_vintage(false));
    write_file("large.h5", large_vintage(200, 70));
    const struct armex_vintage *large = borrowed(lending, "large.h5", ARMEX_EVERYTHING);
    const struct armex_vintage *small = borrowed(lending, "small.h5", ARMEX_EVERYTHING);
    armex_lending_return(lending, small);
    assert_int_equal(armex_lending_count(lending), 2); // what is on loan stays
    armex_lending_return(lending, large);
    assert_int_equal(armex_lending_count(lending), 1);
    assert_ptr_equal(borrowed(lending, "small.h5", ARMEX_EVERYTHING), small);
    armex_lending_return(lending, small);
    armex_lending_close(lending);
}

static void *borrow_and_return(void *context)
{
    struct armex_lending *lending = context;
    size_t wrong = 0;

    for (int i = 0; i < 200; i++) {
        const struct armex_vintage *vintage;
        wrong += armex_lending_borrow(&vintage, lending, path, ARMEX_PANEL_ONLY,
                                      NULL) != ARMEX_OK ||
                 vintage->panel->n_series != 3;
        if (i % 50 == 0)
            armex_lending_forget(lending, path);
        armex_lending_return(lending, vintage);
    }
    return wrong ? context : NULL;
}

static void any_thread_may_borrow_and_forget(void **state)
{
    (void)state;
    struct armex_lending *lending = lending_of(0);
    pthread_t threads[4];
    void *wrong;

    write_file(path, panel_vintage(false));
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, borrow_and_return, lending),
                         0);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(pthread_join(threads[i], &wrong), 0);
        assert_null(wrong);
    }
    assert_int_equal(armex_lending_count(lending), 0);
    armex_lending_close(lending);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_parts_of_a_file_are_read_once),
        cmocka_unit_test(other_parts_are_another_reading),
        cmocka_unit_test(a_file_written_again_is_read_anew_and_loans_stay),
        cmocka_unit_test(what_could_not_be_read_is_tried_again),
        cmocka_unit_test(the_largest_that_nobody_has_is_given_up_first),
        cmocka_unit_test(any_thread_may_borrow_and_forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
