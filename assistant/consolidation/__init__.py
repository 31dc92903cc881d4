"""What amendments do to a text, piece by piece; `assistant.consolidate` carries them out in their order.

Read `tree` (the units while they change), `pieces`, then `units` (new wordings) and `words` (phrases).
"""
