package org.openhall.office.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A picture: its size is read from its head and nothing is decoded, as a few bytes may say that
 * they are thousands of millions of pixels.
 *
 * @param kind PNG or JPEG
 * @param path where it lies
 */
record PictureContent(FileKind kind, Path path) {
  /** A page of A3 at 600 dpi has 70 million. */
  private static final long MOST_PIXELS = 80_000_000;

  private static final int LONGEST_SIDE = 30_000;
  private static final int TAIL = 1_024;
  private static final String PNG_END = "49454e44ae426082";
  private static final String JPEG_END = "ffd9";

  /** Width and height in pixels, 0 where the head does not say. */
  private record Size(long width, long height) {
    boolean isHuge() {
      return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS;
    }
  }

  void read(FileContent.Faults faults) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(path)))) {
      Size size = kind == FileKind.PNG ? png(in) : jpeg(in);
      if (size.isHuge()) {
        faults.add(FileFault.HUGE_PICTURE, size.width() + " × " + size.height());
      } else if (size.width() == 0 || size.height() == 0 || !isWhole()) {
        faults.add(FileFault.BROKEN, kind.mediaType());
      }
    } catch (EOFException e) {
      faults.add(FileFault.BROKEN, kind.mediaType());
    }
  }

  /** ISO/IEC 15948, 11.2.2: the first chunk says it. */
  private static Size png(DataInputStream in) throws IOException {
    in.skipNBytes(16);
    return new Size(Integer.toUnsignedLong(in.readInt()), Integer.toUnsignedLong(in.readInt()));
  }

  /** ISO/IEC 10918-1, B.2.2: the frame header says it, after segments of any kind. */
  private static Size jpeg(DataInputStream in) throws IOException {
    in.skipNBytes(2);
    while (true) {
      int marker = in.readUnsignedShort();
      while (marker == 0xFFFF) {
        marker = 0xFF00 | in.readUnsignedByte();
      }
      if (marker >> 8 != 0xFF || marker == 0xFFDA) {
        return new Size(0, 0);
      }
      int length = in.readUnsignedShort();
      if (isFrame(marker & 0xFF)) {
        in.skipNBytes(1);
        int height = in.readUnsignedShort();
        return new Size(in.readUnsignedShort(), height);
      }
      in.skipNBytes(Math.max(0, length - 2));
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** A picture that was cut has no end mark. */
  private boolean isWhole() throws IOException {
    byte[] all = Files.readAllBytes(path);
    byte[] tail = Arrays.copyOfRange(all, Math.max(0, all.length - TAIL), all.length);
    return HexFormat.of().formatHex(tail).contains(kind == FileKind.PNG ? PNG_END : JPEG_END);
  }
}
