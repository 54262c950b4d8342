/** tests/store/test_plain.c: what is read without HDF5 is what HDF5 reads, and a forged
 *  file leads nowhere outside of itself. */
#include "store/sample.h"

#include <hdf5.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/vintage_read.h"

static struct armex_vintage *read_by(enum armex_way way, const char *path)
{
    struct armex_vintage *read = NULL;
    struct armex_error error = {0};
    struct armex_totals totals;
    struct armex_image image;
    const char *why = NULL;

    assert_int_equal(armex_image_open(&image, &why, path, NULL), ARMEX_OK);
    if (armex_vintage_read_image(&read, &totals, &why, &image, path, ARMEX_EVERYTHING,
                                 way, &error))
        fail_msg("%s: %s", path, why);
    assert_int_equal(totals.observations, armex_totals_of(read).observations);
    assert_same_value(totals.sum, armex_totals_of(read).sum);
    armex_image_close(&image);
    return read;
}

static void both_ways_give_the_same_panel(void **state)
{
    struct armex_vintage *vintages[] = {
        panel_vintage(false), panel_vintage(true),    published_vintage(),
        large_vintage(0, 2),  large_vintage(300, 70), large_vintage(1201, 211)};

    (void)state;
    for (size_t i = 0; i < sizeof vintages / sizeof *vintages; i++) {
        assert_int_equal(armex_vintage_write(vintages[i], "p.h5", NULL), ARMEX_OK);
        struct armex_vintage *a = read_by(ARMEX_PLAINLY, "p.h5");
        struct armex_vintage *b = read_by(ARMEX_BY_HDF5, "p.h5");
        assert_same_panel(a->panel, vintages[i]->panel);
        assert_same_panel(b->panel, vintages[i]->panel);
        assert_string_equal(a->provenance.title, b->provenance.title);
        assert_int_equal(!a->publications, !b->publications);
        for (size_t k = 0; a->publications && k < a->publications->n; k++)
            assert_string_equal(a->publications->items[k].note,
                                b->publications->items[k].note);
        armex_vintage_free(b);
        armex_vintage_free(a);
        armex_vintage_free(vintages[i]);
    }
}

static void both_ways_give_the_same_records(void **state)
{
    struct armex_vintage *vintage = record_vintage();

    (void)state;
    assert_int_equal(armex_vintage_write(vintage, "r.h5", NULL), ARMEX_OK);
    struct armex_vintage *a = read_by(ARMEX_PLAINLY, "r.h5");
    struct armex_vintage *b = read_by(ARMEX_BY_HDF5, "r.h5");
    assert_int_equal(a->records->n_columns, 3);
    assert_int_equal(a->records->n_rows, b->records->n_rows);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(a->records->columns[i].name, b->records->columns[i].name);
    for (size_t row = 0; row < 2; row++) {
        assert_string_equal(armex_table_get_text(a->records, row, 0),
                            armex_table_get_text(b->records, row, 0));
        assert_same_value(armex_table_get_number(a->records, row, 2),
                          armex_table_get_number(b->records, row, 2));
    }
    armex_vintage_free(b);
    armex_vintage_free(a);
    armex_vintage_free(vintage);
}

static void texts_too_long_for_a_header_are_the_same_both_ways(void **state)
{
    struct armex_vintage *vintage = panel_vintage(false), *a, *b;
    char *text = armex_arena_new(vintage->arena, 100001, 1);

    (void)state;
    memset(text, 'x', 100000);
    vintage->provenance.description = text;
    assert_int_equal(armex_vintage_write(vintage, "f.h5", NULL), ARMEX_OK);
    a = read_by(ARMEX_PLAINLY, "f.h5");
    b = read_by(ARMEX_BY_HDF5, "f.h5");
    assert_string_equal(a->provenance.description, text);
    assert_string_equal(b->provenance.description, text);
    armex_vintage_free(b);
    armex_vintage_free(a);
    armex_vintage_free(vintage);
}

/** More texts than share a heap, and more than any one heap holds. */
static void thousands_of_names_are_the_same_both_ways(void **state)
{
    struct armex_vintage *vintage = large_vintage(9001, 2), *a, *b;

    (void)state;
    vintage->panel->series[17].name = "";
    assert_int_equal(armex_vintage_write(vintage, "f.h5", NULL), ARMEX_OK);
    a = read_by(ARMEX_PLAINLY, "f.h5");
    b = read_by(ARMEX_BY_HDF5, "f.h5");
    assert_same_panel(a->panel, vintage->panel);
    assert_same_panel(b->panel, vintage->panel);
    armex_vintage_free(b);
    armex_vintage_free(a);
    armex_vintage_free(vintage);
}

/** What HDF5 1.10 wrote for releases before, from the vintage that is made here. */
static void a_file_that_hdf5_wrote_is_read_both_ways(void **state)
{
    static const char path[] = TESTS "/store/reference/written_by_hdf5.h5";
    struct armex_vintage *vintage = published_vintage();

    (void)state;
    for (int way = 0; way < 2; way++) {
        struct armex_vintage *read = read_by(way ? ARMEX_BY_HDF5 : ARMEX_PLAINLY, path);
        const struct armex_publications *a = vintage->publications;
        const struct armex_publications *b = read->publications;

        assert_same_panel(read->panel, vintage->panel);
        assert_string_equal(read->provenance.title, vintage->provenance.title);
        assert_int_equal(b->n, a->n);
        for (size_t i = 0; i < a->n; i++) {
            assert_same_value(b->items[i].value, a->items[i].value);
            assert_string_equal(b->items[i].note, a->items[i].note);
        }
        assert_string_equal(b->citations[0].title, a->citations[0].title);
        armex_vintage_free(read);
    }
    assert_int_equal(armex_vintage_verify(path, NULL), ARMEX_OK);
    armex_vintage_free(vintage);
}

/** HDF5 adds an attribute beyond 64 KB: it then keeps them all in a heap of another
 *  kind. Sealed anew, the file is sound. */
static void make_foreign(const char *path)
{
    static const char letters[100000] = {0};
    struct armex_seal seal = {.body = 0};
    struct armex_sum sum = {.n_left = 0};
    char text[ARMEX_SEAL_SIZE + 1], block[4096];
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);

    assert_true(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V110) >= 0);
    const hid_t file = H5Fopen(path, H5F_ACC_RDWR, access);
    const hsize_t n = sizeof letters;
    const hid_t space = H5Screate_simple(1, &n, NULL);
    const hid_t attribute =
        H5Acreate2(file, "more", H5T_STD_U8LE, space, H5P_DEFAULT, H5P_DEFAULT);
    assert_true(H5Awrite(attribute, H5T_NATIVE_UCHAR, letters) >= 0);
    H5Aclose(attribute);
    H5Sclose(space);
    assert_true(H5Fclose(file) >= 0);
    H5Pclose(access);
    FILE *stream = fopen(path, "r+b");
    assert_non_null(stream);
    for (size_t got; (got = fread(block, 1, sizeof block, stream)) > 0;) {
        armex_sum_add(&sum, block, got);
        seal.body += got;
    }
    seal.rest = armex_sum_digest(&sum);
    armex_seal_write(text, &seal);
    assert_int_equal(fseek(stream, 0, SEEK_END), 0);
    assert_int_equal(fwrite(text, 1, ARMEX_SEAL_SIZE, stream), ARMEX_SEAL_SIZE);
    assert_int_equal(fclose(stream), 0);
}

static void a_form_that_is_foreign_is_left_to_hdf5(void **state)
{
    struct armex_vintage *vintage = panel_vintage(false), *read = NULL;
    struct armex_image image;
    const char *why = NULL;

    (void)state;
    assert_int_equal(armex_vintage_write(vintage, "f.h5", NULL), ARMEX_OK);
    make_foreign("f.h5");
    assert_int_equal(armex_image_open(&image, &why, "f.h5", NULL), ARMEX_OK);
    assert_int_equal(armex_vintage_read_image(&read, NULL, &why, &image, "f.h5",
                                              ARMEX_EVERYTHING, ARMEX_PLAINLY, NULL),
                     ARMEX_BAD_INPUT);
    assert_null(read);
    assert_string_equal(why, "its form is strange");
    armex_image_close(&image);
    read = read_by(ARMEX_BY_HDF5, "f.h5");
    assert_same_panel(read->panel, vintage->panel);
    armex_vintage_free(read);
    assert_int_equal(armex_vintage_verify("f.h5", NULL), ARMEX_OK);
    armex_vintage_free(vintage);
}

/** Up to eight bytes anywhere set to what breaks parsers, and no seal in the way. */
static void wound(unsigned char *bytes, size_t length, uint64_t *random)
{
    static const uint64_t nasty[] = {0,          1,          0xff,       0xffff,
                                     0x7fffffff, 0xffffffff, UINT64_MAX, 1ull << 63};

    for (uint64_t wounds = 1 + *random % 4; wounds-- > 0;) {
        *random = *random * 6364136223846793005u + 1442695040888963407u;
        const uint64_t number =
            *random >> 60 < 8 ? nasty[*random >> 60] : *random >> 13;
        const size_t size = (size_t)1 << (*random >> 40) % 4;
        memcpy(bytes + (*random >> 20) % (length - 8), &number, size);
    }
}

static void a_forged_file_leads_nowhere_outside_of_itself(void **state)
{
    struct armex_vintage *vintages[] = {published_vintage(), record_vintage()};
    uint64_t random = 1950;
    size_t refused = 0;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        struct armex_vintage *read = NULL;
        struct armex_image image;
        const char *why = NULL;

        if (i % 1000 == 0)
            assert_int_equal(armex_vintage_write(vintages[i / 1000], "f.h5", NULL), 0);
        assert_int_equal(armex_image_open(&image, &why, "f.h5", NULL), ARMEX_OK);
        wound(image.bytes, image.length, &random);
        const armex_status status = armex_vintage_read_image(
            &read, NULL, &why, &image, "f.h5", ARMEX_EVERYTHING, ARMEX_PLAINLY, NULL);
        if (status != ARMEX_OK)
            assert_int_equal(status, ARMEX_BAD_INPUT);
        refused += status != ARMEX_OK;
        armex_vintage_free(read);
        armex_image_close(&image);
    }
    // Most bytes are figures or words, where any value is as good as another.
    assert_in_range(refused, 200, 1900);
    armex_vintage_free(vintages[0]);
    armex_vintage_free(vintages[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ways_give_the_same_panel),
        cmocka_unit_test(both_ways_give_the_same_records),
        cmocka_unit_test(texts_too_long_for_a_header_are_the_same_both_ways),
        cmocka_unit_test(thousands_of_names_are_the_same_both_ways),
        cmocka_unit_test(a_file_that_hdf5_wrote_is_read_both_ways),
        cmocka_unit_test(a_form_that_is_foreign_is_left_to_hdf5),
        cmocka_unit_test(a_forged_file_leads_nowhere_outside_of_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
