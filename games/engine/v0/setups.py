"""Setups: what a match is made from, and their canonical bytes (one a field, then the seed)."""

from .state import number

SETUP_FIELDS = (
    ("version", 0, 0),
    ("kind", 0, 3),
    ("size", 12, 64),
    ("seats", 2, 6),
    ("rounds", 4, 24),
    ("chance", 0, 1),
    ("resigned", 0, 1),
    ("mode", 0, 1),
    ("coins", 0, 250),
    ("points", 1, 6),
)
SETUP_BYTES = len(SETUP_FIELDS) + 32


class SetupError(Exception):
    """A setup the rules cannot play.

    field: the key that is wrong, or `unknown field`, or `length` for bytes of another length.
    """

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def check_setup(setup: dict[str, object]) -> None:
    """Raise SetupError unless every field is there, of its type and within bounds."""
    for name, least, most in SETUP_FIELDS:
        value = setup.get(name)
        if type(value) is not int or value < least or value > most:  # no bool either
            raise SetupError(name)
    seed = setup.get("seed")
    if not isinstance(seed, bytes) or len(seed) != 32:
        raise SetupError("seed")
    if len(setup) != len(SETUP_FIELDS) + 1:
        raise SetupError("unknown field")


def encode_setup(setup: dict[str, object]) -> bytes:
    """Canonical bytes of a setup: one byte a field, then the seed (42 bytes)."""
    check_setup(setup)
    out = bytearray()
    for name, _, _ in SETUP_FIELDS:
        out.append(number(setup, name))
    seed = setup["seed"]
    assert isinstance(seed, bytes)
    return bytes(out) + seed


def decode_setup(data: bytes) -> dict[str, object]:
    """The setup of these bytes. Raises SetupError."""
    if len(data) != SETUP_BYTES:
        raise SetupError("length")
    setup: dict[str, object] = {}
    for i in range(len(SETUP_FIELDS)):
        setup[SETUP_FIELDS[i][0]] = data[i]
    setup["seed"] = bytes(data[len(SETUP_FIELDS) :])
    check_setup(setup)
    return setup
