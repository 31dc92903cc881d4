"""Pages as an office's scanner would give them: askew, speckled, stamped in red. The same every time.

Knows nothing of recognition.
"""

import io
import math
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib import get_data_path
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

_STAMP_MM = 34.0  # a round seal of an authority
_SEAL_RED = (205, 35, 45)
_NOISE = 10.0  # of 255, as of a good office scanner at its sensitive end
_SPECKS = 0.0006  # of the pixels
_STRIP = 128  # pixels
_QUALITY = 75  # JPEG


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with a scan: degrees anticlockwise, grain, specks, and whether a seal stands over the text."""

    angle: float = 0.0
    noise: float = _NOISE
    specks: float = _SPECKS
    stamp: bool = True


def faults_of(seed: str) -> Faults:
    """Up to three degrees either way, with noise and a stamp, by the seed alone."""
    return Faults(angle=round(random.Random(seed).uniform(-3, 3), 2))


def scanned(page: Image.Image, dpi: int, faults: Faults, seed: str) -> Image.Image:
    """The page as it comes from the scanner, in colour; its size is the page's own."""
    chance = random.Random(seed)
    image = page.convert("RGB")
    if faults.stamp:
        image = stamped(image, dpi, (chance.uniform(0.3, 0.7), chance.uniform(0.3, 0.7)), chance.uniform(-15, 15))
    if faults.angle:
        image = image.rotate(faults.angle, Image.Resampling.BICUBIC, fillcolor="white")
    image = image.filter(ImageFilter.GaussianBlur(dpi / 600))
    pixels = np.array(image)
    grain = np.random.default_rng(hash_of(seed))
    for top in range(0, len(pixels), _STRIP):  # in strips: a page as fractions takes much memory
        pixels[top : top + _STRIP] = _grainy(pixels[top : top + _STRIP], faults, grain)
    kept = io.BytesIO()
    Image.fromarray(pixels).save(kept, "JPEG", quality=_QUALITY, dpi=(dpi, dpi))
    return Image.open(kept).convert("RGB")


def _grainy(strip: NDArray[np.uint8], faults: Faults, grain: np.random.Generator) -> NDArray[np.uint8]:
    pixels = strip.astype(np.float32) * 0.93 + 8  # paper is not white, ink not black
    pixels += grain.normal(0, faults.noise, strip.shape[:2])[..., None]
    dots = grain.random(strip.shape[:2])
    pixels[dots < faults.specks / 2] = 20
    pixels[dots > 1 - faults.specks / 2] = 250
    return pixels.clip(0, 255).astype(np.uint8)


def stamped(page: Image.Image, dpi: int, place: tuple[float, float], angle: float) -> Image.Image:
    """A round red seal, two rings, a star and words, printed over what is there (`place`: its middle, in fractions)."""
    side = round(_STAMP_MM / 25.4 * dpi)
    seal = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(seal)
    thick = max(2, side // 60)
    for inset, width in ((0, 2 * thick), (side // 5, thick)):
        draw.ellipse((inset, inset, side - 1 - inset, side - 1 - inset), outline=_SEAL_RED, width=width)
    middle = side / 2
    tips = [(middle + _reach(i, side) * math.sin(i * math.pi / 5), middle - _reach(i, side) * math.cos(i * math.pi / 5))
            for i in range(10)]  # fmt: skip
    draw.polygon(tips, fill=_SEAL_RED)
    font = ImageFont.truetype(Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans-Bold.ttf", side / 13)
    for text, height in (("ỦY BAN NHÂN DÂN", 0.22), ("TỈNH LAM GIANG", 0.71)):
        draw.text((middle, side * height), text, fill=_SEAL_RED, font=font, anchor="mt")
    seal = seal.rotate(angle, Image.Resampling.BICUBIC, fillcolor="white")
    layer = Image.new("RGB", page.size, "white")
    layer.paste(seal, (round(place[0] * page.width - middle), round(place[1] * page.height - middle)))
    return ImageChops.multiply(page, layer)


def _reach(tip: int, side: int) -> float:
    return side * (0.18 if tip % 2 == 0 else 0.07)


def hash_of(seed: str) -> int:
    """The same number for the same words in every run, which `hash` is not."""
    return int.from_bytes(seed.encode()[-8:], "big")
