/** Icons of one set (Lucide), and the boroughs' emblems. Decorative: the text beside them names. */
import {
  ArrowLeftRight,
  Bolt,
  Building2,
  CircleDollarSign,
  Crosshair,
  Flag,
  Hammer,
  HeartPulse,
  House,
  Landmark,
  Layers,
  Lightbulb,
  Maximize,
  Menu,
  Minus,
  Play,
  Plus,
  RotateCcw,
  Route,
  ScrollText,
  Shuffle,
  Smile,
  Target,
  Trees,
  Undo2,
  Users,
  Wind,
  Wrench,
  X,
  Zap,
  Factory,
  Shovel,
  TrafficCone,
  Waypoints,
  Download,
  Eye,
  Trophy,
  CalendarClock,
  ArrowRight,
  Bot,
  Check,
  Clock,
  Copy,
  DoorOpen,
  MessageCircle,
  QrCode,
  Send,
  Share2,
  UserRound,
  UserPlus,
  ShieldCheck,
  TriangleAlert,
  Unplug,
  Box,
  Map as MapIcon,
  RotateCcwSquare,
  type IconNode,
} from "lucide";
import { createElement, type VNode } from "preact";

import { BOROUGHS, colourOf } from "../board/boroughs.ts";

const ICONS = {
  trade: ArrowLeftRight,
  power: Zap,
  tower: Building2,
  coin: CircleDollarSign,
  aim: Crosshair,
  flag: Flag,
  build: Hammer,
  civic: HeartPulse,
  home: House,
  landmarks: Landmark,
  layers: Layers,
  idea: Lightbulb,
  fit: Maximize,
  menu: Menu,
  minus: Minus,
  play: Play,
  plus: Plus,
  again: RotateCcw,
  roads: Route,
  log: ScrollText,
  shuffle: Shuffle,
  happy: Smile,
  goal: Target,
  green: Trees,
  undo: Undo2,
  people: Users,
  wind: Wind,
  tools: Wrench,
  close: X,
  bolt: Bolt,
  work: Factory,
  demolish: Shovel,
  rightOfWay: TrafficCone,
  avenue: Waypoints,
  download: Download,
  eye: Eye,
  trophy: Trophy,
  event: CalendarClock,
  next: ArrowRight,
  bot: Bot,
  check: Check,
  clock: Clock,
  copy: Copy,
  leave: DoorOpen,
  chat: MessageCircle,
  qr: QrCode,
  send: Send,
  share: Share2,
  person: UserRound,
  invite: UserPlus,
  shield: ShieldCheck,
  warning: TriangleAlert,
  cut: Unplug,
  city: Box,
  map: MapIcon,
  turn: RotateCcwSquare,
} as const;
export type IconName = keyof typeof ICONS;

export function Icon({ name }: { readonly name: IconName }): VNode {
  const node: IconNode = ICONS[name];
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {node.map(([tag, attributes]) => createElement(tag, attributes))}
    </svg>
  );
}

/** A borough's badge, colour and emblem: of a seat of the match, or of a colour that people choose. */
export function Emblem(
  of: { readonly seat: number } | { readonly colour: number },
): VNode {
  const colour = "seat" in of ? colourOf(of.seat) : of.colour;
  return (
    <svg class={`emblem seat-${colour}`} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="9" class="emblem-ground" />
      <g transform="translate(6 6)">
        <path d={BOROUGHS[colour]?.emblem ?? ""} class="emblem-sign" fill-rule="evenodd" />
      </g>
    </svg>
  );
}
