"""A consolidated text after its day: ended with its base, out of date where that is amended again."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from corpus.validity import Interval, Status, at
from tests.validity_made import AMENDING, BASE, REPLACING, catalogue, text_of

CONSOLIDATED = text_of(
    "9/VBHN-BNV", "ngày 20 tháng 8 năm 2018", "VĂN BẢN HỢP NHẤT", "Nghị định về hồ sơ lưu trữ điện tử",
    "Nghị định số 701/2015/NĐ-CP ngày 10 tháng 02 năm 2015 của Chính phủ, có hiệu lực kể từ ngày 01 tháng 4 năm 2015, "
    "được sửa đổi, bổ sung bởi:\nNghị định số 745/2018/NĐ-CP ngày 05 tháng 5 năm 2018 của Chính phủ.\n\n"
    "Điều 1. Phạm vi\nNghị định này quy định về hồ sơ lưu trữ điện tử.\nĐiều 2. Thời hạn\n1. Thời hạn thẩm định là 20 ngày.\n"
    "Điều 3. Thành phần\nHồ sơ gồm văn bản đề nghị và danh mục.\nĐiều 4. Lệ phí\nKhông thu lệ phí.\n"
    "Điều 5. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2015.\n", "BỘ NỘI VỤ",
)  # fmt: skip
AGAIN = text_of(
    "760/2020/NĐ-CP", "ngày 05 tháng 5 năm 2020", "NGHỊ ĐỊNH", "Sửa đổi Nghị định số 701/2015/NĐ-CP",
    "Điều 1. Sửa đổi Điều 4 Nghị định số 701/2015/NĐ-CP như sau:\n“Điều 4. Lệ phí\nLệ phí là 10.000 đồng.”\n"
    "Điều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 7 năm 2020.\n",
)  # fmt: skip
TEXTS = {
    "base.txt": BASE, "amending.txt": AMENDING, "merged.txt": CONSOLIDATED, "again.txt": AGAIN, "replacing.txt": REPLACING
}  # fmt: skip


def course(folder: Path, names: tuple[str, ...]) -> list[Interval]:
    folder.mkdir(exist_ok=True)
    library = catalogue(folder, {name: TEXTS[name] for name in names})
    entry = next(e for e in library.entries() if e.identity.type == "consolidated")
    return library.intervals(entry.revision)


@pytest.mark.parametrize(
    ("day", "address", "expected"),
    [
        (date(2016, 1, 1), "", Status.NOT_YET),  # its base held then; it was not made yet
        (date(2019, 1, 1), "", Status.IN_FORCE),
        (date(2020, 7, 1), "", Status.PARTLY_EXPIRED),
        (date(2020, 6, 30), "d4", Status.IN_FORCE),
        (date(2020, 7, 1), "d4", Status.EXPIRED),  # its words are those of before
        (date(2023, 11, 1), "", Status.EXPIRED),
    ],
)
def test_it_goes_with_its_base(tmp_path: Path, day: date, address: str, expected: Status) -> None:
    found = course(tmp_path, tuple(TEXTS))
    own = [i for i in found if i.address == address]
    assert at(own, day, address).status is expected


def test_who_ended_or_outdated_it_is_named_and_proved(tmp_path: Path) -> None:
    whole = [i for i in course(tmp_path, tuple(TEXTS)) if not i.address]
    assert [(i.status, i.by) for i in whole[-2:]] == [
        (Status.PARTLY_EXPIRED, ("760-2020-nd-cp",)),
        (Status.EXPIRED, ("777-2023-nd-cp",)),
    ]
    assert all(i.proofs for i in whole)


def test_the_order_of_arrival_leaves_no_trace(tmp_path: Path) -> None:
    orders = list(itertools.permutations(TEXTS))[::13]
    found = [course(tmp_path / str(n), order) for n, order in enumerate(orders)]
    assert all(one == found[0] for one in found)
