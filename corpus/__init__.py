"""What we hold.

Read `document`, `passage`, `identity`, then the stores (`library`, `vectors`, `keywords`) and their only writer,
`corpus`.
"""
