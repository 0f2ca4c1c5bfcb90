"""Something else that happens while a thread is in the middle of what it does."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from django.db import connections

from games.matches.writer import ALIAS


@contextmanager
def meanwhile(before: str, happens: Callable[[], object]) -> Iterator[None]:
    """Let it happen, once and to its end, in another thread, just before this thread sends its
    first statement that begins with these words (without quotes).
    """
    done = False

    def run() -> None:
        try:
            happens()
        finally:
            connections.close_all()

    def watch(execute: Any, sql: str, *more: Any) -> Any:
        nonlocal done
        if not done and sql.replace('"', "").startswith(before):
            done = True
            with ThreadPoolExecutor(1) as other:
                other.submit(run).result()
        return execute(sql, *more)

    with connections[ALIAS].execute_wrapper(watch):
        yield
    assert done, "it never came to that"


def all_at_once(number: int, what: Callable[[int], Any]) -> list[Any]:
    """What each of so many threads gives, or the exception that it raises."""

    def run(each: int) -> Any:
        try:
            return what(each)
        except Exception as error:  # noqa: BLE001  # looked at by the test
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(run, range(number)))
