"""A requirement's pieces; `ingest.requirements` walks them.

Read `leads` and `led` (lists of conditions and what opens them), `conditions`, `prose`, `standards`, `dossier` and
`tables` (where requirements stand), `clause` with `cues` and `phrases` (attribute, operator, value), `subjects` and
`scope` (whom they bind).
"""
