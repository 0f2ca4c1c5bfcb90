"""Production asks for what it needs, and Django's own check finds nothing to say about it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SECRET = "a-long-secret-made-for-this-test-alone-0123456789-abcdefghijklmnop"
PRODUCTION = {
    "PROFILE": "production",
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "city.example,www.city.example",
}


def _manage(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    known = {"PATH": os.environ["PATH"], **settings}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=REPOSITORY,
        env=known,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_deployment_check_is_clean_in_production() -> None:
    done = _manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_does_not_start_without_its_settings(name: str) -> None:
    done = _manage("check", **{**PRODUCTION, name: ""})
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"City Builder cannot start: {name} must be set in the production profile"
    ]


def test_production_makes_no_file_and_reads_no_secret_from_the_data_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert _manage("check", DATA_DIR=str(data), **PRODUCTION).returncode == 0
    assert not data.exists()


def test_the_local_profile_needs_no_setting_but_a_place_to_write(tmp_path: Path) -> None:
    assert _manage("check", DATA_DIR=str(tmp_path)).returncode == 0
    assert (tmp_path / "secret-key").exists()
    refused = _manage("check", DATA_DIR="/dev/null/data")
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
