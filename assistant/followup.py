"""A question that hangs on the ones before it, made whole by rule: "còn cấp xã thì sao?", "who signs it?".

What is a whole question by itself is left alone. Knows the words of the conversation only, and no documents.
"""

import re
from collections.abc import Sequence

from assistant.case_asked import case_of
from assistant.definite import bodies_named
from assistant.earlier import (
    ATTRIBUTES,
    TYPE,
    Turn,
    document_of,
    is_attribute,
    named_documents,
    of_what,
    only_attributes,
    spoken_of,
)
from assistant.instead import ABOUT, OF, UNDER, in_document, instead, not_but, sentence
from assistant.mentions import find_mentions
from assistant.ordinals import names_part, numbered
from assistant.pronouns import asks_who, with_name
from assistant.question import Question, understand
from corpus.folding import fold, has_diacritics, language_of, nfc
from corpus.unit_lists import every_unit
from corpus.units import same_length

_FEW = 5  # words that name one thing
_A_NAME = 12  # words of a title that may stand in a question
_TURNS = 6  # what is further back is no longer spoken of

_OPENERS = (
    re.compile(
        r"(?:the\s+|vay\s+|a\s+|nhung\s+|va\s+)*(?:con|doi voi|neu la|the|vay)(?:\s+(?:ve|voi|o|doi voi|cho|truong hop))?\s+(?=\S)"
    ),
    re.compile(r"(?:(?:and|but|so|ok|okay|well|then)[,\s]+)*(?:what|how)\s+about\s+(?:the\s+(?=case))?"),
    re.compile(r"(?:and|but|so|then)[,\s]+(?=\S)"),
    re.compile(r"va[,\s]+(?=\S)"),
)
# "no, I meant ...": what follows takes the place of what was asked for
_CORRECTIONS = (
    re.compile(
        r"(?:(?:khong(?: phai)?(?: the| vay)?|a|o|oi|nham(?: roi)?|xin loi|sorry)[,.\s]+)*"
        r"y (?:cua )?(?:toi|minh|em|anh|chi|chung toi) (?:la|muon hoi|hoi|noi|muon noi)(?: (?:la|ve))?[,:\s]+(?=\S)"
        r"|(?:khong(?: phai)?(?: the| vay)?|(?:a |o |oi )?nham(?: roi)?|xin loi)\s*[,.]\s*(?:(?:toi|minh|em) (?:muon )?(?:hoi|noi) (?:ve )?)?(?=\S)"
    ),
    re.compile(
        r"(?:(?:no|nope|sorry|oops|wait|actually|not that(?: one)?)[,.\s]+)*(?:i|we) (?:mean|meant|was asking(?: about)?|were asking(?: about)?)[,:\s]+(?=\S)"
        r"|(?:no|nope|sorry|oops|actually|not that(?: one)?)\s*[,.]\s*(?:make (?:it|that) |rather )?(?=\S)"
    ),
)
_SOFTENED = re.compile(r"\s+(?:co|ay|ay chu|chu|nhe|a|ma|rather|instead)$")
# an opener that is another word with other marks: "con" (child), "thể", "vẫy"
_OPENER_MARKS = {
    "con": "còn",
    "the": "thế",
    "vay": "vậy",
    "nhung": "nhưng",
    "va": "và",
    "a": "à",
    "doi": "đối",
    "neu": "nếu",
    "so": "so",
    "then": "then",
}
_SAO = re.compile(r"(?:\s+thi)?\s+(?:sao|the nao|nhu the nao|ra sao)(?:\s+(?:a|nhi|vay|the|ha))?$|\s+thi$")
_THAT = r"do(?!\s+(?:ai|co quan|don vi|bo|so|ban|uy ban|ubnd|hdnd|tinh|chinh phu|thu tuong|chu tich|giam doc)\b)|nay|ay|kia|tren|noi tren|vua neu|vua roi|neu tren"
_DOCUMENT_VI = re.compile(rf"\b(?:van ban|tai lieu|{TYPE})\s+(?:{_THAT})(?!\w)")
_IT_VI = re.compile(r"\b(?:no|ho)\b(?! (?:so|ten|va ten|hang|vien|tro|chieu)\b)")
_DOCUMENT_EN = re.compile(rf"\b(?:this|that|the same|said|the above)\s+(?:document|text|{TYPE})\b")
_IT = re.compile(
    r"\b(?:its?|they|them|their|those|these)\b(?!\s+(?:possible|necessary|required|mandatory|true|allowed)\b)"
)
_OF_THEM = re.compile(r"\bof (?:them|these|those|which)\b")
_THAT_MARKED = re.compile(r"\b[^\W\d_]+ (?:đó|ấy)\b", re.IGNORECASE)
_THIS_VI = re.compile(
    rf"\b(?:viec|muc|so tien|ho so|dieu|truong hop|noi dung|nhiem vu|che do|chinh sach|khoan|quy trinh|nguoi|doi tuong"
    rf"|ban|hoi dong|lop|khoa|to|doan|co quan|don vi)\s+(?:{_THAT})(?!\w)"
)
_OF_A_DOCUMENT = re.compile(
    r"\b(?:sign(?:s|ed|er)?|appl(?:y|ies)|issu(?:e|es|ed|er)|promulgat\w+|take effect|takes effect|come into force|in force|effective|"
    r"expire\w*|replac\w+|amend\w+|repeal\w*|ky|ban hanh|hieu luc|thay the|sua doi|bai bo|ap dung tu|nguoi ky)\b"
)
_UNMARKED_TRUE = {"đó", "này", "ấy", "kia", "trên", "nêu", "rồi", "nó"}


def standalone(question: str, history: Sequence[Turn]) -> str:
    """The question as it is meant in the conversation; itself where it needs no other."""
    even = " ".join(nfc(question).split())
    turns = [t for t in history if t.question][-_TURNS:]
    if not turns or not even:
        return even
    told = with_name(even, turns[-1].persons[0]) if turns[-1].persons and asks_who(turns[-1].question) else even
    told = numbered(told, [t.question for t in turns])
    if not find_mentions(told) and (
        case := case_of(told, turns[-1].question, _topic(understand(told), turns), _named(turns[-1]))
    ):
        return case
    told = bodies_named(told, turns[-1].question)
    if swapped := not_but(told, turns[-1].question):
        return swapped
    bare, opened = _without_opener(told)
    if chosen := in_document(bare, turns[-1].question):
        return chosen
    replaced = instead(bare, turns[-1].question, adding=opened) if opened or _only_names(bare) else None
    if replaced:
        return replaced
    asked = understand(bare)
    completed = _with_document(bare, asked, turns)
    if completed == bare:
        completed = _with_topic(bare, asked, turns, opened=opened)
    return sentence(completed) if completed != even or opened else even


def _without_opener(question: str) -> tuple[str, bool]:
    """What follows "còn ...", "what about ...", "and ...", without "... thì sao"; and whether there was any of it."""
    even = same_length(question).rstrip(" ?!.")
    start = _corrects(even)
    if start:
        softened = _SOFTENED.search(even, start)
        return question[start : softened.start() if softened else len(even)].strip(" ,"), True
    for opener in _OPENERS if language_of(question) == "vi" else _OPENERS[1:3]:
        match = opener.match(even)
        if match and _as_marked(question[: match.end()], question):
            start = match.end()
            break
    ending = _SAO.search(even, start)
    end = ending.start() if ending else len(even)
    # "Quy trình thế nào?" asks by itself what the words mean behind an opener
    opened = start > 0 or bool(ending and " thi" in ending.group())
    if not opened or end <= start:
        return question, False
    return question[start:end].strip(" ,"), True


def _only_names(question: str) -> bool:
    """Whether a few words name something and ask nothing: "Lãnh đạo sở?", "in 2022?"."""
    named = fold(question)
    if not question.endswith("?") or len(question.split()) > _FEW:
        return False
    return not any(named.startswith(f"{a} ") for a in ATTRIBUTES)  # "Điều kiện bổ nhiệm?" is a question of its own


def _corrects(even: str) -> int:
    """Where what is meant instead begins, if a question opens as a correction; 0 if not."""
    return next((m.end() for pattern in _CORRECTIONS if (m := pattern.match(even))), 0)


def _as_marked(opener: str, question: str) -> bool:
    """Whether an opener is the word meant, where the question shows its marks."""
    if not has_diacritics(question):
        return True
    return all(_OPENER_MARKS.get(fold(w), w.lower()) == w.lower() for w in opener.split()[:1])


def _with_document(question: str, asked: Question, turns: Sequence[Turn]) -> str:
    """The document of the conversation in place of "that decision", or behind a unit that is named without one."""
    if find_mentions(question):
        return question
    document = document_of(turns)
    if document is None or (not find_mentions(document) and len(document.split()) > _A_NAME):
        return question
    even = same_length(question)
    its = _IT_VI.search(even)
    if its and _is_it(question[its.start() : its.end()], question) and _OF_A_DOCUMENT.search(even):
        return question[: its.start()] + document + question[its.end() :]
    for pattern in (_DOCUMENT_VI, _DOCUMENT_EN):
        match = pattern.search(even)
        if match and _marks_agree(question[match.start() : match.end()], question):
            return question[: match.start()] + document + question[match.end() :]
    it = _IT.search(even) if asked.language == "en" else None
    if it and _OF_A_DOCUMENT.search(even) and len(asked.content) <= 3:
        return (
            question[: it.start()] + document + ("'s" if it.group() in ("its", "their") else "") + question[it.end() :]
        )
    if asked.unit is not None:
        end = asked.unit.end
        return (
            f"{question[:end]} {OF[asked.language] + ' ' if asked.language == 'en' else ''}{document}{question[end:]}"
        )
    if _OF_A_DOCUMENT.search(even) and len(asked.content) <= 2:
        return f"{question.rstrip(' ?!.')} {document}"
    return question


def _is_it(word: str, question: str) -> bool:
    """Whether "no" is "nó" and "ho" is "họ", where the question shows its marks; without them "ho" may be any."""
    return word.lower() in ("nó", "họ") or (not has_diacritics(question) and word.lower() == "no")


def _marks_agree(found: str, question: str) -> bool:
    return not has_diacritics(question) or found.split()[-1].lower() in _UNMARKED_TRUE or found.isascii() is False


def _with_topic(question: str, asked: Question, turns: Sequence[Turn], *, opened: bool) -> str:
    """The topic of the question before, behind one that names none."""
    if find_mentions(question) or every_unit(question) or not _hangs(question, asked, opened=opened):
        return question
    topic = _topic(asked, turns)
    document = _named(turns[-1])
    language = asked.language
    its = _IT_VI.search(same_length(question))
    if topic and its and _is_it(question[its.start() : its.end()], question):
        return question[: its.start()] + topic + question[its.end() :]
    of_them = _OF_THEM.search(same_length(question)) if language == "en" else None
    if topic and of_them:
        told = f"{question[: of_them.start()]}of the {topic}{question[of_them.end() :]}"
        return f"{told.rstrip(' ?!.')} {UNDER[language]} {document}" if document else told
    about, of = ABOUT[language], OF[language]
    if language == "vi" and not has_diacritics(question):  # words without marks among marked ones would be other words
        topic, about, of = fold(topic), fold(about), fold(of)
    if not topic:
        about = UNDER[language]
    shown = " ".join(filter(None, (topic, of if topic and document else "", document)))
    return f"{question.rstrip(' ?!.')} {about} {shown}" if shown else question


def _named(turn: Turn) -> str:
    return next(iter(named_documents(turn.question)), "")


def _topic(asked: Question, turns: Sequence[Turn]) -> str:
    """What was spoken of last, in the language of the question; of what was asked in vain, the thing it was asked of."""
    for n in range(len(turns), 0, -1):
        turn, topic = turns[n - 1], spoken_of(turns[:n])
        if topic and understand(turn.question).language == asked.language:
            return topic if turn.documents else of_what(topic)
        if topic and turn.documents:
            return ""  # what the document is about stays, its words in the other language would be noise
    return ""


def _hangs(question: str, asked: Question, *, opened: bool) -> bool:
    """Whether a question names nothing that it could be about."""
    even = same_length(question)
    if names_part(question) and len(asked.content) <= _FEW:
        return True
    if is_attribute(question) or (only_attributes(asked) and asked.kind != "definition"):
        return True
    its = _IT_VI.search(even)
    if (
        its
        and asked.language == "vi"
        and _is_it(question[its.start() : its.end()], question)
        and len(asked.content) <= 6
    ):
        return True
    if (_THIS_VI.search(even) or _THAT_MARKED.search(question)) and asked.language == "vi" and len(asked.content) <= 6:
        return True
    it = _IT.search(even) if asked.language == "en" else None
    if it and len(asked.content) <= (
        _FEW if it.end() == len(even.rstrip(" ?!.")) else 3
    ):  # "... the one that holds it?"
        return True
    return opened and len(asked.content) <= 2 and fold(question) not in ATTRIBUTES
