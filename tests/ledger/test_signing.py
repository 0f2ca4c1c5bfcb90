"""What is signed: one fixed layout; and the tests' own Ed25519 is the real one."""

import pytest

from games.ledger.kinds import ACTION
from games.ledger.signing import content_hash, signed_bytes
from tests.ledger import ed25519

FIELDS: dict[str, object] = {
    "match_id": b"m" * 16,
    "epoch": 1,
    "seat": 2,
    "command_id": b"c" * 16,
    "confirmed": 3,
    "confirmed_hash": b"h" * 32,
    "after": b"a" * 16,
    "predicted": b"p" * 32,
    "client_time": 4,
}


CONTENT = content_hash(ACTION, b"", b"\x0f", b"")


def turn(**changed: object) -> bytes:
    return signed_bytes(**{**FIELDS, "content": CONTENT, **changed})  # type: ignore[arg-type]


# RFC 8032, section 7.1, tests 1 to 3.
@pytest.mark.parametrize(
    ("secret", "public", "message", "signature"),
    [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ],
)
def test_ed25519_is_that_of_the_rfc(secret: str, public: str, message: str, signature: str) -> None:
    key, said, made = bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature)
    assert ed25519.public_key(bytes.fromhex(secret)) == key
    assert ed25519.sign(bytes.fromhex(secret), said) == made
    assert ed25519.check(key, said, made)
    assert not ed25519.check(key, said + b"x", made)


def test_a_signed_turn_has_its_fixed_length_and_layout() -> None:
    data = turn()
    assert len(data) == 177
    assert data == (
        b"CityB.turn.v1\x00\x00\x00"
        + b"m" * 16
        + b"\x00\x00\x00\x01\x02"
        + b"c" * 16
        + b"\x00\x00\x00\x03"
        + b"h" * 32
        + b"a" * 16
        + b"p" * 32
        + b"\x00\x00\x00\x00\x00\x00\x00\x04"
        + CONTENT
    )


@pytest.mark.parametrize("name", [*FIELDS, "content"])
def test_every_field_changes_what_is_signed(name: str) -> None:
    old = FIELDS.get(name, CONTENT)
    new = old + 1 if isinstance(old, int) else b"z" * len(old)  # type: ignore[arg-type]
    assert turn(**{name: new}) != turn()


def test_no_two_contents_share_a_hash_by_moving_a_border() -> None:
    made = {
        content_hash(1, b"ab", b"", b""),
        content_hash(1, b"a", b"b", b""),
        content_hash(1, b"", b"ab", b""),
        content_hash(1, b"", b"a", b"b"),
        content_hash(2, b"ab", b"", b""),
    }
    assert len(made) == 5


def test_every_flipped_byte_of_a_signed_turn_spoils_the_signature() -> None:
    secret = bytes(range(32))
    data = turn()
    signature = ed25519.sign(secret, data)
    key = ed25519.public_key(secret)
    assert ed25519.check(key, data, signature)
    for at in range(len(data)):
        bad = data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]
        assert not ed25519.check(key, bad, signature)
