// SPDX-License-Identifier: EUPL-1.2
// The guide as an app on a telephone, and without a network.
#pragma once

#include "base/buf.h"
#include "guide/guide.h"
#include "site/output.h"

// <tag>/app.webmanifest (https://www.w3.org/TR/appmanifest/).
void app_manifest(struct buf *json, const struct guide *guide, int language, const char *version);

// <tag>/offline.json: the addresses below BASE that the language consists of, each with a digest,
// by which sw.js knows what has changed.
void app_offline(struct buf *json, const struct output *output, const char *tag);

// What stands before assets/site/sw.js: a version that changes when any file does, and the files
// that all languages need.
void app_worker(struct buf *script, const struct output *output, const char *version);
