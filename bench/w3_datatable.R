# bench/w3_datatable.R: the ranks of w3_panel's panel by data.table, which sorts by radix.
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
given <- commandArgs(TRUE)
n <- as.integer(given[1])
panel <- matrix(readBin(given[2], "double", n * 70), n, 70)
panel[is.nan(panel)] <- NA
seconds <- numeric(0)
for (round in 0:as.integer(given[3])) {
    start <- Sys.time()
    ranks <- apply(panel, 2, frankv, order = -1L, ties.method = "min", na.last = "keep")
    seconds[round + 1] <- as.numeric(Sys.time() - start, units = "secs")
}
seconds <- seconds[-1]
cat("rank", sprintf("%.6f", c(median(seconds), min(seconds))),
    sprintf("%.10g\n", sum(as.numeric(ranks), na.rm = TRUE)))
