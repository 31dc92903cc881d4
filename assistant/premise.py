"""What a question takes for granted ("since the limit is 5 years, ..."), turned into a question of its own.

Knows the question only; what the documents say of it is for `assistant.premises`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking import ASKS
from assistant.earlier import is_attribute, named_documents
from assistant.figures import Figure, figures_in
from assistant.in_passing import stated_in_passing, states
from assistant.mentions import find_mentions
from assistant.premises.force import Force, force_of
from assistant.premises.slots import Slot, slots_of
from assistant.premises.validity import Validity, validity_in
from assistant.question import understand
from corpus.dates import find_dates
from corpus.folding import fold, has_diacritics, language_of, words
from corpus.messages import Language
from corpus.units import same_length

_GIVEN = re.compile(
    r"^(?:(?:boi\s+)?vi(?!\s+(?:sao|tri|pham)\b)|boi|do|biet rang|duoc biet|da biet|cho biet rang|nhu da biet|xet thay|(?:toi|minh) (?:duoc )?biet(?: rang| la)?|nghe noi|"
    r"theo (?:toi|minh) (?:duoc )?biet|mac du|tuy|khi ma|mot khi|"
    r"since|because|as(?!\s+(?:of|at)\b)|given(?: that)?|considering(?: that)?|knowing that|seeing that|now that|although|though|even though|"
    r"i (?:know|heard|understand|read)(?: that)?|it is said that|we know that)\s*:?,?\s+(?P<claim>.+?)"
    r"(?:,\s*(?:nen|thi|vay|vay thi|cho nen|do do|vi vay|so|then|therefore)?\s*|\s+(?:nen|cho nen|vay thi|thi)\s+)(?P<rest>.+)$"
)
_SO = re.compile(
    r"^(?P<claim>.+?)(?:[,;]\s*(?:vay|vay thi|do do|vi vay|vi the|nhu vay|the thi|cho nen|nen|(?P<english>so|therefore|thus|hence|then))|"
    r"[.!]\s*(?:vay|vay thi|do do|vi vay|nhu vay|the thi|so|therefore|thus|hence)?)[,\s]+(?P<rest>[^.!]+)$"
)
_BEHIND = re.compile(
    # typed without marks, "vị trí" and "vi phạm" begin as "vì" does
    r"^(?P<rest>.+?)[,\s]+(?:boi vi|vi(?!\s+(?:tri|pham)\b)|since|because|given that|seeing that|khi ma"
    r"|as(?!\s+(?:of|at|from|to|well|per|an?|soon|long|many|much|such|part|in)\b))\s+(?P<claim>.+)$"
)
# told before it is asked, with nothing that joins the two: "the School sets the test; how long is it?"
_TOLD = re.compile(r"^(?:(?:theo|under|according to)\s[^,]+,\s*)?(?P<claim>[^.,;?!]+)[;,]\s*(?P<rest>[^.;?!]+)$")
_THEN = re.compile(r"^(?P<claim>.+?)\s+(?:roi\s+)?thi\s+(?P<rest>.+)$")
_WHY = re.compile(r"^(?:vi sao|tai sao|why)\s+(?:lai\s+)?(?:(?:does|do|did)\s+)?(?P<claim>.+)$")
# an opening that may be another word with other marks: "dó", "ví", "tùy"
_THI = re.compile(r"(?<!\w)[Tt]hi(?!\w)")
_JOINED = re.compile(r"[a-z]")
_MARKS = {"vi": "vì", "do": "do", "boi": "bởi", "tuy": "tuy", "da": "đã", "duoc": "được", "biet": "biết"}
_ASK_FOR = {
    "duration": ("bao lâu", "how long"),
    "percent": ("bao nhiêu phần trăm", "what percentage"),
    "money": ("bao nhiêu tiền", "how much money"),
    "age": ("bao nhiêu tuổi", "how many years old"),
    "date": ("ngày nào", "what date"),
}

# "the 12 to how many tasks"
_RANGE = re.compile(r"(?:\bthe )?(?:\d+ (?:to|or|đến|den) )?(how many|how long|bao nhiêu|bao nhieu)", re.IGNORECASE)
_ENOUGH = {"en": 4, "vi": 6}  # words of content of a claim that says something


@dataclass(frozen=True, slots=True)
class Premise:
    """What is taken for granted, the question beside it, and the question to ask about it."""

    claim: str
    rest: str
    asks: str
    figures: tuple[Figure, ...]
    force: Force | None
    language: Language
    passing: bool = False  # stated in passing, inside a question that is asked as a whole
    slots: tuple[Slot, ...] = ()
    validity: Validity | None = None
    plain: bool = False

    @property
    def question(self) -> str:
        """What is to be answered: the rest, with the premise's subject where the rest names none."""
        if self.passing:
            return self.rest
        asked = understand(self.rest)
        if len(asked.content) >= 4 or (len(asked.content) >= 2 and not is_attribute(self.rest)):
            return self.rest
        return f"{self.rest.rstrip(' ?!.')} ({self.subject})?"

    @property
    def subject(self) -> str:
        """The premise without its figures; of one on validity, the documents."""
        if self.validity is not None:
            return ", ".join(named_documents(self.claim))
        return " ".join(_without(self.claim, self.figures, "").split())


def find_premise(question: str) -> Premise | None:
    """The premise of a question, if it has one that can be held against the documents: a figure, a date, a modal."""
    even = same_length(question).rstrip(" ?!.")
    if has_diacritics(question):
        for thi in _THI.finditer(question):  # "thi vấn đáp" joins nothing, "thì" does
            even = even[: thi.start()] + "th_" + even[thi.end() :]
    for day in find_dates(question):  # the comma of "January 1, 2025" ends no clause
        even = even[: day.start] + even[day.start : day.end].replace(",", " ") + even[day.end :]
    plain: Premise | None = None
    for pattern in (_GIVEN, _SO, _BEHIND, _WHY):
        match = pattern.match(even)
        if match is None or not _as_marked(question, match):
            continue
        claim = question[match.start("claim") : match.end("claim")].strip(" ,.;:")
        whole = pattern is _WHY
        if pattern is _SO and match["english"] and language_of(question) == "vi":
            continue  # "Tính đến nay, Sở ..."
        rest = question if whole else question[match.start("rest") : match.end("rest")].strip(" ,.;:")
        if not whole and (not ASKS.search(fold(rest)) or _asks_itself(claim)):
            continue
        premise = _premise(claim, rest, understand(question).language) or _of_whom(claim, question)
        if premise is not None:
            return premise
        told = (
            pattern is _GIVEN
            or (whole and find_mentions(claim))
            or (pattern is _SO and _JOINED.search(even, match.end("claim"), match.start("rest")))
        )
        plain = plain or (_plain(claim, question) if told else None)
    return _in_passing(question) or _told(question, even) or plain


def _in_passing(question: str) -> Premise | None:
    """A figure that is stated in passing: the question stays as it is."""
    found = stated_in_passing(question)
    if found is None:
        return None
    claim, language = question[found.start : found.end], understand(question).language
    asks = _RANGE.sub(r"\1", _asking(claim, found.figures[0], language))
    return Premise(claim.strip(" ,;"), question, asks, found.figures, None, language, passing=True)


def _of_whom(claim: str, question: str) -> Premise | None:
    """Who does a thing, or at which step: the question stays as it is, as what it asks may hang on that."""
    slots = tuple(slots_of(claim, understand(question).language))
    return (
        Premise(claim, question, "", (), None, understand(question).language, passing=True, slots=slots)
        if slots
        else None
    )


def _plain(claim: str, question: str) -> Premise | None:
    """What has no figure, no modal and nobody who does it: only a statement that denies it can be held against it."""
    told = understand(claim)
    if len(told.content) < _ENOUGH[told.language] or not states(same_length(claim)):
        return None
    return Premise(claim, question, "", (), None, understand(question).language, passing=True, plain=True)


def _told(question: str, even: str) -> Premise | None:
    """What is told before it is asked: of whom, of the validity of a document, or plainly."""
    if (then := _THEN.match(even)) is not None and ASKS.search(fold(question[then.start("rest") :])):
        placed = _of_whom(question[then.start("claim") : then.end("claim")], question)
        if placed is not None and placed.slots[0].kind == "place":
            return placed
    for match in _TOLD.finditer(even):
        claim, rest = (question[match.start(name) : match.end(name)].strip(" ,.;:") for name in ("claim", "rest"))
        if ASKS.search(fold(rest)) and not _asks_itself(claim):
            stands = _premise(claim, rest, understand(question).language) if validity_in(claim) else None
            joined = question[match.end("claim") : match.start("rest")]
            return stands or _of_whom(claim, question) or (_plain(claim, question) if ";" in joined else None)
    return None


def _as_marked(question: str, match: re.Match[str]) -> bool:
    """Whether the word that opens the premise is the one meant, where the question shows its marks."""
    if not has_diacritics(question) or match.start("claim") == 0:
        return True
    before = question[: match.start("claim")] if match.start("claim") < match.end("claim") else ""
    opening = words(before)[-1:] if match.re is _BEHIND else words(before)[:1]
    return all(_MARKS.get(fold(w), w.lower()) == w.lower() for w in opening)


def _asks_itself(claim: str) -> bool:
    return claim.endswith("?") or bool(
        re.search(r"\b(?:what|which|who|when|where|how|ai|gi|nao|bao nhieu|khi nao)\b", fold(claim))
    )


def _premise(claim: str, rest: str, language: Language) -> Premise | None:
    figures, validity = tuple(figures_in(claim)), validity_in(claim)
    force = None if validity else force_of(claim)[0]
    if not figures and force is None:
        return Premise(claim, rest, "", (), None, language, validity=validity) if validity else None
    asks = _asking(claim, figures[0], language) if figures else " ".join(claim.split()) + "?"
    slots = () if validity else tuple(slots_of(claim, language))
    return Premise(claim, rest, asks, figures, force, language, slots=slots, validity=validity)


def _asking(claim: str, figure: Figure, language: Language) -> str:
    """The question for a figure of the claim."""
    vi, en = _ASK_FOR.get(figure.measure, ("bao nhiêu", "how many"))
    shown = vi if language == "vi" else en
    noun = "" if figure.measure in _ASK_FOR else " " + claim[figure.start : figure.end].split(" ", 1)[-1]
    # marks in words of ours would make a question typed without them look marked
    asks = _without(claim, (figure,), (shown if has_diacritics(claim) else fold(shown)) + noun)
    return " ".join(asks.split()).rstrip(" ,;") + "?"


def _without(text: str, figures: Sequence[Figure], shown: str) -> str:
    for f in reversed(figures):
        text = f"{text[: f.start]} {shown} {text[f.end :]}"
    return text
