"""What English texts state of others."""

import pytest

from tests.stated import Found, english, said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "This Circular takes effect on April 20, 2021 and supersedes Circular No. 12/2014/TT-BNV dated May 2, 2014.",
            [("replaces", "Circular No. 12/2014/TT-BNV", ())],
        ),
        (
            "Clause 3 of Article 5 of Decree No. 905/2016/ND-CP is amended as follows:",
            [("amends", "Decree No. 905/2016/ND-CP", ("article 5 clause 3",))],
        ),
        (
            "To annul Point a, Clause 1, Article 4 of Circular No. 9/2015/TT-BNV.",
            [("annuls", "Circular No. 9/2015/TT-BNV", ("article 4 clause 1 point a",))],
        ),
        (
            "Circular No. 9/2015/TT-BNV ceases to be effective from the effective date of this Circular.",
            [("expires", "Circular No. 9/2015/TT-BNV", ())],
        ),
        (
            "Lending has followed the procedure in Circular No. 9/2015/TT-BNV; no lending decision has had to be revoked.",
            [],
        ),
        ("The rules in Circular No. 9/2015/TT-BNV were kept; a notice was annulled.", []),
        ("The rooms follow Circular No. 9/2015/TT-BNV, as amended by Circular No. 10/2016/TT-BNV.", []),
        (
            "Circular No. 9/2015/TT-BNV dated May 2, 2015, as amended by Circular No. 10/2016/TT-BNV, is hereby repealed.",
            [("annuls", "Circular No. 9/2015/TT-BNV", ())],
        ),
        (
            "The suspension of Articles 2 and 3 of Circular No. 9/2015/TT-BNV under Circular No. 10/2020/TT-BNV is lifted.",
            [("resumes", "Circular No. 9/2015/TT-BNV", ("article 2", "article 3"))],
        ),
        (
            "The words “room keeper” in Circular No. 9/2015/TT-BNV are replaced by the words “keeper”.",
            [("amends", "Circular No. 9/2015/TT-BNV", ())],
        ),
        (
            "Circular No. 9/2015/TT-BNV shall remain in force until December 31, 2022.",
            [("continues", "Circular No. 9/2015/TT-BNV", ())],
        ),
    ],
)
def test_english_texts(words: str, expected: Found) -> None:
    assert said(english(words)) == expected


def test_the_lifting_of_a_suspension_names_what_holds_again() -> None:
    found = said(english("To lift the suspension of Article 4 of Decision No. 7/2019/QD-UBND."))
    assert found == [("resumes", "Decision No. 7/2019/QD-UBND", ("article 4",))]
