/** What a program's key may be allowed to do. */
export const apiScopes = [
  'cases:read',
  'cases:write',
  'declarations:read',
  'declarations:write',
  'enterprises:read',
  'enterprises:write',
  'ratings:read',
  'ratings:write',
  'appendices:read',
  'organisation:read',
  'administration',
] as const;
export type ApiScope = (typeof apiScopes)[number];

interface Area {
  /** The first parts of the path behind /api/v1/. */
  paths: readonly string[];
  read: ApiScope;
  write: ApiScope;
}

const areas: readonly Area[] = [
  {
    paths: [
      'cases',
      'files',
      'messages',
      'verifications',
      'corrective-actions',
      'wall',
      'today',
      'compliance',
      'exports',
    ],
    read: 'cases:read',
    write: 'cases:write',
  },
  { paths: ['labels'], read: 'cases:read', write: 'administration' },
  { paths: ['declarations'], read: 'declarations:read', write: 'declarations:write' },
  {
    paths: ['enterprises', 'enterprise-codes', 'links', 'link-requests'],
    read: 'enterprises:read',
    write: 'enterprises:write',
  },
  { paths: ['ratings'], read: 'ratings:read', write: 'ratings:write' },
  {
    paths: ['appendices', 'appendix-changes', 'promises', 'look-ups'],
    read: 'appendices:read',
    write: 'administration',
  },
  {
    paths: ['organisation', 'officers', 'receiving-units', 'calendars', 'policies', 'routing'],
    read: 'organisation:read',
    write: 'administration',
  },
];

// Who asks for these learns only of itself, or what everybody is warned of.
const everybodys = new Set(['session', 'warnings']);

/** The scope that a request needs; null where any key will do. What is in no area is administration. */
export function scopeNeeded(method: string, path: string): ApiScope | null {
  const [first = ''] = path.replace(/^\/api\/v1\//u, '').split('/');
  if (everybodys.has(first)) return null;
  const area = areas.find(({ paths }) => paths.includes(first));
  const isRead = method === 'GET' || method === 'HEAD';
  if (area === undefined) return 'administration';
  return isRead ? area.read : area.write;
}

/** Whether a key may send this request. A key without a list is from the installation and may do everything. */
export function mayCall(scopes: readonly ApiScope[] | null, method: string, path: string): boolean {
  if (scopes === null) return true;
  const needed = scopeNeeded(method, path);
  return needed === null || scopes.includes(needed);
}
