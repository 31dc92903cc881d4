"""Document numbers, types and issuers: the number grammar of State and Party texts.

After Decree 30/2020/NĐ-CP, Appendix III, and Regulation 66-QĐ/TW.
"""

import re
from dataclasses import dataclass

from corpus.folding import fold, nfc
from corpus.messages import Language

# Vietnamese name, English names, State code, Party code. The order decides which name is found first in a heading.
TYPES: tuple[tuple[str, str, tuple[str, ...], str, str], ...] = (
    ("constitution", "hiến pháp", ("constitution",), "", ""),
    ("code", "bộ luật", ("code",), "", ""),
    ("law", "luật", ("law",), "", ""),
    ("ordinance", "pháp lệnh", ("ordinance",), "", ""),
    ("resolution", "nghị quyết", ("resolution",), "NQ", "NQ"),
    ("decree", "nghị định", ("decree",), "NĐ", ""),
    ("decision", "quyết định", ("decision",), "QĐ", "QĐ"),
    ("directive", "chỉ thị", ("directive",), "CT", "CT"),
    ("joint-circular", "thông tư liên tịch", ("joint circular",), "TTLT", ""),
    ("circular", "thông tư", ("circular",), "TT", ""),
    ("party-notice", "thông tri", ("party circular",), "", "TT"),
    ("statute", "quy chế", ("statute", "regulation"), "QC", "QC"),
    ("regulation", "quy định", ("regulation", "provisions", "rules"), "QyĐ", "QĐ"),
    ("conclusion", "kết luận", ("conclusion",), "", "KL"),
    ("guidance", "hướng dẫn", ("guidance", "guideline", "guidelines", "instruction"), "HD", "HD"),
    ("programme", "chương trình", ("programme", "program"), "CTr", "CTr"),
    ("project", "đề án", ("project", "scheme"), "ĐA", "ĐA"),
    ("investment-project", "dự án", ("investment project",), "DA", "DA"),
    ("plan", "kế hoạch", ("plan",), "KH", "KH"),
    ("option-plan", "phương án", ("option plan",), "PA", "PA"),
    ("report", "báo cáo", ("report",), "BC", "BC"),
    ("submission", "tờ trình", ("submission", "proposal"), "TTr", "TTr"),
    ("notice", "thông báo", ("notice", "announcement"), "TB", "TB"),
    ("minutes", "biên bản", ("minutes",), "BB", "BB"),
    ("telegram", "công điện", ("telegram",), "CĐ", ""),
    ("dispatch", "công văn", ("official dispatch", "official letter", "dispatch"), "", "CV"),
    ("precedent", "án lệ", ("precedent",), "AL", ""),
    ("news", "tin bài", ("news",), "", ""),
)
TYPE_NAMES: dict[str, dict[Language, str]] = {key: {"vi": vi, "en": en[0]} for key, vi, en, _, _ in TYPES}

_STATE = re.compile(
    r"(?<![\w/.:])(\d{1,5}[a-zđ]?)\s*/\s*(?:((?:19|20)\d{2})\s*/\s*)?"
    r"([A-ZĐ][A-Za-zĐđ&]*\d{0,2}(?:\s*-\s*[A-ZĐ][A-Za-zĐđ&]*\d{0,2})*)(?![\w/])"
)
_PARTY = re.compile(
    r"(?<![\w/.])(\d{1,5})\s*-\s*([A-ZĐ][A-Za-zĐđ]{1,3})\s*/\s*([A-ZĐ][A-Za-zĐđ]*(?:\s*-\s*[A-ZĐ][A-Za-zĐđ]*)*)(?![\w/])"
)
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_REPAIRS = {"ND": "NĐ", "QD": "QĐ", "CD": "CĐ", "QYD": "QyĐ"}  # safe: the bare forms are no codes
_ASSEMBLY = re.compile(r"^(QH|UBTVQH)\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Number:
    """A document number as printed, and the key under which its variants (Đ or D, spaces) are one."""

    printed: str
    key: str
    serial: str
    year: int | None
    code: str
    issuer: str
    party: bool
    start: int = 0
    end: int = 0

    @property
    def type(self) -> str | None:
        """The type that the code names; None where it names none (QH15, a dispatch) or several (Party QĐ)."""
        column = 4 if self.party else 3
        found = [row for row in TYPES if row[column] and fold(row[column]) == fold(self.code)]
        if "Đ" in self.code:  # ĐA can only be Đề án; a bare DA may be Dự án, or Đề án without its stroke
            found = [row for row in found if row[column] == self.code]
        return found[0][0] if len(found) == 1 else None


def find_numbers(text: str) -> list[Number]:
    """Every document number in the text, in order, with offsets into it; dates and periods are none."""
    even = _DASHES.sub("-", text)
    found = [_party(m) for m in _PARTY.finditer(even)] + [_state(m) for m in _STATE.finditer(even)]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _state(match: re.Match[str]) -> Number:
    serial, year, tail = match.group(1), match.group(2), re.sub(r"\s+", "", match.group(3))
    parts = [_REPAIRS.get(p.upper(), p) if p.upper() in _REPAIRS and "Đ" not in p else p for p in tail.split("-")]
    assembly = bool(_ASSEMBLY.match(parts[0]))
    code, issuer = ("", parts[0]) if assembly or len(parts) == 1 else (parts[0], "-".join(parts[1:]))
    return _number(match, serial, int(year) if year else None, code, issuer, "/", party=False)


def _party(match: re.Match[str]) -> Number:
    code = match.group(2)
    return _number(match, match.group(1), None, code, re.sub(r"\s+", "", match.group(3)), "-", party=True)


def _number(
    match: re.Match[str], serial: str, year: int | None, code: str, issuer: str, separator: str, *, party: bool
) -> Number:
    bare = serial.lstrip("0") or "0"
    middle = f"{separator}{year}" if year else ""
    tail = f"{code}/{issuer}" if party else "-".join(p for p in (code, issuer) if p)
    printed = f"{serial}{middle}{separator if party else '/'}{tail}"
    key = "|".join(("p" if party else "s", bare, str(year or ""), fold(code), fold(issuer)))
    return Number(printed, key, bare, year, code, issuer, party, match.start(), match.end())


def slug(text: str, limit: int = 60) -> str:
    """A readable, stable id: folded letters and digits with dashes (138/2020/NĐ-CP gives 138-2020-nd-cp)."""
    return re.sub(r"[^a-z0-9]+", "-", fold(nfc(text)).replace("&", " ")).strip("-")[:limit].rstrip("-")


def type_of_heading(line: str) -> str | None:
    """The type that a heading line opens with ("QUYẾT ĐỊNH", "PROGRAMME No. 12"), Vietnamese or English.

    The longest name is tried first: "Thông tư liên tịch" is no "Thông tư".
    """
    folded = re.sub(r"\s+", " ", fold(nfc(line))).strip(" *:-")
    names = [(fold(name), key) for key, vi, en, _, _ in TYPES for name in (vi, *en) if key != "news"]
    for name, key in sorted(names, key=lambda pair: -len(pair[0])):
        if folded == name or folded.startswith(name + " "):
            return key
    return None
