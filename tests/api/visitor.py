"""Somebody who uses the REST interface as a page does: session, token, JSON."""

import json
import os
import re
from base64 import b64encode
from functools import cache
from typing import Any

from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from drf_spectacular.generators import SchemaGenerator

from accounts.models import User
from games.ledger.fairness import opening_commitment
from games.protocol import ids

ROOT = "/api/v1/"
MOST_QUERIES = 15  # of one request, both databases together

Answer = Any  # django.test's response, which has no type with .json()


class Visitor:
    """A guest; `stranger` has no account. Every answer is kept in `seen`."""

    def __init__(self, name: str | None = None, *, stranger: bool = False) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.seen: list[bytes] = []
        self.token = self.client.get(ROOT + "guest/")["X-CSRFToken"]
        if not stranger:
            body = {} if name is None else {"name": name}
            self.mayor = self.post("guest/", body).json()

    @property
    def user(self) -> User:
        """The account behind the session."""
        return User.objects.get(public_id=self.mayor["public_id"])

    def get(self, path: str, **more: Any) -> Answer:
        """The answer to GET; no request may take more queries than allowed."""
        return self._asked(lambda: self.client.get(ROOT + path, **more))

    def post(self, path: str, body: Any = None, **more: Any) -> Answer:
        """The answer to POST, with the token a page would send."""
        more.setdefault("content_type", "application/json")
        headers = {"X-CSRFToken": self.token, **more.pop("headers", {})}
        if not isinstance(body, bytes):
            body = json.dumps({} if body is None else body)
        answer = self._asked(lambda: self.client.post(ROOT + path, body, headers=headers, **more))
        self.token = answer.get("X-CSRFToken", self.token)
        return answer

    def _asked(self, ask: Any) -> Answer:
        people = CaptureQueriesContext(connections["default"])
        matches = CaptureQueriesContext(connections["matches"])
        with people, matches:
            answer = ask()
        self.seen.append(answer.content + str(answer.headers).encode())
        assert str(answer.status_code) in _documented(answer), answer.content
        queries = people.captured_queries + matches.captured_queries
        assert len(queries) <= MOST_QUERIES, [query["sql"] for query in queries]
        return answer

    # -- what people do -------------------------------------------------------------------

    def make(self, **order: Any) -> Any:
        """A new match; its detail."""
        answer = self.post("matches/", order)
        assert answer.status_code == 201, answer.content
        return answer.json()

    def detail(self, match_id: str) -> Any:
        """The match as this visitor sees it."""
        answer = self.get(f"matches/{match_id}/")
        assert answer.status_code == 200, answer.content
        return answer.json()

    def join(self, match_id: str, seat: int, **more: Any) -> Answer:
        """Take a seat with a right commitment."""
        found = self.detail(match_id)
        commitment = None
        if found["chance"]:
            self.opening = os.urandom(64)
            made = opening_commitment(ids.read(match_id), found["attempt"], seat, self.opening)
            commitment = written(made)
        body = {"seat": seat, "commitment": commitment, "command_id": written(os.urandom(16))}
        return self.post(f"matches/{match_id}/join/", {**body, **more})


@cache
def _description() -> Any:
    return SchemaGenerator().get_schema(request=None, public=True)["paths"]  # type: ignore[no-untyped-call]


def _documented(answer: Answer) -> Any:
    """The statuses that the description has for this route."""
    path = re.sub(r"<\w+:(\w+)>", r"{\1}", "/" + answer.resolver_match.route)
    return _description()[path][answer.request["REQUEST_METHOD"].lower()]["responses"]


def written(data: bytes) -> str:
    """Bytes as they stand in JSON."""
    return b64encode(data).decode()


def refused(answer: Answer, status: int, code: int) -> dict[str, Any]:
    """Asserts that the answer is this refusal; the fields it names."""
    content = answer.json()
    assert (answer.status_code, content["code"]) == (status, code), content
    assert set(content) == {"code", "text", "fields", "reference"}
    assert content["text"] and content["reference"]
    fields: dict[str, Any] = content["fields"]
    return fields
