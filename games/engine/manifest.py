"""The hash of every version of the rules, by which genesis, hello and archives name them.

RULES_HASH: version -> SHA-256 (hexadecimal) over the version's Python files in order of their
paths, each as its path below games/engine, a newline, its length in decimal, a newline, its
content. Written by `python -m tests.golden.freeze`; a test compares it with the files.
"""

RULES_HASH: dict[int, str] = {
    0: "7b9816310f60639b88c2ba4247a7d8bcbabdde9409353d5ab4d66441b5e630f4",
}
