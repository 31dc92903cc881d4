"""Archives made by rule, as long as wanted, with the statistics of a real one: what `scale` measures on.

Words, their neighbours, the lengths of passages and of documents and the two languages' shares are those of a folder of
documents: a passage is put together of runs of words out of them. Names, numbers and dates come by rule, ever new
ones, as an archive's vocabulary never ends. Document n is the same every time. Knows nothing of stores.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from corpus.document import Document, Identity, Provision, Source
from corpus.identity import find_numbers
from corpus.incoming import NewDocument
from corpus.messages import Language
from ingest.cut import cut
from ingest.files import files_under
from ingest.reading import document_of

_RUN = (3, 12)  # words taken together: enough to keep phrases, too few to make two passages the same
_NEW = 0.03  # of the words: a name that may never have been seen
_FIGURE = 0.03
_REFERENCE = 0.25  # of the passages: name another document
# the shares of the documents that a filter by issuer keeps, and the first document of each: then every so many
ISSUERS = {
    0.001: (7, "Hội Khuyến học tỉnh Lam Giang"),
    0.01: (3, "Thanh tra tỉnh Lam Giang"),
    0.2: (1, "Sở Nội vụ tỉnh Lam Giang"),
}
_REST = "Ủy ban nhân dân tỉnh Lam Giang"
DECIDED = 0.8  # the share of decisions, for a filter by type
_A_YEAR, _FIRST, _YEARS = 9000, 1990, 35  # documents a year; then the next body's begin, so that no two share a number
_BODIES = ("UBND", "SNV", "STC", "SXD", "STP")
_ONSETS = ("b", "ch", "d", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "r", "s", "t", "th", "tr", "v", "x", "kr")
_RIMES = ("a", "an", "ang", "ao", "e", "en", "i", "inh", "o", "ong", "ông", "u", "ương", "y", "oa", "uy", "ai", "em")


@dataclass(frozen=True, slots=True)
class Voice:
    """What there is of one language: its words in reading order, the lengths of its passages (words) and documents."""

    language: Language
    words: tuple[str, ...]
    passages: tuple[int, ...]
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """What documents are made after; a language is chosen as often as it has documents."""

    voices: tuple[Voice, ...]

    @classmethod
    def of(cls, folder: Path) -> "Statistics":
        """Those of the documents in a folder."""
        found: dict[Language, tuple[list[str], list[int], list[int]]] = {}
        for file in files_under([folder]):
            new = document_of(file, file.path.read_bytes(), "")
            words, passages, documents = found.setdefault(new.document.identity.language, ([], [], []))
            for p in new.passages:
                told = new.document.text[p.start : p.end].split()
                words += told
                passages.append(len(told))
            documents.append(len(new.passages))
        return cls(tuple(Voice(name, tuple(w), tuple(p), tuple(d)) for name, (w, p, d) in sorted(found.items())))

    def with_means(self, words: float | None, articles: float | None) -> "Statistics":
        """The same with other lengths: passages of so many words on average, documents of so many articles."""
        return Statistics(
            tuple(
                Voice(v.language, v.words, _with_mean(v.passages, words), _with_mean(v.documents, articles))
                for v in self.voices
            )
        )

    def save(self, file: Path) -> None:
        """Writes them where another process reads them."""
        file.write_text(json.dumps([asdict(v) for v in self.voices], ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, file: Path) -> "Statistics":
        """Reads what was saved."""
        rows = json.loads(file.read_text(encoding="utf-8"))
        lists = ("words", "passages", "documents")
        return cls(tuple(Voice(row["language"], *(tuple(row[name]) for name in lists)) for row in rows))


def documents(statistics: Statistics, passages: int) -> Iterator[NewDocument]:
    """Documents one after the other until they hold so many passages; the last one is cut short."""
    made = number = 0
    while made < passages:
        new = document(statistics, number, passages - made)
        made += len(new.passages)
        number += 1
        yield new


def document(
    statistics: Statistics, number: int, most: int, passages: int | None = None, extra: str = ""
) -> NewDocument:
    """Document `number`, of so many articles (as many as real ones have, if None), each holding the words `extra`."""
    chance = random.Random(number)
    voice = chance.choices(statistics.voices, [len(v.documents) for v in statistics.voices])[0]
    count = min(most, passages if passages is not None else chance.choice(voice.documents))
    title = f"{_title(voice, chance)} {number}"
    parts, provisions, at = [title], list[Provision](), len(title) + 1
    for i in range(1, count + 1):
        words = _passage(voice, chance, i, extra)
        provisions.append(Provision(f"d{i}", "article", _label(voice, i), words.split("\n")[0], at, at + len(words)))
        parts.append(words)
        at += len(words) + 1
    text = "\n".join(parts)
    source = Source(f"made/{number}", f"{number}.txt", sha256(text.encode()).hexdigest(), 0, "text/plain")
    made = Document(_identity(voice, title, number, chance), text, source, (), tuple(provisions))
    return NewDocument(made, cut(made)[:most], b"")


def _with_mean(lengths: tuple[int, ...], mean: float | None) -> tuple[int, ...]:
    factor = mean * len(lengths) / sum(lengths) if mean is not None else 1.0
    return tuple(max(1, round(n * factor)) for n in lengths)


def _identity(voice: Voice, title: str, number: int, chance: random.Random) -> Identity:
    years, serial = divmod(number, _A_YEAR)
    bodies, year = divmod(years, _YEARS)
    issued = date(_FIRST + year, 1, 1) + timedelta(chance.randrange(365))
    decided = number % 10 < DECIDED * 10
    printed = f"{serial + 1}/{issued.year}/{'QĐ' if decided else 'KH'}-{_BODIES[bodies % len(_BODIES)]}"
    key = find_numbers(printed)[0].key
    kind = "decision" if decided else "plan"
    return Identity(title, voice.language, printed, key, kind, issuer_of(number), issued)


def issuer_of(number: int) -> str:
    """Spread evenly over the numbers, so that an archive of any size has its share of each."""
    for share, (first, name) in ISSUERS.items():
        if number % round(1 / share) == first:
            return name
    return _REST


def _title(voice: Voice, chance: random.Random) -> str:
    return " ".join(_run(voice, chance, 6)).rstrip(".,;:")


def _label(voice: Voice, i: int) -> str:
    return f"Điều {i}" if voice.language == "vi" else f"Article {i}"


def _passage(voice: Voice, chance: random.Random, i: int, extra: str) -> str:
    length, words = chance.choice(voice.passages), list[str]()
    while len(words) < length:
        words += _run(voice, chance, length - len(words))
    if chance.random() < _REFERENCE:
        words.append(f"{_rank(chance) % _A_YEAR + 1}/{_FIRST + _rank(chance) % _YEARS}/QĐ-UBND")
    if extra:
        words.append(extra)
    return f"{_label(voice, i)}. {_title(voice, chance)}\n{' '.join(words)}."


def _run(voice: Voice, chance: random.Random, most: int) -> list[str]:
    at = chance.randrange(len(voice.words))
    words = list(voice.words[at : at + min(most, chance.randint(*_RUN))])
    for n in range(len(words)):
        drawn = chance.random()
        if drawn < _NEW:
            words[n] = name_of(_rank(chance))
        elif drawn < _NEW + _FIGURE:
            words[n] = str(_rank(chance))
    return words


def _rank(chance: random.Random) -> int:
    """A rank after Zipf's law without an end, so that the vocabulary grows with the archive as real ones do (Heaps)."""
    return min(int((1.0 - chance.random()) ** -1.6), 10**9)


def name_of(rank: int) -> str:
    """The name of a rank, of as many syllables as it takes; the same for the same rank."""
    syllables = list[str]()
    while rank or not syllables:
        rank, place = divmod(rank, len(_ONSETS) * len(_RIMES))
        onset, rime = divmod(place, len(_RIMES))
        syllables.append(_ONSETS[onset] + _RIMES[rime])
    return "".join(syllables).capitalize()


def batches(made: Iterator[NewDocument], most: int, characters: int) -> Iterator[Sequence[NewDocument]]:
    """Documents as an ingestion hands them over: so many together, or so many characters."""
    batch: list[NewDocument] = []
    for new in made:
        batch.append(new)
        if len(batch) >= most or sum(len(n.document.text) for n in batch) > characters:
            yield batch
            batch = []
    if batch:
        yield batch
