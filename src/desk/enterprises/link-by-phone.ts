import type { ContactRole } from '../../rules/linking/represented.ts';
import { type EnterpriseRow, enterprisesOfPhone } from '../../store/enterprise-links.ts';
import { representedBy } from '../../store/represented.ts';
import type { Act } from '../act.ts';
import { linkContact } from './link-contact.ts';

type Registered = EnterpriseRow & { phoneId: number };

/** What the number that the platform vouches for proves. */
export interface ProvenByPhone {
  /** Linked just now. */
  linked: { enterprise: EnterpriseRow; role: ContactRole }[];
  /** Several registered the number: the person says for whom they speak. */
  choices: readonly EnterpriseRow[];
}

/**
 * Links a person whose vouched number one enterprise has registered. Where several have, nobody is linked until the
 * person has chosen: one of them, or `all`.
 */
export async function linkByPhone(
  current: Act,
  { contactId, phone, chosen }: { contactId: number; phone: string; chosen: number | 'all' | null },
): Promise<ProvenByPhone> {
  const { tx, at } = current;
  const registered = await enterprisesOfPhone(tx, phone, at);
  const known = new Set((await representedBy(tx, contactId, at)).map(({ enterpriseId }) => enterpriseId));
  const open = registered.filter(({ id }) => !known.has(id));
  const wanted =
    open.length === 1 && registered.length === 1 ? open : open.filter(({ id }) => chosen === 'all' || chosen === id);
  if (wanted.length === 0) return { linked: [], choices: open };

  const linked: ProvenByPhone['linked'] = [];
  for (const enterprise of wanted) {
    const role = roleAt(enterprise, registered);
    const proof = { basis: 'phone' as const, evidence: { registeredPhoneId: enterprise.phoneId }, validUntil: null };
    await linkContact(current, { contactId, enterpriseId: enterprise.id, role, ...proof });
    linked.push({ enterprise, role });
  }
  return { linked, choices: [] };
}

// Registered by a customs agent and by others: the agent's own person, who is a broker to the others.
function roleAt(enterprise: Registered, registered: readonly Registered[]): ContactRole {
  return !enterprise.isBroker && registered.some(({ isBroker }) => isBroker) ? 'broker' : 'staff';
}
