"""The formats are final: the published vectors must come out of today's code, byte for byte."""

import json

from games.ledger import kinds as k
from games.ledger.archive import decode_archive, encode_archive
from games.ledger.entries import decode_entry, encode_entry
from games.ledger.genesis import decode_genesis, encode_genesis
from games.ledger.voided import decode_voided, encode_voided
from tests.golden.make_ledger import PATH, vectors

GOLDEN = json.loads(PATH.read_text())


def test_the_code_gives_the_published_vectors() -> None:
    assert vectors() == GOLDEN


def test_every_kind_of_entry_has_a_vector() -> None:
    kinds = {decode_entry(bytes.fromhex(row["bytes"])).kind for row in GOLDEN["entries"]}
    assert kinds == set(k.KINDS)


def test_the_published_bytes_read_and_write_as_they_are() -> None:
    for row in GOLDEN["entries"]:
        data = bytes.fromhex(row["bytes"])
        assert encode_entry(decode_entry(data)) == data
    data = bytes.fromhex(GOLDEN["genesis"]["bytes"])
    assert encode_genesis(decode_genesis(data)) == data
    data = bytes.fromhex(GOLDEN["archive"])
    assert encode_archive(decode_archive(data)) == data
    data = bytes.fromhex(GOLDEN["voided"]["bytes"])
    assert encode_voided(decode_voided(data)) == data
