"""Versions of the rules are what they say: frozen files, and games that never come out anew."""

import pytest

from games import engine
from games.engine import v0
from games.engine.manifest import RULES_HASH
from games.engine.v0 import event_codes as e
from tests.golden import freeze, make_games

VERSIONS = [version for version, _ in engine.VERSIONS]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_manifest_names_the_files_as_they_are(version: int) -> None:
    if version == engine.DRAFT:
        remedy = "the draft has changed: run `python -m tests.golden.freeze`"
    else:
        remedy = "a released version is frozen: put the change into a new version"
    assert RULES_HASH[version] == freeze.rules_hash(version), remedy


def test_the_manifest_lists_every_version() -> None:
    assert sorted(RULES_HASH) == VERSIONS
    assert freeze.MANIFEST.read_text() == freeze.manifest(RULES_HASH)


def test_a_changed_release_is_not_frozen_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "DRAFT", -1)
    with pytest.raises(ValueError, match="released"):
        freeze.manifest({0: "0" * 64})


@pytest.mark.parametrize("version", VERSIONS)
def test_the_golden_games_come_out_as_they_were(version: int) -> None:
    for number, kept in enumerate(make_games.read(version)):
        now = make_games.replay(engine.rules(version), kept["setup"], kept["steps"])
        for step, (was, is_) in enumerate(zip(kept["steps"], now["steps"], strict=True)):
            assert is_ == was, (
                f"game {number}, step {step}: the rules of version {version} have changed; "
                "if it is the draft: run `python -m tests.golden.make_games`"
            )
        assert now == kept


def test_the_golden_games_are_whole_matches() -> None:
    kept = make_games.read(engine.DRAFT)
    assert len(kept) == len(make_games.setups())
    assert sum(len(game["steps"]) for game in kept) > 800
    played = 0
    for game in kept:
        state = v0.new_game(v0.decode_setup(bytes.fromhex(game["setup"])))
        for seat, action, code, _ in game["steps"]:
            if not code:
                events = v0.apply(state, seat, tuple(action))
                played += any(event[0] == e.ROUND_ENDED for event in events)
    assert played > 20


def test_an_unknown_version_is_a_key_error() -> None:
    assert engine.rules(engine.LATEST) in [module for _, module in engine.VERSIONS]
    with pytest.raises(KeyError):
        engine.rules(77)
