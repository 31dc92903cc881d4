"""Words as they are searched: folded, exact with the tone's place evened out, and the language of a text."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import exact, fold, has_diacritics, language_of, nfc, stem, vietnamese_share, words

VIETNAMESE = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("uỷ", "ủy"), ("khoá", "khóa"), ("thuỷ", "thủy"), ("Hoè", "hòe"), ("TOÀ", "tòa")]
)
def test_the_place_of_the_tone_makes_no_difference(one: str, other: str) -> None:
    assert exact(one) == exact(other)


@pytest.mark.parametrize(("one", "other"), [("hòa", "hóa"), ("ma", "mà"), ("cán", "cạn"), ("dân", "đân"), ("tư", "tu")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert exact(one) != exact(other)


def test_composed_and_decomposed_are_one() -> None:
    word = "nghiệp"
    assert exact(unicodedata.normalize("NFD", word)) == exact(word)
    assert words(unicodedata.normalize("NFD", "vị trí việc làm")) == ["vị", "trí", "việc", "làm"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đề án Vị trí việc làm", "de an vi tri viec lam"), ("\u00d0ường", "duong"), ("QUYẾT ĐỊNH", "quyet dinh")],
)
def test_fold_takes_every_mark_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_leaves_plain_letters_of_the_whole_alphabet() -> None:
    assert set(fold(VIETNAMESE + VIETNAMESE.upper())) <= set("aeiouyd")


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_the_icelandic_eth_is_put_right() -> None:
    assert nfc("\u00d0ảng ủy, \u00f0ồng chí") == "Đảng ủy, đồng chí"


def test_numbers_stay_whole() -> None:
    assert words("tăng 1.15 lần, 2.500 người, ngày 31/3/2024, đạt 44,8%") == [
        "tăng", "1.15", "lần", "2.500", "người", "ngày", "31/3/2024", "đạt", "44,8",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ủy ban nhân dân tỉnh ban hành kế hoạch cải cách chế độ công vụ.", "vi"),
        ("Hạn nộp hồ sơ?", "vi"),
        ("Sở nào chủ trì?", "vi"),
        ("The Department of Home Affairs presides over the task.", "en"),
        ("Which department takes the lead in Lạng Sơn for the whole of the digital programme this year?", "en"),
        ("thoi han nop ho so de nghi tiep nhan cong chuc la bao nhieu ngay", "vi"),
        ("By when must the reports be sent to the department?", "en"),
        ("dieu 12 qd 40/2023", "vi"),
        ("khoan 2 dieu 5 nd 138/2020", "vi"),
        ("qd 40/2023", "vi"),
        ("dieu 12", "vi"),
        ("Article 12 qd 40/2023", "en"),
        ("What does QD 40/2023 say?", "en"),
        ("article 5", "en"),
        ("40/2023", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_marks_are_seen() -> None:
    assert has_diacritics("đề án") and not has_diacritics("de an 2024")
    assert vietnamese_share("quyết định") > 0.1 > vietnamese_share("decision") == 0.0


def test_english_words_are_stemmed() -> None:
    assert stem("appointments") == stem("appointment") == stem("appointed")


def test_threads_do_not_spoil_each_others_stems() -> None:
    known = [
        f"{root}{end}" for root in ("govern", "relat", "organiz", "nation") for end in ("ational", "ing", "ed", "ously")
    ]
    alone = {word: stem.__wrapped__(word) for word in known}
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda word: (word, stem.__wrapped__(word)), known * 200))
    assert all(alone[word] == stemmed for word, stemmed in found)
