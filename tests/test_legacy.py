"""Old Vietnamese fonts to Unicode: letter for letter where it is Vietnamese, not a letter changed where it is not."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from ingest.letters.charmaps import TCVN3, VISCII, VNI, converted, with_capitals
from ingest.letters.legacy import Run, encoding_of, modern, modern_runs, of_font
from ingest.lines import Allowed, Reading
from ingest.read_text import read_text
from ingest.word.read_doc import read_doc
from ingest.word.read_docx import read_docx
from ingest.word.read_rtf import read_rtf
from tests.legacy.make import ENCODED, HERE, TABLE, TEXT, tcvn3, viscii, vni

SHARED = Path(os.environ.get("VANBAN_SHARED", Path(__file__).parent.parent.parent / "shared"))
READERS = {"docx": read_docx, "doc": read_doc, "rtf": read_rtf}
ORIGINAL = [*TEXT, *(" ".join(" | ".join(row).split()) for row in TABLE)]

FOREIGN = [
    "Le Président de la République où il est né, élève à l'école; été, thé, né, dès, là, dû, où, ça, maïs, Noël, haïr",
    "« Ça ira », dit-il. L'œuvre coûte 25 € ; l'hôtel fût fermé à Nîmes.",
    "Das Bundesministerium für Bildung fördert Übungen gemäß § 5 Abs. 2 über die Größe; Müller, Köln, öde, Öl, Tür.",
    "El niño español mañana; São Paulo não é a capital; informação; ñandú",
    "Århus Tromsø smørrebrød Ærø Þórshöfn på för är åäö",
    "© 2024 Microsoft® Corporation; 5 µm, 10 µg/l, 25 °C ± 2, ½ cup, 1¾, 10²; £5, ¥100; × ÷ ¬",
    "Soft hy\u00adphens in coop\u00ader\u00ada\u00adtion",
    "Kích thước 5 µm; © Bộ Nội vụ; Windows®; § 3; toà án, khoá XII, hoá đơn, đoàn, xoá",
    "là cá nhân và có tên là Hà, bà Trà, ông Lê; à, ừ; tù và; gù; ò ó o; ì",
    "CÔNG TY TOÀN HOÀ",
]


def texts(reading: Reading) -> list[str]:
    return [" ".join(line.text.split()) for line in reading.lines if line.text.strip()]


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("encoding", ENCODED)
def test_a_document_of_old_fonts_comes_out_letter_for_letter(encoding: str, suffix: str) -> None:
    content = (HERE / f"{encoding}.{suffix}").read_bytes()
    assert texts(READERS[suffix](f"a.{suffix}", content, Allowed())) == ORIGINAL


@pytest.mark.parametrize(
    "content",
    [tcvn3("\n".join(TEXT)).encode("latin-1"), vni("\n".join(TEXT)).encode("latin-1"), viscii("\n".join(TEXT)),
     tcvn3("\n".join(TEXT)).encode("utf-8"), vni("\n".join(TEXT)).encode("utf-16")],
    ids=["tcvn3", "vni", "viscii", "tcvn3-in-utf-8", "vni-in-utf-16"],
)  # fmt: skip
def test_a_text_file_of_an_old_encoding_comes_out_letter_for_letter(content: bytes) -> None:
    assert texts(read_text("a.txt", content, Allowed())) == TEXT


@pytest.mark.parametrize("encode", [tcvn3, vni])
def test_most_lines_are_known_by_themselves_and_all_in_their_file(encode: object) -> None:
    assert callable(encode)
    lines = [encode(line) for line in TEXT]
    alone = sum(modern(line) == whole for line, whole in zip(lines, TEXT, strict=True))
    assert alone >= len(TEXT) - 4
    old = encoding_of("\n".join(lines))
    assert [modern(line, expected=old) for line in lines] == TEXT


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_and_unicode_are_left_alone(text: str) -> None:
    assert modern(text) == text
    assert [modern(word) for word in text.split() if len(word) > 1] == [word for word in text.split() if len(word) > 1]
    assert encoding_of(text) is None


@pytest.mark.parametrize("text", TEXT)
def test_unicode_in_an_old_font_by_name_is_left_alone(text: str) -> None:
    assert modern(text, ".VnTime") == text
    assert modern(text, "VNI-Times") == text


def test_a_foreign_name_in_an_old_line_stays() -> None:
    line = "Công ty Microsoft Office® ký hợp đồng với ông Müller tại trụ sở của bên mua"
    old = "C«ng ty Microsoft Office® ký hîp ®ång víi «ng Müller t¹i trô së cña bªn mua"
    assert modern(old) == line
    assert modern(vni(line)) == line


def test_letters_alone_are_read_by_their_font() -> None:
    assert [modern(c, ".VnTime") for c in "®¸\u00ad"] == ["đ", "á", "ư"]
    assert modern_runs([Run("§", ".VnTimeH"), Run("iÒu", ".VnTime"), Run(" 5 – for £5", "Arial")]) == "Điều 5 – for £5"
    assert modern("\uf0ae\uf0b8", ".VnTime") == "đá"


def test_a_font_of_capitals_shows_capitals() -> None:
    assert modern("céng hßa x· héi", ".VnTimeH") == "CỘNG HÒA XÃ HỘI"
    assert modern("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_signs_that_stand_alone_are_signs_in_old_text_too() -> None:
    assert modern("· Giao Së Néi vô chñ tr×, phèi hîp víi c¸c ngµnh; © 2004") == (
        "· Giao Sở Nội vụ chủ trì, phối hợp với các ngành; © 2004"
    )


def test_letters_of_symbol_fonts_inside_words_are_read_without_the_font() -> None:
    assert modern("c\uf0b8c tr\uf0adêng h\uf0e4c phæ th«ng trong tØnh") == "các trường học phổ thông trong tỉnh"


def test_symbols_of_symbol_fonts_are_shown() -> None:
    assert modern_runs([Run("\uf0b7 có \uf0fe không \uf0a8", "Wingdings")]) == "• có ☑ không ☐"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", "tcvn3"), ("'.VnArialH'", "tcvn3"), (".vntime", "tcvn3"), ("VNI-Times", "vni"), ("VNI Helve", "vni"),
     ("Vnitek", None), ("Times New Roman", None), (None, None)],
)  # fmt: skip
def test_fonts_are_known_by_their_names(font: str | None, encoding: str | None) -> None:
    assert of_font(font) == encoding


def test_the_tables_are_those_that_were_published() -> None:
    published = json.loads((SHARED / "reference" / "charmaps.json").read_text(encoding="utf-8"))
    assert published["tcvn3"] == TCVN3
    assert {code: VNI.get(code) for code in published["vni"]} == published["vni"]
    assert len(VISCII) == 134


def test_the_bytes_read_as_the_system_reads_them() -> None:
    high = bytes(b for b in range(0x80, 0x100) if not 0xB0 <= b <= 0xB4)  # there the fonts have signs, not marks
    assert with_capitals(high.decode("latin-1")) == _iconv("TCVN5712-1", high)
    assert converted(high.decode("latin-1"), "viscii") == _iconv("VISCII", high)


def _iconv(encoding: str, content: bytes) -> str:
    """One letter at a time: the system's converter of TCVN waits for combining marks."""
    shown = (subprocess.run(["iconv", "-f", encoding, "-t", "UTF-8"], input=bytes([b]) + b"x", capture_output=True, check=True).stdout
             for b in content)  # fmt: skip
    return "".join(s.decode().removesuffix("x") for s in shown)
