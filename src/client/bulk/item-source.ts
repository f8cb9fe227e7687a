/** An iterable or async iterable that hands over one item at a time. */
export class ItemSource<Item> {
  /** `undefined` where it is neither an array nor a `Set`. */
  readonly size: number | undefined;
  ended = false;
  #taken = 0;
  #isPulling = false;
  #failure: { readonly error: unknown } | undefined;
  readonly #iterator: Iterator<Item> | AsyncIterator<Item>;

  constructor(items: Iterable<Item> | AsyncIterable<Item>) {
    this.size = Array.isArray(items) ? items.length : items instanceof Set ? items.size : undefined;
    this.#iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  }

  /** Asks for one more item, unless one was asked for already. */
  pull(onItem: (item: Item, index: number) => void, onSettled: () => void): void {
    if (this.ended || this.#isPulling) return;
    this.#isPulling = true;
    void this.#pull(onItem).then(onSettled);
  }

  async #pull(onItem: (item: Item, index: number) => void): Promise<void> {
    try {
      const result = await this.#iterator.next();
      // An item that comes after `leave` was taken from the source all the same: it needs its outcome.
      if (result.done) this.ended = true;
      else onItem(result.value, this.#taken++);
    } catch (error) {
      if (this.ended) return;
      this.ended = true;
      this.#failure = { error };
    } finally {
      this.#isPulling = false;
    }
  }

  /** Tells the source that no more is wanted. Its clean-up is not waited for, since it may never end. */
  leave(): void {
    if (this.ended) return;
    this.ended = true;
    const close = async () => this.#iterator.return?.();
    void close().catch(() => undefined);
  }

  /** @throws What the source threw. */
  throwIfBroken(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
