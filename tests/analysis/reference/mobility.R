# The reference for test_mobility.c and test_growth_contribution.c: run in this folder with
# `Rscript mobility.R`; base R only. Writes mobility.csv, 17 significant digits.
before <- c(400, 120, 120, 56, NA, 20, 11, 11, 3, 7.5, NA, 1)
now <- c(310, 130, 90, 90, 61, NA, 11, 14, 14, 2.25, 5, NA)
put <- function(key, x) {
    text <- sprintf("%.17g", as.numeric(x))
    text[is.na(x)] <- "NA"
    cat(key, ",", paste(text, collapse = ","), "\n", sep = "")
}
ranks <- function(x) rank(-x, ties.method = "min", na.last = "keep")
sink("mobility.csv")
cat("#", R.version.string, "\n")
put("before", before)
put("now", now)
both <- complete.cases(before, now)
move <- abs(ranks(now) - ranks(before))[both]
put("spearman", cor(before[both], now[both], method = "spearman"))
put("kendall", cor(before[both], now[both], method = "kendall"))
put("moved", mean(move != 0))
put("mean_move", mean(move))
put("entered", sum(is.na(before) & !is.na(now)))
put("left", sum(!is.na(before) & is.na(now)))
# weight times rate, the other way to a contribution
contributions <- rep(NA, length(before))
contributions[both] <- before[both] / sum(before[both]) * (now[both] / before[both] - 1)
put("contributions", contributions)
sink()
