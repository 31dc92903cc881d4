"""What one document's words do to another, piece by piece; `ingest.relate` puts them together.

Read `clause` (one statement to its relations), then what it asks in turn: `statement`, with `targets` (`numbered`,
`named`, `laws`), `units`, `verbs` and `place`; `reach`, which binds them; `deed`, with `when`, `days` and `swaps`.
`heads` and `above` carry words from a head to what stands below it, `together` weighs all statements of a document,
`contradictions` says where they disagree; `effect` reads the document's own validity.
"""
