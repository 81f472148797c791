// SPDX-License-Identifier: EUPL-1.2
#include "site/robots.h"

void robots_text(struct buf *out, const struct guide *guide)
{
    buf_print(out, "User-agent: *\nAllow: /\nSitemap: %s/sitemap.xml\n", guide->base);
}

// Ids and tags hold nothing that XML would mind, nor does a base that type_fits() has seen but "&".
static void add_base(struct buf *out, const char *base)
{
    for (; *base; base++)
        if (*base == '&')
            buf_text(out, "&amp;");
        else
            buf_add(out, base, 1);
}

static void add_place(struct buf *out, const struct guide *guide, const char *tag, const char *path,
                      struct date date)
{
    buf_text(out, "<url><loc>");
    add_base(out, guide->base);
    buf_print(out, "/%s/%s</loc>", tag, path);
    if (date.year)
        buf_print(out, "<lastmod>%04d-%02d-%02d</lastmod>", date.year, date.month, date.day);
    buf_text(out, "</url>\n");
}

static void add_document(struct buf *out, const struct guide *guide,
                         const struct document *document, const char *path, struct date date)
{
    for (size_t i = 0; i < guide->languages.count; i++)
        if (guide->offered[i] && document->in[i])
            add_place(out, guide, guide->languages.items[i]->tag, path, date);
}

void sitemap_text(struct buf *out, const struct guide *guide)
{
    struct arena *arena = arena_new();
    buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    add_document(out, guide, &guide->words, "", guide->newest);
    for (size_t i = 0; i < guide->topics.count; i++)
        add_document(out, guide, &guide->words,
                     arena_print(arena, "t/%s/", guide->topics.items[i].id), (struct date){0});
    for (size_t i = 0; i < guide->pages.count; i++) {
        const struct page *page = &guide->pages.items[i];
        add_document(out, guide, &page->words, arena_print(arena, "p/%s/", page->id),
                     page->origin.verified);
    }
    for (size_t i = 0; i < guide->offices.count; i++) {
        const struct office *office = &guide->offices.items[i];
        add_document(out, guide, &office->words, arena_print(arena, "o/%s/", office->id),
                     office->origin.verified);
    }
    buf_text(out, "</urlset>\n");
    arena_free(arena);
}
