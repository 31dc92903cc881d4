"""Vietnamese syllables by the spelling rules, and their share in a text."""

import unicodedata

import pytest

from corpus.syllables import count, is_syllable, share

VIETNAMESE = (
    "Ủy ban nhân dân tỉnh ban hành Quyết định về việc đào tạo, bồi dưỡng cán bộ, công chức; giữ gìn kỷ luật, "
    "khuyến khích học tập, nghiên cứu, thoả thuận, ngoằn ngoèo, khuỷu tay, quốc huy, giếng nước, xoong nồi."
)


@pytest.mark.parametrize("word", ["hoà", "hòa", "thuỷ", "thủy", "loè", "lòe", "quý", "gì", "gìn", "giếng", "già", "nghiêng",
                                  "khuya", "khuỷu", "xoáy", "ngoéo", "quyển", "yêu", "Ở", "ĐIỀU", "Nghị", "ươm", "Đắk", "Kạn"])  # fmt: skip
def test_what_the_rules_allow_is_a_syllable(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["ngi", "gế", "kà", "cé", "quu", "hoàc", "cac", "hàc", "hoàn̉", "tÕ", "CHủ", "nghà", "strong",
                                  "für", "élève", "", "q", "đ", "UBND", "hòan", "ghòa", "xin2"])  # fmt: skip
def test_what_the_rules_forbid_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_vietnamese_is_nearly_all_syllables_and_other_languages_are_not() -> None:
    ours, french = count(VIETNAMESE), count("Où êtes-vous, élève de l'école française?")
    assert share(VIETNAMESE) == 1.0 and ours.valid_marked == ours.marked > 0
    assert share("The provincial committee shall issue decisions concerning the training of officials") < 0.3
    assert french.valid_marked < french.marked / 2
    assert share("2024 / 15") == 0.0 and count("khong dau").marked == 0


def test_words_are_counted_with_and_without_diacritics() -> None:
    counted = count("Số 12 của UBND")
    assert (counted.words, counted.valid, counted.marked, counted.valid_marked) == (3, 2, 2, 2)
