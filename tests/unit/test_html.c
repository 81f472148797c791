// SPDX-License-Identifier: EUPL-1.2
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "site/html.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

// ---- Escaping ------------------------------------------------------------------------------

static const struct {
    const char *text, *written;
} texts[] = {
    {"", ""},
    {"Straße", "Straße"},
    {"العربية", "العربية"},
    {"a & b", "a &amp; b"},
    {"&amp;", "&amp;amp;"},
    {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"\"><img src=x onerror='x'>", "&quot;&gt;&lt;img src=x onerror=&#39;x&#39;&gt;"},
    {"]]>", "]]&gt;"},
    {"-->", "--&gt;"},
};

static void test_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct html html = {0};
        html_put(&html, "b", texts[i].text, NULL);
        char wanted[256];
        snprintf(wanted, sizeof wanted, "<b>%s</b>", texts[i].written);
        assert_string_equal(html.out.text, wanted);
        html_free(&html);
    }
}

static void test_attributes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct html html = {0};
        html_open(&html, "a", "href", texts[i].text, NULL);
        html_close(&html, "a");
        char wanted[256];
        snprintf(wanted, sizeof wanted, "<a href=\"%s\"></a>", texts[i].written);
        assert_string_equal(html.out.text, wanted);
        html_free(&html);
    }
}

// ---- Elements ------------------------------------------------------------------------------

static void test_elements(void **state)
{
    (void)state;
    struct html html = {0};
    html_start(&html);
    html_open(&html, "p", "class", NULL, "lang", "de", NULL);
    html_text(&html, "vor ");
    html_put(&html, "bdi", "2", NULL);
    html_close(&html, "p");
    html_empty(&html, "img", "src", "mark.svg", "alt", "", NULL);
    assert_string_equal(html.out.text, "<!DOCTYPE html>\n"
                                       "<p lang=\"de\">vor <bdi>2</bdi></p>\n"
                                       "<img src=\"mark.svg\" alt=\"\" />\n");
    html_free(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_elements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
