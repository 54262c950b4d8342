"""bench/read_pandas.py: the same into pandas, by xarray."""
import sys

import xarray

for dataset in ("wide", "long"):
    with xarray.open_dataset(f"{sys.argv[1]}/{dataset}/2026-03-09.h5") as f:
        frame = f["value"].to_pandas()
        name = f["name"].values
    known = frame.stack()
    print(dataset, known.size, f"{known.iloc[-1]:.0f}", name[-1])
