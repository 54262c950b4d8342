"""bench/peers/small_pandas.py WIDE LONG OUT: both files to panels in one HDF5 file."""
import sys

import h5py
import pandas

wide, long, target = sys.argv[1:4]
first = pandas.read_csv(wide, skiprows=4, index_col="Country Code", keep_default_na=False, na_values=[""])
first = first.loc[:, [name for name in first.columns if name.isdigit()]]
second = pandas.read_csv(long, keep_default_na=False, na_values=[""]).pivot(index="Code", columns="Year", values="Arms exports (TIV)")
with h5py.File(target + ".h5", "w", libver="latest") as store:
    for name, panel in (("wide", first), ("long", second)):
        group = store.create_group(name)
        group["values"] = panel.to_numpy("f8")
        group["years"] = panel.columns.to_numpy().astype("i4")
        group["codes"] = panel.index.to_numpy().astype("S8")
print(int(first.count().sum() + second.count().sum()), f"{first.sum().sum() + second.sum().sum():.0f}")
