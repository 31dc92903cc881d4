"""What the check looks for, a fault a file; `assistant.check` asks each of them.

Read `text` and `words` (what is compared), `figures`, `dates`, `names` and `amounts` (what has to stand in the source),
`modals`, `polarity`, `bounds` and `only_if` (what may not be turned), then `free` and `meaning` (what is said in other
words), and `quotes`.
"""
