package org.openhall.content.store;

import java.io.IOException;

/** A snapshot that no delta can be applied to; build one from the packs. */
public final class UnusableBaseException extends IOException {
  UnusableBaseException(String why) {
    super(why);
  }
}
