/** The match: the board in the middle, everything else around it. */
import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { OVERLAYS, type Overlay } from "../board/washes.ts";
import { text } from "../text/catalogue.ts";
import { Board, type BoardView } from "./board.tsx";
import { Card } from "./card.tsx";
import { City } from "./city.tsx";
import { Desk, SHEETS } from "./desk.ts";
import { End } from "./end.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { listenToKeys } from "./keyboard.ts";
import { Log, RecapCard } from "./log.tsx";
import { ME, type Match } from "./match.ts";
import { Mayors } from "./mayors.tsx";
import { MatchMenu } from "./menu.tsx";
import { Palette } from "./palette.tsx";
import { Goals, TopBar } from "./top-bar.tsx";
import { Trade } from "./trade.tsx";
import { TurnPanel } from "./turn-panel.tsx";

const TABS = ["log", "city", "trade"] as const;

export function MatchScreen({ match, onAgain }: { readonly match: Match; readonly onAgain: () => void }): VNode {
  const desk = useRef<Desk | null>(null);
  desk.current ??= new Desk(match);
  const mine = desk.current;
  const view = useRef<BoardView | null>(null);
  const [, redraw] = useState(0);
  const [menu, setMenu] = useState(false);
  const [looking, setLooking] = useState(false);

  useLayoutEffect(() => {
    const stopListening = mine.listen(() => { redraw((n) => n + 1); });
    const stopKeys = listenToKeys(mine, view);
    document.querySelector<HTMLElement>(".board")?.focus({ preventScroll: true });
    void match.playBots();
    return () => {
      stopListening();
      stopKeys();
      match.stop();
    };
  }, [mine]);

  const incoming = match.screen.offers.filter(([, , to]) => to === ME).length;
  return (
    <div class="match" data-match data-sheet={mine.sheet ?? ""} data-hash={match.hash}>
      <main class="city-view">
        <Board desk={mine} view={view} />
        <p class="unseen" id="board-how">{text("board.how")}</p>
      </main>
      <TopBar desk={mine} onMenu={() => { setMenu(true); }} />
      <Palette desk={mine} />
      <div class="stage" />
      <aside class="side" aria-label={text("match.title")}>
        <Mayors desk={mine} />
        <div class="paper tabs-panel">
          <div class="tabs" role="group" aria-label={text("match.title")}>
            {TABS.map((tab) => (
              <button key={tab} type="button" class="tab" aria-pressed={mine.tab === tab} data-tab={tab} onClick={() => { mine.tab = tab; mine.tell(); }}>
                {text(`side.${tab}`)}
                {tab === "trade" && incoming > 0 && <span class="count">{incoming}</span>}
              </button>
            ))}
          </div>
          <div class="tab-body" tabIndex={0} role="group" aria-label={text(`side.${mine.tab}`)}>
            {mine.tab === "log" ? <Log desk={mine} /> : mine.tab === "city" ? <City key={cityKey(match)} desk={mine} /> : <Trade desk={mine} />}
          </div>
        </div>
        <TurnPanel desk={mine} onResults={() => { setLooking(false); }} />
      </aside>
      <div class="paper goals-sheet"><Goals desk={mine} /></div>
      <Tools desk={mine} view={view} />
      {mine.overlay ? <Legend overlay={mine.overlay} /> : <RecapCard desk={mine} />}
      <Card desk={mine} view={view} />
      <Bar desk={mine} incoming={incoming} />
      <p class="unseen" role="status">{mine.spoken}</p>
      {menu && <MatchMenu desk={mine} onClose={() => { setMenu(false); }} />}
      {match.over && !looking && <End desk={mine} onAgain={onAgain} onClose={() => { setLooking(true); }} />}
    </div>
  );
}

/** Changes when the policy did: the form then begins from what holds now. */
function cityKey({ screen }: Match): string {
  return [screen.tax[ME], screen.price[ME], screen.ordinance[ME], screen.ordinance2[ME]].join();
}

/** Overlays and the view, over the board. */
function Tools({ desk, view }: { readonly desk: Desk; readonly view: { readonly current: BoardView | null } }): VNode {
  const zoom = (by: number) => { view.current?.camera.zoomMiddle(by); view.current?.redraw(); };
  return (
    <div class="board-tools">
      <details class="overlays">
        <summary class="square paper" aria-label={text("top.overlays")}><Icon name="layers" /></summary>
        <div class="paper overlay-list" role="group" aria-label={text("top.overlays")}>
          {OVERLAYS.map((overlay, i) => (
            <button key={overlay} type="button" class="overlay" aria-pressed={desk.overlay === overlay} data-overlay={overlay} onClick={() => { desk.showOverlay(overlay); }}>
              <kbd aria-hidden="true">{i + 1}</kbd>
              {text(`overlay.${overlay}`)}
            </button>
          ))}
        </div>
      </details>
      <button type="button" class="square paper" aria-label={text("board.zoomIn")} onClick={() => { zoom(1.25); }}><Icon name="plus" /></button>
      <button type="button" class="square paper" aria-label={text("board.zoomOut")} onClick={() => { zoom(0.8); }}><Icon name="minus" /></button>
      <button type="button" class="square paper" aria-label={text("board.fit")} onClick={() => { view.current?.camera.fit(); view.current?.redraw(); }}><Icon name="fit" /></button>
    </div>
  );
}

/** What an overlay shows, in words. */
function Legend({ overlay }: { readonly overlay: Overlay }): VNode {
  return (
    <p class="paper legend" role="status">
      <b>{text(`overlay.${overlay}`)}</b> {text(`overlayRule.${overlay}`)}
    </p>
  );
}

const BAR_ICONS: Readonly<Record<(typeof SHEETS)[number], IconName>> = { build: "build", log: "log", city: "landmarks", trade: "trade", goals: "goal" };

/** The phone's bar: sheets within a thumb's reach. */
function Bar({ desk, incoming }: { readonly desk: Desk; readonly incoming: number }): VNode {
  return (
    <nav class="paper bar-bottom" aria-label={text("match.title")}>
      {SHEETS.map((sheet) => (
        <button
          key={sheet}
          type="button"
          class="bar-button"
          aria-pressed={desk.sheet === sheet}
          data-sheet-button={sheet}
          onClick={() => {
            desk.sheet = desk.sheet === sheet ? null : sheet;
            if (sheet === "log" || sheet === "city" || sheet === "trade") desk.tab = sheet;
            desk.tell();
          }}
        >
          <Icon name={BAR_ICONS[sheet]} />
          {text(`bar.${sheet}`)}
          {sheet === "trade" && incoming > 0 && <span class="count">{incoming}</span>}
        </button>
      ))}
    </nav>
  );
}
