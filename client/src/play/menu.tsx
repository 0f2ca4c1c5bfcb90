/** The menu of a match: keys, the file, leaving. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import { text, type Key } from "../text/catalogue.ts";
import type { Desk } from "./desk.ts";
import { Dialog } from "./dialog.tsx";
import { Icon } from "./icons.tsx";
import { ThemeSwitch } from "./theme.tsx";
import { ACTION } from "./tools.ts";

const KEYS: readonly (readonly [string, Key])[] = [
  ["← ↑ → ↓", "menu.keyMove"],
  ["Enter", "menu.keyAct"],
  ["Q W E R T Y U", "menu.keyTools"],
  ["X", "menu.keyShape"],
  ["Z", "menu.keyUndo"],
  ["Space", "menu.keyEnd"],
  ["1 – 9", "menu.keyOverlay"],
  ["+ − Home", "menu.keyView"],
  [", . V", "menu.keyTurn"],
  ["Esc", "menu.keyCancel"],
];

export function MatchMenu({
  desk,
  onClose,
}: {
  readonly desk: Desk;
  readonly onClose: () => void;
}): VNode {
  const [leaving, setLeaving] = useState(false);
  const { match } = desk;
  return (
    <Dialog label={text("menu.title")} className="menu" onClose={onClose}>
      <header class="menu-head">
        <h2>{text("menu.title")}</h2>
        <button type="button" class="square" aria-label={text("menu.close")} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="menu-actions">
        <button
          type="button"
          class="button plain"
          data-finish
          disabled={!match.myTurn}
          onClick={() => {
            onClose();
            void match.finishTurn();
          }}
        >
          <Icon name="play" />
          {text("menu.bot")}
        </button>
        <button
          type="button"
          class="button plain"
          data-export
          onClick={() => {
            match.save();
          }}
        >
          <Icon name="download" />
          {text("menu.export")}
        </button>
        <a class="button plain" href={match.home}>
          <Icon name="home" />
          {text("menu.home")}
        </a>
        {!match.over && (
          <button
            type="button"
            class="button plain danger"
            onClick={() => {
              if (leaving) {
                onClose();
                void desk.carryOut([ACTION.resign]);
              } else setLeaving(true);
            }}
          >
            <Icon name="flag" />
            {text(leaving ? "menu.resignSure" : "menu.resign")}
          </button>
        )}
      </div>
      <ThemeSwitch />
      <h3 class="label keys-title">{text("menu.keys")}</h3>
      <dl class="keys">
        {KEYS.map(([keys, key]) => (
          <div key={key}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{text(key)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
