package org.openhall.content.store;

import java.io.IOException;

/** The packs do not hold the records that the manifest promises. */
public final class WrongDigestException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String channel;

  WrongDigestException(String channel, String promised, String found) {
    super(
        "Channel %s should have the state digest %s but has %s"
            .formatted(channel, promised, found));
    this.channel = channel;
  }

  /** The channel whose records are others. */
  public String channel() {
    return channel;
  }
}
