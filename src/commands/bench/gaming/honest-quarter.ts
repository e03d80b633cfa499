import type { RatedEvent } from '../../../rules/rating/flag.ts';
import type { Handled } from '../../../rules/rating/flags-self-dealing.ts';
import type { RatingLevel } from '../../../rules/rating/rating.ts';
import { drawing, type Random } from '../../generate/random.ts';

/** A declaration of the played quarter, with the officer whose step would be rated by name. */
export interface PlayedDeclaration {
  enterpriseId: number;
  officerId: number;
  unitId: number;
  releasedAt: Date;
}

export interface PlayedQuarter {
  declarations: readonly PlayedDeclaration[];
  events: RatedEvent[];
  handled: Handled[];
}

interface Habit {
  responds: number;
  names: number;
  isContent: number;
  /** Seconds until the typical answer. */
  waits: number;
  usesDigest: boolean;
}

export const startAt = new Date('2026-01-05T00:00:00+07:00');
export const days = 90;
export const daySeconds = 86_400;

const unitCount = 6;
const officerCount = 48;
const enterpriseCount = 260;
const perDay = 330;

/**
 * A quarter of one department in which nobody arranges anything, but much that could look arranged happens: large
 * clients that work with few officers, enterprises that always give five or always name the officer, people who answer
 * at once, thirty declarations answered by one tap, and days on which a unit's system stood still and many gave ones.
 */
export function playHonestQuarter(random: Random): PlayedQuarter {
  const habits = Array.from({ length: enterpriseCount }, (_, rank) => habitOf(random, rank));
  const anEnterprise = drawing(habits.map((_, rank) => 1 / (rank + 3)));
  const usual = habits.map(() => Array.from({ length: 4 }, () => random.whole(1, officerCount)));
  const badDays = new Set(
    Array.from({ length: 4 }, () => `${random.whole(1, unitCount)} ${random.whole(0, days - 1)}`),
  );
  const declarations: PlayedDeclaration[] = [];
  const events: RatedEvent[] = [];

  for (let day = 0; day < days; day += 1) {
    const count = day % 7 >= 5 ? perDay / 10 : perDay * (0.7 + 0.6 * random.next());
    const ofTheDay = new Map<number, PlayedDeclaration[]>();
    for (let n = 0; n < count; n += 1) {
      const enterpriseId = anEnterprise(random);
      const known = usual[enterpriseId] ?? [];
      const officerId = random.happens(0.5)
        ? (known[random.whole(0, known.length - 1)] ?? 1)
        : random.whole(1, officerCount);
      const seconds = day * daySeconds + random.whole(8 * 3600, 17 * 3600);
      const unitId = unitOf(officerId);
      const declaration = { enterpriseId, officerId, unitId, releasedAt: after(seconds) };
      declarations.push(declaration);
      ofTheDay.set(enterpriseId, [...(ofTheDay.get(enterpriseId) ?? []), declaration]);
    }
    for (const [enterpriseId, own] of ofTheDay) {
      const habit = habits[enterpriseId];
      if (habit === undefined) continue;
      events.push(...answersOf(random, habit, own, (unitId) => badDays.has(`${unitId} ${day}`)));
    }
  }
  for (const [index, event] of events.entries()) event.ratingId = index + 1;
  return { declarations, events, handled: handledIn(declarations) };
}

export function unitOf(officerId: number): number {
  return 1 + (officerId % unitCount);
}

export function after(seconds: number): Date {
  return new Date(startAt.getTime() + seconds * 1000);
}

function habitOf(random: Random, rank: number): Habit {
  return {
    responds: random.happens(0.15) ? 0.5 : random.next() * 0.15,
    names: random.happens(0.1) ? 0.9 : random.next() * 0.3,
    isContent: random.happens(0.3) ? 1 : 0.88 + 0.11 * random.next(),
    waits: random.happens(0.1) ? 60 : 2400,
    usesDigest: rank < 25,
  };
}

function answersOf(
  random: Random,
  habit: Habit,
  own: readonly PlayedDeclaration[],
  isBad: (unitId: number) => boolean,
): RatedEvent[] {
  if (habit.usesDigest && own.length >= 5) {
    if (!random.happens(habit.responds)) return [];
    const at = new Date(Math.max(...own.map(({ releasedAt }) => releasedAt.getTime())) + random.wait(3000, 0.6) * 1000);
    return own.map((declaration) => ({ ...eventOf(declaration, 5, at), isDigest: true }));
  }
  return own.flatMap((declaration) => {
    const wasBad = isBad(declaration.unitId);
    if (!random.happens(wasBad ? habit.responds * 2 : habit.responds)) return [];
    const level = wasBad && random.happens(0.6) ? 1 : levelOf(random, habit.isContent);
    const at = new Date(declaration.releasedAt.getTime() + random.wait(habit.waits, 0.7) * 1000);
    const whole = eventOf(declaration, level, at);
    if (!random.happens(habit.names)) return [whole];
    return [whole, { ...whole, subject: `officer:${declaration.officerId}` }];
  });
}

export function eventOf(declaration: PlayedDeclaration, level: RatingLevel, at: Date): RatedEvent {
  return {
    ratingId: 0,
    subject: `unit:${declaration.unitId}`,
    level,
    at,
    enterpriseId: declaration.enterpriseId,
    contactId: declaration.enterpriseId,
    secondsAfterRelease: (at.getTime() - declaration.releasedAt.getTime()) / 1000,
    isDigest: false,
  };
}

function levelOf(random: Random, isContent: number): RatingLevel {
  if (random.happens(isContent)) return random.happens(0.75) ? 5 : 4;
  const low: readonly [RatingLevel, RatingLevel, RatingLevel] = [3, 2, 1];
  return random.oneOf(low);
}

function handledIn(declarations: readonly PlayedDeclaration[]): Handled[] {
  const counts = Map.groupBy(declarations, ({ officerId, enterpriseId }) => `${officerId} ${enterpriseId}`);
  return [...counts.values()].flatMap((alike) =>
    alike.slice(0, 1).map(({ officerId, enterpriseId }) => ({
      subject: `officer:${officerId}`,
      enterpriseId,
      declarations: alike.length,
    })),
  );
}
