package org.openhall.office;

import java.io.IOException;

/** The office has no root yet: nothing can be signed, and no terminal can trust it. */
final class NoKeysException extends IOException {
  private static final long serialVersionUID = 1L;
}
