"""How far two texts are from each other, letter by letter. Knows nothing of where they come from."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment


def even(text: str) -> str:
    """The text in NFC, white space folded: what is compared."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def edits(a: str, b: str) -> int:
    """The least number of letters to insert, delete or replace that makes one text of the other (Levenshtein)."""
    first, second = (np.frombuffer(t.encode("utf-32-le"), np.uint32) for t in (a, b))
    steps = np.arange(len(second) + 1)
    row = steps.copy()
    for i, letter in enumerate(first, 1):
        new = np.empty_like(row)
        new[0] = i
        np.minimum(row[1:] + 1, row[:-1] + (second != letter), out=new[1:])
        row = np.minimum.accumulate(new - steps) + steps  # insertions: one more for each step to the right
    return int(row[-1])


def accuracy(read: str, truth: str) -> float:
    """1 - edits / length of the truth, at least 0; both evened out first."""
    read, truth = even(read), even(truth)
    return max(0.0, 1 - edits(truth, read) / len(truth)) if truth else float(not read)


def edits_by_line(read: Sequence[str], truth: Sequence[str]) -> int:
    """The edits between two pages, line by line, whatever order their lines are in (a header's columns have no order).

    Lines that are equal are matched first, then those that need the fewest edits; or what is left is compared as it
    runs, if that needs fewer.
    """
    left, right = Counter(read), Counter(truth)
    only_read, only_truth = _kept(read, left - right), _kept(truth, right - left)
    running = edits(" ".join(only_truth), " ".join(only_read))
    size = max(len(only_read), len(only_truth))
    padded = [[*lines, *[""] * (size - len(lines))] for lines in (only_read, only_truth)]
    costs = np.array([[edits(b, a) for b in padded[1]] for a in padded[0]]).reshape(size, size)
    return min(running, int(costs[linear_sum_assignment(costs)].sum()))


def _kept(lines: Sequence[str], counts: Counter[str]) -> list[str]:
    """The lines in their order, each as often as it is counted."""
    waiting = Counter(counts)
    kept = []
    for line in lines:
        if waiting[line] > 0:
            waiting[line] -= 1
            kept.append(line)
    return kept
