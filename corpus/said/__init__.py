"""Every sentence that the program says to a person, in both languages: a module for each subject, a table in each.

Read `languages`, then any of them. They are asked for through `corpus.messages`, which joins them.
"""
