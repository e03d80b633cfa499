import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { act } from '../../src/desk/act.ts';
import { addExclusion } from '../../src/desk/cases/add-exclusion.ts';
import { openCase } from '../../src/desk/cases/open-case.ts';
import { say } from '../../src/desk/conversations/say.ts';
import type { Auth } from '../../src/http/auth.ts';
import { insertFiles, insertMessage } from '../../src/store/messages.ts';
import { conversations, outbox } from '../../src/store/schema/conversations.ts';
import { contacts, enterprises } from '../../src/store/schema/enterprises.ts';
import { contactLinks } from '../../src/store/schema/linking.ts';
import { openDesk, type TestDesk } from './desk.ts';
import type { GeneratedOrganisation } from './generated-organisation.ts';
import { type PlantedOrganisation, plantGenerated } from './plant-organisation.ts';
import { type Caller, callerWith, openWeb, type Web } from './web.ts';

export interface OpenedReport {
  reference: string;
  caseId: number;
  mark: string;
  /** Everybody who must meet no trace of it, by id; from the opening on or since internal control found out. */
  party: Set<number>;
  /** Those of them who could be told before internal control found out. */
  foundLater: Set<number>;
  /** A message of it that did not arrive, and a stored file. */
  undeliveredId: number;
  fileId: number;
}

/** A desk with a generated organisation and its reports open, and a way to call the API as each of its officers. */
export interface ReportDesk extends AsyncDisposable {
  desk: TestDesk;
  web: Web;
  planted: PlantedOrganisation;
  reports: OpenedReport[];
  callerAs(officerId: number): Caller;
  /** Opens one more report about the same organisation, now. */
  open(report: GeneratedOrganisation['reports'][number]): Promise<OpenedReport>;
}

export async function openReportDesk(plan: GeneratedOrganisation, now: string): Promise<ReportDesk> {
  const desk = await openDesk({ now });
  const { db } = desk.database;
  await db.execute(sql`truncate units, officers, policies, calendars, responsibility_rules, enterprises, contacts,
    conversations restart identity cascade`);
  const planted = await plantGenerated(db, plan, desk.clock.now());
  const filesDirectory = await mkdtemp(join(tmpdir(), 'reports-'));
  await writeFile(join(filesDirectory, 'anh.png'), 'x');
  const web = await openWeb(desk, {
    auth: sessionsByHeader,
    config: { publicUrl, isDemonstration: false, telegramBotName: () => null, filesDirectory },
  });
  const enterprise = await theEnterprise(desk);
  const reports: OpenedReport[] = [];
  const openOne = (report: GeneratedOrganisation['reports'][number]) => open(desk, planted, plan, report, enterprise);
  for (const report of plan.reports) {
    // Each at a minute of its own, by which a list without numbers can be told apart.
    desk.clock.advanceBy(1000);
    reports.push(await openOne(report));
  }
  return {
    desk,
    web,
    planted,
    reports,
    open: openOne,
    callerAs: (officerId) => callerWith(web.app, { cookie: `officer=${officerId}`, origin: publicUrl }),
    async [Symbol.asyncDispose]() {
      await web[Symbol.asyncDispose]();
      await desk[Symbol.asyncDispose]();
      await rm(filesDirectory, { recursive: true });
    },
  };
}

const publicUrl = 'http://localhost:3000';

// Hundreds of sign-ins would spend the test's time on hashing passwords; who is signed in is all that the API asks.
const sessionsByHeader = {
  api: {
    getSession: async ({ headers }: { headers: Headers }) => {
      const officerId = Number(/officer=(\d+)/.exec(headers.get('cookie') ?? '')?.[1]);
      return { session: { id: `phien${officerId}` }, user: { officerId, email: `canbo${officerId}@haiquan.example` } };
    },
  },
  // The sign-in library has a hundred functions that are not called here.
} as unknown as Auth;

async function theEnterprise({ database: { db }, clock }: TestDesk) {
  const createdAt = clock.now();
  const [enterprise] = await db
    .insert(enterprises)
    .values({ taxCode: '0200000011', name: 'Công ty Đại Dương', createdAt })
    .returning();
  const enterpriseId = enterprise?.id ?? 0;
  const [contact] = await db.insert(contacts).values({ enterpriseId, name: 'Trần Thị Mai', createdAt }).returning();
  const link = {
    contactId: contact?.id ?? 0,
    enterpriseId,
    role: 'staff',
    basis: 'demonstration',
    evidence: {},
  } as const;
  await db.insert(contactLinks).values({ ...link, validFrom: createdAt });
  const contactId = contact?.id ?? 0;
  const chat = { channel: 'telegram' as const, account: '7000000001', address: '900001', dialogue: {} };
  const [conversation] = await db
    .insert(conversations)
    .values({ ...chat, contactId, createdAt, lastMessageAt: createdAt })
    .returning();
  return { enterpriseId, contactId, conversationId: conversation?.id ?? 0 };
}

async function open(
  desk: TestDesk,
  { officerIds }: PlantedOrganisation,
  plan: GeneratedOrganisation,
  report: GeneratedOrganisation['reports'][number],
  enterprise: Awaited<ReturnType<typeof theEnterprise>>,
): Promise<OpenedReport> {
  const { conversationId } = enterprise;
  const idOf = (place: number) => officerIds[place] ?? 0;
  const opened = await act(desk, { kind: 'contact', conversationId }, async (current) => {
    const said = { conversationId, author: 'person' as const, text: report.text, at: current.at };
    const messageId = await insertMessage(current.tx, said);
    const { row } = await openCase(current, {
      ...enterprise,
      kind: report.kind,
      isVerified: true,
      description: report.text,
      category: 'processing_delay',
      officeCode: report.officeUnit === null ? null : `09U${report.officeUnit}`,
      declarationNo: report.declaration === null ? null : (plan.declarations[report.declaration]?.number ?? null),
      urgent: false,
      messageIds: [messageId],
      subjectIds: report.subjects.map(idOf),
      step: report.step,
    });
    const [fileId = 0] = await insertFiles(current.tx, [
      { messageId, channel: 'telegram', ref: 'f', name: 'anh.png', state: 'stored', path: 'anh.png' },
    ]);
    const undeliveredId = await say(current, {
      conversationId,
      caseId: row.id,
      message: { text: `Đã nhận ${report.mark}` },
    });
    return { reference: row.reference, caseId: row.id, fileId, undeliveredId };
  });
  await desk.database.db
    .update(outbox)
    .set({ state: 'failed' })
    .where(sql`${outbox.messageId} = ${opened.undeliveredId}`);

  const party = new Set([...report.party].map(idOf));
  const known: OpenedReport = { ...opened, mark: report.mark, party, foundLater: new Set() };
  if (report.foundLater !== null) await findOut(desk, known, idOf(report.foundLater));
  return known;
}

/** Internal control finds out that an officer is party to a report that is already open. */
export async function findOut(desk: TestDesk, report: OpenedReport, officerId: number): Promise<void> {
  if (report.party.has(officerId)) return;
  const { reference } = report;
  await act(desk, { kind: 'apiKey', name: 'kiểm tra' }, (current) =>
    addExclusion(current, { reference, officerId, because: 'Kiểm tra nội bộ xác định' }),
  );
  report.party.add(officerId);
  report.foundLater.add(officerId);
}
