"""The version that is told to the outside; a test holds it equal to pyproject's."""

VERSION = "0.1.0"
