"""Where a question names a document, what that says comes before what another tells of it."""

from assistant.assistant import Assistant


def test_what_the_named_document_says_comes_first(assistant: Assistant) -> None:
    asked = "How much support for training costs does a person sent for a doctoral degree receive under Project No. 04-DA/TU?"
    answer = assistant.ask(asked)
    assert "75 triệu đồng" in answer.statements[0].text


def test_a_list_is_looked_for_in_the_named_document(assistant: Assistant) -> None:
    answer = assistant.ask("Theo Hướng dẫn 09-HD/BTCTU, trình tự luân chuyển cán bộ gồm những việc gì?")
    assert answer.citations and {c.document.identity.number for c in answer.citations} == {"09-HD/BTCTU"}
