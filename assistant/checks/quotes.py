"""Words that claim to be the source's own: do they stand there, and which words of the source to show instead?"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from assistant.checks.text import Fault, plain
from assistant.checks.words import Reading, read
from corpus.folding import exact, words
from corpus.sentences import statements

_QUOTED = re.compile(r'"([^"\n]{2,2000})"')
_REPLACED = re.compile(r'"([^"\n]{2,300})" [^"\n]{0,40}?\b(?:with|by|bằng|thành)\b[^"\n]{0,30}? "([^"\n]{2,300})"')
_ENOUGH = 0.85
_ABOUT = 0.34  # of a statement's words: a passage that has fewer is about something else
_LONG = 320
_TERM, _STEM = 2, 5  # words of a term, letters of a word that are the same in all of its forms
_MARK = re.compile(
    r"^\W*(?:(?:Điều|Article|Khoản|Clause|Điểm|Point)? ?(?:\d{1,3}[a-zđ]?(?:\.\d{1,2})*|[a-zđ]{1,2}|[IVXL]{1,5})[.):] ?|[-+•–] ?)",
    re.IGNORECASE,
)
_EDGE = " .;:,\"'"


def is_verbatim(said: str, sources: Sequence[str], context: Sequence[str]) -> bool:
    """Whether an evened-out statement is a source, whole sentences of one, or its cells under their column names."""
    return any(_is_part(said, part) for s in sources for part in (s, *s.split("\n"))) or _is_row(said, sources, context)


def stands_in(said: str, source: str) -> bool:
    """Whether the words of a statement stand in a source one after the other."""
    wanted, there = _words(said), _words(source)
    return bool(wanted) and any(
        there[i : i + len(wanted)] == wanted for i in range(len(there) - len(wanted) + 1) if there[i] == wanted[0]
    )


def compare_quotes(said: str, sources: Sequence[str]) -> Iterator[Fault]:
    """What a statement puts in quotation marks and the source does not say so; `found` is how the source says it."""
    for match in _QUOTED.finditer(said):
        quote = match.group(1).strip(_EDGE)
        if _is_term(quote, sources):
            continue
        if quote and not any(stands_in(quote, source) for source in sources):
            yield Fault("quote", quote, next(filter(None, (_nearest(quote, s) for s in sources)), ""))


def _is_term(quote: str, sources: Sequence[str]) -> bool:
    """Whether it is a word or two that the sources have in another form: "excellent" for "excellently"."""
    forms = {w.form for w in read(quote).words}
    return 0 < len(forms) <= _TERM and any(
        all(any(f[:_STEM] == k[:_STEM] and min(len(f), len(k)) >= _STEM for k in read(s).forms) for f in forms)
        for s in sources
        if read(s).language == "en"
    )


def compare_replaced(said: str, source: str) -> Iterator[Fault]:
    """Two quotations of which one takes the other's place, the other way round than in the source."""
    theirs = {m.groups() for m in _REPLACED.finditer(source)}
    for match in _REPLACED.finditer(said):
        if match.groups()[::-1] in theirs:
            yield Fault("order", match.group())


def best_quote(statement: str, source: str) -> tuple[int, int] | None:
    """Where in the source the sentence stands, or of a long one the clause, that says what the statement says.

    None if the source is about something else.
    """
    said = read(plain(statement))
    wanted = {w.form for w in said.words if w.telling}
    best, most = None, 0.0
    for start, end in _pieces(source):
        score = _alike(said, wanted, read(plain(source[start:end])))
        if score > most:
            best, most = (start, end), score
    return best if most >= _ABOUT else None


def _pieces(source: str) -> Iterator[tuple[int, int]]:
    for start, end in statements(source):
        yield start, end
        if end - start > _LONG:
            at = start
            for match in re.finditer(r";\s+|$", source[start:end]):
                stop = start + match.start() + (match.group()[:1] == ";")
                if 40 < stop - at < end - start:
                    yield at, stop
                at = start + match.end()


def _alike(said: Reading, wanted: set[str], piece: Reading) -> float:
    """The share of the statement's words in a piece, a little less for a piece that says much besides."""
    if not wanted:
        return 0.0
    lines = set(piece.things)
    if said.language == piece.language:
        there = wanted & piece.forms
        named = {said.words[i].form for line, (a, b) in said.things.items() if line in lines for i in range(a, b)}
        covered = len(there | (named & wanted)) / len(wanted)
    else:
        things = set(said.things)
        digits = {w for w in wanted if w[0].isdigit()}
        marks = len(things & lines) + len(digits & piece.forms)
        covered = marks / max(1, len(things) + len(digits))
    return covered - 0.0002 * len(piece.words)


def _is_part(said: str, source: str) -> bool:
    bare, text = _bare(said), " ".join(source.split())
    if not bare:
        return False
    if bare == _bare(text):
        return True
    at = text.casefold().find(bare)
    if at < 0 or exact(bare[-1:]) != exact(text[at + len(bare) - 1 : at + len(bare)]):
        return False
    before, behind = text[:at].rstrip(), text[at + len(bare) :].strip("\"'")
    starts = not _MARK.sub("", before + " ").strip(" \"'") or before[-1] in ".\n"
    return starts and (not behind.strip(_EDGE) or behind[0] in ".\n")


def _bare(text: str) -> str:
    return _MARK.sub("", " ".join(text.split())).strip(_EDGE).casefold()


def _is_row(said: str, sources: Sequence[str], context: Sequence[str]) -> bool:
    """Whether it is cells of a row, each under the name that stands above it, as answers show them."""
    rows = [r for s in sources for r in s.split("\n") if " | " in r]
    heads = [h for c in context for h in c.split("\n") if " | " in h]
    for row in rows:
        cells = [c.strip() for c in row.split(" | ")]
        for head in [h.split(" | ") for h in heads if h.count(" | ") == row.count(" | ")] or [[]]:
            shown = {f"{n.strip()}: {c}" if n.strip() else c for n, c in zip(head, cells, strict=False)} | set(cells)
            if all(part in shown for part in said.strip(" .").split("; ")):
                return True
    return False


def _words(text: str) -> list[str]:
    return [exact(w) for w in words(text)]


def _nearest(quote: str, source: str) -> str:
    """The source's words for a quotation, if a run of them is nearly all of it."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S+", source)]
    wanted, there = [exact(w) for w in quote.split()], [exact(source[a:b]) for a, b in spans]
    match = SequenceMatcher(None, there, wanted, autojunk=False).find_longest_match()
    if match.size < _ENOUGH * len(wanted):
        return ""
    first = max(0, match.a - match.b)
    last = min(len(spans), match.a + match.size + len(wanted) - match.b - match.size)
    return source[spans[first][0] : spans[last - 1][1]]
