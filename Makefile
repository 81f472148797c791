# SPDX-License-Identifier: EUPL-1.2
# `make help` lists what there is.

PREFIX  ?= /usr/local
SAN     ?=
BUILD   := build/$(if $(SAN),san,plain)
CC      := gcc
VERSION := 0.1.0

PACKAGES := gcc make pkg-config libc6-dev libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev \
  libqrencode-dev gettext libgettextpo-dev libexpat1-dev libfribidi-dev libharfbuzz-dev \
  libpango1.0-dev libcairo2-dev librsvg2-dev libzbar-dev poppler-utils libcrypt-dev fonts-noto-core \
  fonts-noto-cjk bootstrap-icons
TEST_PACKAGES := libcmocka-dev xvfb xauth xdotool imagemagick zbar-tools qpdf \
  libxml2-utils valgrind strace procps unicode-data unicode-cldr-core python3-icu
FUZZ_PACKAGES := clang libclang-rt-14-dev
SCHEMA_PACKAGES := trang
LIBRARIES := sdl2 SDL2_ttf SDL2_image libqrencode expat fribidi harfbuzz pangocairo pangoft2 cairo \
  cairo-pdf librsvg-2.0 zbar fontconfig libcrypt

# make V=1 shows the commands.
Q := $(if $(V),,@)

# The second expansion happens only when something is built, after the packages are there.
CFLAGS   ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wwrite-strings \
  -Wpointer-arith -Wvla $(if $(CI),-Werror)
comma    := ,
SANFLAGS := $(if $(SAN),-fsanitize=address$(comma)undefined -fno-sanitize-recover=undefined)
LIBFLAGS  = $(shell pkg-config --cflags $(LIBRARIES))
ALLFLAGS  = -std=c11 -D_GNU_SOURCE -DVERSION='"$(VERSION)"' $(CFLAGS) $(WARNINGS) $(SANFLAGS) \
  -MMD -MP -Isrc $(LIBFLAGS)
# libgettextpo has no file for pkg-config.
LDLIBS    = $(shell pkg-config --libs $(LIBRARIES)) -lgettextpo -lm

SOURCES   := $(sort $(wildcard src/*.c src/*/*.c))
OBJECTS   := $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
PARTS     := $(filter-out $(BUILD)/obj/main.o,$(OBJECTS))
UNITS     := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/*.c)))
LANGUAGES := $(patsubst locales/%.po,%,$(sort $(wildcard locales/*.po)))
BENCHES   := $(patsubst tests/bench/%.c,$(BUILD)/bench/%,$(sort $(wildcard tests/bench/*.c)))
FUZZERS   := $(patsubst tests/fuzz/%.c,%,$(filter-out tests/fuzz/replay.c,$(sort $(wildcard tests/fuzz/*.c))))
REPLAYS   := $(FUZZERS:%=$(BUILD)/fuzz/%)
SHARE     := $(BUILD)/share/wegweiser
CATALOGS  := $(LANGUAGES:%=$(SHARE)/locale/%/LC_MESSAGES/wegweiser.mo) \
  $(SHARE)/locale/de/LC_MESSAGES/wegweiser-staff.mo \
  $(SHARE)/locale/de/LC_MESSAGES/wegweiser-editor.mo \
  $(SHARE)/locale/any/LC_MESSAGES/SYS_LC_MESSAGES
LINKS     := $(addprefix $(SHARE)/,fonts icons site editor schema scaffold content)
PROGRAM   := $(BUILD)/wegweiser

.PHONY: all run test browser-test fonts-check specimens bench fuzz mutation layers schema format \
  install uninstall clean help pot
.DELETE_ON_ERROR:

all: $(PROGRAM)  ## build the program

$(PROGRAM): $(OBJECTS) $(CATALOGS) $(LINKS)
	@echo "  $@"
	$(Q)$(CC) $(SANFLAGS) -o $@ $(OBJECTS) $(LDLIBS)

$(BUILD)/obj/%.o: src/%.c Makefile | build/packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)$(CC) $(ALLFLAGS) -c -o $@ $<

# Shared by the tests that read tests/text/*.case.
CASES := tests/text/cases.c

$(BUILD)/tests/%: tests/unit/%.c $(CASES) $(PARTS) Makefile | build/test-packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)$(CC) $(ALLFLAGS) -Itests -o $@ $< $(CASES) $(PARTS) $(LDLIBS) -lcmocka

$(BUILD)/bench/%: tests/bench/%.c $(CASES) $(PARTS) Makefile | build/test-packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)$(CC) $(ALLFLAGS) -Itests -o $@ $< $(CASES) $(PARTS) $(LDLIBS)

$(SHARE)/locale/%/LC_MESSAGES/wegweiser.mo: locales/%.po | build/packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)msgfmt --check -o $@ $<

$(SHARE)/locale/%/LC_MESSAGES/wegweiser-staff.mo: locales/staff/%.po | build/packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)msgfmt --check -o $@ $<

$(SHARE)/locale/%/LC_MESSAGES/wegweiser-editor.mo: locales/editor/%.po | build/packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)msgfmt --check -o $@ $<

# 48 bytes of glibc's own that make gettext listen to LANGUAGE: see src/text/tr.c.
$(SHARE)/locale/any/LC_MESSAGES/SYS_LC_MESSAGES:
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)cp /usr/lib/locale/C.utf8/LC_MESSAGES/SYS_LC_MESSAGES $@

$(SHARE)/fonts $(SHARE)/content:
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)ln -sfn $(abspath $(@F)) $@
$(addprefix $(SHARE)/,icons site editor schema scaffold):
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)ln -sfn $(abspath assets/$(@F)) $@

# ---- run, test -----------------------------------------------------------------------------

# What a newcomer to the code can see at once; on a machine without a display as files.
SHOWN := de en uk ar

run: $(PROGRAM)  ## run the kiosk; without a display, render screens, site and posters into build/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(PROGRAM) kiosk $(KIOSK); \
	else \
	  echo "There is no display. Rendering into build/screens, build/site and build/posters:"; \
	  $(PROGRAM) kiosk --screenshots build/screens $(SHOWN:%=--lang %) && \
	  $(PROGRAM) site -o build/site && $(PROGRAM) poster --all -o build/posters && \
	  echo "Done. Begin with build/screens/de/home.png and build/site/index.html."; \
	fi

test: $(PROGRAM) $(UNITS) $(REPLAYS) $(BENCHES) build/exemplars | build/test-packages  ## run all tests (SAN=1: under sanitizers)
	@tests/run.sh $(BUILD)

build/exemplars: tests/fonts/exemplars.py src/text/language.c | build/test-packages
	@echo "  $@"
	$(Q)tests/fonts/exemplars.py src/text/language.c $@ && touch $@

browser-test: $(PROGRAM)  ## look at the web guide in Chromium (skipped without chromium, node, npm)
	@tests/browser/run.sh $(PROGRAM) content

fonts-check: $(BUILD)/tests/test_fonts build/exemplars  ## check that our fonts have all letters of all languages
	@$<

# All but the rules: the languages of the guide.
SPECIMENS = $(filter-out tests/text/rules.case,$(wildcard tests/text/*.case))

$(BUILD)/text/specimen: tests/text/specimen.c $(CASES) $(PARTS) Makefile | build/test-packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)$(CC) $(ALLFLAGS) -Itests -o $@ $< $(CASES) $(PARTS) $(LDLIBS)

specimens: $(BUILD)/text/specimen  ## draw texts in all languages as the kiosk sets them, into build/text
	@$< build/text $(SPECIMENS) && echo "Done: build/text/*.png."

layers:  ## check that no module includes one beside or above it
	@tests/layers.sh

bench: $(PROGRAM) $(BENCHES) | build/test-packages  ## speed and memory as ratios against a bare window
	@tests/bench/bench.sh $(BUILD)
	@tests/bench/press.py $(PROGRAM) content
	@tests/bench/site.py $(PROGRAM) content

# ---- fuzzing -------------------------------------------------------------------------------

MINUTES  ?= 5

# The same target: with libFuzzer it searches, with replay.c it runs what was found before.
$(BUILD)/fuzz/%: tests/fuzz/%.c tests/fuzz/replay.c $(PARTS) | build/test-packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)$(CC) $(ALLFLAGS) -o $@ $< tests/fuzz/replay.c $(PARTS) $(LDLIBS)

build/fuzz/%: tests/fuzz/%.c $(filter-out src/main.c,$(SOURCES)) | build/fuzz-packages
	@mkdir -p $(@D)
	@echo "  $@"
	$(Q)clang -std=c11 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -Isrc $(LIBFLAGS) \
	  -DVERSION='"fuzz"' -o $@ $^ $(LDLIBS)

fuzz: $(FUZZERS:%=build/fuzz/%)  ## search for inputs that break a loader (MINUTES=5 each)
	@for f in $(FUZZERS); do mkdir -p build/corpus/$$f && \
	  build/fuzz/$$f -max_total_time=$$(( $(MINUTES) * 60 )) -artifact_prefix=build/fuzz/$$f- \
	    build/corpus/$$f tests/fuzz/seeds/$$f || exit 1; done

mutation: $(PROGRAM)  ## damage the content in many ways; the checker must stand it (MINUTES=5)
	@nice tests/mutation.py $(PROGRAM) content $(MINUTES) $(SEED)

# ---- words, layout of the code -------------------------------------------------------------

# The visitors' words, those of the town's staff, and what is told to editors.
XGETTEXT := xgettext --from-code=UTF-8 -L C --add-location=file --add-comments=TRANSLATORS: \
  --package-name=wegweiser --copyright-holder="Wegweiser contributors" --keyword=
EDITOR_WORDS := --keyword=fault_add:3 --keyword=warning_add:3 --keyword=hint_add:3 --keyword=work_add:4 \
  --keyword=fault_errno:3 --keyword=fault_say:1 --keyword=fault_tr --keyword=report:3 \
  --keyword=wrong:2 --keyword=E_ --keyword=H_
MSGMERGE := msgmerge --quiet --update --add-location=file --backup=none --previous

pot: | build/packages  ## take the program's words into locales/, for the translators
	@$(XGETTEXT) --keyword=tr:2 --keyword=trn:2,3 --keyword=N_ -o locales/wegweiser.pot $(SOURCES)
	@$(XGETTEXT) --keyword=tr_staff -o locales/staff/wegweiser-staff.pot $(SOURCES)
	@$(XGETTEXT) $(EDITOR_WORDS) -o locales/editor/wegweiser-editor.pot $(SOURCES)
	@for po in locales/*.po; do $(MSGMERGE) $$po locales/wegweiser.pot && \
	  msgattrib --no-obsolete -o $$po $$po; done
	@for po in locales/staff/*.po; do $(MSGMERGE) $$po locales/staff/wegweiser-staff.pot && \
	  msgattrib --no-obsolete -o $$po $$po; done
	@for po in locales/editor/*.po; do $(MSGMERGE) $$po locales/editor/wegweiser-editor.pot && \
	  msgattrib --no-obsolete -o $$po $$po; done

# Emacs reads the compact syntax; the copies lie beside the content wherever that goes.
schema: | build/schema-packages  ## after a change of assets/schema/wegweiser.rng: what XML editors read
	@trang assets/schema/wegweiser.rng build/wegweiser.rnc
	@{ echo "# Made by make schema from wegweiser.rng, whose checksum is:"; \
	  echo "# $$(sha256sum <assets/schema/wegweiser.rng)"; cat build/wegweiser.rnc; } \
	  >assets/schema/wegweiser.rnc
	@cp assets/schema/* content/.schema/

format:  ## lay out the code as .clang-format says
	@clang-format -i $(SOURCES) $(wildcard src/*/*.h tests/*/*.c)

# ---- install -------------------------------------------------------------------------------

SHARED = $(DESTDIR)$(PREFIX)/share/wegweiser

install: $(PROGRAM)  ## install below PREFIX=/usr/local (DESTDIR= for packaging)
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/wegweiser
	mkdir -p $(SHARED)
	cp -r --no-preserve=ownership content fonts assets/icons assets/site assets/editor assets/schema \
	  assets/scaffold $(SHARED)/
	cp -r --no-preserve=ownership $(BUILD)/share/wegweiser/locale $(SHARED)/

uninstall:  ## remove what install has put there
	rm -f $(DESTDIR)$(PREFIX)/bin/wegweiser
	rm -rf $(SHARED)

clean:  ## remove everything that was built
	rm -rf build

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

# ---- packages ------------------------------------------------------------------------------

# Names what is missing and installs it with apt; elsewhere prints the list.
MISSING = $(shell for p in $(1); do \
  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q ' installed' || echo $$p; done)
define install_packages
@missing="$(call MISSING,$(1))"; \
if [ -n "$$missing" ] && command -v apt-get >/dev/null; then \
  echo "Installing: $$missing"; \
  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
  $$sudo apt-get update -qq && \
  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
elif ! command -v dpkg-query >/dev/null; then \
  echo "Not a Debian system. Please install what these Debian packages hold:"; echo "  $(1)"; \
fi
endef

build/packages: Makefile
	$(call install_packages,$(PACKAGES))
	@mkdir -p $(@D) && touch $@
build/test-packages: Makefile
	$(call install_packages,$(PACKAGES) $(TEST_PACKAGES))
	@mkdir -p $(@D) && touch $@
build/schema-packages: Makefile
	$(call install_packages,$(SCHEMA_PACKAGES))
	@mkdir -p $(@D) && touch $@
build/fuzz-packages: Makefile
	$(call install_packages,$(PACKAGES) $(FUZZ_PACKAGES))
	@mkdir -p $(@D) && touch $@

-include $(OBJECTS:.o=.d)
