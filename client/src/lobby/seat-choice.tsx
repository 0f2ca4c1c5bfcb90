/** How many mayors, and who they are: people or bots. */
import type { VNode } from "preact";

import { Choice } from "../play/choice.tsx";
import { Emblem } from "../play/icons.tsx";
import { useMayor } from "../site/mayor.ts";
import { coded, text } from "../text/catalogue.ts";
import type { Change } from "./new-match.tsx";
import { bounded, PERSON } from "./order.ts";

export function SeatChoice({ draft, change, choices }: Change): VNode {
  const mayor = useMayor();
  const { seats, leastSeats, mostSeats, others } = bounded(draft, choices);
  const counts = Array.from({ length: mostSeats - leastSeats + 1 }, (_, i) => leastSeats + i);
  return (
    <>
      {counts.length > 1 && (
        <Choice
          name="seats"
          label={text("order.howMany")}
          value={seats}
          set={(n) => {
            change({ seats: n });
          }}
          options={counts.map((n) => [n, String(n)])}
        />
      )}
      <ol class="order-seats">
        <li>
          <Emblem colour={mayor?.colour ?? 0} />
          <b>
            <bdi>{mayor?.name ?? text("order.you")}</bdi>
          </b>
          {mayor && <span class="room-tag you">{text("room.you")}</span>}
        </li>
        {others.map((who, i) => (
          <li key={i}>
            <span class="emblem-place">{i + 2}</span>
            <Choice
              name={`seat-${i + 2}`}
              label={text("order.seat", { n: i + 2 })}
              value={who}
              set={(n) => {
                change({ others: draft.others.map((other, j) => (j === i ? n : other)) });
              }}
              options={[
                [PERSON, text("order.person")],
                ...[0, 1].map(
                  (level) =>
                    [level, text("room.addBot", { level: coded("level", level) })] as const,
                ),
              ]}
            />
          </li>
        ))}
      </ol>
    </>
  );
}
