export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  /** Lower case, straight apostrophes, without a possessive 's. */
  readonly lower: string;
  readonly possessive: boolean;
}

/** Titles are a line; what is beyond this many characters can no longer change what the start says. */
const longest = 600;

/**
 * The words, numbers and marks of a title. A number keeps its currency and unit ("$12M", "99.5%", "48h",
 * "+20"), a word keeps its inner hyphens and dots ("drop-off", "Next.js"). Linear in the first 600 characters.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(0, longest).replace(arrows, ' → ').matchAll(pattern)) {
    const raw = match[0];
    if (match[1] !== undefined) {
      tokens.push({ kind: 'number', text: raw, lower: raw.toLowerCase(), possessive: false });
    } else if (match[2] !== undefined) {
      const lower =
        raw === 'IT' || raw === 'US'
          ? `${raw[0]}.${raw[1]}`.toLowerCase()
          : raw.toLowerCase().replaceAll('’', "'");
      const possessive = /(?:'s|s')$/.test(lower);
      const stem = lower.replace(/'s$/, '').replace(/'$/, '');
      const kind = numberWords.has(stem) || spelledOut.test(stem) ? 'number' : 'word';
      tokens.push({ kind, text: raw, lower: possessive ? stem : lower, possessive });
    } else {
      tokens.push({ kind: 'mark', text: raw, lower: raw, possessive: false });
    }
  }
  return tokens;
}

/** 1: a number with what is written onto it. 2: a word. Else one visible character. */
const pattern =
  /((?:(?<![\p{L}\p{N}])[+\-−])?[~≥≤<>]?[$€£¥]?\d(?:[\d,.' ]?\d)*(?:[%‰+]|[a-z]{1,3}(?![\p{L}\p{N}]))?(?![\p{L}\d]))|([CF]#(?![\p{L}\d])|[\p{L}\p{N}](?:[\p{L}\p{N}]|['’._-](?=[\p{L}\p{N}])|['’](?=\s))*)|[^\s]/giu;

/** Each way of writing an arrow. */
const arrows = /\s*(?:->|=>|-->|⇒|➔|➜|⟶)\s*/g;

const spelledOut =
  /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine)$/;

const numberWords = new Set(
  `two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy
   eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens
   two-thirds three-quarters`.split(/\s+/),
);
