"""A duty's pieces; `ingest.duties` walks them.

Read `words` and `start` (what asks for something), `vietnamese` and `english` (who asks whom for what), `actors`,
`bodies` and `subject` (who is asked), `rows`, `led`, `parts` and `limited` (duties of tables, of lists, of halves of
sentences, of limits of time alone), then `slots` and `scope`.
"""
