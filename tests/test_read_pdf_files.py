"""PDFs that are locked, damaged, lying, blank or scanned: read, or refused with a reason that says what to do."""

import io
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter

from corpus.errors import FileError, NotFoundError
from ingest.lines import Allowed
from ingest.pdf.page_image import page_image
from ingest.pdf.read_pdf import read_pdf
from ingest.scans import ocr
from tests.pdf_maker import Page, font, pdf

NAMES = ["QUYẾT ĐỊNH", "Điều 1. Phân cấp quản lý biên chế", "cho Sở Nội vụ tỉnh Lam Giang."]
SHARED = Path(os.environ.get("VANBAN_SHARED", Path(__file__).parent.parent.parent / "shared"))


def refused(content: bytes, **allowed: Any) -> str:
    with pytest.raises(FileError) as error:
        read_pdf("x.pdf", content, Allowed(**allowed))
    assert "x.pdf" in error.value.text("vi") and "x.pdf" in error.value.text("en")
    return error.value.code


def texts(content: bytes, **allowed: Any) -> list[str]:
    read = read_pdf("x.pdf", content, Allowed(**allowed))
    return [line.text for line in read.lines if line.text]


def locked(algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(Page().lines(90, 100, NAMES)))))
    writer.encrypt("bí-mật-2024" if algorithm == "AES-256" else "bi-mat", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_locked_file_opens_with_a_password_of_the_settings(algorithm: str) -> None:
    content = locked(algorithm)
    assert refused(content) == "file-needs-password"
    assert refused(content, passwords=("sai",)) == "file-needs-password"
    assert texts(content, passwords=("sai", "bi-mat", "bí-mật-2024")) == NAMES


@pytest.mark.parametrize("content", [b"%PDF-1.4 nothing", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat"])
def test_damage(content: bytes) -> None:
    assert refused(content) == "file-broken"


def test_a_file_cut_short_gives_what_is_left() -> None:
    content = pdf(Page().lines(90, 100, NAMES))
    assert texts(content[: content.rindex(b"xref\n0 ") + 40]) == NAMES


def test_too_many_pages() -> None:
    content = pdf(*[Page().text(90, 100, f"Trang thứ {i} của văn bản") for i in range(4)])
    assert refused(content, pages=3) == "file-too-many-pages"
    assert len(texts(content, pages=4)) == 4


def test_a_claim_of_ten_thousand_pages_is_not_believed() -> None:
    content = pdf(Page().lines(90, 100, NAMES)).replace(b"/Count 1 >>", b"/Count 10000 >>")
    assert texts(content) == NAMES


def test_a_tree_of_pages_that_leads_to_itself_ends() -> None:
    content = pdf(Page().lines(90, 100, NAMES))
    kids = content.index(b"/Kids [") + len(b"/Kids [")
    looping = content[:kids] + b"2 0 R " + content[kids:]
    try:
        assert texts(looping) in (NAMES, [])
    except FileError as error:
        assert error.code == "file-broken"


def test_a_file_of_no_pages() -> None:
    content = pdf(Page()).replace(b"/Count 1 >>", b"/Count 0 >>")
    start = content.index(b"/Kids [") + len(b"/Kids [")
    content = content[:start] + b" " * (content.index(b"]", start) - start) + content[content.index(b"]", start) :]
    assert refused(content) in ("file-no-text", "file-broken")


def scan() -> Image.Image:
    image = Image.new("RGB", (1240, 1754), "white")
    face = ImageFont.truetype(io.BytesIO(font()[0]), 30)
    for i, text in enumerate(["QUYẾT ĐỊNH", "Điều 1. Ban hành Quy định về quản lý biên chế", "của tỉnh Lam Giang."]):
        ImageDraw.Draw(image).text((180, 200 + 60 * i), text, "black", face)
    return image


def test_a_page_that_is_a_picture_is_recognised_the_others_are_not() -> None:
    told: list[tuple[int, int]] = []
    content = pdf(Page().lines(90, 100, NAMES), Page().picture(scan()), Page())
    read = read_pdf("x.pdf", content, Allowed(threads=2, tell=lambda done, of: told.append((done, of))))
    assert [(p.source, p.confidence is None) for p in read.pages] == [("text", True), ("ocr", False), ("text", True)]
    on_second = " ".join(line.text for line in read.lines if line.page == 2)
    assert "Điều 1. Ban hành Quy định về quản lý biên chế" in on_second
    assert sorted(told) == [(1, 3), (2, 3), (3, 3)]
    heading = next(line for line in read.lines if line.page == 2 and line.text)
    (box,) = heading.boxes[0]
    assert 0.13 < box.left < 0.16 and 0.1 < box.top < 0.13


@pytest.mark.parametrize(
    "layer", ["CONG HOA xA HQI CHiJ NGHiA VIVT NAM Dqc lap Tv do Hanh phfc so nQi vu tinh " * 3, ""]
)
def test_a_lying_layer_of_text_over_a_picture_is_not_believed(layer: str) -> None:
    page = Page().picture(scan())
    for i in range(0, len(layer), 60):
        page.text(60, 100 + i / 3, layer[i : i + 60], 10, mode=3)
    assert "Điều 1. Ban hành Quy định về quản lý biên chế" in texts(pdf(page))


def test_a_good_layer_of_text_over_a_picture_is_believed() -> None:
    vietnamese = [
        "Quyết định này có hiệu lực kể từ ngày ký ban hành.",
        "Giám đốc Sở Nội vụ chịu trách nhiệm thi hành.",
    ] * 3
    english = [
        "This Decision shall take effect on the date of signing.",
        "The Director of the Department is in charge.",
    ] * 3
    for said in (vietnamese, english):
        page = Page().picture(scan())
        for i, line in enumerate(said):
            page.text(60, 100 + 20 * i, line, mode=3)
        assert texts(pdf(page)) == said


def test_a_page_that_needs_recognition_sets_the_file_aside_where_there_is_none() -> None:
    content = pdf(Page().lines(90, 100, NAMES), Page().picture(scan()))
    assert refused(content, ocr=False) == "file-ocr-off"
    assert texts(pdf(Page().lines(90, 100, NAMES), Page()), ocr=False) == NAMES  # a blank page needs none


def test_a_page_with_only_its_number_needs_no_recognition() -> None:
    assert texts(pdf(Page().lines(90, 100, NAMES), Page().text(297, 40, "2")), ocr=False) == [*NAMES, "2"]


def test_outlines_of_letters_and_a_picture_beside_text() -> None:
    drawn = Page()
    for i in range(40):
        drawn.rule(90 + 8 * i, 100, 94 + 8 * i, 130)
    assert refused(pdf(drawn), ocr=False) == "file-ocr-off"
    beside = Page().lines(90, 100, NAMES).picture(scan())
    beside.parts[0] = "q 400 0 0 500 90 100 cm /Im Do Q"
    assert read_pdf("x.pdf", pdf(beside), Allowed(ocr=False)).warnings == ("pdf-picture-unread",)


def test_what_recognition_lacks_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert ocr.missing() is not None
    assert refused(pdf(Page().picture(scan()))) == "file-needs-ocr"


def test_the_image_of_a_page() -> None:
    content = pdf(Page().lines(90, 100, NAMES), Page(rotate=90))
    assert page_image(content, 1, 144).size == (1190, 1684)
    assert page_image(content, 2, 72).size == (842, 595)
    for number in (0, 3):
        with pytest.raises(NotFoundError) as error:
            page_image(content, number, 72)
        assert error.value.code == "page-unknown-number" and str(number) in error.value.text("vi")
    assert page_image(locked("AES-256"), 1, 72, ("bí-mật-2024",)).size == (595, 842)


def test_the_image_of_an_image_file() -> None:
    frames = [Image.new("RGB", (60, 80), colour) for colour in ("white", "black")]
    out = io.BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    assert page_image(out.getvalue(), 2, 72).getpixel((5, 5)) == (0, 0, 0)
    for content, number in ((out.getvalue(), 3), (b"no picture", 1)):
        with pytest.raises(NotFoundError):
            page_image(content, number, 72)


def test_real_gazette_and_court_files_keep_their_words() -> None:
    originals = sorted((SHARED / "documents" / "vi_originals").glob("*.pdf"))
    assert originals, f"the test material is missing: {SHARED}"
    for path in originals[:2]:
        found = " ".join(texts(path.read_bytes())).split()
        told = " ".join(page.extract_text() for page in PdfReader(path).pages).split()
        letters, known = "".join(found), "".join(told)
        assert abs(len(letters) - len(known)) < 0.01 * len(known)  # pypdf splits words, but loses no letter
        assert sum(len(w) > 12 and w.isalpha() for w in found) <= 3  # and none of ours are glued
