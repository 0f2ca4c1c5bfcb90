"""An archive is one file that says what happened, and every change of it is found."""

import tracemalloc
from collections.abc import Callable
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games.ledger import kinds as k
from games.ledger.archive import (
    Archive,
    Receipt,
    ServerKey,
    decode_archive,
    encode_archive,
    endorsed_bytes,
    seal_of,
)
from games.ledger.canonical import BrokenBytes, Writer
from games.ledger.chain import receipt_bytes
from games.ledger.entries import Entry, encode_entry
from games.ledger.failure import (
    CHAIN,
    FILE,
    KEY_VALIDITY,
    PLAYER_SIGNATURE,
    REVEAL,
    RULES,
    SERVER_SIGNATURE,
    Unverified,
)
from games.ledger.signing import ED25519
from games.ledger.verify import MOST_RESTORED, Report, restored_by, verify
from tests.ledger import ed25519
from tests.ledger.recorder import (
    RULES as GAME,
)
from tests.ledger.recorder import (
    RULES_HASH,
    SERVER_SECRET,
    START_MS,
    Recorder,
    check_signature,
    seal,
    small_setup,
)

DAY = 86_400_000


def short_match(*, signed: bool) -> Recorder:
    """A few entries of many kinds, closed."""
    match = Recorder(signed=signed).begin((1,))
    before = match.sequence
    match.fund()
    match.roll_back(before)
    match.platform(k.END, "CLOSE", 1, reason=k.VOTED)
    return match


def check(data: bytes, trusted: tuple[ServerKey, ...] = ()) -> Report:
    return verify(data, GAME, check_signature, RULES_HASH, trusted)


def failure(data: bytes, trusted: tuple[ServerKey, ...] = ()) -> tuple[int, int]:
    try:
        check(data, trusted)
    except Unverified as error:
        return error.kind, error.sequence
    raise AssertionError("nothing was found wrong")


def test_a_whole_signed_match_verifies_and_is_told_in_full() -> None:
    match = Recorder().begin().play()
    archive = match.archive()
    data = encode_archive(archive)
    report = check(data, tuple(archive.keys))
    assert report.match_id == match.genesis.match_id
    assert (report.entries, report.head) == (match.sequence, match.heads[-1])
    assert report.state_hash == GAME.state_hash(match.state)
    assert (report.unsigned, report.draws, report.ended) == (0, match.draws, True)
    assert report.signed == match.sequence - match.draws - 1
    assert (report.receipts, report.sealed, report.trusted, report.rules_checked) == (
        2,
        True,
        True,
        True,
    )


def test_an_unsigned_match_verifies_and_says_so() -> None:
    match = Recorder(small_setup(chance=0), signed=False).begin((1,)).play(1)
    report = verify(encode_archive(match.archive()), GAME, check_signature)
    assert report.unsigned > 0
    assert (report.signed, report.receipts, report.sealed, report.trusted) == (0, 0, False, False)
    assert not report.rules_checked


def test_writing_what_was_read_gives_the_same_bytes() -> None:
    for signed in (False, True):
        data = encode_archive(short_match(signed=signed).archive())
        assert encode_archive(decode_archive(data)) == data


@pytest.mark.parametrize("part", range(4))
def test_every_flipped_byte_of_an_unsigned_archive_is_found(part: int) -> None:
    data = encode_archive(short_match(signed=False).archive())
    check(data)
    for at in range(part, len(data), 4):
        failure(data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :])


@pytest.mark.parametrize("part", range(4))
def test_every_flipped_byte_is_found_even_if_the_damage_is_sealed_anew(part: int) -> None:
    """Whoever forges can compute the seal, but neither the server's nor a mayor's signature."""
    good = short_match(signed=True).archive()
    data = encode_archive(good)
    check(data)
    found = set()
    for at in range(part, len(data), 4):
        bad = data[:at] + bytes([data[at] ^ (1 << at % 7)]) + data[at + 1 :]
        try:
            archive = decode_archive(bad)
        except BrokenBytes:
            found.add(failure(bad)[0])
            continue
        if archive.seal == good.seal:
            archive.seal = seal_of(archive)
        found.add(failure(encode_archive(archive))[0])
    assert found >= {FILE, CHAIN, SERVER_SIGNATURE, KEY_VALIDITY, REVEAL, RULES}


def test_a_log_that_is_forged_with_everything_but_the_keys_is_found() -> None:
    """All hashes fit, the seal too; only a mayor's or the server's signature tells."""
    match = Recorder().begin()
    forger = bytes(32)
    match.act((GAME.actions.FUND_DRIVE,), spoil=lambda e: match.sign(e, forger))
    match.platform(k.END, "CLOSE", 1, reason=k.VOTED)
    assert match.failure() == (PLAYER_SIGNATURE, match.sequence - 1)
    honest = short_match(signed=True).archive()
    other = Recorder().begin((1,))
    other.platform(k.END, "CLOSE", 2, reason=k.VOTED)
    forged = other.archive()
    forged.receipts = [honest.receipts[0], Receipt(other.sequence, 0, honest.receipts[1].signature)]
    assert failure(encode_archive(seal(forged))) == (SERVER_SIGNATURE, other.sequence)


@pytest.mark.parametrize("signed", [False, True])
def test_a_file_cut_anywhere_is_broken(signed: bool) -> None:
    data = encode_archive(short_match(signed=signed).archive())
    for size in range(len(data)):
        assert failure(data[:size]) == (FILE, 0)
    assert failure(data + b"\x00") == (FILE, 0)


@given(st.binary(max_size=300), st.integers(0, 400))
@settings(deadline=None)
def test_noise_is_no_archive_and_costs_little(noise: bytes, at: int) -> None:
    data = encode_archive(Archive(b"g", []))[:at] + noise
    tracemalloc.start()
    try:
        decode_archive(data)
    except BrokenBytes as error:
        assert 0 <= error.offset <= len(data)
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 100_000


@pytest.mark.parametrize("limit", [1 << 16, 1 << 31, (1 << 32) - 1, 1 << 70])
def test_a_count_without_its_records_is_refused(limit: int) -> None:
    writer = Writer()
    writer.varint(limit)
    head = encode_archive(Archive(b"g", []))[:12]
    with pytest.raises(BrokenBytes):
        decode_archive(head + writer.done() + bytes(200))


Spoil = Callable[[Archive], object]


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (lambda a: a.receipts.pop(), SERVER_SIGNATURE),
        (lambda a: a.receipts.pop(0), SERVER_SIGNATURE),
        (lambda a: a.receipts.clear(), SERVER_SIGNATURE),
        (lambda a: a.commitments.pop(), REVEAL),
        (lambda a: a.commitments.reverse(), REVEAL),
        (lambda a: a.reveals.pop(0), REVEAL),
        (lambda a: a.reveals.append((13, 0, bytes(32))), REVEAL),
        (lambda a: a.reveals.__setitem__(-1, (12, 0, bytes(32))), REVEAL),
        (lambda a: a.reveals.__setitem__(-1, (11, 0, a.reveals[-1][2])), REVEAL),
        (lambda a: setattr(a.keys[0], "valid_until", START_MS - 1), KEY_VALIDITY),
        (lambda a: setattr(a.keys[0], "valid_until", START_MS + 1), KEY_VALIDITY),
        (lambda a: setattr(a.keys[0], "key", ed25519.public_key(bytes(32))), KEY_VALIDITY),
        (lambda a: setattr(a, "sealed", START_MS + 2 * DAY), KEY_VALIDITY),
    ],
)
def test_a_section_that_is_not_the_logs_is_found_though_it_is_sealed(
    spoil: Spoil, kind: int
) -> None:
    archive = short_match(signed=True).archive()
    spoil(archive)
    assert failure(encode_archive(seal(archive)))[0] == kind


def test_a_log_whose_end_was_cut_off_is_found() -> None:
    archive = short_match(signed=True).archive()
    archive.entries.pop()
    archive.receipts[-1].sequence -= 1
    sequence = len(archive.entries)
    assert failure(encode_archive(seal(archive))) == (SERVER_SIGNATURE, sequence)


def test_the_start_of_the_chain_may_stay_hidden() -> None:
    match = short_match(signed=True)
    assert len(match.archive(reveal_start=False).reveals) == match.draws
    check(encode_archive(match.archive(reveal_start=False)))


def test_an_archive_without_its_keys_or_its_signed_seal_is_found() -> None:
    archive = short_match(signed=True).archive()
    archive.seal_signature = b""
    assert failure(encode_archive(archive)) == (SERVER_SIGNATURE, 0)
    archive.keys, archive.receipts = [], []
    assert failure(encode_archive(seal(archive))) == (KEY_VALIDITY, 0)


def test_keys_are_compared_with_those_known_beforehand() -> None:
    archive = short_match(signed=True).archive()
    data = encode_archive(archive)
    known = archive.keys[0]
    check(data, (known,))
    other = ServerKey(ED25519, bytes(32), 0, START_MS + DAY, b"")
    assert failure(data, (other,)) == (KEY_VALIDITY, 0)
    # Published as ended before this match: the archive's own word does not count.
    ended = ServerKey(ED25519, known.key, known.valid_from, START_MS - 1, b"")
    assert failure(data, (ended,)) == (KEY_VALIDITY, 0)


def rotated(endorser: bytes) -> Archive:
    """A signed archive whose last receipt and seal come from the server's second key."""
    match = short_match(signed=True)
    archive = match.archive()
    second = bytes(31) + b"\x02"
    key = ServerKey(ED25519, ed25519.public_key(second), START_MS, START_MS + DAY, b"")
    key.endorsement = ed25519.sign(endorser, endorsed_bytes(key))
    archive.keys.append(key)
    message = receipt_bytes(match.genesis.match_id, match.sequence, match.heads[-1])
    archive.receipts[-1] = Receipt(match.sequence, 1, ed25519.sign(second, message))
    archive.seal_key = 1
    return seal(archive, second)


def test_the_servers_key_may_rotate_within_a_match() -> None:
    assert check(encode_archive(rotated(SERVER_SECRET))).receipts == 2


def test_a_receipt_by_a_key_whose_time_was_over_is_found() -> None:
    archive = rotated(SERVER_SECRET)
    archive.keys[0].valid_until = START_MS - 1
    resealed = seal(archive, bytes(31) + b"\x02")
    assert failure(encode_archive(resealed)) == (KEY_VALIDITY, 0)


def test_a_second_key_that_the_first_did_not_endorse_is_found() -> None:
    assert failure(encode_archive(rotated(bytes(32)))) == (SERVER_SIGNATURE, 0)


def test_a_log_that_goes_back_to_too_many_states_is_refused() -> None:
    """Each restored state is kept in memory while the log is read."""
    entries = []
    for number in range(MOST_RESTORED + 1):
        entry = Entry(k.ROLLBACK, k.CLOCK, k.SYSTEM)
        entry.sequence = number + 1
        entry.details.target = number
        entries.append(encode_entry(entry))
    assert restored_by(entries[:-1]) == tuple(range(MOST_RESTORED))
    with pytest.raises(Unverified) as caught:
        restored_by(entries)
    assert caught.value.kind == FILE


def test_a_match_by_other_rules_is_told_apart() -> None:
    data = encode_archive(short_match(signed=True).archive())
    with pytest.raises(Unverified) as caught:
        verify(data, GAME, check_signature, sha256(b"other").digest())
    assert (caught.value.kind, caught.value.sequence) == (RULES, 0)


def test_an_unsigned_file_says_no_time_of_sealing() -> None:
    archive = short_match(signed=False).archive()
    archive.sealed = 1
    assert failure(encode_archive(seal(archive))) == (FILE, 0)


def test_a_file_that_names_keys_its_genesis_does_not_know_is_found() -> None:
    archive = short_match(signed=False).archive()
    key = ed25519.public_key(SERVER_SECRET)
    archive.keys = [ServerKey(ED25519, key, 0, START_MS + DAY, b"")]
    assert failure(encode_archive(seal(archive))) == (KEY_VALIDITY, 0)


def test_a_report_of_an_archive_with_a_key_of_another_scheme_is_not_made() -> None:
    archive = short_match(signed=True).archive()
    archive.keys[0].scheme = 9
    assert failure(encode_archive(seal(archive))) == (FILE, 0)
