import type { CaseDetail } from '../../http/views.ts';
import { Tag } from '../components/tag.tsx';
import { useRegistryWords } from '../enterprises/words.ts';
import { useLanguage, usePhrases } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
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

export function DeclarationFacts({ openCase }: { openCase: CaseDetail }) {
  const { declarationNo, declaration, officeCode, officeName } = openCase;
  const { phrases, language } = useLanguage();
  const words = useRegistryWords();
  const now = useDeskNow();
  return (
    <Facts>
      <Fact name={phrases.declarationNo}>{declarationNo}</Fact>
      <Fact name={phrases.customsOffice}>{[officeName, officeCode].filter(Boolean).join(' · ')}</Fact>
      {declaration !== null && (
        <Fact name={words.state}>
          {[
            words.states[declaration.state],
            words.since(moment(Date.parse(declaration.stateAt), now, language)),
            declaration.channel === null ? '' : words.channels[declaration.channel],
          ]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
      )}
    </Facts>
  );
}
