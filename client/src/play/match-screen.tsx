/** The match: the board in the middle, everything else around it. */
import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { text } from "../text/catalogue.ts";
import { Board, type BoardView } from "./board.tsx";
import { BoardTools, Legend } from "./board-tools.tsx";
import { Card } from "./card.tsx";
import { City } from "./city.tsx";
import { Desk } from "./desk.ts";
import { End } from "./end.tsx";
import { keepFocus } from "./keep-focus.ts";
import { closeOpen, listenToKeys } from "./keyboard.ts";
import { Log, RecapCard } from "./log.tsx";
import type { Match } from "./match.ts";
import { Mayors } from "./mayors.tsx";
import { MatchMenu } from "./menu.tsx";
import { Palette } from "./palette.tsx";
import { TABS } from "./panels.ts";
import { SheetBar } from "./sheet-bar.tsx";
import { ToolChip } from "./tool-chip.tsx";
import { Goals, TopBar } from "./top-bar.tsx";
import { Trade } from "./trade.tsx";
import { TurnPanel } from "./turn-panel.tsx";
import { firstView } from "./view-choice.ts";

export function MatchScreen({
  match,
  onAgain,
  wrong = "",
  beside,
}: {
  readonly match: Match;
  readonly onAgain: () => void;
  /** Why `onAgain` did not lead to another match. */
  readonly wrong?: string;
  /** What else there is about the match, laid into the screen's grid. */
  readonly beside?: VNode;
}): VNode {
  const desk = useRef<Desk | null>(null);
  desk.current ??= new Desk(match, firstView());
  const mine = desk.current;
  const view = useRef<BoardView | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const [, redraw] = useState(0);
  const [menu, setMenu] = useState(false);
  const [looking, setLooking] = useState(false);

  useLayoutEffect(() => {
    const stopListening = mine.listen(() => {
      redraw((n) => n + 1);
    });
    const stopKeys = listenToKeys(mine, view);
    const stopFocus = root.current ? keepFocus(root.current, ".board") : null;
    document.querySelector<HTMLElement>(".board")?.focus({ preventScroll: true });
    match.begin();
    return () => {
      stopListening();
      stopKeys();
      stopFocus?.();
      match.stop();
    };
  }, [mine]);

  useLayoutEffect(() => {
    closeOpen();
  }, [match.screen.round]);

  const wide = !matchMedia("(max-width: 760px)").matches;
  const incoming = match.screen.offers.filter(([, , to]) => to === match.me).length;
  return (
    <div ref={root} class="match" data-match data-sheet={mine.panels.sheet ?? ""} data-hash={match.hash}>
      <main class="city-view">
        <Board desk={mine} view={view} />
        <p class="unseen" id="board-how">
          {text("board.how")}
        </p>
      </main>
      <TopBar
        desk={mine}
        onMenu={() => {
          setMenu(true);
        }}
      />
      {!match.over && <Palette desk={mine} />}
      <div class="stage" />
      <aside class="side" aria-label={text("match.title")}>
        <Mayors desk={mine} />
        {wide && <RecapCard desk={mine} brief={mine.panels.tab !== "log"} />}
        <div class="paper tabs-panel">
          <div class="tabs" role="group" aria-label={text("match.title")}>
            {TABS.map((tab) => (
              <button
                key={tab}
                type="button"
                class="tab"
                aria-pressed={mine.panels.tab === tab}
                data-tab={tab}
                onClick={() => {
                  mine.panels.turnTo(tab);
                }}
              >
                {text(`side.${tab}`)}
                {tab === "trade" && incoming > 0 && <span class="count">{incoming}</span>}
              </button>
            ))}
          </div>
          <div class="tab-body scrolls" tabIndex={0} role="group" aria-label={text(`side.${mine.panels.tab}`)}>
            {mine.panels.tab === "log" ? (
              <Log desk={mine} />
            ) : mine.panels.tab === "city" ? (
              <City key={cityKey(match)} desk={mine} />
            ) : (
              <Trade desk={mine} />
            )}
          </div>
        </div>
        <TurnPanel
          desk={mine}
          onResults={() => {
            setLooking(false);
          }}
        />
      </aside>
      <div class="paper goals-sheet">
        <Goals desk={mine} />
      </div>
      <ToolChip desk={mine} />
      <BoardTools desk={mine} view={view} />
      {mine.panels.viewFailed && (
        <p class="paper legend" role="status">
          {text("board.noCity")}
        </p>
      )}
      {mine.panels.overlay ? <Legend desk={mine} overlay={mine.panels.overlay} /> : !wide && <RecapCard desk={mine} />}
      <Card desk={mine} view={view} />
      <SheetBar desk={mine} incoming={incoming} />
      {beside}
      <p class="unseen" role="status">
        {mine.spoken}
      </p>
      {menu && (
        <MatchMenu
          desk={mine}
          onClose={() => {
            setMenu(false);
          }}
        />
      )}
      {match.over && !looking && (
        <End
          desk={mine}
          wrong={wrong}
          onAgain={onAgain}
          onClose={() => {
            setLooking(true);
          }}
        />
      )}
    </div>
  );
}

/** Changes when the policy did: the form then begins from what holds now. */
function cityKey({ screen, me }: Match): string {
  return [screen.tax[me], screen.price[me], screen.ordinance[me], screen.ordinance2[me]].join();
}
