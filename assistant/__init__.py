"""How a question becomes a cited answer.

Read `assistant` (the walk), then `question`, `search`, `evidence`, `relevance`, `write`, `cite`, `answer`.
"""
