"""What a document says of itself, and only there: when and by whom it was issued and signed, who holds which post.

Read from the parts of the identity, each of which knows where in the text it stands. Knows nothing of scores.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from assistant.evidence import Evidence
from assistant.mentions import find_mentions
from assistant.question import Question
from assistant.terms import LIGHT, Term, bag
from corpus.corpus import Corpus
from corpus.document import Stated
from corpus.folding import fold, words
from corpus.identity import TYPE_WORDS, TYPES
from corpus.passage import PassageKey
from corpus.rows import Entry

_SIGNED = re.compile(
    r"\b(?:ai|nguoi nao|dong chi nao) (?:la nguoi |da )?ky\b|\bnguoi ky\b|\bwho (?:has )?sign(?:s|ed)\b|\bsigner\b"
    r"|\bput (?:his|her|their) names? (?:under|to|on)\b|\bwhose (?:name|signature)\b"
)
_ISSUER = re.compile(
    r"\b(?:ai|co quan nao|cap nao|don vi nao|to chuc nao) (?:da )?ban hanh\b|\bban hanh boi (?:ai|co quan nao)\b"
    r"|\b(?:who|which (?:body|agency|committee|ministry)) (?:has )?(?:issued|promulgated)\b|\bissued by (?:whom|who)\b"
)
_ISSUED = re.compile(r"\b(?:ban hanh|ky|issued|promulgated|signed|dated|date of issue)\b")
_HOLDER = re.compile(r"\b(?:la ai|la nguoi nao)$|^who (?:is|was)\b|\bdo ai (?:lam|dam nhiem|giu)\b")
_RIGHT_BEHIND = 30  # characters: "who signed official letter 642/..." asks for the signer whatever else is said
_LAST_POST = re.compile(r"[,\n]")
# words of such questions that name no document
_ASKING = frozenset(
    words(
        "ai nguoi nao ky ban hanh ngay khi bao gio nam thang do boi la duoc da co quan cua so lan dau vao hien nay dong"
        " chi vay the a nhi who when what which date day was were is has been the of by on in issued promulgated signed"
        " dated signer sign issue issuer body agency whom whose name signature put his her under to did and current"
        " currently"
    )
)

_OF_TITLE = 0.7  # share of what is asked about a document that its title has to say
_TYPES_BY_NAME: dict[str, frozenset[str]] = {}
for _type, _vi, _en, *_ in TYPES:
    for _name in (_vi, *_en):
        _TYPES_BY_NAME[fold(_name)] = _TYPES_BY_NAME.get(fold(_name), frozenset()) | {_type}
_ANY_TYPE = "|".join(sorted(map(re.escape, _TYPES_BY_NAME), key=lambda n: (-len(n), n)))
_WHICH = re.compile(
    rf"\b(?P<vi>{_ANY_TYPE}|van ban) nao\b|^(?:which|what) (?P<en>{_ANY_TYPE}|document)\b"
    r"|^(?:hay |xin |cho toi |giup toi )?(?:tim|tra cuu|find|show|get|look up)\b(?: \w+){0,3}?"
    rf" (?P<sought>{_ANY_TYPE}|van ban|document)\b"
)
# "thay thế những quyết định nào": the document asked for is what another one does something to
_RELATES = re.compile(
    r"\b(?:thay the|bai bo|huy bo|sua doi|bo sung|dinh chinh|huong dan|can cu)\W+(?:(?:nhung|cac|cho|vao|so) )*$"
)


def of_itself(corpus: Corpus, question: Question, named: Sequence[Entry], entries: Iterable[Entry]) -> list[Evidence]:
    """The lines that answer a question about a document itself, or about who holds a post; none for other questions."""
    even = fold(question.text).rstrip(" ?!.")
    if named:
        return _of_document(corpus, question, even, named[0])
    return _holder(corpus, question, entries) if question.kind == "who" and _HOLDER.search(even) else []


def which_document(
    corpus: Corpus, question: Question, terms: Sequence[Term], named: Sequence[Entry], entries: Iterable[Entry]
) -> list[Evidence]:
    """The number and title of the document that is asked for, where its title says most of what is asked about it."""
    even = fold(question.text)
    asked = _WHICH.search(even)
    if asked is None or _RELATES.search(even[: asked.start()]):
        return []
    kinds = _TYPES_BY_NAME.get(asked["vi"] or asked["en"] or asked["sought"], frozenset())
    told = [t for t in terms if fold(t.word) not in TYPE_WORDS | _ASKING and t.weight > LIGHT]
    total = sum(t.weight for t in told)
    keys = {e.identity.number_key for e in named}
    scored: list[tuple[float, bool, Entry]] = []
    for entry in entries:
        if entry.identity.number_key in keys or (kinds and entry.identity.type not in kinds):
            continue
        title = bag(
            f"{entry.identity.title} {entry.identity.issuer or ''} {entry.identity.issued or ''}",
            entry.identity.language,
        )
        share = sum(t.weight for t in told if t.forms & title) / total if total else 0.0
        scored.append((share, entry.identity.language == question.language, entry))
    scored.sort(key=lambda row: row[:2], reverse=True)
    if not scored or scored[0][0] < _OF_TITLE:
        return []
    first = scored[0]
    rivals = [
        e for share, _, e in scored[1:] if share == first[0] and e.identity.number_key != first[2].identity.number_key
    ]
    return [] if rivals else [*_lines(corpus, first[2], ("number",)), *_lines(corpus, first[2], ("title",))]


def _of_document(corpus: Corpus, question: Question, even: str, entry: Entry) -> list[Evidence]:
    signed = _SIGNED.search(even)
    beside = signed is not None and any(
        0 <= m.start - signed.end() <= _RIGHT_BEHIND for m in find_mentions(question.text)
    )
    if not beside and _says_more(question, entry):
        return []
    if signed:
        fields: tuple[str, ...] = ("signer_post", "signer")
    elif _ISSUER.search(even):
        fields = ("issuer",)
    elif question.kind == "date" and _ISSUED.search(even):
        fields = ("issued",)
    else:
        return []
    return _lines(corpus, entry, fields)


def _says_more(question: Question, entry: Entry) -> bool:
    """Whether the question holds words that neither ask for such a thing nor name the document."""
    named = f"{entry.identity.title} {entry.identity.issuer or ''} {entry.identity.number or ''}"
    known = _ASKING | TYPE_WORDS | {fold(w) for w in words(named)}
    return any(fold(w) not in known for w in question.content)


def _holder(corpus: Corpus, question: Question, entries: Iterable[Entry]) -> list[Evidence]:
    """The signature of the latest document that the holder of a post has signed."""
    asked = {fold(w) for w in question.content} - _ASKING
    fitting = [e for e in entries if _signs_as(e, asked)]
    latest = max(
        fitting, key=lambda e: (e.identity.issued or date.min, e.identity.language == question.language), default=None
    )
    return _lines(corpus, latest, ("signer_post", "signer")) if latest else []


def _signs_as(entry: Entry, asked: set[str]) -> bool:
    """Whether a document was signed by who holds the post asked about, of the body that issued it."""
    identity = entry.identity
    if not identity.signer or not identity.signer_post or not asked:
        return False
    # "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH": who signs is named last
    post = {fold(w) for w in words(_LAST_POST.split(identity.signer_post)[-1])}
    body = {fold(w) for w in words(f"{identity.issuer or ''} {identity.signer_post}")}
    return bool(post) and post <= asked and asked <= post | body


def _lines(corpus: Corpus, entry: Entry, fields: Sequence[str]) -> list[Evidence]:
    """The line or lines that state these fields, as one statement."""
    stated = [s for s in entry.identity.stated if s.field in fields and s.end > s.start]
    if not stated:
        return []
    return [_evidence(corpus, entry, stated)]


def _evidence(corpus: Corpus, entry: Entry, stated: Sequence[Stated]) -> Evidence:
    text = corpus.library.text(entry.revision)
    start, end = min(s.start for s in stated), max(s.end for s in stated)
    passages = corpus.library.passages_of(entry.revision)
    at = next((p for p in passages if p.start <= start < p.end), passages[0])
    title = " ".join(filter(None, (entry.identity.number, entry.identity.title)))
    return Evidence(
        entry, PassageKey(entry.revision, at.ordinal), start, end, text[start:end], at.address, at.path, at.page,
        above="", title=title, heading=False, lead_in=False, score=1.0, dense=1.0, frame=True,
    )  # fmt: skip
