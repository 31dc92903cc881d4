"""Makes small PDFs for tests, letter by letter where it matters: any order, angle, gap, ink."""

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont
from PIL import Image

A4 = (595, 842)


@cache
def font() -> tuple[bytes, dict[int, str], list[int]]:
    """A font with Vietnamese letters: its file, the glyph of each character, the width of each glyph (in 1/1000)."""
    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    face = TTFont(path)
    order = face.getGlyphOrder()
    widths = [round(face["hmtx"][name][0] * 1000 / face["head"].unitsPerEm) for name in order]
    return path.read_bytes(), face.getBestCmap(), widths


def width(text: str, size: float) -> float:
    """How wide a text is printed, in points."""
    _, names, widths = font()
    return sum(widths[_glyph(names, c)] for c in text) * size / 1000


def _glyph(names: dict[int, str], character: str) -> int:
    return _numbers()[names[ord(character)]]


@cache
def _numbers() -> dict[str, int]:
    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    return {name: i for i, name in enumerate(TTFont(path).getGlyphOrder())}


@dataclass
class Page:
    """A page being drawn; measures are points from the top left corner."""

    size: tuple[float, float] = A4
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    parts: list[str] = field(default_factory=list)
    image: Image.Image | None = None

    def text(self, x: float, y: float, text: str, size: float = 12, turn: str = "1 0 0 1", mode: int = 0) -> "Page":
        """Text whose baseline starts at x, y; `turn` is the matrix of its writing, mode 3 is no ink."""
        _, names, _ = font()
        codes = "".join(f"{_glyph(names, c):04x}" for c in text)
        self.parts.append(f"BT /F {size} Tf {mode} Tr {turn} {x} {self.size[1] - y} Tm <{codes}> Tj ET")
        return self

    def lines(self, x: float, y: float, texts: Sequence[str], size: float = 12, step: float = 16) -> "Page":
        """Lines of text one below the other."""
        for i, text in enumerate(texts):
            self.text(x, y + i * step, text, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """A thin line."""
        h = self.size[1]
        self.parts.append(f"0.5 w {x0} {h - y0} m {x1} {h - y1} l S")
        return self

    def table(self, xs: Sequence[float], ys: Sequence[float], cells: Sequence[Sequence[str]]) -> "Page":
        """A ruled table with one line of text in each cell; a cell "<" goes on from the left, "^" from above."""
        for r, row in enumerate(cells):
            for k, text in enumerate(row):
                if text != "<":
                    self.rule(xs[k], ys[r], xs[k], ys[r + 1])
                if text != "^":
                    self.rule(xs[k], ys[r], xs[k + 1], ys[r])
                if text not in ("<", "^", ""):
                    self.text(xs[k] + 3, ys[r] + 14, text, 10)
        self.rule(xs[0], ys[-1], xs[-1], ys[-1])
        return self.rule(xs[-1], ys[0], xs[-1], ys[-1])

    def picture(self, image: Image.Image) -> "Page":
        """A picture over the whole page."""
        self.image = image
        self.parts.insert(0, f"q {self.size[0]} 0 0 {self.size[1]} 0 0 cm /Im Do Q")
        return self


def pdf(*pages: Page, title: str = "", unknown: str = "") -> bytes:
    """The pages as a file; of the characters in `unknown` it does not say what they are."""
    objects = _font_objects(unknown)
    kids = []
    for page in pages:
        content = zlib.compress("\n".join(page.parts).encode())
        objects.append(_stream(b"/Filter /FlateDecode", content))
        resources = b"/Font << /F 3 0 R >>"
        number = len(objects)
        if page.image is not None:
            objects.append(_picture(page.image))
            resources += b" /XObject << /Im %d 0 R >>" % len(objects)
        box = b"/CropBox [%g %g %g %g]" % page.crop if page.crop else b""
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] %s /Rotate %d /Contents %d 0 R /Resources << %s >> >>"
            % (*page.size, box, page.rotate, number, resources)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title <feff%s> >>" % title.encode("utf-16-be").hex().encode())
    return _file(objects)


def _font_objects(unknown: str) -> list[bytes]:
    data, names, widths = font()
    told = {code: "\ue000" if chr(code) in unknown else chr(code) for code in sorted(names) if code < 0x2C00}
    pairs = [f"<{_numbers()[names[code]]:04x}> <{said.encode('utf-16-be').hex()}>" for code, said in told.items()]
    groups = (pairs[i : i + 100] for i in range(0, len(pairs), 100))
    ranges = "\n".join(f"{len(g)} beginbfchar\n" + "\n".join(g) + "\nendbfchar" for g in groups)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{ranges}\nendcmap end end"
    )
    shape = (
        b"/Flags 4 /FontBBox [-1000 -300 1500 1200] /ItalicAngle 0 /Ascent 928 /Descent -236 /CapHeight 729 /StemV 80"
    )
    return [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /DejaVuSans /Encoding /Identity-H /DescendantFonts [4 0 R] "
        b"/ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /DejaVuSans /CIDToGIDMap /Identity /FontDescriptor 6 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [0 [%s]] >>"
        % " ".join(map(str, widths)).encode(),
        _stream(b"/Filter /FlateDecode", zlib.compress(cmap.encode())),
        b"<< /Type /FontDescriptor /FontName /DejaVuSans %s /FontFile2 7 0 R >>" % shape,
        _stream(b"/Filter /FlateDecode /Length1 %d" % len(data), zlib.compress(data, 1)),
    ]


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def _picture(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=90)
    size = b"/Width %d /Height %d" % image.size
    return _stream(
        b"/Type /XObject /Subtype /Image %s /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode" % size,
        out.getvalue(),
    )


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return out + head + table + end + b"startxref\n%d\n%%%%EOF\n" % len(out)
