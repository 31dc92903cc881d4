"""What a question takes for granted, held against the documents; `assistant.premise` finds it in the question.

Read `found` (what the documents say of it), then what may be wrong with it: `contradicted` (with `force`), `denied`,
`otherwise` (with `slots`), `elsewhere`, and `state` (with `validity`) where a document is taken to stand.
"""
