package org.openhall.link.render;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A part of what comes back: pictures, and at the end how it went. A stream that ends without an
 * end tells of a program that died.
 */
public sealed interface RenderPart {
  /** Bytes of one picture at most. */
  int LARGEST = 32 * 1024 * 1024;

  /**
   * A picture.
   *
   * @param look how the screen stands
   * @param number 0 for the screen as it first is; from 1 on the whole page, in pieces
   * @param png its bytes, at most {@link #LARGEST}
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier between writer and reader, never compared
  record Picture(Look look, int number, byte[] png) implements RenderPart {}

  /**
   * The end.
   *
   * @param words for who looks for the fault; empty where all is well
   */
  record End(Result result, String words) implements RenderPart {}

  /** How the screen stands. */
  enum Look {
    PORTRAIT,
    LANDSCAPE
  }

  /** How it went. */
  enum Result {
    DRAWN,
    /** Drawn as far as the room for pictures goes; the page is longer. */
    CUT,
    /** The record is not among the records, or has no page of its own. */
    NO_PAGE,
    /** A record cannot be read. */
    BAD_RECORD,
    OUT_OF_MEMORY,
    /** Something on the page never comes to rest, or the program has a fault. */
    FAULT
  }

  /** Writes it. */
  default void write(DataOutputStream out) throws IOException {
    switch (this) {
      case Picture(Look look, int number, byte[] png) -> {
        out.writeUTF(look.name());
        out.writeByte(number);
        out.writeInt(png.length);
        out.write(png);
      }
      case End(Result result, String words) -> {
        out.writeUTF(result.name());
        out.writeUTF(words);
      }
    }
    out.flush();
  }

  /** Reads the next; an end of the stream, or what is no part, is an {@link IOException}. */
  static RenderPart read(DataInputStream in) throws IOException {
    String name = in.readUTF();
    Optional<Look> look = named(Look.values(), name);
    if (look.isPresent()) {
      return picture(look.get(), in);
    }
    Result result =
        named(Result.values(), name)
            .orElseThrow(() -> new IOException("what comes back is no picture"));
    return new End(result, in.readUTF());
  }

  private static Picture picture(Look look, DataInputStream in) throws IOException {
    int number = in.readUnsignedByte();
    int length = in.readInt();
    if (length < 0 || length > LARGEST) {
      throw new IOException("a picture of " + length + " bytes is too large");
    }
    byte[] png = in.readNBytes(length);
    if (png.length < length) {
      throw new IOException("a picture is cut off");
    }
    return new Picture(look, number, png);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
  }
}
