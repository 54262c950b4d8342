/** tests/fuzz/test_corpus.c: the fuzz targets over the inputs kept beside them, and
 * over each of those with every byte changed and every tail cut off. */
#include <stdio.h>

#include "base/file.h"
#include "check.h"

#define LLVMFuzzerTestOneInput fuzz_csv
#include "fuzz_csv.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_tidy
#include "fuzz_tidy.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_package
#include "fuzz_package.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_sipri
#include "fuzz_sipri.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_publishers
#include "fuzz_publishers.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_decode
#include "fuzz_decode.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_xlsx
#include "fuzz_xlsx.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_comtrade
#include "fuzz_comtrade.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_national
#include "fuzz_national.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_totals
#include "fuzz_totals.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_aside
#include "fuzz_aside.c" // NOLINT(bugprone-suspicious-include): the same target
#undef LLVMFuzzerTestOneInput

typedef int target(const uint8_t *data, size_t size);

static void run(target *fuzz, const char *bytes, size_t length)
{
    // A copy of its own, without the NUL that files are read with.
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    if (length)
        memcpy(copy, bytes, length);
    fuzz((const uint8_t *)copy, length);
    free(copy);
}

static void mistreat(target *fuzz, char *bytes, size_t length)
{
    static const char harm[] = {'"', ',', '\n', '\0', '\xff', '9', '{', '-'};
    const size_t step = length / 500 + 1;

    run(fuzz, bytes, length);
    for (size_t i = 0; i < length; i += step) {
        const char kept = bytes[i];
        bytes[i] = harm[i % sizeof harm];
        run(fuzz, bytes, length);
        bytes[i] = kept;
        run(fuzz, bytes, i);
    }
}

static void replay(target *fuzz, const char *folder)
{
    char **names = NULL, path[512];
    size_t n = 0;

    assert_int_equal(armex_folder_list(&names, &n, folder, "", NULL), ARMEX_OK);
    assert_true(n > 0);
    for (size_t i = 0; i < n; i++) {
        char *bytes = NULL;
        size_t length = 0;
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        assert_int_equal(armex_file_read(&bytes, &length, path, 1 << 20, NULL),
                         ARMEX_OK);
        mistreat(fuzz, bytes, length);
        free(bytes);
    }
    free(names);
}

static void csv_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_csv, TESTS "/fuzz/corpus/csv");
}

static void tidy_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_tidy, TESTS "/fuzz/corpus/tidy");
}

static void package_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_package, TESTS "/fuzz/corpus/package");
}

static void sipri_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_sipri, TESTS "/fuzz/corpus/sipri");
}

static void publishers_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_publishers, TESTS "/fuzz/corpus/publishers");
}

static void decode_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_decode, TESTS "/fuzz/corpus/decode");
}

static void xlsx_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_xlsx, TESTS "/fuzz/corpus/xlsx");
}

static void comtrade_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_comtrade, TESTS "/fuzz/corpus/comtrade");
}

static void national_bytes_are_read_or_refused(void **state)
{
    (void)state;
    replay(fuzz_national, TESTS "/fuzz/corpus/national");
}

static void totals_bytes_are_read_alike_or_refused(void **state)
{
    (void)state;
    replay(fuzz_totals, TESTS "/fuzz/corpus/totals");
}

static void wrong_rows_are_set_aside_and_the_rest_is_sound(void **state)
{
    (void)state;
    replay(fuzz_aside, TESTS "/fuzz/corpus/aside");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_bytes_are_read_or_refused),
        cmocka_unit_test(tidy_bytes_are_read_or_refused),
        cmocka_unit_test(package_bytes_are_read_or_refused),
        cmocka_unit_test(sipri_bytes_are_read_or_refused),
        cmocka_unit_test(publishers_bytes_are_read_or_refused),
        cmocka_unit_test(decode_bytes_are_read_or_refused),
        cmocka_unit_test(xlsx_bytes_are_read_or_refused),
        cmocka_unit_test(comtrade_bytes_are_read_or_refused),
        cmocka_unit_test(national_bytes_are_read_or_refused),
        cmocka_unit_test(totals_bytes_are_read_alike_or_refused),
        cmocka_unit_test(wrong_rows_are_set_aside_and_the_rest_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
