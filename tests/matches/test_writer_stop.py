"""Ending the writer's thread, and writing again afterwards."""

import pytest
from django.db import IntegrityError

from games.matches.writer import Append, Writer


def nowhere() -> Append:
    """An entry of a match that does not exist."""
    row = ("0" * 26, 1, 0, bytes(16), 1, b"", bytes(32), 0)
    return Append("0" * 26, 1, row, (1, bytes(32), 0, 0, None, None, "0" * 26))


@pytest.mark.django_db(transaction=True, databases=["default", "matches"])
def test_a_writer_that_was_stopped_more_than_once_answers_again() -> None:
    writer = Writer()
    writer.stop()
    for _ in range(3):
        future = writer.append(nowhere())
        writer.stop()
        writer.stop()
        with pytest.raises(IntegrityError):
            future.result(timeout=10)
