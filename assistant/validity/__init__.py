"""Answers about validity, piece by piece; `assistant.of_validity` walks them.

Read `asked` (which question it is), `told` (what an answer rests on), then the answers: `states`, `relations`,
`between`, and `unknown` for a document that is not indexed.
"""
