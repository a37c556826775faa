# Speed of the extraction beside `wc -w`; tests/stats.mk adds the statistics beside R and Python.
.PHONY: bench-extract
bench-extract: $(B)/taraz $(B)/tests/bench/bench_extract
	@BUILD=$(B) sh tests/bench/extract.sh
bench: bench-extract
