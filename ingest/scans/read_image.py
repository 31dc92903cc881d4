"""Pictures of pages (JPEG, PNG, TIFF with many frames, BMP, GIF, WEBP), read by text recognition."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from PIL import Image, ImageOps, UnidentifiedImageError

from corpus.errors import FileError
from ingest.lines import Allowed, Line, PrintedPage, Reading
from ingest.scans.ocr import doubts, needed, recognise

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "GIF", "WEBP")
_LARGEST = 120_000_000  # pixels: an A3 page at 800 dpi; more is a bomb or a map
_POINTS = 72.0  # to an inch
_USUAL_DPI = 200.0  # for pictures that do not say
# what damaged pictures make Pillow raise
_DAMAGE = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError, MemoryError,
           ZeroDivisionError, zlib.error, struct.error)  # fmt: skip


def read_image(name: str, content: bytes, allowed: Allowed) -> Reading:
    """The printed lines of a picture, each frame of it a page."""
    image = opened(name, content)
    kind = Image.MIME[image.format or "PNG"]
    frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1  # an animation's frames are no pages
    if frames > allowed.pages:
        raise FileError("file-too-many-pages", name=name, pages=frames, limit=allowed.pages)
    needed(name, allowed)
    lines: list[Line] = []
    pages: list[PrintedPage] = []
    for number, (size, (found, confidence)) in enumerate(_recognised(name, content, frames, allowed), 1):
        lines.extend(found)
        pages.append(PrintedPage(number, *size, "ocr", confidence))
        if allowed.tell is not None:
            allowed.tell(number, frames)
    return Reading(tuple(lines), kind, wrapped=True, pages=tuple(pages), warnings=doubts(lines))


def opened(name: str, content: bytes) -> Image.Image:
    """The picture, its size looked at and nothing unpacked yet; raises FileError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is ours
            image = Image.open(io.BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except (UnidentifiedImageError, *_DAMAGE) as error:
        raise FileError("file-broken", name=name, format="image") from error
    _check_size(name, image)
    return image


def frame(name: str, content: bytes, number: int) -> Image.Image:
    """A page of a picture (from 1), turned as its camera says, in which the boxes of its words are counted."""
    image = opened(name, content)
    try:
        image.seek(number - 1)
        _check_size(name, image)
        image.load()
        return ImageOps.exif_transpose(image)
    except _DAMAGE as error:
        raise FileError("file-broken", name=name, format=image.format or "image") from error


def _check_size(name: str, image: Image.Image) -> None:
    if image.width * image.height > _LARGEST:
        raise _too_large(name)


def _too_large(name: str) -> FileError:
    return FileError("file-too-large-image", name=name, limit=f"{_LARGEST / 1e6:.0f}")


def _recognised(
    name: str, content: bytes, frames: int, allowed: Allowed
) -> Iterator[tuple[tuple[float, float], tuple[list[Line], float]]]:
    """Size in points and lines of each frame in order; no more frames are unpacked at a time than threads read them."""
    with ThreadPoolExecutor(max(1, min(allowed.threads, frames))) as pool:
        waiting: list[tuple[tuple[float, float], Future[tuple[list[Line], float]]]] = []
        try:
            for number in range(1, frames + 1):
                image = frame(name, content, number)
                waiting.append((_points(image), pool.submit(recognise, image, number, allowed)))
                del image
                if len(waiting) >= max(1, allowed.threads):
                    size, done = waiting.pop(0)
                    yield size, done.result()
            for size, done in waiting:
                yield size, done.result()
        finally:
            for _, left in waiting:
                left.cancel()


def _points(image: Image.Image) -> tuple[float, float]:
    across, down = image.info.get("dpi", (0, 0))[:2]
    dpi = float(across) if 50 <= float(across) <= 2400 and 50 <= float(down) <= 2400 else _USUAL_DPI
    return image.width / dpi * _POINTS, image.height / dpi * _POINTS
