/** tests/report/test_folder.c: a folder appears whole or not at all, and nothing of the
 *  user's is ever taken away. */
#include "report/folder.h"
#include "written.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/** A file to be. */
struct leaf {
    const char *path, *bytes;
};

static const struct leaf first[] = {
    {"index.html", "one"}, {"charts/a.svg", "<svg/>"}, {"manifest.json", "{}"}};
static const struct leaf second[] = {{"index.html", "two"}, {"manifest.json", "{}"}};

static int start_empty(void **state)
{
    (void)state;
    return armex_folder_remove("box", NULL) || mkdir("box", 0777);
}

static armex_status fill(const struct leaf *files, size_t n, struct armex_error *error)
{
    struct armex_folder *folder = NULL;
    struct armex_crate *crate = NULL;
    armex_status status = armex_folder_open(&folder, "box/report", error);
    if (!status)
        status = armex_folder_begin(&crate, folder, error);
    for (size_t i = 0; !status && i < n; i++)
        armex_crate_put(crate, files[i].path, files[i].bytes, strlen(files[i].bytes));
    if (!status)
        status = armex_folder_commit(folder, error);
    armex_folder_close(folder);
    return status;
}

static void make(const struct leaf *files, size_t n)
{
    struct armex_error error = {0};
    if (fill(files, n, &error))
        fail_msg("%s", error.message);
}

static void assert_holds(const char *path, const char *text)
{
    char *bytes = NULL;
    size_t length = 0;
    assert_int_equal(armex_file_read(&bytes, &length, path, 100, NULL), ARMEX_OK);
    assert_string_equal(bytes, text);
    free(bytes);
}

/* Only what is named is in the box: no lock, no part. */
static void assert_box(const char *const *names, size_t n)
{
    char **found = NULL;
    size_t n_found = 0;
    assert_int_equal(armex_folder_list(&found, &n_found, "box", "", NULL), ARMEX_OK);
    assert_int_equal(n_found, n);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(found[i], names[i]);
    free(found);
}

static const char *const report_only[] = {"report"};

static void a_new_folder_replaces_the_old_one_whole(void **state)
{
    (void)state;
    make(first, 3);
    assert_holds("box/report/charts/a.svg", "<svg/>");
    make(second, 2);
    assert_holds("box/report/index.html", "two");
    assert_int_equal(access("box/report/charts", F_OK), -1); // nothing of old is left
    assert_box(report_only, 1);
}

static void a_failure_leaves_what_stood(void **state)
{
    (void)state;
    char large[10000];
    struct rlimit was;
    struct armex_error error = {0};

    make(first, 3);
    memset(large, 'x', sizeof large);
    large[sizeof large - 1] = '\0';
    const struct leaf files[] = {
        {"index.html", "two"}, {"tables/large.csv", large}, {"tables/next.csv", "x"}};
    getrlimit(RLIMIT_FSIZE, &was);
    signal(SIGXFSZ, SIG_IGN); // writing fails with EFBIG, as on a full disk
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){4096, was.rlim_max});
    const armex_status status = fill(files, 3, &error);
    setrlimit(RLIMIT_FSIZE, &was);
    assert_int_equal(status, ARMEX_IO);
    assert_non_null(strstr(error.message, "tables/large.csv: cannot be written: "));
    assert_holds("box/report/index.html", "one");
    assert_box(report_only, 1);
}

static void what_is_begun_and_not_committed_is_gone(void **state)
{
    (void)state;
    struct armex_folder *folder = NULL;
    struct armex_crate *crate = NULL;

    make(first, 3);
    assert_int_equal(armex_folder_open(&folder, "box/report", NULL), ARMEX_OK);
    assert_int_equal(armex_folder_begin(&crate, folder, NULL), ARMEX_OK);
    for (size_t i = 0; i < 20; i++) { // enough of them to be synced by now
        char path[32];
        snprintf(path, sizeof path, "tables/%zu.csv", i);
        armex_crate_put(crate, path, "x", 1);
    }
    armex_crate_begin(crate, "index.html");
    armex_crate_add(crate, "half", 4);
    armex_folder_close(folder);
    assert_holds("box/report/index.html", "one");
    assert_box(report_only, 1);
}

/* FIPS 180-4: of "abc", and of nothing. */
static void files_are_hashed_as_they_are_written(void **state)
{
    (void)state;
    static const char abc[] =
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    static const char nothing[] =
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    struct armex_folder *folder = NULL;
    struct armex_crate *crate = NULL;
    size_t n;

    assert_int_equal(armex_folder_open(&folder, "box/report", NULL), ARMEX_OK);
    assert_int_equal(armex_folder_begin(&crate, folder, NULL), ARMEX_OK);
    armex_crate_begin(crate, "index.html");
    armex_crate_add(crate, "ab", 2);
    armex_crate_put(crate, "tables/b.csv", "", 0); // while the other grows
    armex_crate_put(crate, "charts/a.svg", "abc", 3);
    armex_crate_add(crate, "c", 1);
    armex_crate_end(crate);
    const struct armex_artefact *files = armex_crate_files(crate, &n);
    assert_int_equal(n, 3);
    assert_string_equal(files[0].path, "charts/a.svg");
    assert_string_equal(files[0].sha256, abc);
    assert_string_equal(files[1].path, "index.html");
    assert_string_equal(files[1].sha256, abc);
    assert_int_equal(files[1].length, 3);
    assert_string_equal(files[2].path, "tables/b.csv");
    assert_string_equal(files[2].sha256, nothing);
    assert_int_equal(armex_folder_commit(folder, NULL), ARMEX_OK);
    armex_folder_close(folder);
    assert_holds("box/report/index.html", "abc");
    assert_holds("box/report/tables/b.csv", "");
}

static void leftovers_of_a_crash_are_put_right(void **state)
{
    (void)state;
    struct armex_folder *folder = NULL;

    make(first, 3);
    assert_int_equal(mkdir("box/.report.4711.part", 0777), 0);
    written("box/.report.4711.part/index.html", "half");
    assert_int_equal(rename("box/report", "box/.report.4711.old"), 0);
    assert_int_equal(armex_folder_open(&folder, "box/report", NULL), ARMEX_OK);
    armex_folder_close(folder);
    assert_holds("box/report/index.html", "one"); // back in its place
    assert_box(report_only, 1);
}

static void files_of_others_are_no_leftovers(void **state)
{
    (void)state;
    const char *const names[] = {".report.part", ".reports.1.part", "report"};

    assert_int_equal(mkdir("box/.reports.1.part", 0777), 0);
    assert_int_equal(mkdir("box/.report.part", 0777), 0);
    make(first, 3);
    assert_box(names, 3);
}

static void a_second_run_is_told_to_try_again(void **state)
{
    (void)state;
    struct armex_folder *one = NULL, *two = NULL;
    struct armex_error error = {0};

    assert_int_equal(armex_folder_open(&one, "box/report", &error), ARMEX_OK);
    assert_int_equal(armex_folder_open(&two, "box/report", &error), ARMEX_TRY_AGAIN);
    assert_null(two);
    assert_string_equal(error.message, "box/report: another run is making this report; "
                                       "try again when it is done");
    armex_folder_close(one);
    assert_int_equal(armex_folder_open(&two, "box/report", &error), ARMEX_OK);
    armex_folder_close(two);
}

static void a_folder_that_is_no_report_is_never_replaced(void **state)
{
    (void)state;
    struct armex_folder *folder = NULL;
    struct armex_error error = {0};

    assert_int_equal(mkdir("box/report", 0777), 0);
    written("box/report/thesis.tex", "years of work");
    assert_int_equal(armex_folder_open(&folder, "box/report", &error),
                     ARMEX_CANNOT_CREATE);
    assert_non_null(strstr(error.message, "holds 'thesis.tex', which is no part of a "
                                          "report; name a new or an empty folder"));
    assert_holds("box/report/thesis.tex", "years of work");
    unlink("box/report/thesis.tex");
    written("box/report/index.html", "a page of one's own");
    assert_int_equal(armex_folder_open(&folder, "box/report", &error),
                     ARMEX_CANNOT_CREATE);
    unlink("box/report/index.html");
    make(first, 3); // empty is fine
}

static void a_folder_above_that_is_missing_is_named(void **state)
{
    (void)state;
    struct armex_folder *folder = NULL;
    struct armex_error error = {0};

    assert_int_equal(armex_folder_open(&folder, "box/no/report", &error),
                     ARMEX_CANNOT_CREATE);
    assert_string_equal(error.message,
                        "box/no/report: cannot be created: No such file or directory");
    written("box/report", "a file");
    assert_int_equal(armex_folder_open(&folder, "box/report", &error),
                     ARMEX_CANNOT_CREATE);
    assert_non_null(strstr(error.message, "is there and is not a folder"));
}

static void a_link_inside_is_removed_and_not_followed(void **state)
{
    (void)state;
    assert_int_equal(mkdir("box/kept", 0777), 0);
    written("box/kept/file", "kept");
    assert_int_equal(mkdir("box/gone", 0777), 0);
    assert_int_equal(symlink("../kept", "box/gone/link"), 0);
    assert_int_equal(armex_folder_remove("box/gone", NULL), ARMEX_OK);
    assert_holds("box/kept/file", "kept");
}

#define STARTED(test) cmocka_unit_test_setup(test, start_empty)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STARTED(a_new_folder_replaces_the_old_one_whole),
        STARTED(a_failure_leaves_what_stood),
        STARTED(what_is_begun_and_not_committed_is_gone),
        STARTED(files_are_hashed_as_they_are_written),
        STARTED(leftovers_of_a_crash_are_put_right),
        STARTED(files_of_others_are_no_leftovers),
        STARTED(a_second_run_is_told_to_try_again),
        STARTED(a_folder_that_is_no_report_is_never_replaced),
        STARTED(a_folder_above_that_is_missing_is_named),
        STARTED(a_link_inside_is_removed_and_not_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
