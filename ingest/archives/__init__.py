"""Files inside files: ZIP, TAR, mail.

Read `unpack`, then the formats it opens.
"""
