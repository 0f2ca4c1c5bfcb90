"""Somebody at a browser: a guest with a session, who uses the REST interface over real HTTP."""

import http.cookiejar
import json
import os
import urllib.request
from base64 import b64encode
from typing import Any

SECONDS = 30.0


class Page:
    """A guest of the server on this port. session: the key of the guest's session."""

    def __init__(self, port: int, session: str | None = None) -> None:
        self._root = f"http://127.0.0.1:{port}/api/v1/"
        self._cookies = http.cookiejar.CookieJar()
        handler = urllib.request.HTTPCookieProcessor(self._cookies)
        self._opener = urllib.request.build_opener(handler)
        self._session = session
        self._token = ""
        if session is None:
            self._ask("guest/", refused=403)  # brings the token
            self.post("guest/", {})

    @property
    def session(self) -> str:
        """As the cookie has it."""
        (found,) = [cookie.value for cookie in self._cookies if cookie.name == "sessionid"]
        assert found is not None
        return found

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """What is answered; fails if it is a refusal."""
        return self._ask(path, json.dumps(body).encode())

    def make(self, **order: Any) -> str:
        """A new match of this guest's; its id."""
        return str(self.post("matches/", order)["id"])

    def join(self, match_id: str, seat: int) -> None:
        """Take a seat where chance is seeded."""
        body = {"seat": seat, "commitment": None, "command_id": b64encode(os.urandom(16)).decode()}
        self.post(f"matches/{match_id}/join/", body)

    def _ask(self, path: str, body: bytes | None = None, refused: int = 0) -> Any:
        headers = {"Content-Type": "application/json", "X-CSRFToken": self._token}
        request = urllib.request.Request(self._root + path, body, headers)
        try:
            answer = self._opener.open(request, timeout=SECONDS)
        except urllib.error.HTTPError as error:
            assert error.status == refused, error.read()
            answer = error
        with answer:
            self._token = answer.headers.get("X-CSRFToken", self._token)
            return json.loads(answer.read())
