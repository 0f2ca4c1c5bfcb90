"""The rules of a genesis, watched while a log is folded, and an entry told in plain data."""

from games import engine
from games.engine.manifest import RULES_HASH
from games.ledger.canonical import BrokenBytes
from games.ledger.entries import Entry
from games.ledger.failure import FILE, RULES, Unverified
from games.ledger.genesis import Genesis, decode_genesis
from games.ledger.kinds import (
    ACTION,
    DONE,
    LEAVE,
    ROLLBACK,
    STAFF,
    SYSTEM,
    TAKE_BACK,
    TAKEOVER,
)


class Watched:
    """A version of the rules that notes the events of the action it carried out last."""

    def __init__(self, rules) -> None:  # type: ignore[no-untyped-def]
        self.rules = rules
        self.events: object = ()

    def __getattr__(self, name: str) -> object:
        return getattr(self.rules, name)

    def apply(self, state: object, seat: int, action: tuple[int, ...]) -> object:
        """As the rules do."""
        self.events = self.rules.apply(state, seat, action)
        return self.events


def watched(data: bytes) -> tuple[Genesis, Watched]:
    """A genesis and the rules that it names. Raises Unverified if they are not the ones here."""
    try:
        genesis = decode_genesis(data)
    except BrokenBytes as error:
        raise Unverified(FILE, 0, str(error))
    wanted = RULES_HASH.get(genesis.rules_version)
    if wanted is None or genesis.rules_hash != bytes.fromhex(wanted):
        raise Unverified(RULES, 0, "other rules")
    return genesis, Watched(engine.rules(genesis.rules_version))


def acting(entry: Entry) -> int:
    """The seat in whose name the rules carry the entry's action out."""
    return entry.seat if entry.kind == ACTION else SYSTEM


def restores(entry: Entry) -> bool:
    """Whether the entry goes back to the state of an earlier one, its target."""
    return entry.kind == ROLLBACK or (entry.kind == TAKE_BACK and entry.details.step == DONE)


def told(entry: Entry, rules: Watched, before: int) -> dict[str, object]:
    """An entry in plain data; before: the round in which it was done."""
    details = entry.details
    return {
        "sequence": entry.sequence,
        "epoch": entry.epoch,
        "kind": entry.kind,
        "authority": entry.authority,
        "seat": entry.seat,
        "acting": acting(entry),
        "time": entry.time,
        "command": entry.command_id,
        "action": rules.rules.decode_action(entry.action) if entry.action else None,
        "of": details.of if entry.kind in (LEAVE, TAKE_BACK, STAFF) else None,
        "bot": details.bot if entry.kind == TAKEOVER else 0,
        "reason": details.reason,
        "round": before,
        "hash": entry.state_hash,
        "events": rules.events,
    }
