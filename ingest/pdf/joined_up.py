"""What is one by being joined to what is joined ...: each thing points to another of its group, the last to itself."""


def top(parent: list[int], i: int) -> int:
    """The one that stands for the group of a thing; on the way there the way is made shorter."""
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i
