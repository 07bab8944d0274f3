package org.openhall.office.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** The end of a file, where an archive has its directory (APPNOTE 4.3.16). */
final class Tail {
  private static final int RECORD = 22;
  private static final int COMMENT = 65_535;
  private static final int SIGNATURE = 0x06054b50;

  private Tail() {}

  /** Whether an unpacker would take the file for an archive, whatever it begins with. */
  static boolean isArchive(Path path) throws IOException {
    return commentLength(path) >= 0;
  }

  /** Bytes behind the directory of an archive, as the directory says; -1 where there is none. */
  static int commentLength(Path path) throws IOException {
    ByteBuffer tail = ByteBuffer.wrap(read(path)).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail.limit() - RECORD; at >= 0; at--) {
      if (tail.getInt(at) == SIGNATURE) {
        int comment = Short.toUnsignedInt(tail.getShort(at + RECORD - 2));
        if (at + RECORD + comment <= tail.limit()) {
          return tail.limit() - at - RECORD;
        }
      }
    }
    return -1;
  }

  private static byte[] read(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(file.length(), RECORD + COMMENT)];
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      return tail;
    }
  }
}
