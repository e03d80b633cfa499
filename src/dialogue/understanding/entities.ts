import { findDeclarationNumbers } from '../../rules/identity/declaration-number.ts';
import { findOffices, type OfficeCode } from '../../rules/identity/office-codes.ts';
import { findTypeCodes } from '../../rules/identity/type-codes.ts';
import { withoutAmounts } from './entities/amount.ts';
import { findCaseCode } from './entities/case-code.ts';
import { type Channel, findChannel } from './entities/channel.ts';
import { findCoForm } from './entities/co-form.ts';
import { findContainers } from './entities/container.ts';
import { findOfficerName } from './entities/officer-name.ts';
import { findPhoneAndTaxCode } from './entities/phone-or-tax-code.ts';
import { findRatings, type RatedTarget } from './entities/rating.ts';
import type { Normalised } from './normalise.ts';
import type { Signals } from './signals.ts';

/** What a text names, normalised. Where several of a kind are named, the first; `declarationNos` has them all. */
export type Entities = {
  declarationNo?: string;
  declarationNos?: readonly string[];
  taxCode?: string;
  caseCode?: string;
  rating?: number;
  ratings?: readonly RatedTarget[];
  officeCode?: OfficeCode;
  typeCode?: string;
  channel?: Channel;
  containerNo?: string;
  coForm?: string;
  officerName?: string;
  phone?: string;
};

/** A reading of an entity that only the writer can settle. */
export type EntityAmbiguity =
  | { about: 'office'; candidates: readonly string[] }
  | { about: 'taxCode' | 'containerNo'; written: string; because: 'wrongCheckDigit' };

export type EntitiesRead = {
  entities: Entities;
  /** Whether the level was said of a service ("hài lòng", "5 sao"), not merely a word that can also be one. */
  isRatingExplicit: boolean;
  ambiguities: readonly EntityAmbiguity[];
};

export function readEntities(text: Normalised, signals: Signals): EntitiesRead {
  const { clean } = text;
  const numbers = withoutAmounts(clean);
  const declarations = [...new Set(findDeclarationNumbers(numbers).map((each) => each.declarationNo))];
  const rest = declarations.reduce((left, number) => left.replaceAll(number, ' '), numbers);
  const [container] = findContainers(clean);
  const { phone, taxCode, wrongCheckDigit } = findPhoneAndTaxCode(rest);
  const { isExplicit, ...rated } = findRatings(text);
  const office = findOffice(clean, signals);

  const ambiguities: EntityAmbiguity[] = [];
  if (office.kind === 'ambiguous') ambiguities.push({ about: 'office', candidates: office.candidates });
  if (wrongCheckDigit !== undefined) {
    ambiguities.push({ about: 'taxCode', written: wrongCheckDigit, because: 'wrongCheckDigit' });
  }
  if (container?.hasValidCheckDigit === false) {
    ambiguities.push({ about: 'containerNo', written: container.containerNo, because: 'wrongCheckDigit' });
  }
  const entities = onlyPresent({
    declarationNo: declarations[0],
    declarationNos: declarations.length > 1 ? declarations : undefined,
    taxCode,
    caseCode: findCaseCode(clean),
    ...rated,
    officeCode: office.kind === 'office' ? office.code : undefined,
    typeCode: findTypeCodes(rest)[0],
    channel: findChannel(text),
    containerNo: container?.containerNo,
    coForm: findCoForm(clean),
    officerName: findOfficerName(clean),
    phone,
  });
  return { entities, isRatingExplicit: isExplicit, ambiguities };
}

type OfficeFound =
  | { kind: 'office'; code: OfficeCode }
  | { kind: 'ambiguous'; candidates: readonly string[] }
  | { kind: 'none' };

// A bare place name is an office where people or their service are spoken of; elsewhere it is where the goods are.
function findOffice(clean: string, signals: Signals): OfficeFound {
  const [mention] = findOffices(clean);
  if (mention === undefined || mention.kind === 'region') return { kind: 'none' };
  if (mention.kind === 'ambiguous') return { kind: 'ambiguous', candidates: mention.candidates };
  if (mention.kind === 'office') return { kind: 'office', code: mention.code };
  const isAboutPeople = (['rate', 'accusation', 'rudeness', 'talk'] as const).some(
    (signal) => (signals.get(signal)?.sum ?? 0) >= 6,
  );
  return isAboutPeople ? { kind: 'office', code: mention.code } : { kind: 'none' };
}

type Loose = { [Key in keyof Entities]?: Entities[Key] | null | undefined };

function onlyPresent(entities: Loose): Entities {
  // Nothing is left that is null or undefined, which is all that tells the two types apart.
  return Object.fromEntries(
    Object.entries(entities).filter(([, value]) => value !== undefined && value !== null),
  ) as Entities;
}
