/** A QR code (ISO/IEC 18004) as the outline of its dark modules. */
import qrcode from "qrcode-generator";

/** Modules of light around the code, without which cameras do not find it. */
const QUIET_ZONE = 4;

export interface QrPicture {
  readonly box: string;
  readonly path: string;
}

export function qrPicture(content: string): QrPicture {
  const code = qrcode(0, "M"); // the smallest size that holds it, a sixth of it may be damaged
  code.addData(content);
  code.make();
  const count = code.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
  const side = count + 2 * QUIET_ZONE;
  return { box: `${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`, path };
}
