"""The hash of every version of the rules, by which genesis, hello and archives name them.

RULES_HASH: version -> SHA-256 (hexadecimal) over the version's Python files in order of their
paths, each as its path below games/engine, a newline, its length in decimal, a newline, its
content. Written by `python -m tests.golden.freeze`; a test compares it with the files.
"""

RULES_HASH: dict[int, str] = {
    0: "37944e4cac0a1ee31ad116979119ea75eabe8a226f24e39bc0909108f4fa365e",
}
