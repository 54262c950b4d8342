/** cli/fetch/address.c: which addresses may be asked. */
#include "cli/fetch/address.h"

#include <curl/curl.h>
#include <string.h>

struct parts {
    char *scheme, *host, *user, *password;
};

static bool cut(struct parts *parts, const char *url)
{
    CURLU *cut = curl_url();
    *parts = (struct parts){0};
    const bool good = cut && !curl_url_set(cut, CURLUPART_URL, url, 0) &&
                      !curl_url_get(cut, CURLUPART_SCHEME, &parts->scheme, 0) &&
                      !curl_url_get(cut, CURLUPART_HOST, &parts->host, 0);
    if (good) {
        curl_url_get(cut, CURLUPART_USER, &parts->user, 0);
        curl_url_get(cut, CURLUPART_PASSWORD, &parts->password, 0);
    }
    curl_url_cleanup(cut);
    return good;
}

static void end(struct parts *parts)
{
    curl_free(parts->scheme);
    curl_free(parts->host);
    curl_free(parts->user);
    curl_free(parts->password);
}

/* Numbers only: "127.0.0.1.example.org" is another machine. */
static bool is_home(const char *host)
{
    if (strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0)
        return true;
    return strncmp(host, "127.", 4) == 0 && strspn(host, "0123456789.") == strlen(host);
}

bool address_at_home(const char *url)
{
    struct parts parts;
    const bool home = cut(&parts, url) && is_home(parts.host);
    end(&parts);
    return home;
}

static const char *judge(const struct parts *parts, bool at_home)
{
    const bool home = is_home(parts->host);

    if (parts->user || parts->password)
        return "holds a name or a password, which would be kept beside the file";
    if (home && !at_home)
        return "leads from another machine to this one";
    if (strcmp(parts->scheme, "https") == 0 ||
        (home && strcmp(parts->scheme, "http") == 0))
        return NULL;
    return "is not https: nobody could be sure whose file it is";
}

const char *address_refused(const char *url, bool at_home)
{
    struct parts parts;
    const char *why =
        cut(&parts, url) ? judge(&parts, at_home) : "is no address of a file";
    end(&parts);
    return why;
}
