"""Which words name one body or post, and which names of a document are alike. Knows nothing of questions."""

import re
from collections.abc import Iterator

from assistant.course_material import Material, bare, plain


def is_name(words: str, language: str) -> bool:
    """Whether words name one body or post ("Sở Nội vụ"), not a kind of them ("các sở, ban, ngành")."""
    name = re.sub(r"^(?:the|The)\s+", "", plain(words))
    if not 5 <= len(name) <= 110 or ";" in name or re.search(r"\d|[|(]", name):
        return False
    capitals = [w for w in re.findall(r"[^\W\d_][\w’']*", name) if w[0].isupper()]
    if len(capitals) < 2 and not any(len(w) > 2 and w.isupper() for w in capitals):
        return False
    if language == "vi":
        return not re.search(r"\b(?:các|những|mọi|mỗi|từng|này|liên quan)\b|, ", name) and _single(name, " và ")
    plural = re.search(
        r"\b(?:Heads|Departments|Agencies|Units|Chair\w*s|Directors|Committees|Councils|Boards|Bodies|Authorities)\b",
        name,
    )
    many = re.search(
        r"\b(?:all|each|every|any|relevant|other|this|these|districts|departments|agencies|units)\b|, ", name
    )
    return not plural and not many and _single(name, " and ")


_HEAD = re.compile(
    r"(?:Sở|Bộ|Ban|Ủy ban|UBND|HĐND|Hội đồng|Phòng|Cục|Trường|Học viện|Văn phòng|Tỉnh ủy|Thường trực|Giám đốc|Chủ tịch"
    r"|the |Department|Ministry|Committee|Board|Office|School|Council|Chair|Director|Secretar)"
)


def _single(name: str, joint: str) -> bool:
    """Whether what follows an "and" does not name another body: "Department of Education and Training" is one."""
    return not any(_HEAD.match(part) for part in name.split(joint)[1:])


def names_of(material: Material) -> Iterator[str]:
    """The bodies and posts that a document's duties name, as printed, without "the"."""
    for duty in material.registers.duties:
        for span in (duty.lead, *duty.coordinators, duty.assigner, duty.report_to):
            if span is not None and is_name(words := span.of(material.text), material.language):
                yield shown_name(words)


def shown_name(words: str) -> str:
    """A body's name as an option shows it."""
    name = re.sub(r"^(?:the|The)\s+", "", plain(words))
    return name[:1].upper() + name[1:]


def alike_names(one: str, other: str) -> bool:
    """Whether one name is or holds the other: "UBND tỉnh", "Chủ tịch UBND tỉnh"."""
    a, b = bare(one), bare(other)
    return a in b or b in a
