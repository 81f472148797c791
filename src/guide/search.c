// SPDX-License-Identifier: EUPL-1.2
#include "guide/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/fold.h"

enum { LONGEST = 48, WORDS_OF_QUERY = 8 };  // code points of a word; words

struct word {
    const char *text;  // folded
    double weight;
};

struct entry {
    struct hit of;
    const char *titles[2];  // folded, in both languages
    LIST(struct word) words;
};

struct search {
    struct arena *arena;
    LIST(struct entry) entries;
};

// ---- The index ---------------------------------------------------------------------------------

static void add_word(struct arena *arena, struct entry *entry, const char *text, double weight)
{
    for (size_t i = 0; i < entry->words.count; i++) {
        struct word *word = &entry->words.items[i];
        if (strcmp(word->text, text) != 0)
            continue;
        word->weight = word->weight > weight ? word->weight : weight;
        return;
    }
    *list_add(arena, &entry->words) = (struct word){text, weight};
}

static void add_text(struct arena *arena, struct entry *entry, const char *text, double weight)
{
    for (char *at = folded(arena, text), *end; *at; at = end) {
        end = at + strcspn(at, " ");
        if (*end)
            *end++ = '\0';
        if (*at)
            add_word(arena, entry, at, weight);
    }
}

// What a title says tells more than what a sentence mentions.
static double weight_of(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_TITLE:
    case BLOCK_NAME:
        return 10;
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
static void add_number(struct arena *arena, struct entry *entry, const struct guide *guide,
                       const struct block *block)
{
    for (size_t i = 0; i < guide->values.count; i++)
        if (strcmp(guide->values.items[i].id, block->ref) == 0)
            add_text(arena, entry, guide->values.items[i].shown, 6);
}

static void add_blocks(struct arena *arena, struct entry *entry, const struct guide *guide,
                       const struct block *blocks, size_t count, double factor)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *block = &blocks[i];
        if (block->kind == BLOCK_NUMBER)
            add_number(arena, entry, guide, block);
        add_text(arena, entry, pieces_text(arena, &block->text), factor * weight_of(block->kind));
        for (size_t p = 0; p < block->text.count; p++) {
            const struct piece *piece = &block->text.items[p];
            if (piece->kind != PIECE_TERM)
                continue;
            add_text(arena, entry, piece->text, factor * 4);
            if (piece->german)
                add_text(arena, entry, piece->german, factor * 4);
        }
        add_blocks(arena, entry, guide, block->children.items, block->children.count, factor);
    }
}

static void add_entry(struct search *search, const struct guide *guide,
                      const struct document *document, int language, struct hit of,
                      enum block_kind title)
{
    const struct words *both[] = {words_in(document, language), document->in[0]};
    struct entry *entry = list_add(search->arena, &search->entries);
    *entry = (struct entry){.of = of};
    for (size_t i = 0; i < 2; i++) {
        entry->titles[i] =
            folded(search->arena, words_text(search->arena, both[i], title, NULL));
        if (i == 0 || both[1] != both[0])
            add_blocks(search->arena, entry, guide, both[i]->blocks.items, both[i]->blocks.count,
                       i == 0 ? 1 : 0.9);
    }
}

struct search *search_new(const struct guide *guide, int language)
{
    struct arena *arena = arena_new();
    struct search *search = arena_alloc(arena, sizeof *search);
    search->arena = arena;
    for (size_t i = 0; i < guide->pages.count; i++) {
        const struct page *page = &guide->pages.items[i];
        add_entry(search, guide, &page->words, language, (struct hit){.page = page}, BLOCK_TITLE);
    }
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        add_entry(search, guide, &office->words, language, (struct hit){.office = office}, BLOCK_NAME);
    }
    return search;
}

void search_free(struct search *search)
{
    if (search)
        arena_free(search->arena);
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
    const char *text;                   // folded
    const char *words[WORDS_OF_QUERY];  // parts of another copy
    size_t count;
};

static struct query query_of(struct arena *arena, const char *text)
{
    struct query query = {.text = folded(arena, text)};
    for (char *at = arena_text(arena, query.text), *end; *at && query.count < WORDS_OF_QUERY;
         at = end) {
        end = at + strcspn(at, " ");
        if (*end)
            *end++ = '\0';
        query.words[query.count++] = at;
    }
    return query;
}

static double best_word(const struct entry *entry, const char *query)
{
    uint32_t points[LONGEST];
    int letters = code_points(query, points);
    double best = 0;
    for (size_t i = 0; i < entry->words.count; i++) {
        const struct word *word = &entry->words.items[i];
        double score = word->weight * likeness(query, points, letters, word->text);
        best = score > best ? score : best;
    }
    return best;
}

// A title that begins with the whole query is meant.
static double title_bonus(const struct entry *entry, const char *query)
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

static double score_of(const struct entry *entry, const struct query *query)
{
    double sum = 0;
    for (size_t i = 0; i < query->count; i++) {
        double score = best_word(entry, query->words[i]);
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

size_t search_find(const struct search *search, const char *text, struct hit *hits, size_t most)
{
    struct arena *arena = arena_new();
    struct query query = query_of(arena, text);
    size_t count = 0;
    for (size_t i = 0; query.count && i < search->entries.count; i++) {
        struct hit hit = search->entries.items[i].of;
        hit.score = score_of(&search->entries.items[i], &query);
        if (hit.score > 0)
            count = insert(hits, count, most, hit);
    }
    arena_free(arena);
    return count;
}

size_t search_match(const char *text, const char *word)
{
    struct arena *arena = arena_new();
    struct query query = query_of(arena, text);
    size_t matched = 0;
    for (size_t i = 0; i < query.count && !matched; i++) {
        size_t length = strlen(query.words[i]);
        if (strncmp(folded(arena, word), query.words[i], length) != 0)
            continue;
        // The shortest beginning of the word that folds to the whole of the query's.
        for (const char *at = word; !matched && utf8_next(&at);) {
            const char *beginning = folded(arena, arena_copy(arena, word, (size_t)(at - word)));
            if (strlen(beginning) >= length)
                matched = (size_t)(at - word);
        }
    }
    arena_free(arena);
    return matched;
}
