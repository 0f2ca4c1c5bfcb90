"""Rules version 0, the draft: the face. See games/engine/__init__.py for its meaning."""

from .actions import SYSTEM, BrokenAction, decode_action, encode_action
from .apply import apply, check
from .codec import copy, decode, encode, state_hash
from .draft import draft
from .explain import explain
from .figures import BrokenState
from .legal import legal_actions, legal_mask
from .newgame import new_game, standard_setup
from .outlook import outlook
from .planning import check_plan
from .preview import preview
from .rejections import Rejection
from .scoring import scores, standings
from .seals import plan_digest
from .setups import SetupError, decode_setup, encode_setup
from .state import State

__all__ = (
    "SYSTEM",
    "BrokenAction",
    "BrokenState",
    "Rejection",
    "SetupError",
    "State",
    "apply",
    "check",
    "check_plan",
    "copy",
    "decode",
    "decode_action",
    "decode_setup",
    "draft",
    "encode",
    "encode_action",
    "encode_setup",
    "explain",
    "legal_actions",
    "legal_mask",
    "new_game",
    "outlook",
    "plan_digest",
    "preview",
    "scores",
    "standard_setup",
    "standings",
    "state_hash",
)
