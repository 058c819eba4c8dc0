const TIME_OF_DAY = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' });

/** Whether it is between both times of the day in WIB; a quiet time that goes over midnight ends the next morning. */
export function isQuiet(
  { quiet_from: from, quiet_to: to }: { quiet_from: string | null; quiet_to: string | null },
  at: Date,
) {
  if (from === null || to === null || from === to) return false;
  const now = TIME_OF_DAY.format(at);
  return from < to ? from <= now && now < to : from <= now || now < to;
}
