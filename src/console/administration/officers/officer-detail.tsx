import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../../components/refusal.tsx';
import { Tag } from '../../components/tag.tsx';
import { sayDay } from '../../time/days.ts';
import { type Officer, officerQuery, type Unit } from '../data.ts';
import styles from '../page.module.css';
import { useAdministrationWords } from '../words.ts';
import { ChangePost } from './change-post.tsx';
import { CorrectOfficer } from './correct-officer.tsx';
import { EndPost } from './end-post.tsx';
import { OfficerSignIn } from './officer-sign-in.tsx';
import { useOfficerWords } from './words.ts';

interface OfficerDetailProps {
  id: number;
  officers: readonly Officer[];
  units: readonly Unit[];
}

/** One officer with every post, and what can be changed. */
export function OfficerDetail({ id, officers, units }: OfficerDetailProps) {
  const words = useOfficerWords();
  const common = useAdministrationWords();
  const [doing, setDoing] = useState<'correct' | 'change' | 'end' | null>(null);
  const { data: officer, error } = useQuery(officerQuery(id));
  if (officer === undefined) return <Refusal error={error} />;
  const close = () => setDoing(null);
  const others = officers.filter((each) => each.id !== id);
  const nameIn = (unitId: number) => units.find((each) => each.id === unitId)?.name ?? '';
  return (
    <>
      <h2 className={styles.title}>{officer.name}</h2>
      <p className={styles.small}>
        {officer.email} {!officer.active && <Tag>{words.inactive}</Tag>}
      </p>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => setDoing('change')}>
          {words.change}
        </Button>
        <Button size="xs" variant="default" onClick={() => setDoing('correct')}>
          {words.correct}
        </Button>
        <Button size="xs" variant="default" onClick={() => setDoing('end')}>
          {words.leave}
        </Button>
      </Group>
      {officer.active && <OfficerSignIn id={id} />}
      <h3 className={styles.subtitle}>{words.posts}</h3>
      <ul className={styles.rows}>
        {officer.posts.toReversed().map(({ unitId, role, title, validFrom, validTo }) => (
          <li key={validFrom}>
            <span>
              {title}, {nameIn(unitId)}
              <span className={styles.small}> ({common.roles[role]})</span>
            </span>
            <span className={`${styles.small} figures`}>
              {sayDay(validFrom)} – {validTo === null ? '…' : sayDay(validTo)}
            </span>
          </li>
        ))}
      </ul>
      {doing === 'correct' && <CorrectOfficer officer={officer} close={close} />}
      {doing === 'change' && <ChangePost officer={officer} others={others} units={units} close={close} />}
      {doing === 'end' && <EndPost officer={officer} others={others} close={close} />}
    </>
  );
}
