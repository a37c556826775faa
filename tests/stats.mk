# Programs that measure the statistics; run from the top of the source tree.
MEASURES = $(B)/tests/accuracy/accuracy $(B)/tests/simulation/coverage $(B)/tests/bench/stats

$(MEASURES): $(B)/tests/%: $(B)/tests/%.o $(B)/libtaraz.a
	@echo '  LD  $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@

.PHONY: bench-stats
accuracy: $(B)/tests/accuracy/accuracy
	@$<
simulation: $(B)/tests/simulation/coverage
	@$<
bench-stats: $(B)/tests/bench/stats
	@BUILD=$(B) sh tests/bench/stats.sh
bench: bench-stats
