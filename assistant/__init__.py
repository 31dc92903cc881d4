"""How a question becomes a cited answer.

Read `assistant` (the walk), then `question`, `search`, `finder`, `evidence`, `relevance`, `decide`, `write`, `cite`,
`answer`. Behind them, rooms of pieces: `premises` and `validity` (what is asked or taken for granted of documents),
`amendments`, `consolidation` and `comparison` (texts and their changes), `generation` and `second_reading` (language
models).
"""
