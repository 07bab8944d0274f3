package org.openhall.office.push;

import java.io.IOException;
import java.io.OutputStream;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushStream;

/** What goes over the line in one piece; made once for all terminals. */
public final class Frame {
  static final Frame BEAT = new Frame(Kind.BEAT, PushStream.beat());

  private final Kind kind;
  private final byte[] bytes;

  private Frame(Kind kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /** What it is for; of two that wait, the newer of the same kind counts. */
  enum Kind {
    EMERGENCY,
    RELEASE,
    BEAT
  }

  static Frame of(PushMessage message) {
    Kind kind =
        switch (message) {
          case PushMessage.Emergency _ -> Kind.EMERGENCY;
          case PushMessage.Release _ -> Kind.RELEASE;
        };
    return new Frame(kind, PushStream.frame(message));
  }

  Kind kind() {
    return kind;
  }

  /** Writes it. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
