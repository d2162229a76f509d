/** What a group's figures take once people excluded passages; of groups gathered before, nobody knows who led them. */
export const CORRECTIONS: readonly string[] = ['ALTER TABLE group_member ADD COLUMN to_leader REAL'];
