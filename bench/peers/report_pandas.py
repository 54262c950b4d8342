"""12 charts, 6 tables and a page of two files, with pandas and matplotlib.  WIDE LONG FOLDER svg|png AGGREGATES"""
import os
import sys

import matplotlib
import numpy as np
import pandas as pd

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

wide_file, long_file, folder, suffix = sys.argv[1:5]
os.makedirs(folder, exist_ok=True)
TEN = "AND ARG AUS BRA CAF CHE CMR COD COG BDI".split()
wide = pd.read_csv(wide_file, skiprows=4, index_col="Country Code")
wide = wide[[c for c in wide.columns if c.isdigit()]].T
wide.index = wide.index.astype(int)
long = pd.read_csv(long_file).pivot(index="Year", columns="Code", values="Arms exports (TIV)")
aggregates = open(sys.argv[5]).read().split()
page = []


def save(figure, name):
    figure.savefig(os.path.join(folder, f"{name}.{suffix}"), dpi=100)
    plt.close(figure)
    page.append(f'<img src="{name}.{suffix}" alt="{name}">')


def new(title):
    figure, axes = plt.subplots(figsize=(7.2, 5.4))
    axes.set_title(title)
    axes.grid(color="#ddd")
    return figure, axes


for tag, d in ("worldbank", wide), ("owid", long):
    d = d.drop(columns=[c for c in aggregates if c in d])
    ten = d[[c for c in TEN if c in d]]
    window = d.loc[2020:2024]
    total = window.sum(min_count=5).dropna().nlargest(20)
    rank = d.rank(axis=1, method="min", ascending=False)
    share = d.div(d.sum(axis=1), axis=0)
    hhi = (share ** 2).sum(axis=1, min_count=1).dropna()
    slopes = {}
    for code in ten:
        y = ten[code][ten[code] > 0]
        if len(y) > 2:
            slopes[code] = np.polyfit(y.index, np.log(y), 1)[0]
    figure, axes = new(f"{tag}: ten exporters"); ten.plot(ax=axes); save(figure, tag + "_level")
    figure, axes = new(f"{tag}: five-year means"); ten.rolling(5).mean().plot(ax=axes); save(figure, tag + "_mean")
    figure, axes = new(f"{tag}: concentration (HHI)"); hhi.plot(ax=axes); save(figure, tag + "_hhi")
    figure, axes = new(f"{tag}: ranking"); axes.barh(total.index, total); axes.invert_yaxis(); save(figure, tag + "_rank")
    figure, axes = new(f"{tag}: rank over time")
    rank.loc[1995:, total.index[:10]].plot(ax=axes, marker="o"); axes.invert_yaxis(); save(figure, tag + "_bump")
    if tag == "worldbank":
        last = d.loc[2024].nlargest(10)
        figure, axes = new(f"{tag}: 2024"); axes.barh(last.index, last); axes.invert_yaxis(); save(figure, tag + "_last")
    else:
        figure, axes = new(f"{tag}: rank, all years")
        rank[total.index[:10]].plot(ax=axes, marker="."); axes.invert_yaxis(); save(figure, tag + "_last")
    page += [pd.DataFrame({"value": total, "rank": total.rank(ascending=False, method="min")}).to_html(),
             pd.DataFrame({"hhi": hhi, "n": d.count(axis=1)}).to_html(), pd.Series(slopes, name="log trend").to_frame().to_html()]
    print(f"{total.sum():.6g}", f"{hhi.sum():.6g}", f"{sum(slopes.values()):.6g}")
with open(os.path.join(folder, "index.html"), "w") as file:
    file.write('<!doctype html><meta charset="utf-8"><title>Who exports arms</title>' + "".join(page))
