# bench/peers/totals_datatable.R IN OUT: reporter x year exports.
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
files <- commandArgs(TRUE)
rows <- fread(files[1], select = c("refYear", "reporterISO", "flowCode", "primaryValue"), nThread = 2, showProgress = FALSE,
              na.strings = NULL)
sums <- rows[flowCode == "X" & !is.na(primaryValue), .(v = sum(primaryValue)), by = .(reporterISO, refYear)]
panel <- dcast(sums, reporterISO ~ refYear, value.var = "v")
saveRDS(as.matrix(panel, rownames = "reporterISO"), paste0(files[2], ".rds"), compress = FALSE)
cat(sprintf("%d %.0f\n", nrow(sums), sum(sums$v)))
