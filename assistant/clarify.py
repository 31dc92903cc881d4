"""Which of several documents is meant: asked back with the choices, where the conversation does not settle it.

Looks at what the question names and at titles and dates; knows nothing of statements.
"""

import re
from collections.abc import Sequence

from assistant.answer import Choice
from assistant.earlier import TYPE, YEAR, Turn, called
from assistant.mentions import beside_names, find_mentions
from assistant.question import Question
from assistant.references import Named, in_place_of, works
from corpus.corpus import Corpus
from corpus.folding import fold, stem, words
from corpus.identity import types_of_heading
from corpus.messages import Language
from corpus.rows import Entry
from corpus.units import UnitReference, same_length, units_called

_MOST = 8  # choices
_LABEL = 160  # characters
_TITLED = 0.75  # share of a topic's words that a title has to hold
_BY_TOPIC = re.compile(
    rf"(?<!\w)(?P<type>van ban|{TYPE}|document)\s+(?:cua\s+.{{3,40}}?\s+)?(?:ve(?:\s+viec)?|quy dinh ve|on|about|concerning|regarding)\s+(?P<topic>.+)"
)
_OF_A_DOCUMENT = re.compile(
    r"\b(?:ai ky|do ai|nguoi ky|so (?:may|bao nhieu)|ngay (?:ky|ban hanh|hieu luc)|ban hanh|hieu luc|co quan nao ban hanh|ap dung tu|thay the)\b"
    r"|\b(?:who|when)\b.*\b(?:signed?|issued?|promulgated?|effective|effect|force)\b|\b(?:signer|issuer|number of|date of issue|effective date)\b"
)
_ENDS_TOPIC = re.compile(
    r"\s+(?:do ai|duoc|co hieu luc|ban hanh|co quan|khi nao|tu ngay|ngay nao|so bao nhieu|so may|ap dung|thay the|la ngay|het hieu luc|"
    r"is|was|takes?|took|come|came|has|have|issued|signed|effective|dated)\b.*$"
)


def settled(corpus: Corpus, asked: Question, named: Named, history: Sequence[Turn]) -> str:
    """The question with the whole number in place of a short one that may mean several documents.

    The one is meant that the question's other words name by its title, else the one that the conversation spoke of last.
    """
    question = asked.text
    content = beside_names(asked.content, find_mentions(question))
    for mention, entries in reversed(named.rivals):
        titled = _by_title(works(corpus, entries), content)
        meant = titled[0][0] if len(titled) == 1 else _spoken_of(entries, history)
        if meant is not None:
            question = in_place_of(mention, meant, question)
    return question


def _spoken_of(entries: Sequence[Entry], history: Sequence[Turn]) -> Entry | None:
    for turn in reversed(history):
        told = fold(" ".join((turn.question, *turn.documents)))
        meant = [e for e in entries if e.identity.number and _stands(fold(e.identity.number), told)]
        if len({e.identity.number_key for e in meant}) == 1:
            return meant[0]
    return None


def rivals(corpus: Corpus, asked: Question, named: Named) -> list[Choice]:
    """The documents that a number may mean: another issuer's, another year's."""
    for mention, entries in named.rivals:
        groups = works(corpus, entries)
        if len(groups) > 1:
            dated = len({g[0].identity.number_key for g in groups}) < len(groups)
            return [_choice(g[0], asked, mention.start, mention.end, dated=dated) for g in _latest_first(groups)]
    return []


def without_document(corpus: Corpus, asked: Question, entries: Sequence[Entry]) -> list[Entry]:
    """The documents, one of each work, that have the unit named; the ones whose title fits, where the question says more.

    A question that says much more than the unit is searched for like any other.
    """
    if not asked.units or find_mentions(asked.text):
        return []
    unit = asked.units[0]
    titled = _by_title([[e] for e in entries], asked.content) if asked.content else [[e] for e in entries]
    if len(asked.content) > 2 and len(titled) == len(entries):
        return []
    having = [g[0] for g in titled if _has(corpus, g[0], unit)]
    having.sort(key=lambda e: e.identity.language != asked.language)
    return [g[0] for g in _latest_first(works(corpus, having))]


def unit_choices(asked: Question, entries: Sequence[Entry]) -> list[Choice]:
    """The unit that is named, of each of the documents that have it."""
    return [_choice(e, asked, asked.units[0].end, asked.units[0].end) for e in entries[:_MOST]]


def by_topic(corpus: Corpus, asked: Question, entries: Sequence[Entry]) -> tuple[list[Entry], tuple[int, int]]:
    """The documents that "the decision on rotation" may mean, and where the question names their type.

    Only of a question about the document itself (who signed it, since when it applies): what a document says of a
    topic is found by searching.
    """
    even = same_length(asked.text).rstrip(" ?!.")
    match = _BY_TOPIC.search(even)
    if match is None or asked.numbers or find_mentions(asked.text) or not _OF_A_DOCUMENT.search(even):
        return [], (0, 0)
    topic = words(_ENDS_TOPIC.sub("", match["topic"]))
    types = types_of_heading(match["type"])
    years = {int(m.group()) for m in YEAR.finditer(even)}
    topic = [w for w in topic if not (w.isdigit() and int(w) in years)]
    if len(topic) < 2:
        return [], (0, 0)
    fitting = [
        e for e in entries
        if (not types or e.identity.type in types)
        and (not years or e.identity.issued is None or e.identity.issued.year in years)
        and _held(topic, e) >= _TITLED
    ]  # fmt: skip
    fitting.sort(key=lambda e: e.identity.language != asked.language)
    best = max((_held(topic, e) for e in fitting), default=0.0)
    alike = [e for e in fitting if _held(topic, e) >= best - 0.1]
    return [g[0] for g in _latest_first(works(corpus, alike))], match.span("type")


def topic_choices(asked: Question, entries: Sequence[Entry], at: tuple[int, int]) -> list[Choice]:
    """Each document by its number, where the question is not answered alike by all of them."""
    signers = {e.identity.signer for e in entries}
    if re.search(r"\b(?:ky|sign\w*)\b", fold(asked.text)) and len(signers) == 1 and None not in signers:
        return []
    return [_choice(e, asked, *at) for e in entries[:_MOST]]


def _has(corpus: Corpus, entry: Entry, unit: UnitReference) -> bool:
    return bool(units_called(corpus.library.outline(entry.revision), unit))


def _latest_first(groups: Sequence[list[Entry]]) -> list[list[Entry]]:
    def order(group: list[Entry]) -> tuple[int, str]:
        issued = group[0].identity.issued
        return (-issued.toordinal() if issued else 0, group[0].id)

    return sorted(groups, key=order)[:_MOST]


def _by_title(groups: Sequence[list[Entry]], content: Sequence[str]) -> list[list[Entry]]:
    """Those whose titles hold the words of the question best, where that tells them apart."""
    held = [max(_held(content, e) for e in g) for g in groups]
    best = max(held, default=0.0)
    kept = [g for g, share in zip(groups, held, strict=True) if share >= best - 0.3]
    return kept if best >= 0.5 else list(groups)


def _held(content: Sequence[str], entry: Entry) -> float:
    """The share of words that stand in a document's title or its issuer's name."""
    named = f"{entry.identity.title} {entry.identity.issuer or ''}"
    there = {form for w in words(named) for form in (fold(w), stem(fold(w)))}
    return sum(bool({fold(w), stem(fold(w))} & there) for w in content) / len(content) if content else 0.0


def _stands(number: str, text: str) -> bool:
    return re.search(rf"(?<![\w/]){re.escape(number)}(?![\w/])", text) is not None


def _called(entry: Entry, *, dated: bool = False) -> str:
    i = entry.identity
    shown = called(i.type, i.number, i.title, i.language)
    if not dated or i.issued is None:
        return shown
    return f"{shown} {'dated' if i.language == 'en' else 'ngày'} {i.issued.strftime('%d/%m/%Y')}"


def _choice(entry: Entry, asked: Question, start: int, end: int, *, dated: bool = False) -> Choice:
    """One document as a choice: the question with its name at the place given."""
    before, behind = asked.text[:start].rstrip(), asked.text[end:].lstrip(" ,")
    joined = "of" if start == end and asked.language == "en" else ""
    question = " ".join(filter(None, (before, joined, _called(entry, dated=dated), behind)))
    return Choice(_label(entry, asked.language), re.sub(r"\s+([?!.,])", r"\1", question))


def _label(entry: Entry, language: Language) -> str:
    i = entry.identity
    date = i.issued.strftime("%d/%m/%Y" if language == "vi" else "%Y-%m-%d") if i.issued else None
    told = ", ".join(filter(None, (date, i.issuer)))
    label = f"{called(i.type, i.number, i.title, i.language)}{f' ({told})' if told else ''}"
    if i.number and i.title:
        label = f"{label}: {i.title}"
    return label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + "…"
