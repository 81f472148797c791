// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/keyboard.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "kiosk/type.h"
#include "text/tr.h"

enum { ROWS = 5, KEYS = 12 };

// A key for each code point, as the keyboards of those who write the language have them. Search
// does not tell é from e: only letters that stand for themselves have keys. Where there is no row,
// the language is looked for in German letters or by topics: Chinese, whose readers type Latin
// letters and choose from thousands of characters.
struct letters {
    const char *tags;  // set apart by spaces
    const char *name;  // on the key that leads back from the digits
    const char *rows[ROWS];
};

static const struct letters layouts[] = {
    {"de de-simple", "abc", {"qwertzuiopü", "asdfghjklöä", "yxcvbnmß-"}},
    {"en nl so", "abc", {"qwertyuiop", "asdfghjkl'", "zxcvbnm-"}},
    {"es", "abc", {"qwertyuiopú", "asdfghjklñó", "zxcvbnmáéí"}},
    {"fr", "abc", {"azertyuiopé", "qsdfghjklmè", "wxcvbnçàù'"}},
    {"hr", "abc", {"qwertzuiopšđ", "asdfghjklčćž", "yxcvbnm-"}},
    {"kmr", "abc", {"qwertyuîopûê", "asdfghjklişç", "zxcvbnm-"}},
    {"pl", "abc", {"qwertyuiopóę", "asdfghjklłąś", "zżźxcćvbnń"}},
    {"pt", "abc", {"qwertyuiopãõ", "asdfghjklçáé", "zxcvbnmíóú"}},
    {"ro", "abc", {"qwertyuiopăî", "asdfghjklșțâ", "zxcvbnm-"}},
    {"sq", "abc", {"qwertyuiopç", "asdfghjklë", "zxcvbnm-"}},
    {"vi", "abc", {"qwertyuiopươ", "asdfghjklđăâ", "zxcvbnmêô"}},
    {"tr", "abc", {"qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"}},
    {"bg", "абв", {"явертъуиопчш", "асдфгхйклщю", "зьцжбнм"}},
    {"ru", "абв", {"йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю"}},
    {"uk", "абв", {"йцукенгшщзхї", "фівапролджєґ", "ячсмитьбю'"}},
    {"ar", "ابج", {"ضصثقفغعهخحجد", "شسيبلاتنمكطذ", "ئءؤرىةوزظ"}},
    {"fa fa-AF", "ابپ", {"ضصثقفغعهخحجچ", "شسیبلاتنمکگپ", "ظطزژرذدئوآ"}},
    {"ur", "ابپ", {"قوعرتےءیہپٹڈ", "اسدفگحجکلڑذط", "زشچبنمںھضص", "ظغثخژئآ"}},
    {"ckb", "ئاب", {"قوەرڕتیێئحۆپ", "اسشدفگهژکلڵ", "زخعغجچڤبنم"}},
    {"ps", "ابپ", {"ضصثقفغعهخحځج", "شسیبلاتنمکګچ", "ظطزرذدړوږژډټ", "ښڼېۍئپڅۀي"}},
    {"am", "ሀለሐ", {"ሀለሐመሠረሰሸቀበቨተ", "ቸኀነኘአከኸወዐዘዠየ", "ደጀገጠጨጰጸፀፈፐ"}},
    {"ti", "ሀለሐ", {"ሀለሐመሠረሰሸቀቐበቨ", "ተቸነኘአከኸወዐዘዠየ", "ደጀገጠጨጰጸፀፈፐ"}},
    {"el", "αβγ", {"ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"}},
    {"ka", "აბგ", {"ქწერტყუიოპღჭ", "ასდფგჰჯკლთშ", "ზხცვბნმჟძჩ"}},
    {"hi", "कखग", {"अआइईउऊएऐओऔ", "ािीुूेैोौंँ्", "कखगघङचछजझञटठ", "डढणतथदधनपफबभ", "मयरलवशषसह़"}},
};

static const struct letters digits = {"", "123", {"1234567890", "-/:.,()", "@+&'§"}};

static bool has_tag(const char *tags, const char *tag)
{
    size_t length = strlen(tag);
    for (const char *at = tags; (at = strstr(at, tag)); at += length)
        if ((at == tags || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
            return true;
    return false;
}

// NULL: the language has no keyboard of its own.
static const struct letters *layout_of(const struct language *language)
{
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        if (has_tag(layouts[i].tags, language->tag))
            return &layouts[i];
    return NULL;
}

static const struct letters *shown_layout(const struct frame *frame)
{
    const struct letters *own = layout_of(frame->language);
    enum keyboard keyboard = frame->view->visit->keyboard;
    if (keyboard == KEYBOARD_DIGITS)
        return &digits;
    return keyboard == KEYBOARD_OWN && own ? own : &layouts[0];
}

// In Ethiopic a key types the first order of a syllable; a row above changes the last one typed.
static bool is_syllabic(const struct frame *frame)
{
    return strcmp(frame->language->script, "Ethi") == 0;
}

static int row_count(const struct letters *layout)
{
    int rows = 0;
    while (rows < ROWS && layout->rows[rows])
        rows++;
    return rows;
}

// ---- Measures ----------------------------------------------------------------------------------

static const double margin = 5, pad = 2, key_gap = 1.1, line_gap = 1.25;
static const double icon_size = 5.5, icon_gap = 1.5, letter_side = 0.5, word_side = 2;

static int line_count(const struct frame *frame)
{
    const struct letters *own = layout_of(frame->language);
    int own_rows = own ? row_count(own) + is_syllabic(frame) : 0;
    int rows = own_rows > 3 ? own_rows : 3;
    return rows + 1;  // and the keys for functions
}

static double key_height(const struct frame *frame)
{
    return line_count(frame) > 4 || frame->wide ? 10 : 11.5;
}

double keyboard_height(const struct frame *frame)
{
    int lines = line_count(frame);
    return 2 * pad + lines * key_height(frame) + (lines - 1) * line_gap;
}

// ---- Keys --------------------------------------------------------------------------------------

struct key {
    struct action action;
    const char *text, *icon;  // either may be NULL
    const struct language *language;
    bool function, strong;
};

static double icon_room(const struct key *key)
{
    return key->icon ? icon_size + (key->text ? icon_gap : 0) : 0;
}

// A word is set smaller rather than up to the edges of its key.
static struct setting set_key(struct frame *frame, const struct key *key, enum ink ink,
                              double width)
{
    struct type type = {key->function ? 3.75 : 5,
                        key->function ? FACE_BOLD : FACE_REGULAR,
                        LEADING_LABEL,
                        1.2,
                        ink,
                        ALIGN_START,
                        key->language,
                        true};
    return set_label(frame, type, key->text, width, 1);
}

static void put_key(struct frame *frame, struct area area, const struct key *key)
{
    bool pressed = frame_pressed(frame, &key->action), dark = pressed || key->strong;
    enum ink ink = dark ? INK_ON_PETROL : INK_TEXT;
    frame_box(frame, area, 0.75,
              pressed && key->strong ? INK_PETROL_HIGH
              : dark                 ? INK_PETROL
              : key->function        ? INK_KEY
                                     : INK_PAPER,
              INK_LINE);
    double before = icon_room(key), side = key->function ? word_side : letter_side;
    struct setting label = {0};
    if (key->text)
        label = set_key(frame, key, ink, area.w - before - 2 * side);
    label.width = label.ink_width;
    double x = area.x + (area.w - before - label.ink_width) / 2;
    if (key->icon)
        frame_icon(frame, x, area.y + (area.h - icon_size) / 2, icon_size, key->icon, ink);
    if (key->text)
        put_middle(frame, &label, x + before, area.y, area.h);
    frame_target(frame,
                 (struct area){area.x - key_gap / 2, area.y - line_gap / 2, area.w + key_gap,
                               area.h + line_gap},
                 key->action);
}

static struct key letter_key(const char *text, const struct language *language)
{
    // Alone, two letters of Sorani look the same: the one that joins shows how.
    bool joins = strcmp(language->tag, "ckb") == 0 && strcmp(text, "\u0647") == 0;
    return (struct key){
        action_of(ACTION_TYPE, text), joins ? "\u0647\u0640" : text, NULL, language, false, false};
}

// The letters of a row fill its width; `erase` adds that key at the end, twice as wide.
static void put_letters(struct frame *frame, const char *row, const struct language *language,
                        struct area line, bool erase)
{
    struct key keys[KEYS];
    int count = 0;
    while (*row && count < KEYS) {
        const char *from = row;
        utf8_next(&row);
        const char *text = arena_copy(frame->arena, from, (size_t)(row - from));
        keys[count++] = letter_key(text, language);
    }
    bool first = erase && frame->language->rtl;  // at the left end
    double units = count + (erase ? 2 : 0), w = (line.w + key_gap) / units;
    double x = line.x + (first ? 2 * w : 0);
    for (int i = 0; i < count; i++)
        put_key(frame, (struct area){x + i * w, line.y, w - key_gap, line.h}, &keys[i]);
    struct key away = {
        .action = action_of(ACTION_ERASE, NULL), .icon = "backspace", .function = true};
    // Its arrow points to the letter it takes away.
    frame->mirrored = first;
    struct area end = {line.x + count * w, line.y, 2 * w - key_gap, line.h};
    if (first)
        end.x = frame->w - line.x - end.w;
    if (erase)
        put_key(frame, end, &away);
    frame->mirrored = false;
}

// The first of the eight orders of a syllable: those of a consonant stand together in Unicode, but the
// rounded ones of six consonants, such as ቋ beside ቀ, eight places further.
static uint32_t first_order(uint32_t c, bool *rounded_apart)
{
    static const uint32_t apart[] = {0x1240, 0x1250, 0x1280, 0x12A8, 0x12B8, 0x1308};
    uint32_t first = c & ~7u;
    *rounded_apart = false;
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++) {
        *rounded_apart |= first == apart[i] || first == apart[i] + 8;
        if (first == apart[i] + 8)
            first = apart[i];
    }
    return first;
}

// The orders of the last syllable of the query; nothing if it ends otherwise.
static void put_orders(struct frame *frame, struct area line)
{
    enum { FIRST = 0x1200, LAST = 0x135A, ORDERS = 8 };
    uint32_t last = 0, c;
    for (const char *at = frame->view->visit->query; (c = utf8_next(&at));)
        last = c;
    if (last < FIRST || last > LAST)
        return;
    bool rounded_apart;
    uint32_t first = first_order(last, &rounded_apart);
    double w = (line.w + key_gap) / ORDERS;
    for (uint32_t i = 0; i < ORDERS; i++) {
        char text[8] = "\b";
        uint32_t order = first + (i == 7 && rounded_apart ? 0xB : i);
        text[1 + utf8_put(text + 1, order)] = '\0';
        struct key key = letter_key(arena_text(frame->arena, text), frame->language);
        key.text++;
        key.function = true;
        put_key(frame, (struct area){line.x + i * w, line.y, w - key_gap, line.h}, &key);
    }
}

// ---- The last line -----------------------------------------------------------------------------

struct share {
    const struct key *key;
    double least;  // 0: the space bar, which has what is left
    bool shown;
    double width;
};

// As wide as the words need; false where that leaves too little for the space bar.
static bool share_line(struct frame *frame, struct share *shares, size_t count, double width)
{
    const double least_space = 24;
    struct share *space = NULL;
    double rest = width + key_gap;
    for (size_t i = 0; i < count; i++) {
        struct share *share = &shares[i];
        if (!share->shown)
            continue;
        rest -= key_gap;
        if (share->least == 0) {
            space = share;
            continue;
        }
        double word = set_key(frame, share->key, INK_TEXT, frame->w).ink_width;
        share->width = fmax(share->least, icon_room(share->key) + word + 2 * word_side);
        rest -= share->width;
    }
    assert(space);
    space->width = rest;
    return rest >= least_space;
}

static void put_functions(struct frame *frame, struct area line)
{
    enum keyboard shown = frame->view->visit->keyboard;
    const struct language *german = frame->guide->languages.items[0];
    const struct letters *own = layout_of(frame->language);
    bool may_switch = own && own != &layouts[0];
    bool is_german = shown == KEYBOARD_GERMAN || (shown == KEYBOARD_OWN && !may_switch);
    const struct letters *letters = is_german || !may_switch ? &layouts[0] : own;
    struct key numbers = {.action = action_of(ACTION_KEYBOARD, "digits"),
                          .text = digits.name,
                          .language = german,
                          .function = true};
    if (shown == KEYBOARD_DIGITS) {
        numbers.action = action_of(ACTION_KEYBOARD, "own");
        numbers.text = letters->name;
        numbers.language = frame->language;
    }
    struct key other = {.action = action_of(ACTION_KEYBOARD, is_german ? "own" : "german"),
                        .text = is_german ? frame->language->endonym : german->endonym,
                        .icon = "keyboard",
                        .language = is_german ? frame->language : german,
                        .function = true};
    struct key space = {.action = action_of(ACTION_TYPE, " "),
                        // TRANSLATORS: the space bar of the keyboard on the screen, small letters
                        .text = tr(frame->language, "space")};
    struct key find = {.action = action_of(ACTION_FIND, NULL),
                       // TRANSLATORS: a key that starts a search
                       .text = tr(frame->language, "Find"),
                       .icon = "search",
                       .function = true,
                       .strong = true};
    bool narrow = frame->compact;
    struct share shares[] = {{&numbers, narrow ? 12 : 14, true, 0},
                             {&other, narrow ? 22 : 30, may_switch, 0},
                             {&space, 0, true, 0},
                             {&find, narrow ? 20 : 30, true, 0}};
    const size_t count = sizeof shares / sizeof *shares;
    if (!share_line(frame, shares, count, line.w)) {
        other.icon = find.icon = NULL;
        share_line(frame, shares, count, line.w);
    }
    for (size_t i = 0; i < count; i++) {
        if (!shares[i].shown)
            continue;
        put_key(frame, (struct area){line.x, line.y, shares[i].width, line.h}, shares[i].key);
        line.x += shares[i].width + key_gap;
    }
}

// Letters stand as on all keyboards, from the left; the keys for functions follow the layout.
void keyboard_put(struct frame *frame, struct area area)
{
    const struct letters *layout = shown_layout(frame);
    const struct language *language =
        layout == layout_of(frame->language) ? frame->language : frame->guide->languages.items[0];
    double h = keyboard_height(frame), height = key_height(frame);
    area = (struct area){area.x, area.y + area.h - h, area.w, h};
    frame_rect(frame, area, INK_KEYBOARD);
    struct area line = {area.x + margin, area.y + pad, area.w - 2 * margin, height};
    bool mirrored = frame->mirrored;
    if (mirrored)
        line.x = frame->w - line.x - line.w;
    frame->mirrored = false;
    int rows = row_count(layout), lines = line_count(frame) - 1;
    line.y += (lines - rows) * (height + line_gap);
    if (is_syllabic(frame) && layout == layout_of(frame->language)) {
        line.y -= height + line_gap;
        put_orders(frame, line);
        line.y += height + line_gap;
    }
    for (int i = 0; i < rows; i++) {
        put_letters(frame, layout->rows[i], language, line, i + 1 == rows);
        line.y += height + line_gap;
    }
    frame->mirrored = mirrored;
    line.x = area.x + margin;
    put_functions(frame, line);
}
