"""Days of effect that others put off or correct, terms told in months, and what goes on though its document ends."""

from datetime import date
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.validity import Status, at
from tests.validity_made import catalogue, text_of

_DECREE = text_of(
    "801/2019/NĐ-CP", "ngày 10 tháng 01 năm 2019", "NGHỊ ĐỊNH", "Về sổ mượn tài liệu",
    "Điều 1. Phạm vi\nNghị định này quy định về sổ mượn tài liệu.\nĐiều 2. Sổ giấy\nSổ giấy được dùng trong kho.\n"
    "Điều 3. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành kể từ ngày 01 tháng 3 năm 2019.\n",
)  # fmt: skip
_PUT_OFF = text_of(
    "802/2019/NĐ-CP", "ngày 15 tháng 02 năm 2019", "NGHỊ ĐỊNH", "Về hiệu lực của Nghị định số 801/2019/NĐ-CP",
    "Điều 1. Lùi thời điểm có hiệu lực của Nghị định số 801/2019/NĐ-CP ngày 10 tháng 01 năm 2019 đến ngày 01 tháng 6 "
    "năm 2019.\nĐiều 2. Nghị định này có hiệu lực kể từ ngày ký.\n",
)  # fmt: skip
_CORRECTING = text_of(
    "803/QĐ-CP", "ngày 20 tháng 01 năm 2019", "QUYẾT ĐỊNH", "Đính chính Nghị định số 801/2019/NĐ-CP",
    "Điều 1. Tại Điều 3 Nghị định số 801/2019/NĐ-CP ngày 10 tháng 01 năm 2019, cụm từ “ngày 01 tháng 3 năm 2019” được "
    "đính chính thành cụm từ “ngày 15 tháng 3 năm 2019”.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n",
)  # fmt: skip
_ENDING = text_of(
    "804/2022/NĐ-CP", "ngày 10 tháng 5 năm 2022", "NGHỊ ĐỊNH", "Về sổ mượn điện tử",
    "Điều 1. Phạm vi\nNghị định này quy định về sổ mượn điện tử.\nĐiều 2. Hiệu lực thi hành\n"
    "1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2022 và được áp dụng trong thời hạn 18 tháng.\n"
    "2. Nghị định số 801/2019/NĐ-CP ngày 10 tháng 01 năm 2019 hết hiệu lực kể từ ngày Nghị định này có hiệu lực.\n"
    "3. Điều 2 Nghị định số 801/2019/NĐ-CP tiếp tục được thực hiện đến hết ngày 31 tháng 12 năm 2022.\n",
)  # fmt: skip


def state(library: Library, id: str, day: date, address: str = "") -> Status:
    return at(library.intervals(library.entry(id).revision), day, address).status


@pytest.mark.parametrize(
    ("moving", "first"),
    [
        ({}, date(2019, 3, 1)),
        ({"moving.txt": _PUT_OFF}, date(2019, 6, 1)),
        ({"moving.txt": _CORRECTING}, date(2019, 3, 15)),
    ],
)
def test_a_day_of_effect_is_moved(tmp_path: Path, moving: dict[str, str], first: date) -> None:
    library = catalogue(tmp_path, {**moving, "decree.txt": _DECREE})
    holding = next(
        i for i in library.intervals(library.entry("801-2019-nd-cp").revision) if i.status is Status.IN_FORCE
    )
    assert holding.first == first
    if moving:
        assert holding.proofs[0].document != "801-2019-nd-cp"
    library.close()


def test_a_unit_goes_on_though_its_document_ends(tmp_path: Path) -> None:
    library = catalogue(tmp_path, {"decree.txt": _DECREE, "ending.txt": _ENDING})
    day, after = date(2022, 8, 1), date(2023, 1, 1)
    assert state(library, "801-2019-nd-cp", day, "d2") is Status.IN_FORCE
    assert state(library, "801-2019-nd-cp", day, "d1") is Status.EXPIRED
    assert state(library, "801-2019-nd-cp", day) is Status.PARTLY_EXPIRED
    assert state(library, "801-2019-nd-cp", after) is state(library, "801-2019-nd-cp", after, "d2") is Status.EXPIRED
    library.close()


def test_a_term_of_months_ends_by_itself(tmp_path: Path) -> None:
    library = catalogue(tmp_path, {"ending.txt": _ENDING})
    assert state(library, "804-2022-nd-cp", date(2023, 12, 31)) is Status.IN_FORCE
    assert state(library, "804-2022-nd-cp", date(2024, 1, 1)) is Status.EXPIRED
    library.close()
