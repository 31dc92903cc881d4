"""A checklist's pieces; `assistant.checklist` walks them.

Read `topic` and `found` (what the sources hold of it), `items` with `doer`, `lists`, `papers` and `powers` (what each
item says), `merge` and `order` (which are one, and in what order), then `sheet`, `edit` and `store` (what the office
does with it).
"""
