# What compare says of two datasets, worked out anew from their exports; base R only.
#   Rscript compare_files.R ANSWERS EXPORT_A EXPORT_B
# ANSWERS is `armex compare A B -f csv`, by entity or by pair, the exports are `armex export -f csv`.
# Every row of the answers must come out to 12 digits; the count of rows is printed.
arguments <- commandArgs(TRUE)
answers <- read.csv(arguments[1], na.strings = "")
aggregates <- c("WLD", "EMU", "EUU") # hold the others' figures again

panel <- function(file, figure) { # years x entities
    rows <- read.csv(file, na.strings = "")
    rows <- rows[!duplicated(rows[c("entity", "year")]), ]
    tapply(figure(rows), list(rows$year, rows$entity), identity)
}
value <- function(rows) rows$value
is_nil <- function(rows) as.numeric(rows$value == 0 & rows$status != "below_resolution")
widened <- function(one, years, entities) {
    out <- matrix(NA_real_, length(years), length(entities), dimnames = list(years, entities))
    out[rownames(one), ] <- one[, entities]
    out
}
levels_of <- function(a, b) {
    above <- which(a > 0 & b > 0)
    x <- log(a[above]); y <- log(b[above]); d <- x - y
    moment <- function(u, v) mean((u - mean(u)) * (v - mean(v)))
    c(ratio = median(a[above] / b[above]), spread = exp(sd(d)), bias = mean(d),
      lower = mean(d) - 1.96 * sd(d), upper = mean(d) + 1.96 * sd(d),
      concordance = if (length(d) < 3) NA else
          2 * moment(x, y) / (moment(x, x) + moment(y, y) + (mean(x) - mean(y))^2))
}
ranks_of <- function(a, b) {
    there <- !is.na(a) & !is.na(b)
    if (sum(there) < 3 || var(a[there]) == 0 || var(b[there]) == 0)
        return(c(spearman = NA, kendall = NA))
    c(spearman = cor(a[there], b[there], method = "spearman"),
      kendall = cor(a[there], b[there], method = "kendall"))
}
same_of <- function(a, b) { # matrices: years down
    same <- sign(diff(a)) == sign(diff(b))
    if (all(is.na(same))) NA else mean(same, na.rm = TRUE)
}
a <- panel(arguments[2], value)
b <- panel(arguments[3], value)
years <- as.character(seq(min(as.integer(c(rownames(a), rownames(b)))),
                          max(as.integer(c(rownames(a), rownames(b))))))
common <- intersect(colnames(a), colnames(b))
a <- widened(a, years, common)
b <- widened(b, years, common)
nil <- widened(panel(arguments[2], is_nil), years, common) *
    widened(panel(arguments[3], is_nil), years, common)
ranked <- ifelse(is.na(nil) | nil == 0, 1, NA) # no count sets those apart who are nil in both

check <- function(row, word, expected) {
    found <- row[[word]]
    near <- if (is.na(expected)) is.na(found) else
        !is.na(found) && abs(found - expected) <= 1e-12 * max(1, abs(expected))
    if (!near)
        stop(sprintf("%s of %s: armex %s, R %.17g", word, row$name, format(found, digits = 17), expected))
}
for (r in seq_len(nrow(answers))) {
    row <- answers[r, ]
    whole <- is.na(row$entity)
    who <- if (whole) setdiff(common, aggregates) else row$entity
    x <- a[, who, drop = FALSE]
    y <- b[, who, drop = FALSE]
    ranks <- if (!whole) ranks_of(x, y) else
        rowMeans(sapply(years, function(year) ranks_of((ranked * a)[year, who], y[year, ])), na.rm = TRUE)
    divided <- row$measure_a == row$measure_b # orders are no part of deliveries, TIV no dollars
    expected <- c(n = sum(!is.na(x) & !is.na(y)), only_a = sum(!is.na(x) & is.na(y)),
                  only_b = sum(is.na(x) & !is.na(y)), ranks, same_direction = same_of(x, y),
                  if (divided) levels_of(x, y) else c(ratio = NA, bias = NA, lower = NA, upper = NA))
    for (word in names(expected))
        check(row, word, expected[[word]])
}
cat(nrow(answers), "rows\n")
