/** cli/fetch/transfer.c: one file asked for over the network. */
#include "cli/fetch/transfer.h"

#include <curl/curl.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/fetch/address.h"

enum { MOST_HOPS = 5, DONE = 200 };

struct transfer {
    CURL *curl;
    const struct transfer_request *request;
    struct transfer_answer *answer;
    long received;
    char wrong[CURL_ERROR_SIZE];
};

static void fail(struct transfer_answer *answer, const char *fault, const char *words)
{
    answer->fault = fault;
    snprintf(answer->words, sizeof answer->words, "%s", words);
}

/* Only the file itself is kept: not the page that comes with a refusal. */
static size_t keep(const char *bytes, size_t size, size_t n, void *context)
{
    struct transfer *transfer = context;
    const size_t length = size * n;
    long status = 0;

    curl_easy_getinfo(transfer->curl, CURLINFO_RESPONSE_CODE, &status);
    if (status != DONE)
        return length;
    if ((long)length > transfer->request->largest - transfer->received) {
        char words[128];
        snprintf(words, sizeof words,
                 "is larger than %ld million bytes; --largest allows more",
                 transfer->request->largest / 1000000);
        fail(transfer->answer, "large", words);
        return 0;
    }
    if (fwrite(bytes, 1, length, transfer->request->file) != length) {
        fail(transfer->answer, "disk", strerror(errno));
        return 0;
    }
    transfer->received += (long)length;
    return length;
}

/* What is to be sent back next time: one line of plain letters, or nothing. */
static void keep_header(char *out, size_t size, CURL *curl, const char *name)
{
    struct curl_header *header;
    size_t n = 0;

    *out = '\0';
    if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header))
        return;
    while (header->value[n] >= ' ' && header->value[n] <= '~')
        n++;
    if (!header->value[n] && n < size)
        memcpy(out, header->value, n + 1);
}

static void keep_headers(struct transfer *transfer)
{
    struct transfer_answer *answer = transfer->answer;
    char date[128];

    keep_header(answer->etag, sizeof answer->etag, transfer->curl, "ETag");
    keep_header(answer->last_modified, sizeof answer->last_modified, transfer->curl,
                "Last-Modified");
    keep_header(date, sizeof date, transfer->curl, "Date");
    answer->day =
        *answer->last_modified ? curl_getdate(answer->last_modified, NULL) : -1;
    if (answer->day < 0 && *date)
        answer->day = curl_getdate(date, NULL);
}

static struct curl_slist *conditions(const struct transfer_request *request)
{
    struct curl_slist *list = NULL;
    char line[1024];

    if (*request->etag) {
        snprintf(line, sizeof line, "If-None-Match: %s", request->etag);
        list = curl_slist_append(list, line);
    }
    if (*request->last_modified) {
        snprintf(line, sizeof line, "If-Modified-Since: %s", request->last_modified);
        list = curl_slist_append(list, line);
    }
    return list;
}

static void prepare(struct transfer *transfer, struct curl_slist *headers, bool at_home)
{
    CURL *curl = transfer->curl;
    const struct transfer_request *request = transfer->request;

    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, transfer->wrong);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "armex/" ARMEX_VERSION);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, at_home ? "http,https" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L); // each hop is looked at here
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, request->seconds);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, request->seconds);
    if (at_home)
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
}

/* Asks one address; `*next` is where it leads, or NULL. */
static void hop(struct transfer *transfer, const char *url, char **next)
{
    struct transfer_answer *answer = transfer->answer;

    curl_easy_setopt(transfer->curl, CURLOPT_URL, url);
    transfer->wrong[0] = '\0';
    const CURLcode met = curl_easy_perform(transfer->curl);
    curl_easy_getinfo(transfer->curl, CURLINFO_RESPONSE_CODE, &answer->status);
    *next = NULL;
    if (met && !answer->fault)
        fail(answer, "network",
             *transfer->wrong ? transfer->wrong : curl_easy_strerror(met));
    if (!met)
        curl_easy_getinfo(transfer->curl, CURLINFO_REDIRECT_URL, next);
}

static void follow(struct transfer *transfer, char *url)
{
    const bool at_home = address_at_home(url);
    char words[512];

    for (int hops = 0;; hops++) {
        const char *why = address_refused(url, at_home);
        char *next = NULL;
        if (why) {
            snprintf(words, sizeof words, "%s%.300s%s%s", hops ? "leads to " : "",
                     hops ? url : "", hops ? ", which " : "", why);
            fail(transfer->answer, "address", words);
            break;
        }
        hop(transfer, url, &next);
        if (!next)
            break;
        if (hops == MOST_HOPS) {
            fail(transfer->answer, "address", "leads from one address to the next");
            break;
        }
        char *copy = strdup(next);
        if (!copy)
            break;
        free(url);
        url = copy;
    }
    free(url);
}

void transfer(struct transfer_answer *out, const struct transfer_request *request)
{
    struct curl_slist *headers = conditions(request);
    struct transfer transfer = {
        .curl = curl_easy_init(), .request = request, .answer = out};
    char *url = strdup(request->url);

    *out = (struct transfer_answer){.day = -1};
    if (!transfer.curl || !url) {
        fail(out, "network", "there is no memory to ask with");
        free(url);
    } else {
        prepare(&transfer, headers, address_at_home(url));
        follow(&transfer, url);
        keep_headers(&transfer);
    }
    if (fflush(request->file) != 0 && !out->fault)
        fail(out, "disk", strerror(errno));
    curl_slist_free_all(headers);
    curl_easy_cleanup(transfer.curl);
}
