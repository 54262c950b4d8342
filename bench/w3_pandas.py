"""bench/w3_pandas.py: the panel of w3_panel as one would compute it with pandas."""
import os
import statistics
import sys
import time

import numpy as np
import pandas as pd

n, path, rounds = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
years = 70
panel = pd.DataFrame(np.fromfile(path).reshape(years, n).T, columns=range(years))
t = pd.Series(np.arange(float(years)), index=panel.columns)


def growth():
    return panel / panel.shift(1, axis=1) - 1


def loggrowth():
    return np.log(panel).diff(axis=1)


def ma5():
    return sum(panel.shift(k, axis=1) for k in range(5)) / 5


def cagr():
    there = panel.notna().to_numpy()
    span = years - 1 - there[:, ::-1].argmax(1) - there.argmax(1)
    first, last = panel.bfill(axis=1).iloc[:, 0], panel.ffill(axis=1).iloc[:, -1]
    return (last / first) ** (1.0 / span) - 1


def slope():
    y = np.log(panel)
    there = y.notna()
    k, s1, s2 = there.sum(axis=1), there.dot(t), there.dot(t * t)
    return (k * y.fillna(0).dot(t) - s1 * y.sum(axis=1)) / (k * s2 - s1 * s1)


def rank():
    return panel.rank(method="min", ascending=False)


def share():
    return panel / panel.sum()


def hhi():
    return (share() ** 2).sum()


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
    checksum = np.nansum(result.to_numpy())
    print(operation.__name__, f"{median:.6f} {least:.6f} {checksum:.10g}", flush=True)
print("total", f"{total[0]:.6f} {total[1]:.6f}")
