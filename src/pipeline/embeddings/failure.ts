/** Why an embedding provider gave nothing usable; `message` is the Vietnamese part of a warning and holds nothing of an essay. */
export class EmbeddingFailure extends Error {
  override readonly name = 'EmbeddingFailure';
}
