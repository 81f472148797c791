// SPDX-License-Identifier: EUPL-1.2
// What is to be done today: errors, outdated translations, facts to ask about, and the rest.
#include <stdlib.h>
#include <string.h>

#include "editor/part.h"
#include "text/tr.h"

// ---- Faults ----------------------------------------------------------------------------------

struct chosen {
    const struct fault **items;
    size_t count, room;
};

static int compare_faults(const void *left, const void *right)
{
    const struct fault *a = *(const struct fault *const *)left;
    const struct fault *b = *(const struct fault *const *)right;
    int order = strcmp(a->place.file ? a->place.file : "", b->place.file ? b->place.file : "");
    if (order == 0)
        order = (a->place.line > b->place.line) - (a->place.line < b->place.line);
    if (order == 0)
        order = (a->place.column > b->place.column) - (a->place.column < b->place.column);
    return order ? order : strcmp(a->message, b->message);
}

// Sorted by place.
static struct chosen choose(struct report *report, enum severity severity, enum work work)
{
    struct chosen chosen = {0};
    for (size_t i = 0; i < report->faults->list.count; i++) {
        const struct fault *fault = &report->faults->list.items[i];
        if (fault->severity == severity && fault->work == work)
            *list_add(report->arena, &chosen) = fault;
    }
    if (chosen.count)
        qsort(chosen.items, chosen.count, sizeof *chosen.items, compare_faults);
    return chosen;
}

static void put_faults(struct report *report, const char *class, const struct chosen *chosen)
{
    struct html *html = &report->html;
    html_open(html, "ul", "class", class, NULL);
    for (size_t i = 0; i < chosen->count; i++) {
        html_open(html, "li", NULL);
        put_place(report, chosen->items[i]->place);
        html_open(html, "span", "class", "message", NULL);
        put_message(report, chosen->items[i]->message);
        html_close(html, "span");
        html_close(html, "li");
    }
    html_close(html, "ul");
}

// A heading with the number of what stands below it.
static void put_heading(struct report *report, const char *id, const char *text, size_t count)
{
    struct html *html = &report->html;
    html_open(html, "h3", "id", id, NULL);
    html_text(html, text);
    html_text(html, " ");
    put_said(report, "span", "count", "%zu", count);
    html_close(html, "h3");
}

static void put_errors(struct report *report)
{
    struct chosen errors = choose(report, SEVERITY_ERROR, WORK_NONE);
    put_heading(report, "errors", tr_staff("Errors"), errors.count);
    if (!errors.count) {
        html_put(&report->html, "p", tr_staff("There is no error."), "class", "fine", NULL);
        return;
    }
    html_put(&report->html, "p",
             tr_staff("As long as there are errors, the kiosk keeps showing the last content that "
                      "had none, and the rest of this report is left out."),
             NULL);
    put_faults(report, "faults bad", &errors);
}

static void put_warnings(struct report *report, const char *id, const char *heading, enum work work)
{
    struct chosen warnings = choose(report, SEVERITY_WARNING, work);
    if (!warnings.count)
        return;
    put_heading(report, id, heading, warnings.count);
    put_faults(report, "faults", &warnings);
}

static void put_folded(struct report *report, const char *heading, enum severity severity,
                       enum work work)
{
    struct html *html = &report->html;
    struct chosen chosen = choose(report, severity, work);
    if (!chosen.count)
        return;
    html_open(html, "details", NULL);
    html_open(html, "summary", NULL);
    html_text(html, heading);
    html_text(html, " ");
    put_said(report, "span", "count", "%zu", chosen.count);
    html_close(html, "summary");
    put_faults(report, "faults", &chosen);
    html_close(html, "details");
}

// ---- Outdated translations -------------------------------------------------------------------

static size_t count_cells(const struct report *report, enum state state)
{
    size_t count = 0;
    for (size_t i = 0; i < report->rows.count; i++)
        for (size_t j = 1; j < report->guide->languages.count; j++)
            count += cell_at(report, &report->rows.items[i], j).state == state;
    return count;
}

// What is in the table below by the hundred.
static void put_unread(struct report *report)
{
    struct html *html = &report->html;
    size_t drafts = count_cells(report, STATE_DRAFT), missing = count_cells(report, STATE_MISSING);
    if (drafts + missing == 0)
        return;
    html_open(html, "p", NULL);
    html_open(html, "a", "href", "#matrix", NULL);
    html_text(html,
              arena_print(report->arena,
                          tr_staff("Drafts that nobody has confirmed: %zu, missing texts: %zu"),
                          drafts, missing));
    html_close(html, "a");
    html_close(html, "p");
}

static size_t count_outdated(const struct report *report, size_t language)
{
    size_t count = 0;
    for (size_t i = 0; i < report->rows.count; i++)
        count += words_outdated(report->rows.items[i].document->in[language]);
    return count;
}

static void put_outdated_rows(struct report *report, size_t language)
{
    struct html *html = &report->html;
    html_open(html, "ul", "class", "ways", NULL);
    for (size_t i = 0; i < report->rows.count; i++) {
        const struct row *row = &report->rows.items[i];
        size_t count = words_outdated(row->document->in[language]);
        if (!count)
            continue;
        const char *id = cell_id(report, row, language);
        html_open(html, "li", NULL);
        html_put(html, "a", row->name, "href", arena_print(report->arena, "#%s", id), NULL);
        html_text(html, " ");
        put_said(report, "span", "count", "%zu", count);
        html_close(html, "li");
    }
    html_close(html, "ul");
}

static void put_outdated(struct report *report)
{
    struct html *html = &report->html;
    size_t all = 0;
    for (size_t i = 1; i < report->guide->languages.count; i++)
        all += count_outdated(report, i);
    put_heading(report, "outdated", tr_staff("Outdated paragraphs"), all);
    if (!all) {
        html_put(html, "p", tr_staff("Every translation follows today's German text."), "class",
                 "fine", NULL);
        return;
    }
    html_open(html, "dl", "class", "languages", NULL);
    for (size_t i = 1; i < report->guide->languages.count; i++) {
        size_t count = count_outdated(report, i);
        if (!count)
            continue;
        html_open(html, "dt", NULL);
        html_text(html, report->guide->languages.items[i]->german);
        html_text(html, " ");
        put_said(report, "span", "count", "%zu", count);
        html_close(html, "dt");
        html_open(html, "dd", NULL);
        put_outdated_rows(report, i);
        html_close(html, "dd");
    }
    html_close(html, "dl");
}

// ---- Facts to ask about ----------------------------------------------------------------------

// What one owner can answer in one go: the facts of one file with one origin.
struct question {
    const char *owner;  // NULL: nobody is named
    const char *file;
    const struct origin *origin;
    size_t order;  // by which they were found
    LIST(const struct claim *) claims;
};

struct questions {
    struct question *items;
    size_t count, room;
    size_t claims;
};

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool belongs(const struct question *question, const struct claim *claim)
{
    const struct origin *a = question->origin, *b = &claim->origin;
    return strcmp(question->file, claim->place.file) == 0 && same(question->owner, b->owner) &&
           (a->sample ||
            (date_compare(a->verified, b->verified) == 0 && same(a->source, b->source)));
}

static struct question *question_for(struct report *report, struct questions *questions,
                                     const struct claim *claim)
{
    for (size_t i = questions->count; i > 0; i--)
        if (belongs(&questions->items[i - 1], claim))
            return &questions->items[i - 1];
    struct question *question = list_add(report->arena, questions);
    *question = (struct question){
        .owner = claim->origin.owner,
        .file = claim->place.file,
        .origin = &claim->origin,
        .order = questions->count,
    };
    return question;
}

// Nobody stands last.
static int compare_questions(const void *left, const void *right)
{
    const struct question *a = left, *b = right;
    int order = !a->owner - !b->owner;
    if (order == 0 && a->owner)
        order = strcmp(a->owner, b->owner);
    return order ? order : (a->order > b->order) - (a->order < b->order);
}

static bool is_sample(const struct report *report, const struct claim *claim)
{
    (void)report;
    return claim->origin.sample;
}

static bool is_due(const struct report *report, const struct claim *claim)
{
    return origin_is_due(report->guide, &claim->origin, report->today);
}

static struct questions ask(struct report *report,
                            bool (*wanted)(const struct report *, const struct claim *))
{
    struct questions questions = {0};
    const struct claims *claims = &report->guide->claims;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->items[i];
        if (!wanted(report, claim))
            continue;
        *list_add(report->arena, &question_for(report, &questions, claim)->claims) = claim;
        questions.claims++;
    }
    if (questions.count)
        qsort(questions.items, questions.count, sizeof *questions.items, compare_questions);
    return questions;
}

// "address 5, phone 18"
static void put_claims(struct report *report, const struct question *question)
{
    struct html *html = &report->html;
    html_open(html, "span", "class", "claims", NULL);
    for (size_t i = 0; i < question->claims.count; i++) {
        const struct claim *claim = question->claims.items[i];
        html_text(html, i ? ", " : "");
        html_put(html, "code", claim->element, NULL);
        html_text(html, arena_print(report->arena, " %d", claim->place.line));
    }
    html_close(html, "span");
}

static void put_question(struct report *report, const struct question *question)
{
    struct html *html = &report->html;
    const struct origin *origin = question->origin;
    html_open(html, "li", NULL);
    html_put(html, "code", question->file, "class", "place", NULL);
    put_claims(report, question);
    if (!origin->sample)
        put_said(report, "small", NULL, tr_staff("last checked on %s, source: %s"),
                 date_shown(report, origin->verified), origin->source ? origin->source : "–");
    html_close(html, "li");
}

static void put_questions(struct report *report, const struct questions *questions)
{
    struct html *html = &report->html;
    for (size_t i = 0; i < questions->count; i++) {
        const struct question *question = &questions->items[i];
        bool first = i == 0 || !same(question->owner, questions->items[i - 1].owner);
        bool last = i + 1 == questions->count || !same(question->owner, question[1].owner);
        if (first) {
            html_put(html, "h4",
                     question->owner ? question->owner : tr_staff("Nobody is named as owner"),
                     NULL);
            html_open(html, "ul", "class", "facts", NULL);
        }
        put_question(report, question);
        if (last)
            html_close(html, "ul");
    }
}

static void put_facts(struct report *report, const char *id, const char *heading, const char *todo,
                      bool (*wanted)(const struct report *, const struct claim *))
{
    struct questions questions = ask(report, wanted);
    put_heading(report, id, heading, questions.claims);
    html_open(&report->html, "p", "class", questions.count ? NULL : "fine", NULL);
    put_message(report, questions.count ? todo : tr_staff("There is none."));
    html_close(&report->html, "p");
    put_questions(report, &questions);
}

// ---- All of it -------------------------------------------------------------------------------

static void put_guide_work(struct report *report)
{
    put_outdated(report);
    put_unread(report);
    put_facts(report, "review", tr_staff("Facts past their review date"),
              tr_staff("Ask whoever is named; then write the new date into `verified`. The "
                       "numbers are lines of the file."),
              is_due);
    put_warnings(report, "twice", tr_staff("The same in two offices"), WORK_TWICE);
    put_warnings(report, "warnings", tr_staff("Other warnings"), WORK_NONE);
    put_facts(report, "samples", tr_staff("Samples to be confirmed"),
              tr_staff("These facts are invented. Put in the real ones, with `verified` and "
                       "`source` in place of `sample`."),
              is_sample);
}

// Without a guide nothing is known but the messages.
static void put_bare_work(struct report *report)
{
    put_warnings(report, "twice", tr_staff("The same in two offices"), WORK_TWICE);
    put_warnings(report, "warnings", tr_staff("Other warnings"), WORK_NONE);
    put_folded(report, tr_staff("Facts past their review date"), SEVERITY_WARNING, WORK_REVIEW);
    put_folded(report, tr_staff("Samples to be confirmed"), SEVERITY_WARNING, WORK_SAMPLE);
    put_folded(report, tr_staff("Translations"), SEVERITY_WARNING, WORK_TRANSLATION);
}

void todo_part(struct report *report)
{
    struct html *html = &report->html;
    html_open(html, "section", "aria-labelledby", "todo", NULL);
    html_put(html, "h2", tr_staff("To do today"), "id", "todo", NULL);
    put_errors(report);
    if (report->guide)
        put_guide_work(report);
    else
        put_bare_work(report);
    put_folded(report, tr_staff("Hints: what could be said better"), SEVERITY_HINT, WORK_NONE);
    html_close(html, "section");
}
