/** tests/store/test_vintage_file.c: what is stored comes back, whole and to the bit. */
#include "store/sample.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "store/vintage_file.h"

static struct armex_vintage *again(const struct armex_vintage *vintage)
{
    struct armex_vintage *read = NULL;
    struct armex_error error = {0};

    if (armex_vintage_write(vintage, "v.h5", &error) ||
        armex_vintage_read(&read, "v.h5", ARMEX_EVERYTHING, &error) ||
        armex_vintage_verify("v.h5", &error))
        fail_msg("%s", error.message);
    return read;
}

static void a_panel_comes_back_to_the_bit(void **state)
{
    (void)state;
    for (int mixed = 0; mixed < 2; mixed++) {
        struct armex_vintage *vintage = panel_vintage(mixed), *read = again(vintage);
        assert_same_panel(read->panel, vintage->panel);
        assert_null(read->publications);
        assert_null(read->records);
        armex_vintage_free(read);
        armex_vintage_free(vintage);
    }
}

static void provenance_comes_back_alone_if_asked(void **state)
{
    (void)state;
    struct armex_vintage *vintage = panel_vintage(false), *read = again(vintage);
    const struct armex_provenance *a = &vintage->provenance, *b;

    armex_vintage_free(read);
    assert_int_equal(armex_vintage_read(&read, "v.h5", ARMEX_PROVENANCE_ONLY, NULL),
                     ARMEX_OK);
    b = &read->provenance;
    assert_string_equal(a->dataset, b->dataset);
    assert_memory_equal(&a->vintage, &b->vintage, sizeof a->vintage);
    assert_string_equal(a->title, b->title);
    assert_string_equal(a->description, b->description);
    assert_string_equal(a->publisher, b->publisher);
    assert_string_equal(a->url, b->url);
    assert_string_equal(a->licence, b->licence);
    assert_string_equal(a->file, b->file);
    assert_string_equal(a->sha256, b->sha256);
    assert_string_equal(a->retrieved, b->retrieved);
    assert_string_equal(a->version, b->version);
    assert_null(read->panel);
    armex_vintage_free(read);
    armex_vintage_free(vintage);
}

static void publications_come_back_with_dates_as_closely_as_known(void **state)
{
    (void)state;
    struct armex_vintage *vintage = published_vintage(), *read = again(vintage);
    const struct armex_publications *a = vintage->publications;
    const struct armex_publications *b = read->publications;

    assert_same_panel(read->panel, vintage->panel);
    assert_int_equal(b->n, 3);
    assert_int_equal(b->n_citations, 2);
    for (size_t i = 0; i < 3; i++) {
        assert_same_value(b->items[i].value, a->items[i].value);
        assert_int_equal(b->items[i].series, a->items[i].series);
        assert_int_equal(b->items[i].citation, a->items[i].citation);
        assert_string_equal(b->items[i].note, a->items[i].note);
        assert_int_equal(b->items[i].year, a->items[i].year);
        assert_memory_equal(&b->items[i].published, &a->items[i].published, 4);
        assert_int_equal(b->items[i].status, a->items[i].status);
        assert_int_equal(b->items[i].flag, a->items[i].flag);
        assert_int_equal(b->items[i].digits, a->items[i].digits);
    }
    for (size_t i = 0; i < 2; i++) {
        assert_string_equal(b->citations[i].publisher, a->citations[i].publisher);
        assert_string_equal(b->citations[i].title, a->citations[i].title);
        assert_string_equal(b->citations[i].url, a->citations[i].url);
    }
    armex_vintage_free(read);
    assert_int_equal(armex_vintage_read(&read, "v.h5", ARMEX_PANEL_ONLY, NULL),
                     ARMEX_OK);
    assert_null(read->publications);
    armex_vintage_free(read);
    armex_vintage_free(vintage);
}

static void records_come_back_with_types_units_and_words(void **state)
{
    (void)state;
    struct armex_vintage *vintage = record_vintage(), *read = again(vintage);
    const struct armex_table *a = vintage->records, *b = read->records;

    assert_null(read->panel);
    assert_string_equal(b->name, "claims");
    assert_string_equal(b->title, "Claims of the press");
    assert_int_equal(b->n_columns, 3);
    assert_int_equal(b->n_rows, 2);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(a->columns[i].name, b->columns[i].name);
        assert_string_equal(a->columns[i].title, b->columns[i].title);
        assert_string_equal(a->columns[i].unit, b->columns[i].unit);
        assert_string_equal(a->columns[i].description, b->columns[i].description);
        assert_int_equal(a->columns[i].type, b->columns[i].type);
        assert_int_equal(a->columns[i].machine, b->columns[i].machine);
    }
    assert_string_equal(armex_table_get_text(b, 0, 0), "„dreimal so viel“");
    assert_string_equal(armex_table_get_text(b, 1, 0), "");
    assert_same_value(armex_table_get_number(b, 1, 1), 2023);
    assert_same_value(armex_table_get_number(b, 0, 2), 17.3e9);
    assert_missing(armex_table_get_number(b, 1, 2));
    armex_vintage_free(read);
    armex_vintage_free(vintage);
}

/** A megabyte is where arrays are summed block by block; 1,201 series end a row in the
 *  middle of a block, 400,000 make one row longer than a block. */
static void panels_beyond_a_block_come_back_to_the_bit(void **state)
{
    static const size_t shapes[][2] = {
        {1201, 211}, {400000, 3}, {1, 9000}, {131072, 1}};

    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct armex_vintage *vintage = large_vintage(shapes[i][0], shapes[i][1]);
        struct armex_vintage *read = again(vintage);
        assert_same_panel(read->panel, vintage->panel);
        armex_vintage_free(read);
        armex_vintage_free(vintage);
    }
}

static void one_series_one_year_or_none_of_either_come_back(void **state)
{
    (void)state;
    for (size_t n_series = 0; n_series < 3; n_series++)
        for (size_t n_years = 0; n_years < 3; n_years++) {
            struct armex_vintage *vintage = large_vintage(n_series, n_years);
            struct armex_vintage *read = again(vintage);
            assert_int_equal(read->panel->n_series, n_series);
            assert_int_equal(read->panel->n_years, n_years);
            if (n_years > 0)
                assert_same_panel(read->panel, vintage->panel);
            armex_vintage_free(read);
            armex_vintage_free(vintage);
        }
}

static void texts_longer_than_a_header_of_hdf5_come_back(void **state)
{
    (void)state;
    enum { LENGTH = 200000 };
    struct armex_vintage *vintage = panel_vintage(false), *read;
    char *text = armex_arena_new(vintage->arena, LENGTH + 1, 1);

    memset(text, 'x', LENGTH);
    vintage->provenance.description = text;
    vintage->panel->series[0].name = text;
    read = again(vintage);
    assert_string_equal(read->provenance.description, text);
    assert_string_equal(read->panel->series[0].name, text);
    armex_vintage_free(read);
    armex_vintage_free(vintage);
}

static void the_same_vintage_gives_the_same_bytes(void **state)
{
    (void)state;
    struct armex_vintage *vintages[] = {panel_vintage(false), published_vintage(),
                                        record_vintage(), large_vintage(1201, 211)};

    for (size_t i = 0; i < 4; i++) {
        char a[ARMEX_SHA256_SIZE], b[ARMEX_SHA256_SIZE];
        assert_int_equal(armex_vintage_write(vintages[i], "a.h5", NULL), ARMEX_OK);
        void *shift = malloc(1 << 20); // the second run finds another heap
        memset(shift, 0xA5, 1 << 20);
        free(shift);
        assert_int_equal(armex_vintage_write(vintages[i], "b.h5", NULL), ARMEX_OK);
        assert_int_equal(armex_sha256_file(a, "a.h5", NULL), ARMEX_OK);
        assert_int_equal(armex_sha256_file(b, "b.h5", NULL), ARMEX_OK);
        assert_string_equal(a, b);
        armex_vintage_free(vintages[i]);
    }
}

static void a_file_that_is_not_there_is_not_found(void **state)
{
    (void)state;
    struct armex_vintage *read = (void *)state;
    struct armex_error error;

    assert_int_equal(armex_vintage_read(&read, "none.h5", ARMEX_EVERYTHING, &error),
                     ARMEX_NOT_FOUND);
    assert_string_equal(error.message, "none.h5: there is no such file");
    assert_null(read);
    assert_int_equal(armex_vintage_verify("none.h5", NULL), ARMEX_NOT_FOUND);
}

static void a_folder_that_is_not_there_cannot_be_written_to(void **state)
{
    (void)state;
    struct armex_vintage *vintage = panel_vintage(false);

    assert_int_equal(armex_vintage_write(vintage, "none/v.h5", NULL),
                     ARMEX_CANNOT_CREATE);
    armex_vintage_free(vintage);
}

/** A limit on the size of files stands in for a full disk, at every kilobyte. */
static void a_full_disk_leaves_what_was_there_and_nothing_else(void **state)
{
    (void)state;
    struct armex_vintage *vintage = published_vintage(), *read = again(vintage);
    struct rlimit before, limit;
    struct stat whole;
    char **names;
    size_t n = 0;

    armex_vintage_free(read);
    assert_int_equal(stat("v.h5", &whole), 0);
    assert_int_equal(mkdir("full", 0777), 0);
    getrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_IGN);
    for (off_t size = 0; size < whole.st_size; size += 1024) {
        struct armex_error error = {0};
        limit = (struct rlimit){(rlim_t)size, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        const armex_status status = armex_vintage_write(vintage, "full/v.h5", &error);
        setrlimit(RLIMIT_FSIZE, &before);
        assert_int_equal(status, ARMEX_IO);
        assert_string_equal(error.message,
                            "full/v.h5: cannot be written: File too large");
    }
    assert_int_equal(armex_folder_list(&names, &n, "full", "", NULL), ARMEX_OK);
    assert_int_equal(n, 0);
    free(names);
    armex_vintage_free(vintage);
}

static void *read_often(void *out)
{
    for (int i = 0; i < 50; i++) {
        struct armex_vintage *read = NULL;
        if (armex_vintage_read(&read, "v.h5", ARMEX_EVERYTHING, NULL) ||
            read->panel->n_series != 3)
            *(int *)out = 1;
        armex_vintage_free(read);
    }
    return NULL;
}

static void threads_read_at_once(void **state)
{
    (void)state;
    struct armex_vintage *vintage = published_vintage(), *read = again(vintage);
    pthread_t threads[4];
    int failed[4] = {0};

    for (size_t i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_often, &failed[i]), 0);
    for (size_t i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(failed[i], 0);
    }
    armex_vintage_free(read);
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_panel_comes_back_to_the_bit),
        cmocka_unit_test(provenance_comes_back_alone_if_asked),
        cmocka_unit_test(publications_come_back_with_dates_as_closely_as_known),
        cmocka_unit_test(records_come_back_with_types_units_and_words),
        cmocka_unit_test(panels_beyond_a_block_come_back_to_the_bit),
        cmocka_unit_test(one_series_one_year_or_none_of_either_come_back),
        cmocka_unit_test(texts_longer_than_a_header_of_hdf5_come_back),
        cmocka_unit_test(the_same_vintage_gives_the_same_bytes),
        cmocka_unit_test(a_file_that_is_not_there_is_not_found),
        cmocka_unit_test(a_folder_that_is_not_there_cannot_be_written_to),
        cmocka_unit_test(a_full_disk_leaves_what_was_there_and_nothing_else),
        cmocka_unit_test(threads_read_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
