"""Answers in a language model's words, piece by piece; `assistant.generate` writes them.

Read `prompt` (what it is told), `parse` (what it wrote), `checked` (which of it may be shown), `close` (how near a
sentence is to its source).
"""
