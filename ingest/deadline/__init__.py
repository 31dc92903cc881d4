"""A deadline's pieces; `ingest.deadlines` walks them.

Read `points` and `recurring` (how a day, a length of time and a rhythm are told), `named` (days that have a name),
`elsewhere` (limits that stand elsewhere) and `meant` (what only looks like one).
"""
