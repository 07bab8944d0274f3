package org.openhall.link.credential;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Text or bytes that are no key or no certificate; the message repeats none of it. */
public final class UnreadableCredentialException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableCredentialException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
