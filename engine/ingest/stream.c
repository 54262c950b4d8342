/** ingest/stream.c: a large file, its header, and the threads that read it. */
#include "ingest/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/threads.h"
#include "ingest/stream_parts.h"

static struct armex_place whole(const struct armex_stream *stream)
{
    return (struct armex_place){stream->path, 0, 0};
}

armex_status armex_stream_pread(const struct armex_stream *stream, char *to,
                                size_t length, uint64_t offset,
                                struct armex_error *error)
{
    while (length > 0) {
        const ssize_t got = pread(stream->file, to, length, (off_t)offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return armex_fail(error, ARMEX_IO, whole(stream), "cannot be read: %s",
                              got < 0 ? strerror(errno)
                                      : "it became shorter while it was read");
        to += got;
        offset += (uint64_t)got;
        length -= (size_t)got;
    }
    return ARMEX_OK;
}

/** Where the row that begins at `from` ends, its line break included; `length` if it
 *  does not. `*n_cells` is how many cells it has. */
static size_t end_of_row(const struct armex_stream *stream, size_t from, size_t length,
                         size_t *n_cells)
{
    struct armex_scan scan = {.delimiter = stream->delimiter, .may_open = 1};
    uint32_t ends[2 * ARMEX_SCAN_BLOCK];

    *n_cells = 0;
    for (size_t at = from; at < length; at += ARMEX_SCAN_BLOCK) {
        const size_t to =
            length - at < ARMEX_SCAN_BLOCK ? length : at + ARMEX_SCAN_BLOCK;
        const size_t n =
            stream->scan(&scan, stream->head, (uint32_t)at, (uint32_t)to, ends);
        for (size_t i = 0; i < n; i++) {
            ++*n_cells;
            if (stream->head[ends[i]] == '\n' || stream->head[ends[i]] == '\r')
                return ends[i] + 1;
        }
    }
    ++*n_cells;
    return length;
}

static armex_status read_header(struct armex_stream *stream, struct armex_error *error)
{
    const size_t most = 1 << 16, padding = 128;
    const size_t length = stream->size < most ? (size_t)stream->size : most;
    const char mark[] = "\xef\xbb\xbf";
    size_t n_cells = 0, second = 0;

    stream->head = calloc(most + padding, 1);
    if (!stream->head)
        return armex_fail_memory(error);
    armex_status status = armex_stream_pread(stream, stream->head, length, 0, error);
    if (status)
        return status;
    stream->delimiter = armex_csv_delimiter(stream->head, length);
    const size_t start = strncmp(stream->head, mark, 3) == 0 ? 3 : 0;
    stream->body = end_of_row(stream, start, length, &n_cells);
    if (stream->body == length && stream->size > length)
        return armex_fail(error, ARMEX_BAD_INPUT,
                          (struct armex_place){stream->path, 1, 1},
                          "the header is longer than 64 KiB; is this a csv?");
    end_of_row(stream, stream->body, length, &second);
    status = armex_csv_open(&stream->csv, stream->path, stream->head,
                            (size_t)stream->body, stream->delimiter, error);
    if (!status)
        status =
            armex_csv_next(stream->csv, &stream->header, &stream->n_columns, error);
    stream->n_cells = stream->n_columns + (second == stream->n_columns + 1);
    return status;
}

armex_status armex_stream_open(struct armex_stream **out, const char *path,
                               struct armex_error *error)
{
    struct armex_stream *stream = calloc(1, sizeof *stream);
    struct stat facts = {0};
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (!stream)
        return armex_fail_memory(error);
    stream->path = path;
    stream->own_file = strcmp(path, "-") != 0;
    stream->file = stream->own_file ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    stream->chunk = ARMEX_STREAM_CHUNK;
    stream->scan = armex_scan_best();
    if (stream->file < 0 || fstat(stream->file, &facts) != 0)
        status = armex_fail(error, errno == ENOENT ? ARMEX_NOT_FOUND : ARMEX_IO,
                            whole(stream), "cannot be opened: %s", strerror(errno));
    const bool regular = !status && S_ISREG(facts.st_mode);
    if (regular) {
        stream->size = (uint64_t)facts.st_size;
        status = read_header(stream, error);
    }
    if (regular && !status)
        *out = stream;
    else
        armex_stream_close(stream);
    return status;
}

void armex_stream_close(struct armex_stream *stream)
{
    if (!stream)
        return;
    if (stream->own_file && stream->file >= 0)
        close(stream->file);
    armex_csv_close(stream->csv);
    free(stream->head);
    free(stream);
}

const struct armex_cell *armex_stream_header(const struct armex_stream *stream,
                                             size_t *n)
{
    *n = stream->n_columns;
    return stream->header;
}

uint64_t armex_stream_size(const struct armex_stream *stream)
{
    return stream->size;
}

bool armex_stream_misguessed(const struct armex_stream *stream)
{
    return stream->misguessed;
}

unsigned armex_stream_threads(const struct armex_ingest_options *options)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN), most = 64;

    if (options->threads)
        return options->threads < (unsigned)most ? options->threads : (unsigned)most;
    return processors < 1 ? 1 : (unsigned)(processors < most ? processors : most);
}

/** Whether a chunk seemed to begin within quotes, and whether it ended there. */
struct seam {
    bool begins, ends, failed;
};

/** What the threads share. */
struct reading {
    const struct armex_stream *stream;
    const struct armex_ingest_options *options;
    uint64_t n_chunks;
    struct seam *seams;    /* of each chunk */
    bool alone;            /* one thread: nothing has to be guessed */
    _Atomic uint64_t next; /* the first chunk that nobody has taken */
    _Atomic bool over;     /* status is set */
    pthread_mutex_t lock;  /* of all that follows */
    uint64_t done;         /* chunks whose rows are taken */
    uint64_t fault;        /* where the first row begins that was refused */
    armex_status status;   /* of that row, or of what ended the reading */
    struct armex_error error;
};

struct reader {
    struct reading *reading;
    struct armex_chunk chunk;
};

static bool next_chunk(struct reading *reading, uint64_t *number)
{
    if (atomic_load_explicit(&reading->over, memory_order_relaxed))
        return false;
    *number = atomic_fetch_add_explicit(&reading->next, 1, memory_order_relaxed);
    return *number < reading->n_chunks;
}

/** Of several failures the first in the file stands; what is no fault of a row ends
 *  all. */
static void finish_chunk(struct reading *reading, const struct armex_chunk *chunk,
                         armex_status status, const struct armex_error *error)
{
    const struct armex_ingest_options *options = reading->options;

    pthread_mutex_lock(&reading->lock);
    reading->done++;
    if (status == ARMEX_BAD_INPUT && chunk->fault < reading->fault &&
        (!reading->status || reading->status == ARMEX_BAD_INPUT)) {
        reading->fault = chunk->fault;
        reading->status = status;
    } else if (status && status != ARMEX_BAD_INPUT) {
        reading->status = status;
        reading->error = *error;
    }
    const uint64_t done = reading->done * reading->stream->chunk,
                   all = reading->stream->size;
    if (options->progress && !reading->status &&
        !options->progress(options->progress_context, done < all ? done : all, all))
        reading->status =
            armex_fail(&reading->error, ARMEX_TRY_AGAIN, whole(reading->stream),
                       "reading was stopped, and nothing of it was kept");
    if (reading->status)
        atomic_store(&reading->over, true);
    pthread_mutex_unlock(&reading->lock);
}

static void *read_chunks(void *context)
{
    struct reader *reader = context;
    struct armex_chunk *chunk = &reader->chunk;
    struct armex_error error;
    bool inside = false;
    uint64_t number;

    while (next_chunk(reader->reading, &number)) {
        struct seam *seam = &reader->reading->seams[number];
        armex_status status = armex_chunk_read(chunk, number, &error);
        if (!status && !reader->reading->alone)
            inside = armex_chunk_seems_inside(chunk);
        seam->begins = inside;
        if (!status)
            status = armex_chunk_take(chunk, &inside, &error);
        seam->ends = inside;
        seam->failed = status != ARMEX_OK;
        finish_chunk(reader->reading, chunk, status, &error);
    }
    return NULL;
}

/** Whether a chunk began otherwise than the one before it ended: as the first is known,
 *  all are right where each fits. Behind one that failed nothing matters. */
static bool guessed_wrong(const struct reading *reading)
{
    const uint64_t begun = atomic_load(&reading->next);

    for (uint64_t i = 1; i < begun && i < reading->n_chunks; i++) {
        if (reading->seams[i - 1].failed)
            return false;
        if (reading->seams[i].begins != reading->seams[i - 1].ends)
            return true;
    }
    return false;
}

/** Fewer threads than asked for are enough. */
static void run_readers(struct reader *readers, unsigned n)
{
    enum { MOST = 64 };
    pthread_t threads[MOST];
    unsigned started = 1;

    while (started < n && started < MOST &&
           armex_thread_start(&threads[started], read_chunks, &readers[started]))
        started++;
    read_chunks(&readers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
}

static armex_status create_chunks(struct reading *reading, struct reader *readers,
                                  unsigned n, const struct armex_row_sink *sink,
                                  void *const *workers, struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (unsigned i = 0; !status && i < n; i++) {
        readers[i].reading = reading;
        status = armex_chunk_create(&readers[i].chunk, reading->stream, sink,
                                    workers[i], error);
    }
    return status;
}

/** What the threads came to. */
static armex_status conclude(const struct reading *reading,
                             const struct armex_row_sink *sink, void *worker,
                             struct armex_error *error)
{
    if (reading->stream->misguessed)
        return armex_fail(error, ARMEX_TRY_AGAIN, whole(reading->stream),
                          "has to be read by one thread");
    if (reading->status == ARMEX_BAD_INPUT)
        return armex_stream_blame(reading->stream, sink, worker, reading->fault, error);
    if (reading->status && error)
        *error = reading->error;
    return reading->status;
}

armex_status armex_stream_run(struct armex_stream *stream,
                              const struct armex_row_sink *sink, void *const *workers,
                              unsigned n, const struct armex_ingest_options *options,
                              struct armex_error *error)
{
    struct reading reading = {.stream = stream,
                              .options = options,
                              .n_chunks =
                                  (stream->size + stream->chunk - 1) / stream->chunk,
                              .alone = n == 1,
                              .fault = UINT64_MAX};
    struct reader *readers = calloc(n, sizeof *readers);

    stream->misguessed = false;
    reading.seams = calloc(reading.n_chunks + 1, sizeof *reading.seams);
    pthread_mutex_init(&reading.lock, NULL);
    armex_status status = readers && reading.seams ? create_chunks(&reading, readers, n,
                                                                   sink, workers, error)
                                                   : armex_fail_memory(error);
    if (!status) {
        run_readers(readers, n);
        stream->misguessed = guessed_wrong(&reading);
        status = conclude(&reading, sink, workers[0], error);
    }
    pthread_mutex_destroy(&reading.lock);
    for (unsigned i = 0; readers && i < n; i++)
        armex_chunk_free(&readers[i].chunk);
    free(readers);
    free(reading.seams);
    return status;
}
