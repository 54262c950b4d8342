# 12 charts, 6 tables and a page of two files, with data.table and ggplot2.  WIDE LONG FOLDER svg|png AGGREGATES
suppressPackageStartupMessages({library(data.table); library(ggplot2)})
setDTthreads(2)
args <- commandArgs(TRUE)
folder <- args[3]; suffix <- args[4]
dir.create(folder, FALSE, TRUE)
ten <- strsplit("AND ARG AUS BRA CAF CHE CMR COD COG BDI", " ")[[1]]
w <- fread(args[1], skip = 4, header = TRUE, fill = TRUE, encoding = "UTF-8")
years <- grep("^[0-9]{4}$", names(w), value = TRUE)
w <- w[, c("Country Code", years), with = FALSE][, (years) := lapply(.SD, as.numeric), .SDcols = years]
w <- melt(w, id = "Country Code", variable.factor = FALSE)
setnames(w, c("code", "year", "v")); w[, year := as.integer(year)]
o <- fread(args[2])[, .(code = Code, year = Year, v = `Arms exports (TIV)`)]
aggregates <- readLines(args[5])
page <- character()
save <- function(p, name) {
  file <- paste0(name, ".", suffix)
  if (suffix == "png") ragg::agg_png(file.path(folder, file), 720, 540, res = 100) else svglite::svglite(file.path(folder, file), 7.2, 5.4)
  print(p + theme_minimal()); dev.off()
  page <<- c(page, sprintf('<img src="%s" alt="%s">', file, name))
}
html <- function(d) paste0("<table><tr>", paste0("<th>", names(d), "</th>", collapse = ""), "</tr>",
  paste0("<tr>", do.call(paste0, lapply(d, function(x) paste0("<td>", if (is.double(x)) signif(x, 6) else x, "</td>"))), "</tr>", collapse = ""), "</table>")
for (tag in c("worldbank", "owid")) {
  d <- (if (tag == "worldbank") w else o)[!code %in% aggregates]; setkey(d, code, year)
  d[, `:=`(share = v / sum(v, na.rm = TRUE), rank = frank(-v, ties.method = "min", na.last = "keep")), by = year]
  total <- d[year >= 2020 & year <= 2024 & !is.na(v), .(value = sum(v), n = .N), by = code][n == 5][order(-value)][1:20]
  by_year <- d[!is.na(share), .(hhi = sum(share^2), n = .N), by = year]
  tt <- d[code %in% ten]
  slopes <- tt[!is.na(v) & v > 0, .(slope = if (.N > 2) cov(year, log(v)) / var(year) else NA_real_), by = code][!is.na(slope)]
  save(ggplot(tt, aes(year, v, colour = code)) + geom_line(na.rm = TRUE) + labs(title = paste(tag, "ten exporters")), paste0(tag, "_level"))
  tt[, mean := frollmean(v, 5), by = code]
  save(ggplot(tt, aes(year, mean, colour = code)) + geom_line(na.rm = TRUE) + labs(title = paste(tag, "five-year means")), paste0(tag, "_mean"))
  save(ggplot(by_year, aes(year, hhi)) + geom_line() + labs(title = paste(tag, "concentration (HHI)")), paste0(tag, "_hhi"))
  save(ggplot(total, aes(value, reorder(code, value))) + geom_col() + labs(title = paste(tag, "ranking")), paste0(tag, "_rank"))
  save(ggplot(d[code %in% total$code[1:10] & year >= 1995], aes(year, rank, colour = code)) + geom_line(na.rm = TRUE) + geom_point(na.rm = TRUE) + scale_y_reverse() + labs(title = paste(tag, "rank over time")), paste0(tag, "_bump"))
  if (tag == "worldbank") save(ggplot(d[year == 2024][order(-v)][1:10], aes(v, reorder(code, v))) + geom_col() + labs(title = paste(tag, "2024")), paste0(tag, "_last"))
  else save(ggplot(d[code %in% total$code[1:10]], aes(year, rank, colour = code)) + geom_line(na.rm = TRUE) + geom_point(na.rm = TRUE) + scale_y_reverse() + labs(title = paste(tag, "rank, all years")), paste0(tag, "_last"))
  page <- c(page, html(as.data.frame(total)), html(as.data.frame(by_year)), html(as.data.frame(slopes)))
  cat(sprintf("%.6g", c(sum(total$value), sum(by_year$hhi), sum(slopes$slope)))); cat("\n")
}
writeLines(c('<!doctype html><meta charset="utf-8"><title>Who exports arms</title>', page), file.path(folder, "index.html"))
