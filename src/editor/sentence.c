// SPDX-License-Identifier: EUPL-1.2
#include "editor/sentence.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

// ---- Words -----------------------------------------------------------------------------------

// The no-break space, too: it is glue, not part of a word.
static bool is_space(uint32_t c)
{
    return c <= ' ' || g_unichar_isspace(c);
}

// What stands between spaces from *text on, before `end`; empty: nothing is left.
static struct extract next_token(const char **text, const char *end)
{
    struct extract token = {0};
    while (*text < end) {
        const char *at = *text;
        bool space = is_space(utf8_next(text));
        if (space && token.text) {
            *text = at;
            break;
        }
        if (!space && !token.text)
            token.text = at;
        if (!space)
            token.length = (size_t)(*text - token.text);
    }
    return token;
}

static bool is_word(struct extract token)
{
    const char *at = token.text, *end = token.text + token.length;
    while (at < end)
        if (g_unichar_isalnum(utf8_next(&at)))
            return true;
    return false;
}

bool word_next(struct extract *sentence, struct extract *word)
{
    const char *end = sentence->text + sentence->length;
    do
        *word = next_token(&sentence->text, end);
    while (word->length && !is_word(*word));
    sentence->length = (size_t)(end - sentence->text);
    return word->length > 0;
}

// ---- What does not end a sentence ------------------------------------------------------------

// In lower case, without what stands around it.
struct core {
    char text[64];
    uint32_t first, last;  // the first letter or digit as written; the last sign of an end, or 0
};

static bool is_mark(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

// Brackets and quotation marks around a word say nothing of sentences.
static struct core core_of(struct extract token)
{
    struct core core = {0};
    size_t length = 0, kept = 0;
    const char *at = token.text, *end = token.text + token.length;
    while (at < end && length < sizeof core.text - 8) {
        uint32_t c = utf8_next(&at);
        bool letter = g_unichar_isalnum(c);
        if (c == 0xAD || c == 0x2060 || (!core.first && !letter))
            continue;
        if (!core.first)
            core.first = c;
        length += utf8_put(core.text + length, g_unichar_tolower(c));
        if (letter || is_mark(c) || c == '%' || c == 0x20AC) {
            kept = length;
            core.last = is_mark(c) ? c : 0;
        }
    }
    core.text[kept] = '\0';
    return core;
}

// `may_end` those that often stand at the end, and do where a capital follows.
static const struct {
    const char *text;
    bool may_end;
} abbreviations[] = {
    {"abs.", false},     {"art.", false},  {"bspw.", false}, {"bzw.", false}, {"ca.", false},
    {"dr.", false},      {"etc.", true},   {"evtl.", false}, {"fr.", false},  {"ggf.", false},
    {"gem.", false},     {"hr.", false},   {"inkl.", false}, {"max.", false}, {"min.", false},
    {"mind.", false},    {"mio.", false},  {"mrd.", false},  {"nr.", false},  {"prof.", false},
    {"sog.", false},     {"st.", false},   {"std.", true},   {"str.", true},  {"tel.", false},
    {"usw.", true},      {"vgl.", false},  {"zzgl.", false}, {"jan.", false}, {"feb.", false},
    {"aug.", false},     {"sept.", false}, {"okt.", false},  {"nov.", false}, {"dez.", false},
    {"einschl.", false},
};

// Capitals that are no nouns: behind "am 3." they begin a sentence.
static const char *const openers[] = {
    "aber", "alle", "auch", "auf",   "bei",  "beim", "bitte", "da",    "dann", "danach",
    "das",  "dazu", "den",  "denn",  "der",  "die",  "dies",  "diese", "dort", "ein",
    "eine", "er",   "es",   "für",   "hier", "ihr",  "ihre",  "im",    "in",   "ist",
    "man",  "mit",  "nach", "nicht", "oder", "sie",  "so",    "und",   "vor",  "was",
    "wenn", "wer",  "wie",  "wir",   "wo",   "zu",
};

static bool is_opener(const char *word)
{
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (strcmp(openers[i], word) == 0)
            return true;
    return false;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

// "1.", "31."; longer numbers are no days and no floors.
static bool is_ordinal(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits >= 1 && digits <= 2 && strcmp(text + digits, ".") == 0;
}

// "B.", "z.B.": one letter before the last point.
static bool is_initial(const char *text)
{
    size_t length = strlen(text);
    return length >= 2 && g_ascii_isalpha(text[length - 2]) &&
           (length == 2 || text[length - 3] == '.');
}

static bool may_end(const struct core *core, const struct core *next)
{
    if (core->last != '.')
        return core->last != 0;
    if (is_initial(core->text))
        return false;
    if (is_ordinal(core->text))
        return is_opener(next->text);
    if (ends_with(core->text, "str."))
        return g_unichar_isupper(next->first);
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (strcmp(abbreviations[i].text, core->text) == 0)
            return abbreviations[i].may_end && g_unichar_isupper(next->first);
    return true;
}

// ---- Sentences -------------------------------------------------------------------------------

bool sentence_next(const char **text, struct extract *sentence)
{
    const char *end = *text + strlen(*text);
    struct extract token = next_token(text, end);
    *sentence = token;
    while (token.length) {
        sentence->length = (size_t)(token.text + token.length - sentence->text);
        const char *ahead = *text;
        struct extract next = next_token(&ahead, end);
        struct core core = core_of(token), after = core_of(next);
        if (next.length && !g_unichar_islower(after.first) && may_end(&core, &after))
            break;
        token = next;
        *text = ahead;
    }
    return sentence->length > 0;
}
