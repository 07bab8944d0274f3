package org.openhall.simulator.printer;

import java.util.List;
import java.util.Optional;

/**
 * Finds real-time commands in what comes, wherever they stand: a printer does them as they are
 * received, even within the data of another command, where they are data as well.
 */
final class RealTime {

  /** What is asked of the printer at once. */
  enum Request {
    STATUS_1("\u0010\u0004\u0001"),
    STATUS_2("\u0010\u0004\u0002"),
    STATUS_3("\u0010\u0004\u0003"),
    STATUS_4("\u0010\u0004\u0004"),
    /** Recover from an error, throwing away what was received. */
    RECOVER("\u0010\u0005\u0002"),
    /** Throw away what was received, and say so. */
    CLEAR("\u0010\u0014\b\u0001\u0003\u0014\u0001\u0006\u0002\b");

    private final String bytes;

    Request(String bytes) {
      this.bytes = bytes;
    }
  }

  private static final List<Request> REQUESTS = List.of(Request.values());
  private static final int LONGEST = Request.CLEAR.bytes.length();

  private String latest = "";

  /** Takes one byte; returns the command that it completes. */
  Optional<Request> take(byte next) {
    String all = latest + (char) (next & 0xFF);
    latest = all.substring(Math.max(0, all.length() - LONGEST));
    return REQUESTS.stream().filter(request -> latest.endsWith(request.bytes)).findFirst();
  }
}
