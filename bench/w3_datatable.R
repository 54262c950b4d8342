# bench/w3_datatable.R: the panel of w3_panel as one would compute it in R: a matrix, its columns ranked by data.table.
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
given <- commandArgs(TRUE)
n <- as.integer(given[1])
years <- 70L
x <- matrix(readBin(given[2], "double", n * years), n, years)
x[is.nan(x)] <- NA
t <- seq_len(years) - 1

shares <- function() x / rep(colSums(x, na.rm = TRUE), each = n)
operations <- list(
    growth = function() x[, -1] / x[, -years] - 1,
    loggrowth = function() {
        y <- log(x)
        y[, -1] - y[, -years]
    },
    ma5 = function() (x[, 1:66] + x[, 2:67] + x[, 3:68] + x[, 4:69] + x[, 5:70]) / 5,
    cagr = function() {
        there <- !is.na(x)
        first <- max.col(there, "first")
        last <- max.col(there, "last")
        series <- seq_len(n)
        (x[cbind(series, last)] / x[cbind(series, first)])^(1 / (last - first)) - 1
    },
    slope = function() {
        y <- log(x)
        there <- !is.na(y)
        y[!there] <- 0
        k <- rowSums(there)
        s1 <- drop(there %*% t)
        s2 <- drop(there %*% t^2)
        (k * drop(y %*% t) - s1 * rowSums(y)) / (k * s2 - s1^2)
    },
    rank = function() apply(x, 2, frankv, order = -1L, ties.method = "min", na.last = "keep"),
    share = shares,
    hhi = function() {
        s <- shares()
        colSums(s * s, na.rm = TRUE)
    })

wanted <- strsplit(Sys.getenv("OPS"), " ")[[1]]
if (length(wanted)) operations <- operations[wanted]
total <- c(0, 0)
for (name in names(operations)) {
    seconds <- numeric(0)
    for (round in 0:as.integer(given[3])) {
        start <- Sys.time()
        result <- operations[[name]]()
        seconds[round + 1] <- as.numeric(Sys.time() - start, units = "secs")
    }
    seconds <- seconds[-1]
    total <- total + c(median(seconds), min(seconds))
    cat(name, sprintf("%.6f", c(median(seconds), min(seconds))),
        sprintf("%.10g\n", sum(as.numeric(result), na.rm = TRUE)))
}
cat("total", sprintf("%.6f", total), "\n")
