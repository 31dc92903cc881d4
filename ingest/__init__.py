"""How a file becomes a document.

Read `job` (the run), then `reading` (one file): `read`, `clean`, `identify`, `outline`, `cut` in the order they work.
Behind `read` stand the formats: `pdf`, `scans`, `word`, `office`, `web`, `archives`; behind the others `letters`,
`identity`, `structure`.
"""
