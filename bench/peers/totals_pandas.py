"""bench/peers/totals_pandas.py IN OUT: reporter x year exports, two million rows at a time."""
import sys

import h5py
import pandas

source, target = sys.argv[1:3]
rows = pandas.read_csv(source, chunksize=2_000_000, usecols=["refYear", "reporterISO", "flowCode", "primaryValue"],
                       dtype={"refYear": "int16", "primaryValue": "f8"}, keep_default_na=False, na_values={"primaryValue": ""})
sums = pandas.concat([part[part.flowCode == "X"].groupby(["reporterISO", "refYear"], sort=False).primaryValue.sum(min_count=1)
                      for part in rows]).groupby(level=[0, 1]).sum(min_count=1)
panel = sums.unstack().sort_index(axis=0).sort_index(axis=1)
with h5py.File(target + ".h5", "w", libver="latest") as store:
    store["values"] = panel.to_numpy("f8")
    store["codes"] = panel.index.to_numpy().astype("S3")
    store["years"] = panel.columns.to_numpy().astype("i4")
print(sums.count(), f"{sums.sum():.0f}")
