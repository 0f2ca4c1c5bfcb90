"""The one entry of the interpreter in WebAssembly: bytes in, bytes out, over two files.

Runs on MicroPython only. JavaScript writes REQUEST (`module.function`, a newline, the argument's
bytes), calls `run()` without arguments and reads ANSWER: a status byte (0 done, 1 raised) and the
returned bytes, or for an exception its type, its integer `code` (-1 if it has none) and its
traceback, separated by newlines. Nothing else crosses: proxies are slow, and integers are cut to
32 bits without a word.
"""

import io
import sys

REQUEST = "/request"
ANSWER = "/answer"

_functions = {}


def _function(name):
    found = _functions.get(name)
    if found is None:
        module, _, attribute = name.rpartition(".")
        __import__(module)
        found = getattr(sys.modules[module], attribute)
        _functions[name] = found
    return found


def _failure(error):
    trace = io.StringIO()
    sys.print_exception(error, trace)
    code = getattr(error, "code", None)
    if not isinstance(code, int):
        code = -1
    return (type(error).__name__ + "\n" + str(code) + "\n" + trace.getvalue()).encode()


def run():
    """Answer the request that lies in REQUEST; never raises."""
    status = b"\x00"
    try:
        with open(REQUEST, "rb") as source:
            request = source.read()
        end = request.find(b"\n")
        answer = _function(request[:end].decode())(request[end + 1 :])
        if not isinstance(answer, (bytes, bytearray)):
            raise TypeError("a portable entry must return bytes")
    except BaseException as error:
        status = b"\x01"
        answer = _failure(error)
    with open(ANSWER, "wb") as target:
        target.write(status)
        target.write(answer)


def forget():
    """Drop what was looked up, after a module was written again."""
    _functions.clear()
