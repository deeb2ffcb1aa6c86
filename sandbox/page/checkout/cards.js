// The test cards, and what each of them does.

export const CARDS = [
  { number: "4242424242424242", words: "cardSucceeds", tone: "good" },
  { number: "4000002760003184", words: "cardConfirms", tone: "ask" },
  { number: "4000000000000002", words: "cardDeclined", tone: "bad" },
  { number: "4000000000009995", words: "cardNoFunds", tone: "bad" },
];

export const spaced = (number) => number.replace(/(.{4})(?=.)/g, "$1 ");
