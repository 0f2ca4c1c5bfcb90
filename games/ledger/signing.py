"""What a mayor signs. The signature itself is checked by a callback of the platform.

The portable subset has SHA-256 and nothing more, so every check goes through
`check_signature(scheme, public_key, message, signature) -> bool`: WebCrypto or PyNaCl.
"""

from hashlib import sha256

from .canonical import Writer
from .kinds import MOST_ACTION

UNSIGNED, ED25519, P256 = 0, 1, 2
# Lengths of public key and signature: RFC 8032; uncompressed SEC 1 point, and r and s side by
# side (IEEE P1363, what WebCrypto gives).
_LENGTHS = {UNSIGNED: (0, 0), ED25519: (32, 64), P256: (65, 64)}

MOST_KEY = 65
MOST_SIGNATURE = 64

NO_COMMAND = bytes(16)
NO_PREDICTION = bytes(32)

_TURN_TAG = b"CityB.turn.v1\x00\x00\x00"
_CONTENT_TAG = b"CityB.content.v1"


def known(scheme: int) -> bool:
    """Whether this is UNSIGNED or a signature scheme of this version."""
    return scheme in _LENGTHS


def key_bytes(scheme: int) -> int:
    """Length of a public key of a known scheme."""
    return _LENGTHS[scheme][0]


def signature_bytes(scheme: int) -> int:
    """Length of a signature of a known scheme."""
    return _LENGTHS[scheme][1]


def content_hash(kind: int, preimage: bytes, action: bytes, details: bytes) -> bytes:
    """What an entry says, apart from when and where: 32 bytes."""
    writer = Writer()
    writer.raw(_CONTENT_TAG, 16)
    writer.unsigned(kind, 1)
    for part in (preimage, action, details):
        writer.sized(part, MOST_ACTION)
    return sha256(writer.done()).digest()


def signed_bytes(
    match_id: bytes,
    epoch: int,
    seat: int,
    command_id: bytes,
    confirmed: int,
    confirmed_hash: bytes,
    after: bytes,
    predicted: bytes,
    client_time: int,
    content: bytes,
) -> bytes:
    """The 177 bytes under a mayor's signature.

    `epoch` before the entry; `confirmed` and `confirmed_hash`: sequence and chain hash of the last
    entry the client knows to be in the log; `after`: id of the mayor's previous command if it was
    still outstanding, else NO_COMMAND; `predicted`: hash of the state the client expects, or
    NO_PREDICTION; `client_time` in ms UTC by the client's clock; `content` from `content_hash`.
    """
    writer = Writer()
    writer.raw(_TURN_TAG, 16)
    writer.raw(match_id, 16)
    writer.unsigned(epoch, 4)
    writer.unsigned(seat, 1)
    writer.raw(command_id, 16)
    writer.unsigned(confirmed, 4)
    writer.raw(confirmed_hash, 32)
    writer.raw(after, 16)
    writer.raw(predicted, 32)
    writer.unsigned(client_time, 8)
    writer.raw(content, 32)
    return writer.done()
