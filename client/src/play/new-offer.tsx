/** The form of an offer to another mayor. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import { at, cornerOf } from "../board/scene.ts";
import { text } from "../text/catalogue.ts";
import { Choice } from "./choice.tsx";
import type { Desk } from "./desk.ts";
import { goesAlong } from "./trade-building.ts";
import { shortOf, Warning } from "./trade-warning.tsx";
import { ACTION } from "./tools.ts";

const TILE = 3;

export function NewOffer({ desk }: { readonly desk: Desk }): VNode {
  const { screen, tables, scene, myTurn, me, names } = desk.match;
  const others = Array.from({ length: screen.seats }, (_, seat) => seat).filter(
    (seat) => seat !== me,
  );
  const [to, setTo] = useState(others[0] ?? 1);
  const [direction, setDirection] = useState(0);
  const [coins, setCoins] = useState(tables.coin_steps[2] ?? 3);
  const [thing, setThing] = useState(1);
  const [units, setUnits] = useState(tables.unit_steps[1] ?? 2);
  const [rounds, setRounds] = useState(1);
  const picked =
    desk.selected !== null && at(scene.kind, desk.selected) ? cornerOf(scene, desk.selected) : null;
  const what = thing === TILE ? picked : units;
  return (
    <form
      class="new-offer"
      onSubmit={(event) => {
        event.preventDefault();
        if (what !== null)
          void desk.carryOut(
            [ACTION.offer, to, direction, coins, thing, what, thing === TILE ? 0 : rounds],
            thing === TILE ? what : -1,
          );
      }}
    >
      <h2>{text("trade.new")}</h2>
      <Choice
        name="to"
        label={text("trade.partner")}
        value={to}
        set={setTo}
        options={others.map((seat) => [seat, names.of(seat)])}
      />
      <Choice
        name="direction"
        label={text("trade.direction")}
        value={direction}
        set={setDirection}
        options={[
          [0, text("trade.pay")],
          [1, text("trade.get")],
        ]}
      />
      <Choice
        name="thing"
        label={text("trade.thing")}
        value={thing}
        set={setThing}
        options={[
          [1, text("trade.power")],
          [2, text("trade.goods")],
          [TILE, text("trade.tile")],
        ]}
      />
      <div class="fields">
        <Steps label={text("trade.coins")} value={coins} set={setCoins} steps={tables.coin_steps} />
        {thing !== TILE && (
          <Steps
            label={text("trade.units")}
            value={units}
            set={setUnits}
            steps={tables.unit_steps}
          />
        )}
        {thing !== TILE && (
          <Steps
            label={text("trade.rounds")}
            value={rounds}
            set={setRounds}
            steps={Array.from({ length: tables.most_rounds }, (_, i) => i + 1)}
          />
        )}
      </div>
      {thing === TILE && (
        <p class="quiet">
          {picked === null ? text("trade.pick") : goesAlong(scene, tables, picked)}
        </p>
      )}
      <Warning
        words={shortOf(desk.match, [me, 0, to, direction, coins, thing, what ?? 0, rounds])}
      />
      <button type="submit" class="button" disabled={!myTurn || what === null}>
        {text("trade.offer")}
      </button>
    </form>
  );
}

function Steps({
  label,
  value,
  set,
  steps,
}: {
  readonly label: string;
  readonly value: number;
  readonly set: (n: number) => void;
  readonly steps: readonly number[];
}): VNode {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          set(Number(event.currentTarget.value));
        }}
      >
        {steps.map((n) => (
          <option key={n} value={n}>
            {n}
          </option>
        ))}
      </select>
    </label>
  );
}
