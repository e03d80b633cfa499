import type { FlagKind, RatedEvent } from '../../../rules/rating/flag.ts';
import type { RatingLevel } from '../../../rules/rating/rating.ts';
import type { Random } from '../../generate/random.ts';
import { after, daySeconds, days, eventOf, type PlayedDeclaration, type PlayedQuarter } from './honest-quarter.ts';

/** Something that was arranged, and the ratings that were given for it. */
export interface PlantedGaming {
  kind: FlagKind;
  subject: string;
  events: readonly RatedEvent[];
}

const ofEachKind = 4;

/** Adds arranged ratings to a quarter, four of each kind, some crude and some careful. */
export function plantGaming(random: Random, quarter: PlayedQuarter): PlantedGaming[] {
  const planters = [askFriends, dealWithOneself, tapForThem, floodWithOnes];
  const planted = planters.flatMap((plant) => Array.from({ length: ofEachKind }, () => plant(random, quarter)));
  let ratingId = quarter.events.length;
  for (const { events } of planted) {
    for (const event of events) {
      ratingId += 1;
      event.ratingId = ratingId;
      quarter.events.push(event);
    }
  }
  return planted;
}

/** An officer asks whoever was served lately for a five, on one day. */
function askFriends(random: Random, { declarations }: PlayedQuarter): PlantedGaming {
  const day = random.whole(30, days - 2);
  const officer = officerOn(random, declarations, day);
  const asked = spread(random, before(declarations, officer, day, 20), random.whole(9, 22));
  const events = asked.map((declaration) =>
    named(declaration, 5, after(day * daySeconds + random.whole(8 * 3600, 20 * 3600))),
  );
  return { kind: 'burst', subject: `officer:${officer}`, events };
}

/** One to three enterprises name the officer with a five on most of their declarations for six weeks. */
function dealWithOneself(random: Random, { declarations }: PlayedQuarter): PlantedGaming {
  const day = random.whole(45, days - 3);
  const officer = officerOn(random, declarations, day);
  const own = before(declarations, officer, day, 42);
  const byEnterprise = [...Map.groupBy(own, ({ enterpriseId }) => enterpriseId).values()]
    .filter(({ length }) => length >= 3 && length <= 40)
    .toSorted((a, b) => b.length - a.length);
  const friends = byEnterprise.slice(random.whole(0, 2)).slice(0, random.whole(1, 3)).flat();
  const events = spread(random, friends, random.whole(9, 24)).map((declaration) =>
    named(declaration, 5, new Date(declaration.releasedAt.getTime() + random.wait(2400, 0.7) * 1000)),
  );
  return { kind: 'selfDealing', subject: `officer:${officer}`, events };
}

/** Somebody holds the enterprise's telephone and taps five whenever a declaration is released. */
function tapForThem(random: Random, { declarations }: PlayedQuarter): PlantedGaming {
  const day = random.whole(20, days - 3);
  const officer = officerOn(random, declarations, day);
  const own = before(declarations, officer, day, 12);
  const [client = []] = [...Map.groupBy(own, ({ enterpriseId }) => enterpriseId).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  const events = spread(random, client, random.whole(5, 14)).map((declaration) =>
    named(declaration, 5, new Date(declaration.releasedAt.getTime() + (3 + random.next() * 9) * 1000)),
  );
  return { kind: 'implausibleSpeed', subject: `officer:${officer}`, events };
}

/** A competitor, alone or with two others, gives ones on all it has within two days. */
function floodWithOnes(random: Random, { declarations }: PlayedQuarter): PlantedGaming {
  const day = random.whole(20, days - 3);
  const officer = officerOn(random, declarations, day);
  const isOnUnit = random.happens(0.5);
  const own = isOnUnit
    ? within(declarations, day, 25).filter(({ unitId }) => unitId === 1 + (officer % 6))
    : before(declarations, officer, day, 40);
  const some = [...Map.groupBy(own, ({ enterpriseId }) => enterpriseId).values()]
    .filter(({ length }) => length >= 4)
    .slice(0, random.whole(1, 3));
  const events = spread(random, some.flat(), random.whole(8, 24)).map((declaration) => {
    const at = after(day * daySeconds + random.whole(0, 2 * daySeconds));
    return isOnUnit ? eventOf(declaration, 1, at) : named(declaration, 1, at);
  });
  return { kind: 'flood', subject: events[0]?.subject ?? `officer:${officer}`, events };
}

function named(declaration: PlayedDeclaration, level: RatingLevel, at: Date): RatedEvent {
  return { ...eventOf(declaration, level, at), subject: `officer:${declaration.officerId}` };
}

function officerOn(random: Random, declarations: readonly PlayedDeclaration[], day: number): number {
  const recent = within(declarations, day, 7);
  return recent[random.whole(0, recent.length - 1)]?.officerId ?? 1;
}

function before(declarations: readonly PlayedDeclaration[], officer: number, day: number, back: number) {
  return within(declarations, day, back).filter(({ officerId }) => officerId === officer);
}

function within(declarations: readonly PlayedDeclaration[], day: number, back: number): PlayedDeclaration[] {
  const until = after(day * daySeconds);
  const from = after((day - back) * daySeconds);
  return declarations.filter(({ releasedAt }) => releasedAt >= from && releasedAt < until);
}

/** `count` of the items, each at most once, in an order of chance. */
function spread<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  return items
    .map((item) => ({ item, order: random.next() }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ item }) => item);
}
