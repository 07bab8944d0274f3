package org.openhall.kiosk.devices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** Where the kiosk is asked, and how a message is read: one line, at most 1 MiB. */
final class DoorSocket {
  static final int LARGEST = 1 << 20;

  private DoorSocket() {}

  /** Made and used by the kiosk's own user only. */
  static Path path(Path data) {
    return data.resolve("status").resolve("devices.sock");
  }

  static UnixDomainSocketAddress address(Path data) {
    return UnixDomainSocketAddress.of(path(data));
  }

  /** The next line; empty at the end. */
  static Optional<byte[]> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return Optional.of(line.toByteArray());
      }
      if (line.size() == LARGEST) {
        throw new IOException("a message of more than " + LARGEST + " bytes");
      }
      line.write(next);
    }
    return Optional.empty();
  }
}
