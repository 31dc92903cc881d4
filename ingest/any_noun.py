"""The word behind a number as what it counts, where no measure is known by that name. Knows what can be no noun."""

import re

from ingest.measures import ITEM, Measure

_NO_NOUNS = frozenset({
    "và", "của", "đến", "tới", "tại", "là", "thì", "hoặc", "trong", "ngoài", "theo", "từ", "để", "cho", "với",
    "về", "ở", "trên",
    "dưới", "như", "do", "được", "đã", "sẽ", "có", "không", "này", "nêu", "đó", "kèm", "kể", "sau", "trước", "nói",
    "quy",
    "ban", "the", "and", "or", "of", "to", "in", "at", "on", "for", "from", "by", "with", "is", "are", "was",
    "were", "as",
    "a", "an", "this", "that", "these", "those", "shall", "must", "has", "have", "had", "dated", "promulgated", "tức",
    "bên", "đối", "khi", "nếu", "vì", "mà", "thuộc", "bằng", "down", "up", "respectively", "above", "below", "cùng",
    "nay", "phải",
})  # fmt: skip
_WORD = re.compile(r"[ \u00a0](?P<word>[^\W\d_]+)")


def any_noun(text: str, at: int) -> Measure | None:
    """The noun that begins behind a blank there, as something counted; None where the word is none."""
    word = _WORD.match(text, at)
    if word is None or word["word"].lower() in _NO_NOUNS or not word["word"].islower() or word["word"] in ("m", "h"):
        return None
    if word["word"].isascii() and word["word"].endswith(("ed", "ly")) and word["word"] not in ("seed", "family"):
        return None
    return Measure(ITEM, word.start("word"), word.end())
