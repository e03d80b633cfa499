import { createApiKey } from '../desk/access/api-keys.ts';
import { type Act, act, type Desk } from '../desk/act.ts';
import { proposeCalendar } from '../desk/calendars/propose-calendar.ts';
import { askForLink } from '../desk/enterprises/ask-for-link.ts';
import { addAbsence } from '../desk/organisation/add-absence.ts';
import { keepViews } from '../desk/oversight/keep-views.ts';
import { keepRequest } from '../desk/privacy/ask-about-data.ts';
import { changeRetention } from '../desk/privacy/change-retention.ts';
import { raiseFlags } from '../desk/ratings/flags/raise-flags.ts';
import { keepFilter } from '../desk/saved-filters/keep-filter.ts';
import { viewerOf } from '../desk/visibility.ts';
import type { Actor } from '../rules/case/words.ts';
import { dayMilliseconds, minuteMilliseconds } from '../rules/working-time/working-day.ts';
import { saveConversation } from '../store/conversations.ts';
import { insertMessage } from '../store/messages.ts';
import type { SavedFilter } from '../store/schema/desk-tools.ts';
import { absences } from './attendance.ts';
import type { PlantedContact } from './plant-enterprises.ts';
import type { PlantedOfficer } from './plant-organisation.ts';

interface Cast {
  contacts: ReadonlyMap<string, PlantedContact>;
  officers: ReadonlyMap<string, PlantedOfficer>;
  /** The reference of each case and verification by what it shows. */
  references: ReadonlyMap<string, string>;
}

const schedule: Actor = { kind: 'schedule', name: 'demonstration' };
const keyValidDays = 180;

const filters: readonly { owner: string; name: string; filter: SavedFilter; isShared: boolean }[] = [
  { owner: 'tuan.tran', name: 'Quá hạn của Đội', filter: { box: 'all', overdue: true }, isShared: true },
  { owner: 'lan.pham', name: 'Chờ doanh nghiệp', filter: { box: 'all', state: 'awaitingEnterprise' }, isShared: false },
  { owner: 'hung.do', name: 'Quá hạn toàn Chi cục', filter: { box: 'all', overdue: true }, isShared: false },
];

// Who looked at what in the last days, newest last.
const looks: readonly (readonly [login: string, shows: string, minutesAgo: number])[] = [
  ['phuc.luu', 'appealed', 1580],
  ['oanh.ta', 'appealed', 1490],
  ['quang.bui', 'raisedTwice', 190],
  ['kien.do', 'misunderstood', 64],
  ['lan.pham', 'misunderstood', 58],
  ['oanh.ta', 'overdue', 51],
  ['phuc.luu', 'overdue', 40],
  ['hung.do', 'raisedTwice', 33],
  ['tuan.tran', 'raised', 21],
  ['yen.trinh', 'raisedTwice', 12],
];

/** What officers and administrators left on their desks yesterday: kept filters, a key, and what waits for a second person. */
export async function plantWorkday(desk: Desk, { contacts, officers, references }: Cast): Promise<void> {
  for (const { owner, ...kept } of filters)
    await by(owner, async (current, officerId) => {
      const viewer = await viewerOf(current.tx, officerId);
      if (viewer !== null) await keepFilter(current, viewer, kept);
    });
  for (const { login, substitute, ...absence } of absences(desk.clock.now(), desk.zone))
    await by('bao.dang', (current) =>
      addAbsence(current, {
        ...absence,
        officerId: known(officers, login).id,
        substituteId: known(officers, substitute).id,
      }),
    );
  await by('bao.dang', (current) =>
    createApiKey(current, {
      name: 'Hệ thống điện tử hải quan (đọc tờ khai)',
      scopes: ['declarations:read', 'declarations:write', 'cases:read'],
      expiresAt: new Date(current.at.getTime() + keyValidDays * dayMilliseconds),
      requestsPerMinute: 600,
    }),
  );
  // Proposed by the second administrator, so that whoever signs in as the first has something to decide.
  await by('ngan.ho', async (current) => {
    await proposeCalendar(current, {
      unitId: known(officers, 'tuan.tran').unitId,
      change: { weekly: { saturday: [{ from: '07:30', until: '11:30' }] } },
      note: 'Trực thông quan sáng thứ Bảy trong mùa cao điểm xuất khẩu cuối năm',
    });
    await changeRetention(current, {
      what: 'caseViews',
      days: 548,
      basis: 'Rút ngắn theo kết luận rà soát dữ liệu cá nhân của Chi cục',
    });
  });
  const { conversationId, contactId } = known(contacts, 'khoa-buom-trang');
  const { enterpriseId } = known(contacts, 'nhan-hai-au');
  await act(desk, { kind: 'contact', conversationId }, async (current) => {
    const said = { conversationId, caseId: null, author: 'person' as const, at: current.at };
    const text =
      'Em gửi hợp đồng đại lý hải quan ký với Công ty CP Thủy sản Cánh Hải Âu, số 17/2026/ĐLHQ, hiệu lực đến hết năm sau.';
    const messageId = await insertMessage(current.tx, { ...said, text });
    await saveConversation(current.tx, conversationId, { lastMessageAt: current.at });
    await askForLink(current, { conversationId, contactId, enterpriseId, messageIds: [messageId] });
  });

  await act(desk, schedule, async (current) => {
    const asking = known(contacts, 'hanh-nui-voi');
    await keepRequest(current, { id: asking.conversationId, contactId: asking.contactId }, 'deletion', 'waiting');
    await raiseFlags(current);
    await keepViews(
      current.tx,
      looks.map(([login, shows, minutesAgo]) => ({
        by: { kind: 'officer' as const, officerId: known(officers, login).id },
        of: { reference: known(references, shows) },
        part: 'detail' as const,
        at: new Date(current.at.getTime() - minutesAgo * minuteMilliseconds),
      })),
    );
  });

  async function by(login: string, deed: (current: Act, officerId: number) => Promise<unknown>): Promise<void> {
    const { id: officerId } = known(officers, login);
    await act(desk, { kind: 'officer', officerId }, (current) => deed(current, officerId));
  }
}

function known<Value>(map: ReadonlyMap<string, Value>, login: string): Value {
  const value = map.get(login);
  if (value === undefined) throw new Error(`The demonstration has nobody called ${login}`);
  return value;
}
