"""Run as a process of its own: the small model behind llama.cpp's server, on loopback. Imports nothing of the project.

Ends when its standard input does, so that it never outlives the process that started it, however that one ended.
"""

import json
import sys


def main(weights: str, context: int) -> None:
    """Serves the weights on a free port of this machine and says its address as a line of JSON."""
    import xllamacpp

    asked = xllamacpp.CommonParams()
    asked.model.path = weights
    asked.hostnames = ["127.0.0.1"]
    asked.port = 0
    asked.n_ctx = context
    asked.n_parallel = 1
    asked.n_batch = asked.n_ubatch = 128  # between two of them it sees that nobody listens any more
    # two threads that wait for each other on shared cores take ten times as long as one
    asked.cpuparams.n_threads = 1
    asked.cpuparams_batch.n_threads = 1
    asked.n_gpu_layers = 0
    asked.cache_ram_mib = 0
    asked.ui = False
    asked.endpoint_props = False
    asked.endpoint_slots = False
    server = xllamacpp.Server(asked)
    sys.stdout.write(json.dumps({"address": server.listening_address}) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
