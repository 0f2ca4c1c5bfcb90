/** Policy, overtime and the fund drive. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import type { Tables } from "../rules/operations.ts";
import { coded, signed, text } from "../text/catalogue.ts";
import { Choice } from "./choice.tsx";
import type { Desk } from "./desk.ts";
import { Icon } from "./icons.tsx";
import { ACTION } from "./tools.ts";

const ORDINANCES = [0, 1, 2, 3, 4, 5, 6];
const MUSEUM = 0;

const DID_POLICY = 1;
const DID_OVERTIME = 2;

export function City({ desk }: { readonly desk: Desk }): VNode {
  return (
    <div class="city">
      <Policy desk={desk} />
      <MoreActions desk={desk} />
    </div>
  );
}

function Policy({ desk }: { readonly desk: Desk }): VNode {
  const { screen, tables, myTurn, me } = desk.match;
  const [tax, setTax] = useState(screen.tax[me] ?? 1);
  const [price, setPrice] = useState(screen.price[me] ?? 1);
  const [first, setFirst] = useState(screen.ordinance[me] ?? 0);
  const [second, setSecond] = useState(screen.ordinance2[me] ?? 0);
  const museum = screen.landmark_owner[MUSEUM] === me;
  const done = ((screen.done[me] ?? 0) & DID_POLICY) !== 0;
  const [low, high] = second && first && second < first ? [second, first] : [first, second];
  const same =
    tax === screen.tax[me] &&
    price === screen.price[me] &&
    low === screen.ordinance[me] &&
    high === screen.ordinance2[me];
  return (
    <section class="policy">
      <header class="policy-head">
        <h2>{text("city.policy")}</h2>
        <p class="quiet">{done ? coded("rejection", 60) : text("city.policyRule")}</p>
      </header>
      <Choice
        name="tax"
        label={text("city.tax")}
        value={tax}
        set={setTax}
        options={[0, 1, 2].map((n) => [n, coded("tax", n)])}
      />
      <p class="quiet">{taxRule(tables, tax)}</p>
      <div class="fields">
        <Choice
          name="price"
          label={text("city.price")}
          value={price}
          set={setPrice}
          options={[1, 2, 3].map((n) => [n, <Coins key={n} n={n} />])}
        />
        <Ordinance name="ordinance" label={text("city.ordinance")} value={first} set={setFirst} />
      </div>
      <p class="quiet">{coded("ordinanceRule", first)}</p>
      {museum && (
        <>
          <Ordinance name="second" label={text("city.second")} value={second} set={setSecond} />
          <p class="quiet">{coded("ordinanceRule", second)}</p>
        </>
      )}
      <div class="policy-set">
        <button
          type="button"
          class="button"
          disabled={!myTurn || same || done}
          onClick={() => void desk.carryOut([ACTION.policy, tax, price, low, high])}
        >
          {text("city.set")}
        </button>
      </div>
    </section>
  );
}

/** What a tax does to homes, and brings. */
function taxRule({ tax_happiness, tax_people }: Tables, tax: number): string {
  const happiness = signed(tax_happiness[tax] ?? 0);
  return text("city.taxRule", { happiness, per: tax_people[tax] ?? 0 });
}

function Coins({ n }: { readonly n: number }): VNode {
  return (
    <span>
      <Icon name="coin" /> {n}
      <span class="unseen"> {text("top.coins", { n })}</span>
    </span>
  );
}

function Ordinance({
  name,
  label,
  value,
  set,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly set: (n: number) => void;
}): VNode {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        name={name}
        value={value}
        onChange={(event) => {
          set(Number(event.currentTarget.value));
        }}
      >
        {ORDINANCES.map((n) => (
          <option key={n} value={n}>
            {coded("ordinance", n)}
          </option>
        ))}
      </select>
    </label>
  );
}

function MoreActions({ desk }: { readonly desk: Desk }): VNode {
  const { screen, tables, myTurn, me } = desk.match;
  const worked = ((screen.done[me] ?? 0) & DID_OVERTIME) !== 0;
  return (
    <section class="more-actions">
      <h2>{text("city.more")}</h2>
      <div class="pair">
        <button
          type="button"
          class="button plain"
          disabled={!myTurn || worked || (screen.coins[me] ?? 0) < tables.overtime}
          onClick={() => void desk.carryOut([ACTION.overtime])}
        >
          {text("city.overtime")}
          <small>{text("city.overtimeRule", { n: tables.overtime })}</small>
        </button>
        <button
          type="button"
          class="button plain"
          disabled={!myTurn || (screen.points[me] ?? 0) < 1}
          onClick={() => void desk.carryOut([ACTION.fundDrive])}
        >
          {text("city.fund")}
          <small>{text("city.fundRule", { n: tables.fund_drive })}</small>
        </button>
      </div>
    </section>
  );
}
