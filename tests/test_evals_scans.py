"""The measurement of scans: edits are counted rightly, scans are made the same every time, pictures are measured."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont

from corpus.errors import NotFoundError
from evals import scans
from evals.edits import edits, edits_by_line, even
from evals.scanned import Faults, faults_of, scanned

LETTERS = st.text("aăâđ -", max_size=12)


def plainly(a: str, b: str) -> int:
    """Levenshtein's distance by its definition."""
    if not a or not b:
        return len(a) + len(b)
    return min(plainly(a[1:], b) + 1, plainly(a, b[1:]) + 1, plainly(a[1:], b[1:]) + (a[0] != b[0]))


@given(st.text("aăb", max_size=5), st.text("aăb", max_size=5))
def test_edits_are_levenshteins(a: str, b: str) -> None:
    assert edits(a, b) == plainly(a, b)


@given(st.lists(LETTERS, max_size=5))
def test_the_order_of_lines_costs_nothing(lines: list[str]) -> None:
    assert edits_by_line(lines[::-1], lines) == 0
    assert edits_by_line([*lines[::-1], "ô"], lines) == 1


def test_white_space_and_unicode_form_do_not_count() -> None:
    assert even("Quye\u0302\u0301t  \n định ") == "Quyết định"


def test_a_scan_is_the_same_every_time_and_is_askew() -> None:
    page = Image.new("RGB", (413, 584), "white")
    ImageDraw.Draw(page).rectangle((100, 200, 300, 204), fill="black")
    first, again = (scanned(page, 50, faults_of("a"), "a") for _ in range(2))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != scanned(page, 50, faults_of("b"), "b").tobytes()
    assert {-3 <= faults_of(str(n)).angle <= 3 for n in range(50)} == {True}
    assert len({faults_of(str(n)).angle for n in range(50)}) > 20
    assert strongest_colour(first) > 2 * strongest_colour(scanned(page, 50, Faults(stamp=False), "a"))  # the seal


def strongest_colour(image: Image.Image) -> int:
    return int(np.asarray(image.convert("HSV"))[..., 1].max())


def test_pictures_with_a_text_beside_are_measured(tmp_path: Path) -> None:
    font = ImageFont.truetype(Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf", 34)
    image = Image.new("RGB", (900, 160), "white")
    ImageDraw.Draw(image).text((40, 40), "Tỉnh ủy Lam Giang họp thường kỳ", "black", font)
    image.save(tmp_path / "trang.png")
    image.save(tmp_path / "khac.png")
    (tmp_path / "trang_gt.txt").write_text("Tỉnh ủy Lam Giang họp thường kì", encoding="utf-8")
    result = scans.evaluate(tmp_path)
    (page,) = result.pages
    assert (page.name, page.language, page.wrong, page.letters) == ("trang.png", "vi", 1, 31)
    assert page.accuracy == pytest.approx(30 / 31)
    first, worst = scans.tables(result)
    assert list(first.rows[0][:4]) == ["vi", None, 1, pytest.approx(30 / 31)]
    assert worst.rows[0][0] == "trang.png"
    assert scans.as_data(result)["accuracy"] == {"vi, as given": pytest.approx(30 / 31)}


def test_a_folder_without_scans_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        scans.evaluate(tmp_path)
