"""Plays recorded games and tells what came of every step: the same file on both interpreters.

Portable (no dict order, no `from __future__`). A game is JSON: {"setup": hex} or {"state": hex},
and "steps": [seat, action] with an action as a list, or ["name", arguments...] for a question
that changes nothing. `play` answers 17 bytes a step: the rejection code or 0, the first 8 bytes
of the digest of the events (or of the rejection's figures, or of the answer), the first 8 bytes
of the state's hash; then the whole last hash and the digest of scores and standings.
"""

import json
from hashlib import sha256

from games.engine import v0

STEP_BYTES = 17


def plain(value: object) -> str:
    """A text that is the same on every interpreter, whatever order its dicts have."""
    if isinstance(value, dict):
        return "{" + ",".join([str(key) + ":" + plain(value[key]) for key in sorted(value)]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([plain(item) for item in value]) + "]"
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).hex()
    return str(int(value))  # type: ignore[call-overload]


def digest(value: object) -> bytes:
    """The first 8 bytes of the SHA-256 of plain(value)."""
    return bytes(sha256(plain(value).encode()).digest())[:8]


def ask(state: v0.State, question: list[object]) -> object:
    """The answer to a question about the state."""
    name = question[0]
    seat = question[1]
    assert isinstance(seat, int)
    if name == "legal":
        return v0.legal_actions(state, seat)
    if name == "explain":
        return v0.explain(state, seat)
    if name == "mask":
        return v0.legal_mask(state, seat, question[2])  # type: ignore[arg-type]
    if name == "preview":
        return v0.preview(state, seat, tuple(question[2]))  # type: ignore[arg-type]
    if name == "outlook":
        return v0.outlook(state)
    if name == "draft":
        try:
            return v0.encode(v0.draft(state, seat))
        except v0.Rejection as rejection:
            return rejection.code
    if name == "plan":
        steps: tuple[int, ...] = tuple(question[2:])  # type: ignore[arg-type]
        return [v0.check_plan(state, seat, steps), v0.plan_digest(state, seat, steps, 1 << 255)]
    raise ValueError(name)


def step(state: v0.State, seat: object, action: list[object]) -> tuple[int, bytes]:
    """Do one step; (rejection code or 0, digest of what came of it)."""
    if isinstance(seat, str):
        return 0, digest(ask(state, [seat] + action))
    assert isinstance(seat, int)
    move: tuple[int, ...] = tuple(action)  # type: ignore[arg-type]
    try:
        move = v0.decode_action(v0.encode_action(move))
    except v0.BrokenAction:
        pass
    try:
        return 0, digest(v0.apply(state, seat, move))
    except v0.Rejection as rejection:
        return rejection.code, digest([rejection.need, rejection.have])


def begin(game: dict[str, object]) -> v0.State:
    """The first state of a recorded game."""
    if "state" in game:
        return v0.decode(bytes.fromhex(game["state"]))  # type: ignore[arg-type]
    return v0.new_game(v0.decode_setup(bytes.fromhex(game["setup"])))  # type: ignore[arg-type]


def play(data: bytes) -> bytes:
    """Play one recorded game; see above."""
    game = json.loads(data.decode())
    state = begin(game)
    out = bytearray(v0.state_hash(state))
    for number, (seat, action) in enumerate(game["steps"]):
        code, told = step(state, seat, action)
        if number % 16 == 15:  # as after a reload: what is derived must come out the same
            state = v0.decode(v0.encode(state))
        out.append(code)
        out.extend(told)
        out.extend(v0.state_hash(state)[:8])
    out.extend(v0.state_hash(state))
    out.extend(digest([v0.scores(state), v0.standings(state)]))
    return bytes(out)


def broken(data: bytes) -> bytes:
    """What becomes of bytes given as JSON [[kind, hex], ...]: one code a row.

    0: accepted and encoded to the same bytes again; 1: the typed error; 2: accepted, but other
    bytes come back. Any other exception goes up.
    """
    out = bytearray()
    for kind, text in json.loads(data.decode()):
        row = bytes.fromhex(text)
        try:
            if kind == "state":
                again = v0.encode(v0.decode(row))
            elif kind == "setup":
                again = v0.encode_setup(v0.decode_setup(row))
            else:
                again = v0.encode_action(v0.decode_action(row))
            out.append(0 if again == row else 2)
        except (v0.BrokenState, v0.SetupError, v0.BrokenAction):
            out.append(1)
    return bytes(out)
