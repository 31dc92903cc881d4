"""Document numbers, types and issuers: the number grammar of State and Party texts.

After Decree 30/2020/NĐ-CP, Appendix III, and Regulation 66-QĐ/TW.
"""

import re
from dataclasses import dataclass, replace

from corpus.folding import fold, nfc
from corpus.messages import Language

# Vietnamese name, English names, State code, Party code. Of types that share an English name the first is meant,
# where no code says otherwise.
TYPES: tuple[tuple[str, str, tuple[str, ...], str, str], ...] = (
    ("constitution", "hiến pháp", ("constitution",), "", ""),
    ("code", "bộ luật", ("code",), "", ""),
    ("law", "luật", ("law",), "", ""),
    ("ordinance", "pháp lệnh", ("ordinance",), "", ""),
    ("joint-resolution", "nghị quyết liên tịch", ("joint resolution",), "NQLT", "NQLT"),
    ("resolution", "nghị quyết", ("resolution",), "NQ", "NQ"),
    ("decree", "nghị định", ("decree",), "NĐ", ""),
    ("decision", "quyết định", ("decision",), "QĐ", "QĐ"),
    ("directive", "chỉ thị", ("directive", "instruction"), "CT", "CT"),
    ("joint-circular", "thông tư liên tịch", ("joint circular",), "TTLT", ""),
    ("circular", "thông tư", ("circular",), "TT", ""),
    ("party-notice", "thông tri", ("party circular", "circular", "notice"), "", "TT"),
    ("charter", "điều lệ", ("charter", "statutes"), "ĐL", "ĐL"),
    ("platform", "cương lĩnh", ("political platform", "platform"), "", ""),
    ("strategy", "chiến lược", ("strategy",), "", ""),
    ("master-plan", "quy hoạch", ("master plan",), "", ""),
    ("declaration", "tuyên bố", ("declaration", "statement"), "", ""),
    ("appeal", "lời kêu gọi", ("appeal",), "", ""),
    ("statute", "quy chế", ("statute", "regulation"), "QC", "QC"),
    ("regulation", "quy định", ("regulation", "provisions", "rules"), "QyĐ", "QĐ"),
    ("conclusion", "kết luận", ("conclusion",), "KL", "KL"),
    ("guidance", "hướng dẫn", ("guidance", "guideline", "guidelines", "instruction", "instructions"), "HD", "HD"),
    ("programme", "chương trình", ("programme", "program"), "CTr", "CTr"),
    ("project", "đề án", ("project", "scheme", "proposal"), "ĐA", "ĐA"),
    ("investment-project", "dự án", ("investment project", "project"), "DA", "DA"),
    ("plan", "kế hoạch", ("plan",), "KH", "KH"),
    ("option-plan", "phương án", ("option plan", "plan", "option"), "PA", "PA"),
    ("report", "báo cáo", ("report",), "BC", "BC"),
    ("submission", "tờ trình", ("submission", "proposal"), "TTr", "TTr"),
    ("notice", "thông báo", ("notice", "announcement", "notification"), "TB", "TB"),
    ("communique", "thông cáo", ("communiqué",), "TC", "TC"),
    ("minutes", "biên bản", ("minutes",), "BB", "BB"),
    ("contract", "hợp đồng", ("contract",), "HĐ", ""),
    ("telegram", "công điện", ("telegram",), "CĐ", ""),
    ("dispatch", "công văn", ("official dispatch", "official letter", "dispatch"), "", "CV"),
    ("invitation", "giấy mời", ("invitation",), "GM", "GM"),
    ("introduction", "giấy giới thiệu", ("letter of introduction", "introduction letter"), "GGT", "GGT"),
    ("leave", "giấy nghỉ phép", ("leave permit",), "GNP", ""),
    ("authorization", "giấy ủy quyền", ("authorization", "power of attorney"), "GUQ", ""),
    ("consolidated", "văn bản hợp nhất", ("consolidated document", "consolidated text"), "VBHN", "VBHN"),
    ("certified-copy", "bản sao y", ("certified copy",), "SY", "BS"),
    ("extract", "bản trích sao", ("certified extract",), "TrS", ""),
    ("recopy", "bản sao lục", ("copy of a copy",), "SL", ""),
    ("precedent", "án lệ", ("precedent", "case law"), "AL", ""),
    ("news", "tin bài về văn bản", ("report about a document",), "", ""),
)
TYPE_NAMES: dict[str, dict[Language, str]] = {key: {"vi": vi, "en": en[0]} for key, vi, en, _, _ in TYPES}
# the folded words of which the names of types are made
TYPE_WORDS = frozenset(w for _, vi, en, *_ in TYPES for name in (vi, *en) for w in fold(name).split())

_STATE = re.compile(
    r"(?<![\w/.:])(\d{1,5}[a-zđ]?)\s*/\s*(?:((?:19|20)\d{2})\s*/\s*)?"
    r"((?:TTLT\s*/\s*)?[A-ZĐ][A-Za-zĐđ&]*\d{0,2}(?:\s*-\s*[A-ZĐ][A-Za-zĐđ&]*\d{0,2})*)(?![\w/])"
)  # joint circulars are printed with a stroke behind their code too: "12/2003/TTLT/BTC-BNV"
_PARTY = re.compile(
    r"(?<![\w/.])(\d{1,5})\s*-\s*([A-ZĐ][A-Za-zĐđ]{1,3})\s*/\s*([A-ZĐ][A-Za-zĐđ]*(?:\s*-\s*[A-ZĐ][A-Za-zĐđ]*)*)(?![\w/])"
)
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_REPAIRS = {"ND": "NĐ", "QD": "QĐ", "CD": "CĐ", "QYD": "QyĐ"}  # safe: the bare forms are no codes
_ASSEMBLY = re.compile(r"^(QH|UBTVQH)\d{1,2}$")
_CODES = {fold(code): code for _, _, _, *codes in TYPES for code in codes if code}
# the Party's bodies, whose numbers are "11-NQ/TW" even where "11/NQ-TW" is printed; the State's, the other way about
_PARTY_BODY = re.compile(r"^(?:[a-z]*(?:tw|tu)|hu|qu|du|txu|thu|tinhuy)$")
_STATE_BODY = re.compile(r"^(?:ub(?:nd)?|hdnd|hdbt|cp|ttg|vpcp|qh\d*|ctn)$")
_BODIES = re.compile(r"^(?:ubnd|hdnd|hdtp|cp|ttg|ctn|vpcp|nhnn|ttcp|tandtc|vksndtc|ktnn|b[a-z]{1,7})$")
_MISREAD = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1", "!": "1"})
_BROKEN = re.compile(
    r"(?P<serial>[\dOoQlI|!]{1,5}[a-zđ]?)(?P<gap>\s*[/\-\\,.|]\s*|\s+)"
    r"(?:(?P<year>[12][\dOoQlI|]{3})\s*[/\\|. ]\s*)?"
    r"(?P<code>[A-Za-zĐđ]{1,5})\s*[-/.\s]\s*(?P<issuer>[A-ZĐ][A-Za-zĐđ&]*\d{0,2}(?:\s*-\s*[A-ZĐ][A-Za-zĐđ&]*)*)(?![\w/])"
)


_NAMED: dict[str, tuple[str, ...]] = {}
for _key, _vi, _en, *_ in TYPES[:-1]:  # "news" is a type that nothing calls itself
    for _name in (_vi, *_en):
        _NAMED[fold(_name)] = (*_NAMED.get(fold(_name), ()), _key)
_HEADING = re.compile(rf"({'|'.join(sorted(_NAMED, key=lambda name: (-len(name), name)))})(?= |$)")


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
        if not self.code and self.issuer == "AL":
            return "precedent"
        column = 4 if self.party else 3
        found = [row for row in TYPES if row[column] and fold(row[column]) == fold(self.code)]
        # ĐA can only be Đề án; a bare DA may be Dự án, or Đề án without its stroke; contracts (HĐ) are rare: HD is HD
        if "Đ" in self.code or self.code == "HD":
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


def read_number(text: str) -> tuple[Number, float] | None:
    """The number that a text opens with, and how sure it is; slips of recognition and typing are put right.

    For the place of a number only ("Số: l2 QD-UBND"): in running text such repairs would find numbers everywhere.
    """
    found = find_numbers(text)
    whole = found and (found[0].code or fold(found[0].issuer) not in _CODES or found[0].issuer == "AL")
    if whole and not text[: found[0].start].strip():
        plain = not found[0].party or "/" not in found[0].printed.split("-")[0]
        return found[0], 1.0 if plain else 0.8
    even = _DASHES.sub("-", text)
    match = _BROKEN.match(even)
    if match is None or not any(c.isdigit() for c in match.group("serial")):
        return None
    code = _CODES.get(fold(match.group("code")))
    if code is None and match.group("gap").strip() != "/":
        return None
    serial, year = match.group("serial").translate(_MISREAD), (match.group("year") or "").translate(_MISREAD)
    issuer = re.sub(r"\s+", "", match.group("issuer"))
    party = _PARTY_BODY.match(fold(issuer)) is not None
    code = code or match.group("code")
    printed = f"{serial}-{code}/{issuer}" if party else f"{serial}/{year + '/' if year else ''}{code}-{issuer}"
    repaired = find_numbers(printed)
    if len(repaired) != 1:
        return None
    return replace(repaired[0], start=match.start(), end=match.end()), 0.7


def _state(match: re.Match[str]) -> Number:
    serial, year, tail = match.group(1), match.group(2), re.sub(r"\s+", "", match.group(3)).replace("/", "-")
    parts = [_REPAIRS.get(p.upper(), p) if p.upper() in _REPAIRS and "Đ" not in p else p for p in tail.split("-")]
    parts[-1] = _without_footnote(parts[-1])
    assembly = bool(_ASSEMBLY.match(parts[0]))
    code, issuer = ("", parts[0]) if assembly or len(parts) == 1 else (parts[0], "-".join(parts[1:]))
    party = year is None and fold(code) in _CODES and _PARTY_BODY.match(fold(issuer.split("-")[0])) is not None
    tail = "-".join(p for p in (code, issuer) if p)
    printed = "/".join(p for p in (serial, year, tail) if p)
    return _number(match, serial, int(year) if year else None, code, issuer, printed, party=party)


def _party(match: re.Match[str]) -> Number:
    code = _REPAIRS.get(match.group(2).upper(), match.group(2))
    issuer = _without_footnote(re.sub(r"\s+", "", match.group(3)))
    state = _STATE_BODY.match(fold(issuer.split("-")[0])) is not None
    return _number(match, match.group(1), None, code, issuer, f"{match.group(1)}-{code}/{issuer}", party=not state)


def _without_footnote(part: str) -> str:
    """A note's raised number clings to the last part ("43/2021/AL1"); the Assembly's terms (QH15) are its own."""
    bare = part.rstrip("0123456789")
    known = fold(bare) in _CODES or _BODIES.match(fold(bare)) or _PARTY_BODY.match(fold(bare))
    return bare if known and not _ASSEMBLY.match(part) else part


def _number(
    match: re.Match[str], serial: str, year: int | None, code: str, issuer: str, printed: str, *, party: bool
) -> Number:
    bare = serial.lstrip("0") or "0"
    key = "|".join(("p" if party else "s", bare, str(year or ""), fold(code), fold(issuer)))
    return Number(printed, key, bare, year, code, issuer, party, match.start(), match.end())


def slug(text: str, limit: int = 60) -> str:
    """A readable, stable id: folded letters and digits with dashes (138/2020/NĐ-CP gives 138-2020-nd-cp)."""
    return re.sub(r"[^a-z0-9]+", "-", fold(nfc(text)).replace("&", " ")).strip("-")[:limit].rstrip("-")


def type_of_heading(line: str) -> str | None:
    """The type that a heading line opens with ("QUYẾT ĐỊNH", "PROGRAMME No. 12"), Vietnamese or English.

    The longest name is tried first: "Thông tư liên tịch" is no "Thông tư".
    """
    return next(iter(types_of_heading(line)), None)


def types_of_heading(line: str) -> tuple[str, ...]:
    """Every type that the opening words of a line may mean: an English "Regulation" is a Quy chế or a Quy định."""
    match = _HEADING.match(re.sub(r"\s+", " ", fold(nfc(line[:200]))).strip(" *:-"))
    return _NAMED[match.group(1)] if match else ()


def after_type(line: str) -> str:
    """What follows the type's name in a heading line; empty if the type stands alone ("QUYẾT ĐỊNH:")."""
    printed = line.strip(" *:-").split()
    for count in range(min(6, len(printed)), 0, -1):
        if fold(nfc(" ".join(printed[:count]))).strip(" *:-") in _NAMED:
            return " ".join(printed[count:])
    return line
