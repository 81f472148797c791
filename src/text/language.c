// SPDX-License-Identifier: EUPL-1.2
#include "text/language.h"

#include <string.h>

// The order is that of the language picker: German, plain German, English, then the Latin,
// Cyrillic, Arabic and other scripts.
// clang-format off
const struct language languages[] = {
    {"de",        "Deutsch",          "Deutsch",           "German",            "Latn", false, "de"},
    {"de-simple", "Einfache Sprache", "Einfache Sprache",  "Easy German",       "Latn", false, "de-simple:de"},
    {"en",        "English",          "Englisch",          "English",           "Latn", false, "en"},
    {"es",        "Español",          "Spanisch",          "Spanish",           "Latn", false, "es"},
    {"fr",        "Français",         "Französisch",       "French",            "Latn", false, "fr"},
    {"hr",        "Hrvatski",         "Kroatisch",         "Croatian",          "Latn", false, "hr"},
    {"kmr",       "Kurmancî",         "Kurmandschi",       "Kurmanji",          "Latn", false, "kmr"},
    {"nl",        "Nederlands",       "Niederländisch",    "Dutch",             "Latn", false, "nl"},
    {"pl",        "Polski",           "Polnisch",          "Polish",            "Latn", false, "pl"},
    {"pt",        "Português",        "Portugiesisch",     "Portuguese",        "Latn", false, "pt"},
    {"ro",        "Română",           "Rumänisch",         "Romanian",          "Latn", false, "ro"},
    {"sq",        "Shqip",            "Albanisch",         "Albanian",          "Latn", false, "sq"},
    {"so",        "Soomaali",         "Somali",            "Somali",            "Latn", false, "so"},
    {"vi",        "Tiếng Việt",       "Vietnamesisch",     "Vietnamese",        "Latn", false, "vi"},
    {"tr",        "Türkçe",           "Türkisch",          "Turkish",           "Latn", false, "tr"},
    {"bg",        "Български",        "Bulgarisch",        "Bulgarian",         "Cyrl", false, "bg"},
    {"ru",        "Русский",          "Russisch",          "Russian",           "Cyrl", false, "ru"},
    {"uk",        "Українська",       "Ukrainisch",        "Ukrainian",         "Cyrl", false, "uk"},
    {"fa-AF",     "دری",              "Dari",              "Dari",              "Arab", true,  "fa-AF:fa"},
    {"ur",        "اردو",             "Urdu",              "Urdu",              "Arab", true,  "ur"},
    {"ar",        "العربية",          "Arabisch",          "Arabic",            "Arab", true,  "ar"},
    {"ckb",       "کوردیی ناوەندی",   "Sorani-Kurdisch",   "Sorani",            "Arab", true,  "ckb"},
    {"ps",        "پښتو",             "Paschtu",           "Pashto",            "Arab", true,  "ps"},
    {"fa",        "فارسی",            "Persisch (Farsi)",  "Persian",           "Arab", true,  "fa"},
    {"am",        "አማርኛ",             "Amharisch",         "Amharic",           "Ethi", false, "am"},
    {"ti",        "ትግርኛ",             "Tigrinya",          "Tigrinya",          "Ethi", false, "ti"},
    {"el",        "Ελληνικά",         "Griechisch",        "Greek",             "Grek", false, "el"},
    {"hi",        "हिन्दी",              "Hindi",             "Hindi",             "Deva", false, "hi"},
    {"ka",        "ქართული",          "Georgisch",         "Georgian",          "Geor", false, "ka"},
    {"zh-Hans",   "中文",             "Chinesisch",        "Chinese",           "Hans", false, "zh-Hans"},
};
// clang-format on

const size_t language_count = sizeof languages / sizeof *languages;

const struct language *language_find(const char *tag)
{
    for (size_t i = 0; i < language_count; i++)
        if (strcmp(languages[i].tag, tag) == 0)
            return &languages[i];
    return NULL;
}
