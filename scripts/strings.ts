/** Prints every string that users read, by area, with counts. */
import { userStrings } from './strings/userStrings.ts';

const strings = await userStrings();
const areas = [...new Set(strings.map(({ area }) => area))].map((area) => ({
  area,
  texts: strings.filter((string) => string.area === area).map(({ text }) => text),
}));
for (const { area, texts } of areas) {
  console.log(`\n## ${area} (${texts.length})\n`);
  for (const text of texts) console.log(`- ${text.replaceAll('\n', ' ⏎ ')}`);
}
console.log('\n## Counts\n');
for (const { area, texts } of areas) console.log(`${String(texts.length).padStart(5)} ${area}`);
console.log(`${String(strings.length).padStart(5)} in total`);
