import { upload } from './assets.ts';
import { messageQuota, sendConsultation } from './consultation.ts';
import { type Fields, queryData, refused } from './fields.ts';
import { conversation, recentChats } from './history.ts';
import { type Call, type Host, json } from './host.ts';
import { sendOldMessage } from './old-message.ts';
import { removeTag, tagUser, untagUser } from './tags.ts';
import { sendTemplateToUser } from './templates.ts';
import { deleteUserInfo, updateUser, userDetail, userList } from './user-records.ts';
import type { World } from './world.ts';

type Endpoint = (world: World, payload: Fields, call: Call) => unknown;

const ended: Endpoint = () => {
  throw refused(-233, 'This service has ended');
};

const endpoints: Readonly<Record<string, Endpoint>> = {
  'POST /v3.0/oa/message/cs': sendConsultation,
  'POST /v3.0/oa/message/transaction': ended,
  'POST /v3.0/oa/message/promotion': ended,
  'POST /v3.0/oa/message/template': sendTemplateToUser,
  'POST /v2.0/oa/message': sendOldMessage,
  'POST /v2.0/oa/upload/image': async (world, _, call) => ({ attachment_id: await upload(world, 'image', call) }),
  'POST /v2.0/oa/upload/gif': async (world, _, call) => ({ attachment_id: await upload(world, 'gif', call) }),
  'POST /v2.0/oa/upload/file': async (world, _, call) => ({ token: await upload(world, 'file', call) }),
  'GET /v3.0/oa/user/detail': userDetail,
  'GET /v3.0/oa/user/getlist': userList,
  'POST /v3.0/oa/user/update': updateUser,
  'POST /v2.0/oa/deletefollowerinfo': deleteUserInfo,
  'POST /v2.0/oa/tag/tagfollower': tagUser,
  'POST /v2.0/oa/tag/rmfollowerfromtag': untagUser,
  'POST /v2.0/oa/tag/rmtag': removeTag,
  'GET /v2.0/oa/tag/gettagsofoa': (world) => [...world.tags],
  'GET /v2.0/oa/conversation': conversation,
  'GET /v2.0/oa/listrecentchat': recentChats,
  'GET /v2.0/oa/getoa': profile,
  'POST /v3.0/oa/quota/message': messageQuota,
};

/** `openapi.zalo.me`: every answer is HTTP 200, and its `error` says what it is worth. */
export function oaHost(world: World): Host {
  return {
    async answer(call) {
      if (!world.grants.isValid(accessTokenOf(call))) throw refused(-216, 'Access token is invalid');
      const refusedBy = world.limits?.take(world.now());
      if (refusedBy) throw refused(-32, `Your ${refusedBy === 'app' ? 'application' : 'OA'} reached limit call api`);
      const endpoint = endpoints[`${call.httpMethod} ${call.path}`];
      if (endpoint === undefined) throw refused(404, 'Empty or invalid API');

      const payload = call.httpMethod === 'GET' ? queryData(call.payload) : call.payload;
      const data = await endpoint(world, payload, call);
      return json({ error: 0, message: 'Success', data }, rateHeaders(world));
    },
    // What the body reader refuses arrives here with an HTTP status, and Zalo has a code of its own for it.
    refuse: ({ code, message }) => json({ error: code === 400 ? -201 : code, message }, rateHeaders(world)),
  };
}

export function accessTokenOf({ headers }: Call): string | undefined {
  const { access_token: token } = headers;
  return typeof token === 'string' ? token : undefined;
}

function rateHeaders({ limits, now }: World): Record<string, string> {
  if (limits === null) return {};
  return { 'X-RateLimit-Limit': String(limits.limit), 'X-RateLimit-Remain': String(limits.remaining(now())) };
}

function profile(world: World): Fields {
  return {
    oaid: world.account.oaId,
    oa_id: world.account.oaId,
    name: world.account.oaName,
    description: '',
    oa_alias: '',
    is_verified: true,
    oa_type: 4,
    cate_name: 'Cơ quan nhà nước',
    num_follower: [...world.users.values()].filter((user) => user.follows).length,
    avatar: `${world.origin}/media/avatar.png`,
    package_name: 'Growth',
  };
}
