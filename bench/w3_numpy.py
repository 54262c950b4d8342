"""bench/w3_numpy.py: the panel of w3_panel as one would compute it with numpy."""
import os
import statistics
import sys
import time

import numpy as np

n, path, rounds = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
years = 70
x = np.fromfile(path).reshape(years, n)
t = np.arange(float(years))
np.seterr(all="ignore")


def growth():
    return x[1:] / x[:-1] - 1


def loggrowth():
    return np.diff(np.log(x), axis=0)


def ma5():
    return (x[:-4] + x[1:-3] + x[2:-2] + x[3:-1] + x[4:]) * 0.2


def cagr():
    there = ~np.isnan(x)
    first, last = there.argmax(0), years - 1 - there[::-1].argmax(0)
    series = np.arange(n)
    return (x[last, series] / x[first, series]) ** (1.0 / (last - first)) - 1


def slope():
    y = np.log(x)
    there = ~np.isnan(y)
    y[~there] = 0
    w = there.astype("f8")
    k, s1, s2 = w.sum(0), t @ w, (t * t) @ w
    return (k * (t @ y) - s1 * y.sum(0)) / (k * s2 - s1 * s1)


def rank():
    ranks = np.full(x.shape, np.nan)
    for year in range(years):
        row = x[year]
        there = np.flatnonzero(~np.isnan(row))
        order = there[np.argsort(-row[there])]
        sorted_row = row[order]
        first = np.ones(len(sorted_row), bool)
        np.not_equal(sorted_row[1:], sorted_row[:-1], out=first[1:])
        place = np.arange(1, len(sorted_row) + 1)
        ranks[year, order] = np.maximum.accumulate(np.where(first, place, 0))
    return ranks


def share():
    return x / np.nansum(x, axis=1)[:, None]


def hhi():
    shares = share()
    return np.nansum(shares * shares, axis=1)


total = np.zeros(2)
for operation in (growth, loggrowth, ma5, cagr, slope, rank, share, hhi):
    if os.environ.get("OPS") and operation.__name__ not in os.environ["OPS"].split():
        continue
    seconds = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        result = operation()
        seconds.append(time.perf_counter() - start)
    median, least = statistics.median(seconds[1:]), min(seconds[1:])
    total += np.array([median, least])
    print(operation.__name__, f"{median:.6f} {least:.6f} {np.nansum(result):.10g}", flush=True)
    del result
print("total", f"{total[0]:.6f} {total[1]:.6f}")
