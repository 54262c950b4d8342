/** cli/fetch/main.c: armex-fetch: asks for one file and says what came. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <curl/curl.h>

#include "cli/fetch/transfer.h"

enum { WRONG_USE = 64, ARGUMENTS = 7 };

static void say(const char *name, const char *text)
{
    if (*text)
        printf("%s %s\n", name, text);
}

/* The words are of libcurl or the system; a line stays a line. */
static void say_fault(struct transfer_answer *answer)
{
    for (char *at = answer->words; *at; at++)
        if (*at == '\n' || *at == '\r')
            *at = ' ';
    say("fault", answer->fault);
    say("words", answer->words);
}

static void say_answer(struct transfer_answer *answer)
{
    const time_t day = (time_t)answer->day;
    char text[32] = "";
    struct tm calendar;

    if (answer->day >= 0 && gmtime_r(&day, &calendar))
        strftime(text, sizeof text, "%Y-%m-%d", &calendar);
    printf("status %ld\n", answer->status);
    say("etag", answer->etag);
    say("last-modified", answer->last_modified);
    say("day", text);
    if (answer->fault)
        say_fault(answer);
}

int main(int argc, char **argv)
{
    struct transfer_answer answer = {.day = -1};

    if (argc != ARGUMENTS) {
        fputs("armex-fetch URL FILE LARGEST SECONDS ETAG LAST-MODIFIED: run by "
              "'armex fetch'\n",
              stderr);
        return WRONG_USE;
    }
    const struct transfer_request request = {.url = argv[1],
                                             .etag = argv[5],
                                             .last_modified = argv[6],
                                             .largest = atol(argv[3]),
                                             .seconds = atol(argv[4]),
                                             .file = fopen(argv[2], "wb")};
    if (!request.file) {
        answer.fault = "disk";
        snprintf(answer.words, sizeof answer.words, "%s", strerror(errno));
    } else {
        curl_global_init(CURL_GLOBAL_DEFAULT);
        transfer(&answer, &request);
        fclose(request.file);
        curl_global_cleanup();
    }
    say_answer(&answer);
    return 0;
}
