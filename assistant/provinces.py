"""Provinces named in a text: what one province lays down is no answer about another. Knows nothing of scores."""

import re
from collections.abc import Iterator

from corpus.folding import fold

# the provinces and cities under central rule before and after the mergers of 2025 (Resolution 202/2025/QH15)
_NAMES = (
    "An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước, "
    "Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, "
    "Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, "
    "Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, "
    "Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, "
    "Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái"
)
_OTHER_WAYS = {"hoa binh": "hoa binh", "dac lac": "dak lak", "dak lac": "dak lak", "dac nong": "dak nong"}
_PLACES = {fold(name): fold(name) for name in _NAMES.split(", ")} | _OTHER_WAYS | {"hue": "thua thien hue"}
_ANY = "|".join(sorted(map(re.escape, _PLACES), key=len, reverse=True))
# a small letter opens no name, but where the text says that a province comes or the whole text has no capitals
_NAMED = re.compile(rf"(?<!\w)(?:(tinh|thanh pho|tp\.?|o|tai|province|city)\s+(?:of\s+)?)?({_ANY})(?!\w)")
# the man's name stands in many others: only what calls itself a city is one
_CITY = re.compile(r"(?<!\w)(?:(?:thanh pho|tp\.?)\s*ho chi minh|ho chi minh city|tphcm)(?!\w)")


def provinces(text: str) -> Iterator[str]:
    """The provinces that a text names, without marks; each as often as it is named."""
    folded = fold(text)
    if len(folded) != len(text):
        return  # letters that fold into two: rare, and places would no longer agree
    for match in _NAMED.finditer(folded):
        if match[1] or text[match.start(2)].isupper():
            yield _PLACES[match[2]]
    if _CITY.search(folded):
        yield "ho chi minh"
