"""Charts of one dataset (ten lines, twenty bars, ten ranks over thirty years) with matplotlib.  WIDE FOLDER svg|png HOW-MANY AGGREGATES"""
import csv
import os
import sys

import matplotlib
import numpy as np

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

wide_file, folder, suffix, many = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
os.makedirs(folder, exist_ok=True)
TEN = "AND ARG AUS BRA CAF CHE CMR COD COG BDI".split()
aggregates = set(open(sys.argv[5]).read().split())
with open(wide_file, newline="", encoding="utf-8-sig") as file:
    rows = list(csv.reader(file))[4:]
years = np.array([int(c) for c in rows[0] if c.isdigit()])
found = {row[1]: np.array([float(c) if c else np.nan for c in row[4:4 + len(years)]]) for row in rows[1:] if len(row) > 1}
codes = np.array([code for code in found if code not in aggregates])
values = np.array([found[code] for code in codes])
ranks = np.argsort(np.argsort(-np.nan_to_num(values, nan=-1.0), axis=0), axis=0) + 1.0
ranks[np.isnan(values)] = np.nan
for i in range(many):
    kind, turn = ("line", "rank", "bump")[i % 3], i // 3 + 1
    figure, axes = plt.subplots(figsize=(7.2, 5.4))
    axes.grid(color="#ddd")
    if kind == "line":
        kept = years >= (1960 + turn if many > 1 else 1960)
        for code in TEN:
            axes.plot(years[kept], found[code][kept], lw=2, label=code)
        axes.set_title("Arms exports of ten countries")
        axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    elif kind == "rank":
        total = values[:, (years >= 2008 + turn) & (years <= 2012 + turn)].sum(axis=1)
        largest = np.argsort(-np.nan_to_num(total, nan=-1.0))[:20]
        axes.barh(codes[largest], total[largest])
        axes.invert_yaxis()
        axes.set_title("The twenty largest of five years")
    else:
        kept = (years >= 1983 + turn) & (years <= 2012 + turn)
        for row in np.argsort(ranks[:, years == 2012 + turn][:, 0])[:10]:
            axes.plot(years[kept], ranks[row, kept], "o-", lw=2)
            axes.text(2012 + turn, ranks[row, years == 2012 + turn][0], f"  {codes[row]}", va="center")
        axes.set_ylim(20.5, 0.5)
        axes.set_title("Rank over time")
    figure.savefig(os.path.join(folder, f"{kind}_{i}.{suffix}"), dpi=100)
    plt.close(figure)
