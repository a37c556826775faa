# Speed of the extraction beside `wc -w`, and its memory; tests/stats.mk adds the statistics beside R and Python.
.PHONY: bench-extract
bench-extract: $(B)/taraz $(B)/tests/bench/bench_extract $(B)/tests/bench/bench_peak
	@BUILD=$(B) sh tests/bench/extract.sh
	@BUILD=$(B) sh tests/bench/memory.sh
bench: bench-extract
