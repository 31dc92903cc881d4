"""Other names of what a question names: abbreviations, synonyms, the other language; and that its own words come first."""

import unicodedata
from pathlib import Path

import pytest

from corpus.expansion import expand
from corpus.folding import fold
from corpus.glossary import bare_key, english_key, glossary, marked_key
from corpus.keywords import Entry, Keywords


def names_in(question: str) -> dict[str, set[str]]:
    return {c.named: {n.text for n in c.names} for c in expand(question).concepts}


@pytest.mark.parametrize(
    ("question", "named", "name"),
    [
        ("đề án vị trí việc làm của sở", "đề án vị trí việc làm", "job position project"),
        ("What are the job positions?", "job positions", "vị trí việc làm"),
        ("Who is appointing the head?", "appointing", "bổ nhiệm"),
        ("Which Decrees apply?", "Decrees", "nghị định"),
        ("de an vi tri viec lam", "de an vi tri viec lam", "job position scheme"),
        ("VTVL là gì", "VTVL", "vị trí việc làm"),
        ("VTVL là gì", "VTVL", "job position"),
        ("chuc nang cua UBND", "UBND", "Ủy ban nhân dân"),
        ("chuc nang cua ubnd", "ubnd", "Ủy ban nhân dân"),
        ("HDND tinh", "HDND", "Hội đồng nhân dân"),
        ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân", "UBND"),
        ("Uỷ ban nhân dân tỉnh", "Uỷ ban nhân dân", "People's Committee"),
        ("the provincial People's Committee", "People s Committee", "UBND"),
        ("ai CBCCVC phải kê khai", "CBCCVC", "cán bộ, công chức, viên chức"),
        ("cán bộ công chức viên chức", "cán bộ công chức viên chức", "CBCCVC"),
    ],
)
def test_a_thing_is_looked_for_by_its_other_names(question: str, named: str, name: str) -> None:
    assert name in names_in(question)[named]


def test_the_longest_name_counts_and_not_what_stands_in_it() -> None:
    assert list(names_in("chuyên viên chính")) == ["chuyên viên chính"]
    assert list(names_in("principal specialists")) == ["principal specialists"]


@pytest.mark.parametrize(
    "question",
    [
        "25/2022/QĐ-UBND",  # the codes of a number are not spelt out
        "tp cb hs",  # two small letters may be anything
        "ban hang o dau",  # unmarked: "ban" may be many words
        "Is it on the way to it?",
        "Một hai ba của các những",
    ],
)
def test_what_is_no_name_is_left_alone(question: str) -> None:
    assert not {n for names in names_in(question).values() for n in names} & {
        "Ủy ban nhân dân", "thành phố", "trưởng phòng", "hồ sơ", "cán bộ", "People's Committee", "committee", "quyết định",
    }  # fmt: skip


def test_english_words_are_no_vietnamese_syllables_and_the_other_way_round() -> None:
    assert "bán" not in str(names_in("the ban on sales")["ban"])
    for named in names_in("ban do cho can bo ve huu"):  # unmarked Vietnamese that English words hide in
        assert len(named.split()) > 1


def test_every_line_of_the_glossary_is_known_by_each_of_its_names() -> None:
    known = glossary()
    assert len(known.entries) > 2000
    for number, entry in enumerate(known.entries):
        assert entry.vi and entry.en, entry
        for name in entry.vi:
            assert number in known.marked[marked_key(name)]
            assert len(bare_key(name)) == 1 or number in known.bare[bare_key(name)]
        for name in entry.en:
            assert name.isascii() and number in known.english[english_key(name)]
        assert all(number in known.of_abbreviation(s) for s in entry.short if "/" not in s)


def test_a_vietnamese_name_of_several_words_stands_in_one_line_only_and_in_one_spelling() -> None:
    known = glossary()
    for key, lines in known.marked.items():
        # "nhân viên" is staff as a whole and an attendant; "thanh tra" the inspector and what he does
        assert len(key) == 1 or len(lines) == 1 or key in map(marked_key, ["nhân viên", "thanh tra"]), key
    for entry in known.entries:
        for name in (*entry.vi, *entry.en):
            assert unicodedata.is_normalized("NFC", name)


@pytest.mark.parametrize(
    ("question", "named", "name"),
    [
        ("Who pays for a doctorate?", "doctorate", "tiến sĩ"),
        ("an allowance for those who are seconded", "seconded", "biệt phái"),
        ("When is somebody hired?", "hired", "tuyển dụng"),
        ("What happens to surplus staff?", "surplus staff", "người dôi dư"),
        ("How is a ballot cast?", "ballot", "phiếu"),
        ("hands-on classes", "hands on", "thực hành"),
        ("How do I sign up?", "sign up", "đăng ký"),
        ("Who may close a school?", "close a school", "giải thể"),
        ("Is the tuition paid back?", "paid back", "bồi hoàn"),
        ("By when are papers handed in?", "handed in", "nộp"),
        ("Can somebody be fired?", "fired", "buộc thôi việc"),
        ("work permits", "work permits", "giấy phép lao động"),
        ("người phụ thuộc là ai", "người phụ thuộc", "dependant"),
    ],
)
def test_everyday_words_find_those_of_the_office(question: str, named: str, name: str) -> None:
    assert name in names_in(question)[named]


def test_no_abbreviation_in_small_letters_is_an_english_word() -> None:
    for word in [
        "act",
        "all",
        "and",
        "are",
        "ban",
        "can",
        "class",
        "form",
        "have",
        "mark",
        "near",
        "road",
        "tax",
        "term",
        "text",
        "that",
        "then",
        "this",
        "under",
        "with",
    ]:
        assert not glossary().of_abbreviation(word)


@pytest.fixture
def keywords(tmp_path: Path) -> Keywords:
    index = Keywords(tmp_path / "words")
    texts = [
        ("vi", "Công chức được luân chuyển trong thời hạn 36 tháng."),
        ("en", "Civil servants are rotated for a period of 36 months."),
        ("vi", "Ủy ban nhân dân tỉnh phê duyệt vị trí việc làm."),
        ("vi", "UBND huyện lập danh sách VTVL."),
        ("vi", "Trời hôm nay nhiều mây, có mưa rào."),
        ("en", "The weather is cloudy today."),
    ]
    index.add({1: [Entry(i, text, "", "en" if language == "en" else "vi") for i, (language, text) in enumerate(texts)]})
    return index


def found(keywords: Keywords, question: str) -> list[int]:
    return [h.passage.ordinal for h in keywords.search(question, 10)]


def test_a_question_finds_the_text_of_the_other_language_after_its_own(keywords: Keywords) -> None:
    assert found(keywords, "rotation of civil servants")[:2] == [1, 0]
    assert found(keywords, "luân chuyển công chức")[:2] == [0, 1]
    assert found(keywords, "luan chuyen cong chuc")[:2] == [0, 1]


def test_an_abbreviation_finds_its_long_form_and_back_and_what_was_typed_comes_first(keywords: Keywords) -> None:
    assert found(keywords, "VTVL")[:2] == [3, 2]
    assert found(keywords, "vị trí việc làm")[:2] == [2, 3]
    assert set(found(keywords, "job positions")[:2]) == {2, 3}


def test_without_concepts_only_the_questions_own_words_count(keywords: Keywords) -> None:
    bare = expand("rotation of civil servants")
    alone = type(bare)(bare.question, bare.meant)
    assert [h.passage.ordinal for h in keywords.search(bare.question, 10, None, alone)] == [1]


def test_typing_is_put_together_before_it_is_looked_for(keywords: Keywords) -> None:
    asked = expand("luaan chuyeenr coong chuwcs")
    assert asked.retyped and asked.meant == "luân chuyển công chức"
    assert found(keywords, asked.question) == found(keywords, asked.meant)


@pytest.mark.parametrize(
    "question",
    [
        "", " ", "a", "?", "của các những", "the of and", "12345", "+-&|!(){}[]^\"~*?:\\/", "AND OR NOT", "exact:công AND *",
        "công" * 5000, "công chức " * 2000, "x" * 20_000, "\u0000\ufffe\u200b", "công 公務員 служащий موظف 🙂", "\ud800 công",
        "e\u0301" * 300, "1/1/1/1/1/2020", "NĐ" * 300, "-" * 20_000, "9" * 20_000,
    ],
)  # fmt: skip
def test_nothing_that_is_typed_breaks_the_search(keywords: Keywords, question: str) -> None:
    hits = keywords.search(question, 5)
    assert len(hits) <= 5 and all(h.score > 0 for h in hits)
    assert len(expand(question).concepts) <= 32


def test_names_keep_their_marks() -> None:
    for concept in expand("The chairman of the People's Committee appoints officials").concepts:
        for name in concept.names:
            assert name.text and (name.text.isascii() or fold(name.text) != name.text.lower())
