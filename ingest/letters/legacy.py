"""Text in the letters of old Vietnamese fonts (TCVN3, VNI) to Unicode, run by run and only where it becomes Vietnamese.

A font's name decides if the text looks like it; without one, the share of valid syllables does. English, French and
German, and Vietnamese that is Unicode already, come back letter for letter. Knows nothing of files.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from corpus.folding import CAPITALS, fold
from corpus.syllables import is_syllable
from ingest.letters.charmaps import TCVN3, TCVN3_CAPITALS, Encoding, converted, unfolded, with_capitals, with_symbols
from ingest.letters.diacritics import mended

__all__ = ["Run", "encoding_of", "modern", "modern_runs", "of_font", "mended"]

_UNICODE_LETTERS = "À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúý"  # the letters of TCVN3 that Unicode Vietnamese uses itself
_TCVN3_SIGNS = "".join(c for c in TCVN3 if not re.match(f"[{_UNICODE_LETTERS}]", c))
_VNI_PAIRS = (("aeouyôö", "ùøûõï"), ("aeo", "âáàåãä"), ("a", "êéèúüë"))
_VNI_SIGNS = "|".join(f"[{v}{v.upper()}][{m}{m.upper()}]" for v, m in _VNI_PAIRS) + "|[ñöæîÑÖÆÎ]"
_SIGNS: dict[Encoding, re.Pattern[str]] = {
    "tcvn3": re.compile(f"[{re.escape(_TCVN3_SIGNS)}]"),
    "vni": re.compile(_VNI_SIGNS),
}
_ANY_SIGN = re.compile(f"[{re.escape(_TCVN3_SIGNS)}\uf020-\uf0ff]|{_VNI_SIGNS}")
_MODERN = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300\u0301\u0303\u0309\u0323]")  # letters that no old font has
_PIECE = re.compile("(?:[A-Za-z\u00a1-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]|[ĂăĐđĨĩŨũƠơƯưẠ-ỹ])+")
_NOT_TCVN3 = re.compile("[ÀÁÂÃÄÅÍÙÚÛàðÿ]")  # Western letters where the fonts have none
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_UNIT = re.compile(r"µ[a-zA-Z]{1,2}$")  # micrometre, microgram
_WESTERN = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]+[®©]?$")
_VNI_ONLY = re.compile("[aeouy][øûõâåãáàä]|aê|[ôö][ùøûõïôö]|^ñ", re.IGNORECASE)  # what no Western language writes
_SMALL = re.compile("[a-z]")
# folded: shaped like a syllable though it is none ("trởng", a slip for "trưởng"), or an abbreviation ("blđtbxh")
_SHAPED = re.compile("(?:[bcdghklmnpqrstvx]{0,3}[aeiouy]{1,4}(?:[cmnpt]|ch|ng|nh)?|[^aeiouy]+)$")
_FONT = re.compile(r"(\.vn|vni[ -])", re.IGNORECASE)
_SAMPLE = 20_000
_FEW = 3  # signs of an old encoding that Unicode text has by chance: toà, đoàn, ®
_LONE = "·»½¼¾©¶¨¹ª£¥¬"  # signs that stand alone as themselves, for the letters they are elsewhere are no words
_PRIVATE = re.compile("(.?)([\uf020-\uf0ff]+)(?=(.?))", re.S)
_LETTER = "[^\\W\\d_a-z]"
_SHOUTED = re.compile(f"{_LETTER}+(?:[^\\w\n]+{_LETTER}+)*(?![a-z])")  # words without a small letter of ASCII
_TONED = "".join(c for c in TCVN3.values() if c.islower())
_MIXED = re.compile(f"[{CAPITALS}]{{2,}}[{_TONED}]|[{_TONED}][{CAPITALS}]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font (None: not known)."""

    text: str
    font: str | None = None


def of_font(font: str | None) -> Encoding | None:
    """The encoding that a font of this name shows: .VnTime is TCVN3, VNI-Times is VNI."""
    match = _FONT.match(font.strip().strip("\"'")) if font else None
    return ("tcvn3" if match.group(1).startswith(".") else "vni") if match else None


def modern(text: str, font: str | None = None, expected: Encoding | None = None) -> str:
    """The text in Unicode. `font` is its font, `expected` the encoding of the file around it, where they are known."""
    named = of_font(font)
    if named is None and expected is None and not _may_be_old(text):
        return text
    if named is not None:
        plain = unfolded(text)
        encoding = named if _agrees(plain, named) else _found(plain)
        done = plain if encoding is None else converted(plain, encoding)
        shouts = encoding == "tcvn3" and font is not None and font.strip().strip("\"'").lower().endswith("h")
        return done.upper() if shouts else _even_capitals(done) if encoding == "tcvn3" else done
    plain = _PRIVATE.sub(_unfolded_in_word, text)
    encoding = _found(plain, expected)
    return text if encoding is None else _by_word(plain, encoding)


def _unfolded_in_word(match: re.Match[str]) -> str:
    """Letters of a symbol font beside other letters are letters; alone they are bullets and boxes."""
    before, private, after = match.groups()
    in_word = any(c.isascii() and c.isalpha() for c in (before, after))
    return before + (unfolded(private) if in_word else private)


def _may_be_old(text: str) -> bool:
    """Whether it is worth a look: modern text costs one search, or two."""
    if not _ANY_SIGN.search(text):
        return False
    return not _MODERN.search(text) or len(_ANY_SIGN.findall(text)) >= _FEW


def modern_runs(runs: Iterable[Run], expected: Encoding | None = None) -> str:
    """The runs of a paragraph as one text; neighbours in one old font, or in none, are converted together."""

    def kind(run: Run) -> str | None:
        return run.font if of_font(run.font) else None

    done: list[str] = []
    for font, group in groupby(runs, key=kind):
        text = modern("".join(run.text for run in group), font, expected)
        done.append(text if font else with_symbols(text))
    return "".join(done)


def encoding_of(text: str) -> Encoding | None:
    """The old encoding that most of a long text is in; a reader gives it to `modern` as `expected`, line by line."""
    if not _ANY_SIGN.search(text):
        return None
    step = max(len(text) // 4, _SAMPLE)
    sample = "\n".join(text[at : at + _SAMPLE] for at in range(0, len(text), step)[:4])
    judged = [j for j in (_judge(unfolded(sample), e) for e in _SIGNS) if j.words >= 5 and j.rises]
    return max(judged, key=lambda j: j.after).encoding if judged else None


@dataclass(frozen=True, slots=True)
class _Judged:
    """What becomes of the words beyond ASCII if a text is taken to be in an encoding."""

    encoding: Encoding
    words: int  # words that have letters beyond ASCII, and none that no old font has
    before: int  # of these, Vietnamese syllables as they stand
    after: int  # and as the encoding reads them
    signed: int  # what speaks for it: words that become syllables and were none; twice what no Western word looks like
    all: int  # words in all
    all_after: int
    foreign: bool  # letters that no old font has stand beside them

    @property
    def rises(self) -> bool:
        """Whether the share of valid syllables clearly rises."""
        if self.signed < 2 or self.after < 0.7 * self.words or self.after - self.before < 0.3 * self.words:
            return False
        if self.foreign and (self.signed < 6 or self.after < 0.9 * self.words):
            return False
        return self.all_after >= 0.5 * self.all


def _judge(text: str, encoding: Encoding) -> _Judged:
    words = before = after = signed = every = every_after = 0
    foreign = False
    if not _SIGNS[encoding].search(text):
        return _Judged(encoding, 0, 0, 0, 0, 0, 0, False)
    for piece in _PIECE.findall(text):
        every += 1
        if not _BEYOND_ASCII.search(piece):
            every_after += len(piece) == 1 or piece.isupper() or is_syllable(piece)
            continue
        if _MODERN.search(piece):
            foreign = True
            every_after += 1
            continue
        read = converted(piece, encoding)
        valid = is_syllable(piece)
        becomes = _is_word(read) and not _UNIT.match(piece)
        if not becomes and not valid and (len(piece) == 1 or read.isupper()):
            continue  # "đ", "QĐ": says nothing either way
        words, before, after = words + 1, before + valid, after + becomes
        if becomes and not valid and len(piece) > 1:
            signed += 1 if _is_western(piece) else 2
        every_after += becomes
    return _Judged(encoding, words, before, after, signed, every, every_after, foreign)


def _found(text: str, expected: Encoding | None = None) -> Encoding | None:
    """The encoding that the words speak for; for an expected one it is enough that they do not speak against it."""
    judged = [_judge(text, encoding) for encoding in _SIGNS]
    rising = [j for j in judged if j.rises]
    if rising:
        best = max(rising, key=lambda j: (j.after, j.encoding == expected))
        tied = len({j.after for j in rising}) < len(rising) and best.encoding != expected
        return None if tied and best.words < 3 else best.encoding
    accord = (j for j in judged if j.encoding == expected and not j.foreign and j.after >= j.before)
    return next((j.encoding for j in accord), None)


def _agrees(text: str, encoding: Encoding) -> bool:
    """Whether a text may be in the encoding of its font; a text made Unicode since often keeps the font's name."""
    if _MODERN.search(text) or (encoding == "tcvn3" and _NOT_TCVN3.search(text)):
        return False
    j = _judge(text, encoding)
    return not (j.words >= 2 and j.before > j.after)


def _is_word(read: str) -> bool:
    return is_syllable(read) or (not _SMALL.search(read) and is_syllable(read.upper()))


def _by_word(text: str, encoding: Encoding) -> str:
    """Converts what belongs to the encoding; a foreign word among it ("Müller") stays as it is."""
    done = _PIECE.sub(lambda m: _word(m.group(), encoding), text)
    return _even_capitals(done) if encoding == "tcvn3" else done


def _word(piece: str, encoding: Encoding) -> str:
    read = converted(piece, encoding)
    if read == piece or piece in _LONE or _MODERN.search(piece) or _UNIT.match(piece):
        return piece
    if _is_word(read):
        return read
    if encoding == "tcvn3" and any(c in TCVN3_CAPITALS for c in piece):
        capitals = with_capitals(piece)
        if is_syllable(capitals) and capitals.isupper():
            return capitals
    foreign = _is_western(piece) and not piece.isupper() and not _SHAPED.match(fold(read))
    return piece if foreign else read


def _is_western(piece: str) -> bool:
    """Whether a word looks as if it might be French or German: letters only, and capitals where they belong."""
    regular = piece in (piece.lower(), piece.capitalize(), piece.upper())
    return regular and _WESTERN.match(piece) is not None and not _VNI_ONLY.search(piece)


def _even_capitals(text: str) -> str:
    """Words typed for a font of capitals ("CéNG HßA X· HéI") in capitals: small letters are there only with a tone."""
    return _SHOUTED.sub(lambda m: m.group().upper() if _MIXED.search(m.group()) else m.group(), text)
