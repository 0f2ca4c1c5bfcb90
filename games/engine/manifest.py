"""The hash of every version of the rules, by which genesis, hello and archives name them.

RULES_HASH: version -> SHA-256 (hexadecimal) over the version's Python files in order of their
paths, each as its path below games/engine, a newline, its length in decimal, a newline, its
content. Written by `python -m tests.golden.freeze`; a test compares it with the files.
"""

RULES_HASH: dict[int, str] = {
    0: "4d2487e60260d15833029f7eda0ed089cb6a383a1f227d3eaeb22f0019a039e5",
}
