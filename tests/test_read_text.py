"""Plain text in the encodings that offices have, Markdown headings and tables, wrapped lines."""

import unicodedata

import pytest

from ingest.clean import clean
from ingest.letters.encodings import decode
from ingest.read import read

TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH\nSố: 12/KH-UBND\nKế hoạch đào tạo, bồi dưỡng cán bộ, công chức năm 2025\n"
    "Các cơ quan gửi báo cáo trước ngày 15 tháng 6; chậm nhất là ngày 30 tháng 6 hằng năm.\n"
) * 3


def of_windows(text: str) -> bytes:
    """Windows-1258 as Windows writes it: letters with hats and horns whole, tones as marks of their own."""
    out = ""
    for char in unicodedata.normalize("NFC", text):
        pieces = unicodedata.normalize("NFD", char)
        tones = "".join(c for c in pieces if c in "\u0300\u0301\u0303\u0309\u0323")
        out += unicodedata.normalize("NFC", "".join(c for c in pieces if c not in tones)) + tones
    return out.encode("cp1258")


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-be").join([b"\xfe\xff", b""]),
        unicodedata.normalize("NFD", TEXT).encode("utf-8"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        of_windows(TEXT),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "decomposed", "crlf", "cp1258"],
)
def test_every_encoding_gives_the_same_composed_text(content: bytes) -> None:
    assert clean(read("van-ban.txt", content)).text == unicodedata.normalize("NFC", TEXT).strip()


def test_markdown_headings_have_their_level() -> None:
    lines = read("a.md", "# Kế hoạch\n\n## I. Mục tiêu ##\nNội dung\n".encode()).lines
    assert [(line.text, line.kind, line.level) for line in lines if line.text] == [
        ("Kế hoạch", "heading", 1),
        ("I. Mục tiêu", "heading", 2),
        ("Nội dung", "text", 0),
    ]


def test_a_hash_in_plain_text_is_no_heading() -> None:
    assert read("a.txt", b"# 12 trang").lines[0].kind == "text"


def test_a_pipe_table_becomes_rows() -> None:
    table = (
        "| TT | Nhiệm vụ | Thời hạn |\n|----|:--------|---------:|\n| 1 | Rà soát | 30/6 |\n| 2 | Báo cáo | 15/7 |\n"
    )
    rows = [line for line in read("a.md", table.encode()).lines if line.kind == "row"]
    assert [row.cells for row in rows] == [
        ("TT", "Nhiệm vụ", "Thời hạn"),
        ("1", "Rà soát", "30/6"),
        ("2", "Báo cáo", "15/7"),
    ]
    assert [row.header for row in rows] == [True, False, False]


def test_the_name_of_a_group_inside_a_table_is_a_row() -> None:
    text = "TT | Lớp | Số học viên\nI. Trung cấp\n1 | TC01 | 60\n"
    rows = [line.text for line in read("a.txt", text.encode()).lines if line.kind == "row"]
    assert rows == ["TT | Lớp | Số học viên", "I. Trung cấp", "1 | TC01 | 60"]


def test_lines_wrapped_at_a_fixed_width_become_paragraphs_again() -> None:
    paragraphs = [
        "Trong những năm qua, công tác đào tạo, bồi dưỡng cán bộ của tỉnh đã có nhiều chuyển biến tích cực và toàn diện hơn. "
        * 3,
        "Tuy nhiên, việc chọn cử người đi học ở một số nơi còn chưa gắn với quy hoạch và nhu cầu của từng vị trí việc làm. "
        * 3,
        "Vì vậy các cơ quan, đơn vị rà soát lại toàn bộ kế hoạch của mình, gửi về Sở Nội vụ để tổng hợp, trình cấp trên. "
        * 3,
    ]
    printed = "\n\n".join("\n".join(wrap(p.strip(), 72)) for p in paragraphs * 2)
    reading = read("a.txt", printed.encode())
    assert reading.wrapped
    assert [p.text for p in clean(reading).paragraphs] == [p.strip() for p in paragraphs * 2]


def wrap(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def test_lines_that_are_paragraphs_stay_as_they_are() -> None:
    reading = read("a.txt", "\n".join(f"Mục thứ {i} có nội dung " + "rất dài " * i for i in range(40)).encode())
    assert not reading.wrapped
    assert len(clean(reading).paragraphs) == 40


VIETNAMESE = "Ủy ban nhân dân tỉnh\nSố: 12/KH-UBND\nKế hoạch đào tạo cán bộ, công chức năm 2025\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-32", "utf-8"])
@pytest.mark.parametrize("text", [VIETNAMESE, TEXT * 20, "Số 5", "Plain English of one line."])
def test_unicode_without_a_mark_is_known(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_letter_cut_off_or_broken_costs_that_letter_only() -> None:
    content = TEXT.encode()
    assert decode(content[:-1] + b"\xe1\xba") == TEXT[:-1]
    broken = decode(content.replace("Kế".encode(), b"K\xe1\xba", 1))
    assert broken is not None and broken.replace("\ufffd", "ế") == TEXT


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le Président de la République où il est né, élève à l'école", "cp1252"),
        ("Größe über für Übung; “Zitat” – Ende…", "cp1252"),
        ("né", "latin-1"),
        ("Привет, как дела? Это документ управления", "cp1251"),
        ("文件通知，请各单位遵照执行。关于加强管理的通知", "gb18030"),
    ],
)
def test_other_languages_keep_their_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
    assert [line.text for line in read("a.txt", text.encode(encoding)).lines] == [text]


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 40, bytes(3000), b"\x01\x00" * 500, b"\x00\x01\x02\x03" * 700, bytes([7, 200, 3]) * 900],
)
def test_rubbish_is_no_text(content: bytes) -> None:
    assert decode(content) is None


def test_very_long_lines_are_read_at_once() -> None:
    for line in ("-" * 400_000 + "x", "# " + " #" * 200_000 + "x", "|" * 300_000 + "x", " " * 300_000 + "x"):
        assert read("a.md", line.encode()).lines


def test_every_kind_of_line_end_ends_a_line() -> None:
    lines = read("a.txt", "a\r\nb\rc\x0bd\x0ce\u2028f\x85g".encode()).lines
    assert [line.text for line in lines] == list("abcdefg")
