/** tests/store/test_damage.c: a file that is not what was stored is told at once. */
#include "store/sample.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"
#include "store/vintage_file.h"

struct bytes {
    char *data;
    size_t length;
};

static struct bytes bytes_of(struct armex_vintage *vintage)
{
    struct bytes bytes;

    assert_int_equal(armex_vintage_write(vintage, "whole.h5", NULL), ARMEX_OK);
    assert_int_equal(
        armex_file_read(&bytes.data, &bytes.length, "whole.h5", 1 << 24, NULL),
        ARMEX_OK);
    armex_vintage_free(vintage);
    return bytes;
}

/** Without the syncs of armex_file_write(): tens of thousands of files come here. */
static void save(const char *bytes, size_t length)
{
    FILE *file = fopen("hurt.h5", "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void assert_refused(const char *why)
{
    struct armex_vintage *read = NULL;
    struct armex_error error = {0};
    char expected[512];

    assert_int_equal(armex_vintage_read(&read, "hurt.h5", ARMEX_EVERYTHING, &error),
                     ARMEX_BAD_INPUT);
    assert_null(read);
    snprintf(expected, sizeof expected,
             "hurt.h5: not a vintage file of armex, or damaged (%s); ingest its source "
             "again",
             why);
    assert_string_equal(error.message, expected);
    assert_int_equal(armex_vintage_verify("hurt.h5", &error), ARMEX_ANSWER_NO);
    snprintf(expected, sizeof expected,
             "hurt.h5: altered since it was stored: %s; ingest its source again", why);
    assert_string_equal(error.message, expected);
}

/** In place, byte by byte, put right again before the next. */
static void every_single_altered_byte_is_found(void **state)
{
    struct bytes whole = bytes_of(record_vintage());
    FILE *file;

    (void)state;
    save(whole.data, whole.length);
    assert_non_null(file = fopen("hurt.h5", "r+b"));
    setbuf(file, NULL);
    for (size_t i = 0; i < whole.length; i++) {
        struct armex_vintage *read = NULL;
        fseek(file, (long)i, SEEK_SET);
        assert_int_not_equal(fputc(whole.data[i] ^ (1 << i % 8), file), EOF);
        if (armex_vintage_verify("hurt.h5", NULL) != ARMEX_ANSWER_NO ||
            armex_vintage_read(&read, "hurt.h5", ARMEX_PROVENANCE_ONLY, NULL) !=
                ARMEX_BAD_INPUT)
            fail_msg("byte %zu of %zu may be altered", i, whole.length);
        fseek(file, (long)i, SEEK_SET);
        assert_int_not_equal(fputc(whole.data[i], file), EOF);
    }
    assert_int_equal(fclose(file), 0);
    assert_int_equal(armex_vintage_verify("hurt.h5", NULL), ARMEX_OK);
    free(whole.data);
}

static void a_file_cut_anywhere_is_refused(void **state)
{
    struct bytes whole = bytes_of(record_vintage());

    (void)state;
    save(whole.data, 0);
    assert_refused("it is empty");
    for (size_t length = 1; length < whole.length; length += 7) {
        save(whole.data, length);
        assert_refused("it does not end with a seal");
    }
    free(whole.data);
}

static void a_file_with_its_middle_gone_is_refused(void **state)
{
    struct bytes whole = bytes_of(panel_vintage(false));

    (void)state;
    memmove(whole.data + 1000, whole.data + 1008, whole.length - 1008);
    save(whole.data, whole.length - 8);
    assert_refused("its length is not the one that was sealed");
    free(whole.data);
}

static void what_follows_the_seal_is_refused(void **state)
{
    struct bytes whole = bytes_of(panel_vintage(false));

    (void)state;
    whole.data[whole.length] = '\n'; // the NUL behind it is ours
    save(whole.data, whole.length + 1);
    assert_refused("it does not end with a seal");
    free(whole.data);
}

static void figures_swapped_or_exchanged_are_found(void **state)
{
    struct bytes whole = bytes_of(panel_vintage(false));
    const double value = 5.5e-300;
    char *at = memmem(whole.data, whole.length, &value, 8), eight[8];

    (void)state;
    assert_non_null(at);
    memcpy(eight, at, 8); // with the figure sixteen places on: one lane of the sum
    memcpy(at, at + 64, 8);
    memcpy(at + 64, eight, 8);
    save(whole.data, whole.length);
    assert_refused("its bytes are not those that were sealed");
    free(whole.data);
}

/** Beyond a megabyte the figures are summed as they are read, not before. */
static void altered_figures_of_a_large_file_are_found_as_they_are_read(void **state)
{
    static const char *const whys[] = {"its bytes are not those that were sealed",
                                       "its figures are not those that were sealed"};
    struct bytes whole = bytes_of(large_vintage(1201, 211));
    unsigned long long offset = 0, length = 0;
    const char *seal = strstr(whole.data + whole.length - 1152, "raw ");

    (void)state;
    assert_int_equal(sscanf(seal, "raw %llx %llx", &offset, &length), 2);
    assert_int_equal(length, 8 * 1201 * 211);
    for (size_t i = 0; i < 4; i++) {
        const size_t at[] = {offset - 1, offset, offset + length - 1, offset + length};
        whole.data[at[i]] ^= 0x10;
        save(whole.data, whole.length);
        assert_refused(whys[i == 1 || i == 2]);
        whole.data[at[i]] ^= 0x10;
    }
    free(whole.data);
}

static void other_files_are_refused_as_what_they_are(void **state)
{
    char *noise = malloc(100000);

    (void)state;
    save("year,value\n2021,5\n", 18);
    assert_refused("it does not end with a seal");
    for (size_t i = 0; i < 100000; i++)
        noise[i] = (char)(i * 2654435761u >> 13);
    save(noise, 100000);
    assert_refused("it does not end with a seal");
    free(noise);
    struct armex_error error;
    struct armex_vintage *read = NULL;
    assert_int_equal(armex_folder_make("folder.h5", NULL), ARMEX_OK);
    assert_int_equal(armex_vintage_read(&read, "folder.h5", ARMEX_EVERYTHING, &error),
                     ARMEX_BAD_INPUT);
    assert_non_null(strstr(error.message, "(it is no file)"));
}

/** Runs of up to 64 bytes, anywhere, set to what damage leaves: zeros, ones, noise. */
static void three_hundred_random_wounds_are_found(void **state)
{
    struct bytes whole = bytes_of(published_vintage());
    char *hurt = malloc(whole.length);
    uint64_t random = 20260309;

    (void)state;
    for (int i = 0; i < 300; i++) {
        memcpy(hurt, whole.data, whole.length);
        for (int wound = 0; wound <= i % 3; wound++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            const size_t at = (size_t)(random >> 20) % (whole.length - 64);
            for (size_t k = 0; k <= (random >> 11) % 64; k++)
                hurt[at + k] = i % 4 == 0   ? 0
                               : i % 4 == 1 ? (char)0xff
                                            : (char)(random >> k % 56);
        }
        if (memcmp(hurt, whole.data, whole.length) == 0)
            continue;
        struct armex_vintage *read = NULL;
        save(hurt, whole.length);
        assert_int_equal(armex_vintage_read(&read, "hurt.h5", ARMEX_EVERYTHING, NULL),
                         ARMEX_BAD_INPUT);
        assert_int_equal(armex_vintage_verify("hurt.h5", NULL), ARMEX_ANSWER_NO);
    }
    free(hurt);
    free(whole.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_single_altered_byte_is_found),
        cmocka_unit_test(a_file_cut_anywhere_is_refused),
        cmocka_unit_test(a_file_with_its_middle_gone_is_refused),
        cmocka_unit_test(what_follows_the_seal_is_refused),
        cmocka_unit_test(figures_swapped_or_exchanged_are_found),
        cmocka_unit_test(altered_figures_of_a_large_file_are_found_as_they_are_read),
        cmocka_unit_test(other_files_are_refused_as_what_they_are),
        cmocka_unit_test(three_hundred_random_wounds_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
