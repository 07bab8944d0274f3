package org.openhall.agent.sync;

import java.io.IOException;
import org.openhall.content.codec.MalformedPackException;

/** Which of the packs that a snapshot is made of is broken, although its hash is right. */
final class BrokenPackException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String pack;
  private final MalformedPackException fault;

  /**
   * The fault of one pack.
   *
   * @param pack its name as a target
   */
  BrokenPackException(String pack, MalformedPackException fault) {
    super(pack + ": " + fault.getMessage(), fault);
    this.pack = pack;
    this.fault = fault;
  }

  String pack() {
    return pack;
  }

  MalformedPackException fault() {
    return fault;
  }
}
