"""The bridge on both interpreters at once."""

import json
from typing import Any

import bridge
import pytest

from tests.wasm.harness import WasmError, WasmPython


class Both:
    """Asks this interpreter and the one in WebAssembly, and gives the answer they share."""

    def __init__(self, wasm: WasmPython) -> None:
        self.wasm = wasm

    def ask(self, op: str, **args: Any) -> Any:
        request = json.dumps({"op": op, "args": args}).encode()
        here = json.loads(bridge.call(request))
        there = json.loads(self.wasm.call("bridge.call", request))
        assert here == there, op
        return here

    def refused(self, op: str, **args: Any) -> tuple[str, int | None]:
        """Type and code of the exception that both raise."""
        request = json.dumps({"op": op, "args": args}).encode()
        with pytest.raises(Exception) as here:  # noqa: PT011 -- any type; it is compared below
            bridge.call(request)
        with pytest.raises(WasmError) as there:
            self.wasm.call("bridge.call", request)
        code = getattr(here.value, "code", None)
        found = (type(here.value).__name__, code if isinstance(code, int) else None)
        assert (there.value.type, there.value.code) == found
        return found
