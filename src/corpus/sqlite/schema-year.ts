import type { Generated } from 'kysely';

/* Days are YYYY-MM-DD, times ISO 8601 in UTC; what is a list or has parts is JSON. `migrations-year.ts` says what each is for. */

interface StudySessionTable {
  readonly id: string;
  readonly campaign: string;
  readonly unit: string;
  readonly day: string;
  readonly title: string;
  readonly form: string;
  readonly mode: string;
  readonly is_catch_up: 0 | 1;
  readonly place: string;
  readonly speaker: string;
  readonly speaker_post: string;
  readonly minutes: number | null;
  readonly is_combined: 0 | 1;
  readonly told_summoned: number | null;
  readonly told_attended: number | null;
  readonly non_members: number | null;
  readonly comments: number | null;
  readonly questions: number | null;
  readonly answered: number | null;
  readonly revision: Generated<number>;
}

interface SessionPointTable {
  readonly session: string;
  readonly place: number;
  readonly name: string;
  readonly kind: string;
  readonly summoned: number | null;
  readonly attended: number | null;
}

interface AttendanceTable {
  readonly session: string;
  readonly person: string;
  readonly attended: 0 | 1 | null;
  readonly note: Generated<string>;
}

interface MaterialTable {
  readonly id: string;
  readonly campaign: string;
  readonly unit: string;
  readonly title: string;
  readonly kind: string;
  readonly revision: Generated<number>;
}

interface MaterialPersonTable {
  readonly material: string;
  readonly person: string;
}

interface MaterialCellTable {
  readonly material: string;
  readonly cell: string;
}

interface DutyTable {
  readonly campaign: string;
  readonly kind: string;
  readonly unit_kind: string;
  readonly due: string | null;
}

interface ProgrammeTable {
  readonly id: string;
  readonly campaign: string;
  readonly unit: string;
  readonly kind: string;
  readonly person: string | null;
  readonly title: string;
  readonly state: string;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly text: string;
  readonly facts: Generated<string>;
  readonly issued_number: Generated<string>;
  readonly issued_on: string | null;
  readonly adopted_on: string | null;
  readonly revision: Generated<number>;
  readonly created_by: string;
  readonly created_at: string;
}

interface ProgrammeTaskTable {
  readonly programme: string;
  readonly place: number;
  readonly kind: string;
  readonly words: string;
  readonly who: string;
  readonly due: string | null;
  readonly measure: string;
}

interface ProgrammeRemarkTable {
  readonly id: string;
  readonly programme: string;
  readonly revision: number;
  readonly kind: string;
  readonly said_by: string;
  readonly verdict: string | null;
  readonly answers: Generated<string>;
  readonly words: string;
  readonly by: string;
  readonly at: string;
}

interface ProgrammeShingleTable {
  readonly shingle: number;
  readonly programme: string;
  readonly start: number;
  readonly stop: number;
}

interface InChargeTable {
  readonly unit: string;
  readonly account: string;
}

interface SituationTable {
  readonly id: string;
  readonly unit: string;
  readonly job: string;
  readonly title: string;
  readonly prompt: string;
  readonly archived_at: string | null;
  readonly revision: Generated<number>;
}

interface QuestionTable {
  readonly id: string;
  readonly unit: string;
  readonly topic: string;
  readonly kind: string;
  readonly words: string;
  readonly options: string;
  readonly explanation: Generated<string>;
  readonly archived_at: string | null;
  readonly revision: Generated<number>;
}

interface QuizTable {
  readonly id: string;
  readonly key: string;
  readonly campaign: string;
  readonly unit: string;
  readonly title: string;
  readonly asked: number;
  readonly pass_share: number;
  readonly attempts: number | null;
  readonly minutes: number | null;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly is_public: 0 | 1;
  readonly revision: Generated<number>;
}

interface QuizQuestionTable {
  readonly quiz: string;
  readonly question: string;
}

interface QuizAttemptTable {
  readonly id: string;
  readonly quiz: string;
  readonly person: string | null;
  readonly guest: Generated<string>;
  readonly questions: string;
  readonly started_at: string;
  readonly ends_at: string | null;
  readonly handed_in_at: string | null;
  readonly correct: number | null;
  readonly total: number;
}

interface CampaignDoorTable {
  readonly campaign: string;
  readonly unit: string;
  readonly key: string;
  readonly opened_by: string;
  readonly opened_at: string;
}

interface OutlineTable {
  readonly id: string;
  readonly campaign: string;
  readonly unit: string;
  readonly title: string;
  readonly sections: string;
  readonly due: string | null;
  readonly given_at: string | null;
  readonly changed_by: string;
  readonly revision: Generated<number>;
}

interface ReportTable {
  readonly id: string;
  readonly campaign: string;
  readonly unit: string;
  readonly outline: string;
  readonly texts: string;
  readonly document: string;
  readonly state: string;
  readonly changed_by: string;
  readonly revision: Generated<number>;
}

interface ReportSendingTable {
  readonly report: string;
  readonly number: number;
  readonly content: string;
  readonly signer: string;
  readonly sent_by: string;
  readonly sent_at: string;
  readonly verdict: string | null;
  readonly remark: Generated<string>;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
}

interface ExemplaryTable {
  readonly id: string;
  readonly campaign: string;
  readonly unit: string;
  readonly submission: string | null;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

interface BatchSignatureTable {
  readonly batch: string;
  readonly signer: string;
  readonly post: string;
  readonly content: string;
  readonly by: string;
  readonly at: string;
}

/** Tables of the committee's year. */
export interface YearTables {
  readonly study_session: StudySessionTable;
  readonly session_point: SessionPointTable;
  readonly attendance: AttendanceTable;
  readonly material: MaterialTable;
  readonly material_person: MaterialPersonTable;
  readonly material_cell: MaterialCellTable;
  readonly duty: DutyTable;
  readonly programme: ProgrammeTable;
  readonly programme_task: ProgrammeTaskTable;
  readonly programme_remark: ProgrammeRemarkTable;
  readonly programme_shingle: ProgrammeShingleTable;
  readonly in_charge: InChargeTable;
  readonly situation: SituationTable;
  readonly question: QuestionTable;
  readonly quiz: QuizTable;
  readonly quiz_question: QuizQuestionTable;
  readonly quiz_attempt: QuizAttemptTable;
  readonly campaign_door: CampaignDoorTable;
  readonly outline: OutlineTable;
  readonly report: ReportTable;
  readonly report_sending: ReportSendingTable;
  readonly exemplary: ExemplaryTable;
  readonly batch_signature: BatchSignatureTable;
}

export const YEAR_TABLES: readonly (keyof YearTables)[] = [
  'study_session',
  'session_point',
  'attendance',
  'material',
  'material_person',
  'material_cell',
  'duty',
  'programme',
  'programme_task',
  'programme_remark',
  'programme_shingle',
  'in_charge',
  'situation',
  'question',
  'quiz',
  'quiz_question',
  'quiz_attempt',
  'campaign_door',
  'outline',
  'report',
  'report_sending',
  'exemplary',
  'batch_signature',
];
