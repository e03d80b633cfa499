import { normalizePhone } from './phone.ts';
import { fieldsOf, idOf, present } from './read.ts';

/** What a person said about themselves. A claim: they can edit it before sending. */
export interface SharedInfo {
  readonly name?: string;
  /** In the form `84…`; absent when what was given is no Vietnamese number. */
  readonly phone?: string;
  /** As it was given. */
  readonly givenPhone?: string;
  readonly birthDate?: string;
  readonly gender?: string;
  readonly address?: string;
  readonly ward?: string;
  readonly district?: string;
  readonly city?: string;
}

/** Reads both the present form, with `full_address`, and the older flat one. */
export function readSharedInfo(info: unknown): SharedInfo {
  const fields = fieldsOf(info);
  const place = fieldsOf(fields.full_address);
  const givenPhone = idOf(fields.phone);
  return present({
    name: idOf(fields.name),
    phone: givenPhone === undefined ? undefined : normalizePhone(givenPhone),
    givenPhone,
    birthDate: idOf(fields.user_dob),
    gender: idOf(fields.gender),
    address: idOf(place.user_address) ?? idOf(fields.address),
    ward: idOf(place.user_ward) ?? idOf(fields.ward),
    district: idOf(place.user_district) ?? idOf(fields.district),
    city: idOf(place.user_city) ?? idOf(fields.city),
  });
}
