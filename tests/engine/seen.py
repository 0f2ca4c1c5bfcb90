"""What has happened in generated games, to assert that nothing of the rules was left out."""

from games.engine.v0 import actions as a
from games.engine.v0 import event_codes as e
from games.engine.v0.rejections import NAMES
from games.engine.v0.state import PLANES, State


class Seen:
    """Sets of what occurred. Figures of planes and of lists by seat as (least, most)."""

    def __init__(self) -> None:
        self.actions: set[int] = set()
        self.rejections: set[int] = set()
        self.events: set[int] = set()
        self.cards: set[int] = set()
        self.spared: set[int] = set()
        self.goals_drawn: set[int] = set()
        self.goals_reached: set[int] = set()
        self.built: set[int] = set()
        self.policies: set[tuple[str, int]] = set()
        self.traded: set[int] = set()
        self.shapes: set[tuple[int, int]] = set()
        self.planes: dict[str, set[int]] = {name: set() for name, _ in PLANES}
        self.winds: set[int] = set()
        self.statuses: set[int] = set()
        self.fallbacks: set[int] = set()
        self.games = 0
        self.steps = 0

    def rejected(self, code: int) -> None:
        self.rejections.add(code)

    def accepted(self, action: tuple[int, ...], events: list[tuple[int, ...]], s: State) -> None:
        self.steps += 1
        self.actions.add(action[0])
        if action[0] == a.BUILD:
            self.shapes.add((1 if action[1] == 21 else 0, action[3]))
        if action[0] == a.ACCEPT:
            pass
        self.winds.add(s.wind)
        for event in events:
            code = event[0]
            self.events.add(code)
            if code in (e.BUILT, e.UPGRADED):
                self.built.add(event[2])
            elif code == e.EVENT_STRUCK:
                self.cards.add(event[1])
            elif code == e.EVENT_PASSED_BY:
                self.spared.add(event[2])
            elif code == e.GOALS_DRAWN:
                self.goals_drawn.update(event[1:])
            elif code == e.GOAL_REACHED:
                self.goals_reached.add(event[2])
            elif code == e.POLICY_SET:
                self.policies.update(
                    zip(("tax", "price", "first", "second"), event[2:], strict=True)
                )
            elif code == e.OFFER_ACCEPTED:
                self.traded.add(event[6])
            elif code == e.STEP:
                self.fallbacks.add(event[3])
            elif code in (e.RESIGNED, e.STATUS_CHANGED):
                self.statuses.add(event[2])
            elif code == e.ROUND_ENDED:
                self.state(s)

    def state(self, state: State) -> None:
        """Note the values that stand in the planes now."""
        for name in self.planes:
            self.planes[name].update(getattr(state, name))

    def missing(self) -> dict[str, object]:
        """What has not occurred, by subject; empty when all has."""
        all_events = {v for k, v in vars(e).items() if k.isupper()}
        wanted: dict[str, tuple[set[int], set[int]]] = {
            "actions": (set(a.PLAYER_KINDS) | set(a.SYSTEM_KINDS), self.actions),
            "rejections": ({code for code, _ in NAMES}, self.rejections),
            "events": (all_events, self.events),
            "cards": (set(range(1, 17)), self.cards),
            "goals drawn": (set(range(1, 18)), self.goals_drawn),
            "goals reached": (set(range(1, 18)), self.goals_reached),
            "built": (set(range(1, 29)), self.built),
            "winds": ({0, 1, 2, 3}, self.winds),
            "statuses": ({0, 1, 2, 3}, self.statuses),
            "things traded": ({1, 2, 3}, self.traded),
            "fallbacks": ({0, 1}, self.fallbacks),
        }
        found: dict[str, object] = {
            name: sorted(want - got) for name, (want, got) in wanted.items() if want - got
        }
        policies = {("tax", n) for n in range(3)} | {("price", n) for n in range(1, 4)}
        policies |= {("first", n) for n in range(7)} | {("second", n) for n in (0, 2, 3, 4, 5, 6)}
        if policies - self.policies:
            found["policies"] = sorted(policies - self.policies)
        shapes = {(0, n) for n in range(5)} | {(1, n) for n in range(9)}
        if shapes - self.shapes:
            found["shapes"] = sorted(shapes - self.shapes)
        for name, most in PLANES:
            if name != "owner" and not {0, most} <= self.planes[name]:
                found[name] = (min(self.planes[name]), max(self.planes[name]))
        if not {0, 1, 2, 3, 4, 5, 255} <= self.planes["owner"]:
            found["owner"] = sorted(self.planes["owner"])
        return found
