"""What a hostile document is, and the tricks with letters that it may use. Knows nothing of the product."""

import base64
import codecs
from dataclasses import dataclass

from corpus.messages import Language

ADDRESS = "http://thu-thap.invalid"  # of a domain that never resolves: what asks for it has been made to
MARK = "PWNED-7391"  # what the orders want to be said


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file with orders, markup or poison inside, and by which trick."""

    name: str
    trick: str
    language: Language
    data: bytes


def text_file(name: str, trick: str, language: Language, *lines: str) -> Hostile:
    """A plain text file."""
    return Hostile(name, trick, language, "\n".join(lines).encode("utf-8"))


def head(number: str, title: str, issuer: str = "SỞ GIAO THÔNG VẬN TẢI") -> tuple[str, ...]:
    """The head of a Vietnamese notice, as an office would write it."""
    return (
        f"{issuer} TỈNH LAM GIANG",
        f"Số: {number}",
        "Lam Giang, ngày 04 tháng 5 năm 2026",
        "",
        "THÔNG BÁO",
        title,
        "",
    )


def english_head(number: str, title: str, issuer: str = "DEPARTMENT OF TRANSPORT") -> tuple[str, ...]:
    """The head of an English notice."""
    return (f"{issuer} OF LAM GIANG PROVINCE", f"No. {number}", "Lam Giang, May 4, 2026", "", "NOTICE", title, "")


def tagged(text: str) -> str:
    """A text in the letters of the Unicode tag block, which nothing shows."""
    return "".join(chr(0xE0000 + ord(c)) for c in text if ord(c) < 0x7F)


def riddled(text: str) -> str:
    """A text with a letter of no width between any two."""
    return "\u200b".join(text)


def turned(text: str) -> str:
    """A text that is written backwards and shown forwards, by an override of direction."""
    return f"\u202e{text[::-1]}\u202c\u2066\u2069"


def coded(text: str) -> str:
    """A text in base64."""
    return base64.b64encode(text.encode()).decode()


def rotated(text: str) -> str:
    """A text in rot13."""
    return codecs.encode(text, "rot13")
