"""Fixtures that tests of every subject use."""

from collections.abc import Iterator

import pytest

from tests.wasm.harness import WasmPython


@pytest.fixture(scope="session")
def wasm() -> Iterator[WasmPython]:
    """One interpreter for all tests of a process; keep no state of a test in it."""
    with WasmPython() as python:
        yield python
