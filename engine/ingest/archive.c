/** ingest/archive.c: zip files by minizip, out of memory and with an eye on their size.
 */
#include "ingest/archive.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unzip.h>

#include "base/arena.h"

struct member {
    const char *name;
    size_t size, packed;
    unz64_file_pos position;
    bool locked;
};

struct armex_archive {
    struct armex_arena *arena; /* owns what follows, and the archive */
    const char *file;
    const char *bytes;
    size_t length, at; /* at: where the next byte is read */
    bool ran_out;      /* a read wanted more than there is */
    unzFile zip;
    struct member *members;
    size_t n;
};

bool armex_expansion_is_sound(size_t unpacked, size_t packed)
{
    return unpacked <= ARMEX_ALWAYS_ALLOWED ||
           unpacked / ARMEX_MOST_EXPANSION <= packed;
}

bool armex_is_zip(const char *bytes, size_t length)
{
    static const char member[] = "PK\3\4", empty[] = "PK\5\6";

    return length >= 4 &&
           (memcmp(bytes, member, 4) == 0 || memcmp(bytes, empty, 4) == 0);
}

/* minizip reads through these; `opaque` and the stream are the archive. */

static voidpf open_bytes(voidpf opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return opaque;
}

static uLong read_bytes(voidpf opaque, voidpf stream, void *to, uLong size)
{
    struct armex_archive *archive = stream;
    const size_t left = archive->length - archive->at, n = size < left ? size : left;

    (void)opaque;
    memcpy(to, archive->bytes + archive->at, n);
    archive->at += n;
    archive->ran_out = n < size;
    return n;
}

static uLong write_nothing(voidpf opaque, voidpf stream, const void *from, uLong size)
{
    (void)opaque;
    (void)stream;
    (void)from;
    (void)size;
    return 0;
}

static ZPOS64_T tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct armex_archive *)stream)->at;
}

static long seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    struct armex_archive *archive = stream;
    const size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                        : origin == ZLIB_FILEFUNC_SEEK_CUR ? archive->at
                                                           : archive->length;

    (void)opaque;
    if (offset > archive->length - from)
        return -1;
    archive->at = from + (size_t)offset;
    archive->ran_out = false;
    return 0;
}

/* minizip takes the end of a file for zeros unless it is told of an error. */
static int went_wrong(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct armex_archive *)stream)->ran_out;
}

static int close_bytes(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static armex_status fail_damaged(const char *file, struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){file, 0, 0},
                      "this zip file is damaged or cut off; fetch it again");
}

/** Notes the member on which the reader stands; false: the archive is damaged. */
static bool note_member(struct armex_archive *archive, struct member *member)
{
    const uLong locked_bit = 1;
    unz_file_info64 info;
    char name[1024];

    if (unzGetCurrentFileInfo64(archive->zip, &info, name, sizeof name, NULL, 0, NULL,
                                0) != UNZ_OK ||
        info.size_filename >= sizeof name ||
        unzGetFilePos64(archive->zip, &member->position) != UNZ_OK)
        return false;
    member->name = armex_arena_text(archive->arena, name);
    member->size = info.uncompressed_size;
    member->packed = info.compressed_size;
    member->locked = info.flag & locked_bit;
    return true;
}

static armex_status list_members(struct armex_archive *archive,
                                 struct armex_error *error)
{
    const size_t least = 46; // bytes that the list of members spends on each
    unz_global_info64 all;

    if (unzGetGlobalInfo64(archive->zip, &all) != UNZ_OK ||
        all.number_entry > archive->length / least)
        return fail_damaged(archive->file, error);
    archive->members =
        armex_arena_new(archive->arena, all.number_entry, sizeof *archive->members);
    if (!archive->members)
        return armex_fail_memory(error);
    for (; archive->n < all.number_entry; archive->n++) {
        const int code =
            archive->n ? unzGoToNextFile(archive->zip) : unzGoToFirstFile(archive->zip);
        if (code != UNZ_OK || !note_member(archive, &archive->members[archive->n]))
            return fail_damaged(archive->file, error);
        if (!archive->members[archive->n].name)
            return armex_fail_memory(error);
    }
    return ARMEX_OK;
}

/** An archive of nothing is its end record alone, which minizip does not find. */
static bool is_empty(const char *bytes, size_t length)
{
    const size_t end_record = 22;
    return length == end_record && memcmp(bytes, "PK\5\6", 4) == 0;
}

armex_status armex_archive_open(struct armex_archive **out, const char *file,
                                const char *bytes, size_t length,
                                struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_archive *archive =
        arena ? armex_arena_new(arena, 1, sizeof *archive) : NULL;
    zlib_filefunc64_def functions = {open_bytes, read_bytes,  write_nothing, tell,
                                     seek,       close_bytes, went_wrong,    archive};
    armex_status status;

    *out = NULL;
    if (!archive) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    *archive = (struct armex_archive){
        .arena = arena, .file = file, .bytes = bytes, .length = length};
    if (is_empty(bytes, length)) {
        *out = archive;
        return ARMEX_OK;
    }
    archive->zip = unzOpen2_64(file, &functions);
    status = archive->zip ? list_members(archive, error) : fail_damaged(file, error);
    if (status)
        armex_archive_close(archive);
    else
        *out = archive;
    return status;
}

void armex_archive_close(struct armex_archive *archive)
{
    if (archive) {
        if (archive->zip)
            unzClose(archive->zip);
        armex_arena_free(archive->arena);
    }
}

size_t armex_archive_count(const struct armex_archive *archive)
{
    return archive->n;
}

const char *armex_archive_name(const struct armex_archive *archive, size_t i)
{
    return archive->members[i].name;
}

size_t armex_archive_find(const struct armex_archive *archive, const char *name)
{
    size_t i = 0;

    while (i < archive->n && strcmp(archive->members[i].name, name) != 0)
        i++;
    return i;
}

static armex_status check_member(const struct armex_archive *archive,
                                 const struct member *member, size_t limit,
                                 struct armex_error *error)
{
    const struct armex_place place = {archive->file, 0, 0};

    if (member->locked)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "'%s' in this zip file is locked with a password; unpack it "
                          "first",
                          member->name);
    if (member->packed > archive->length)
        return fail_damaged(archive->file, error);
    if (member->size > limit || !armex_expansion_is_sound(member->size, member->packed))
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "'%s' in this zip file would unpack from %zu to %zu bytes, "
                          "as no table does; unpack it first if it is sound",
                          member->name, member->packed, member->size);
    return ARMEX_OK;
}

/** Fills exactly `size` bytes; minizip compares the checksum at their end. */
static bool unpack(char *bytes, size_t size, unzFile zip, unz64_file_pos position)
{
    const unsigned most = 1u << 30;
    size_t n = 0;
    int got = 1;

    if (unzGoToFilePos64(zip, &position) != UNZ_OK || unzOpenCurrentFile(zip) != UNZ_OK)
        return false;
    while (n < size && got > 0) {
        const size_t left = size - n;
        got = unzReadCurrentFile(zip, bytes + n, left < most ? (unsigned)left : most);
        n += got > 0 ? (size_t)got : 0;
    }
    return unzCloseCurrentFile(zip) == UNZ_OK && n == size;
}

armex_status armex_archive_read(char **bytes, size_t *length,
                                struct armex_archive *archive, size_t i, size_t limit,
                                struct armex_error *error)
{
    const struct member *member = &archive->members[i];
    const armex_status status = check_member(archive, member, limit, error);

    *bytes = NULL;
    *length = 0;
    if (status)
        return status;
    *bytes = malloc(member->size + 1);
    if (!*bytes)
        return armex_fail_memory(error);
    if (!unpack(*bytes, member->size, archive->zip, member->position)) {
        free(*bytes);
        *bytes = NULL;
        return fail_damaged(archive->file, error);
    }
    (*bytes)[member->size] = '\0';
    *length = member->size;
    return ARMEX_OK;
}
