"""What a question asks about the validity of a document that it names, read from its words alone."""

import pytest

from assistant.mentions import find_mentions
from assistant.premises.validity import Validity, validity_in
from assistant.validity.asked import Aspect, aspect_of

DECISION = "Decision 31/2021/QD-UBND"
ENDED = ("repealed", "annulled", "superseded", "abolished", "abrogated", "revoked", "rescinded", "replaced")


def asked(question: str) -> Aspect | None:
    return aspect_of(question, find_mentions(question), [])


@pytest.mark.parametrize("ended", ENDED)
def test_every_word_for_an_end_is_known_in_every_question_and_claim(ended: str) -> None:
    assert asked(f"When was {DECISION} {ended}?") == "until"
    assert asked(f"Has {DECISION} been {ended}?") == "replaced_by"
    assert asked(f"By what document was {DECISION} {ended}?") == "replaced_by"
    assert asked(f"Who {ended} {DECISION}?") == "replaced_by"
    assert validity_in(f"{DECISION} was {ended}") == Validity("over")


@pytest.mark.parametrize(
    "question",
    [
        f"When is a certificate under {DECISION} revoked by the school?",
        f"Whose certificate has been revoked under the rules of {DECISION}?",
    ],
)
def test_an_end_of_something_else_is_no_question_about_the_document(question: str) -> None:
    assert asked(question) is None
