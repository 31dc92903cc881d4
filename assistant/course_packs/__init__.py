"""A course pack's pieces; `assistant.course` walks them, `assistant.courses` keeps what was made.

Read `scope` and `material` (what is taught), `lessons`, `provisions` and `cases` (how), then `facts`, `options`,
`questions`, `quiz` and `check` (what is asked, and that each question has one right answer).
"""
