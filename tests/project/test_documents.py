"""What the documents and lists say is what the code does."""

import importlib.util
import json
import re
from pathlib import Path

from citybuilder import environment

REPOSITORY = Path(__file__).resolve().parents[2]
DOCUMENTS = [*sorted(REPOSITORY.glob("*.md")), *sorted((REPOSITORY / "docs").rglob("*.md"))]
ARCHITECTURE = (REPOSITORY / "ARCHITECTURE.md").read_text()


def _targets() -> set[str]:
    makefile = (REPOSITORY / "Makefile").read_text()
    return set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))


def test_every_setting_is_documented_with_its_default_and_no_other_is() -> None:
    table = (REPOSITORY / "docs" / "configuration.md").read_text().split("\n## ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| .+? \| (.+?) \|", table, re.MULTILINE))
    assert rows.keys() == environment.SETTINGS.keys()
    for name, (kind, default) in environment.SETTINGS.items():
        if default and kind is not bool:
            assert rows[name] == f"`{default}`"


def test_every_command_in_the_documents_exists() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "docs/configuration.md"):
        text = (REPOSITORY / name).read_text()
        commands = set(re.findall(r"(?:^|`|=\w+ |=/path )make ([a-z-]+)", text, re.MULTILINE))
        assert commands <= _targets(), name


def test_every_module_that_the_documents_run_exists() -> None:
    for document in DOCUMENTS:
        for module in re.findall(r"python -m ([\w.]+)", document.read_text()):
            assert importlib.util.find_spec(module), f"{document.name}: {module}"


def test_every_link_between_documents_leads_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\((?!http)([^)#]+)[^)]*\)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_map_of_the_house_shows_every_room_that_stands() -> None:
    rooms = re.findall(r"^\| `([\w/]+)/` \|", ARCHITECTURE, re.MULTILINE)
    assert all((REPOSITORY / room).is_dir() for room in rooms)
    for parent in ("games", "client/src"):
        for room in sorted((REPOSITORY / parent).iterdir()):
            if room.is_dir() and room.name not in ("__pycache__", "migrations"):
                assert f"{parent}/{room.name}" in rooms


def test_the_map_of_the_rules_names_every_module_and_no_other() -> None:
    block = ARCHITECTURE.split("## Inside the rules")[1].split("```")[1]
    rules = REPOSITORY / "games" / "engine" / "v0"
    modules = {path.name for path in rules.glob("*.py")} - {"__init__.py"}
    named = set(re.findall(r"(?<![\w/])\w+\.py\b", block))
    assert named == modules
    folders = {path.parent.name for path in rules.glob("*/__init__.py")}
    assert set(re.findall(r"(?<!\w)(\w+)/(?!\w)", block)) == folders


def test_every_requirement_is_of_one_exact_version() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (REPOSITORY / name).read_text().splitlines():
            if line and not line.startswith(("#", "-r ")):
                exact = r"[\w.-]+==[0-9][0-9A-Za-z.]*(; python_version .+)?"
                assert re.fullmatch(exact, line), line


def test_the_client_depends_on_exact_versions_and_names_no_host() -> None:
    package = json.loads((REPOSITORY / "client" / "package.json").read_text())
    for versions in (package["dependencies"], package["devDependencies"]):
        assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())
    lock = json.loads((REPOSITORY / "client" / "package-lock.json").read_text())
    assert not [path for path, entry in lock["packages"].items() if "resolved" in entry]


def test_what_reaches_the_browser_is_in_the_notices() -> None:
    notices = (REPOSITORY / "THIRD_PARTY_NOTICES").read_text().lower()
    package = json.loads((REPOSITORY / "client" / "package.json").read_text())
    for name in package["dependencies"]:
        assert name.rsplit("/", 1)[-1].split("-")[0] in notices, name
