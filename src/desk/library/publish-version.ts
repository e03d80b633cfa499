import { Conflict, DeskError } from '../../errors.ts';
import { doubtsOf } from '../../knowledge/import/doubts.ts';
import { placeAmong } from '../../knowledge/validity.ts';
import {
  type AppendixVersionRow,
  insertAppendixParts,
  lockLibrary,
  publishedVersions,
  saveAppendixVersion,
} from '../../store/library.ts';
import type { Act } from '../act.ts';
import { keeperActing } from './keeper.ts';
import { openDraft } from './open-draft.ts';
import { hashOf } from './propose-version.ts';
import { record } from './record.ts';

/**
 * A second person makes a draft what customs promises from its first day on; the version before it ends on that day. Not
 * whoever proposed or corrected it, not while something of the file is undecided, not over another version's first day.
 */
export async function publishVersion(
  current: Act,
  input: { versionId: number; revision: number },
): Promise<AppendixVersionRow> {
  const person = await keeperActing(current, 'ban hành phiên bản phụ lục');
  await lockLibrary(current.tx);
  const draft = await openDraft(current, input);
  if (draft.proposedById === person.id || draft.correctedByIds.includes(person.id))
    throw new Conflict(
      'secondPersonNeeded',
      'Người đề xuất hoặc đã sửa bản thảo không tự ban hành được. Cần một người khác xem lại và ban hành.',
    );
  return putInForce(current, draft, person);
}

/**
 * The first version of an appendix on a new installation, by the command line or the installation itself: there is nobody
 * yet who could be the second person. Refused once anything of the appendix is published.
 */
export async function publishFirstVersion(current: Act, versionId: number): Promise<AppendixVersionRow> {
  if (current.by.kind !== 'schedule') throw new Error('Only an installation publishes by itself');
  await lockLibrary(current.tx);
  const draft = await openDraft(current, { versionId, revision: null });
  if ((await publishedVersions(current.tx, draft.code)).length > 0)
    throw new Conflict(
      'secondPersonNeeded',
      `Phụ lục ${draft.code} đã có phiên bản ban hành. Bản thảo đã được lưu; một người có thẩm quyền ban hành trên trang Phụ lục.`,
    );
  return putInForce(current, draft, { id: null, name: draft.proposedBy });
}

async function putInForce(
  current: Act,
  draft: AppendixVersionRow,
  person: { id: number | null; name: string },
): Promise<AppendixVersionRow> {
  const { tx, at } = current;
  refuseUnfinished(draft);
  const others = await publishedVersions(tx, draft.code);
  const { effectiveFrom: from, effectiveTo: to } = draft.document;
  const place = placeAmong(others, { from, to });
  if (place === null)
    throw new Conflict(
      'sameDayVersion',
      `Đã có một phiên bản ${draft.code} có hiệu lực từ đúng ngày này. Hãy chọn ngày có hiệu lực khác.`,
    );

  const { follows, endsIt, validUntil } = place;
  if (follows !== null && endsIt) await saveAppendixVersion(tx, follows.id, { validUntil: from });
  const change = {
    state: 'published' as const,
    validUntil,
    publishedBy: person.name,
    publishedById: person.id,
    publishedAt: at,
    supersedesId: follows?.id ?? null,
  };
  await saveAppendixVersion(tx, draft.id, change);
  // The version after an inserted one follows it, and no longer the one before.
  const next = others.find(({ validFrom }) => validFrom === validUntil);
  if (next !== undefined) await saveAppendixVersion(tx, next.id, { supersedesId: draft.id });
  await insertAppendixParts(tx, draft);
  await record(current, 'versionPublished', {
    versionId: draft.id,
    code: draft.code,
    validFrom: from,
    validUntil,
    supersedesId: change.supersedesId,
    sha256: hashOf(draft.document),
  });
  current.wakes.add('library');
  return { ...draft, ...change };
}

function refuseUnfinished({ code, document, leftovers }: AppendixVersionRow): void {
  const fatal = doubtsOf(code, document.articles).filter(({ isFatal }) => isFatal);
  if (fatal.length > 0)
    throw new DeskError(
      'structureNotSound',
      `Cấu trúc còn chỗ phải sửa trước khi ban hành: ${fatal.map(({ address }) => address).join('; ')}.`,
    );
  const open = leftovers.filter(({ leftOutBy }) => leftOutBy === null);
  if (open.length > 0)
    throw new DeskError(
      'leftoversUndecided',
      `Còn ${open.length} phần của tệp chưa xếp vào đâu. Hãy đưa vào nội dung hoặc xác nhận bỏ qua từng phần.`,
    );
}
