/** tests/ingest/test_decode.c: packed files and old encodings, and what was made of
 *  them. Expected texts are written out in UTF-8. */
#include <zstd.h>

#include "base/file.h"
#include "ingest/decode.h"
#include "ingest_files.h"
#include "zip_file.h"

static const size_t limit = (size_t)1 << 30;

/** Decodes `length` bytes, which a NUL follows. */
static armex_status decode(struct armex_decoded *out, const char *bytes, size_t length,
                           struct armex_error *error)
{
    return armex_decode(out, "x.csv", bytes, length, limit, error);
}

static void assert_decoded(const char *bytes, size_t length,
                           enum armex_encoding encoding, const char *expected)
{
    struct armex_decoded decoded;
    assert_int_equal(decode(&decoded, bytes, length, NULL), ARMEX_OK);
    assert_int_equal(decoded.encoding, encoding);
    assert_int_equal(decoded.length, strlen(expected));
    assert_string_equal(decoded.bytes, expected);
    armex_decoded_free(&decoded);
}

static void assert_not_decoded(const char *bytes, size_t length, const char *message)
{
    struct armex_decoded decoded;
    struct armex_error error = {0};
    assert_int_equal(decode(&decoded, bytes, length, &error), ARMEX_BAD_INPUT);
    assert_null(decoded.bytes);
    assert_string_equal(error.message, message);
}

#define TEXT(text) (text), sizeof(text) - 1

static void utf8_is_left_as_it_is(void **state)
{
    (void)state;
    const char text[] = "T\xc3\xbcrkiye,1\n";
    struct armex_decoded decoded;
    assert_int_equal(decode(&decoded, TEXT(text), NULL), ARMEX_OK);
    assert_ptr_equal(decoded.bytes, text); // not even copied
    assert_int_equal(decoded.encoding, ARMEX_UTF_8);
    armex_decoded_free(&decoded);
}

static void old_western_text_is_told_apart(void **state)
{
    (void)state;
    assert_decoded(TEXT("T\xfcrkiye"), ARMEX_ISO_8859_1, "T\xc3\xbcrkiye");
    assert_decoded(TEXT("\x80 5 \x96 \x93q\x94"), ARMEX_WINDOWS_1252,
                   "\xe2\x82\xac 5 \xe2\x80\x93 \xe2\x80\x9cq\xe2\x80\x9d");
}

static void a_byte_without_meaning_is_shown_and_counted(void **state)
{
    (void)state;
    struct armex_decoded decoded;
    char words[256];
    assert_int_equal(decode(&decoded, TEXT("a\x81\x8d\xe9"), NULL), ARMEX_OK);
    assert_string_equal(decoded.bytes, "a\xef\xbf\xbd\xef\xbf\xbd\xc3\xa9");
    assert_int_equal(decoded.unknown, 2);
    armex_decoded_words(words, &decoded);
    assert_string_equal(
        words, "Its text was taken for Windows-1252, as it is no UTF-8. 2 bytes "
               "mean nothing there and became U+FFFD.");
    armex_decoded_free(&decoded);
}

static void utf16_is_read_either_way_round_with_a_mark_or_without(void **state)
{
    (void)state;
    assert_decoded(TEXT("\xff\xfe\xe9\0,\0\x3d\xd8\x00\xde"), ARMEX_UTF_16_LE,
                   "\xc3\xa9,\xf0\x9f\x98\x80"); // U+1F600, of two units
    assert_decoded(TEXT("\xfe\xff\0\xe9\0\n"), ARMEX_UTF_16_BE, "\xc3\xa9\n");
    assert_decoded(TEXT("a\0,\0b\0\n\0"), ARMEX_UTF_16_LE, "a,b\n");
    assert_decoded(TEXT("\0a\0,\0b"), ARMEX_UTF_16_BE, "a,b");
}

static void broken_utf16_is_refused_at_its_line(void **state)
{
    (void)state;
    const char *const message =
        "x.csv:2:1: this UTF-16 text is broken or cut off; save the file as UTF-8";
    assert_not_decoded(TEXT("\xff\xfe\n\0\x00\xd8"), message); // half a pair
    assert_not_decoded(TEXT("\xff\xfe\n\0\x00\xdc"
                            "a\0"),
                       message); // the other half
    assert_not_decoded(
        TEXT("\xff\xfe"
             "a\0b"),
        "x.csv:1:1: this UTF-16 text is broken or cut off; save the file as "
        "UTF-8");
}

static void what_is_no_text_is_left_to_its_reader(void **state)
{
    (void)state;
    struct armex_decoded decoded;
    assert_int_equal(decode(&decoded, TEXT("\x89PNG\r\n\x1a\n"), NULL), ARMEX_OK);
    assert_int_equal(decoded.encoding, ARMEX_NO_TEXT);
    assert_int_equal(decoded.length, 8);
    armex_decoded_free(&decoded);
}

/** A gzip file. Owner: the test. */
static char *gzip_of(const char *text, size_t length, size_t *packed)
{
    const size_t room = length / 500 + 1024;
    char *out = malloc(room);
    z_stream z = {0};
    assert_non_null(out);
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, 0), Z_OK);
    z.next_in = (unsigned char *)(uintptr_t)text;
    z.avail_in = (unsigned)length;
    z.next_out = (unsigned char *)out;
    z.avail_out = (unsigned)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    *packed = room - z.avail_out;
    deflateEnd(&z);
    return out;
}

static void gzip_and_zstd_of_several_parts_are_unpacked(void **state)
{
    (void)state;
    const char text[] = "entity,year,value\nKOR,2020,1\n";
    char both[2048], words[256];
    size_t n = 0;
    char *packed = gzip_of(TEXT(text), &n);
    struct armex_decoded decoded;
    memcpy(both, packed, n);
    memcpy(both + n, packed, n); // as `cat a.gz a.gz` has it
    assert_int_equal(decode(&decoded, both, 2 * n, NULL), ARMEX_OK);
    assert_int_equal(decoded.packing, ARMEX_GZIP);
    assert_int_equal(decoded.length, 2 * (sizeof text - 1));
    assert_memory_equal(decoded.bytes + sizeof text - 1, text, sizeof text);
    armex_decoded_words(words, &decoded);
    assert_string_equal(words, "The file was packed (gzip).");
    armex_decoded_free(&decoded);
    n = ZSTD_compress(both, sizeof both, text, sizeof text - 1, 3);
    memcpy(both + n, both, n);
    assert_int_equal(decode(&decoded, both, 2 * n, NULL), ARMEX_OK);
    assert_int_equal(decoded.packing, ARMEX_ZSTD);
    assert_int_equal(decoded.length, 2 * (sizeof text - 1));
    armex_decoded_free(&decoded);
    free(packed);
}

static void packed_files_cut_off_anywhere_are_refused(void **state)
{
    (void)state;
    const char text[] = "entity,year,value\nKOR,2020,1\nKOR,2021,2\n";
    char squeezed[1024];
    size_t n = 0;
    char *packed = gzip_of(TEXT(text), &n);
    for (size_t cut = 2; cut < n; cut++)
        assert_not_decoded(
            packed, cut, "x.csv: this gzip file is damaged or cut off; fetch it again");
    free(packed);
    n = ZSTD_compress(squeezed, sizeof squeezed, text, sizeof text - 1, 3);
    for (size_t cut = 4; cut < n; cut++)
        assert_not_decoded(
            squeezed, cut,
            "x.csv: this zstd file is damaged or cut off; fetch it again");
}

static void a_bomb_is_refused_before_it_fills_the_memory(void **state)
{
    (void)state;
    const size_t length = (size_t)64 << 20;
    size_t n = 0;
    char *zeros = calloc(1, length), *packed;
    assert_non_null(zeros);
    memset(zeros, '0', length);
    packed = gzip_of(zeros, length, &n);
    assert_not_decoded(
        packed, n,
        "x.csv: this gzip file unpacks to more than any table; unpack it "
        "first if it is sound");
    free(packed);
    packed = malloc(ZSTD_compressBound(length));
    assert_non_null(packed);
    n = ZSTD_compress(packed, ZSTD_compressBound(length), zeros, length, 3);
    assert_not_decoded(
        packed, n,
        "x.csv: this zstd file unpacks to more than any table; unpack it "
        "first if it is sound");
    free(packed);
    free(zeros);
}

static void assert_zip_refused(const struct zip_part *parts, size_t n,
                               const char *message)
{
    struct armex_text zip = zip_of(parts, n);
    assert_not_decoded(zip.data, zip.length, message);
    armex_text_free(&zip);
}

static void a_zip_file_is_the_one_table_in_it(void **state)
{
    (void)state;
    const struct zip_part parts[] = {{"readme.pdf", "%PDF"},
                                     {"Metadata_Country_API.csv", "a,b\n"},
                                     {"__MACOSX/._API.csv", "x"},
                                     {"data/API.csv", "entity,year,value\n"}};
    struct armex_text zip = zip_of(parts, 4);
    struct armex_decoded decoded;
    assert_int_equal(decode(&decoded, zip.data, zip.length, NULL), ARMEX_OK);
    assert_int_equal(decoded.packing, ARMEX_ZIP);
    assert_string_equal(decoded.member, "data/API.csv");
    assert_string_equal(decoded.bytes, "entity,year,value\n");
    armex_decoded_free(&decoded);
    armex_text_free(&zip);
}

static void a_zip_file_that_is_not_lists_what_it_holds(void **state)
{
    (void)state;
    const struct zip_part two[] = {{"a.csv", ""}, {"b/c.json", ""}, {"d.pdf", ""}};
    const struct zip_part none[] = {{"d.pdf", ""}, {"e.docx", ""}};
    struct zip_part many[12];
    for (size_t i = 0; i < 12; i++)
        many[i] = (struct zip_part){i < 9 ? "t.csv" : "u.csv", ""};
    assert_zip_refused(two, 3,
                       "x.csv: this zip file holds several tables (a.csv, b/c.json); "
                       "unpack it and name the one that is meant");
    assert_zip_refused(none, 2,
                       "x.csv: this zip file holds no table, but d.pdf, e.docx");
    assert_zip_refused(none, 0, "x.csv: this zip file is empty");
    assert_zip_refused(
        many, 12,
        "x.csv: this zip file holds several tables (t.csv, t.csv, t.csv, "
        "t.csv, t.csv, t.csv, t.csv, t.csv and 4 more); unpack it and name "
        "the one that is meant");
}

static void a_zip_file_damaged_or_lying_about_its_size_is_refused(void **state)
{
    (void)state;
    const struct zip_part part = {"a.csv", "entity,year,value\nKOR,2020,1\n"};
    struct armex_text zip = zip_of(&part, 1);
    const size_t text = 30 + 5, list = 30 + 5 + 29; // header, name, text
    zip.data[text] ^= 1;
    assert_not_decoded(zip.data, zip.length,
                       "x.csv: this zip file is damaged or cut off; fetch it again");
    zip.data[text] ^= 1;
    zip.data[list + 24 + 3] = 0x30; // the unpacked size: 768 MiB
    assert_not_decoded(
        zip.data, zip.length,
        "x.csv: 'a.csv' in this zip file would unpack from 29 to 805306397 "
        "bytes, as no table does; unpack it first if it is sound");
    zip.data[list + 24 + 3] = 0;
    zip.data[list + 8] = 1; // locked
    assert_not_decoded(
        zip.data, zip.length,
        "x.csv: 'a.csv' in this zip file is locked with a password; unpack "
        "it first");
    for (size_t cut = 4; cut < zip.length; cut++)
        assert_not_decoded(
            zip.data, cut,
            "x.csv: this zip file is damaged or cut off; fetch it again");
    armex_text_free(&zip);
}

static void the_vintage_says_what_was_done_and_keeps_the_hash_of_the_file(void **state)
{
    (void)state;
    const struct zip_part part = {"some figures.csv",
                                  "entity,year,value,measure,unit,name\n"
                                  "TUR,2020,1,orders,usd,T\xfcrkei\n"};
    struct armex_text zip = zip_of(&part, 1);
    char hash[ARMEX_SHA256_SIZE];
    assert_int_equal(armex_file_write("trade.zip", zip.data, zip.length, NULL),
                     ARMEX_OK);
    struct armex_vintage *vintage = vintage_of(
        "trade.zip", (struct armex_ingest_options){.vintage = {2026, 2, 12}});
    const struct armex_provenance *from = &vintage->provenance;
    assert_string_equal(from->dataset, "some-figures");
    assert_string_equal(from->file, "trade.zip");
    assert_string_equal(
        from->description,
        "The file was packed (zip). Its text was taken for ISO-8859-1, as "
        "it is no UTF-8.");
    armex_sha256(hash, zip.data, zip.length);
    assert_string_equal(from->sha256, hash);
    armex_vintage_free(vintage);
    armex_text_free(&zip);
}

static void a_message_names_the_file_within_the_zip_file(void **state)
{
    (void)state;
    const struct zip_part part = {"a.csv", "entity,year,value\nKOR,20x0,1\n"};
    struct armex_text zip = zip_of(&part, 1);
    const struct armex_ingest_options options = {
        .vintage = {2026, 2, 12}, .measure = "orders", .unit = "usd"};
    assert_int_equal(armex_file_write("t.zip", zip.data, zip.length, NULL), ARMEX_OK);
    assert_refused("t.zip", options, ARMEX_BAD_INPUT,
                   "t.zip/a.csv:2:5: '20x0' is no year from 1500 to 2200");
    armex_text_free(&zip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_left_as_it_is),
        cmocka_unit_test(old_western_text_is_told_apart),
        cmocka_unit_test(a_byte_without_meaning_is_shown_and_counted),
        cmocka_unit_test(utf16_is_read_either_way_round_with_a_mark_or_without),
        cmocka_unit_test(broken_utf16_is_refused_at_its_line),
        cmocka_unit_test(what_is_no_text_is_left_to_its_reader),
        cmocka_unit_test(gzip_and_zstd_of_several_parts_are_unpacked),
        cmocka_unit_test(packed_files_cut_off_anywhere_are_refused),
        cmocka_unit_test(a_bomb_is_refused_before_it_fills_the_memory),
        cmocka_unit_test(a_zip_file_is_the_one_table_in_it),
        cmocka_unit_test(a_zip_file_that_is_not_lists_what_it_holds),
        cmocka_unit_test(a_zip_file_damaged_or_lying_about_its_size_is_refused),
        cmocka_unit_test(the_vintage_says_what_was_done_and_keeps_the_hash_of_the_file),
        cmocka_unit_test(a_message_names_the_file_within_the_zip_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
