/** Days and hours, on the clock of the organisation; see engine/clocks.py. */

/** Whether every part of a clock of the pack that is given holds at a local time. */
export function strikes({ first = "", last = "~", weekdays, minutes }, { day, weekday, minute }) {
  if (day < first || day > last || (weekdays && !weekdays.includes(weekday))) return false;
  if (!minutes) return true;
  const [start, end] = minutes;
  return start < end ? start <= minute && minute < end : minute >= start || minute < end;
}

/** Reads times on the organisation's clock; a text without a zone is taken to be on it already. */
export function clockOf(timeZone) {
  const two = "2-digit";
  const shown = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: two,
    day: two,
    hour: two,
    minute: two,
  });
  const local = (date) => {
    const part = Object.fromEntries(
      shown.formatToParts(date).map(({ type, value }) => [type, value]),
    );
    return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
  };
  return (when) => {
    const isLocal = typeof when === "string" && !/(?:z|[+-]\d\d:?\d\d)$/i.test(when);
    const time = isLocal ? when : local(new Date(when));
    const day = time.slice(0, 10);
    const weekday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7; // Monday is 0
    return { day, weekday, minute: time.slice(11, 13) * 60 + Number(time.slice(14, 16)) };
  };
}
