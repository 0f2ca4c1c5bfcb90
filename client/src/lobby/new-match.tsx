/** The form of a new match. */
import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";

import { joinMatch, makeMatch } from "../connection/matches.ts";
import { RestError } from "../connection/rest.ts";
import { Choice } from "../play/choice.tsx";
import { Icon } from "../play/icons.tsx";
import { needMayor } from "../site/mayor.ts";
import { refusal } from "../site/refusal.ts";
import { coded, text, type Key } from "../text/catalogue.ts";
import { Advanced } from "./advanced.tsx";
import { ClockChoice } from "./clock-choice.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { bounded, newDraft, orderOf, PERSON, type Choices, type Draft } from "./order.ts";
import { SeatChoice } from "./seat-choice.tsx";
import { clockText } from "./words.ts";

/** What a field of the order is called on the page when it cannot be. */
const FIELDS: Readonly<Record<string, Key>> = {
  kind: "order.wrongKind",
  seats: "order.wrongSeats",
  bots: "order.wrongBots",
  size: "order.wrongSize",
  rounds: "order.wrongRounds",
  seed: "order.wrongSeed",
  turn: "order.wrongClock",
  bank: "order.wrongClock",
};

export interface Change {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly choices: Choices;
}

export function NewMatch({
  choices,
  listed,
}: {
  readonly choices: Choices;
  readonly listed: boolean;
}): VNode {
  const [draft, setDraft] = useState(() => newDraft(listed));
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const { others } = bounded(draft, choices);
  const people = others.includes(PERSON);

  const make = async () => {
    setBusy(true);
    setWrong({});
    try {
      await needMayor();
      const id = await makeMatch(orderOf(draft, choices));
      await joinMatch(id);
      location.assign(`/match/${id}/`);
    } catch (error) {
      setBusy(false);
      const fields = error instanceof RestError ? Object.keys(error.fields) : [];
      const known = fields.filter((field) => field in FIELDS);
      setWrong(
        known.length
          ? Object.fromEntries(known.map((field) => [field, text(FIELDS[field] ?? "refusal.other")]))
          : { form: refusal(error) },
      );
    }
  };
  const part: Change = {
    draft,
    choices,
    change: (change) => {
      setDraft({ ...draft, ...change });
    },
  };
  const at = (...fields: readonly string[]) => <Wrong of={wrong} fields={fields} />;

  return (
    <form
      class="order"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div class="order-parts">
        <Part title={text("order.kind")}>
          <KindChoice {...part} />
          {at("kind", "size", "rounds")}
        </Part>
        <Part title={text("order.mayors")}>
          <SeatChoice {...part} />
          {at("seats", "bots")}
        </Part>
        <Part title={text("order.clock")}>
          <ClockChoice {...part} />
          {at("turn", "bank")}
        </Part>
        {people && (
          <Part title={text("order.open")}>
            <Choice
              name="listed"
              label={text("order.openTo")}
              value={draft.listed ? 1 : 0}
              set={(n) => {
                part.change({ listed: n === 1 });
              }}
              options={[
                [0, text("order.private")],
                [1, text("order.listed")],
              ]}
            />
            <p class="quiet">{text(draft.listed ? "order.listedRule" : "order.privateRule")}</p>
          </Part>
        )}
        <Advanced {...part}>{at("seed")}</Advanced>
      </div>
      <div class="order-end paper">
        <h2>{text("order.summary")}</h2>
        <Summary {...part} />
        {at("form")}
        <button type="submit" class="button big go" disabled={busy} data-make>
          <Icon name={people ? "invite" : "play"} />
          <span>{text(busy ? "home.opening" : people ? "order.make" : "order.start")}</span>
        </button>
        <p class="quiet order-next">{text(people ? "order.makeRule" : "order.startRule")}</p>
      </div>
    </form>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section class="paper order-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What the platform refused of these fields. */
function Wrong({
  of,
  fields,
}: {
  readonly of: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
}): VNode | null {
  const told = fields.filter((field) => of[field] !== undefined);
  if (!told.length) return null;
  return (
    <p class="bad" role="alert">
      {told.map((field) => of[field]).join(" ")}
    </p>
  );
}

function Summary({ draft, choices }: Change): VNode {
  const { size, rounds, others } = bounded(draft, choices);
  const bots = others.filter((who) => who !== PERSON).length;
  const order = orderOf(draft, choices);
  const { turn = 0, bank = 0 } = order;
  const clock = { kind: draft.clock, turn: turn * 1000, bank: bank * 1000 };
  return (
    <ul class="order-facts">
      <li>
        {coded("kind", draft.kind)}, {text("plan.rounds", { n: rounds })},{" "}
        {text("home.sizeValue", { n: size })}
      </li>
      <li>
        {text("order.people", { n: others.length + 1 - bots })}
        {bots > 0 && `, ${text("order.bots", { n: bots })}`}
      </li>
      <li>{clockText(clock)}</li>
      {others.includes(PERSON) && (
        <li>{text(draft.listed ? "order.inLobby" : "order.byLink")}</li>
      )}
    </ul>
  );
}
