"""Two texts side by side, piece by piece; `assistant.compare` says what became of each unit.

Read `text` and `units` (one text), `likeness`, `align` and `moved` (which unit is which), `words` (word by word); then
what is shown: `runs`, `summary`. `amending` sets an amending text beside its target.
"""
