"""Charts of ten exporters (lines, index, heat) with matplotlib.  WIDE FOLDER svg|png HOW-MANY"""
import os
import sys

import matplotlib
import numpy as np

matplotlib.use("Agg")
import csv  # noqa: E402

import matplotlib.pyplot as plt  # noqa: E402

wide_file, folder, suffix, many = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
os.makedirs(folder, exist_ok=True)
TEN = "AND ARG AUS BRA CAF CHE CMR COD COG BDI".split()
with open(wide_file, newline="", encoding="utf-8-sig") as file:
    rows = list(csv.reader(file))[4:]
years = np.array([int(c) for c in rows[0] if c.isdigit()])
found = {row[1]: np.array([float(c) if c else np.nan for c in row[4:4 + len(years)]]) for row in rows[1:] if len(row) > 1}
for i in range(many):
    kind, from_year = ("line", "index", "heat")[i % 3], 1960 + (i // 3 + 1 if many > 1 else 0)
    kept = years >= from_year
    figure, axes = plt.subplots(figsize=(7.2, 4.8))
    axes.grid(color="#ddd")
    axes.set_title("Arms exports of ten countries")
    if kind == "heat":
        axes.imshow(np.array([found[c][kept] for c in TEN]), aspect="auto")
        axes.set_yticks(range(10), TEN)
    else:
        for code in TEN:
            y = found[code][kept]
            first = y[y > 0][0] if kind == "index" else 100.0
            axes.plot(years[kept], 100.0 * y / first, lw=2, label=code)
        axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    figure.savefig(os.path.join(folder, f"{kind}_{i}.{suffix}"), dpi=200)
    plt.close(figure)
