"""The quiz: one right answer in the sources for every question, nothing given away, the same draw for the same seed."""

import re
from itertools import combinations
from random import Random

import pytest

from assistant.course_packs.bounds import bound_at
from assistant.course_packs.changes import Changes
from assistant.course_packs.check import Ground, holds
from assistant.course_packs.facts import facts_of
from assistant.course_packs.material import Material
from assistant.course_packs.names import is_name, name_at
from assistant.course_packs.options import neighbours, value_of
from assistant.course_packs.questions import Level, Question, choice, fill_in, true_or_false
from assistant.course_packs.quiz import Asking, Quiz, is_false, quiz
from assistant.course_packs.reckoning import reckoned
from corpus.messages import Language
from corpus.registers import Duty, Registers, Span
from tests.course_material import age, at, deadline, definition, figure, from_text, regulation, task

HEAD = {
    "vi": "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\nSố: {number}\nLam Giang, ngày {day}\nQUYẾT ĐỊNH\nBan hành quy định thử\n",
    "en": "PEOPLE'S COMMITTEE\nOF LAM GIANG PROVINCE\nNo. {number}\nLam Giang, {day}\nDECISION\nIssuing trial provisions\n",
}
VI = (
    "Điều 1. Thời hạn\n1. Trong thời hạn 12 ngày kể từ ngày nhận đơn, Sở Nội vụ trả lời người nộp đơn.\n"
    "2. Sở Tài chính cấp kinh phí trước ngày 31 tháng 3 hằng năm.\n"
    "Điều 2. Điều kiện\n1. Người dự lớp không quá 47 tuổi tại ngày khai giảng.\n"
    "2. Người dự lớp có ba (03) bản cam kết.\n3. Trong 90 học viên có 50 nam và 40 nữ.\n"
    "Điều 3. Trách nhiệm của Sở Y tế\nKiểm tra sức khỏe của người dự lớp trước khi khai giảng.\n"
)
EN = (
    "Article 1. Time limits\n1. Within 12 days from the date of the application, the Department of Home Affairs answers it.\n"
    "2. The Department of Finance provides the funds before March 31 every year.\n"
    "Article 2. Conditions\n1. A participant is not more than 47 years old on the opening day.\n"
    "2. A participant hands in three (03) written commitments.\n3. Of the 90 trainees there are 50 men and 40 women.\n"
    "Article 3. Responsibilities of the Department of Health\nTo examine the health of the participants before the opening.\n"
)


def registers(text: str, language: str) -> Registers:
    vi = language == "vi"
    answers = "Trong thời hạn 12 ngày" if vi else "Within 12 days"
    first = next(line[3:] for line in text.splitlines() if answers in line)
    funds = next(line[3:] for line in text.splitlines() if ("cấp kinh phí" if vi else "provides the funds") in line)
    old = next(line[3:] for line in text.splitlines() if "47" in line)
    papers = next(line[3:] for line in text.splitlines() if "(03)" in line)
    women = next(line[3:] for line in text.splitlines() if "90" in line)
    health = text.splitlines()[-1]
    home = "Sở Nội vụ" if vi else "the Department of Home Affairs"
    money = "Sở Tài chính" if vi else "The Department of Finance"
    doctor = "Sở Y tế" if vi else "Department of Health"
    return Registers(
        duties=(
            deadline(text, first, answers, home, 12),
            deadline(text, funds, "trước ngày 31 tháng 3 hằng năm" if vi else "before March 31 every year", money),
            task(text, health, doctor),
        ),
        requirements=(age(text, old, "không quá 47 tuổi" if vi else "not more than 47 years old", 47),),
        figures=(figure(text, papers, "03", 3), figure(text, women, "40", 40)),
    )


def trial(language: str) -> Material:
    day = "06 tháng 10 năm 2023" if language == "vi" else "October 6, 2023"
    text = HEAD[language].format(number="71/2023/QĐ-UBND", day=day) + (VI if language == "vi" else EN)
    bare = from_text(text, f"trial-{language}", 1, Registers())
    return from_text(text, f"trial-{language}", 1, registers(bare.text, language))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_slots_are_read_from_registers(language: str) -> None:
    facts = {(f.about, f.answer) for f in facts_of(trial(language))}
    day = "ngày 31 tháng 3" if language == "vi" else "March 31"
    home = "Sở Nội vụ" if language == "vi" else "Department of Home Affairs"
    health = "Sở Y tế" if language == "vi" else "Department of Health"
    assert facts >= {("deadline", "12"), ("deadline", day), ("requirement", "47"), ("lead", home), ("lead", health)}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_the_words_or_the_other_numbers_tell_is_not_asked(language: str) -> None:
    facts = {f.answer: f for f in facts_of(trial(language)) if f.kind == "number"}
    assert "03" not in facts, "three (03): the word tells it"
    assert fill_in(facts["40"], "easy") is None, "90 less 50"
    assert fill_in(facts["12"], "easy") is not None


@pytest.mark.parametrize(
    ("rest", "answer", "told"),
    [
        ("of 196 cadres 151 went to districts and", "45", True),
        ("33 doctors, 55% of the target of", "60", True),
        ("gồm 29, 11 và 8 người, tổng số", "48", True),
        ("40% are men and the others, that is", "60%", True),
        ("40 periods a year, of which at least", "16", False),
        ("within 15 days", "24", False),
    ],
)
def test_numbers_that_can_be_worked_out_are_told(rest: str, answer: str, told: bool) -> None:
    assert reckoned(rest, answer) is told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_heading_that_names_the_body_is_not_shown(language: str) -> None:
    name = "Sở Y tế" if language == "vi" else "Department of Health"
    fact = next(f for f in facts_of(trial(language)) if f.answer == name)
    others = ["Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp"] if language == "vi" else ["A Board", "B Board", "C Board"]

    made = choice(fact, others, Random(1), "easy")
    assert made is not None and name not in made.stem and made.answer == name
    assert [s.quote for s in made.sources][0].count(name) == 1


def test_a_vietnamese_statement_becomes_a_question_by_its_words() -> None:
    stems = {q.answer: q.stem for q in quiz_of("vi", 6).questions if q.form == "choice"}
    assert any("bao nhiêu" in s.lower() for s in stems.values())
    assert any("giao cho ai" in s.lower() or "cơ quan nào" in s.lower() for s in stems.values())


def test_an_english_statement_asks_which_body() -> None:
    fact = next(f for f in facts_of(trial("en")) if f.answer == "Department of Home Affairs")

    made = choice(fact, ["Department of Finance", "Department of Health", "Department of Justice"], Random(1), "easy")
    assert made is not None
    assert made.stem.endswith("Within 12 days from the date of the application, which body answers it?")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Không quá 45 tuổi", "max"),
        ("not more than 45 years", "max"),
        ("at least 45 classes", "min"),
        ("no fewer than 45 classes", "min"),
        ("từ đủ 45 năm trở lên", "min"),
        ("about 45 persons", "loose"),
        ("khoảng 45 người", "loose"),
        ("a council of 45 members", "exact"),
    ],
)
def test_bounds_are_read_around_the_number(text: str, bound: str) -> None:
    assert bound_at(text, Span(0, len(text)), at(text, "45")) == bound


def test_a_false_statement_does_not_follow_from_the_true_one() -> None:
    fact = next(f for f in facts_of(trial("vi")) if f.answer == "47")
    assert is_false(fact, "40") and not is_false(fact, "50"), "who is at most 47 is at most 50"
    made = true_or_false(fact, "40", "easy")
    assert made is not None and "40 tuổi" in made.stem and "47" in made.answer and made.right == 1


@pytest.mark.parametrize(
    ("words", "language", "single"),
    [
        ("Sở Nội vụ", "vi", True),
        ("Ủy ban nhân dân tỉnh", "vi", True),
        ("Trường Chính trị tỉnh", "vi", True),
        ("Sở Giáo dục và Đào tạo", "vi", True),
        ("Sở Nội vụ báo cáo", "vi", False),
        ("các sở, ban, ngành", "vi", False),
        ("Người đứng đầu cơ quan", "vi", False),
        ("Sở Nội vụ và Sở Tài chính", "vi", False),
        ("the Department of Home Affairs", "en", True),
        ("Department of Education and Training", "en", True),
        ("Department of Health and Department of Justice", "en", False),
        ("the training institution", "en", False),
        ("Provincial People's Committees", "en", False),
        ("Decision No", "en", False),
        ("Hội đồng do Chủ tịch Ủy ban nhân dân cấp tỉnh", "vi", False),
    ],
)
def test_only_the_name_of_one_body_is_an_answer(words: str, language: str, single: bool) -> None:
    assert is_name(words, "vi" if language == "vi" else "en") is single


@pytest.mark.parametrize(
    ("text", "part", "language"),
    [
        ("the Provincial Radio and Television Station opens it", "Television Station", "en"),
        ("the Department of Science and Technology opens it", "Department of Science", "en"),
        ("Sở Giáo dục và Đào tạo mở lớp", "Sở Giáo dục", "vi"),
        ("Sở Lao động - Thương binh và Xã hội mở lớp", "Sở Lao động", "vi"),
    ],
)
def test_a_part_of_a_name_is_no_name(text: str, part: str, language: Language) -> None:
    assert name_at(text, at(text, part), language) is None
    whole = "Sở Nội vụ và Sở Tài chính" if language == "vi" else "Department of Health and the Department of Justice"
    first = whole.split(" và ")[0].split(" and ")[0]
    assert name_at(whole, at(whole, first), language) == first


def test_neighbours_are_printed_like_the_number() -> None:
    text = "Có 03 năm, 80% số tiết, 5,0 điểm, 4.500 lượt, 320 tiết và 01 bộ hồ sơ theo quy định của tỉnh Lam Giang."
    m = from_text(
        HEAD["vi"].format(number="7/2023/QĐ-UBND", day="06 tháng 10 năm 2023") + f"Điều 1. A\n{text}\n",
        "n",
        3,
        Registers(),
    )
    for printed in ("03", "80%", "5,0", "4.500", "320"):
        made = from_text(m.text, "n", 3, Registers(figures=(figure(m.text, text, printed, 1),)))
        (fact,) = facts_of(made)
        near = neighbours(fact)
        assert len(near) >= 4 and printed not in near
        shape = re.sub(r"\d", "0", printed)
        assert all(re.sub(r"\d", "0", n).lstrip("0") == shape.lstrip("0") for n in near), near
    made = from_text(m.text, "n", 3, Registers(figures=(figure(m.text, text, "01", 1),)))
    assert facts_of(made) == [], "one is only an article"


# --- what other statements say


AMENDED = {
    "vi": "Điều 1. Điều kiện\nNgười dự lớp không quá 52 tuổi tại ngày khai giảng theo quy định mới.\n",
    "en": "Article 1. Conditions\nUnder the new rule a participant is not more than 52 years old on the opening day.\n",
}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_another_document_says_otherwise_is_not_asked(language: str) -> None:
    one = trial(language)
    day = "06 tháng 10 năm 2024" if language == "vi" else "October 6, 2024"
    text = HEAD[language].format(number="72/2024/QĐ-UBND", day=day) + AMENDED[language]
    other = from_text(text, "other", 9, Registers())
    fact = next(f for f in facts_of(one) if f.answer == "47")
    assert not Ground([one]).in_dispute(fact)
    both = Ground([one, other])
    assert both.in_dispute(fact) and both.right_elsewhere(fact, "52") and not both.right_elsewhere(fact, "42")
    made = quiz([one], [other], both, Asking(20))
    assert made.in_dispute == 1 and not any("47" in q.answer for q in made.questions)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_body_with_the_same_task_elsewhere_is_no_wrong_answer(language: str) -> None:
    if language == "vi":
        task_, heads, one = (
            "Kiểm tra sức khỏe của người dự lớp trước khi khai giảng khóa học.",
            "Điều {}. Trách nhiệm của {}",
            "Sở Y tế",
        )
        two = "Sở Nội vụ"
    else:
        task_ = "To examine the health of the participants before the opening of the course."
        heads, one, two = "Article {}. Responsibilities of the {}", "Department of Health", "Department of Justice"
    day = "06 tháng 10 năm 2023" if language == "vi" else "October 6, 2023"
    text = HEAD[language].format(number="9/2023/QĐ-UBND", day=day)
    text += f"{heads.format(1, one)}\n{task_}\n{heads.format(2, two)}\n{task_}\n"
    bare = from_text(text, "twice", 5, Registers()).text
    first, second = at(bare, task_), Span(bare.rindex(task_), bare.rindex(task_) + len(task_))
    duties = tuple(Duty(s, "", "assigned", s, at(bare, name)) for s, name in ((first, one), (second, two)))
    made = from_text(text, "twice", 5, Registers(duties=duties))
    fact = next(f for f in facts_of(made) if f.answer == one)
    ground = Ground([made])
    other = "Sở Tài chính" if language == "vi" else "Department of Finance"
    assert ground.right_elsewhere(fact, two) and not ground.right_elsewhere(fact, other)


def test_what_was_changed_is_not_asked() -> None:
    one = trial("vi")
    fact = next(f for f in facts_of(one) if f.answer == "47")
    changes = {one.entry.id: Changes((fact.whole,), ("khoản 1 Điều 2",), ("72/2024/QĐ-UBND",))}
    before, after = quiz([one], [], Ground([one]), Asking(20)), quiz([one], [], Ground([one]), Asking(20), changes)
    assert any(q.answer == "47" for q in before.questions)
    assert not any("47" in q.answer or "47" in q.stem for q in after.questions)


# --- a whole quiz


def quiz_of(language: str, seed: int, questions: int = 20, level: Level | None = None) -> Quiz:
    made = regulation(language)
    return quiz([made], [], Ground([made]), Asking(questions, seed, level))


CASES = [(language, seed) for language in ("vi", "en") for seed in (1, 2, 3)]


@pytest.mark.parametrize(("language", "seed"), CASES)
def test_every_question_of_the_regulation_holds(language: str, seed: int) -> None:
    made, text = quiz_of(language, seed), regulation(language).text
    assert len(made.questions) == 20
    assert {q.form for q in made.questions} == {"choice", "true_false", "fill_in", "short"}
    for q in made.questions:
        assert q.sources and all(text[s.start : s.end] == s.quote for s in q.sources)
        assert q.stem == q.stem.strip() and "  " not in q.stem and q.answer
        _holds(q)
    spans = [q.span for q in made.questions]
    assert all(a.end <= b.start or b.end <= a.start for a, b in combinations(sorted(spans), 2))


def _holds(q: Question) -> None:
    quoted = " ".join(" ".join(s.quote.split()) for s in q.sources).lower()
    if q.form == "choice":
        assert len(set(q.options)) == 4 and q.right is not None and q.options[q.right] == q.answer
        assert q.answer.lower() in quoted
        values = [value_of(o) for o in q.options]
        assert None in values or len(set(values)) == 4
        if q.about in ("deadline", "figure", "requirement", "lead") and "|" not in quoted:
            wrong = [o for n, o in enumerate(q.options) if n != q.right]
            assert not any(re.search(rf"(?<![\w.,]){re.escape(o.lower())}(?![\w]|[.,]\d)", quoted) for o in wrong), q
    if q.form == "fill_in":
        assert q.about == "abbreviation" or q.stem.count("____") == 1
        assert q.answer in q.accepted and q.answer.lower() in quoted
    if q.form == "true_false":
        assert q.right in (0, 1) and len(q.options) == 2


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_same_seed_gives_the_same_quiz_and_another_one_another(language: str) -> None:
    assert quiz_of(language, 4) == quiz_of(language, 4)
    assert {q.stem for q in quiz_of(language, 4).questions} != {q.stem for q in quiz_of(language, 5).questions}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("level", ["easy", "medium", "hard"])
def test_a_level_keeps_to_itself(language: str, level: Level) -> None:
    made = quiz_of(language, 1, 6, level)
    assert len(made.questions) == 6
    forms = {
        "easy": {"choice", "true_false"},
        "medium": {"choice", "fill_in", "true_false"},
        "hard": {"choice", "fill_in", "short"},
    }
    assert {q.form for q in made.questions} <= forms[level]


def test_true_and_false_come_in_turn() -> None:
    said = [q.right for seed in range(1, 5) for q in quiz_of("vi", seed).questions if q.form == "true_false"]
    assert 0.3 < sum(1 for r in said if r) / len(said) < 0.7


def test_few_facts_give_few_questions() -> None:
    made = quiz([trial("vi")], [], Ground([trial("vi")]), Asking(20))
    assert 2 <= len(made.questions) < 20 and made.asked == 20


def test_terms_are_told_apart() -> None:
    lines = {
        "Lớp mở rộng": "lớp có thêm người của các tỉnh lân cận tham dự theo thỏa thuận",
        "Kỳ sát hạch": "đợt kiểm tra kỹ năng cuối khóa do hội đồng tổ chức",
        "Phiếu góp ý": "mẫu giấy ghi nhận xét của học viên về giảng viên",
        "Học bổng tỉnh": "khoản tiền trao cho người đạt điểm cao nhất",
    }
    text = HEAD["vi"].format(number="8/2023/QĐ-UBND", day="06 tháng 10 năm 2023") + "Điều 1. Giải thích từ ngữ\n"
    text += "".join(f"{n}. {term} là {meaning}.\n" for n, (term, meaning) in enumerate(lines.items(), 1))
    bare = from_text(text, "terms", 4, Registers())
    found = tuple(definition(bare.text, f"{t} là {m}.", t, m) for t, m in lines.items())
    made = from_text(text, "terms", 4, Registers(definitions=found))
    asked = quiz([made], [], Ground([made]), Asking(10)).questions
    assert {q.form for q in asked} == {"choice", "true_false", "short"} and len(asked) >= 3
    for q in asked:
        term = next(t for t in lines if t in q.sources[0].quote)
        right = q.answer in (term, lines[term]) or (
            q.form == "true_false" and (q.right == 0) == (lines[term] in q.stem)
        )
        assert right, q


def test_held_values_are_compared_by_what_they_count() -> None:
    fact = next(f for f in facts_of(trial("vi")) if f.answer == "12")
    assert holds("trong 12 ngày", fact, "12") and not holds("trong 12 tháng", fact, "12")
