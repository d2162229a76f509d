export const MATERIAL_KINDS = ['printed', 'electronic', 'other'] as const;

/** Something to study from that a unit hands out. */
export interface Material {
  readonly id: string;
  readonly title: string;
  readonly kind: (typeof MATERIAL_KINDS)[number];
  readonly revision: number;
  /** People and cells of the roster that were given it. */
  readonly people: number;
  readonly cells: number;
}

/** One of the roster, and whether they were given the material. */
export interface MaterialPerson {
  readonly id: string;
  readonly card: string;
  readonly name: string;
  readonly cell: string;
  readonly isKeyCadre: boolean;
  readonly isGiven: boolean;
}

/** A cell of the roster (empty: the unit itself), its people, and whether it was given the material. */
export interface MaterialCell {
  readonly cell: string;
  readonly people: number;
  readonly isGiven: boolean;
}

/** How far material has come: people and cells of the roster, and those of them that were given any. */
export interface MaterialRates {
  readonly members: number;
  readonly givenMembers: number;
  readonly cells: number;
  readonly givenCells: number;
}

/** What is handed out and what is taken back; cells as the roster writes them. */
export interface Handing {
  readonly give: { readonly people: readonly string[]; readonly cells: readonly string[] };
  readonly takeBack: { readonly people: readonly string[]; readonly cells: readonly string[] };
}
