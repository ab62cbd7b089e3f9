/* The words of an expression and where they stand; the language itself is in expression.ts. */

/** From a place in the text, counted in characters from 0, up to but not including another. */
export interface Place {
  readonly from: number;
  readonly until: number;
}

export interface Word extends Place {
  readonly kind: "word" | "number" | "currency" | "sign" | "end";
  readonly text: string;
}

/** What is wrong with an expression, and where. */
export class ExpressionError extends Error {
  readonly at: Place;

  constructor({ from, until }: Place, sentence: string) {
    super(sentence);
    this.name = "ExpressionError";
    this.at = { from, until };
  }
}

const shapes: readonly [Word["kind"], RegExp][] = [
  ["sign", />=|<=|[(),:]/y],
  ["number", /\d+(\.\d+)?/y],
  ["currency", /[A-Z]{3}(?![A-Za-z0-9_])/y],
  ["word", /[a-z][a-z0-9_]*/y],
];

/** Reads on through the words of a text. */
export interface Cursor {
  look(ahead?: number): Word;
  take(): Word;
  /** @throws ExpressionError with the sentence where the next word is another */
  expect(text: string, sentence: string): void;
  /** The end of the word taken last. */
  end(): number;
}

export function cursorOf(text: string): Cursor {
  const words = wordsOf(text);
  const end: Word = { kind: "end", text: "", from: text.length, until: text.length };
  let next = 0;
  const look = (ahead = 0) => words[next + ahead] ?? end;
  const take = () => {
    const word = look();
    next += 1;
    return word;
  };
  return {
    look,
    take,
    expect: (wanted, sentence) => {
      const word = take();
      if (word.text === wanted && word.kind !== "end") return;
      const found = word.kind === "end" ? "The text ends too early" : `"${word.text}" cannot stand here`;
      throw new ExpressionError(word, `${found}. ${sentence}`);
    },
    end: () => words[next - 1]?.until ?? 0,
  };
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (at >= text.length) return words;
    const word = wordAt(text, at);
    words.push(word);
    at = word.until;
  }
}

function wordAt(text: string, from: number): Word {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = from;
    const [found] = shape.exec(text) ?? [];
    if (found !== undefined) return { kind, text: found, from, until: from + found.length };
  }
  const [found = ""] = /^\S+/.exec(text.slice(from)) ?? [];
  const hint = /^[<>=]/.test(found)
    ? 'Write ">=" for at least and "<=" for at most.'
    : "Measures are written in small letters, currencies as three large ones, numbers in plain digits.";
  throw new ExpressionError({ from, until: from + found.length }, `"${found}" has no meaning here. ${hint}`);
}
