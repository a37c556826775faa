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
LIBRARY_OBJECTS := $(LIBRARY_SOURCES:%.c=$(B)/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(B)/%.o)
TESTS := $(TEST_SOURCES:%.c=$(B)/%)

.PHONY: all deps deps-test check test demo install uninstall clean help
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
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(B)/libtaraz.a: $(LIBRARY_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(B)/taraz: $(CLI_OBJECTS) $(B)/libtaraz.a
	$(CC) $(CFLAGS) $(LDFLAGS) $(CLI_OBJECTS) $(B)/libtaraz.a $(LDLIBS) -o $@

$(B)/tests/%: $(B)/tests/%.o $(B)/tests/tap.o $(B)/libtaraz.a
	$(CC) $(CFLAGS) $(LDFLAGS) $< $(B)/tests/tap.o $(B)/libtaraz.a $(LDLIBS) -o $@
.SECONDARY:

deps: ; @sh .ci/deps build
deps-test: ; @sh .ci/deps build test

test: $(TESTS) $(B)/taraz
	@BUILD=$(B) sh tests/run $(TESTS)
check: deps-test
	@$(MAKE) --no-print-directory test

clean:
	rm -rf build

-include $(wildcard tests/*.mk)
-include $(shell find $(B) -name '*.d' 2>/dev/null)
