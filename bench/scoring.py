"""The same scores as bench/scoring.ts, column by column in NumPy. Reads float64 columns, prints seconds and checks."""
import json
import sys
import time

import numpy as np

folder = sys.argv[1]
case = json.load(open(f"{folder}/case.json"))
people, months, kinds, repeats = case["people"], case["months"], case["kinds"], case["repeats"]
ROLES = {
    "proportional": ["actual", "target"],
    "lowerIsBetter": ["actual", "budget"],
    "deduct": ["count"],
    "allOrNothing": ["breaches"],
}


def load(month):
    columns = {}
    for i, kind in enumerate(kinds):
        for role in ROLES.get(kind, ["value"]):
            columns[f"{role}{i}"] = np.fromfile(f"{folder}/{month}-{role}{i}.f64", dtype=np.float64)
    return columns


def held(x):
    """Values as they are held against bounds: nine decimals, half away from zero."""
    return np.copysign(np.floor(np.abs(x) * 1e9 + 0.5), x) / 1e9


def rounded(x, digits):
    scale = 10.0**digits
    return np.copysign(np.floor(np.abs(x * (1 + 1e-12)) * scale + 0.5), x) / scale


def points(kind, column, weight=5.0):
    if kind == "proportional":
        attainment = column("actual") / column("target")
        return np.where(attainment < 0, 0.0, weight * np.minimum(attainment, 1.2))
    if kind == "banded":
        x = held(column("value"))
        return np.where(x >= 90, 5.0, np.where(x > 75, 4.0, np.where(x >= 60, 2.5, 1.0)))
    if kind == "step":
        started = np.ceil(held((97 - column("value")) / 1))
        return np.maximum(0, weight - 0.5 * np.maximum(0, started))
    if kind == "linear":
        share = (column("value") - 80) / (100 - 80)
        return weight * np.minimum(1, np.maximum(0, share))
    if kind == "deduct":
        return np.maximum(0, weight - 1 * column("count"))
    if kind == "lowerIsBetter":
        over = column("actual") / column("budget") - 1
        return np.maximum(0, weight - 0.25 * np.maximum(0, np.ceil(held(over / 0.01))))
    return np.where(column("breaches") > 0, 0.0, weight)


def score(columns):
    all_points = [points(kind, lambda role, i=i: columns[f"{role}{i}"]) for i, kind in enumerate(kinds)]
    sections = [sum(all_points[s * 5 : s * 5 + 5]) for s in range(4)]
    total = rounded(sum(section * (25 / 25) for section in sections), 2)
    x = held(total)
    grade = np.where(x >= 90, 1, np.where(x >= 80, 2, np.where(x >= 60, 3, 4)))
    order = np.sort(total)
    rank = len(total) - np.searchsorted(order, total, side="right") + 1
    return total, grade, rank


inputs = [load(month) for month in range(months)]
best = float("inf")
for _ in range(repeats):
    start = time.perf_counter()
    results = [score(columns) for columns in inputs]
    best = min(best, time.perf_counter() - start)
for month, (total, grade, rank) in enumerate(results):
    total.astype(np.float64).tofile(f"{folder}/{month}-total.out")
    grade.astype(np.float64).tofile(f"{folder}/{month}-grade.out")
    rank.astype(np.float64).tofile(f"{folder}/{month}-rank.out")
print(json.dumps({"seconds": best, "numpy": np.__version__}))
