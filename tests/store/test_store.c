/** tests/store/test_store.c: two folders as one store, and the vintage that is meant.
 */
#include "store/sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "store/store.h"

static struct armex_vintage *vintage_of(const char *dataset, const char *date)
{
    struct armex_vintage *vintage = panel_vintage(false);

    vintage->provenance.dataset = dataset;
    assert_true(armex_date_parse(&vintage->provenance.vintage, date, strlen(date)));
    return vintage;
}

static void add(const char *folder, struct armex_vintage *vintage)
{
    struct armex_store *store = NULL;
    struct armex_error error = {0};
    enum armex_added added = ARMEX_ADDED_SAME;

    if (armex_store_open(&store, folder, NULL, &error) ||
        armex_store_add(&added, store, vintage, &error))
        fail_msg("%s", error.message);
    assert_int_equal(added, ARMEX_ADDED_NEW);
    armex_store_close(store);
    armex_vintage_free(vintage);
}

/** own: sipri-tiv 2024-03-11 and 2025-03-10, deflators 2026-01-05.
 *  builtin: deflators 2026-01-05 and 2026-02, figures 2026-03-09 (dated within). */
static int make_stores(void **state)
{
    struct armex_vintage *figures = published_vintage();

    (void)state;
    figures->provenance.dataset = "figures";
    add("own", vintage_of("sipri-tiv", "2025-03-10"));
    add("own", vintage_of("sipri-tiv", "2024-03-11"));
    add("own", vintage_of("deflators", "2026-01-05"));
    add("builtin", vintage_of("deflators", "2026-02"));
    add("builtin", vintage_of("deflators", "2026-01-05"));
    add("builtin", figures);
    return 0;
}

static struct armex_store *both(void)
{
    struct armex_store *store = NULL;

    assert_int_equal(armex_store_open(&store, "own", "builtin", NULL), ARMEX_OK);
    return store;
}

static void both_folders_are_one_sorted_list_and_the_own_file_wins(void **state)
{
    static const char *const expected[] = {
        "own/deflators/2026-01-05.h5", "builtin/deflators/2026-02.h5",
        "builtin/figures/2026-03-09.h5", "own/sipri-tiv/2024-03-11.h5",
        "own/sipri-tiv/2025-03-10.h5"};
    struct armex_store *store = both();
    size_t n;
    const struct armex_stored *items = armex_store_list(store, &n);

    (void)state;
    assert_int_equal(n, 5);
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(items[i].path, expected[i]);
        assert_int_equal(items[i].builtin, strncmp(expected[i], "built", 5) == 0);
    }
    armex_store_close(store);
}

static void a_vintage_is_read_once_for_all_who_ask(void **state)
{
    struct armex_store *store = both();
    const struct armex_vintage *first, *second;
    const struct armex_stored *found;

    (void)state;
    assert_int_equal(armex_store_find(&found, store, "sipri-tiv", 0, NULL), ARMEX_OK);
    assert_int_equal(armex_store_borrow(&first, store, found, ARMEX_PANEL_ONLY, NULL),
                     ARMEX_OK);
    armex_store_return(store, first);
    assert_int_equal(armex_store_borrow(&second, store, found, ARMEX_PANEL_ONLY, NULL),
                     ARMEX_OK);
    assert_ptr_equal(first, second);
    assert_int_equal(second->panel->n_series, 3);
    armex_store_return(store, second);
    armex_store_return(store, NULL);
    armex_store_close(store);
}

static void other_files_in_the_folders_are_left_out(void **state)
{
    static const char *const names[] = {"own/readme",
                                        "own/sipri-tiv/notes.h5",
                                        "own/sipri-tiv/2025-02-30.h5",
                                        "own/sipri-tiv/2025-01-01.h5.part",
                                        "own/sipri-tiv/.2025-01-01.h5",
                                        "own/Upper/2025-01-01.h5",
                                        "own/..x/2025-01-01.h5"};
    size_t n;

    (void)state;
    assert_int_equal(armex_folder_make("own/Upper", NULL), ARMEX_OK);
    assert_int_equal(armex_folder_make("own/..x", NULL), ARMEX_OK);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_int_equal(armex_file_write(names[i], "x", 1, NULL), ARMEX_OK);
    struct armex_store *store = both();
    armex_store_list(store, &n);
    assert_int_equal(n, 5);
    armex_store_close(store);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_int_equal(unlink(names[i]), 0);
}

static void a_store_that_is_not_there_is_empty(void **state)
{
    struct armex_store *store = NULL;
    const struct armex_stored *found;
    struct armex_error error;
    size_t n;

    (void)state;
    assert_int_equal(armex_store_open(&store, "none", NULL, NULL), ARMEX_OK);
    armex_store_list(store, &n);
    assert_int_equal(n, 0);
    assert_int_equal(armex_store_find(&found, store, NULL, 0, &error), ARMEX_USAGE);
    assert_string_equal(error.message,
                        "the store is empty; 'armex ingest FILE' adds to it");
    armex_store_close(store);
}

static void found(const char *spec, int as_of, const char *path)
{
    struct armex_store *store = both();
    const struct armex_stored *item = NULL;
    struct armex_error error = {0};

    if (armex_store_find(&item, store, spec, as_of, &error))
        fail_msg("%s", error.message);
    assert_string_equal(item->path, path);
    armex_store_close(store);
}

static void refused(const char *spec, int as_of, const char *message)
{
    struct armex_store *store = both();
    const struct armex_stored *item = (const void *)spec;
    struct armex_error error = {0};

    assert_int_equal(armex_store_find(&item, store, spec, as_of, &error), ARMEX_USAGE);
    assert_null(item);
    assert_string_equal(error.message, message);
    armex_store_close(store);
}

static void the_newest_is_meant_unless_one_is_named(void **state)
{
    (void)state;
    found("sipri-tiv", 0, "own/sipri-tiv/2025-03-10.h5");
    found("sipri-tiv@2024-03-11", 0, "own/sipri-tiv/2024-03-11.h5");
    found("deflators", 0, "builtin/deflators/2026-02.h5");
    found("deflators@2026-02", 0, "builtin/deflators/2026-02.h5");
    found("deflators@2026-01-05", 0, "own/deflators/2026-01-05.h5");
}

static void on_a_day_the_newest_that_was_out_is_meant(void **state)
{
    (void)state;
    found("sipri-tiv", 20250310, "own/sipri-tiv/2025-03-10.h5");
    found("sipri-tiv", 20250309, "own/sipri-tiv/2024-03-11.h5");
    found("deflators", 20260227, "own/deflators/2026-01-05.h5"); // 2026-02 ends later
    found("deflators", 20260228, "builtin/deflators/2026-02.h5");
    refused("sipri-tiv", 20240310,
            "dataset 'sipri-tiv' was not out on 2024-03-10; its first vintage here is "
            "2024-03-11");
}

static void built_in_figures_that_bear_dates_answer_any_day(void **state)
{
    (void)state;
    found("figures", 19990101, "builtin/figures/2026-03-09.h5");
    refused("deflators", 19990101,
            "dataset 'deflators' was not out on 1999-01-01; its first vintage here is "
            "2026-01-05");
}

static void what_is_not_there_is_answered_with_what_is_near(void **state)
{
    (void)state;
    refused("sipri-tvi", 0,
            "there is no dataset 'sipri-tvi'; did you mean 'sipri-tiv'?");
    refused("comtrade", 0,
            "there is no dataset 'comtrade'; there are: deflators, figures, sipri-tiv");
    refused("", 0, "there is no dataset ''; there are: deflators, figures, sipri-tiv");
    refused("../own/sipri-tiv", 0,
            "there is no dataset '../own/sipri-tiv'; there are: deflators, figures, "
            "sipri-tiv");
    refused(NULL, 0,
            "which dataset? Name one with --dataset: deflators, figures, sipri-tiv");
    refused("sipri-tiv@2025-03-11", 0,
            "dataset 'sipri-tiv' has no vintage '2025-03-11'; it has: 2024-03-11, "
            "2025-03-10");
    refused("sipri-tiv@", 0,
            "dataset 'sipri-tiv' has no vintage ''; it has: 2024-03-11, 2025-03-10");
}

static void the_same_source_again_changes_nothing(void **state)
{
    struct armex_vintage *vintage = vintage_of("again", "2026-03-09");
    struct armex_store *store = NULL;
    enum armex_added added;
    char before[ARMEX_SHA256_SIZE], after[ARMEX_SHA256_SIZE];
    size_t n;

    (void)state;
    assert_int_equal(armex_store_open(&store, "once", NULL, NULL), ARMEX_OK);
    assert_int_equal(armex_store_add(&added, store, vintage, NULL), ARMEX_OK);
    assert_int_equal(added, ARMEX_ADDED_NEW);
    assert_int_equal(armex_sha256_file(before, "once/again/2026-03-09.h5", NULL), 0);
    vintage->provenance.version = "0.2.0"; // another day, another version: same source
    assert_int_equal(armex_store_add(&added, store, vintage, NULL), ARMEX_OK);
    assert_int_equal(added, ARMEX_ADDED_SAME);
    assert_int_equal(armex_sha256_file(after, "once/again/2026-03-09.h5", NULL), 0);
    assert_string_equal(before, after);
    armex_store_list(store, &n);
    assert_int_equal(n, 1);
    armex_store_close(store);
    armex_vintage_free(vintage);
}

static void other_bytes_of_the_same_vintage_are_refused_with_both_hashes(void **state)
{
    struct armex_vintage *vintage = vintage_of("sipri-tiv", "2025-03-10");
    struct armex_store *store = both();
    struct armex_error error;
    enum armex_added added;

    (void)state;
    vintage->provenance.sha256 = "0123";
    vintage->provenance.file = "other.csv";
    assert_int_equal(armex_store_add(&added, store, vintage, &error), ARMEX_BAD_INPUT);
    assert_string_equal(
        error.message,
        "own/sipri-tiv/2025-03-10.h5: this vintage is stored already, from other "
        "bytes: "
        "there exports.csv (SHA-256 "
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08), here "
        "other.csv (SHA-256 0123); give the new one a vintage of its own, or remove "
        "the file");
    armex_store_close(store);
    armex_vintage_free(vintage);
}

static void ingesting_again_mends_a_damaged_file(void **state)
{
    struct armex_vintage *vintage = vintage_of("hurt", "2026-03-09");
    struct armex_store *store = NULL;
    enum armex_added added;
    size_t n;

    (void)state;
    assert_int_equal(armex_folder_make("mended/hurt", NULL), ARMEX_OK);
    assert_int_equal(armex_file_write("mended/hurt/2026-03-09.h5", "x", 1, NULL), 0);
    assert_int_equal(armex_store_open(&store, "mended", NULL, NULL), ARMEX_OK);
    assert_int_equal(armex_store_add(&added, store, vintage, NULL), ARMEX_OK);
    assert_int_equal(added, ARMEX_ADDED_NEW);
    assert_int_equal(armex_vintage_verify("mended/hurt/2026-03-09.h5", NULL), ARMEX_OK);
    armex_store_list(store, &n);
    assert_int_equal(n, 1);
    armex_store_close(store);
    armex_vintage_free(vintage);
}

static void names_that_would_lead_elsewhere_are_refused(void **state)
{
    static const char *const names[] = {"",   "..",  "a/b", "/tmp", "Ünal", "A",
                                        "-a", "a b", ".h5", "a\nb", "a.b",  "a@2020"};
    struct armex_store *store = NULL;
    enum armex_added added;
    struct armex_error error;

    (void)state;
    assert_int_equal(armex_store_open(&store, "plain", NULL, NULL), ARMEX_OK);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct armex_vintage *vintage = vintage_of(names[i], "2026-03-09");
        assert_int_equal(armex_store_add(&added, store, vintage, NULL), ARMEX_USAGE);
        armex_vintage_free(vintage);
    }
    struct armex_vintage *undated = panel_vintage(false);
    undated->provenance.vintage = (struct armex_date){0};
    assert_int_equal(armex_store_add(&added, store, undated, &error), ARMEX_USAGE);
    assert_string_equal(error.message,
                        "dataset 'sample' comes without a vintage; give its date of "
                        "publication with --vintage");
    armex_vintage_free(undated);
    armex_store_close(store);
    assert_int_not_equal(access("plain", F_OK), 0);
}

static void an_id_may_leave_out_what_follows_its_hyphen(void **state)
{
    (void)state;
    found("sipri", 0, "own/sipri-tiv/2025-03-10.h5");
    found("sipri@2024-03-11", 0, "own/sipri-tiv/2024-03-11.h5");
    refused("sipr", 0, "there is no dataset 'sipr'; did you mean 'sipri-tiv'?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_folders_are_one_sorted_list_and_the_own_file_wins),
        cmocka_unit_test(a_vintage_is_read_once_for_all_who_ask),
        cmocka_unit_test(other_files_in_the_folders_are_left_out),
        cmocka_unit_test(a_store_that_is_not_there_is_empty),
        cmocka_unit_test(the_newest_is_meant_unless_one_is_named),
        cmocka_unit_test(on_a_day_the_newest_that_was_out_is_meant),
        cmocka_unit_test(built_in_figures_that_bear_dates_answer_any_day),
        cmocka_unit_test(what_is_not_there_is_answered_with_what_is_near),
        cmocka_unit_test(the_same_source_again_changes_nothing),
        cmocka_unit_test(other_bytes_of_the_same_vintage_are_refused_with_both_hashes),
        cmocka_unit_test(ingesting_again_mends_a_damaged_file),
        cmocka_unit_test(names_that_would_lead_elsewhere_are_refused),
        cmocka_unit_test(an_id_may_leave_out_what_follows_its_hyphen),
    };
    return cmocka_run_group_tests(tests, make_stores, NULL);
}
