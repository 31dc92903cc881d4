"""What a language model writes, piece by piece, to sentences with marks. Takes any garbage and ends by itself.

Knows nothing of evidence: a mark is only a number here.
"""

import re
from collections.abc import Iterator

from assistant.generation.prompt import NOTHING
from assistant.writer import Written
from corpus.folding import fold, nfc
from corpus.sentences import statements

_MARK = re.compile(r"[ \t]*[\[【]\^?\s*(\d{1,3}(?:\s*(?:,|;|-|–|và|and)\s*\d{1,3})*)\s*[\]】]")
_OPEN_MARK = re.compile(r"[ \t]*[\[【][^\]】]{0,24}$")  # the stream may stop within one
_SAYS_NOTHING = re.compile(r".*\?$|\([^()]*\)?\W*$", re.DOTALL)
_BULLET = re.compile(r"^\s*(?:#{1,6}\s+|[-*•–+]\s+|>\s+|\(?\d{1,2}[.)]\s+)")
_OPENING = re.compile(r"^\s*(?:answer|trả lời|đáp án|câu trả lời|response)\s*:\s*", re.IGNORECASE)
_THINK, _THOUGHT = "<think", re.compile(r"</think\w*>", re.IGNORECASE)
_ENDS = (".", "!", "?", "…", ";", ":", "”", '"', ")", "/")
_LONGEST = 1500  # characters without an end: no sentence
_MOST = 30  # sentences, and marks of one
_ROUNDS = 5  # the same words so often, one after the other
_AGAIN = 3  # sentences said before, one after the other: it goes in circles


class Parse:
    """Feed it what comes; it gives sentences as soon as they and their marks are whole."""

    def __init__(self) -> None:
        self.done = False  # there is nothing more worth reading
        self.nothing = False  # it said that the evidence does not answer
        self._line = ""
        self._thought: str | None = ""
        self._leading = False
        self._seen: set[str] = set()
        self._again = 0

    def feed(self, piece: str) -> Iterator[Written]:
        """The sentences that are whole now."""
        self._line += self._spoken(nfc(piece))
        while "\n" in self._line and not self.done:
            line, self._line = self._line.split("\n", 1)
            yield from self._whole(line)
            self._leading = False
        if not self.done:
            yield from self._begun()
        if len(self._line) > _LONGEST or _in_circles(self._line):
            self.done, self._line = True, ""

    def end(self, *, cut: bool) -> Iterator[Written]:
        """What is left; half a sentence is left out if the stream was `cut`."""
        thought = self._thought or ""
        line, self._line = self._line + ("" if thought.lstrip().lower().startswith(_THINK) else thought), ""
        if self.done:
            return
        line = _OPEN_MARK.sub("", line)
        if cut and not line.rstrip().endswith((*_ENDS, "]", "】")):
            found = _sentences(line, leading=self._leading)
            line = line[: found[-1][2]] if found else ""
        yield from self._whole(line)

    def _spoken(self, piece: str) -> str:
        """Without what the model thinks aloud before it answers, between tags."""
        if self._thought is None:
            return piece
        self._thought += piece
        head = self._thought.lstrip().lower()
        if head.startswith(_THINK):
            end = _THOUGHT.search(self._thought)
            rest = self._thought[end.end() :] if end else ""
            self._thought = None if end else _THINK + self._thought[-20:]
            return rest
        if _THINK.startswith(head[: len(_THINK)]):
            return ""  # may become one yet
        text, self._thought = self._thought, None
        return text

    def _whole(self, line: str) -> Iterator[Written]:
        """The sentences of a line that has ended."""
        if line.strip().startswith("```"):
            return
        yield from self._new(_written(_sentences(line, leading=self._leading)))

    def _begun(self) -> Iterator[Written]:
        """The sentences of a line that goes on: those after which another has begun, and whose marks are there."""
        if self._line.lstrip().startswith("`"):
            return
        found = _sentences(_OPEN_MARK.sub("", self._line), leading=self._leading)
        whole = 0
        for n, (_, marks, _) in enumerate(found[:-1], 1):
            # one without marks waits for those that come after the next two
            whole = n if marks or n <= len(found) - 3 else whole
        if whole:
            self._leading = self._leading or bool(_MARK.match(_bare(self._line)))
            self._line = self._line[found[whole][2] :]
            yield from self._new(_written(found[:whole]))

    def _new(self, written: Iterator[Written]) -> Iterator[Written]:
        """Those not said before; none after the word that there is nothing, or when it goes in circles."""
        for w in written:
            key = " ".join(fold(w.text).split()).strip(" .;,:")
            if key == NOTHING.lower():
                # said first it is the answer; said after an answer it is a habit
                self.nothing, self.done = not self._seen, True
                return
            self._again = self._again + 1 if key in self._seen else 0
            if self._again == 0:
                self._seen.add(key)
                yield w
            if self._again >= _AGAIN or len(self._seen) >= _MOST:
                self.done = True
                return


_Sentence = tuple[str, tuple[int, ...], int]  # words, marks, where it begins in the line


def _sentences(line: str, *, leading: bool) -> list[_Sentence]:
    """The sentences of a line; marks belong to the sentence before, in a line that opens with one to that after."""
    clean, marks, places = _without_marks(line)
    leading = leading or bool(_MARK.match(_bare(line)))
    spans = [(a, b) for a, b in statements(clean.replace("*", " ")) if any(c.isalpha() for c in clean[a:b])]
    given: list[list[int]] = [[] for _ in spans]
    for at, numbers in marks:
        if leading:
            mine = next((n for n, (_, b) in enumerate(spans) if b > at), None)
        else:
            mine = next((n for n in range(len(spans) - 1, -1, -1) if spans[n][0] < at), None)
        if mine is not None:
            given[mine].extend(numbers)
    # where the mark comes first, it goes with what follows
    begins = [0, *(places[b - 1] + 1 for _, b in spans)] if leading else [places[a] for a, _ in spans]
    texts = [(_plain(clean[a:b]), begin) for (a, b), begin in zip(spans, begins, strict=False)]
    return [(t, tuple(dict.fromkeys(g))[:_MOST], p) for (t, p), g in zip(texts, given, strict=True)]


def _without_marks(line: str) -> tuple[str, list[tuple[int, list[int]]], list[int]]:
    """The line without marks, where marks were in it, and for each character its place in the line."""
    clean, last = "", 0
    marks: list[tuple[int, list[int]]] = []
    places: list[int] = []
    for m in _MARK.finditer(line):
        clean += line[last : m.start()]
        places += range(last, m.start())
        marks.append((len(clean), _numbers(m.group(1))))
        last = m.end()
    return clean + line[last:], marks, [*places, *range(last, len(line))]


def _numbers(text: str) -> list[int]:
    """The numbers of a mark: "1", "1, 3", "2-4"."""
    found = [int(n) for n in re.findall(r"\d+", text)]
    if len(found) == 2 and re.search(r"[-–]", text) and 0 < found[1] - found[0] < 10:
        return list(range(found[0], found[1] + 1))
    return found


def _written(found: list[_Sentence]) -> Iterator[Written]:
    """Sentences of a line; one without marks of its own rests on those that come next in the line."""
    for n, (text, marks, _) in enumerate(found):
        # "The answer is:" and "(Article 5)" say nothing, and a question, its own or ours again, is no answer
        if text and not _SAYS_NOTHING.match(text) and (marks or not text.endswith(":")):
            yield Written(text, marks or next((m for _, m, _ in found[n + 1 :] if m), ()))


def _in_circles(line: str) -> bool:
    """Whether the last words of a sentence that does not end are the same few again and again."""
    said = line[-400:].split()
    return any(
        len(said) >= _ROUNDS * n and said[-n:] * _ROUNDS == said[-n * _ROUNDS :]
        for n in range(2, len(said) // _ROUNDS + 1)
    )


def _bare(line: str) -> str:
    return _BULLET.sub("", _OPENING.sub("", line)).lstrip(" *_")


def _plain(text: str) -> str:
    """Without the marks of Markdown round it."""
    return " ".join(_bare(text).replace("**", "").replace("__", "").strip(" *_`").split())
