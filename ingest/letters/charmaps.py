"""The letters of fonts from before Unicode: TCVN3 (ABC, fonts .Vn...), VNI-Windows (fonts VNI-...), VISCII.

Text in them is Latin-1 to a computer: "Uû ban nh©n d©n". Knows nothing of how to tell that a text is in one of them.
"""

import codecs
import re
from typing import Literal

Encoding = Literal["tcvn3", "vni", "viscii"]

_TCVN3_FROM = (
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"  # U+00AD, the soft hyphen, is ư
)
_TCVN3_TO = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
# the standard's toned capitals; the fonts have none there, but text files made by the standard do
_TCVN3_CAPITALS = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"  # 0x80 to 0x9F
_TCVN3_SCATTERED = {"¯": "Ằ", "º": "Ẳ", "¿": "Ẵ", "À": "Ắ", "Á": "Ầ", "Â": "Ẩ", "Ã": "Ẫ", "Ä": "Ấ", "Å": "Ề", "Í": "Ể",
                    "Ù": "Ễ", "Ú": "Ế", "Û": "Ồ", "à": "Ổ", "ð": "Ỗ", "ÿ": "Ố"}  # fmt: skip

_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {"\x02": "Ẳ", "\x05": "Ẵ", "\x06": "Ẫ", "\x14": "Ỷ", "\x19": "Ỹ", "\x1e": "Ỵ"}

_VNI_ALONE = dict(zip("ôöñæóòîìí", "ơưđỉĩịỵìí", strict=True))
_VNI_TONED = {
    "ùøûõï": {"a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "y": "ýỳỷỹ", "ô": "ớờởỡợ", "ö": "ứừửữự"},
    "âáàåãä": {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"},
    "êéèúüë": {"a": "ăắằẳẵặ"},
}


def _hole(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("windows-1252-hole", _hole)


def latin(content: bytes) -> str:
    """Bytes as Windows-1252, its five holes as in Latin-1, so that no byte is lost: TCVN3 has letters there."""
    return content.decode("cp1252", errors="windows-1252-hole")


def _of_windows(code: int) -> str:
    return latin(bytes([code]))


def _vni() -> dict[str, str]:
    table: dict[str, str] = {}
    for marks, letters in _VNI_TONED.items():
        for letter, results in letters.items():
            for mark, result in zip(marks, results, strict=False):
                for second in (mark, mark.upper()):
                    table[letter + second] = result
                    table[letter.upper() + second] = result.upper()
    for letter, result in _VNI_ALONE.items():
        table |= {letter: result, letter.upper(): result.upper()}
    return table


TCVN3 = dict(zip(_TCVN3_FROM, _TCVN3_TO, strict=True))
TCVN3_CAPITALS = (
    {_of_windows(0x80 + i): capital for i, capital in enumerate(_TCVN3_CAPITALS)}
    | {chr(0x80 + i): capital for i, capital in enumerate(_TCVN3_CAPITALS)}
    | _TCVN3_SCATTERED
)
VNI = _vni()
VISCII = _VISCII_LOW | {chr(0x80 + i): letter for i, letter in enumerate(_VISCII)}

_TCVN3_TABLE = str.maketrans(TCVN3)
_CAPITALS_TABLE = str.maketrans(TCVN3 | TCVN3_CAPITALS)
_VISCII_TABLE = str.maketrans(VISCII)
_VNI_PIECE = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_FOLDED = {0xF000 + code: _of_windows(code) for code in range(0x20, 0x100)}  # symbol fonts: U+F0B5 stands for 0xB5


# what Wingdings and Symbol show there in office texts: bullets, boxes, ticks; the rest is ornament
_SHOWN = {0xB7: "•", 0xA7: "▪", 0x6E: "▪", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xFE: "☑", 0xFD: "☒", 0xFC: "✓",
          0xFB: "✗", 0xE0: "→", 0xD8: "➢", 0x76: "❖", 0x2D: "-"}  # fmt: skip
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_AS_SYMBOLS = {0xF000 + code: _SHOWN.get(code, "") for code in range(0x20, 0x100)}


def with_symbols(text: str) -> str:
    """Text with the codes of symbol fonts as the signs that they show."""
    return text.translate(_AS_SYMBOLS) if _PRIVATE.search(text) else text


def unfolded(text: str) -> str:
    """Text with the codes that Word gives to letters of symbol fonts (U+F020 to U+F0FF) as plain letters."""
    return text.translate(_FOLDED) if _PRIVATE.search(text) else text


def converted(text: str, encoding: Encoding) -> str:
    """Every character of the text taken as a letter of the encoding."""
    if encoding == "tcvn3":
        return text.translate(_TCVN3_TABLE)
    if encoding == "viscii":
        return text.translate(_VISCII_TABLE)
    return _VNI_PIECE.sub(lambda m: VNI[m.group()], text)


def with_capitals(text: str) -> str:
    """TCVN3 with the toned capitals of the standard, which only text files use."""
    return text.translate(_CAPITALS_TABLE)
