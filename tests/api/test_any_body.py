"""Whatever is sent, every route answers with what its description promises, and never with 5xx."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.visitor import Visitor, written

Visit = Callable[..., Visitor]

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-1, 6)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.binary(min_size=15, max_size=33).map(written)
    | st.sampled_from([written(bytes(16)), written(bytes(32)), "private", "ab" * 32])
)
NAMES = st.sampled_from(
    "seat level commitment command_id kind seats bots size rounds mode chance resigned seed turn "
    "bank visibility".split()
)
VALUES = SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(st.text(), SCALARS, max_size=2)
BODIES = st.dictionaries(NAMES, VALUES, max_size=6) | st.dictionaries(st.text(), VALUES) | VALUES

# The visitor checks that every status is in the description; the queries, too.
FEW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)


@pytest.fixture(autouse=True)
def _no_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    for throttle in ("CreateThrottle", "SeatThrottle"):
        monkeypatch.setattr(f"games.api.throttles.{throttle}.most", lambda self: 10**6)


@pytest.mark.parametrize("step", ["", "join/", "remove/", "bots/", "leave/", "rematch/"])
def test_any_body_is_taken_or_refused(visit: Visit, step: str) -> None:
    host = visit()
    match_id = host.make(chance=0, kind=2, seats=6)["id"]

    @FEW
    @given(BODIES)
    def check(body: Any) -> None:
        path = f"matches/{match_id}/{step}" if step else "matches/"
        assert host.post(path, body).status_code < 500

    check()


def test_any_question_is_answered_or_refused(visit: Visit) -> None:
    visitor = visit()
    match_id = visitor.make(visibility="listed")["id"]

    @FEW
    @given(st.sampled_from(["", f"{match_id}/log/"]), st.dictionaries(QUESTIONS, st.text()))
    def check(path: str, query: dict[str, str]) -> None:
        assert visitor.get(f"matches/{path}", data=query).status_code < 500

    check()


QUESTIONS = st.sampled_from(["cursor", "mine", "after", "format", "page_size"])
