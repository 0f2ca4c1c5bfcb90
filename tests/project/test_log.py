"""The log: a line is a line whatever people write, and a trace tells where but not what with."""

import json
import subprocess
import sys

import pytest

CODE = """
import logging.config, structlog
from citybuilder import logging_setup
logging.config.dictConfig(logging_setup.configuration(as_json={as_json}))
def fails(password):
    raise RuntimeError("it failed")
name = "Ada\\nlevel=error all is lost\\x1b[31m"
structlog.get_logger("security").warning("login_failed", who=name)
logging.getLogger("citybuilder").warning("no city called %s", name)
try:
    fails("hunter" + "2")
except RuntimeError:
    logging.getLogger("citybuilder").exception("failed")
    structlog.get_logger("problems").exception("failed too")
"""


def _logged(*, as_json: bool) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(as_json=as_json)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr


@pytest.mark.parametrize("as_json", [True, False])
def test_no_value_of_a_variable_is_in_a_trace(as_json: bool) -> None:
    logged = _logged(as_json=as_json)
    assert logged.count("it failed") == 2
    assert "fails" in logged
    assert "hunter2" not in logged


@pytest.mark.parametrize("as_json", [True, False])
def test_what_people_write_begins_no_line_and_moves_no_cursor(as_json: bool) -> None:
    logged = _logged(as_json=as_json)
    assert logged.count("all is lost") == 2
    assert "\x1b" not in logged
    assert not [line for line in logged.splitlines() if line.startswith("level=error")]


def test_for_a_machine_every_line_is_an_object() -> None:
    lines = [json.loads(line) for line in _logged(as_json=True).splitlines()]
    assert [each["level"] for each in lines] == ["warning", "warning", "error", "error"]
    assert all({"event", "logger", "timestamp"} <= set(each) for each in lines)
    assert lines[0]["event"] == "login_failed"
