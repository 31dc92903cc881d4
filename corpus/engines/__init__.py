"""How the embedding model runs. Read `engine` (the sockets) and `choose` first.

Then `shape` and `tokens` (what a model's folder says), `plain` (the usual models) and `whole` (all others), `openvino`
and `torch` (what computes), and `kept`, `outcome`, `export`, `check` (the converted model).
"""
