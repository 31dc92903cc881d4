"""How a file becomes a document.

Read `job` (the run), then `reading` (one file): `read`, `clean`, `identify`, `outline`, `cut` in the order they work.
Then `extract` (registers) and `relate` (what it does to other documents). Behind `read` stand the formats: `pdf`,
`scans`, `word`, `office`, `web`, `archives`; behind the others `letters`, `identity`, `structure`, `relations`.
"""
