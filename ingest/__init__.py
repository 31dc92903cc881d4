"""How a file becomes a document.

Read `job` (the run), then `read`, `clean`, `identify`, `outline`, `cut` in the order they work.
"""
