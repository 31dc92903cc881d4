"""What a question takes for granted, piece by piece; `assistant.premise` holds it against the documents.

Read `found` (what the documents say of it), then what may be wrong with it: `denied`, `otherwise` (with `slots`),
`elsewhere`, and `state` (with `validity`) where it is taken for granted that a document stands.
"""
