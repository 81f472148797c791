// SPDX-License-Identifier: EUPL-1.2
#include "editor/readability.h"

#include <glib.h>
#include <string.h>

#include "base/utf8.h"
#include "editor/sentence.h"
#include "editor/syllable.h"

// Of 20 words is what dpa, the German press agency, wants at most as a rule. Leichte Sprache (Netzwerk
// Leichte Sprache; DIN SPEC 33429:2025) asks for short sentences of one statement each; its rules that
// we know name no number: 12 is ours. So are the bounds of the index, on its own scale: what ten, and
// what six years of school understand. Of few words the index says little.
static const struct level {
    const char *tag;
    size_t words;  // of a sentence
    double index;
    const char *too_long;
} levels[] = {
    {"de", 20, 10,
     E_("the sentence `%s …` has %zu words, readers follow up to %zu; make two of it")},
    {"de-simple", 12, 6,
     E_("the sentence `%s …` has %zu words, readers of plain German follow up to %zu; make two of "
        "it")},
};

enum { FEW_WORDS = 100, LONG_WORD = 7, MANY_SYLLABLES = 3 };

static const struct level *level_of(const struct language *language)
{
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (strcmp(levels[i].tag, language->tag) == 0)
            return &levels[i];
    return NULL;
}

bool readability_applies(const struct language *language)
{
    return level_of(language);
}

// ---- Running text ----------------------------------------------------------------------------

static bool is_running_text(enum block_kind kind)
{
    return kind == BLOCK_LEAD || kind == BLOCK_PARAGRAPH || kind == BLOCK_ITEM;
}

struct text {
    const struct block *block;
    const char *words;
};

struct texts {
    struct text *items;
    size_t count, room;
};

static void collect(struct arena *arena, const struct block *blocks, size_t count,
                    struct texts *texts)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *block = &blocks[i];
        if (is_running_text(block->kind))
            *list_add(arena, texts) = (struct text){block, pieces_text(arena, &block->text)};
        collect(arena, block->children.items, block->children.count, texts);
    }
}

// ---- The index -------------------------------------------------------------------------------

struct tally {
    size_t words, sentences, longest, many, lengthy, single;
};

static size_t count_letters(struct extract word)
{
    size_t letters = 0;
    for (const char *at = word.text; at < word.text + word.length;)
        letters += g_unichar_isalnum(utf8_next(&at)) != 0;
    return letters;
}

static void tally_word(struct tally *tally, struct extract word)
{
    size_t count = syllables(word.text, word.length);
    tally->words++;
    tally->many += count >= MANY_SYLLABLES;
    tally->single += count == 1;
    tally->lengthy += count_letters(word) >= LONG_WORD;
}

static size_t tally_sentence(struct tally *tally, struct extract sentence)
{
    struct extract word;
    size_t before = tally->words;
    while (word_next(&sentence, &word))
        tally_word(tally, word);
    size_t words = tally->words - before;
    tally->sentences += words > 0;
    tally->longest = words > tally->longest ? words : tally->longest;
    return words;
}

static double index_of(const struct tally *tally)
{
    if (!tally->words)
        return 0;
    double all = (double)tally->words, percent = 100 / all;
    return 0.1935 * percent * (double)tally->many + 0.1672 * all / (double)tally->sentences +
           0.1297 * percent * (double)tally->lengthy - 0.0327 * percent * (double)tally->single -
           0.875;
}

static struct tally tally_of(const struct texts *texts)
{
    struct tally tally = {0};
    for (size_t i = 0; i < texts->count; i++) {
        const char *rest = texts->items[i].words;
        for (struct extract sentence; sentence_next(&rest, &sentence);)
            tally_sentence(&tally, sentence);
    }
    return tally;
}

struct readability readability_of(const struct words *words)
{
    struct arena *arena = arena_new();
    struct texts texts = {0};
    collect(arena, words->blocks.items, words->blocks.count, &texts);
    struct tally tally = tally_of(&texts);
    arena_free(arena);
    return (struct readability){index_of(&tally), tally.words, tally.sentences, (int)tally.longest};
}

// ---- Hints -----------------------------------------------------------------------------------

// How the sentence begins, without soft hyphens, so that it can be found in the file.
static const char *beginning(struct arena *arena, struct extract sentence)
{
    enum { WORDS = 3 };
    struct extract rest = sentence, word = {0};
    for (int i = 0; i < WORDS && word_next(&rest, &word); i++)
        sentence.length = (size_t)(word.text + word.length - sentence.text);
    char *text = arena_copy(arena, sentence.text, sentence.length), *to = text;
    for (const char *at = text; *at;) {
        uint32_t c = utf8_next(&at);
        if (c != 0xAD && c != 0x2060)
            to += utf8_put(to, c == 0xA0 ? ' ' : c);
    }
    *to = '\0';
    return text;
}

static void check_block(const struct level *level, struct arena *arena, const struct text *text,
                        struct faults *faults)
{
    const char *rest = text->words;
    for (struct extract sentence; sentence_next(&rest, &sentence);) {
        struct tally tally = {0};
        size_t words = tally_sentence(&tally, sentence);
        if (words > level->words)
            hint_add(faults, text->block->place, level->too_long, beginning(arena, sentence), words,
                     level->words);
    }
}

static void check_index(const struct level *level, const struct words *words,
                        const struct texts *texts, struct faults *faults)
{
    struct tally tally = tally_of(texts);
    double index = index_of(&tally);
    if (tally.words >= FEW_WORDS && index > level->index)
        hint_add(faults, (struct place){.file = words->place.file},
                 "readability %.1f (Wiener Sachtextformel), of `%s` it should be %.0f at most; "
                 "use shorter words and sentences",
                 index, level->tag, level->index);
}

static void check_words(const struct words *words, struct faults *faults)
{
    const struct level *level = words ? level_of(words->language) : NULL;
    if (!level)
        return;
    struct arena *arena = arena_new();
    struct texts texts = {0};
    collect(arena, words->blocks.items, words->blocks.count, &texts);
    for (size_t i = 0; i < texts.count; i++)
        check_block(level, arena, &texts.items[i], faults);
    check_index(level, words, &texts, faults);
    arena_free(arena);
}

void readability_check(const struct guide *guide, struct faults *faults)
{
    for (size_t language = 0; language < guide->languages.count; language++) {
        for (size_t i = 0; i < guide->pages.count; i++)
            check_words(guide->pages.items[i].words.in[language], faults);
        for (size_t i = 0; i < guide->offices.count; i++)
            check_words(guide->offices.items[i].words.in[language], faults);
    }
}
