"""Writes games/engine/manifest.py: the hash of every version of the rules.

`python -m tests.golden.freeze` brings the draft's hash up to date. A released version is frozen:
if its files have changed the command refuses, and a new version is what is needed.
"""

import sys
from hashlib import sha256
from pathlib import Path

from games import engine

ENGINE = Path(engine.__file__).parent
MANIFEST = ENGINE / "manifest.py"
HEAD = '''"""The hash of every version of the rules, by which genesis, hello and archives name them.

RULES_HASH: version -> SHA-256 (hexadecimal) over the version's Python files in order of their
paths, each as its path below games/engine, a newline, its length in decimal, a newline, its
content. Written by `python -m tests.golden.freeze`; a test compares it with the files.
"""

'''


def rules_hash(version: int) -> str:
    """The hash of a version's files as they are now, in hexadecimal."""
    total = sha256()
    folder = ENGINE / f"v{version}"
    for path in sorted(folder.rglob("*.py"), key=lambda path: path.relative_to(ENGINE).parts):
        content = path.read_bytes()
        name = path.relative_to(ENGINE).as_posix()
        total.update(f"{name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def manifest(known: dict[int, str]) -> str:
    """The text of manifest.py; `known` holds the hashes so far. Raises ValueError, see above."""
    rows = []
    for version, _ in engine.VERSIONS:
        now = rules_hash(version)
        if version != engine.DRAFT and known.get(version, now) != now:
            raise ValueError(f"version {version} is released: its files must not change")
        rows.append(f'    {version}: "{now}",\n')
    return HEAD + "RULES_HASH: dict[int, str] = {\n" + "".join(rows) + "}\n"


if __name__ == "__main__":
    known: dict[int, str] = {}
    if MANIFEST.exists():
        from games.engine.manifest import RULES_HASH

        known = RULES_HASH
    try:
        MANIFEST.write_text(manifest(known))
    except ValueError as error:
        sys.exit(str(error))
