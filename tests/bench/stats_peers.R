# What the same default trends cost in R, in microseconds a series; prints "name value". usage: Rscript stats_peers.R series.csv
d <- read.csv(commandArgs(TRUE)[1], comment.char = "#")
groups <- split(d, d$series_id)
timed <- function(name, f) {
    t <- system.time(for (g in groups) try(suppressWarnings(f(g$time_period - 2010, g$obs_value)), silent = TRUE))
    cat(sprintf("%s %.1f\n", name, 1e6 * t[["elapsed"]] / length(groups)))
    1e6 * t[["elapsed"]] / length(groups)
}
total <- timed("r_cor.test", function(x, y) cor.test(x, y, method = "kendall"))
total <- total + timed("r_glm_quasipoisson", function(x, y) summary(glm(y ~ x, family = quasipoisson)))
if (requireNamespace("MASS", quietly = TRUE)) {
    total <- total + timed("r_glm.nb", function(x, y) summary(MASS::glm.nb(y ~ x)))
} else cat("skipped: MASS is not installed\n")
cat(sprintf("r_all %.1f\n", total))
if (requireNamespace("segmented", quietly = TRUE)) {
    set.seed(5)
    x <- 0:39
    y <- runif(40) + abs(x - 20) / 20
    fit <- lm(y ~ x)
    n <- 5
    t <- system.time(for (i in 1:n) for (k in 1:2) try(suppressWarnings(segmented::segmented(fit, seg.Z = ~x, npsi = k)), silent = TRUE))
    cat(sprintf("r_segmented %.1f\n", 1e6 * t[["elapsed"]] / n))
} else cat("skipped: segmented is not installed\n")
