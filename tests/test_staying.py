"""A short question of a conversation is asked of the document spoken of, and of all where that does not answer it."""

from datetime import date

from assistant.assistant import Assistant
from assistant.earlier import Turn
from assistant.meant import turn

DAY = date(2024, 12, 1)
OF_PROGRAMME = [Turn("Who heads the Steering Committee of Programme 12-CTr/TU?", ("Programme 12-CTr/TU",))]


def test_it_stays_with_the_document(assistant: Assistant) -> None:
    answer = assistant.ask("Who is the deputy head?", as_of=DAY, history=OF_PROGRAMME)
    assert "Pham Van Khoa" in answer.text
    assert {c.document.identity.number for c in answer.citations} == {"12-CTr/TU"}


def test_a_definition_is_asked_of_all(assistant: Assistant) -> None:
    answer = assistant.ask("What is a concurrent job position?", as_of=DAY, history=OF_PROGRAMME)
    assert {c.document.identity.number for c in answer.citations} == {"98/2022/TT-BNV"}


def test_what_that_document_does_not_say_is_asked_of_all(assistant: Assistant) -> None:
    question = "How many sessions does an elementary political theory class take?"
    alone, after = assistant.ask(question, as_of=DAY), assistant.ask(question, as_of=DAY, history=OF_PROGRAMME)
    assert (after.outcome, after.text) == (alone.outcome, alone.text)


def test_who_is_named_is_whom_the_answer_is_about(assistant: Assistant) -> None:
    signed = assistant.ask("Who signed Plan 96/KH-UBND?", as_of=DAY)
    after = assistant.ask("what does he earn?", as_of=DAY, history=[turn(signed)])
    assert after.understood == "What does Pham Van Khoa earn?"
    assert after.outcome == "not_found"
    steers = assistant.ask("Who directly steers the implementation of Plan 96/KH-UBND?", as_of=DAY)
    held = assistant.ask("how often does she hold a briefing?", as_of=DAY, history=[turn(steers)])
    assert "last week of each quarter" in held.text
