package org.openhall.office.bucket;

import java.io.IOException;
import org.openhall.office.text.Trouble;

/** The store did not do what it was asked: words for a person, without a key. */
public final class BucketException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  BucketException(Trouble trouble) {
    super(trouble.key() + " " + trouble.arguments());
    this.trouble = trouble;
  }

  BucketException(Trouble trouble, Throwable cause) {
    super(trouble.key() + " " + trouble.arguments(), cause);
    this.trouble = trouble;
  }

  /** What to say. */
  public Trouble trouble() {
    return trouble;
  }
}
