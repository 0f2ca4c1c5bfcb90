"""Ed25519 after RFC 8032, section 5.1, in plain Python: slow and open, for tests alone.

The ledger gets its signature checks from the platform; its tests must not wait for one.
"""

from functools import lru_cache
from hashlib import sha512

_P = 2**255 - 19
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)

Point = tuple[int, int, int, int]
_NEUTRAL: Point = (0, 1, 1, 0)


def _add(p: Point, q: Point) -> Point:
    a = (p[1] - p[0]) * (q[1] - q[0]) % _P
    b = (p[1] + p[0]) * (q[1] + q[0]) % _P
    c = 2 * p[3] * q[3] * _D % _P
    d = 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(s: int, p: Point) -> Point:
    q = _NEUTRAL
    while s:
        if s & 1:
            q = _add(q, p)
        p = _add(p, p)
        s >>= 1
    return q


def _recover(y: int, sign: int) -> int | None:
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    return _P - x if x & 1 != sign else x


def _point(data: bytes) -> Point | None:
    number = int.from_bytes(data, "little")
    y = number & ((1 << 255) - 1)
    x = _recover(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % _P)


def _bytes(p: Point) -> bytes:
    inverse = pow(p[2], _P - 2, _P)
    x, y = p[0] * inverse % _P, p[1] * inverse % _P
    return (y | ((x & 1) << 255)).to_bytes(32, "little")


_Y = 4 * pow(5, _P - 2, _P) % _P
_X = _recover(_Y, 0)
assert _X is not None
_BASE: Point = (_X, _Y, 1, _X * _Y % _P)


def _expand(secret: bytes) -> tuple[int, bytes]:
    digest = sha512(secret).digest()
    a = int.from_bytes(digest[:32], "little")
    return a & ((1 << 254) - 8) | (1 << 254), digest[32:]


def _number(*parts: bytes) -> int:
    return int.from_bytes(sha512(b"".join(parts)).digest(), "little") % _L


@lru_cache(maxsize=256)
def public_key(secret: bytes) -> bytes:
    """The public key of a secret of 32 bytes."""
    return _bytes(_times(_expand(secret)[0], _BASE))


@lru_cache(maxsize=4096)
def sign(secret: bytes, message: bytes) -> bytes:
    """The signature of a message: 64 bytes."""
    a, prefix = _expand(secret)
    r = _number(prefix, message)
    point = _bytes(_times(r, _BASE))
    s = (r + _number(point, public_key(secret), message) * a) % _L
    return point + s.to_bytes(32, "little")


@lru_cache(maxsize=4096)
def check(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature is this key's over the message."""
    a, r = _point(key), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= _L or len(signature) != 64:
        return False
    h = _number(signature[:32], key, message)
    return _bytes(_times(s, _BASE)) == _bytes(_add(r, _times(h, a)))
