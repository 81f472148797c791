// SPDX-License-Identifier: EUPL-1.2
#include "text/language.h"

#include <string.h>

// Plural-Forms of gettext. Each was compared with ICU's rules for 0 … 999; the form that Spanish,
// French and Portuguese keep for whole millions is left out, as gettext's translators do.
#define NO_PLURAL "nplurals=1; plural=0;"
#define ONE_OR_MORE "nplurals=2; plural=(n != 1);"
#define ZERO_IS_ONE "nplurals=2; plural=(n > 1);"
#define SLAVIC                                                                                     \
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "                                              \
    "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
#define POLISH                                                                                     \
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
#define ROMANIAN "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100>0 && n%100<20)) ? 1 : 2);"
#define ARABIC                                                                                     \
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "                                        \
    "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"

// The order is that of the language picker: German, plain German, English, then the Latin,
// Cyrillic, Arabic and other scripts.
// clang-format off
const struct language languages[] = {
    {"de",        "Deutsch",          "Deutsch",           "German",            "Latn", false, "de",           "de",      ONE_OR_MORE},
    {"de-simple", "Einfache Sprache", "Einfache Sprache",  "Easy German",       "Latn", false, "de-simple:de", "de",      ONE_OR_MORE},
    {"en",        "English",          "Englisch",          "English",           "Latn", false, "en",           "en_GB",   ONE_OR_MORE},
    {"es",        "Español",          "Spanisch",          "Spanish",           "Latn", false, "es",           "es",      ONE_OR_MORE},
    {"fr",        "Français",         "Französisch",       "French",            "Latn", false, "fr",           "fr",      ZERO_IS_ONE},
    {"hr",        "Hrvatski",         "Kroatisch",         "Croatian",          "Latn", false, "hr",           "hr",      SLAVIC},
    {"kmr",       "Kurmancî",         "Kurmandschi",       "Kurmanji",          "Latn", false, "kmr",          "ku",      ONE_OR_MORE},
    {"nl",        "Nederlands",       "Niederländisch",    "Dutch",             "Latn", false, "nl",           "nl",      ONE_OR_MORE},
    {"pl",        "Polski",           "Polnisch",          "Polish",            "Latn", false, "pl",           "pl",      POLISH},
    {"pt",        "Português",        "Portugiesisch",     "Portuguese",        "Latn", false, "pt",           "pt_PT",   ONE_OR_MORE},
    {"ro",        "Română",           "Rumänisch",         "Romanian",          "Latn", false, "ro",           "ro",      ROMANIAN},
    {"sq",        "Shqip",            "Albanisch",         "Albanian",          "Latn", false, "sq",           "sq",      ONE_OR_MORE},
    {"so",        "Soomaali",         "Somali",            "Somali",            "Latn", false, "so",           "so",      ONE_OR_MORE},
    {"vi",        "Tiếng Việt",       "Vietnamesisch",     "Vietnamese",        "Latn", false, "vi",           "vi",      NO_PLURAL},
    {"tr",        "Türkçe",           "Türkisch",          "Turkish",           "Latn", false, "tr",           "tr",      ONE_OR_MORE},
    {"bg",        "Български",        "Bulgarisch",        "Bulgarian",         "Cyrl", false, "bg",           "bg",      ONE_OR_MORE},
    {"ru",        "Русский",          "Russisch",          "Russian",           "Cyrl", false, "ru",           "ru",      SLAVIC},
    {"uk",        "Українська",       "Ukrainisch",        "Ukrainian",         "Cyrl", false, "uk",           "uk",      SLAVIC},
    {"fa-AF",     "دری",              "Dari",              "Dari",              "Arab", true,  "fa-AF:fa",     "fa_AF",   ZERO_IS_ONE},
    {"ur",        "اردو",             "Urdu",              "Urdu",              "Aran", true,  "ur",           "ur",      ONE_OR_MORE},
    {"ar",        "العربية",          "Arabisch",          "Arabic",            "Arab", true,  "ar",           "ar",      ARABIC},
    {"ckb",       "کوردیی ناوەندی",   "Sorani-Kurdisch",   "Sorani",            "Arab", true,  "ckb",          "ckb",     ONE_OR_MORE},
    {"ps",        "پښتو",             "Paschtu",           "Pashto",            "Arab", true,  "ps",           "ps",      ONE_OR_MORE},
    {"fa",        "فارسی",            "Persisch (Farsi)",  "Persian",           "Arab", true,  "fa",           "fa",      ZERO_IS_ONE},
    {"am",        "አማርኛ",             "Amharisch",         "Amharic",           "Ethi", false, "am",           "am",      ZERO_IS_ONE},
    {"ti",        "ትግርኛ",             "Tigrinya",          "Tigrinya",          "Ethi", false, "ti",           "ti",      ZERO_IS_ONE},
    {"el",        "Ελληνικά",         "Griechisch",        "Greek",             "Grek", false, "el",           "el",      ONE_OR_MORE},
    {"hi",        "हिन्दी",              "Hindi",             "Hindi",             "Deva", false, "hi",           "hi",      ZERO_IS_ONE},
    {"ka",        "ქართული",          "Georgisch",         "Georgian",          "Geor", false, "ka",           "ka",      ONE_OR_MORE},
    {"zh-Hans",   "中文",             "Chinesisch",        "Chinese",           "Hans", false, "zh-Hans",      "zh_Hans", NO_PLURAL},
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
