# Speed, beside peers in the same run; what is not installed is skipped by name (make deps-bench installs it).
bench: $(B)/taraz $(B)/tests/bench/bench_extract $(B)/tests/bench/stats
	@BUILD=$(B) sh tests/bench/extract.sh
	@BUILD=$(B) sh tests/bench/stats.sh
