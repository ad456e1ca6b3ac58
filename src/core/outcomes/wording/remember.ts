const most = 20_000;
const longest = 300;

/**
 * The same function with its latest answers at hand: a file is read again at every keystroke, and all of its
 * titles but one are as they were. Holds at most 20,000 answers to texts of at most 300 characters.
 */
export function remember<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (known.size >= most) known.clear();
    if (text.length <= longest) known.set(text, answer);
    return answer;
  };
}
