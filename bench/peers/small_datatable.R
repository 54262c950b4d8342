# bench/peers/small_datatable.R WIDE LONG OUT: both files to matrices.
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
files <- commandArgs(TRUE)
wide <- fread(files[1], skip = 4, header = TRUE, fill = TRUE, na.strings = "")
years <- grep("^[0-9]{4}$", names(wide), value = TRUE)
first <- as.matrix(wide[, lapply(.SD, as.numeric), .SDcols = years])
rownames(first) <- wide[["Country Code"]]
second <- as.matrix(dcast(fread(files[2], na.strings = ""), Code ~ Year, value.var = "Arms exports (TIV)"), rownames = "Code")
saveRDS(list(wide = first, long = second), paste0(files[3], ".rds"), compress = FALSE)
cat(sprintf("%d %.0f\n", sum(!is.na(first)) + sum(!is.na(second)), sum(first, na.rm = TRUE) + sum(second, na.rm = TRUE)))
