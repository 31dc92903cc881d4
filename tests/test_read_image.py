"""Pictures of pages: formats, frames, the camera's turn, damage and bombs."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont

from corpus.errors import FileError
from ingest.lines import Allowed
from ingest.read import read
from ingest.scans.read_image import frame, read_image

FONT = Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSerif.ttf"
LINES = ("Điều 1. Phạm vi điều chỉnh", "Quy định này quy định việc luân chuyển", "cán bộ của tỉnh Lam Giang.")


def picture(*lines: str) -> Image.Image:
    image = Image.new("RGB", (900, 60 + 60 * len(lines)), "white")
    font = ImageFont.truetype(FONT, 34)
    for i, line in enumerate(lines):
        ImageDraw.Draw(image).text((40, 30 + 60 * i), line, "black", font)
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    kept = io.BytesIO()
    image.save(kept, kind, **options)
    return kept.getvalue()


def text(content: bytes, name: str = "scan") -> list[str]:
    return [line.text for line in read_image(name, content, Allowed()).lines if line.text]


@pytest.mark.parametrize(
    ("kind", "media"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("BMP", "image/bmp"), ("GIF", "image/gif"), ("WEBP", "image/webp")],
)
def test_every_format_is_read(kind: str, media: str) -> None:
    reading = read("anh.dat", saved(picture(*LINES), kind), Allowed())
    assert [line.text for line in reading.lines if line.text] == list(LINES)
    assert (reading.media_type, reading.wrapped) == (media, True)
    (page,) = reading.pages
    assert page.source == "ocr" and page.confidence is not None and page.confidence > 0.8


def test_the_frames_of_a_tiff_are_pages() -> None:
    told: list[tuple[int, int]] = []
    frames = [picture("Trang thứ nhất của tờ trình"), picture("Trang thứ hai của tờ trình")]
    content = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:], dpi=(200, 200))
    reading = read_image("to-trinh.tif", content, Allowed(threads=2, tell=lambda done, of: told.append((done, of))))
    assert [(line.page, line.text) for line in reading.lines] == [
        (1, "Trang thứ nhất của tờ trình"),
        (2, "Trang thứ hai của tờ trình"),
    ]
    assert [page.number for page in reading.pages] == [1, 2]
    assert reading.pages[0].width == pytest.approx(900 / 200 * 72)
    assert told == [(1, 2), (2, 2)]
    assert frame("to-trinh.tif", content, 2).tobytes() == frames[1].tobytes()
    with pytest.raises(FileError) as refused:
        read_image("to-trinh.tif", content, Allowed(pages=1))
    assert refused.value.code == "file-too-many-pages"


def test_the_cameras_turn_is_heeded() -> None:
    turned = picture(*LINES).transpose(Image.Transpose.ROTATE_90)
    marks = Image.Exif()
    marks[0x0112] = 6  # to be shown turned to the right
    content = saved(turned, "JPEG", exif=marks, quality=92)
    assert text(content) == list(LINES)
    shown = frame("x", content, 1)
    assert shown.size == (900, 240)


def test_small_and_see_through_pictures_are_read() -> None:
    small = picture(*LINES).resize((450, 120), Image.Resampling.LANCZOS)
    assert text(saved(small, "PNG"))[0] == LINES[0]
    ink = Image.new("RGBA", (900, 240), (0, 0, 0, 0))
    ink.putalpha(picture(*LINES).convert("L").point([255 - v for v in range(256)]))
    assert text(saved(ink, "PNG")) == list(LINES)


def test_a_picture_without_text_is_said_to_have_none() -> None:
    with pytest.raises(FileError) as refused:
        read("anh.png", saved(Image.new("RGB", (400, 300), "navy"), "PNG"), Allowed())
    assert refused.value.code == "file-no-text"


def test_damage_is_said() -> None:
    whole = saved(picture(*LINES), "PNG")
    for content in (whole[: len(whole) // 2], whole[:30], b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(FileError) as refused:
            read_image("anh.png", content, Allowed())
        assert refused.value.code == "file-broken"


def test_a_bomb_is_not_unpacked() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    content = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    body = b"IDAT" + zlib.compress(b"\0" * 1000)
    content += struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    with pytest.raises(FileError) as refused:
        read_image("anh.png", content, Allowed())
    assert refused.value.code == "file-too-large-image"
    assert "120" in refused.value.text("vi")


def test_recognition_that_is_switched_off_or_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = saved(picture(*LINES), "PNG")
    with pytest.raises(FileError) as refused:
        read_image("anh.png", content, Allowed(ocr=False))
    assert refused.value.code == "file-ocr-off"
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(FileError) as refused:
        read_image("anh.png", content, Allowed())
    assert refused.value.code == "file-needs-ocr"
    assert "anh.png" in refused.value.text("vi") and "tesseract-ocr-vie" in refused.value.text("vi")
