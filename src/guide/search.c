// SPDX-License-Identifier: EUPL-1.2
#include "guide/search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/fold.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { LONGEST = 48, WORDS_OF_QUERY = 8 };  // code points of a word; words

// Hits against the best one. Without the bonus of a title, the best word of all is one in a title.
static const double title_weight = 10, weak_part = 1.0 / 3, lost_part = 0.1;
enum { WEAK_HITS = 3 };

struct search {
    struct arena *arena;
    const struct glue *glue;
    LIST(struct search_entry) entries;
};

// ---- Short words written together with the next ------------------------------------------------

// Articles and prepositions that a language glues to nouns, folded, the longest first. What stays
// of the word must have so many code points: many a short word merely begins like that, as
// "father", w-a-l-d, and "illness", በሽታ, do. Persian, Urdu and Sorani share letters, but have no
// article.
struct glue {
    const char *tag;
    struct search_prefix prefixes[9];
};

// clang-format off
static const struct glue glues[] = {
    // By code point, which no editor turns around:
    // w-l-l, w-b-a-l, w-a-l, b-a-l, k-a-l, f-a-l, l-l, a-l.
    {"ar", {{"\u0648\u0644\u0644", 2}, {"\u0648\u0628\u0627\u0644", 2},
            {"\u0648\u0627\u0644", 2}, {"\u0628\u0627\u0644", 2}, {"\u06A9\u0627\u0644", 2},
            {"\u0641\u0627\u0644", 2}, {"\u0644\u0644", 2}, {"\u0627\u0644", 2}}},
    {"am", {{"የ", 2}, {"በ", 3}, {"ለ", 3}, {"ከ", 3}}},  // of, in, for, from
    {"ti", {{"ን", 3}, {"ብ", 3}}},                      // for, with
};
// clang-format on

static const struct glue *glue_of(const char *tag)
{
    for (size_t i = 0; i < COUNT(glues); i++)
        if (strcmp(glues[i].tag, tag) == 0)
            return &glues[i];
    return NULL;
}

static bool has_letters(const char *text, int least)
{
    while (least > 0 && utf8_next(&text))
        least--;
    return least == 0;
}

// The word after what is glued to it: the end of a folded word, often the whole.
static const char *bare_word(const struct glue *glue, const char *word)
{
    for (size_t i = 0; glue && glue->prefixes[i].text; i++) {
        size_t length = strlen(glue->prefixes[i].text);
        if (strncmp(word, glue->prefixes[i].text, length) == 0 &&
            has_letters(word + length, glue->prefixes[i].rest))
            return word + length;
    }
    return word;
}

// Cuts the first word off a folded text, where one space stands between two; NULL: there is none.
static char *next_word(char **rest)
{
    char *word = *rest, *end = word + strcspn(word, " ");
    *rest = *end ? end + 1 : end;
    *end = '\0';
    return *word ? word : NULL;
}

// bare_word() of each word of a folded text.
static const char *bare_text(struct arena *arena, const struct glue *glue, const char *text)
{
    struct buf bare = {0};
    for (char *rest = arena_text(arena, text), *word; (word = next_word(&rest));) {
        buf_text(&bare, bare.length ? " " : "");
        buf_text(&bare, bare_word(glue, word));
    }
    return buf_keep(&bare, arena);
}

// ---- The index ---------------------------------------------------------------------------------

static void add_word(struct arena *arena, struct search_entry *entry, const char *text,
                     double weight)
{
    for (size_t i = 0; i < entry->words.count; i++) {
        struct search_word *word = &entry->words.items[i];
        if (strcmp(word->text, text) != 0)
            continue;
        word->weight = word->weight > weight ? word->weight : weight;
        return;
    }
    *list_add(arena, &entry->words) = (struct search_word){text, weight};
}

// Written together with an article, a word is found with and without it.
static void add_text(struct search *search, struct search_entry *entry, const char *text,
                     double weight)
{
    for (char *rest = folded(search->arena, text), *word; (word = next_word(&rest));) {
        const char *bare = bare_word(search->glue, word);
        add_word(search->arena, entry, word, weight);
        if (bare != word)
            add_word(search->arena, entry, bare, weight);
    }
}

// What a title says tells more than what a sentence mentions.
static double weight_of(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_TITLE:
    case BLOCK_NAME:
        return title_weight;
    case BLOCK_PURPOSE:
        return 5;
    case BLOCK_HEADING:
        return 4.5;
    case BLOCK_LEAD:
        return 3;
    case BLOCK_ITEM:
        return 2;
    default:
        return 1.5;
    }
}

// "112" finds the page that tells whom one reaches there.
static void add_number(struct search *search, struct search_entry *entry, const struct guide *guide,
                       const struct block *block)
{
    for (size_t i = 0; i < guide->values.count; i++)
        if (strcmp(guide->values.items[i].id, block->ref) == 0)
            add_text(search, entry, guide->values.items[i].shown, 6);
}

static void add_blocks(struct search *search, struct search_entry *entry, const struct guide *guide,
                       const struct block *blocks, size_t count, double factor)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *block = &blocks[i];
        if (block->kind == BLOCK_NUMBER)
            add_number(search, entry, guide, block);
        add_text(search, entry, pieces_text(search->arena, &block->text),
                 factor * weight_of(block->kind));
        for (size_t p = 0; p < block->text.count; p++) {
            const struct piece *piece = &block->text.items[p];
            if (piece->kind != PIECE_TERM)
                continue;
            add_text(search, entry, piece->text, factor * 4);
            if (piece->german)
                add_text(search, entry, piece->german, factor * 4);
        }
        add_blocks(search, entry, guide, block->children.items, block->children.count, factor);
    }
}

// "Health" finds the doctor: what the tile says that leads to a page.
static void add_topic(struct search *search, struct search_entry *entry, const struct guide *guide,
                      int language)
{
    const struct topic *topic = entry->of.page ? entry->of.page->topic : NULL;
    const struct words *both[] = {words_in(&guide->words, language), guide->words.in[0]};
    for (size_t i = 0; topic && i < COUNT(both); i++)
        add_text(search, entry, words_text(search->arena, both[i], BLOCK_TOPIC, topic->id), 3);
}

static void add_entry(struct search *search, const struct guide *guide,
                      const struct document *document, int language, struct hit of,
                      enum block_kind title)
{
    const struct words *both[] = {words_in(document, language), document->in[0]};
    struct search_entry *entry = list_add(search->arena, &search->entries);
    *entry = (struct search_entry){.of = of};
    add_topic(search, entry, guide, language);
    for (size_t i = 0; i < 2; i++) {
        const char *text = words_text(search->arena, both[i], title, NULL);
        entry->titles[i] = bare_text(search->arena, search->glue, folded(search->arena, text));
        if (i == 0 || both[1] != both[0])
            add_blocks(search, entry, guide, both[i]->blocks.items, both[i]->blocks.count,
                       i == 0 ? 1 : 0.9);
    }
}

struct search *search_new(const struct guide *guide, int language)
{
    struct arena *arena = arena_new();
    struct search *search = arena_alloc(arena, sizeof *search);
    *search =
        (struct search){.arena = arena, .glue = glue_of(guide->languages.items[language]->tag)};
    for (size_t i = 0; i < guide->pages.count; i++) {
        const struct page *page = &guide->pages.items[i];
        add_entry(search, guide, &page->words, language, (struct hit){.page = page}, BLOCK_TITLE);
    }
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        add_entry(search, guide, &office->words, language, (struct hit){.office = office},
                  BLOCK_NAME);
    }
    return search;
}

void search_free(struct search *search)
{
    if (search)
        arena_free(search->arena);
}

const struct search_entry *search_entries(const struct search *search, size_t *count)
{
    *count = search->entries.count;
    return search->entries.items;
}

const struct search_prefix *search_prefixes(const struct search *search)
{
    static const struct search_prefix none = {0};
    return search->glue ? search->glue->prefixes : &none;
}

// ---- Words alike -------------------------------------------------------------------------------

static int code_points(const char *text, uint32_t *points)
{
    int count = 0;
    while (count < LONGEST && (points[count] = utf8_next(&text)))
        count++;
    return count;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

// Optimal string alignment distance; of the query to the word and, in *prefix, to the beginning of
// the word that is closest to it.
static int distance(const uint32_t *query, int m, const uint32_t *word, int n, int *prefix)
{
    int rows[3][LONGEST + 1], *before = rows[0], *above = rows[1], *row = rows[2];
    for (int j = 0; j <= n; j++)
        above[j] = j;
    for (int i = 1; i <= m; i++) {
        row[0] = i;
        for (int j = 1; j <= n; j++) {
            row[j] = least(least(above[j] + 1, row[j - 1] + 1),
                           above[j - 1] + (query[i - 1] != word[j - 1]));
            if (i > 1 && j > 1 && query[i - 1] == word[j - 2] && query[i - 2] == word[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        int *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    *prefix = m;
    for (int j = 0; j <= n; j++)
        *prefix = least(*prefix, above[j]);
    return above[n];
}

static int tolerance(int letters)
{
    return letters < 4 ? 0 : letters < 7 ? 1 : 2;
}

// 1: the same; 0: nothing alike.
static double likeness(const char *query, const uint32_t *points, int letters, const char *word)
{
    size_t length = strlen(query);
    if (strcmp(query, word) == 0)
        return 1;
    if (strncmp(query, word, length) == 0)
        return 0.5 + 0.4 * (double)length / (double)strlen(word);
    if (letters >= 4 && strstr(word, query))  // within a German compound; Chinese has no spaces
        return 0.4;
    if (letters >= 2 && points[0] > 0x2E00 && strstr(word, query))
        return 0.4;
    int allowed = tolerance(letters), prefix;
    uint32_t other[LONGEST];
    if (allowed == 0)
        return 0;
    int whole = distance(points, letters, other, code_points(word, other), &prefix);
    if (whole <= allowed)
        return whole == 1 ? 0.45 : 0.3;
    return prefix <= allowed && other[0] == points[0] ? (prefix == 1 ? 0.25 : 0.15) : 0;
}

// ---- Finding -----------------------------------------------------------------------------------

struct query {
    const char *text;                   // folded and bare
    const char *words[WORDS_OF_QUERY];  // parts of another copy
    size_t count;
};

static struct query query_of(struct arena *arena, const struct glue *glue, const char *text)
{
    char *rest = folded(arena, text), *word;
    struct query query = {.text = bare_text(arena, glue, rest)};
    while (query.count < WORDS_OF_QUERY && (word = next_word(&rest)))
        query.words[query.count++] = word;
    return query;
}

static double best_word(const struct search_entry *entry, const char *query)
{
    uint32_t points[LONGEST];
    int letters = code_points(query, points);
    double best = 0;
    for (size_t i = 0; i < entry->words.count; i++) {
        const struct search_word *word = &entry->words.items[i];
        double score = word->weight * likeness(query, points, letters, word->text);
        best = score > best ? score : best;
    }
    return best;
}

static double best_of_both(const struct search_entry *entry, const struct glue *glue,
                           const char *query)
{
    const char *bare = bare_word(glue, query);
    double whole = best_word(entry, query);
    return bare == query ? whole : fmax(whole, best_word(entry, bare));
}

// A title that begins with the whole query is meant.
static double title_bonus(const struct search_entry *entry, const char *query)
{
    double bonus = 0;
    for (size_t i = 0; i < 2; i++) {
        if (strcmp(entry->titles[i], query) == 0)
            return 10;
        if (strncmp(entry->titles[i], query, strlen(query)) == 0)
            bonus = 1.5;
    }
    return bonus;
}

static double score_of(const struct search_entry *entry, const struct glue *glue,
                       const struct query *query)
{
    double sum = 0;
    for (size_t i = 0; i < query->count; i++) {
        double score = best_of_both(entry, glue, query->words[i]);
        if (score == 0)
            return 0;
        sum += score;
    }
    return sum / (double)query->count + title_bonus(entry, query->text);
}

static size_t insert(struct hit *hits, size_t count, size_t most, struct hit hit)
{
    size_t at = count;
    while (at > 0 && hits[at - 1].score < hit.score)
        at--;
    if (at == most)
        return count;
    size_t moved = (count < most ? count : most - 1) - at;
    memmove(hits + at + 1, hits + at, moved * sizeof *hits);
    hits[at] = hit;
    return count < most ? count + 1 : most;
}

// How many of the hits, the best first, are worth showing.
static size_t cut_off(const struct hit *hits, size_t count)
{
    double best = count ? fmin(hits[0].score, title_weight) : 0;
    size_t weak = 0, shown = 0;
    while (shown < count && weak < WEAK_HITS && hits[shown].score >= lost_part * best)
        weak += hits[shown++].score < weak_part * best;
    return shown;
}

size_t search_find(const struct search *search, const char *text, struct hit *hits, size_t most)
{
    struct arena *arena = arena_new();
    struct query query = query_of(arena, search->glue, text);
    size_t count = 0;
    for (size_t i = 0; query.count && i < search->entries.count; i++) {
        struct hit hit = search->entries.items[i].of;
        hit.score = score_of(&search->entries.items[i], search->glue, &query);
        if (hit.score > 0)
            count = insert(hits, count, most, hit);
    }
    arena_free(arena);
    return cut_off(hits, count);
}

// How many bytes of the word, from its start, fold to the query's; 0: it begins otherwise.
static size_t match(struct arena *arena, const struct glue *glue, const char *query,
                    const char *word)
{
    const char *whole = folded(arena, word), *bare = bare_word(glue, whole);
    size_t length = strlen(query) + (size_t)(bare - whole);
    if (strncmp(bare, query, strlen(query)) != 0)
        return 0;
    // The shortest beginning of the word that is as long when folded.
    for (const char *at = word; utf8_next(&at);)
        if (strlen(folded(arena, arena_copy(arena, word, (size_t)(at - word)))) >= length)
            return (size_t)(at - word);
    return 0;
}

size_t search_match(const char *text, const char *word)
{
    // Among words that were found already, those of no language but Arabic begin like that.
    const struct glue *articles[] = {NULL, &glues[0]};
    struct arena *arena = arena_new();
    size_t matched = 0;
    for (size_t a = 0; a < COUNT(articles) && !matched; a++) {
        struct query query = query_of(arena, NULL, text);
        for (size_t i = 0; i < query.count && !matched; i++)
            matched = match(arena, articles[a], bare_word(articles[a], query.words[i]), word);
    }
    arena_free(arena);
    return matched;
}
