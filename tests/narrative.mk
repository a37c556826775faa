# Programs that measure the reading of narrative reports; run from the top of the source tree.
$(B)/tests/eval/score: $(B)/tests/eval/score.o $(B)/libtaraz.a
	@echo '  LD  $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@
$(B)/tests/bench/bench_extract: $(B)/tests/bench/bench_extract.o $(B)/libtaraz.a
	@echo '  LD  $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ $(LDLIBS) -o $@
$(B)/tests/bench/bench_peak: $(B)/tests/bench/bench_peak.o
	@echo '  LD  $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

# The sample reports against their gold figures.
eval: $(B)/taraz $(B)/tests/eval/score
	@$(B)/taraz extract --sources tests/eval/sources.csv >$(B)/eval.csv
	@$(B)/tests/eval/score tests/eval/gold.csv $(B)/eval.csv --by-doc
