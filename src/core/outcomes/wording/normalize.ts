/**
 * A title without what people put around it in lists: Markdown, check boxes, bullets, numbering ("1.", "2)"),
 * labels ("O1:", "KR 2 -", "[Q3]", "Objective:"), emoji and the final period. What is left starts with its
 * first real word. Reads at most the first 2,000 characters.
 */
export function normalizeTitle(title: string): string {
  let text = plain(title.slice(0, 2000));
  for (let before = ''; before !== text;) {
    before = text;
    for (const prefix of prefixes) text = text.replace(prefix, '');
  }
  const bare = text.replace(trailing, '');
  return (bare === '' ? plain(title.slice(0, 2000)) : bare).trim();
}

/** Their words say nothing of what stands there. */
const addresses = /\bhttps?:\/\/[^\s)>\]]*[^\s)>\],.;:!?]/gi;

function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„«»"]/g, '')
    .replace(/(^|[\s(])'(\p{L}[^']{0,80})'(?=[\s).,;:!?]|$)/gu, '$1$2')
    .replace(/<=|=</g, '≤')
    .replace(/(?<=\d ?%)\+(?=\s|$)/g, '')
    .replace(/>=/g, '≥')
    .replace(/(^|\s)\.(?=[a-z]{2})/gi, '$1')
    .replace(/!?\[([^\][]{1,300})\]\([^()]{0,300}\)/g, '$1')
    .replace(addresses, 'it')
    .replace(/[*_~]{2,3}|`/g, '')
    .replace(/(?<=[a-z]) \([A-Z]{2,6}s?\)(?= \p{L})/u, '')
    .replace(/^(?:No\.|Nr\.?|#|№) ?of(?= )/i, 'Number of')
    .replace(/(?<= )(?:no\.|#|№) ?of(?= )/gi, 'number of')
    .replace(/(^|\s)[*_](?=\S)|(?<=\S)[*_](?=\s|$)/g, '$1')
    .trim();
}

const pictures = String.raw`(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1F1E6}-\u{1F1FF}]|[\uFE0F\u200D\u20E3])`;

const prefixes: readonly RegExp[] = [
  // Bullets, quotes, headings, check boxes, arrows.
  /^(?:[\s>#*•·–—‣▪●○◦→⇒✓✔✗☐☑-]+|\[[ xX]?\])\s*/u,
  new RegExp(`^(?:${pictures})+\\s*`, 'u'),
  // ":rocket:" as chat and hosting sites write emoji.
  /^:[a-z0-9_+-]{2,40}:\s*/,
  // "[Q3]", "(P1)", "[WIP]", "[Team Voice]".
  /^[[(](?:[A-Za-z]{0,3}\d[\w. -]{0,12}|[A-Z][\w &/.-]{0,24})[\])]\s*[:–—-]?\s+(?=\S)/,
  // "1." "2)" "a)" "(iv)" "1.2.3".
  /^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+/,
  /^\d{1,2}(?:\.\d{1,2}){2,}[.):]?\s+(?=\p{L})/u,
  /^\d{1,2}(?:\.\d{1,2})+[.):]?\s+(?!(?:million|billion|thousand|hundred|percent|per|times|x|m|k|bn|days?|hours?|minutes?|weeks?|months?|years?|seconds?|points?|or|to|of|on|out|in|star|stars|rating|average)\b)(?=\p{L})/iu,
  // "O1:", "KR 2 -", "KR1.2", "Objective 3:", "Goal:", "Q3 2025:", "P0 –".
  /^(?:o|kr|okr|q|h|p|g|objective|key ?results?|goal|outcome|output|target|result|initiative|epic|theme|milestone|task|activity|indicator|(?:strategic|specific|overall|development|immediate|intermediate|long-term|short-term|ultimate|project|general|main|primary|secondary) (?:objective|goal|outcome|output|result|impact)|priority|feature|story|phase|sprint|quarter|deliverable|impact|metric|todo)s?\s?[#-]?\d{0,2}(?:[.-]\d{1,2}){0,2}(?:[ /'-]?(?:20)?\d\d)?\s*(?::|–|—|\s-(?=\s)|\.(?=\s)|\))\s*(?=\S)/i,
  // "KR1 Reduce …", "O2 Customers …": a label with nothing after it but a space.
  /^(?:O|KR|OKR)\s?\d{1,2}(?:\.\d{1,2}){0,2}\s+(?=\p{L})/u,
  // "M5 — …", "WP3: …", "T12 - …".
  /^[A-Z]{1,2}\d{1,2}\s*(?::|–|—|\s-(?=\s))\s*(?=\S)/,
];

const trailing = new RegExp(`(?:[\\s.!;:,…]|${pictures})+$`, 'u');
