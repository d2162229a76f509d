import type { Generated } from 'kysely';

interface PersonTable {
  readonly id: string;
  readonly unit: string;
  readonly card: string;
  readonly name: string;
  readonly cell: string;
  readonly post: string;
  readonly place: string;
  readonly is_head: 0 | 1;
  readonly is_key_cadre: 0 | 1;
  readonly is_probationary: Generated<0 | 1>;
  readonly erased_at: string | null;
}

interface AudienceTable {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
}

interface AudienceMemberTable {
  readonly audience: string;
  readonly person: string;
}

interface CampaignAudienceTable {
  readonly campaign: string;
  readonly audience: string;
  readonly prompt: string;
  readonly due: string | null;
  readonly situation: Generated<string | null>;
}

interface DueDayTable {
  readonly campaign: string;
  readonly unit: string;
  readonly due: string;
}

interface RosterEntryTable {
  readonly campaign: string;
  readonly person: string;
  readonly unit: string;
  /** One of EXEMPTIONS; empty for none. */
  readonly exemption: Generated<string>;
  readonly exemption_note: Generated<string>;
  readonly exempted_by: string | null;
  readonly attended: 0 | 1 | null;
  readonly revision: Generated<number>;
}

interface EssayPersonTable {
  readonly submission: string;
  readonly person: string;
  readonly basis: string;
  readonly confirmed_by: string | null;
  readonly at: string;
}

/** What an essay says of its own writer, for matching: lists as JSON. */
interface ToldWriterTable {
  readonly submission: string;
  readonly names: string;
  readonly numbers: string;
}

/** Whom the machine would ask about, the likeliest at place 1. */
interface WriterCandidateTable {
  readonly submission: string;
  readonly place: number;
  readonly person: string;
  readonly basis: string;
}

/** Essays of which somebody said that nobody of the roster wrote them. */
interface NoWriterTable {
  readonly submission: string;
  readonly by: string;
  readonly at: string;
}

interface WriterChangeTable {
  readonly id: Generated<number>;
  readonly submission: string;
  readonly other: string;
}

interface RoundTable {
  readonly campaign: string;
  readonly person: string;
  readonly number: number;
  readonly due: string | null;
  readonly submission: string | null;
  readonly opened_by: string;
  readonly opened_at: string;
}

/** Batches that members handed in themselves, each with one file, and the round that it was for. */
interface HandedInTable {
  readonly batch: string;
  readonly campaign: string;
  readonly person: string;
  readonly number: number;
  readonly at: string;
}

/** When somebody had an essay compared that was not handed in: nothing else is kept of it. */
interface PreCheckTable {
  readonly id: Generated<number>;
  readonly campaign: string;
  readonly person: string;
  readonly at: string;
}

interface SecondLookTable {
  readonly id: string;
  readonly campaign: string;
  readonly unit: string;
  readonly submission: string;
  readonly person: string;
  readonly words: string;
  readonly asked_at: string;
  readonly answer: string | null;
  readonly answered_by: string | null;
  readonly answered_at: string | null;
}

/** Tables of members: rosters, who wrote what, rounds, what members ask for. */
export interface PeopleTables {
  readonly person: PersonTable;
  readonly audience: AudienceTable;
  readonly audience_member: AudienceMemberTable;
  readonly campaign_audience: CampaignAudienceTable;
  readonly due_day: DueDayTable;
  readonly roster_entry: RosterEntryTable;
  readonly essay_person: EssayPersonTable;
  readonly told_writer: ToldWriterTable;
  readonly writer_candidate: WriterCandidateTable;
  readonly no_writer: NoWriterTable;
  readonly writer_change: WriterChangeTable;
  readonly round: RoundTable;
  readonly handed_in: HandedInTable;
  readonly pre_check: PreCheckTable;
  readonly second_look: SecondLookTable;
}
