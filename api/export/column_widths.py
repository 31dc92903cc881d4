"""How wide the columns of a table are, from what stands in them. Knows nothing of how tables are drawn."""

import math
from collections.abc import Sequence

from api.export.word_xml import twips

COUNTING = twips(11)
_LETTER = 11.2  # twips that a letter takes for each point of its size, rather more than usual
_LONGEST_WORD = 14  # letters up to which a word is kept on one line
_LOOKED_AT = 300  # rows that tell how wide a column has to be
_REMARK = 100  # letters up to which half of the longest text tells how wide a column has to be
_READ = 600  # characters of a cell that are looked at


def column_widths(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int, size: float) -> list[int]:
    """Widths after how much the columns hold, none narrower than its longest word; the first, which counts, narrow."""
    least = [COUNTING] + [_narrowest(heads[n], [r[n] for r in rows], size) for n in range(1, len(heads))]
    if sum(least) >= width:  # more words than the page can hold side by side: all give way alike
        return _filled([int(narrow * width / sum(least)) for narrow in least], width)
    weights = [0.0] + [_weight(heads[n], [r[n] for r in rows]) for n in range(1, len(heads))]
    settled = {0}
    while True:
        rest = width - sum(least[n] for n in settled)
        whole = sum(weight for n, weight in enumerate(weights) if n not in settled)
        tight = {n for n, weight in enumerate(weights) if n not in settled and weight * rest / whole < least[n]}
        if not tight:
            break
        settled |= tight
    return _filled([least[n] if n in settled else int(weights[n] * rest / whole) for n in range(len(heads))], width)


def _filled(widths: list[int], width: int) -> list[int]:
    return [*widths[:-1], width - sum(widths[:-1])]


def _narrowest(heading: str, texts: list[str], size: float) -> int:
    words = [len(word) for text in (heading, *texts[:_LOOKED_AT]) for word in text[:_READ].split()]
    return min(max(words, default=1), _LONGEST_WORD) * round(size * _LETTER) + 160


def _weight(heading: str, texts: list[str]) -> float:
    lengths = sorted(map(len, texts))
    # what is usual, and something of the longest: a remark in one row only must not become a column of single words
    usual = max(lengths[int(len(lengths) * 0.75)], min(lengths[-1] // 2, _REMARK))
    # less than in proportion, because a long text goes over several lines anyway
    return math.pow(max(min(usual, 600), len(heading), 1), 0.6)
