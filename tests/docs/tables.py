"""Reads the tables of a Markdown document, by the heading they stand under."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
RULES = ROOT / "docs" / "rules.md"

Row = list[str]


def section(heading: str, path: Path = RULES) -> str:
    """The text from this heading (without its marks) to the next heading of any level."""
    lines = path.read_text().split("\n")
    starts = [i for i, line in enumerate(lines) if line.lstrip("#").strip() == heading]
    assert len(starts) == 1, heading
    text = []
    for line in lines[starts[0] + 1 :]:
        if line.startswith("#"):
            break
        text.append(line)
    return "\n".join(text)


def tables(heading: str, path: Path = RULES) -> list[list[Row]]:
    """Every table of the section as rows of cells; the head and its rule are left out."""
    found: list[list[Row]] = []
    before = ""
    for line in section(heading, path).split("\n"):
        if line.startswith("| ---"):
            found.append([])
        elif line.startswith("|") and before.startswith("|"):
            found[-1].append([cell.strip() for cell in line.strip()[1:-1].split("|")])
        before = line
    return found


def table(heading: str, index: int = 0, path: Path = RULES) -> list[Row]:
    """One table of the section."""
    return tables(heading, path)[index]
