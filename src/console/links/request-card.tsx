import { Group } from '@mantine/core';
import type { LinkRequestView } from '../../http/link-views.ts';
import { ChannelIcon } from '../components/channel-icon.tsx';
import { Tag } from '../components/tag.tsx';
import { useLanguage } from '../language/language.tsx';
import { MessageFiles } from '../thread/message-files.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { Decision } from './decision.tsx';
import styles from './links-page.module.css';
import { useLinkWords } from './words.ts';

/** What a person shows beside what the enterprise registered, so that an officer can compare. */
export function RequestCard({ request }: { request: LinkRequestView }) {
  const words = useLinkWords();
  const { language } = useLanguage();
  const now = useDeskNow();
  const { enterprise, person, createdAt } = request;
  return (
    <article className={styles.card} aria-label={`${person.name ?? words.unnamed} – ${enterprise.name}`}>
      <Group gap="xs">
        <ChannelIcon channel={person.channel} />
        <strong>{person.name ?? words.unnamed}</strong>
        <span>→ {enterprise.name}</span>
        <span className="quiet figures">{enterprise.taxCode}</span>
        <time dateTime={createdAt} className="quiet figures">
          {moment(Date.parse(createdAt), now, language)}
        </time>
      </Group>
      <div className={styles.sides}>
        <Shown request={request} />
        <Registered request={request} />
      </div>
      <Decision id={request.id} />
    </article>
  );
}

function Shown({ request: { proofs, vouchedPhone, isPhoneRegistered } }: { request: LinkRequestView }) {
  const words = useLinkWords();
  return (
    <div>
      <h3>{words.proofs}</h3>
      <ul className={styles.facts}>
        {proofs.map((proof) => (
          <li key={`${proof.at} ${proof.text} ${proof.files.length}`}>
            {proof.text}
            <MessageFiles files={proof.files} />
          </li>
        ))}
        <li>
          {words.vouched}: {vouchedPhone === null ? words.notVouched : `+${vouchedPhone} `}
          {vouchedPhone !== null && (
            <Tag tone={isPhoneRegistered ? 'met' : 'soon'}>
              {isPhoneRegistered ? words.phoneMatches : words.phoneDiffers}
            </Tag>
          )}
        </li>
      </ul>
    </div>
  );
}

function Registered({ request: { registered, speaking } }: { request: LinkRequestView }) {
  const words = useLinkWords();
  const phones = registered.phones.map(({ phone, name }) => (name === null ? `+${phone}` : `+${phone} (${name})`));
  const people = speaking.map(({ name, role }) => `${name ?? words.unnamed} (${words.roles[role]})`);
  return (
    <div>
      <h3>{words.registered}</h3>
      <ul className={styles.facts}>
        <li>
          {words.phones}: {phones.join(', ') || words.none}
        </li>
        <li>
          {words.email}: {registered.email ?? words.none}
        </li>
        <li>
          {words.address}: {registered.address ?? words.none}
        </li>
        <li>
          {words.speaking}: {people.join(', ') || words.none}
        </li>
      </ul>
    </div>
  );
}
