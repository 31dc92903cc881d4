"""A picture of a page made fit for reading: upright, straight, grey, evenly lit, of a good size, without seals.

Knows where each point of it lies in the picture as given. Knows nothing of words.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from scipy import ndimage

from ingest.scans.colour import without_seals

Grey = NDArray[np.uint8]
_SMALL = 900  # pixels of the longer side: enough to see how lines run, little enough to try many angles
_STEEPEST = 7.0  # degrees
_STRAIGHT = 0.12  # degrees: less than a pixel over a word
_GOOD_HEIGHT = (12.0, 24.0)  # pixels of a small letter's body with its mark; the engine reads best between
_WANTED_HEIGHT = 20.0
_LARGEST = 14_000_000  # pixels that are looked at: an A4 page at 400 dpi
_SPECKLED = 0.15  # of the dark pixels stand alone
_EVEN = 24  # of 255: the paper's lightness may differ by this much
_USUAL_LETTER = 1 / 120  # of an A4 page's longer side, for pages with too few letters to tell
_A4_INCHES = 11.7


@dataclass(frozen=True, slots=True)
class Prepared:
    """The picture to read, and how to get back: first turned by `turn`, then rotated by `angle`, then scaled.

    `ruled` is the same picture with its seals, for ruled lines; `letter` is the height of its usual letter.
    """

    image: Image.Image
    ruled: Image.Image
    given: tuple[int, int]
    turn: int
    angle: float
    scale: float
    letter: float

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point of the prepared picture in the picture as given, as fractions of its width and height."""
        width, height = self.given if self.turn % 180 == 0 else self.given[::-1]
        x, y = x / self.scale, y / self.scale
        radians = math.radians(self.angle)
        cos, sin = math.cos(radians), math.sin(radians)
        dx, dy = x - self.image.width / self.scale / 2, y - self.image.height / self.scale / 2
        x, y = (dx * cos - dy * sin + width / 2) / width, (dx * sin + dy * cos + height / 2) / height
        return {0: (x, y), 90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}[self.turn]

    def showing(self, image: Image.Image) -> "Prepared":
        """The same, with something in it painted over."""
        return replace(self, image=image)

    @property
    def dpi(self) -> int:
        """About how many pixels an inch has, if the page is A4; the engine wants to be told."""
        return min(600, max(150, round(max(self.image.size) / _A4_INCHES)))


def prepare(image: Image.Image, turn: int = 0) -> Prepared:
    """The page made fit for reading; `turn` is by how many degrees clockwise its print is known to be turned."""
    given = image.size
    image = on_paper(image)
    if turn:
        image = image.transpose(_TURNS[turn])
    first = min(1.0, math.sqrt(_LARGEST / (image.width * image.height)))
    image = _scaled(image, first)
    fine = letter_height(darkness(np.asarray(image.convert("L")))) or max(image.size) * _USUAL_LETTER
    # what is scanned finer than the engine needs is made coarser first: all that follows takes less time
    second = _WANTED_HEIGHT / fine if fine > _GOOD_HEIGHT[1] else 1.0
    image = _scaled(image, second)
    lit = _evenly_lit(np.asarray(image))
    grey, seals = without_seals(lit, fine * second)
    dark = darkness(grey)
    if _is_speckled(dark):
        grey = np.asarray(Image.fromarray(grey).filter(ImageFilter.MedianFilter(3)))
        dark = darkness(grey)
    angle = angle_of(dark)
    angle = angle if abs(angle) >= _STRAIGHT else 0.0
    letter = letter_height(dark) or fine * second
    scale = _enlarged(letter, grey.size)
    straight = _scaled(_rotated(Image.fromarray(grey), angle), scale)
    # a table's lines go with a seal that stands over them, so they are looked for where it still stands
    ruled = straight if seals is None else _scaled(_rotated(Image.fromarray(lit).convert("L"), angle), scale)
    return Prepared(straight, ruled, given, turn, angle, first * second * scale, letter * scale)


def _rotated(image: Image.Image, angle: float) -> Image.Image:
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255) if angle else image


_TURNS = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


def on_paper(image: Image.Image) -> Image.Image:
    """The picture in colour on white paper, whatever its mode; what is see-through is paper."""
    if image.mode in {"I;16", "I", "F"}:
        values = np.asarray(image, np.float32)
        top = float(values.max()) or 1.0
        image = Image.fromarray((values * (255 / top)).clip(0, 255).astype(np.uint8))
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    return image.convert("RGB")


def darkness(grey: Grey) -> NDArray[np.bool_]:
    """Which pixels are ink: darker than the paper around them by a good part of the way to black (Otsu's cut)."""
    counts = np.bincount(grey.ravel(), minlength=256).astype(np.float64)
    below, sums = counts.cumsum(), (counts * np.arange(256)).cumsum()
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    cut = int(np.nanargmax(np.where(np.isfinite(apart), apart, -1)))
    return grey <= min(cut, 200)


def angle_of(dark: NDArray[np.bool_]) -> float:
    """By how many degrees clockwise the lines of print run downhill; 0 if they show no direction."""
    ys, xs = _sampled(dark)
    if len(ys) < 200:
        return 0.0
    best = 0.0
    for reach, step in ((_STEEPEST, 0.5), (0.5, 0.1), (0.1, 0.02)):
        tried = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(tried, key=lambda a: _sharpness(ys, xs, float(a))))
    return best if abs(best) < _STEEPEST and _sharpness(ys, xs, best) > 1.02 * _sharpness(ys, xs, 0.0) else 0.0


def is_sideways(dark: NDArray[np.bool_]) -> bool:
    """Whether the lines of print seem to run from top to bottom."""
    ys, xs = _sampled(dark)
    if len(ys) < 200:
        return False
    tilts = np.arange(-4, 4.1, 1.0)
    return max(_sharpness(xs, -ys, float(a)) for a in tilts) > 1.3 * max(_sharpness(ys, xs, float(a)) for a in tilts)


def letter_height(dark: NDArray[np.bool_]) -> float:
    """The height of the usual letter in pixels; 0 where there are none."""
    labels, count = ndimage.label(dark)
    if count < 30:
        return 0.0
    boxes = ndimage.find_objects(labels)
    sizes = np.array([(b[0].stop - b[0].start, b[1].stop - b[1].start) for b in boxes if b is not None])
    tall = sizes[(sizes[:, 0] >= 5) & (sizes[:, 1] >= 3) & (sizes[:, 1] < 3 * sizes[:, 0]) & (sizes[:, 0] < 200)]
    return float(np.median(tall[:, 0])) if len(tall) >= 30 else 0.0


def _sampled(dark: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The ink's points on a small copy, in pixels of that copy; without the edges, where scanners leave bars."""
    step = max(1, max(dark.shape) // _SMALL)
    rows, columns = dark.shape[0] // step, dark.shape[1] // step
    small = dark[: rows * step, : columns * step].reshape(rows, step, columns, step).mean(axis=(1, 3)) > 0.3
    edge_y, edge_x = rows // 40, columns // 40
    inner = small[edge_y : rows - edge_y, edge_x : columns - edge_x]
    ys, xs = np.nonzero(inner)
    return ys.astype(np.float64), xs.astype(np.float64)


def _sharpness(ys: NDArray[np.float64], xs: NDArray[np.float64], angle: float) -> float:
    """How much the ink gathers in lines when looked at along an angle: high where lines and gaps alternate."""
    along = ys - np.tan(np.radians(angle)) * xs
    rows = np.bincount((along - along.min()).astype(np.int64)).astype(np.float64)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def _enlarged(height: float, pixels: int) -> float:
    """By how much to enlarge small letters, so that they have the size that the engine reads best."""
    if height >= _GOOD_HEIGHT[0]:
        return 1.0
    return min(_WANTED_HEIGHT / height, 3.0, max(math.sqrt(_LARGEST / pixels), 1.0))


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    if scale == 1.0:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0 if scale < 1 else None)


def _is_speckled(dark: NDArray[np.bool_]) -> bool:
    """Whether much of the ink is single points."""
    around = ndimage.uniform_filter(dark.astype(np.float32), 3) * 9
    alone = dark & (around < 1.5)
    return bool(alone.sum() > _SPECKLED * 0.01 * dark.sum())


def _evenly_lit(colour: Grey) -> Grey:
    """Each channel measured against the paper around it: a photograph's shadows and tint are gone."""
    step = max(4, max(colour.shape[:2]) // 125)
    small = colour[::step, ::step].astype(np.float32)
    paper = np.stack([ndimage.percentile_filter(small[..., c], 90, size=9) for c in range(3)], axis=-1)
    if float(np.percentile(paper, 95) - np.percentile(paper, 5)) < _EVEN and float(np.median(paper)) > 200:
        return colour
    paper = np.maximum(ndimage.gaussian_filter(paper, (4, 4, 0)), 40)
    size = (colour.shape[1], colour.shape[0])
    lit = np.empty_like(colour)
    for c in range(3):
        full = np.asarray(Image.fromarray(paper[..., c]).resize(size, Image.Resampling.BILINEAR))
        lit[..., c] = (colour[..., c] * (245.0 / full)).clip(0, 255)
    return lit
