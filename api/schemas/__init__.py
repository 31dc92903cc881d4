"""What goes over HTTP: the contract's bodies, with examples, by what they are of. Knows the shapes only.

Read `sent` and `documents`, then `answers`.
"""
