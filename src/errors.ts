/** A request the desk understood and will not carry out. `code` is stable; the message is for people. */
export class DeskError extends Error {
  override readonly name: string = 'DeskError';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What was asked for is not there, or is not there for this reader: the two look the same from outside. */
export class NotFound extends DeskError {
  override readonly name = 'NotFound';
  constructor(what: string) {
    super('notFound', `Không tìm thấy ${what}.`);
  }
}

/** The reader may see the thing and may not do this to it. */
export class NotPermitted extends DeskError {
  override readonly name = 'NotPermitted';
  constructor(act: string) {
    super('notPermitted', `Anh/chị không có quyền ${act}.`);
  }
}

/** Somebody was first, or the matter is no longer where the request supposes it to be. */
export class Conflict extends DeskError {
  override readonly name = 'Conflict';
}
