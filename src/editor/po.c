// SPDX-License-Identifier: EUPL-1.2
#include "editor/po.h"

#include <setjmp.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include <gettext-po.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "guide/xml.h"

enum { PO_LIMIT = 32 * 1024 * 1024 };  // bytes; thirty languages together have a fifth of it

const char *po_quoted(struct arena *arena, const char *text)
{
    enum { MOST = 80 };  // code points
    struct buf out = {0};
    for (int i = 0; i < MOST && *text; i++) {
        const char *start = text;
        uint32_t c = utf8_next(&text);
        buf_add(&out, why_forbidden(c) ? "?" : start,
                why_forbidden(c) ? 1 : (size_t)(text - start));
    }
    buf_text(&out, *text ? "…" : "");
    return buf_keep(&out, arena);
}

// ---- What the library says -------------------------------------------------------------------

// Its handlers are given nothing of ours to hold on to, and must not return from the worst.
static struct {
    struct arena *arena;
    struct faults *faults;
    const char *path;
    jmp_buf out;
} heard;

static void hear(int severity, po_message_t message, const char *file, size_t line, size_t column,
                 int multiline, const char *text)
{
    (void)message, (void)multiline, (void)column;
    struct place place = {.file = heard.path};
    if (file && line != (size_t)-1)
        place.line = (int)line;
    const char *first = arena_copy(heard.arena, text, strcspn(text, "\n"));
    if (severity == PO_SEVERITY_WARNING)
        warning_add(heard.faults, place, "%s; look at this line", po_quoted(heard.arena, first));
    else
        fault_add(heard.faults, place, "%s; mend it or take it from a fresh export",
                  po_quoted(heard.arena, first));
    if (severity == PO_SEVERITY_FATAL_ERROR)
        longjmp(heard.out, 1);
}

static void hear_two(int severity, po_message_t message, const char *file, size_t line,
                     size_t column, int multiline, const char *text, po_message_t message2,
                     const char *file2, size_t line2, size_t column2, int multiline2,
                     const char *text2)
{
    (void)message2, (void)file2, (void)line2, (void)column2, (void)multiline2, (void)text2;
    hear(severity, message, file, line, column, multiline, text);
}

static void listen(struct arena *arena, const char *path, struct faults *faults)
{
    heard.arena = arena;
    heard.path = path;
    heard.faults = faults;
}

static const struct po_xerror_handler handler = {hear, hear_two};

// ---- Where entries stand ---------------------------------------------------------------------

// The library keeps the lines of its entries to itself.
enum keyword { MSGCTXT, MSGID, MSGSTR, KEYWORDS };

struct lines {
    struct {
        int of[KEYWORDS];
    } * items;
    size_t count, room;
};

static int keyword_at(const char *line)
{
    static const char *const keywords[] = {"msgctxt", "msgid", "msgstr"};
    if (strncmp(line, "#~", 2) == 0)
        line += 2;
    line += strspn(line, " \t");
    for (int i = 0; i < KEYWORDS; i++) {
        size_t length = strlen(keywords[i]);
        if (strncmp(line, keywords[i], length) == 0 && line[length] &&
            strchr(" \t\"[", line[length]))
            return i;
    }
    return -1;
}

static struct lines find_lines(struct arena *arena, const char *text)
{
    struct lines lines = {0};
    int number = 1, context = 0;
    for (; text; text = strchr(text, '\n'), text += text != NULL, number++) {
        int keyword = keyword_at(text);
        if (keyword == MSGCTXT) {
            context = number;
        } else if (keyword == MSGID) {
            list_add(arena, &lines)->of[MSGID] = number;
            lines.items[lines.count - 1].of[MSGCTXT] = context;
            context = 0;
        } else if (keyword == MSGSTR && lines.count && !lines.items[lines.count - 1].of[MSGSTR]) {
            lines.items[lines.count - 1].of[MSGSTR] = number;
        }
    }
    return lines;
}

// ---- Reading ---------------------------------------------------------------------------------

static bool is_utf8(const char *path, const char *bytes, size_t length, struct faults *faults)
{
    struct place place = {path, 1, 0};
    size_t valid = utf8_check(bytes, length);
    if (valid == length)
        return true;
    for (size_t i = 0; i < valid; i++)
        place.line += bytes[i] == '\n';
    fault_add(faults, place, "here the file is not UTF-8; save it with the encoding UTF-8");
    return false;
}

static const char *field_of(struct arena *arena, const char *header, const char *name)
{
    char *value = po_header_field(header, name);
    const char *copy = value ? arena_text(arena, value) : NULL;
    free(value);
    return copy;
}

static bool read_header(struct po *po, struct arena *arena, po_file_t file, const char *path,
                        struct faults *faults)
{
    const char *header = po_file_domain_header(file, NULL);
    const char *type = header ? field_of(arena, header, "Content-Type") : NULL;
    po->language = header ? field_of(arena, header, "Language") : NULL;
    if (po->language && type && strcasestr(type, "charset=UTF-8"))
        return true;
    fault_add(faults, (struct place){path, 1, 0}, "the header lacks %s; take it from the export",
              po->language ? "`charset=UTF-8`" : "`Language:`");
    return false;
}

static void read_entries(struct po *po, struct arena *arena, po_file_t file, const char *path,
                         const struct lines *lines)
{
    po_message_iterator_t iterator = po_message_iterator(file, NULL);
    size_t number = 0;
    for (po_message_t m; (m = po_next_message(iterator)); number++) {
        const char *context = po_message_msgctxt(m);
        int none[KEYWORDS] = {0};
        const int *at = number < lines->count ? lines->items[number].of : none;
        if (po_message_is_obsolete(m) || (!context && !*po_message_msgid(m)))
            continue;
        *list_add(arena, &po->entries) = (struct po_entry){
            .context = arena_text(arena, context ? context : ""),
            .original = arena_text(arena, po_message_msgid(m)),
            .translation = arena_text(arena, po_message_msgstr(m)),
            .fuzzy = po_message_is_fuzzy(m),
            .context_at = {path, at[MSGCTXT] ? at[MSGCTXT] : at[MSGID], 0},
            .original_at = {path, at[MSGID], 0},
            .translation_at = {path, at[MSGSTR], 0},
        };
    }
    po_message_iterator_free(iterator);
}

bool po_read(struct po *po, struct arena *arena, const char *path, struct faults *faults)
{
    size_t length, errors = faults->errors;
    const char *bytes = file_read(arena, path, PO_LIMIT, &length, faults);
    if (!bytes || !is_utf8(path, bytes, length, faults))
        return false;
    listen(arena, path, faults);
    if (setjmp(heard.out))
        return false;  // what the library holds is lost; the run ends here
    po_file_t file = po_file_read(path, &handler);
    if (!file)
        return false;
    if (faults->errors == errors && read_header(po, arena, file, path, faults)) {
        struct lines lines = find_lines(arena, bytes);
        read_entries(po, arena, file, path, &lines);
    }
    po_file_free(file);
    return faults->errors == errors;
}

// ---- Writing ---------------------------------------------------------------------------------

static void add_header(const struct po *po, po_message_iterator_t iterator)
{
    struct buf header = {0};
    buf_print(&header, "Project-Id-Version: %s\n", po->project);
    buf_print(&header, "PO-Revision-Date: %s\n", po->revised);
    buf_print(&header, "Last-Translator: \nLanguage-Team: \nLanguage: %s\n", po->language);
    buf_text(&header, "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                      "Content-Transfer-Encoding: 8bit\n");
    buf_print(&header, "Plural-Forms: %s\n", po->plural);
    po_message_t message = po_message_create();
    po_message_set_msgid(message, "");
    po_message_set_msgstr(message, header.text);
    po_message_insert(iterator, message);
    buf_free(&header);
}

static void add_entry(const struct po_entry *entry, po_message_iterator_t iterator)
{
    po_message_t message = po_message_create();
    po_message_set_msgctxt(message, entry->context);
    po_message_set_msgid(message, entry->original);
    po_message_set_msgstr(message, entry->translation);
    po_message_set_extracted_comments(message, entry->note);
    po_message_add_filepos(message, entry->file, (size_t)entry->line);
    po_message_set_fuzzy(message, entry->fuzzy);
    po_message_insert(iterator, message);
}

static po_file_t build(const struct po *po)
{
    po_file_t file = po_file_create();
    po_message_iterator_t iterator = po_message_iterator(file, NULL);
    add_header(po, iterator);
    for (size_t i = 0; i < po->entries.count; i++)
        add_entry(&po->entries.items[i], iterator);
    po_message_iterator_free(iterator);
    return file;
}

// The library wants to open a file by its name, and half of one would stay if the disk were full:
// it is given a name for a piece of memory.
static bool print(po_file_t file, struct buf *out)
{
    char name[32], bytes[1 << 16];
    int fd = memfd_create("po", MFD_CLOEXEC);
    if (fd < 0)
        return false;
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    bool ok = po_file_write(file, name, &handler) != NULL;
    for (ssize_t got; ok && (got = read(fd, bytes, sizeof bytes)) > 0;)
        buf_add(out, bytes, (size_t)got);
    close(fd);
    return ok;
}

bool po_write(const struct po *po, struct arena *arena, const char *path, struct faults *faults)
{
    listen(arena, path, faults);
    if (setjmp(heard.out))
        return false;
    struct buf out = {0};
    po_file_t file = build(po);
    bool ok = print(file, &out);
    if (!ok)
        fault_errno(faults, path, "cannot be written", "make sure that /proc is mounted");
    ok = ok && file_write(path, out.text, out.length, faults);
    po_file_free(file);
    buf_free(&out);
    return ok;
}
