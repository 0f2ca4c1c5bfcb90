"""Who may import whom is enforced: an import upwards is found, also in a package yet to come."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PYPROJECT = REPOSITORY / "pyproject.toml"
CONTRACTS = tomllib.loads(PYPROJECT.read_text())["tool"]["importlinter"]


def _layers() -> list[list[str]]:
    """Names of the modules on each layer, highest first."""
    (contract,) = (each for each in CONTRACTS["contracts"] if each["type"] == "layers")
    return [[name.strip(" ()") for name in layer.split("|")] for layer in contract["layers"]]


def _lint(folder: Path, **modules: str) -> subprocess.CompletedProcess[str]:
    """Check a project with the real contracts that holds just these modules (a__b is a.b)."""
    (folder / "pyproject.toml").write_text(PYPROJECT.read_text())
    for name in (*CONTRACTS["root_packages"], *(module.replace("__", ".") for module in modules)):
        package = folder.joinpath(*name.split("."))
        package.mkdir(parents=True, exist_ok=True)
        text = modules.get(name.replace(".", "__"), "")
        (package / "__init__.py").write_text(text)
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_downwards_are_allowed(tmp_path: Path) -> None:
    done = _lint(
        tmp_path,
        citybuilder="import games.realtime",
        games__realtime="import games.matches",
        games__matches="import games.engine, games.ledger",
        games__engine="",
        games__ledger="",
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("games__engine", "citybuilder"),
        ("games__engine", "games.matches"),
        ("games__engine", "games.ledger"),
        ("games__ledger", "games.engine"),
        ("games__bots", "games.protocol"),
        ("games__matches", "games.realtime"),
        ("games__api", "games.realtime"),
        ("games__models", "games.matches"),
    ],
)
def test_an_import_upwards_or_sideways_is_refused(
    tmp_path: Path, module: str, imported: str
) -> None:
    modules = {module: f"import {imported}", imported.replace(".", "__"): ""}
    done = _lint(tmp_path, **modules)
    assert done.returncode == 1
    assert "BROKEN" in done.stdout


def test_every_package_that_has_a_layer_is_looked_at() -> None:
    top = {name.split(".")[0] for layer in _layers() for name in layer}
    present = {name for name in top if (REPOSITORY / name).is_dir()}
    assert present <= set(CONTRACTS["root_packages"])


def test_every_package_of_the_games_has_a_layer() -> None:
    named = {name for layer in _layers() for name in layer}
    for package in sorted((REPOSITORY / "games").glob("*/__init__.py")):
        assert f"games.{package.parent.name}" in named


def test_the_package_of_the_games_itself_is_empty() -> None:
    assert (REPOSITORY / "games" / "__init__.py").read_text() == ""
