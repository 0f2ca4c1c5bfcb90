"""The plumbing of the REST interface: refusals of one shape, nothing from inside, a description."""

import io
import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from rest_framework import serializers
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView

from accounts.rest.problems import Problem
from accounts.rest.strict import StrictSerializer
from games.protocol import codes


class _Failing(APIView):
    authentication_classes = ()
    permission_classes = ()
    error: Exception = RuntimeError("the password is 1234")

    def get(self, request: Any) -> Any:
        raise self.error


def _answer(error: Exception) -> tuple[int, dict[str, Any]]:
    response = _Failing.as_view(error=error)(APIRequestFactory().get("/"))
    response.render()
    return response.status_code, json.loads(response.content)


def test_an_error_inside_is_told_by_a_reference_that_the_log_explains(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR, "problems"):
        status, content = _answer(RuntimeError("the password is 1234"))
    assert (status, content["code"]) == (500, codes.UNAVAILABLE)
    assert "1234" not in json.dumps(content)
    assert content["reference"] in caplog.text
    assert "1234" in caplog.text


def test_a_database_that_is_away_is_unavailable() -> None:
    status, content = _answer(OperationalError("no such host"))
    assert (status, content["code"], content["fields"]) == (503, codes.UNAVAILABLE, {})


def test_a_problem_carries_its_number_status_and_fields() -> None:
    status, content = _answer(Problem(codes.SEAT_TAKEN, 409, fields={"seat": ["taken"]}))
    assert (status, content["code"], content["fields"]) == (409, 406, {"seat": ["taken"]})
    assert content["text"] == codes.MEANINGS[codes.SEAT_TAKEN].text


class _Inner(StrictSerializer):
    level = serializers.IntegerField(max_value=3)


class _Outer(StrictSerializer):
    bots = _Inner(many=True)


def test_fields_inside_fields_are_named_by_their_path() -> None:
    serializer = _Outer(data={"bots": [{"level": 1}, {"level": 9}, {"level": 1, "rank": 2}]})
    with pytest.raises(serializers.ValidationError) as refusal:
        serializer.is_valid(raise_exception=True)
    _, content = _answer(refusal.value)
    assert content["code"] == codes.MALFORMED
    assert content["fields"] == {"bots.1.level": ["max_value"], "bots.2.rank": ["unknown"]}


def test_the_description_of_the_interface_is_whole() -> None:
    out = io.StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=out)
    assert "/api/v1/guest/" in out.getvalue()


def test_the_description_is_served() -> None:
    answer = Client().get("/api/schema/")
    assert answer.status_code == 200
    assert "/api/v1/guest/" in answer.json()["paths"]


def test_every_security_event_is_documented_and_no_other_is() -> None:
    root = Path(__file__).resolve().parents[2]
    sources = "".join(path.read_text() for path in root.joinpath("accounts").rglob("*.py"))
    told = set(re.findall(r'\btell\(\s*"(\w+)"', sources))
    events = root.joinpath("docs/security.md").read_text().split("## Events")[1].split("##")[0]
    assert told == set(re.findall(r"^\| `(\w+)` \|", events, re.MULTILINE))
