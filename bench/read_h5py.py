"""bench/read_h5py.py: what `small_store read` does, as one would write it with h5py."""
import sys

import h5py
import numpy as np

for dataset in ("wide", "long"):
    with h5py.File(f"{sys.argv[1]}/{dataset}/2026-03-09.h5", "r") as f:
        value, name = f["value"][:], f["name"].asstr()[:]
        f["year"][:], f["status"][:], f["entity"][:]
    known = value[~np.isnan(value)]
    print(dataset, known.size, f"{known[-1]:.0f}", name[-1])
