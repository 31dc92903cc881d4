"""Makes the files beside it from van-ban.txt and table.txt: the same text in TCVN3 and in VNI, as DOCX, DOC and RTF.

Run once by hand with `python -m tests.legacy.make`; the DOC and RTF files are LibreOffice's (soffice on the path).
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.text.paragraph import Paragraph

from ingest.letters.charmaps import TCVN3, VISCII, VNI

HERE = Path(__file__).parent
TEXT = (HERE / "van-ban.txt").read_text(encoding="utf-8").splitlines()
TABLE = [line.split("|") for line in (HERE / "table.txt").read_text(encoding="utf-8").splitlines()]

_TCVN3 = {letter: code for code, letter in TCVN3.items()}
_VNI = {letter: code for code, letter in VNI.items() if len({c.isupper() for c in code}) == 1}
_VISCII = {letter: code for code, letter in VISCII.items()}
_FONTS = {"tcvn3": (".VnTime", ".VnTimeH"), "vni": ("VNI-Times", "VNI-Times"), "unicode": ("Times New Roman",) * 2}


def tcvn3(text: str) -> str:
    """Toned capitals as small letters, for there are none: a font of capitals shows them as such."""
    return "".join(_TCVN3.get(c, _TCVN3.get(c.lower(), c)) for c in text)


def vni(text: str) -> str:
    return "".join(_VNI.get(c, c) for c in text)


def viscii(text: str) -> bytes:
    return "".join(_VISCII.get(c, c) for c in text).encode("latin-1")


ENCODED: dict[str, Callable[[str], str]] = {"tcvn3": tcvn3, "vni": vni, "unicode": str}


def _add(paragraph: Paragraph, text: str, encoding: str) -> None:
    """The text in runs, as it was typed: toned capitals in the font of capitals, English in Times New Roman."""
    plain, capitals = _FONTS[encoding]
    if text.isascii():
        pieces = [(text, "Times New Roman")]
    elif encoding == "tcvn3" and text.isupper():
        pieces = [(text.lower(), capitals)]
    else:
        pieces = []
        for c in text:
            lacking = encoding == "tcvn3" and c not in _TCVN3 and c.lower() in _TCVN3
            pieces.append((c.lower(), capitals) if lacking else (c, plain))
    for i, (piece, font) in enumerate(pieces):
        if i and pieces[i - 1][1] == font:
            paragraph.runs[-1].text += ENCODED[encoding](piece)
            continue
        run = paragraph.add_run(piece if piece.isascii() else ENCODED[encoding](piece))
        run.font.name = font


def make(encoding: str, to: Path) -> Path:
    """A DOCX of the text and the table."""
    document = docx.Document()
    for line in TEXT:
        _add(document.add_paragraph(), line, encoding)
    table = document.add_table(len(TABLE), len(TABLE[0]))
    for i, row in enumerate(TABLE):
        for j, cell in enumerate(row):
            _add(table.cell(i, j).paragraphs[0], cell, encoding)
    file = to / f"{encoding}.docx"
    document.save(str(file))
    return file


def main() -> None:
    soffice = shutil.which("soffice") or "soffice"
    with tempfile.TemporaryDirectory() as folder:
        for encoding in ENCODED:
            file = make(encoding, Path(folder))
            for kind in ("doc:MS Word 97", "rtf"):
                profile = f"-env:UserInstallation=file://{folder}/profile"
                subprocess.run(
                    [soffice, "--headless", profile, "--convert-to", kind, "--outdir", str(HERE), str(file)], check=True
                )
            shutil.copy(file, HERE)


if __name__ == "__main__":
    main()
