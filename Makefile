# taraz: build, test and install. `make help` lists the targets.
#
# One program and one library, built from the folders in the order the data goes.
# Verbs, formats, methods and chart types are found by their file names:
# cli/verb_*.c, etl/format_*.c, stats/method_*.c, plots/chart_*.c.

CC = gcc
PREFIX = /usr/local
DESTDIR =
VARIANT =
B = build$(VARIANT:%=/%)

WARNINGS = -std=c17 -Wall -Wextra -Wshadow -Wconversion -Wmissing-prototypes -Wstrict-prototypes -Wvla -Werror
OPTIMISE = -O2 -g
DEFINES = -D_GNU_SOURCE -D_FORTIFY_SOURCE=3
CPPFLAGS = -I. -I$(B) -I/usr/include/libxml2 $(DEFINES)
CFLAGS = $(WARNINGS) $(OPTIMISE) -fstack-protector-strong $(EXTRA_CFLAGS)
LDFLAGS = $(EXTRA_LDFLAGS)
LDLIBS = -lgsl -lgslcblas -lcsv -lxml2 -lzip -lyaml -lutf8proc -lnettle -lz -lpthread -lm

LIBRARY_SOURCES := $(sort $(wildcard core/*.c etl/*.c etl/*/*.c stats/*.c plots/*.c))
CLI_SOURCES := $(sort $(wildcard cli/*.c))
TEST_SOURCES := $(sort $(wildcard tests/*/test_*.c tests/*/*/test_*.c))
SCRIPT_TESTS := $(sort $(wildcard tests/*/test_*.sh tests/*/*/test_*.sh)) tests/cli/run-cases
LIBRARY_OBJECTS := $(LIBRARY_SOURCES:%.c=$(B)/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(B)/%.o)
TESTS := $(TEST_SOURCES:%.c=$(B)/%)

.PHONY: all deps deps-test deps-bench deps-lint check test demo install uninstall clean help \
        asan valgrind fuzz lint bench eval accuracy simulation
all: $(B)/taraz

# Registries: one line `X(name)` a file, rewritten only when the list of files changes.
REGISTRIES = $(B)/registry/verbs.inc $(B)/registry/formats.inc $(B)/registry/methods.inc $(B)/registry/charts.inc
VERB_NAMES := $(patsubst cli/verb_%.c,%,$(filter cli/verb_%.c,$(CLI_SOURCES)))
FORMAT_NAMES := $(patsubst etl/format_%.c,%,$(sort $(wildcard etl/format_*.c)))
METHOD_NAMES := $(patsubst stats/method_%.c,%,$(sort $(wildcard stats/method_*.c)))
CHART_NAMES := $(patsubst plots/chart_%.c,%,$(sort $(wildcard plots/chart_*.c)))
define registry # file, macro, names
@mkdir -p $(@D)
@for n in $(2); do printf '$(1)(%s)\n' $$n; done >$@.new
@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
endef
$(B)/registry/verbs.inc: always; $(call registry,VERB,$(VERB_NAMES))
$(B)/registry/formats.inc: always; $(call registry,FORMAT,$(FORMAT_NAMES))
$(B)/registry/methods.inc: always; $(call registry,METHOD,$(METHOD_NAMES))
$(B)/registry/charts.inc: always; $(call registry,CHART,$(CHART_NAMES))
.PHONY: always
always: ;

$(B)/%.o: %.c | $(REGISTRIES) deps
	@mkdir -p $(@D)
	@echo '  CC  $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(B)/libtaraz.a: $(LIBRARY_OBJECTS)
	@rm -f $@
	@ar rcs $@ $^

$(B)/taraz: $(CLI_OBJECTS) $(B)/libtaraz.a
	@echo '  LD  $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) $(CLI_OBJECTS) $(B)/libtaraz.a $(LDLIBS) -o $@

$(B)/tests/%: $(B)/tests/%.o $(B)/tests/tap.o $(B)/libtaraz.a
	@echo '  LD  $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) $< $(B)/tests/tap.o $(B)/libtaraz.a $(LDLIBS) -o $@
.SECONDARY:

deps: ; @sh .ci/deps build
deps-test: ; @sh .ci/deps build test
deps-lint: ; @sh .ci/deps build lint
deps-bench: ; @sh .ci/deps build bench

test: $(TESTS) $(B)/taraz $(B)/tests/eval/score
	@BUILD=$(B) sh tests/run $(SCRIPT_TESTS) $(TESTS)
check: deps-test
	@$(MAKE) --no-print-directory -j$$(nproc) $(TESTS) $(B)/taraz $(B)/tests/eval/score
	@$(MAKE) --no-print-directory test

# The sample job, from reports to charts.
demo: $(B)/taraz
	$(B)/taraz run data/jobs/central-asia.yaml --out $(B)/demo

# The same sources under the sanitizers; every test again.
# gcc warns of truncation where the sanitizers hide what it would know
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-format-truncation
asan: deps-test
	@$(MAKE) --no-print-directory -j$$(nproc) VARIANT=asan OPTIMISE='-O1 -g' EXTRA_CFLAGS='$(SANITIZE)' \
	    EXTRA_LDFLAGS='$(SANITIZE)' DEFINES=-D_GNU_SOURCE test
valgrind: deps-lint
	@$(MAKE) --no-print-directory $(TESTS) $(B)/taraz
	@BUILD=$(B) sh tests/valgrind $(TESTS)

# clang's libFuzzer for a minute each; FUZZ_SECONDS=600 for longer.
FUZZ_SECONDS = 60
FUZZERS := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
fuzz: deps-lint
	@$(MAKE) --no-print-directory -j$$(nproc) VARIANT=fuzz CC=clang DEFINES=-D_GNU_SOURCE OPTIMISE='-O1 -g' \
	    EXTRA_CFLAGS='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined' build/fuzz/libtaraz.a
	@FUZZ_SECONDS=$(FUZZ_SECONDS) LDLIBS='$(LDLIBS)' sh tests/fuzz/run $(FUZZERS)

lint: deps-lint
	@sh tests/lint $(LIBRARY_SOURCES) $(CLI_SOURCES) $(sort $(wildcard */*.h */*/*.h))

# Where a programme of measurement lives in a folder of tests/, its targets do too.
-include $(sort $(wildcard tests/*.mk))

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/taraz $(DESTDIR)$(PREFIX)/share/man/man1 \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -m 755 $(B)/taraz $(DESTDIR)$(PREFIX)/bin/taraz
	cp -R data/. $(DESTDIR)$(PREFIX)/share/taraz/
	$(B)/taraz help man >$(DESTDIR)$(PREFIX)/share/man/man1/taraz.1
	$(B)/taraz help bash-completion >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/taraz
uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/taraz $(DESTDIR)$(PREFIX)/share/taraz $(DESTDIR)$(PREFIX)/share/man/man1/taraz.1 \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions/taraz

clean:
	rm -rf build

help:
	@echo 'make            build build/taraz (installs what is missing)'
	@echo 'make demo       run the sample job'
	@echo 'make check      build and run every test'
	@echo 'make install    into PREFIX (default /usr/local), under DESTDIR'
	@echo 'make asan       every test under the address and undefined behaviour sanitizers'
	@echo 'make valgrind   the tests under valgrind'
	@echo 'make lint       cppcheck, clang-tidy and the formatting'
	@echo 'make fuzz       each fuzzer for FUZZ_SECONDS (60)'
	@echo 'make eval       score the extraction on the sample reports'
	@echo 'make accuracy   the statistics against certified and published values'
	@echo 'make simulation coverage of intervals and level of tests'
	@echo 'make bench      speed, beside peers in the same run'

-include $(shell find $(B) -name '*.d' 2>/dev/null)
