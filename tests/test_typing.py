"""Telex and VNI typing that was never put together is read as it was meant; everything else stays as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import exact, fold
from corpus.keystrokes import as_meant, telex, vni
from corpus.syllables import is_syllable, toned

TELEX = {
    "nghij": "nghị", "quyeets": "quyết", "vieen": "viên", "chuwcs": "chức", "ddieeuf": "điều", "tuyeenr": "tuyển",
    "nghieepj": "nghiệp", "ddang": "đang", "dduwowngf": "đường", "truwowngf": "trường", "hopwj": "hợp", "vietej": "việt",
    "muaw": "mưa", "quocos": "quốc", "thuowr": "thuở", "giuwax": "giữa", "gif": "gì", "khoas": "khóa", "uyr": "ủy",
    "coong": "công", "ddinhj": "định", "dinhdj": "định", "luwowng": "lương",
}  # fmt: skip
VNI = {
    "nghi5": "nghị", "quye6t1": "quyết", "vie6n": "viên", "chu7c1": "chức", "d9ie6u2": "điều", "d9u7o7c5": "được",
    "duoc795": "được", "nguoi72": "người", "uy3": "ủy", "mua7": "mưa", "nam8": "năm",
}  # fmt: skip


@pytest.mark.parametrize(("keys", "syllable"), TELEX.items())
def test_telex(keys: str, syllable: str) -> None:
    assert exact(str(telex(keys))) == exact(syllable)


@pytest.mark.parametrize(("keys", "syllable"), VNI.items())
def test_vni(keys: str, syllable: str) -> None:
    assert exact(str(vni(keys))) == exact(syllable)


@pytest.mark.parametrize("word", ["address", "off", "boss", "class", "wall", "xyz", "sss", "ban", "", "ddd", "été"])
def test_what_is_no_typing_makes_no_syllable(word: str) -> None:
    assert telex(word) is None and vni(word) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nghij quyeets", "nghị quyết"),
        ("Nghij quyeets 05-NQ/TU", "Nghị quyết 05-NQ/TU"),
        ("vieen chuwcs", "viên chức"),
        ("hoof sow VTVL cuar UBND tirnh", "hồ sơ VTVL của UBND tỉnh"),
        ("deadline noopj hoof sow laf khi naof", "deadline nộp hồ sơ là khi nào"),
        ("tuyeenr dungj coong chuwcs nawm 2024", "tuyển dụng công chức năm 2024"),
        ("nghi5 quye6t1", "nghị quyết"),
        ("so61 nga2y nghi3 phe1p na8m", "số ngày nghỉ phép năm"),
    ],
)
def test_a_typed_question_is_read(typed: str, meant: str) -> None:
    assert as_meant(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "What is the address of the boss?",
        "Turn off the lights, it is too far.",
        "class 2",
        "See how it has been too low for us",
        "tax",
        "his car, her box, or its room",
        "a1", "points a1, b2 and c3", "h5n1 and covid19 cases", "the co2 level",
        "Who sees the boss off at the door?",
        "six doors were too low for the queen",
        "Do these seem to be the most?",
        "As soon as there is room",
        "The Department of Home Affairs appraises the dossier within 40 days.",
        "How often does the steering committee meet?",
        "quy dinh ve tuyen dung cong chuc",
        "thoi han nop ho so la bao nhieu ngay",
        "nghị quyết số 05-NQ/TU", "nghij quyết", "25/2022/QĐ-UBND", "Quyet dinh 25/2022/QD-UBND", "", "x" * 20_000,
    ],
)  # fmt: skip
def test_every_other_question_stays_as_it_is(question: str) -> None:
    assert as_meant(question) == question


ONSETS = ["b", "c", "đ", "ng", "nh", "th", "tr", "v"]
RIMES = ["ang", "ong", "ay", "ăn", "ông", "ương", "ân", "ơi", "ưng"]
KEYS = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}


@given(st.sampled_from(ONSETS), st.sampled_from(RIMES), st.sampled_from(sorted(TONES)))
def test_what_is_typed_key_by_key_comes_back(onset: str, rime: str, tone: str) -> None:
    syllable = toned(onset + rime, tone)
    assert syllable is not None and is_syllable(syllable)
    keys = "".join(KEYS.get(letter, letter) for letter in onset + rime) + TONES[tone]
    assert telex(keys) == syllable


@given(st.text(max_size=60))
def test_reading_never_breaks_and_keeps_all_but_the_typed_words(text: str) -> None:
    meant = as_meant(text)
    assert meant == text or unicodedata.is_normalized("NFC", meant)
    assert fold(as_meant(meant)) == fold(meant)
