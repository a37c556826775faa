# Programs that measure the statistics; run from the top of the source tree.
.PHONY: accuracy

$(B)/tests/accuracy/accuracy: $(B)/tests/accuracy/accuracy.o $(B)/libtaraz.a
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@
accuracy: $(B)/tests/accuracy/accuracy
	@$<
$(B)/tests/bench/stats: $(B)/tests/bench/stats.o $(B)/libtaraz.a
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@

.PHONY: simulation
$(B)/tests/simulation/coverage: $(B)/tests/simulation/coverage.o $(B)/libtaraz.a
	$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@
simulation: $(B)/tests/simulation/coverage
	@$<
