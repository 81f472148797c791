// SPDX-License-Identifier: EUPL-1.2
#include "site/prose.h"

#include <assert.h>
#include <string.h>

#include "text/tr.h"

// ---- Marks ---------------------------------------------------------------------------------

static void open_mark(struct leaf *leaf, const char *icon, const struct language **outer)
{
    html_text(&leaf->html, " ");
    *outer = leaf_enter(leaf, "small", "mark", leaf->language);
    leaf_icon(leaf, icon);
}

static void write_mark(struct leaf *leaf, const char *icon, const char *text)
{
    const struct language *outer;
    open_mark(leaf, icon, &outer);
    html_text(&leaf->html, text);
    leaf_leave(leaf, "small", outer);
}

void prose_origin(struct leaf *leaf, const struct origin *origin)
{
    if (origin->sample) {
        // TRANSLATORS: a mark beside a fact that was invented for a demonstration
        write_mark(leaf, "info-circle", tr(leaf->language, "Sample"));
    } else if (origin_is_due(leaf->guide, origin, leaf->guide->newest)) {
        const struct language *outer;
        open_mark(leaf, "clock-history", &outer);
        leaf_fill(leaf, tr(leaf->language, "Last checked: %s"), leaf_date(leaf, origin->verified),
                  NULL);
        leaf_leave(leaf, "small", outer);
    }
}

void prose_state(struct leaf *leaf, const struct words *words)
{
    if (words->language != leaf->language) {
        html_open(&leaf->html, "div", "class", "note", NULL);
        leaf_icon(leaf, "translate");
        html_put(&leaf->html, "p", tr(leaf->language, "Not translated yet"), NULL);
        html_close(&leaf->html, "div");
    }
    if (words->draft) {
        html_open(&leaf->html, "p", "class", "state", NULL);
        write_mark(leaf, "pencil", tr(leaf->language, "Draft translation"));
        html_close(&leaf->html, "p");
    }
}

// One mark a block, however many samples it holds.
static const struct origin *doubtful(const struct leaf *leaf, const struct pieces *pieces)
{
    for (size_t i = 0; i < pieces->count; i++) {
        const struct value *value = pieces->items[i].value;
        if (value && (value->origin.sample ||
                      origin_is_due(leaf->guide, &value->origin, leaf->guide->newest)))
            return &value->origin;
    }
    return NULL;
}

static void write_marks(struct leaf *leaf, const struct block *block)
{
    const struct origin *origin = doubtful(leaf, &block->text);
    if (origin)
        prose_origin(leaf, origin);
    if (block->outdated)
        write_mark(leaf, "exclamation-triangle", tr(leaf->language, "The German text has changed"));
}

// ---- Text ----------------------------------------------------------------------------------

static void write_term(struct leaf *leaf, const struct piece *piece)
{
    html_text(&leaf->html, piece->text);
    if (!piece->german)
        return;
    if (*piece->text)
        html_text(&leaf->html, " ");
    html_put(&leaf->html, "span", piece->german, "class", "tag", "lang", "de", "dir", "ltr", NULL);
    // The tag is a box to the browser: a full stop behind it would begin the next line.
    html_text(&leaf->html, "\u2060");
}

static void write_piece(struct leaf *leaf, const struct piece *piece)
{
    switch (piece->kind) {
    case PIECE_PLAIN:
        html_text(&leaf->html, piece->text);
        break;
    case PIECE_BOLD:
        html_put(&leaf->html, "b", piece->text, NULL);
        break;
    case PIECE_TERM:
        write_term(leaf, piece);
        break;
    case PIECE_VALUE:
        html_put(&leaf->html, "bdi", piece->text, NULL);
        break;
    }
}

static void write_words(struct leaf *leaf, const struct block *block)
{
    for (size_t i = 0; i < block->text.count; i++)
        write_piece(leaf, &block->text.items[i]);
    write_marks(leaf, block);
}

// The class of a block, or that of one translated from an older German text.
static const char *class_of(const struct leaf *leaf, const char *class, const struct block *block)
{
    if (!block->outdated)
        return class;
    return class ? arena_print(leaf->arena, "%s outdated", class) : "outdated";
}

void prose_text(struct leaf *leaf, const char *element, const char *class,
                const struct block *block)
{
    if (element)
        html_open(&leaf->html, element, "class", class_of(leaf, class, block), NULL);
    write_words(leaf, block);
    if (element)
        html_close(&leaf->html, element);
}

void prose_list(struct leaf *leaf, const char *class, const struct block *block)
{
    html_open(&leaf->html, "ul", "class", class, NULL);
    for (size_t i = 0; i < block->children.count; i++)
        prose_text(leaf, "li", NULL, &block->children.items[i]);
    html_close(&leaf->html, "ul");
}

// ---- Blocks --------------------------------------------------------------------------------

static void write_heading(struct leaf *leaf, const struct block *block, int level)
{
    prose_text(leaf, level == 2 ? "h2" : "h3", NULL, block);
}

static void write_paragraph(struct leaf *leaf, const struct block *block, int level)
{
    (void)level;
    prose_text(leaf, "p", NULL, block);
}

static void write_list(struct leaf *leaf, const struct block *block, int level)
{
    (void)level;
    prose_list(leaf, "dots", block);
}

static void write_children(struct leaf *leaf, const struct block *block, int level);

static void write_steps(struct leaf *leaf, const struct block *block, int level)
{
    html_open(&leaf->html, "ol", "class", "steps", NULL);
    for (size_t i = 0; i < block->children.count; i++) {
        html_open(&leaf->html, "li", NULL);
        write_children(leaf, &block->children.items[i], level);
        html_close(&leaf->html, "li");
    }
    html_close(&leaf->html, "ol");
}

static void write_note(struct leaf *leaf, const struct block *block, int level)
{
    static const struct {
        const char *class, *icon;
    } kinds[] = {
        [NOTE_INFO] = {"note", "info-circle"},
        [NOTE_DEADLINE] = {"note", "calendar-check"},
        [NOTE_WARNING] = {"note warning", "exclamation-triangle"},
    };
    html_open(&leaf->html, "div", "class", kinds[block->variant].class, NULL);
    leaf_icon(leaf, kinds[block->variant].icon);
    html_open(&leaf->html, "div", NULL);
    write_children(leaf, block, level);
    html_close(&leaf->html, "div");
    html_close(&leaf->html, "div");
}

const char *prose_tel(const struct leaf *leaf, const char *number)
{
    char *href = arena_alloc(leaf->arena, strlen("tel:") + strlen(number) + 1);
    char *end = stpcpy(href, "tel:");
    for (; *number; number++)
        if ((*number >= '0' && *number <= '9') || *number == '+')
            *end++ = *number;
    return href;
}

void prose_number(struct leaf *leaf, const struct block *block)
{
    const struct value *value = emergency_number(leaf->guide, block->ref);
    assert(value);  // guide_load() knows every ref
    html_open(&leaf->html, "a", "class", class_of(leaf, "number", block), "href",
              prose_tel(leaf, value->shown), NULL);
    leaf_icon(leaf, "telephone");
    html_open(&leaf->html, "b", NULL);
    html_put(&leaf->html, "bdi", value->shown, "dir", "ltr", NULL);
    html_close(&leaf->html, "b");
    html_text(&leaf->html, " ");
    prose_text(leaf, "span", NULL, block);
    prose_origin(leaf, &value->origin);
    html_close(&leaf->html, "a");
}

static void write_number(struct leaf *leaf, const struct block *block, int level)
{
    (void)level;
    prose_number(leaf, block);
}

static void (*const writers[BLOCK_KINDS])(struct leaf *, const struct block *, int level) = {
    [BLOCK_HEADING] = write_heading, [BLOCK_PARAGRAPH] = write_paragraph,
    [BLOCK_LIST] = write_list,       [BLOCK_STEPS] = write_steps,
    [BLOCK_NOTE] = write_note,       [BLOCK_NUMBER] = write_number,
};

static void write_children(struct leaf *leaf, const struct block *block, int level)
{
    for (size_t i = 0; i < block->children.count; i++) {
        const struct block *child = &block->children.items[i];
        writers[child->kind](leaf, child, level);
    }
}

void prose_blocks(struct leaf *leaf, const struct words *words, int level)
{
    for (size_t i = 0; i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        if (!writers[block->kind])
            continue;
        if (block->kind == BLOCK_HEADING)
            level = 3;
        writers[block->kind](leaf, block, block->kind == BLOCK_HEADING ? 2 : level);
    }
}

void prose_facts(struct leaf *leaf, const struct words *words)
{
    static const char *const icons[] = {
        [FACT_DEADLINE] = "calendar-check",
        [FACT_COST] = "wallet2",
        [FACT_DURATION] = "clock",
    };
    if (!block_find(words, BLOCK_FACT, NULL))
        return;
    html_open(&leaf->html, "ul", "class", "facts card", NULL);
    for (size_t i = 0; i < words->blocks.count; i++) {
        const struct block *block = &words->blocks.items[i];
        if (block->kind != BLOCK_FACT)
            continue;
        html_open(&leaf->html, "li", NULL);
        leaf_icon(leaf, icons[block->variant]);
        prose_text(leaf, "span", NULL, block);
        html_close(&leaf->html, "li");
    }
    html_close(&leaf->html, "ul");
}
