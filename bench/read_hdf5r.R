# bench/read_hdf5r.R: the same with R's hdf5r.
for (dataset in c("wide", "long")) {
    f <- hdf5r::H5File$new(file.path(commandArgs(TRUE)[1], dataset, "2026-03-09.h5"), "r")
    value <- f[["value"]]$read(); name <- f[["name"]]$read()
    year <- f[["year"]]$read(); status <- f[["status"]]$read(); entity <- f[["entity"]]$read()
    known <- value[!is.na(value)]
    cat(paste(dataset, length(known), sprintf("%.0f", known[length(known)]), name[length(name)]), "\n", sep = "")
}
