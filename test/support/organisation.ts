import { defaultPolicies } from '../../src/rules/escalation/defaults.ts';
import type { Role } from '../../src/rules/visibility/can-see.ts';
import { haiPhong20252027 } from '../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import type { Db } from '../../src/store/database.ts';
import { conversations } from '../../src/store/schema/conversations.ts';
import { contacts, enterprises } from '../../src/store/schema/enterprises.ts';
import { contactLinks } from '../../src/store/schema/linking.ts';
import {
  calendars,
  officeCodes,
  officers,
  policies,
  responsibilityRules,
  units,
} from '../../src/store/schema/organisation.ts';

export interface TestOfficer {
  id: number;
  name: string;
  email: string;
  role: Role;
  unitId: number;
}

/** A department in small: two border units below it, a professional division, and one person for each role. */
export interface Organisation {
  units: { root: number; supervision: number; port3: number; port1: number };
  officers: {
    /** An officer of port 3, the only one there who is dealt cases. */
    lan: TestOfficer;
    /** Team lead of port 3. */
    tuan: TestOfficer;
    /** Head of port 3. */
    hoa: TestOfficer;
    /** An officer of port 1. */
    minh: TestOfficer;
    /** Head of port 1. */
    dung: TestOfficer;
    /** Head of the supervision division, who answers at level 3. */
    son: TestOfficer;
    leader: TestOfficer;
    control: TestOfficer;
    administrator: TestOfficer;
  };
  enterprise: { id: number; name: string; taxCode: string };
  contactId: number;
  /** A Telegram chat of the enterprise's contact. */
  conversationId: number;
  policyIds: number[];
  calendarId: number;
}

const validFrom = '2020-01-01';

export async function seedOrganisation(db: Db, at: Date): Promise<Organisation> {
  const unitIds = await seedUnits(db);
  const people = await seedOfficers(db, unitIds);
  await db.insert(officeCodes).values([
    { code: '03TG', unitId: unitIds.port3, name: 'Hải quan CK cảng Hải Phòng khu vực 3', shortName: 'HQHPKV3' },
    { code: '03CC', unitId: unitIds.port1, name: 'Hải quan CK cảng Hải Phòng khu vực 1', shortName: 'HQHPKV1' },
  ]);
  await db
    .insert(responsibilityRules)
    .values({ precedence: 100, note: 'Theo đơn vị hải quan trên tờ khai', validFrom });
  const policyRows = await db
    .insert(policies)
    .values(defaultPolicies.map((definition) => ({ definition, validFrom })))
    .returning({ id: policies.id });
  const calendar = first(
    await db
      .insert(calendars)
      .values({ definition: haiPhong20252027, proposedBy: 'test', approvedBy: 'test', approvedAt: at })
      .returning({ id: calendars.id }),
  );
  return {
    units: unitIds,
    officers: people,
    ...(await seedEnterprise(db, at)),
    policyIds: policyRows.map(({ id }) => id),
    calendarId: calendar.id,
  };
}

async function seedUnits(db: Db): Promise<Organisation['units']> {
  async function unit(code: string, parentId: number | null, name: string, shortName: string): Promise<number> {
    return first(
      await db.insert(units).values({ code, parentId, name, shortName, validFrom }).returning({ id: units.id }),
    ).id;
  }
  const root = await unit('R3', null, 'Chi cục Hải quan khu vực III', 'HQKV3');
  return {
    root,
    supervision: await unit('R3-GSQL', root, 'Phòng Giám sát quản lý', 'GSQL'),
    port3: await unit('R3-03TG', root, 'Hải quan cửa khẩu cảng Hải Phòng khu vực 3', 'Cảng HP 3'),
    port1: await unit('R3-03CC', root, 'Hải quan cửa khẩu cảng Hải Phòng khu vực 1', 'Cảng HP 1'),
  };
}

async function seedOfficers(db: Db, unitIds: Organisation['units']): Promise<Organisation['officers']> {
  async function officer(login: string, name: string, title: string, role: Role, unitId: number): Promise<TestOfficer> {
    const row = { name, title, email: `${login}@haiquan.example`, role, unitId };
    const { id } = first(await db.insert(officers).values(row).returning({ id: officers.id }));
    return { id, name, email: row.email, role, unitId };
  }
  const { root, supervision, port3, port1 } = unitIds;
  return {
    lan: await officer('lan', 'Nguyễn Thị Lan', 'Công chức giám sát', 'officer', port3),
    tuan: await officer('tuan', 'Trần Anh Tuấn', 'Đội trưởng Đội Thủ tục', 'teamLead', port3),
    hoa: await officer('hoa', 'Phạm Thị Hoa', 'Trưởng Hải quan cửa khẩu', 'unitHead', port3),
    minh: await officer('minh', 'Lê Quang Minh', 'Công chức thủ tục', 'officer', port1),
    dung: await officer('dung', 'Vũ Tiến Dũng', 'Trưởng Hải quan cửa khẩu', 'unitHead', port1),
    son: await officer('son', 'Hoàng Văn Sơn', 'Trưởng phòng Giám sát quản lý', 'unitHead', supervision),
    leader: await officer('lanhdao', 'Đỗ Mạnh Hùng', 'Chi cục trưởng', 'departmentLeader', root),
    control: await officer('kiemtra', 'Bùi Thu Hà', 'Kiểm tra nội bộ', 'internalControl', root),
    administrator: await officer('quantri', 'Đặng Quốc Bảo', 'Quản trị hệ thống', 'administrator', root),
  };
}

async function seedEnterprise(
  db: Db,
  at: Date,
): Promise<Pick<Organisation, 'enterprise' | 'contactId' | 'conversationId'>> {
  const row = { taxCode: '0200000011', name: 'Công ty TNHH Đồ gỗ Đại Dương', createdAt: at };
  const { id: enterpriseId } = first(await db.insert(enterprises).values(row).returning({ id: enterprises.id }));
  const contact = first(
    await db
      .insert(contacts)
      .values({ enterpriseId, name: 'Trần Thị Mai', createdAt: at })
      .returning({ id: contacts.id }),
  );
  const link = { contactId: contact.id, enterpriseId, role: 'staff', basis: 'demonstration', evidence: {} } as const;
  await db.insert(contactLinks).values({ ...link, validFrom: at });
  const chat = {
    channel: 'telegram' as const,
    account: '7000000001',
    address: '900001',
    contactId: contact.id,
    displayName: 'Mai Trần',
    dialogue: {},
    createdAt: at,
    lastMessageAt: at,
  };
  const conversation = first(await db.insert(conversations).values(chat).returning({ id: conversations.id }));
  return {
    enterprise: { id: enterpriseId, name: row.name, taxCode: row.taxCode },
    contactId: contact.id,
    conversationId: conversation.id,
  };
}

function first<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The row was not stored');
  return row;
}
