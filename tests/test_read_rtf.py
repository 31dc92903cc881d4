"""RTF: letters in every way it writes them, tables, notes, and files made to break a reader."""

import unicodedata

import pytest

from corpus.errors import FileError
from ingest.lines import Allowed, Line
from ingest.word.read_rtf import read_rtf
from tests.legacy.make import HERE

FONTS = rb"{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}{\f1\fcharset163 Arial;}{\f2\fnil .VnTime;}{\f3\fcharset204 Arial Cyr;}}"


def lines(body: bytes) -> tuple[Line, ...]:
    return read_rtf("a.rtf", rb"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + body + b"}", Allowed()).lines


def texts(body: bytes) -> list[str]:
    return [line.text for line in lines(body)]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\u272\'d0i\u7873?u 5", "Điều 5"),
        (rb"{\uc2\u272\'d0\'3fi\uc0\u7873u 5}", "Điều 5"),
        (rb"{\f1 \'d0i\'ea\'ccu 5}", "Điều 5"),
        (rb"{\f2 \'a7i\'d2u 5: l\-u, l\'adu}", "Điều 5: lưu, lưu"),
        (rb"{\f3 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (rb"\u-10179\'3f\u-8704\'3f x", "😀 x"),
        (rb"\u-10179\'3f x", "x"),
        (rb"a\~b\_c\emdash d\lquote e\rquote", "a\u00a0b-c—d‘e’"),
        (rb"a{\v hidden}b{\deleted gone}c", "abc"),
        (rb"a{\*\unknown lost}b{\pict 0011}c{\header {\field{\fldrslt 2}}}d", "abcd"),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt shown}}", "shown"),
        (b"a{\\pict\\bin4 }{\\}}b", "ab"),
        (rb"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt in a box}}}", "in a box"),
    ],
)
def test_letters_are_read_in_every_way(body: bytes, text: str) -> None:
    assert [unicodedata.normalize("NFC", t) for t in texts(body)] == [text]


def test_paragraphs_lines_and_headings() -> None:
    found = lines(rb"\pard\outlinelevel0 Ch\'fcng\par\pard a\line b\par{\listtext 1.\tab}c\par")
    assert [(line.text, line.kind, line.level) for line in found] == [
        ("Chüng", "heading", 1), ("a", "text", 0), ("b", "text", 0), ("1. c", "text", 0),
    ]  # fmt: skip


ROW = rb"\trowd\cellx1000\cellx2000\cellx3000\pard\intbl %s\cell %s\cell %s\cell\row "


def test_tables_are_rows_and_merged_cells_are_filled() -> None:
    merged = rb"\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl\cell x\cell\cell\row "
    body = ROW % (b"A", b"B", b"C") + ROW % (b"1", b"2", b"3") + merged + ROW % (b"4", b"5", b"6")
    found = [line for line in lines(body + rb"\pard after\par") if line.kind == "row"]
    assert [row.cells for row in found] == [("A", "B", "C"), ("1", "2", "3"), ("1", "x", "x"), ("4", "5", "6")]
    assert [row.header for row in found] == [True, False, False, False]


def test_a_table_in_a_cell_stays_in_it() -> None:
    inner = rb"\pard\intbl\itap2 u\nestcell v\nestcell{\*\nesttableprops\trowd\cellx100\cellx200\nestrow}{\nonesttables\par}"
    body = (
        ROW % (b"A", b"B", b"C")
        + ROW % (b"1\\par" + inner + rb"\pard\intbl\itap1 ", b"2", b"3")
        + ROW % (b"4", b"5", b"6")
    )
    rows = [line.cells for line in lines(body) if line.kind == "row"]
    assert rows == [("A", "B", "C"), ("1 u v", "2", "3"), ("4", "5", "6")]


def test_notes_follow_the_text() -> None:
    assert texts(rb"a{\footnote \chftn note}b\par c\par") == ["ab", "c", "note"]


@pytest.mark.parametrize(
    "content",
    [b"{\\rtf1" + b"{" * 100_000, b"{\\rtf1" + b"}" * 1000 + b"x", b"{\\rtf1 \\bin99999999999 x", b"{\\rtf1 \\u99999999999 x\\'zz\\",
     b"{\\rtf1 \\ansicpg99999 \\'ff\\cell\\row\\nestrow\\cellx-5\\itap999 x}", b"{\\rtf1 " + b"\\trowd\\cellx1" * 50_000 + b"\\cell\\row}"],
    ids=["deep", "closed", "binary", "numbers", "loose", "cells"],
)  # fmt: skip
def test_files_made_to_break_a_reader_are_read_or_refused(content: bytes) -> None:
    try:
        reading = read_rtf("a.rtf", content, Allowed())
    except FileError as error:
        assert error.code == "file-broken"
    else:
        assert all(line.text.encode("utf-8") for line in reading.lines)


def test_a_cut_file_keeps_what_is_there() -> None:
    content = (HERE / "unicode.rtf").read_bytes()
    whole = [line.text for line in read_rtf("a.rtf", content, Allowed()).lines]
    cut = [line.text for line in read_rtf("a.rtf", content[: len(content) * 4 // 5], Allowed()).lines]
    assert cut[:5] == whole[:5] and len(cut) < len(whole) + 1
