"""The door to Tesseract: where its language files lie, one engine a thread, the words that it sees.

Knows nothing of pages, lines or files.
"""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image

if TYPE_CHECKING:
    from tesserocr import RIL, PyPageIterator, PyTessBaseAPI

# pages are read side by side: threads inside a page as well make each wait for the others. The engine's libraries look
# at this when they are loaded, which is at the first page
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

Speech = Literal["vie", "eng"]
Holds = Literal["page", "block", "lines", "word"]
_NEEDED = ("vie", "eng", "osd")
_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",  # Debian, Ubuntu
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tesseract/tessdata",  # Fedora
    "/usr/share/tessdata",  # Arch, openSUSE
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_SURE_OF_TURN = 2.0  # the engine's own scale: below about 1 it guesses


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is seen: its box in pixels of the image, how sure (0 to 1), and which printed line it is on."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float
    line: int

    @property
    def height(self) -> float:
        """From its highest mark to its lowest."""
        return self.bottom - self.top

    def saying(self, text: str) -> "Word":
        """The same place, read otherwise."""
        return replace(self, text=text)

    def moved(self, right: float, down: float) -> "Word":
        """The same word, elsewhere."""
        return replace(
            self, left=self.left + right, right=self.right + right, top=self.top + down, bottom=self.bottom + down
        )

    def on_line(self, line: int) -> "Word":
        """The same word, on another line."""
        return replace(self, line=line)


def missing() -> str | None:
    """The command that installs what text recognition lacks; None if nothing does."""
    folder = _folder()
    lacking = [lang for lang in _NEEDED if folder is None or not (folder / f"{lang}.traineddata").is_file()]
    if not lacking:
        return None
    return "sudo apt-get install " + " ".join(f"tesseract-ocr-{lang}" for lang in lacking)


def words_in(image: Image.Image, language: Speech, dpi: int, holds: Holds = "page") -> list[Word]:
    """The words of a grey image, upright and straight, in the engine's order; `holds` says what there is to be seen."""
    from tesserocr import PSM, RIL, iterate_level

    engine = _engine(language)
    try:
        modes = {"page": PSM.AUTO, "block": PSM.SINGLE_BLOCK, "lines": PSM.SPARSE_TEXT, "word": PSM.SINGLE_WORD}
        engine.SetPageSegMode(modes[holds])
        engine.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
        engine.SetSourceResolution(dpi)
        engine.Recognize()
        found = engine.GetIterator()
        return list(_words(iterate_level(found, RIL.WORD), RIL)) if found else []
    finally:
        engine.Clear()  # the page's image is not kept until the next page comes
        # what it learned of one page's letters may not change what it reads on another: same file, same text
        engine.ClearAdaptiveClassifier()


def turn_of(image: Image.Image) -> int:
    """By how many degrees clockwise the print of a grey image is turned; 0 where the engine is not sure."""
    engine = _engine("osd")
    try:
        engine.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
        seen = engine.DetectOrientationScript()
    finally:
        engine.Clear()
    if not seen or seen["orient_conf"] < _SURE_OF_TURN:
        return 0
    return int(seen["orient_deg"])


def _words(seen: Iterator["PyPageIterator"], level: "type[RIL]") -> Iterator[Word]:
    line = -1
    for item in seen:
        if item.IsAtBeginningOf(level.TEXTLINE):
            line += 1
        text, box = _text(item, level), item.BoundingBox(level.WORD)
        if text and box:
            left, top, right, bottom = map(float, box)
            yield Word(text, item.Confidence(level.WORD) / 100, left, top, right, bottom, line)


def _text(item: "PyPageIterator", level: "type[RIL]") -> str:
    try:
        return str(item.GetUTF8Text(level.WORD)).strip()
    except RuntimeError:  # how the binding says that a place taken for a word holds none
        return ""


def _folder() -> Path | None:
    """Where the language files lie: the folder that TESSDATA_PREFIX names, else where systems keep them."""
    named = os.environ.get("TESSDATA_PREFIX")
    if named:
        return next((p for p in (Path(named), Path(named) / "tessdata") if p.is_dir()), None)
    there = [Path(folder) for folder in _FOLDERS if Path(folder).is_dir()]
    return next((p for p in there if (p / "vie.traineddata").is_file()), there[0] if there else None)


class _Engines(threading.local):
    """The engines of one thread: they are not safe to share, and end with it."""

    def __init__(self) -> None:
        self.by_language: dict[tuple[str, Path | None], PyTessBaseAPI] = {}


_engines = _Engines()


def _engine(language: str) -> "PyTessBaseAPI":
    key = (language, _folder())
    if key not in _engines.by_language:
        _engines.by_language[key] = _open(language, key[1])
    return _engines.by_language[key]


def release() -> None:
    """Ends this thread's engines and gives their memory back."""
    for engine in _engines.by_language.values():
        engine.End()
    _engines.by_language.clear()


def _open(language: str, folder: Path | None) -> "PyTessBaseAPI":
    from tesserocr import OEM, PSM, PyTessBaseAPI

    mode, kind = (PSM.OSD_ONLY, OEM.TESSERACT_ONLY) if language == "osd" else (PSM.AUTO, OEM.LSTM_ONLY)
    return PyTessBaseAPI(path=f"{folder}/", lang=language, psm=mode, oem=kind)
