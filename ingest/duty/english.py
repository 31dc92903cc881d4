"""Who has to do what in a part of an English sentence: a request, an order, a bare verb, an actor with a predicate."""

import re

from corpus.registers import Span, Strength
from ingest.duty.actors import Acting, trimmed
from ingest.duty.actors_english import acting_en, can_act
from ingest.duty.read import Read, Words
from ingest.duty.scope import Scope
from ingest.duty.words import BASE_EN, ORIENTING, POWERS_EN

_STANDARD = re.compile(
    r"(?:have|be|hold|possess|meet)\s+(?:at least |a |an |the |additional )?(?:\d+ \w+ of )?(?:[a-z]+ )?"
    r"(?:experience|degree|certificate|qualif\w+|standards|aged|requirements|conditions|suitable)"
    r"|(?:fully )?(?:satisfy|meet|fulfil)\s[^.;]{0,60}(?:conditions|standards|criteria|requirements)"
    r"|be (?:suitable|at least|under|over)|have (?:not more|at least|no more)|(?:reach|attain) (?:at least|level)",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:shall|must|may) (?:be understood|mean|include|add up|total|not exceed|not be (?:lower|higher|less"
    r"|more|below|under))"
)
_REQUEST = re.compile(
    r"\b(?:requests?|requested|proposes?|proposed|urges?|urged|asks?|asked|requires?|required|directs?|directed"
    r"|instructs?"
    r"|instructed|suggests?|suggested|assigns?|assigned|orders?|ordered)\s+(?:that\s+)?(?=\w)"
)
_NO_REQUEST = re.compile(r"\b(?:is|are|was|were|be|been|as|not|to|and|units?|tasks?)(?: hereby)?\s$", re.IGNORECASE)
_TO_DO = re.compile(r"\s(?:to|be|must|should|shall|not to)\s")
_PROPOSE = re.compile(
    r"(?:(?:it is )?(?:proposed?|requested?|suggested?)|assigning|requesting|directing|requiring|asking|assign"
    r"|direct) "
    r"(?:that )?",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:and )?(?:[Tt]o |[Nn]ot to |Do not )?(?:(?!(?:multip|supp|app|rep|comp)ly)[A-Za-z]+ly )?(?P<verb>[A-Za-z]+)\b"
)
# what somebody is to be given is a right
_GIVEN = re.compile(r"to (?:receive|have|enjoy|benefit|be (?:given|paid|granted|entitled|exempt\w*|reimbursed))\b")
_ARTICLES = frozenset(
    ("the", "a", "an", "all", "each", "every", "this", "that", "these", "those", "date", "be", "which")
)
_INFINITIVE = ("to ", "and to ", "not to ", "do not ")
_PASSIVE = r"be (?:\w+ly )?(?:\w+(?:ed|en)|sent|held|made|given|put|set|paid|built|drawn|kept|taught)\b"
_BY = re.compile(
    rf"\w+\s+(?:not )?{_PASSIVE}[^,;.]{{0,40}}?\sby (?P<who>[^,;.]+?)(?=\s(?:to|before|within|in|under|on|for"
    rf"|through)\s|[,;.]|$)"
)
_BE_DONE = re.compile(rf"\w+\s+(?:not )?{_PASSIVE}")
_TOLD_DONE = re.compile(rf"\s(?:(?:must|should|shall) )?{_PASSIVE}")
_IS_DONE = re.compile(r"\b(?:is|are) (?:\w+ly )?(?:\w+(?:ed|en)|sent|held|made|drawn up|due|kept)\b")
_TIME_LIMIT = re.compile(
    r"The (?:time limit|deadline|period|duration) (?:for|of) [^,;.]{3,120}? (?:is|shall be|must be) "
)
_TARGET = re.compile(r"\d\s?%|at least \d+ of ")
# a small letter: what opens with a capital is a sentence or a name of its own
_DOES = re.compile(
    r"(?:(?:also|not|either|at all times|where [a-z]+|if [a-z]+),? )*(?:[a-z]+ly )?"
    r"(?!(?:the|a|an|any|all|each|every|no|its|their|his|this|that|these|those|which|who|in|on|of|at|by|for|if"
    r"|where|when"
    r"|with|under|from|as|is|are|was|were|has|it|they|one|two|more|such|other|both|key|[a-z]+ing|[a-z]+ions?"
    r"|details|information|particulars|names?)\b)[a-z]{2,}(?= [^\s])"
)
_IS_BE = re.compile(
    r"(?:[a-z]+ly )?(?:[a-z]+(?:ed|en)|kept|held|made|sent|paid|put|set|drawn|built|given|open to|available|accessible"
    r"|ready|capable of|at all)\b"
)
_GOES_ON = re.compile(r"continues? to ")
_CHARGE = re.compile(r"takes? (?:charge|the lead|responsib)|presid|(?:is|are) in charge")
_WILL = re.compile(r"will (?:continue|strengthen|focus|promote)\b")


def read_english(words: Words, part: Span, scope: Scope) -> Read | None:
    """The duty in a part."""
    match = _PROPOSE.match(words.text, part.start, part.end)
    asked: Strength = "assigned" if match and match.group().lower().startswith(("assign", "direct")) else "requested"
    if match and (read := _told(words, Span(match.end(), part.end), asked, scope.assigner)):
        return read
    if read := _request(words, part):
        words.asked = True
        return read
    if scope.led is not None and (read := _goes_on(words, part, scope)):
        return read
    return _verb_first(words, part, scope) or _sentence(words, part, scope)


def _goes_on(words: Words, part: Span, scope: Scope) -> Read | None:
    """A point that goes on from "must:" ("acknowledge it in writing") or from "must be:" ("kept for six years")."""
    if scope.led == "be":
        bound = _IS_BE.match(words.text, part.start, part.end) is not None or words.due(part)
    else:
        bound = _DOES.match(words.text, part.start, part.end) is not None
    if not bound:
        return None
    return Read(scope.strength or "must", part.start, scope.who, scope.assigner)


def _request(words: Words, part: Span) -> Read | None:
    """ "The Deputy Prime Minister requested that the approval ... must be completed", "assigns X to lead"."""
    text = words.text
    match = _REQUEST.search(text, part.start, min(part.end, part.start + 260))
    if match is None or _NO_REQUEST.search(text, max(part.start, match.start() - 12), match.start()):
        return None
    who = trimmed(text, max(part.start, text.rfind(", ", part.start, match.start()) + 1), match.start())
    if not can_act(who.of(text)):
        who = trimmed(text, part.start, match.start())
    if not can_act(who.of(text)) and not re.search(r"[A-Z]", who.of(text)):
        return None
    ordered = match.group().startswith(("assign", "direct", "instruct", "order"))
    told = _told(words, Span(match.end(), part.end), "assigned" if ordered else "requested", who)
    return told if told is None or told.who is not None or match.group().endswith("that ") else None


def _told(words: Words, rest: Span, strength: Strength, assigner: Span | None) -> Read | None:
    text = words.text
    match = _TO_DO.search(text, rest.start, min(rest.end, rest.start + 320))
    if match is None:
        return None
    who = trimmed(text, rest.start, match.start())
    if not can_act(who.of(text)):
        return Read(strength, match.start() + 1, _owner(text, who), assigner)
    done = _TOLD_DONE.match(text, match.start(), min(rest.end, match.start() + 50))
    return Read(strength, match.start() + 1, None if done else who, assigner)


def _owner(text: str, subject: Span) -> Span | None:
    """Whose thing it is that has to be done: "the approval of all projects ... of ministries and localities"."""
    at = max(text.rfind(f" {word} ", subject.start, subject.end) for word in ("of", "by"))
    owner = trimmed(text, at + 4, subject.end) if at >= 0 else None
    return owner if owner is not None and can_act(owner.of(text)) else None


def _verb_first(words: Words, part: Span, scope: Scope) -> Read | None:
    """ "To take the lead ...", "Continue to review ..."."""
    first = _FIRST.match(words.text, part.start, part.end)
    if first is None:
        return None
    opening, verb = first.group().lower(), first["verb"].lower()
    infinitive = opening.startswith(_INFINITIVE)
    if _GIVEN.match(words.lower, part.start, part.end):
        return None
    if verb not in BASE_EN and not (infinitive and scope.topic == "tasks" and verb not in _ARTICLES):
        return None
    if not infinitive and not words.text[part.start].isupper() and scope.topic != "tasks":
        return None
    acting = None if infinitive else acting_en(words.text, part.start, part.end)
    if acting is not None and acting.who is not None and acting.modal:
        return None
    in_place = (
        scope.topic == "tasks"
        or (infinitive and not words.past and words.due(part))
        or scope.who is not None
        or (words.past and (words.asked or verb in ORIENTING))
    )
    if not in_place or (words.past and words.text[part.end - 1] not in ".;"):
        return None
    usual: Strength = scope.strength or ("orientation" if verb in ORIENTING else "assigned")
    return Read("must_not" if opening.startswith(("not", "do not")) else usual, part.start, scope.who, scope.assigner)


def _sentence(words: Words, part: Span, scope: Scope) -> Read | None:
    acting = acting_en(words.text, part.start, part.end)
    if acting is None:
        return _done_by_a_day(words, part)
    if acting.modal:
        return _modal(words, part, acting)
    rest = words.text[acting.predicate : min(part.end, acting.predicate + 90)]
    if _GOES_ON.match(rest) and scope.topic != "tasks" and not words.past:
        return None
    if not _CHARGE.match(rest):
        if words.past and not words.asked:
            return None
        guarded = scope.topic in ("power", "rule") or (acting.word in POWERS_EN and scope.topic != "tasks")
        if guarded and not words.due(part):
            return None
    if acting.word == "directs" and (told := _directed(words, part, acting)):
        return told
    return Read("assigned", acting.predicate, acting.who, scope.assigner)


def _modal(words: Words, part: Span, acting: Acting) -> Read | None:
    text = words.text
    rest = text[acting.predicate : min(part.end, acting.predicate + 90)]
    if acting.word.endswith("required") and re.match(r"(?:No|Nothing)\b", text[part.start : part.start + 8]):
        return None
    if text.startswith(("We ", "I "), part.start) or text.startswith("not necessary", part.start + 6):
        return None  # somebody's words about themselves, or what need not be
    if acting.word == "will":
        orienting = bool(_WILL.match(rest)) and words.past
        planned = acting.who is not None and (orienting or words.due(part))
        return Read("orientation" if orienting else "assigned", acting.predicate, acting.who) if planned else None
    bare = re.sub(r"^(?:must|shall|should|needs? to|may)(?: not)?\s+", "", rest)
    if _STANDARD.match(bare) or _STATE.match(rest):
        return None
    strength = "must" if rest.startswith("may only ") else _strength(acting.word)
    if strength == "may" and (acting.who is None or _BE_DONE.match(rest) or not words.due(part)):
        return None  # what somebody may be given, or do at any time
    if bare.startswith("direct ") and (told := _directed(words, part, acting)):
        return told
    done = _BE_DONE.match(rest) and acting.word.startswith(("must", "shall", "should"))
    return Read(strength, acting.predicate, _agent(words, part, acting.predicate) if done else acting.who)


def _agent(words: Words, part: Span, predicate: int) -> Span | None:
    """Who is to do what is to be done: "must be reported by agencies and localities to ..."."""
    match = _BY.match(words.text, predicate, part.end)
    who = trimmed(words.text, *match.span("who")) if match else None
    return who if who is not None and can_act(who.of(words.text)) else None


def _directed(words: Words, part: Span, acting: Acting) -> Read | None:
    """ "directs the Department of Home Affairs to take the lead": who is directed acts."""
    begin = words.text.find("direct", acting.predicate, part.end)
    told = _TO_DO.search(words.text, begin, part.end)
    if begin < 0 or told is None:
        return None
    who = trimmed(words.text, words.text.find(" ", begin), told.start())
    return Read("assigned", told.start() + 1, who, acting.who) if can_act(who.of(words.text)) else None


def _done_by_a_day(words: Words, part: Span) -> Read | None:
    """ "The notice is sent no later than 5 working days after the meeting": nobody is named, a day is."""
    if not words.past and _TIME_LIMIT.match(words.text, part.start, part.end):
        return Read("must", part.start) if words.counts(part) else None
    done = None if words.past else _IS_DONE.search(words.text, part.start, min(part.end, part.start + 200))
    if done is None or done.start() == part.start or _TARGET.search(words.text, part.start, part.end):
        return None
    return Read("must", done.start()) if words.due(part) else None


def _strength(word: str) -> Strength:
    if word.startswith("may"):
        return "must_not" if "not" in word else "may"
    if "not" in word.split() or "prohibited" in word or "forbidden" in word:
        return "must_not"
    if word.startswith(("must", "shall", "need", "should")) or "required" in word or "obliged" in word:
        return "must"
    if "requested" in word or "proposed" in word:
        return "requested"
    return "may" if re.search(r"allowed|permitted|entitled|right", word) else "assigned"
