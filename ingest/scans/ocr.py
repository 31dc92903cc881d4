"""Text recognition: the picture of a page to its printed lines, with a box for each word and how sure they are.

Knows nothing of files. May be called from several threads at once; a page of A4 takes about 200 MB while it is read,
and what a thread keeps between pages is 100 MB.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from corpus.errors import FileError
from corpus.folding import nfc, vietnamese_share
from ingest.lines import Allowed, Line
from ingest.scans.image import Prepared, darkness, is_sideways, on_paper, prepare
from ingest.scans.mend import date_words, number_words
from ingest.scans.page import confidence_of, lines_of_page
from ingest.scans.second_look import DOUBTFUL, second_look
from ingest.scans.tables import Grid, grids, rules, without_lines
from ingest.scans.tesseract import Speech, Word, missing, release, turn_of, words_in

__all__ = ["doubts", "missing", "needed", "recognise", "release"]

_UNMARKED = 0.03  # of the letters only Vietnamese has: less is no Vietnamese page
_LETTERS = 40  # a page with fewer says nothing of its language
_LOOKED_AT = 1800  # pixels of the longer side: enough to see which way the print stands
_HEAD = 25  # lines
_SURE = 0.75  # printed figures are read with 0.9 and more; below this a person has to look


@dataclass(frozen=True, slots=True)
class _Seen:
    prepared: Prepared
    tables: list[Grid]
    words: list[Word]
    confidence: float


def needed(name: str, allowed: Allowed) -> None:
    """Raises FileError for a file that needs recognition if it is switched off, or if parts of it lack."""
    if not allowed.ocr:
        raise FileError("file-ocr-off", name=name)
    lacking = missing()
    if lacking is not None:
        raise FileError("file-needs-ocr", name=name, command=lacking)


def recognise(image: Image.Image, page: int, allowed: Allowed) -> tuple[list[Line], float]:
    """The printed lines of a page in reading order, and the mean confidence of their words (0 where there are none).

    Boxes are fractions of the picture as given, however it was turned. Raises FileError where recognition is not there.
    """
    needed(f"page {page}", allowed)
    seen = _upright(on_paper(image))
    lines = lines_of_page(seen.words, seen.tables, seen.prepared, page)
    return lines, _mean([line for line in lines if line.text])


def doubts(lines: Sequence[Line]) -> tuple[str, ...]:
    """Codes of messages: whether the number or the date at the head of a recognised document may be wrong."""
    head = [line for line in lines if line.text and line.page == 1][:_HEAD]
    read = [(line, line.text.split()) for line in head]
    unsure = any(
        (line.confidence or 0.0) < _SURE and (number_words(words) or date_words(words)) for line, words in read
    )
    return ("scan-number-unsure",) if unsure else ()


def _mean(lines: Sequence[Line]) -> float:
    letters = sum(len(line.text) for line in lines)
    return sum((line.confidence or 0.0) * len(line.text) for line in lines) / letters if letters else 0.0


def _upright(image: Image.Image) -> _Seen:
    """The page read the right way up, whichever way it was put on the glass."""
    small = image.convert("L")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BILINEAR)
    if is_sideways(darkness(np.asarray(small))):
        turn = turn_of(small)
        return max((_read(image, t) for t in ((turn,) if turn else (90, 270, 0))), key=_worth)
    seen = _read(image, 0)
    if seen.confidence >= DOUBTFUL:
        return seen  # a page upside down comes out much worse
    turn = turn_of(small)
    return max(seen, _read(image, turn), key=_worth) if turn else seen


def _worth(seen: _Seen) -> float:
    return sum(w.confidence * len(w.text) for w in seen.words if w.confidence > 0.5)


def _read(image: Image.Image, turn: int) -> _Seen:
    """Read as Vietnamese, and again as English if it does not look Vietnamese; the surer reading stands."""
    prepared = prepare(image, turn)
    grey = np.asarray(prepared.image)
    tables = grids(rules(grey, prepared.letter), np.asarray(prepared.ruled), prepared.letter)
    if tables:
        prepared = prepared.showing(Image.fromarray(without_lines(grey, tables, prepared.letter)))
    seen = _in_language(prepared, tables, "vie")
    text = " ".join(w.text for w in seen.words)
    if sum(c.isalpha() for c in text) < _LETTERS or vietnamese_share(text) >= _UNMARKED:
        return seen
    return max(seen, _in_language(prepared, tables, "eng"), key=lambda s: s.confidence)


def _in_language(prepared: Prepared, tables: list[Grid], language: Speech) -> _Seen:
    words = words_in(prepared.image, language, prepared.dpi)
    even = [w.saying(nfc(w.text)) for w in second_look(prepared, tables, words, language)]
    return _Seen(prepared, tables, even, confidence_of(even))
