"""How wide the columns of a table are, from what stands in them. Knows nothing of how tables are drawn."""

import re
from collections.abc import Sequence
from functools import cache

from api.export.letters import lines, wide
from api.export.word_xml import twips

COUNTING = twips(11)
_LONGEST_WORD, _LONGEST_IN_HEADING = 6.5, 8.0  # times the size of the letters: as wide a word is kept on one line
_BESIDE = 160  # twips at the sides of a cell's words
_LOOKED_AT = 300  # rows that tell how wide a column has to be
# what is best kept on one line: a word, of a long one each part up to a hyphen
_WORD = re.compile(r"(?<!\S)\S{1,10}(?!\S)|[^\s-]+-?|-")
_REMARK, _READ = 100, 600  # characters of a cell that are looked at: at least in any column, and at most
_TRIED, _STEPS = 40, 50  # rows that widths are tried on, and steps across the page


def column_widths(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int, size: float) -> list[int]:
    """Widths after how much the columns hold, none narrower than its longest word; the first, which counts, narrow.

    The weights are those with which the squares of all cells' heights come to the least: a column in which few rows
    say much gives way to one in which every row does.
    """
    looked_at = _usual(rows[:_LOOKED_AT], len(heads))
    least = [COUNTING] + [_narrowest(heads[n], [r[n] for r in looked_at], size) for n in range(1, len(heads))]
    if sum(least) >= width:  # more words than the page can hold side by side: all give way alike
        return _filled([int(narrow * width / sum(least)) for narrow in least], width)
    weights = [0.0] + [_weight(heads[n], [r[n] for r in looked_at]) for n in range(1, len(heads))]
    settled = {0}
    while True:
        rest = width - sum(least[n] for n in settled)
        whole = sum(weight for n, weight in enumerate(weights) if n not in settled)
        tight = {n for n, weight in enumerate(weights) if n not in settled and weight * rest / whole < least[n]}
        if not tight:
            break
        settled |= tight
    widths = _filled([least[n] if n in settled else int(weights[n] * rest / whole) for n in range(len(heads))], width)
    return _levelled(widths, least, looked_at, size)


def _usual(rows: Sequence[Sequence[str]], count: int) -> list[list[str]]:
    """The cells, those that are long beyond the usual of their column cut: one remark must not make its column wide."""
    lengths = [sorted(len(row[n]) for row in rows) for n in range(count)]
    most = [min(max(_REMARK, 2 * those[int(len(those) * 0.75)]), _READ) if those else _READ for those in lengths]
    return [[text[:longest] for text, longest in zip(row, most, strict=True)] for row in rows]


def _levelled(widths: list[int], least: list[int], rows: Sequence[Sequence[str]], size: float) -> list[int]:
    """The widths mended step by step, as long as the rows together become lower by what one column gives another."""
    tried = rows[:: max(1, len(rows) // _TRIED)]

    @cache
    def heights(n: int, width: int) -> list[int]:
        return [lines(r[n], (width - _BESIDE) / 20, size) for r in tried]

    def height(widths: Sequence[int]) -> int:
        return sum(map(max, zip(*(heights(n, width) for n, width in enumerate(widths)), strict=True)))

    step = sum(widths) // _STEPS
    for _ in range(_STEPS):
        givers = [n for n in range(1, len(widths)) if widths[n] - step >= least[n]]
        moved = [
            [width + step * ((n == to) - (n == giver)) for n, width in enumerate(widths)]
            for giver in givers
            for to in range(1, len(widths))
            if to != giver
        ]
        best = min(moved, key=height, default=widths)
        if height(best) >= height(widths):
            break
        widths = best
    return widths


def _filled(widths: list[int], width: int) -> list[int]:
    return [*widths[:-1], width - sum(widths[:-1])]


def _narrowest(heading: str, texts: list[str], size: float) -> int:
    of_heading = max((wide(word, size, bold=True) for word in heading.split()), default=0.0)
    words = {word for text in texts for word in _WORD.findall(text)}
    longest = max((wide(word, size) for word in words), default=0.0)
    kept = max(min(of_heading, _LONGEST_IN_HEADING * size), min(longest, _LONGEST_WORD * size), size)
    return round(kept * 20) + _BESIDE


def _weight(heading: str, texts: list[str]) -> float:
    squares = [len(text) ** 2 for text in texts] or [0]
    return float(max(sum(squares) / len(squares), len(heading)) ** (1 / 3))
