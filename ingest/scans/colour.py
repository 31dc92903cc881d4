"""Colour on a scanned page: seals and signatures over the print go, lines of coloured print stay. Knows no words."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

Grey = NDArray[np.uint8]
_VIVID = 50  # of 255: between the strongest and the weakest channel; a scanner's own tints stay below
_WASHED = ((np.arange(256) - 50) * 255 // 105).clip(0, 255).astype(np.uint8)  # 50 to black, 155 to white
_STEP = 4  # the mask of colours is made on every fourth pixel
_LINE_FLAT = 4.0  # print stands in pieces this much wider than high, a seal is as wide as high
_LINE_HIGH = 2.7  # usual letters: no line of print is higher
_WORD_GAP = 0.5  # of a usual letter, each way: letters to words, words to lines


def without_seals(colour: Grey, letter: float) -> tuple[Grey, NDArray[np.bool_] | None]:
    """The page in grey, with coloured things that are no lines of print taken out of it, and where they stood.

    `letter` is the height of the page's usual letter in pixels. In a seal's place the lightest channel is taken: there
    red is white, and black print under it stays black.
    """
    grey = np.asarray(Image.fromarray(colour).convert("L"))
    mask = seals(colour, letter)
    if mask is None:
        return grey, None
    lightest = _strongest(colour)
    # colour is kept coarser than light in most scans, so the seal's edges stay darker than its middle: washed out
    tinted = ndimage.maximum_filter(is_vivid(colour).view(np.uint8), 5).astype(bool) & mask
    washed = _WASHED[lightest]
    return np.where(tinted, washed, np.where(mask, lightest, grey)), mask


def seals(colour: Grey, letter: float) -> NDArray[np.bool_] | None:
    """Where coloured ink stands that is no line of print; None if there is none."""
    vivid = is_vivid(colour)[: colour.shape[0] // _STEP * _STEP, : colour.shape[1] // _STEP * _STEP]
    rows, columns = vivid.shape[0] // _STEP, vivid.shape[1] // _STEP
    coarse = vivid.reshape(rows, _STEP, columns, _STEP).mean(axis=(1, 3)) > 0.12
    lone = (np.ones((1, 2), bool), np.ones((2, 1), bool))  # what does not hold one of these is a speck
    coarse = ndimage.binary_opening(coarse, lone[0]) | ndimage.binary_opening(coarse, lone[1])
    if not coarse.any():
        return None
    reach = max(1, round(letter * _WORD_GAP / _STEP))
    joined = ndimage.binary_dilation(coarse, np.ones((1, 2 * reach + 1), bool))
    labels, _ = ndimage.label(joined, np.ones((3, 3), int))
    highest = letter * _LINE_HIGH / _STEP
    gone = np.zeros(coarse.shape, bool)
    for label, box in enumerate(ndimage.find_objects(labels), 1):
        high, wide = box[0].stop - box[0].start, box[1].stop - box[1].start
        if high > highest or (wide < _LINE_FLAT * high and high > highest / 2):
            gone[box] |= labels[box] == label
    if not gone.any():
        return None
    gone = ndimage.binary_dilation(gone, np.ones((3, 3), bool))
    full = np.zeros(colour.shape[:2], bool)
    full[: rows * _STEP, : columns * _STEP] = gone.repeat(_STEP, axis=0).repeat(_STEP, axis=1)
    return full


def is_vivid(colour: Grey) -> NDArray[np.bool_]:
    """Which pixels are of a colour, and not black, grey or white."""
    red, green, blue = (colour[..., c] for c in range(3))
    weakest = np.minimum(np.minimum(red, green), blue)
    spread: NDArray[np.bool_] = _strongest(colour) - weakest > _VIVID
    return spread


def _strongest(colour: Grey) -> Grey:
    # channel by channel: along the last axis numpy takes ten times as long
    strongest: Grey = np.maximum(np.maximum(colour[..., 0], colour[..., 1]), colour[..., 2])
    return strongest
