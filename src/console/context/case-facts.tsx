import type { CaseDetail } from '../../http/views.ts';
import { LabelChips } from '../labels/label-chips.tsx';
import { useLabelWords } from '../labels/words.ts';
import { useCategoryOf } from '../language/category-of.ts';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { moment } from '../time/moments.ts';
import { Fact, Facts } from './facts.tsx';

export function CaseFacts({ openCase }: { openCase: CaseDetail }) {
  const { phrases, language } = useLanguage();
  const labelWords = useLabelWords();
  const now = useDeskNow();
  const categoryOf = useCategoryOf();
  const channels: Record<string, string> = phrases.channels;
  return (
    <Facts>
      <Fact name={phrases.description}>{openCase.description}</Fact>
      <Fact name={phrases.category}>{categoryOf(openCase.category, openCase.categoryLabel)}</Fact>
      <Fact name={phrases.unit}>{openCase.unitName}</Fact>
      <Fact name={phrases.assignee}>
        {openCase.assignee === null ? phrases.nobody : `${openCase.assignee.name}, ${openCase.assignee.title}`}
      </Fact>
      <Fact name={phrases.openedAt}>{moment(Date.parse(openCase.openedAt), now, language)}</Fact>
      <Fact name={phrases.channel}>
        {openCase.channel === null ? null : (channels[openCase.channel] ?? openCase.channel)}
      </Fact>
      {openCase.labels.length > 0 && (
        <Fact name={labelWords.labels}>
          <LabelChips labels={openCase.labels} />
        </Fact>
      )}
      {openCase.satisfaction === null ? null : (
        <Fact name={phrases.satisfaction}>
          {phrases.satisfactionLevels[openCase.satisfaction.level - 1]}
          {openCase.satisfaction.comment === null ? null : <div className="quiet">{openCase.satisfaction.comment}</div>}
        </Fact>
      )}
    </Facts>
  );
}
