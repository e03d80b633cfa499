import type { CaseDetail } from '../../http/views.ts';
import { Tag } from '../components/tag.tsx';
import { usePhrases } from '../language/language.tsx';
import { Fact, Facts } from './facts.tsx';

export function EnterpriseFacts({ openCase: { enterprise, contactName } }: { openCase: CaseDetail }) {
  const phrases = usePhrases();
  return (
    <Facts>
      <Fact name={phrases.enterpriseName}>
        {enterprise === null ? null : (
          <>
            {enterprise.name}{' '}
            <Tag tone={enterprise.isVerified ? 'met' : 'soon'} icon={enterprise.isVerified ? 'check' : 'question'}>
              {enterprise.isVerified ? phrases.verified : phrases.unverified}
            </Tag>
          </>
        )}
      </Fact>
      <Fact name={phrases.taxCode}>{enterprise?.taxCode}</Fact>
      <Fact name={phrases.contact}>{contactName}</Fact>
    </Facts>
  );
}

export function DeclarationFacts({ openCase: { declarationNo, officeCode, officeName } }: { openCase: CaseDetail }) {
  const phrases = usePhrases();
  return (
    <Facts>
      <Fact name={phrases.declarationNo}>{declarationNo}</Fact>
      <Fact name={phrases.customsOffice}>{[officeName, officeCode].filter(Boolean).join(' · ')}</Fact>
    </Facts>
  );
}
