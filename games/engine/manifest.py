"""The hash of every version of the rules, by which genesis, hello and archives name them.

RULES_HASH: version -> SHA-256 (hexadecimal) over the version's Python files in order of their
paths, each as its path below games/engine, a newline, its length in decimal, a newline, its
content. Written by `python -m tests.golden.freeze`; a test compares it with the files.
"""

RULES_HASH: dict[int, str] = {
    0: "3a65c768fdc1526f8345f6ed72951a62874772639c3072e9bcd975b48b86a9ab",
}
