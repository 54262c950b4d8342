"""bench/w4_numpy.py: rank intervals as one would compute them with numpy."""
import statistics
import sys
import time

import numpy as np

path, resamples, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
window = np.fromfile(path).reshape(200, 5)


def intervals(random, chunk=1000):
    n = len(window)
    ranks = np.empty((resamples, n), np.int16)
    rows = np.arange(n)[:, None]
    place = np.arange(1, n + 1, dtype=np.int16)
    for start in range(0, resamples, chunk):
        m = min(chunk, resamples - start)
        years = random.integers(0, 5, (m, n, 5), dtype=np.int8)
        sums = -window[rows, years].sum(2)
        order = sums.argsort(1)
        in_order = np.take_along_axis(sums, order, 1)
        first = np.ones((m, n), bool)
        np.not_equal(in_order[:, 1:], in_order[:, :-1], out=first[:, 1:])
        best = np.maximum.accumulate(np.where(first, place, 0), 1)
        np.put_along_axis(ranks[start : start + m], order, best, 1)
    return np.percentile(ranks, [2.5, 97.5], axis=0, method="inverted_cdf")


random = np.random.default_rng(42)
seconds = []
for _ in range(rounds + 1):
    start = time.perf_counter()
    low, high = intervals(random)
    seconds.append(time.perf_counter() - start)
seconds = sorted(seconds[1:])
print(f"numpy {seconds[0]:.4f} {statistics.median(seconds):.4f} {seconds[-1]:.4f}",
      f"mean width {(high - low).mean():.3f}")
