"""A follow-up that sets a case and asks what then: "what if it gets lost?", "lỡ bị mất thì sao?", "and if I pay late?".

What it sets is said of the topic of the question before. Knows the words of the conversation only.
"""

import re

from assistant.earlier import is_attribute
from assistant.instead import THING, UNDER, sentence
from corpus.folding import fold, has_diacritics, language_of
from corpus.messages import Language
from corpus.units import same_length

_MOST = 9  # words of the case: a longer one says itself what it is about
_AND = r"(?:(?:con|the|vay|va|nhung|and|but|so)[,\s]+)*"
# with a word for "if", or a verb that needs one: "không gửi thì sao?", "quá hạn thì sao?"
_CASE_VI = re.compile(
    rf"^{_AND}(?:(?P<if>(?:neu|lo|nho|chang may|khong may|nhu|gia su)(?:\s+(?:nhu|ma|bi(?=\s+bi)))?)\s+"
    r"|(?=(?:khong|chua|bi|cham|tre|muon|qua han|thieu|vang|nghi|hong)\s"
    r"|(?:nop|gui|den|di|lam|hoc|bao cao) (?:cham|tre|muon|thieu|qua han)\s))"
    r"(?P<case>.+?)(?:\s+(?:thi\s+)?(?:sao|the nao|ra sao|lam sao|lam the nao)(?:\s+(?:a|nhi|vay|ha|day))?|\s+thi)$"
)
_CASE_EN = re.compile(rf"^{_AND}(?:what\s+(?:happens\s+)?|how\s+about\s+|what\s+about\s+)?if\s+(?P<case>.+)$")
_IT_EN = re.compile(r"(?<!\w)(?:it|one|that|this)(?!\w)")
_GETS = re.compile(r"(?<!\w)gets?\s+(?=\w+(?:ed|en|st|wn|lt|pt)(?!\w))")  # "gets lost" is "is lost"
_IT_VI = re.compile(r"(?<!\w)(?:no|cai do|thu do)(?!\w)")
_THEN: dict[Language, str] = {"vi": "{case} thì sao", "en": "What happens if {case}"}
# "bao nhiêu tiết bồi dưỡng": what is counted is what there may be too little of
_COUNTED_VI = re.compile(r"(?<!\w)(?:bao nhieu|may)\s+(?P<thing>[^\W\d]+\s+[^\W\d]+(?:\s+[^\W\d]+)?)")
_MARKED = {
    "lo": "lỡ",
    "nho": "nhỡ",
    "neu": "nếu",
    "nhu": "như",
    "chua": "chưa",
    "bi": "bị",
    "cham": "chậm",
    "tre": "trễ",
}


def case_of(question: str, before: str, topic: str, document: str) -> str | None:
    """The whole question: what is to be done in that case of the topic; None where no case is set or no topic known.

    `before` is the question of that topic: the thing that it names last is what "it" is.
    """
    if not topic or is_attribute(question):
        return None
    even, language = same_length(question).rstrip(" ?!."), language_of(question)
    match = (_CASE_VI if language == "vi" else _CASE_EN).match(even)
    if match is None or len(match["case"].split()) > _MOST or not _as_marked(question, match):
        return None
    case = question[match.start("case") : match.end("case")].strip(" ,")
    case = _GETS.sub("is ", case) if language == "en" else case
    if language == "vi" and not has_diacritics(question):
        topic = fold(topic)
    told = _THEN[language].format(case=_of(_thing(before, language), topic, case, language))
    return sentence(f"{told} {UNDER[language]} {document}" if document else told)


def _of(thing: str, topic: str, case: str, language: Language) -> str:
    """The case with what "it" is in its place; where it names none, with the thing or the topic beside it."""
    it = (_IT_VI if language == "vi" else _IT_EN).search(same_length(case))
    if it is not None and (language == "en" or case[it.start() : it.end()].lower() != "no"):
        return f"{case[: it.start()]}{'the ' if language == 'en' else ''}{thing or topic}{case[it.end() :]}"
    if language == "vi":
        return f"{case} {thing}" if thing else f"{topic} {case}"
    return f"{case} ({topic})"


def _thing(before: str, language: Language) -> str:
    """What a question names last, or counts; "" for none."""
    even = same_length(before)
    if language_of(before) != language:
        return ""
    found = list((_COUNTED_VI if language == "vi" else THING).finditer(even))
    return before[found[-1].start("thing") : found[-1].end("thing")] if found else ""


def _as_marked(question: str, match: re.Match[str]) -> bool:
    """Whether the word that sets the case is the one meant, where the question shows its marks."""
    if not has_diacritics(question) or match.re is _CASE_EN:
        return True
    at = match.start("if") if match["if"] else match.start("case")
    first = question[at:].split()[0].lower()
    return _MARKED.get(fold(first), first) == first
