"""Laws that a text calls by their names alone: "theo quy định của Luật Đất đai", "the Law on Civil Servants".

Where such a name ends nothing tells but a list of names (`laws.txt`); a name that is not in it must end its clause.
Knows nothing of years, numbers and units.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.folding import CAPITALS, exact, fold, has_diacritics, words
from corpus.units import same_length

_TYPE = re.compile(r"(?<!\w)(?<!PHÁP )(?P<type>Bộ luật|BỘ LUẬT|Luật|LUẬT|Pháp lệnh|PHÁP LỆNH)\s+(?=\w)")
_SURE = 3  # syllables from which a name without its marks is no other word
# words that go on behind a name and are no part of a longer one
_BEHIND = re.compile(
    r"\s*(?:$|[^\w\s])|\s+(?:va|hoac|hay|de|thi|co|khong|la|duoc|da|bi|phai|ve|quy|nay|hien|nam|ngay|so|cua|trong|khi"
    r"|doi|theo|nhung|ma|do|boi|tai|tren|voi|thuoc|tu|vao|cho|nhu|con|neu|tru|truoc|sau|het|tiep|cung|chua|se|ban|sua"
    r"|bo|thay|den|mot|cac|viec|thi|ap|o|lam|gom|bao|nham|hop|lien|can|chi|thuc|trai|khac|cu|moi|hay)(?!\w)"
)
_CAPITAL = re.compile(rf"\s+[{CAPITALS}\d]")
# no law yet, or no law at all: "dự án Luật Đất đai", "Khoa Luật Dân sự"
_NONE = re.compile(
    r"(?<!\w)(?:du an|du thao|xay dung|de an|trinh|khoa|hoi|cong ty|bo mon|tap chi|mon|nganh)\s+(?:bo )?$"
)
# a name that is in no list: it ends its clause, or the words behind it are those that follow the name of a law
_UNLISTED = re.compile(
    rf"[{CAPITALS}]\w*(?: \w+){{0,11}}?(?=\s*(?:[;.)]|$)|,\s+(?:Bộ luật|Luật|Pháp lệnh|Nghị|Thông|Quyết|các văn bản|văn"
    r" bản)\b|\s+(?:và|hoặc) (?:các văn bản|văn bản|Luật|Bộ luật|Pháp lệnh|Nghị|Thông|các quy định|pháp luật)\b)"
)
_VERBS = re.compile(
    r"(?<!\w)(?:này|đã|được|bị|thì|có|không|là|quy định|theo|để|khi|phải|của|năm|sư|gia|số|ban hành|hiện hành)(?!\w)"
)
_WORD = rf"[{CAPITALS}][\w-]+"
_ENGLISH = re.compile(
    rf"(?<!\w)(?P<type>Law|Ordinance)\s+on\s+(?:the\s+)?(?P<name>{_WORD}(?:(?:,? and|,| of| for| of the| to| in"
    rf"| against the| against| at)? {_WORD}(?:['’]s)?){{0,9}})"
    r"|(?<=the )(?P<code>(?:(?!Vietnamese|National|International|Common|Federal|Public|Business|Draft|Same|Said|New)"
    rf"{_WORD} ){{1,4}}(?P<kind>Law|Code|Ordinance))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class LawName:
    """Where a law is called by its name: its type as printed, its name without it ("" where the type ends it)."""

    start: int
    end: int
    type: str
    name: str
    listed: bool = True


def law_names(text: str) -> Iterator[LawName]:
    """The laws called by name in a text, whatever stands behind the name; quotations are to be blanked before."""
    if "uật" not in text and "UẬT" not in text and "áp lệnh" not in text and "ÁP LỆNH" not in text:
        yield from _english(text)
        return
    even = same_length(text)
    for match in _TYPE.finditer(text):
        if _NONE.search(even[max(0, match.start() - 20) : match.start()]):
            continue
        end = _listed(text, even, match.end())
        listed = end is not None
        if end is None and (other := _UNLISTED.match(text, match.end())) and not _VERBS.search(other.group()):
            end = other.end()
        if end is not None:
            yield LawName(match.start(), end, match["type"], text[match.end() : end], listed)


def _listed(text: str, even: str, begin: int) -> int | None:
    """Where the longest name of the list that stands at an offset ends."""
    names, pattern = _names()
    match = pattern.match(even, begin)
    if match is None or not (_BEHIND.match(even, match.end()) or _CAPITAL.match(text, match.end())):
        return None
    printed = text[begin : match.end()]
    said = words(printed)
    meant = names[tuple(fold(w) for w in said)]
    if len(said) < _SURE and has_diacritics(printed) and tuple(exact(w) for w in said) not in meant:
        return None  # "Luật gia" is a person, "Luật Giá" a law
    return match.end()


@lru_cache(maxsize=1)
def _names() -> tuple[dict[tuple[str, ...], set[tuple[str, ...]]], re.Pattern[str]]:
    """The names of the list, by their syllables without marks and with; a pattern of them all, the longest first."""
    lines = (Path(__file__).parent / "laws.txt").read_text(encoding="utf-8").splitlines()
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for line in lines:
        if line[:1] not in ("", "#"):
            said = words(line)
            found.setdefault(tuple(fold(w) for w in said), set()).add(tuple(exact(w) for w in said))
    longest = sorted(found, key=lambda name: (-len(" ".join(name)), name))
    patterns = (r"[\s,/()–-]+".join(name) for name in longest)
    return found, re.compile(rf"(?:{'|'.join(patterns)})(?!\w)")


def _english(text: str) -> Iterator[LawName]:
    if "Law" in text or "Code" in text or "Ordinance" in text:
        for match in _ENGLISH.finditer(text):
            yield LawName(match.start(), match.end(), match["type"] or match["kind"], match["name"] or "")
