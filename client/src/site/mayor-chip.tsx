/** The mayor in the head of a page: a button that opens name, colour and theme. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";

import { Emblem, Icon } from "../play/icons.tsx";
import { text } from "../text/catalogue.ts";
import { MayorDialog } from "./mayor-dialog.tsx";
import { useMayor } from "./mayor.ts";

export function MayorChip(): VNode {
  const mayor = useMayor();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="mayor-chip"
        data-mayor
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        {mayor ? <Emblem colour={mayor.colour} /> : <Icon name="person" />}
        <span class="mayor-chip-name">
          {mayor ? <bdi>{mayor.name}</bdi> : text("mayor.nobody")}
        </span>
      </button>
      {open && (
        <MayorDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

/** The same in a sentence: as whom one is about to play. */
export function MayorLine(): VNode {
  const mayor = useMayor();
  const [open, setOpen] = useState(false);
  return (
    <p class="mayor-line">
      {mayor ? (
        <>
          {text("mayor.playAs")} <Emblem colour={mayor.colour} />{" "}
          <b>
            <bdi>{mayor.name}</bdi>
          </b>
        </>
      ) : (
        text("mayor.playAsGuest")
      )}{" "}
      <button
        type="button"
        class="as-link"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        {text(mayor ? "mayor.change" : "mayor.choose")}
      </button>
      {open && (
        <MayorDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </p>
  );
}
