"""How an amending text orders what it changes, piece by piece; `assistant.amending` reads it from top to bottom.

Read `source` (the text, made ready, with `quotes`), `about` (which document is meant), `pieces` (what one clause does,
with the tables of `verbs`), `wording` (where the new words stand).
"""
