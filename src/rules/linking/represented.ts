/** Owner: says who else speaks for the enterprise. Broker: a customs agent who acts for several. */
export type ContactRole = 'owner' | 'staff' | 'broker';

/** An enterprise that a person speaks for. */
export interface Represented {
  enterpriseId: number;
  name: string;
  taxCode: string;
  role: ContactRole;
  /** Whether those who speak for it see one another's cases. */
  sharesCases: boolean;
}

/** Whether a link counts at `at`. It has ended at the very instant of its end. */
export function isCurrent({ validFrom, validUntil }: { validFrom: Date; validUntil: Date | null }, at: Date): boolean {
  return validFrom.getTime() <= at.getTime() && (validUntil === null || validUntil.getTime() > at.getTime());
}

/**
 * For whom a matter is, where the person speaks for several: whoever's declaration or tax code is named in it. Null where
 * nothing decides, and where the two disagree: then the person is asked.
 */
export function namedEnterprise(
  represented: readonly Represented[],
  said: { taxCode: string | null; declarant: number | null },
): number | null {
  const [only] = represented;
  if (represented.length === 1 && only !== undefined) return only.enterpriseId;
  const byTaxCode = represented.find(({ taxCode }) => taxCode === said.taxCode)?.enterpriseId ?? null;
  const byDeclaration = represented.some(({ enterpriseId }) => enterpriseId === said.declarant) ? said.declarant : null;
  if (byTaxCode !== null && byDeclaration !== null && byTaxCode !== byDeclaration) return null;
  return byTaxCode ?? byDeclaration;
}
