"""A language model reads the registers' passages a second time, and proposes; an editor decides.

Read `reader`, then `prompt` (what it is told), `parse` (what it proposes), `locate` and `check` (whether that stands).
"""
