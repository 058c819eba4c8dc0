/** An instant with the offset of the platform's clocks, to the millisecond; as it is where the profile names none. */
export function localTime(at: string, offset: string | undefined): string {
  if (offset === undefined) return at;
  const [, sign = '+', hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const shiftMs = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return `${new Date(Date.parse(at) + shiftMs).toISOString().slice(0, -1)}${offset}`;
}
