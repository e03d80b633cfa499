import { randomBytes } from 'node:crypto';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { appointAdministrator } from '../desk/installation/appoint-administrator.ts';
import { createOfficerSignIn } from '../http/auth.ts';
import { openStore } from '../store/open-store.ts';

/** Makes an administrator who can sign in, in an installation that may have no organisation yet. */
export async function createAdmin({ email, name, unit }: { email: string; name: string; unit: string }): Promise<void> {
  const config = readConfig(process.env);
  const store = await openStore({ ...config, connections: 2, say: (sentence) => console.error(sentence) });
  try {
    const at = systemClock.now();
    const { db } = store.database;
    const officerId = await db.transaction((tx) =>
      appointAdministrator(tx, { email, name, unitName: unit, at, zone: config.timeZone }),
    );
    const password = randomBytes(12).toString('base64url');
    await createOfficerSignIn(db, { email, password, officerId, at });
    console.log(
      `Đã tạo tài khoản quản trị.\n  Email:    ${email}\n  Mật khẩu: ${password}\nMật khẩu chỉ hiện một lần.`,
    );
  } finally {
    await store.close();
  }
}
