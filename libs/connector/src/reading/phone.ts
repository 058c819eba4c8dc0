import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number as E.164, read as people in Indonesia write it; `undefined` where it is none. */
export function readPhone(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const number = parsePhoneNumberFromString(text, 'ID');
  return number?.isPossible() ? number.number : undefined;
}
