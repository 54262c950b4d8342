"""bench/w4_numba.py: rank intervals as one would compile them with numba, by two threads."""
import statistics
import sys
import time

import numba
import numpy as np

path, resamples, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
numba.set_num_threads(2)
window = np.fromfile(path).reshape(200, 5)


@numba.njit(parallel=True)
def count_ranks(window, resamples, seed):
    n = window.shape[0]
    counts = np.zeros((2, n, n + 1), np.int64)
    for thread in numba.prange(2):
        np.random.seed(seed + thread)
        sums = np.empty(n)
        for _ in range(resamples // 2):
            for i in range(n):
                total = 0.0
                for _ in range(5):
                    total += window[i, np.random.randint(0, 5)]
                sums[i] = total
            order = np.argsort(-sums)
            rank = 1
            for place in range(n):
                if place > 0 and sums[order[place]] != sums[order[place - 1]]:
                    rank = place + 1
                counts[thread, order[place], rank] += 1
    return counts[0] + counts[1]


def intervals(seed):
    counts = count_ranks(window, resamples, seed).cumsum(1)
    low = (counts >= np.ceil(0.025 * resamples)).argmax(1)
    return low, (counts >= np.ceil(0.975 * resamples)).argmax(1)


intervals(0)  # compiles
seconds = []
for seed in range(rounds):
    start = time.perf_counter()
    low, high = intervals(seed)
    seconds.append(time.perf_counter() - start)
seconds = sorted(seconds)
print(f"numba {seconds[0]:.4f} {statistics.median(seconds):.4f} {seconds[-1]:.4f}",
      f"mean width {(high - low).mean():.3f}")
