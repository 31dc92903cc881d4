"""The label of an item of a numbered list as it is shown: 1, a, A, i, I. Knows nothing of formats."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST = 4000  # beyond it nobody writes Roman numbers or letters


def shown_number(number: int, kind: str, doubled: bool = False) -> str:
    """A number as "1", "a", "A", "i" or "I" shows it; after z come aa, ab, or with `doubled` aa, bb."""
    if kind in ("i", "I") and 0 < number < _MOST:
        return _roman(number) if kind == "I" else _roman(number).lower()
    if kind in ("a", "A") and 0 < number < _MOST:
        letters = _doubled(number) if doubled else _letters(number)
        return letters.upper() if kind == "A" else letters
    return str(number)


def _letters(number: int) -> str:
    out = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        out = chr(97 + place) + out
    return out


def _doubled(number: int) -> str:
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out += letters
            number -= value
    return out
