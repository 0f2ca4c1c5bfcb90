"""Production asks for what it needs, and Django's own check finds nothing to say about it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from games.protocol.limits import Limits, Rate

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


def _value(expression: str, **settings: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", f"from citybuilder import settings; print({expression})"],
        cwd=REPOSITORY,
        env={"PATH": os.environ["PATH"], **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_value_that_begins_with_a_dollar_is_no_reference(tmp_path: Path) -> None:
    for value in ("$PATH", "$SECRET_KEY", "$nowhere"):
        told = _value("settings.SECRET_KEY", DATA_DIR=str(tmp_path), SECRET_KEY=value)
        assert told == value
    refused = _manage("check", DATA_DIR=str(tmp_path), PORT="$PORT")
    assert refused.stderr.splitlines() == [
        "City Builder cannot start: PORT must be a whole number, not '$PORT'"
    ]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"DATA_DIR": ""}, "DATA_DIR must be set"),
        ({"CLIENT_DEV_SERVER": "maybe"}, "CLIENT_DEV_SERVER must be true or false, not 'maybe'"),
        ({"PORT": ""}, "PORT must be a whole number, not ''"),
        ({"PORT": "0"}, "PORT must be between 1 and 65535, not 0"),
        ({"HOST": ""}, "HOST must be set"),
        ({"DATABASE_URL": "postgresql://a@b/c"}, "MATCHES_DATABASE_URL must be set too"),
        ({"DATABASE_URL": "a", "MATCHES_DATABASE_URL": "b"}, "DATABASE_URL must be like"),
        ({"DATABASE_POOL": "0"}, "DATABASE_POOL must be between 1 and 1000, not 0"),
        ({"SQLITE_SYNCHRONOUS": "OFF"}, "SQLITE_SYNCHRONOUS must be NORMAL or FULL, not 'OFF'"),
        ({"REDIS_URL": "localhost"}, "REDIS_URL must be like redis://"),
        ({"GUESTS_AN_HOUR": "many"}, "GUESTS_AN_HOUR must be a whole number, not 'many'"),
        ({"LIMIT_SPECTATORS": "all"}, "LIMIT_SPECTATORS must be a whole number, not 'all'"),
        ({"LIMIT_FRAME_OUT": "1000"}, "LIMIT_FRAME_OUT must be between 65536 and 1048576"),
        ({"LIMIT_TURNS": "10"}, "LIMIT_TURNS must be like 60/20"),
        ({"LIMIT_MESSAGES": "60/0"}, "60 more in 20 seconds), not '60/0'"),
        ({"LIMIT_DEAD_AFTER": "20"}, "LIMIT_DEAD_AFTER must be more than LIMIT_HEARTBEAT"),
        ({"ORIGINS": "city.example"}, "ORIGINS must be like http://city.example"),
        ({"ORIGINS": "http://a.example,http://*"}, "without a path, not 'http://*'"),
        ({"TRUSTED_PROXIES": "10.0.0.0/8,proxy"}, "TRUSTED_PROXIES must list addresses"),
        ({**PRODUCTION, "ALLOWED_HOSTS": ".city.example"}, "ORIGINS must be like https://"),
        ({**PRODUCTION, "ORIGINS": "http://city.example"}, "ORIGINS must be like https://"),
    ],
)
def test_a_setting_of_no_use_is_told_in_one_line(
    settings: dict[str, str], words: str, tmp_path: Path
) -> None:
    done = _manage("check", **{"DATA_DIR": str(tmp_path), **settings})
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr


def test_limits_are_the_environment_s_and_else_the_protocol_s(tmp_path: Path) -> None:
    told = _value("settings.REALTIME_LIMITS", DATA_DIR=str(tmp_path))
    assert told == str(Limits())
    told = _value(
        "settings.REALTIME_LIMITS",
        DATA_DIR=str(tmp_path),
        LIMIT_TURNS="30/60",
        LIMIT_SPECTATORS="5",
        LIMIT_FRAME_OUT="131072",
    )
    assert told == str(Limits(turns=Rate(0.5, 30), spectators=5, frame_out=131_072, batch=98_304))


def test_a_secret_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    broken, folder = tmp_path / "broken", tmp_path / "folder"
    broken.mkdir()
    (broken / "secret-key").write_bytes(b"\xff\xfe")
    (folder / "secret-key").mkdir(parents=True)
    for data in (broken, folder):
        done = _manage("check", DATA_DIR=str(data))
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert "remove it and start again" in done.stderr
