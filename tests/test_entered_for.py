"""Which document a state by hand is meant for: whole numbers stay, short ones and titles bind where only one fits."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.entered_for import for_document
from corpus.entered import Entered
from corpus.errors import RequestError
from corpus.validity import Status
from ingest.status_list import read_status_list
from tests.validity_made import BASE, FAMILY, catalogue

ENTRY = Entered("", Status.EXPIRED, who="An", why="theo công báo")
TWICE = BASE.replace("701/2015", "702/2015").replace("ngày 10 tháng 02 năm 2015", "ngày 11 tháng 02 năm 2015")


def test_titles_and_short_numbers(tmp_path: Path) -> None:
    entries = catalogue(tmp_path, {**FAMILY, "twice.txt": TWICE}).entries()

    def meant(said: str, **more: Any) -> tuple[str, date | None]:
        found = for_document(replace(ENTRY, number=said, **more), entries)
        return found.number, found.issued

    assert meant("777/2023/NĐ-CP") == ("777/2023/NĐ-CP", None)
    assert meant("9/1999/NĐ-CP") == ("9/1999/NĐ-CP", None)  # not indexed: kept for when it comes
    assert meant("NĐ 777/2023") == ("777/2023/NĐ-CP", date(2023, 9, 12))
    assert meant("Về tài liệu số") == ("777/2023/NĐ-CP", date(2023, 9, 12))
    assert meant("một văn bản khác") == ("một văn bản khác", None)
    with pytest.raises(RequestError, match="702/2015") as refused:
        meant("Về hồ sơ lưu trữ điện tử")
    assert refused.value.code == "status-ambiguous" and "701/2015" in refused.value.text("vi")
    assert meant("Về hồ sơ lưu trữ điện tử", issued=date(2015, 2, 11)) == ("702/2015/NĐ-CP", date(2015, 2, 11))


def test_a_row_that_may_mean_several_is_refused_and_the_others_are_taken(tmp_path: Path) -> None:
    entries = catalogue(tmp_path, {**FAMILY, "twice.txt": TWICE}).entries()
    rows = "number,status\nVề tài liệu số,expired\nVề hồ sơ lưu trữ điện tử,expired\n".encode()
    taken, refused = read_status_list("l.csv", rows, "An", "danh mục", lambda e: for_document(e, entries))
    assert [e.number for e in taken] == ["777/2023/NĐ-CP"] and refused == [(2, "status-ambiguous")]
