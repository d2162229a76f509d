declare module 'minhash' {
  export class Minhash {
    constructor(options: { numPerm: number });
    update(text: string): void;
    jaccard(other: Minhash): number;
  }
}
