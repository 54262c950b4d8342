# The reference for test_agreement.c: run in this folder with `Rscript compare.R`.
# It reads compare.csv and writes compare_by_r.csv, 17 significant digits; base R only.
data <- read.csv("compare.csv")
agreement <- function(one) {
    there <- one[complete.cases(one), ]
    above <- there[there$a > 0 & there$b > 0, ]
    x <- log(above$a)
    y <- log(above$b)
    d <- x - y
    n <- length(d)
    moment <- function(u, v) mean((u - mean(u)) * (v - mean(v))) # over n, as Lin has it
    c(n = n,
      ratio = median(above$a / above$b),
      spread = exp(sd(d)),
      bias = mean(d),
      lower = mean(d) - 1.96 * sd(d),
      upper = mean(d) + 1.96 * sd(d),
      concordance = 2 * moment(x, y) / (moment(x, x) + moment(y, y) + (mean(x) - mean(y))^2),
      n_ranks = nrow(there),
      spearman = cor(there$a, there$b, method = "spearman"),
      kendall = cor(there$a, there$b, method = "kendall"))
}
cases <- unique(data$case)
out <- t(sapply(cases, function(name) agreement(data[data$case == name, c("a", "b")])))
lines <- c(paste(c("case", colnames(out)), collapse = ","),
           paste(cases, apply(out, 1, function(row) paste(sprintf("%.17g", row), collapse = ",")), sep = ","))
writeLines(c(paste("#", R.version.string), lines), "compare_by_r.csv")
