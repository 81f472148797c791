// SPDX-License-Identifier: EUPL-1.2
#include "guide/vocabulary.h"

#include <stdarg.h>
#include <string.h>

#include "base/utf8.h"
#include "guide/suggest.h"
#include "text/language.h"

enum { FAULT_LIMIT = 100, SHOWN_LENGTH = 40 };

struct check {
    struct arena *arena;    // of the claims
    struct arena *scratch;  // of the messages
    enum file_kind kind;
    enum edition edition;
    struct date today;
    struct claims *claims;
    struct faults *faults;
    int count;
};

static void report(struct check *check, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void report(struct check *check, struct place place, const char *format, ...)
{
    if (++check->count > FAULT_LIMIT) {
        fault_add(check->faults, (struct place){.file = place.file},
                  "more than %d faults; mend these first", FAULT_LIMIT);
        return;
    }
    va_list args;
    va_start(args, format);
    fault_vadd(check->faults, place, format, args);
    va_end(args);
}

// A value as a message may quote it: short, and never cut within a character.
static const char *quoted(const struct check *check, const char *text)
{
    const char *at = text;
    for (int i = 0; i < SHOWN_LENGTH && *at; i++)
        utf8_next(&at);
    return *at ? arena_print(check->scratch, "%.*s…", (int)(at - text), text) : text;
}

static const char *joined(const struct check *check, const char *names, const char *name)
{
    return *names ? arena_print(check->scratch, "%s, %s", names, name) : name;
}

// ---- Values ----------------------------------------------------------------------------------

static const char *choices_of(const struct check *check, const char *choices)
{
    char word[32];
    const char *names = "";
    while ((choices = type_word(choices, word, sizeof word)))
        names = joined(check, names, arena_text(check->scratch, word));
    return arena_print(check->scratch, fault_tr("allowed: %s"), names);
}

static void check_choice(struct check *check, struct place place, const char *where,
                         const char *choices, const char *text)
{
    if (type_choice(choices, text) >= 0)
        return;
    char word[32];
    struct suggestion near = {.word = text};
    for (const char *at = choices; (at = type_word(at, word, sizeof word));)
        suggestion_offer(&near, arena_text(check->scratch, word));
    if (!*text)
        report(check, place, "%s is empty; %s", where, choices_of(check, choices));
    else
        report(check, place, "`%s` is no value of %s; %s", quoted(check, text), where,
               suggestion_hint(check->scratch, &near, choices_of(check, choices)));
}

static void report_language(struct check *check, struct place place, const char *tag)
{
    const char *known = "", *base = arena_copy(check->scratch, tag, strcspn(tag, "-"));
    struct suggestion near = {.word = tag};
    for (size_t i = 0; i < language_count; i++) {
        suggestion_offer(&near, languages[i].tag);
        known = joined(check, known, languages[i].tag);
    }
    // "uk-UA" is known without its region.
    if (!near.best && language_find(base))
        near.best = base;
    report(check, place, "unknown language `%s`; %s", tag,
           suggestion_hint(check->scratch, &near,
                           arena_print(check->scratch, fault_tr("known: %s"), known)));
}

static bool reports_language(struct check *check, struct place place, const char *text)
{
    char tag[32];
    bool reported = false;
    while ((text = type_word(text, tag, sizeof tag))) {
        if (language_find(tag))
            continue;
        report_language(check, place, tag);
        reported = true;
    }
    return reported;
}

// The word of a list that is wrong.
static bool reports_word(struct check *check, struct place place, const char *where, enum type type,
                         const char *text)
{
    char word[16];
    bool unfit = type_find_unfit(type, text, word, sizeof word);
    bool twice = !unfit && type_find_twice(type, text, word, sizeof word);
    if (unfit)
        report(check, place, "`%s` in %s is %s; write the list like `%s`", word, where,
               type_item(type), type_example(type));
    if (twice)
        report(check, place, "`%s` stands twice in %s; keep one", word, where);
    return unfit || twice;
}

static bool reports_future(struct check *check, struct place place, const char *text)
{
    struct date date;
    if (check->today.year == 0 || !date_parse(text, &date) || date_compare(date, check->today) <= 0)
        return false;
    report(check, place, "`%s` is in the future; write the day on which somebody made sure of it",
           text);
    return true;
}

// `where` is "`from`" or "`<phone>`".
static void check_value(struct check *check, struct place place, const char *where, enum type type,
                        const char *text)
{
    if ((type == TYPE_LANGUAGE || type == TYPE_LANGUAGES) && reports_language(check, place, text))
        return;
    if (type_item(type) && reports_word(check, place, where, type, text))
        return;
    if (type == TYPE_VERIFIED && reports_future(check, place, text))
        return;
    if (type_fits(type, text))
        return;
    if (!type_example(type))
        report(check, place, "%s is %s; remove it and run `wegweiser stamp`", where,
               type_misfit(type));
    else if (type == TYPE_TEXT)
        report(check, place, "%s is empty; write its text", where);
    else if (!*text)
        report(check, place, "%s is empty; write something like `%s`", where, type_example(type));
    else
        report(check, place, "`%s` in %s is %s; write it like `%s`", quoted(check, text), where,
               type_misfit(type), type_example(type));
}

// ---- Attributes ------------------------------------------------------------------------------

static bool may_have_origin(const struct check *check, const struct rule *rule)
{
    return rule->facthood == FACT_OF_ORIGINAL ? check->edition == EDITION_ORIGINAL
                                              : rule->facthood != NO_FACT;
}

static bool must_have_origin(const struct check *check, const struct rule *rule)
{
    return rule->facthood != MAY_HAVE_ORIGIN && may_have_origin(check, rule);
}

static const struct attribute_rule *find_in(const struct attribute_rule *rules_, const char *name)
{
    for (; rules_ && rules_->name; rules_++)
        if (strcmp(rules_->name, name) == 0)
            return rules_;
    return NULL;
}

static bool belongs(const struct check *check, const struct attribute_rule *attribute)
{
    return attribute->edition == EDITION_ANY || attribute->edition == check->edition;
}

static const struct attribute_rule *attribute_rule(const struct check *check,
                                                   const struct rule *rule, const char *name)
{
    const struct attribute_rule *found = find_in(rule->attributes, name);
    return !found && may_have_origin(check, rule) ? find_in(origin_attributes, name) : found;
}

static void offer_attributes(const struct check *check, const struct attribute_rule *rules_,
                             struct suggestion *near, const char **allowed)
{
    for (; rules_ && rules_->name; rules_++) {
        if (!belongs(check, rules_))
            continue;
        suggestion_offer(near, rules_->name);
        *allowed = joined(check, *allowed, rules_->name);
    }
}

static void report_attribute(struct check *check, struct place place, const struct rule *rule,
                             const char *name)
{
    const char *allowed = "";
    struct suggestion near = {.word = name};
    offer_attributes(check, rule->attributes, &near, &allowed);
    if (may_have_origin(check, rule))
        offer_attributes(check, origin_attributes, &near, &allowed);
    const char *otherwise = *allowed ? arena_print(check->scratch, fault_tr("allowed: %s"), allowed)
                                     : fault_tr("remove it");
    report(check, place, "unknown attribute `%s` of `<%s>`; %s", name, rule->name,
           suggestion_hint(check->scratch, &near, otherwise));
}

static void report_edition(struct check *check, const struct node *node,
                           const struct attribute *attribute, enum edition edition)
{
    if (edition == EDITION_ORIGINAL)
        report(check, attribute->place,
               "`%s` of `<%s>` stands only in the German original; remove it", attribute->name,
               node->name);
    else
        report(check, attribute->place, "`%s` of `<%s>` stands only in translations; remove it",
               attribute->name, node->name);
}

static void check_attribute(struct check *check, const struct node *node, const struct rule *rule,
                            const struct attribute *attribute)
{
    const struct attribute_rule *known = attribute_rule(check, rule, attribute->name);
    const char *where = arena_print(check->scratch, "`%s`", attribute->name);
    if (!known && rule->facthood == FACT_OF_ORIGINAL && find_in(origin_attributes, attribute->name))
        report_edition(check, node, attribute, EDITION_ORIGINAL);
    else if (!known)
        report_attribute(check, attribute->place, rule, attribute->name);
    else if (!belongs(check, known))
        report_edition(check, node, attribute, known->edition);
    else if (known->type == TYPE_CHOICE)
        check_choice(check, attribute->place, where, known->choices, attribute->value);
    else
        check_value(check, attribute->place, where, known->type, attribute->value);
}

// Whether an unknown attribute was meant to be the missing one, which then needs no fault.
static bool is_misspelt_attribute(const struct node *node, const struct rule *rule,
                                  const char *missing)
{
    for (size_t i = 0; i < node->attribute_count; i++) {
        struct suggestion near = {.word = node->attributes[i].name};
        suggestion_offer(&near, missing);
        if (near.best && !find_in(rule->attributes, near.word))
            return true;
    }
    return false;
}

// What an example could only get wrong is left open.
static const char *example_of(const struct check *check, const struct attribute_rule *attribute)
{
    if (attribute->type == TYPE_LANGUAGE && check->edition == EDITION_ORIGINAL)
        return "de";
    if (attribute->type == TYPE_ID || attribute->type == TYPE_LANGUAGE)
        return "…";
    return type_example(attribute->type);
}

static void check_attributes(struct check *check, const struct node *node, const struct rule *rule)
{
    for (size_t i = 0; i < node->attribute_count; i++)
        check_attribute(check, node, rule, &node->attributes[i]);
    for (const struct attribute_rule *r = rule->attributes; r && r->name; r++) {
        if (r->need == OPTIONAL || !belongs(check, r) || node_attribute(node, r->name) ||
            is_misspelt_attribute(node, rule, r->name))
            continue;
        if (r->type == TYPE_CHOICE)
            report(check, node->place, "`<%s>` lacks `%s`; %s", rule->name, r->name,
                   choices_of(check, r->choices));
        else
            report(check, node->place, "`<%s>` lacks `%s`; add %s=\"%s\"", rule->name, r->name,
                   r->name, example_of(check, r));
    }
}

static void check_origin(struct check *check, const struct node *node, const struct rule *rule,
                         const struct origin *origin)
{
    bool verified = node_attribute(node, "verified"), source = node_attribute(node, "source");
    if (verified && node_attribute(node, "sample"))
        report(check, node->place, "`<%s>` has both `verified` and `sample`; keep one of them",
               rule->name);
    if (verified && !source)
        report(check, node_attribute_place(node, "verified"),
               "`verified` without `source`; say where the fact was found");
    if (source && !verified && !is_misspelt_attribute(node, rule, "verified"))
        report(check, node->place,
               "`source` without `verified`; write the day on which somebody "
               "made sure of it");
    if (!must_have_origin(check, rule))
        return;
    if (!origin_is_given(origin) && !verified && !source)
        report(check, node->place,
               "`<%s>` has no origin; add `verified` and `source`, or "
               "sample=\"yes\", here or around it",
               rule->name);
    *list_add(check->arena, check->claims) = (struct claim){rule->name, *origin, node->place};
}

// ---- Children --------------------------------------------------------------------------------

// Where the first word of a text stands; the text itself may begin with an empty line.
static struct place word_place(const struct node *text)
{
    struct place place = text->place;
    for (const char *at = text->text; strchr(" \t\r\n", *at); at++) {
        place.column = *at == '\n' ? 1 : place.column + 1;
        place.line += *at == '\n';
    }
    return place;
}

static bool is_blank(const struct node *text)
{
    return !text->text[strspn(text->text, " \t\r\n")];
}

static const char *allowed_children(const struct check *check, const struct rule *rule)
{
    const char *names = "";
    for (const struct child_rule *child = rule->children; child && child->rule; child++)
        names = joined(check, names, child->rule->name);
    return *names ? arena_print(check->scratch, fault_tr("allowed: %s"), names)
                  : fault_tr("remove it");
}

static bool is_below(const struct rule *rule, const char *element)
{
    if (strcmp(rule->name, element) == 0)
        return true;
    for (const struct child_rule *child = rule->children; child && child->rule; child++)
        if (is_below(child->rule, element))
            return true;
    return false;
}

static void report_element(struct check *check, const struct node *node, const struct rule *parent)
{
    const char *allowed = allowed_children(check, parent);
    if (is_below(rules[check->kind], node->name)) {
        report(check, node->place, "`<%s>` does not belong into `<%s>`; %s", node->name,
               parent->name, allowed);
        return;
    }
    struct suggestion near = {.word = node->name};
    for (const struct child_rule *child = parent->children; child && child->rule; child++)
        suggestion_offer(&near, child->rule->name);
    report(check, node->place, "unknown element `%s` in `<%s>`; %s", node->name, parent->name,
           suggestion_hint(check->scratch, &near, allowed));
}

static const struct child_rule *child_rule(const struct rule *parent, const char *name)
{
    for (const struct child_rule *child = parent->children; child && child->rule; child++)
        if (strcmp(child->rule->name, name) == 0)
            return child;
    return NULL;
}

static void report_many(struct check *check, const struct node *node, const struct rule *parent,
                        int most)
{
    if (most == 1)
        report(check, node->place, "a second `<%s>` in `<%s>`; keep one", node->name, parent->name);
    else
        report(check, node->place, "more than %d `<%s>` in `<%s>`; remove the others", most,
               node->name, parent->name);
}

// Whether an unknown element was meant to be the missing one, which then needs no fault.
static bool is_misspelt(const struct node *node, const struct rule *rule, const char *missing)
{
    for (const struct node *n = node->first; n; n = n->next) {
        struct suggestion near = {.word = n->name};
        if (!n->name || child_rule(rule, n->name))
            continue;
        suggestion_offer(&near, missing);
        if (near.best)
            return true;
    }
    return false;
}

// Of those that are too many the first is reported.
static void check_counts(struct check *check, const struct node *node, const struct rule *rule)
{
    for (const struct child_rule *child = rule->children; child && child->rule; child++) {
        int count = 0;
        const char *name = child->rule->name;
        for (const struct node *n = node_child(node, name); n; n = node_next(n))
            if (++count == child->most + 1)
                report_many(check, n, rule, child->most);
        if (count < child->least && !is_misspelt(node, rule, name))
            report(check, node->place, "`<%s>` has no `<%s>`; add %s", rule->name, name,
                   child->rule->example ? child->rule->example
                                        : arena_print(check->scratch, "<%s>…</%s>", name, name));
    }
}

// "title, lead, h/p/list, link": a slash where the order is free.
static const char *ordered_children(const struct check *check, const struct rule *rule)
{
    const char *names = rule->children->rule->name;
    for (const struct child_rule *child = rule->children + 1; child->rule; child++)
        names = arena_print(check->scratch, "%s%s%s", names,
                            child->rank == child[-1].rank ? "/" : ", ", child->rule->name);
    return names;
}

// One that is out of order makes many others look so: only the first is reported.
static void check_order(struct check *check, const struct node *node, const struct rule *rule)
{
    const struct child_rule *highest = NULL;
    for (const struct node *n = node->first; n; n = n->next) {
        const struct child_rule *child = n->name ? child_rule(rule, n->name) : NULL;
        if (!child)
            continue;
        if (highest && child->rank < highest->rank) {
            report(check, n->place, "`<%s>` stands behind `<%s>`; the order is %s", n->name,
                   highest->rule->name, ordered_children(check, rule));
            return;
        }
        highest = child;
    }
}

// The text may stand in an element that does not belong here, which is reported.
static bool is_empty_but_for_elements(const struct node *node)
{
    bool elements = false;
    for (const struct node *n = node->first; n; n = n->next) {
        if (n->text && !is_blank(n))
            return false;
        elements = elements || n->name;
    }
    return elements;
}

static void check_text(struct check *check, const struct node *node, const struct rule *rule)
{
    if (rule->text == TYPE_NONE) {
        for (const struct node *n = node->first; n; n = n->next)
            if (n->text && !is_blank(n))
                report(check, word_place(n), "`<%s>` holds no text of its own; %s", rule->name,
                       rule->children ? fault_tr("put it into an element inside")
                                      : fault_tr("remove it"));
        return;
    }
    if (rule->text == TYPE_WORDS) {
        for (const struct node *n = node->first; n; n = n->next)
            if (n->name || !is_blank(n))
                return;
        report(check, node->place, "`<%s>` is empty; write its text", rule->name);
        return;
    }
    if (!is_empty_but_for_elements(node))
        check_value(check, node->place, arena_print(check->scratch, "`<%s>`", rule->name),
                    rule->text, node_text(check->scratch, node));
}

static void check_element(struct check *check, const struct node *node, const struct rule *rule,
                          struct origin outer)
{
    struct origin origin = may_have_origin(check, rule) ? origin_read(node, outer) : outer;
    check_attributes(check, node, rule);
    if (may_have_origin(check, rule))
        check_origin(check, node, rule, &origin);
    check_text(check, node, rule);
    check_counts(check, node, rule);
    check_order(check, node, rule);
    for (const struct node *n = node->first; n && check->count <= FAULT_LIMIT; n = n->next) {
        const struct child_rule *child = n->name ? child_rule(rule, n->name) : NULL;
        if (child)
            check_element(check, n, child->rule, origin);
        else if (n->name)
            report_element(check, n, rule);
    }
}

bool vocabulary_check(struct arena *arena, const struct node *root, enum file_kind kind,
                      enum edition edition, struct date today, struct claims *claims,
                      struct faults *faults)
{
    const struct rule *rule = rules[kind];
    if (strcmp(root->name, rule->name) != 0) {
        fault_add(faults, root->place, "`<%s>` is not what belongs here; the file must be a `<%s>`",
                  root->name, rule->name);
        return false;
    }
    struct check check = {arena, arena_new(), kind, edition, today, claims, faults, 0};
    check_element(&check, root, rule, (struct origin){0});
    arena_free(check.scratch);
    return check.count == 0;
}
