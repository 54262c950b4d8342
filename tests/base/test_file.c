/** tests/base/test_file.c: files whole or absent, and their hashes. */
#include "check.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"

static char folder[] = "/tmp/armex-file-XXXXXX";

static char *in_folder(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static size_t files_in(const char *path)
{
    char **names;
    size_t n;
    assert_int_equal(armex_folder_list(&names, &n, path, "", NULL), ARMEX_OK);
    free(names);
    return n;
}

static void a_file_written_reads_back(void **state)
{
    (void)state;
    char *bytes;
    size_t length;
    const char *path = in_folder("a");
    assert_int_equal(armex_file_write(path, "one\0two", 7, NULL), ARMEX_OK);
    assert_int_equal(armex_file_read(&bytes, &length, path, 7, NULL), ARMEX_OK);
    assert_int_equal(length, 7);
    assert_memory_equal(bytes, "one\0two", 8);
    free(bytes);
    struct armex_error error;
    assert_int_equal(armex_file_read(&bytes, &length, path, 6, &error),
                     ARMEX_BAD_INPUT);
    assert_non_null(strstr(error.message, "is larger than the 6 bytes"));
    assert_null(bytes);
    assert_int_equal(files_in(folder), 1);
}

static void what_was_there_stays_until_the_new_file_is_whole(void **state)
{
    (void)state;
    struct armex_aside *aside;
    char *bytes;
    size_t length;
    const char *path = in_folder("b");
    assert_int_equal(armex_file_write(path, "old", 3, NULL), ARMEX_OK);
    assert_int_equal(armex_aside_open(&aside, path, NULL), ARMEX_OK);
    fputs("new", armex_aside_stream(aside));
    armex_aside_abandon(aside);
    assert_int_equal(armex_file_read(&bytes, &length, path, 99, NULL), ARMEX_OK);
    assert_string_equal(bytes, "old");
    free(bytes);
    assert_int_equal(armex_file_write(path, "new", 3, NULL), ARMEX_OK);
    assert_int_equal(armex_file_read(&bytes, &length, path, 99, NULL), ARMEX_OK);
    assert_string_equal(bytes, "new");
    free(bytes);
    unlink(path);
}

static void a_full_device_is_an_error_and_stays_a_device(void **state)
{
    (void)state;
    struct armex_error error;
    struct stat facts;
    if (stat("/dev/full", &facts) != 0)
        skip(); // no such device here
    assert_int_equal(armex_file_write("/dev/full", "x", 1, &error), ARMEX_IO);
    assert_string_equal(error.message,
                        "/dev/full: cannot be written: No space left on device");
    assert_int_equal(stat("/dev/full", &facts), 0);
    assert_true(S_ISCHR(facts.st_mode));
}

static void missing_and_misplaced_files_are_told_apart(void **state)
{
    (void)state;
    struct armex_error error;
    char *bytes;
    size_t length;
    const char *path = in_folder("no/such");
    assert_int_equal(armex_file_write(path, "x", 1, &error), ARMEX_CANNOT_CREATE);
    assert_int_equal(armex_file_read(&bytes, &length, path, 9, &error),
                     ARMEX_NOT_FOUND);
    assert_int_equal(armex_file_read(&bytes, &length, folder, 9, &error),
                     ARMEX_BAD_INPUT);
    assert_non_null(strstr(error.message, "is a folder"));
    assert_int_equal(armex_folder_make(in_folder("x/y/z"), NULL), ARMEX_OK);
    assert_int_equal(armex_folder_make(in_folder("x/y/z"), NULL), ARMEX_OK);
    assert_int_equal(armex_file_write(in_folder("x/f"), "x", 1, NULL), ARMEX_OK);
    assert_int_equal(armex_folder_make(in_folder("x/f/g"), &error),
                     ARMEX_CANNOT_CREATE);
    assert_int_equal(files_in(in_folder("not there")), 0);
}

static void folders_are_listed_in_order_by_suffix(void **state)
{
    (void)state;
    char **names;
    size_t n;
    assert_int_equal(armex_folder_make(in_folder("l"), NULL), ARMEX_OK);
    assert_int_equal(armex_file_write(in_folder("l/b.h5"), "", 0, NULL), ARMEX_OK);
    assert_int_equal(armex_file_write(in_folder("l/a.h5"), "", 0, NULL), ARMEX_OK);
    assert_int_equal(armex_file_write(in_folder("l/c.txt"), "", 0, NULL), ARMEX_OK);
    assert_int_equal(armex_folder_list(&names, &n, in_folder("l"), ".h5", NULL),
                     ARMEX_OK);
    assert_int_equal(n, 2);
    assert_string_equal(names[0], "a.h5");
    assert_string_equal(names[1], "b.h5");
    free(names);
}

/* FIPS 180-4's own example: the digest of "abc". */
static void hashes_are_those_of_the_standard(void **state)
{
    (void)state;
    static const char abc[] =
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    char hash[ARMEX_SHA256_SIZE];
    struct armex_error error;
    armex_sha256(hash, "abc", 3);
    assert_string_equal(hash, abc);
    const char *path = in_folder("h");
    assert_int_equal(armex_file_write(path, "abc", 3, NULL), ARMEX_OK);
    assert_int_equal(armex_sha256_file(hash, path, NULL), ARMEX_OK);
    assert_string_equal(hash, abc);
    assert_int_equal(armex_sha256_file(hash, in_folder("none"), &error),
                     ARMEX_NOT_FOUND);
}

static void all_bytes_are_written_and_synced_or_errno_says_why(void **state)
{
    (void)state;
    const int file = open(in_folder("w"), O_WRONLY | O_CREAT, 0666);
    const int full = open("/dev/full", O_WRONLY);
    char *bytes;
    size_t length;

    assert_true(armex_write_all(file, "one\0two", 7));
    assert_false(armex_write_all(full, "one", 3));
    assert_int_equal(errno, ENOSPC);
    close(file);
    close(full);
    assert_int_equal(armex_file_read(&bytes, &length, in_folder("w"), 7, NULL), 0);
    assert_int_equal(length, 7);
    assert_memory_equal(bytes, "one\0two", 7);
    free(bytes);
    assert_true(armex_path_sync(in_folder("w")));
    assert_true(armex_path_sync(folder));
    assert_false(armex_path_sync(in_folder("none")));
    assert_int_equal(errno, ENOENT);
}

static int remove_folder(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_written_reads_back),
        cmocka_unit_test(what_was_there_stays_until_the_new_file_is_whole),
        cmocka_unit_test(a_full_device_is_an_error_and_stays_a_device),
        cmocka_unit_test(missing_and_misplaced_files_are_told_apart),
        cmocka_unit_test(folders_are_listed_in_order_by_suffix),
        cmocka_unit_test(all_bytes_are_written_and_synced_or_errno_says_why),
        cmocka_unit_test(hashes_are_those_of_the_standard),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
