"""How a question becomes a cited answer.

Read `assistant` (the walk), then `question`, `search`, `finder`, `evidence`, `relevance`, `decide`, `write`, `cite`,
`answer`.
"""
