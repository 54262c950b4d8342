/** tests/fuzz/fuzz_decode.c: whatever the bytes, they are unpacked within bounds, and
 * text is UTF-8 after that. */
#include "base/text.h"
#include "fuzz_vintage.h"
#include "ingest/decode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const size_t limit = (size_t)1 << 20;
    struct armex_decoded decoded;
    struct armex_error error = {0};
    char words[256];

    if (armex_decode(&decoded, "x", (const char *)data, size, limit, &error)) {
        if (!*error.message || decoded.bytes || error.status == ARMEX_BUG)
            abort();
        return 0;
    }
    if (decoded.unpacked && decoded.length > 3 * (limit + 1))
        abort();
    if (decoded.converted && decoded.bytes[decoded.length] != '\0')
        abort();
    for (size_t i = 0; decoded.converted && i < decoded.length; i++)
        if (!decoded.converted[i])
            decoded.converted[i] = ' '; // a NUL is UTF-8 as well
    if (decoded.encoding != ARMEX_NO_TEXT &&
        !armex_utf8_valid(decoded.bytes, decoded.length))
        abort();
    armex_decoded_words(words, &decoded);
    armex_decoded_free(&decoded);
    return 0;
}
