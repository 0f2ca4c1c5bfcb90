/** Policy, overtime and the fund drive. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import type { Tables } from "../rules/operations.ts";
import { coded, signed, text } from "../text/catalogue.ts";
import { Choice } from "./choice.tsx";
import type { Desk } from "./desk.ts";
import { ACTION } from "./tools.ts";

const ORDINANCES = [0, 1, 2, 3, 4, 5, 6];
const MUSEUM = 0;

/** What each tax does to homes, and brings. */
function taxRule({ tax_happiness, tax_people }: Tables): string {
  const [low = 0, normal = 0, high = 0] = tax_happiness;
  const [perLow = 0, perNormal = 0, perHigh = 0] = tax_people;
  const happiness = { low: signed(low), normal: signed(normal), high: signed(high) };
  return text("city.taxRule", { ...happiness, perLow, perNormal, perHigh });
}

const DID_POLICY = 1;
const DID_OVERTIME = 2;

export function City({ desk }: { readonly desk: Desk }): VNode {
  const { screen, tables, myTurn, me } = desk.match;
  const [tax, setTax] = useState(screen.tax[me] ?? 1);
  const [price, setPrice] = useState(screen.price[me] ?? 1);
  const [first, setFirst] = useState(screen.ordinance[me] ?? 0);
  const [second, setSecond] = useState(screen.ordinance2[me] ?? 0);
  const museum = screen.landmark_owner[MUSEUM] === me;
  const done = screen.done[me] ?? 0;
  const [low, high] = second && first && second < first ? [second, first] : [first, second];
  const same =
    tax === screen.tax[me] &&
    price === screen.price[me] &&
    low === screen.ordinance[me] &&
    high === screen.ordinance2[me];
  return (
    <div class="city">
      <h2>{text("city.policy")}</h2>
      <p class="quiet">{done & DID_POLICY ? coded("rejection", 60) : text("city.policyRule")}</p>
      <Choice
        name="tax"
        label={text("city.tax")}
        value={tax}
        set={setTax}
        options={[0, 1, 2].map((n) => [n, coded("tax", n)])}
      />
      <p class="quiet">{taxRule(tables)}</p>
      <Choice
        name="price"
        label={text("city.price")}
        value={price}
        set={setPrice}
        options={[1, 2, 3].map((n) => [n, text("top.coins", { n })])}
      />
      <label class="field">
        <span>{text("city.ordinance")}</span>
        <select
          name="ordinance"
          value={first}
          onChange={(event) => {
            setFirst(Number(event.currentTarget.value));
          }}
        >
          {ORDINANCES.map((n) => (
            <option key={n} value={n}>
              {coded("ordinance", n)}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{coded("ordinanceRule", first)}</p>
      {museum && (
        <>
          <label class="field">
            <span>{text("city.second")}</span>
            <select
              name="second"
              value={second}
              onChange={(event) => {
                setSecond(Number(event.currentTarget.value));
              }}
            >
              {ORDINANCES.map((n) => (
                <option key={n} value={n}>
                  {coded("ordinance", n)}
                </option>
              ))}
            </select>
          </label>
          <p class="quiet">{coded("ordinanceRule", second)}</p>
        </>
      )}
      <button
        type="button"
        class="button"
        disabled={!myTurn || same || (done & DID_POLICY) !== 0}
        onClick={() => void desk.carryOut([ACTION.policy, tax, price, low, high])}
      >
        {text("city.set")}
      </button>
      <h2>{text("city.more")}</h2>
      <div class="pair">
        <button
          type="button"
          class="button plain"
          disabled={
            !myTurn || (done & DID_OVERTIME) !== 0 || (screen.coins[me] ?? 0) < tables.overtime
          }
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
    </div>
  );
}
