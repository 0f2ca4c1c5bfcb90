/** Name, colour and theme, changeable at any time. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import { BOROUGHS } from "../board/boroughs.ts";
import { RestError } from "../connection/rest.ts";
import { Dialog } from "../play/dialog.tsx";
import { Emblem, Icon } from "../play/icons.tsx";
import { ThemeSwitch } from "../play/theme.tsx";
import { coded, text } from "../text/catalogue.ts";
import { changeOwn, useMayor } from "./mayor.ts";
import { refusal } from "./refusal.ts";

const LONGEST = 20;

export function MayorDialog({ onClose }: { readonly onClose: () => void }): VNode {
  const mayor = useMayor();
  const [name, setName] = useState(mayor?.name ?? "");
  const [colour, setColour] = useState<number | null>(mayor?.colour ?? null);
  const [wrong, setWrong] = useState("");
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const change: { name?: string; colour?: number } = {};
    if (name.trim() && name !== mayor?.name) change.name = name;
    if (colour !== null && colour !== mayor?.colour) change.colour = colour;
    setBusy(true);
    try {
      if (change.name !== undefined || change.colour !== undefined) await changeOwn(change);
      onClose();
    } catch (error) {
      const field = error instanceof RestError && error.fields["name"] !== undefined;
      setBusy(false);
      setWrong(field ? text("mayor.badName") : refusal(error));
    }
  };

  return (
    <Dialog label={text("mayor.title")} className="mayor-dialog" onClose={onClose}>
      <form
        class="mayor-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="menu-head">
          <h2>{text("mayor.title")}</h2>
          <button type="button" class="square" aria-label={text("mayor.close")} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        <label class="field">
          <span>{text("mayor.name")}</span>
          <input
            name="name"
            value={name}
            maxLength={4 * LONGEST}
            placeholder={text("mayor.namePlaceholder")}
            autocomplete="nickname"
            spellcheck={false}
            aria-invalid={wrong ? "true" : undefined}
            aria-describedby="mayor-name-rule"
            onInput={(event) => {
              setName(event.currentTarget.value);
              setWrong("");
            }}
          />
        </label>
        <p class={wrong ? "bad" : "quiet"} id="mayor-name-rule" role={wrong ? "alert" : undefined}>
          {wrong || text("mayor.nameRule", { n: LONGEST })}
        </p>
        <fieldset>
          <legend>{text("mayor.colour")}</legend>
          <div class="colours">
            {BOROUGHS.map((_, n) => (
              <label key={n} class="colour">
                <input
                  type="radio"
                  name="colour"
                  value={n}
                  checked={n === colour}
                  onChange={() => {
                    setColour(n);
                  }}
                />
                <Emblem colour={n} />
                <span class="unseen">{coded("colour", n)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <ThemeSwitch />
        <button type="submit" class="button" disabled={busy} data-save-mayor>
          {text("mayor.save")}
        </button>
      </form>
    </Dialog>
  );
}
