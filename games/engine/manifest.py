"""The hash of every version of the rules, by which genesis, hello and archives name them.

RULES_HASH: version -> SHA-256 (hexadecimal) over the version's Python files in order of their
paths, each as its path below games/engine, a newline, its length in decimal, a newline, its
content. Written by `python -m tests.golden.freeze`; a test compares it with the files.
"""

RULES_HASH: dict[int, str] = {
    0: "721b5e976ddc63ce7f742ddcf41dd46745077770286c7ef367ebfb12f78e111e",
}
