"""Text recognition with the real engine: sample pages printed, scanned badly, read, and compared with what they say."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from corpus.errors import FileError
from corpus.layout import Box
from evals.edits import edits_by_line, even
from evals.scanned import Faults, scanned, stamped
from ingest.lines import Allowed, Line
from ingest.pdf.read_pdf import read_pdf
from ingest.scans import ocr

VI, EN = "05-nq-tu-2021.pdf", "05-nq-tu-2021.en.pdf"


def printed(samples: Path, name: str, number: int, dpi: int) -> Image.Image:
    with pdfium.PdfDocument(samples / name) as pdf:
        page: Image.Image = pdf[number - 1].render(scale=dpi / 72).to_pil()
        return page.convert("RGB")


def known(samples: Path, name: str, number: int) -> list[Line]:
    lines = read_pdf(name, (samples / name).read_bytes(), Allowed(ocr=False)).lines
    return [line for line in lines if line.page == number and any(c.isalnum() for c in line.text)]


def texts(lines: list[Line]) -> list[str]:
    return [even(line.text) for line in lines if line.text]


def accuracy(read: list[Line], truth: list[Line]) -> float:
    return 1 - edits_by_line(texts(read), texts(truth)) / len(" ".join(texts(truth)))


@pytest.mark.parametrize(("name", "bar"), [(VI, 0.99), (EN, 0.995)])
def test_a_bad_scan_at_300_dpi_is_read_almost_letter_for_letter(samples: Path, name: str, bar: float) -> None:
    scan = scanned(printed(samples, name, 1, 300), 300, Faults(angle=-2.4), name)
    lines, confidence = ocr.recognise(scan, 1, Allowed())
    assert accuracy(lines, known(samples, name, 1)) >= bar
    assert confidence > 0.9
    assert all(len(line.boxes) == len(line.text.split()) for line in lines)
    assert ocr.doubts(lines) == ()


def test_the_columns_of_the_header_do_not_mix(samples: Path) -> None:
    head = printed(samples, VI, 1, 200).crop((0, 0, 1654, 560))
    read = texts(ocr.recognise(head, 1, Allowed())[0])
    assert read[:2] == ["BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", "TỈNH ỦY LAM GIANG"]
    assert {"Số 05-NQ/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Lam Giang, ngày 12 tháng 01 năm 2021", "NGHỊ QUYẾT"} <= set(read)


def test_recipients_and_signature_in_letters_of_two_sizes_are_both_read(samples: Path) -> None:
    page = scanned(printed(samples, "31-2025-qd-ubnd.pdf", 2, 200), 200, Faults(angle=-0.6), "signature")
    read = texts(ocr.recognise(page, 2, Allowed())[0])
    assert {"Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, NC."} <= set(read)
    signed = read[read.index("TM. ỦY BAN NHÂN DÂN") :]
    assert signed == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Phạm Văn Khoa"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_put_in_the_wrong_way_is_turned_and_its_boxes_are_those_of_the_picture(samples: Path, turn: int) -> None:
    page = printed(samples, VI, 1, 150).rotate(turn + 2, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    lines, _ = ocr.recognise(page, 1, Allowed())
    assert accuracy(lines, known(samples, VI, 1)) > 0.97
    assert on_ink(page, lines) > 0.95
    first = next(line for line in lines if line.text == "NGHỊ QUYẾT").boxes[0][0]
    # a little below the top edge of the page, which is on the left, below, or on the right now
    at = {90: first.left, 180: 1 - first.bottom, 270: 1 - first.right}[turn]
    assert 0.1 < at < 0.3


def on_ink(page: Image.Image, lines: list[Line]) -> float:
    """The share of words that have ink in the middle of their box, and little of it just outside above and below."""
    dark = np.asarray(page.convert("L")) < 140
    boxes = [box for line in lines for word in line.boxes for box in word]
    return float(np.mean([inked(dark, box) > 0.08 for box in boxes]))


def inked(dark: np.ndarray, box: Box) -> float:
    high, wide = dark.shape
    part = dark[round(box.top * high) : round(box.bottom * high), round(box.left * wide) : round(box.right * wide)]
    return float(part.mean()) if part.size else 0.0


def test_boxes_are_where_the_text_layer_has_them(samples: Path) -> None:
    lines, _ = ocr.recognise(printed(samples, VI, 1, 150), 1, Allowed())
    read = {word: box[0] for line in lines for word, box in zip(line.text.split(), line.boxes, strict=True)}
    true = {word: box[0] for line in known(samples, VI, 1)
            for word, box in zip(line.text.split(), line.boxes, strict=True)}  # fmt: skip
    for word in ("05-NQ/TU", "QUYẾT", "31/12/2020,", "24.860", "(81,4%);"):
        a, b = read[word], true[word]
        assert abs(a.left - b.left) < 0.006 and abs(a.right - b.right) < 0.006
        assert abs((a.top + a.bottom) - (b.top + b.bottom)) < 0.02


def test_a_seal_over_the_text_leaves_no_trace(samples: Path) -> None:
    page = printed(samples, VI, 2, 200)
    band = (0, round(page.height * 0.3), page.width, round(page.height * 0.55))
    clean, _ = ocr.recognise(page.crop(band), 1, Allowed())
    sealed, _ = ocr.recognise(stamped(page, 200, (0.5, 0.42), 8).crop(band), 1, Allowed())
    assert edits_by_line(texts(sealed), texts(clean)) <= 2


def test_a_coloured_line_of_print_is_not_taken_for_a_seal(samples: Path) -> None:
    head = printed(samples, VI, 1, 200).crop((0, 150, 1654, 560))
    pixels = np.asarray(head).copy()
    pixels[..., 0] = np.maximum(pixels[..., 0], 200)  # all print in red
    assert "NGHỊ QUYẾT" in texts(ocr.recognise(Image.fromarray(pixels), 1, Allowed())[0])


def test_a_ruled_table_comes_as_rows(samples: Path) -> None:
    page = scanned(printed(samples, "40-2023-qd-ubnd.en.pdf", 10, 200), 200, Faults(angle=1.2), "table")
    rows = [line for line in ocr.recognise(page, 10, Allowed())[0] if line.kind == "row"]
    assert [row.header for row in rows] == [True] + [False] * 8
    assert rows[0].cells == ("No.", "Programme", "Participants", "Duration")
    assert [row.cells[0] for row in rows[1:]] == [str(n) for n in range(1, 9)]
    assert rows[1].cells[1] == "Fostering for the rank of specialist"
    assert rows[4].cells[3] == "120 periods"
    bars = [i for i, word in enumerate(rows[1].text.split()) if word == "|"]
    assert len(bars) == 3 and all(rows[1].boxes[i] == () for i in bars)
    assert len(rows[1].boxes) == len(rows[1].text.split())


def test_pages_read_side_by_side_are_read_the_same(samples: Path) -> None:
    pages = [printed(samples, name, 1, 150).crop((0, 0, 1240, 600)) for name in (VI, EN, VI, EN)]
    alone = [texts(ocr.recognise(page, 1, Allowed())[0]) for page in pages[:2]]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda page: texts(ocr.recognise(page, 1, Allowed())[0]), pages))
    assert together == alone * 2
    assert "RESOLUTION" in alone[1]


def test_a_blank_page_has_no_lines() -> None:
    assert ocr.recognise(Image.new("RGB", (800, 1100), "white"), 1, Allowed()) == ([], 0.0)


def test_what_is_missing_is_named_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ocr.missing() is None
    (tmp_path / "eng.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    command = "sudo apt-get install tesseract-ocr-vie tesseract-ocr-osd"
    assert ocr.missing() == command
    with pytest.raises(FileError) as refused:
        ocr.recognise(Image.new("L", (100, 100), "white"), 1, Allowed())
    assert refused.value.code == "file-needs-ocr"
    assert command in refused.value.text("vi") and command in refused.value.text("en")


def test_a_number_put_in_by_hand_is_not_trusted() -> None:
    sure = [Line("Số: 12/QĐ-UBND", page=1, confidence=0.93), Line("QUYẾT ĐỊNH", page=1, confidence=0.4)]
    unsure = [Line("Số: 12 /QĐ-UBND", page=1, confidence=0.5)]
    assert ocr.doubts(sure) == ()
    assert ocr.doubts(unsure) == ("scan-number-unsure",)
    assert ocr.doubts([Line("Lam Giang, ngày 05 tháng 3 năm 2024", page=1, confidence=0.6)]) == ("scan-number-unsure",)
