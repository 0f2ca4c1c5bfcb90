/** Every entry of the catalogue, by its id: how it is made. */
import { borough } from "../../board/boroughs.ts";
import { Chance } from "../kit/chance.ts";
import { Mesh } from "../kit/mesh.ts";
import { apartments } from "./apartments.ts";
import { clinic } from "./clinic.ts";
import { coal } from "./coal.ts";
import { cottage } from "./cottage.ts";
import { factory } from "./factory.ts";
import { farm } from "./farm.ts";
import { fireStation } from "./fire-station.ts";
import { garden } from "./garden.ts";
import { hall } from "./hall.ts";
import { harbour } from "./harbour.ts";
import { hydro } from "./hydro.ts";
import { lighthouse } from "./lighthouse.ts";
import { mall } from "./mall.ts";
import { museum } from "./museum.ts";
import { observatory } from "./observatory.ts";
import { office } from "./office.ts";
import { park } from "./park.ts";
import { plaza } from "./plaza.ts";
import { police } from "./police.ts";
import { reserve } from "./reserve.ts";
import { school } from "./school.ts";
import { shop } from "./shop.ts";
import { solar } from "./solar.ts";
import { stadium } from "./stadium.ts";
import { central, station } from "./station.ts";
import { towerBlock } from "./tower.ts";
import { wind } from "./wind.ts";
import { workshop } from "./workshop.ts";
import type { Build } from "./build.ts";

/** In the order of the catalogue (games/engine/v0/catalogue.py); its first id is 1. */
const BUILDS: readonly Build[] = [
  cottage,
  apartments,
  towerBlock,
  shop,
  mall,
  office,
  workshop,
  factory,
  farm,
  harbour,
  wind,
  coal,
  solar,
  hydro,
  school,
  clinic,
  police,
  fireStation,
  park,
  plaza,
  reserve,
  station,
  museum,
  stadium,
  observatory,
  lighthouse,
  garden,
  central,
  hall,
];

/** The model of a building; kind: its id in the catalogue, owner: a seat, variant: 0, 1 or 2. */
export function build(kind: number, owner: number, variant: number): Mesh {
  const make = BUILDS[kind - 1];
  if (!make) throw new Error(`no model of kind ${kind}`);
  const mesh = new Mesh();
  const chance = new Chance(kind * 101 + variant * 7 + 3);
  make(mesh, { owner: borough(owner), variant, chance });
  return mesh;
}
