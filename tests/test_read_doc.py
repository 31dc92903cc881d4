"""Word files of 1997 to 2003: text as it is shown, automatic numbers, tables; older ones, locked ones, damaged ones."""

import collections
import os
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import FileError
from corpus.messages import MESSAGES
from ingest.lines import Allowed
from ingest.placed_text import by_columns, places_text
from ingest.word import antiword
from ingest.word.read_doc import read_doc
from ingest.word.word97 import Word97
from ingest.word.word97_lists import Lists
from ingest.word.word_lines import WordParagraph
from tests.legacy.make import HERE

DOC = (HERE / "unicode.doc").read_bytes()
HOSTILE = Path(os.environ.get("VANBAN_SHARED", Path(__file__).parent.parent.parent / "shared")) / "hostile" / "doc"


def outcome(content: bytes) -> str:
    try:
        reading = read_doc("a.doc", content, Allowed())
    except FileError as error:
        assert "a.doc" in error.text("vi") and "a.doc" in error.text("en")
        return error.code
    return "read" if any(line.text.strip() for line in reading.lines) else "no text"


def test_a_table_is_rows_with_a_header() -> None:
    rows = [line for line in read_doc("a.doc", DOC, Allowed()).lines if line.kind == "row"]
    assert [row.header for row in rows] == [True, False, False, False]
    assert rows[1].cells == ("1", "Vũ Thị Hường", "Sở Tư pháp", "Lớp trưởng")


def hostile(part: str) -> bytes:
    return next(HOSTILE.glob(f"*{part}*")).read_bytes()


def test_numbers_that_word_counts_are_there() -> None:
    lines = [line.text for line in read_doc("a.doc", hostile("Bug52311"), Allowed()).lines]
    assert [line.split()[0] for line in lines][:8] == ["1", "1.1", "2", "2.1", "2.2", "2.3", "2.3.1", "2.99"]


def test_text_that_was_deleted_with_changes_tracked_is_no_text() -> None:
    text = "\n".join(line.text for line in read_doc("a.doc", hostile("document__53446"), Allowed()).lines)
    assert "(Revised September 28" in text and "1728" not in text


def test_the_second_half_of_a_level_restarts_below_and_runs_on_across() -> None:
    def level(text: str, flags: int = 0, limit: int = 0) -> bytes:
        head = struct.pack("<iBB", 1, 0, flags) + bytes(18) + struct.pack("<BBBB", 0, 0, limit, 0)
        return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")

    levels = [level("Chương \x00"), level("Điều \x01.", flags=8), level("\x02."), *(level("") for _ in range(6))]
    definitions = struct.pack("<H", 1) + struct.pack("<i", 7) + bytes(24) + b"".join(levels)
    lists = Lists(definitions, struct.pack("<I", 1) + struct.pack("<i", 7) + bytes(12) + bytes(4))
    shown = [lists.label(1, n) for n in (0, 1, 2, 2, 1, 2, 0, 1, 2)]
    assert shown == ["Chương 1", "Điều 1.", "1.", "2.", "Điều 2.", "1.", "Chương 2", "Điều 3.", "1."]
    assert lists.label(2, 0) == "" and lists.label(0, 0) == ""


def test_a_locked_file_asks_for_a_password() -> None:
    assert outcome(hostile("PasswordProtected")) == "file-needs-password"


def test_files_from_before_1997_are_read_with_antiword() -> None:
    assert antiword.missing() is None
    for part in ("Word95.doc", "Word6_sections", "word2.doc"):
        assert outcome(hostile(part)) == "read"


def test_without_antiword_the_file_says_which_command_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(FileError) as caught:
        read_doc("cu.doc", hostile("word2.doc"), Allowed())
    assert caught.value.code == "file-needs-antiword"
    assert "apt-get install antiword" in caught.value.text("vi") and "apt-get install antiword" in caught.value.text(
        "en"
    )
    assert outcome(DOC) == "read"  # newer ones do not need it


def test_the_hostile_files_are_read_or_refused() -> None:
    found = collections.Counter(outcome(file.read_bytes()) for file in sorted(HOSTILE.iterdir()))
    assert sum(found.values()) > 80
    assert set(found) <= {"read", "no text", *MESSAGES}
    assert found["read"] > 0.85 * sum(found.values())


@pytest.mark.parametrize("step", [257, 1009])
def test_a_damaged_file_is_read_or_refused(step: int) -> None:
    for at in range(0, len(DOC), step * 8):
        broken = bytearray(DOC)
        for place in range(at, min(at + step, len(DOC)), 7):
            broken[place] ^= 0xFF
        assert outcome(bytes(broken)) in {"read", "no text", "file-broken", "file-needs-password"}
    assert outcome(DOC[: len(DOC) // 2]) in {"read", "no text", "file-broken"}


def test_a_mistake_of_ours_is_no_damage_that_antiword_makes_good(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(_: Word97, section: str) -> Iterator[WordParagraph]:
        raise AttributeError(section)

    monkeypatch.setattr(Word97, "paragraphs", mistaken)
    with pytest.raises(AttributeError, match="body"):
        outcome(DOC)


def test_the_head_of_a_document_is_read_by_columns_and_data_is_not() -> None:
    head = [
        ["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Số: 5/KH-UBND", "Lam Giang, ngày 5 tháng 3 năm 2024"],
    ]
    assert places_text(head)
    assert by_columns(head)[:2] == ["UBND TỈNH", "Số: 5/KH-UBND"]
    assert places_text([["Nơi nhận:\n- Như trên", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]])
    assert not places_text([["TT", "Nội dung"], ["1", "Rà soát"], ["2", "Báo cáo"]])
