"""Levels that have an order: of political theory, degrees, ranks, gradings, languages. Read from words of either
language, with or without marks; knows nothing of people or posts.
"""

import re
from dataclasses import dataclass

from corpus.messages import Language
from corpus.units import same_length


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs from low to high, and their names in both languages; `pattern` finds them in folded words."""

    names: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str]

    def found(self, words: str) -> list[tuple[int, int, int]]:
        """The rungs named: (rung, start, end), in order."""
        return [
            (int(str(m.lastgroup).strip("r_")), m.start(), m.end()) for m in self.pattern.finditer(same_length(words))
        ]  # fmt: skip

    def lowest(self, words: str) -> int | None:
        """The lowest rung named: what is asked where several would do."""
        return min((rung for rung, _, _ in self.found(words)), default=None)

    def highest(self, words: str) -> int | None:
        """The highest rung named: what somebody has."""
        return max((rung for rung, _, _ in self.found(words)), default=None)

    def name(self, rung: int, language: Language) -> str:
        """What a rung is called."""
        return self.names[rung][language == "en"]


def _ladder(names: tuple[tuple[str, str], ...], *spellings: tuple[int, str]) -> Ladder:
    """Spellings in the order in which they are tried, the longer first: "senior specialist" is no "specialist"."""
    groups: dict[int, int] = {}
    parts: list[str] = []
    for rung, words in spellings:
        groups[rung] = groups.get(rung, 0) + 1
        # a rung may be tried at several places, and a group's name only once: the digit after r is read, the rest not
        parts.append(f"(?P<r{rung}{'_' * groups[rung]}>{words})")
    return Ladder(names, re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"))


THEORY = _ladder(
    (("chưa qua đào tạo", "none"), ("sơ cấp", "elementary"), ("trung cấp", "intermediate"), ("cao cấp", "advanced")),
    (3, r"cao cap|cu nhan|advanced|senior|bachelor(?:'s)?"),
    (2, r"trung cap|intermediate"),
    (1, r"so cap|elementary|primary|basic"),
)
DEGREE = _ladder(
    (
        ("", ""),
        ("trung học cơ sở", "lower secondary school"),
        ("trung học phổ thông", "upper secondary school"),
        ("trung cấp", "vocational secondary school"),
        ("cao đẳng", "college"),
        ("đại học", "university"),
        ("thạc sĩ", "master"),
        ("tiến sĩ", "doctor"),
    ),
    (7, r"tien s[iy]|chuyen khoa (?:cap )?(?:ii|2)|doctora(?:l|te)|doctor of|ph\.?d|level (?:ii|2) specialist"),
    (6, r"thac s[iy]|sau dai hoc|tren dai hoc|noi tru|chuyen khoa (?:cap )?(?:i|1)|master(?:'?s)?|postgraduate"),
    (6, r"post-graduate|level (?:i|1) specialist|resident doctor"),
    (5, r"dai hoc|cu nhan|ky su|bac si|university|bachelor(?:'?s)?|engineer|undergraduate"),
    (4, r"cao dang|college"),
    (2, r"trung hoc pho thong|thpt|upper secondary|high school"),
    (1, r"trung hoc co so|thcs|lower secondary"),
    (3, r"trung cap|vocational"),
)
RANK = _ladder(
    (
        ("nhân viên", "staff"),
        ("cán sự", "administrative officer"),
        ("chuyên viên", "specialist"),
        ("chuyên viên chính", "principal specialist"),
        ("chuyên viên cao cấp", "senior specialist"),
    ),
    (4, r"chuyen vien cao cap|cvcc|senior specialist"),
    (3, r"chuyen vien chinh|cvc|principal specialist"),
    (2, r"chuyen vien|specialist"),
    (1, r"can su|administrative officer"),
    (0, r"nhan vien"),
)
GRADING = _ladder(
    (
        ("không hoàn thành nhiệm vụ", "tasks not completed"),
        ("hoàn thành nhiệm vụ", "tasks completed"),
        ("hoàn thành tốt nhiệm vụ", "tasks completed well"),
        ("hoàn thành xuất sắc nhiệm vụ", "tasks completed excellently"),
    ),
    (0, r"khong hoan thanh(?: nhiem vu)?|chua hoan thanh|not (?:having )?(?:fulfilled|completed?)|fail\w* to \w+"),
    (3, r"hoan thanh xuat sac(?: nhiem vu)?|xuat sac|excellent(?:ly)?|outstanding(?:ly)?"),
    (2, r"hoan thanh tot(?: nhiem vu)?|tot|(?:well )?(?:fulfill?ed|complet(?:ed|ing)) (?:tasks )?well"),
    (2, r"well (?:fulfill?ed|completed)(?: tasks)?|good|well"),
    (1, r"hoan thanh(?: nhiem vu)?|(?:fulfill?ed|complet(?:ed|ing))(?: tasks)?"),
)


def level_said(words: str, language: Language) -> str:
    """A level that stands for itself by its name in a language; other words as they are."""
    for ladder in (THEORY, RANK, GRADING):
        for names in ladder.names:
            if words and words in names:
                return names[language == "en"]
    return words
