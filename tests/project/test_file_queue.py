"""The queue in a folder: every message once, the oldest first, and never half of one."""

import threading
import time
from pathlib import Path
from queue import Empty
from typing import Any

import pytest
from kombu import Connection
from kombu.transport import TRANSPORT_ALIASES

from citybuilder import file_queue, shared


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file_queue.prepare(tmp_path)
    return tmp_path


def _queue(folder: Path) -> Any:
    TRANSPORT_ALIASES["folder"] = "citybuilder.file_queue:Transport"
    options = shared.broker("", folder)
    # A process knows by its name that a queue has been declared, whatever its folder.
    url, more = options["broker_url"], options["broker_transport_options"]
    return Connection(url, transport_options=more).SimpleQueue(folder.name)


def test_messages_come_out_as_they_went_in_and_leave_nothing(folder: Path) -> None:
    queue = _queue(folder)
    for number in range(20):
        queue.put({"number": number})
    for number in range(20):
        message = queue.get(timeout=5)
        assert message.payload == {"number": number}
        message.ack()
    with pytest.raises(Empty):
        queue.get(block=False)
    assert not list(folder.glob("queue/*")) + list(folder.glob("taken/*"))


def test_readers_and_writers_at_once_get_every_message_whole_and_once(folder: Path) -> None:
    writers, each = 4, 50
    got: list[int] = []
    lock = threading.Lock()

    def write(first: int) -> None:
        queue = _queue(folder)
        for number in range(first, first + each):
            queue.put({"number": number, "filling": "x" * 10_000})

    def read() -> None:
        queue = _queue(folder)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            with lock:
                if len(got) == writers * each:
                    return
            try:
                message = queue.get(block=False)
            except Empty:
                continue
            with lock:
                got.append(message.payload["number"])
            message.ack()

    threads = [threading.Thread(target=write, args=(each * number,)) for number in range(writers)]
    threads += [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(got) == list(range(writers * each))


def test_of_the_first_messages_of_many_threads_none_is_lost(tmp_path: Path) -> None:
    """Whoever comes first also says where messages go; the others must not be quicker than that."""
    for attempt in range(25):
        folder = tmp_path / f"queue{attempt}"
        file_queue.prepare(folder)
        together = threading.Barrier(6)

        def write(number: int, folder: Path = folder, go: threading.Barrier = together) -> None:
            go.wait(30)
            _queue(folder).put({"number": number})

        threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        queue = _queue(folder)
        assert {queue.get(timeout=5).payload["number"] for _ in threads} == set(range(6))


def test_what_a_dead_worker_had_taken_is_cleared_away(folder: Path) -> None:
    folder.joinpath("taken", "1_x.work.msg").write_text("{}")
    folder.joinpath("queue", "2_x.work.msg").write_text("{}")
    file_queue.forget_taken(folder)
    assert not list(folder.glob("taken/*"))
    assert list(folder.glob("queue/*"))
