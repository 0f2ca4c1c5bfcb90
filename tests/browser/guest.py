"""Being a guest of a running platform over HTTP, as a page is."""

import http.cookiejar
import json
import urllib.error
import urllib.request
from typing import Any

SECONDS = 60.0


class GuestBrowser:
    """Keeps cookies and the newest token; `headers` go with every request."""

    def __init__(self, url: str, **headers: str) -> None:
        """url: of the platform, as `Server.url`."""
        self._url = f"{url}api/v1/guest/"
        self._headers = {name.replace("_", "-"): value for name, value in headers.items()}
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(jar)
        self._token = ""

    def send(self, method: str) -> tuple[int, Any]:
        """Ask `/api/v1/guest/`; returns the status and what was answered."""
        headers = {"Content-Type": "application/json", "X-CSRFToken": self._token}
        headers |= self._headers
        body = b"{}" if method == "POST" else None
        request = urllib.request.Request(self._url, body, headers, method=method)
        try:
            answer = self._opener.open(request, timeout=SECONDS)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        with answer:
            self._token = answer.headers.get("X-CSRFToken", self._token)
            return answer.status, json.loads(answer.read())
