// Dates in words, as precise as they are known, the way the pages that Rust writes have them: see `src/i18n/format.rs`.

// `5 mai 2024`, `mai 2024`, `2024`. What is not a date is given back as it is.
function writtenDate(iso, short) {
  const { format } = labels;
  const [, year, month, day] = /^(\d{4})(?:-(\d+)(?:-(\d+))?)?$/.exec(iso.split(/[T ]/)[0]) || [];
  if (!month) return year || iso;
  const months = short ? format.short_months : format.months;
  const name = (months.split ? months.split("|") : months)[month - 1];
  if (!name || day < 1 || day > 31) return iso;
  const values = { year, month: name, day: day > 1 ? Number(day) : format.first_day };
  return format[day ? "date" : "month"].replace(/\{(\w+)\}/g, (hole, key) => values[key]);
}
