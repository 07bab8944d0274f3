package org.openhall.office.catalog;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.openhall.office.text.Encoding;
import org.openhall.office.text.Trouble;
import org.openhall.repository.metadata.Sha256;

/**
 * A source file being read once from beginning to end: unpacked where it is gzip, decoded as strict
 * UTF-8, its bytes counted for progress and hashed for the report.
 */
final class SourceFile implements Source, AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path path;
  private final long length;
  private final MessageDigest digest = Sha256.digest();

  /** Counts the bytes of the file itself, packed or not. */
  private final BoundedInputStream raw;

  private final InputStream text;

  private SourceFile(Path path, boolean gzip) throws IOException {
    this.path = path;
    this.length = Files.size(path);
    this.raw =
        BoundedInputStream.builder()
            .setInputStream(new DigestInputStream(Files.newInputStream(path), digest))
            .get();
    try {
      this.text = gzip ? new GZIPInputStream(raw, BUFFER) : new BufferedInputStream(raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  static SourceFile open(Path path) throws IOException {
    return new SourceFile(path, isGzip(path));
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
    }
  }

  @Override
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /**
   * The text from its beginning, after a byte order mark; for one reader only. Closing the reader
   * leaves the file open: its hash is still to be taken.
   */
  Reader reader() throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new Unclosed(text),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            BUFFER);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** The first bytes of the text, fewer when it is shorter. */
  byte[] head(int bytes) throws IOException {
    return text.readNBytes(bytes);
  }

  @Override
  public double fractionRead() {
    return length == 0 ? 1 : (double) raw.getCount() / length;
  }

  @Override
  public String sha256() throws IOException {
    raw.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Says what broke while reading, with the line and byte reached. */
  BadFileException broken(@Nullable IOException cause, long line) throws IOException {
    if (cause instanceof CharacterCodingException) {
      try (SourceFile again = open(path)) {
        long bad = Encoding.firstBadByte(again.text, StandardCharsets.UTF_8).orElse(length);
        return new BadFileException(Trouble.of("trouble.not-utf8", name(), bad, line));
      }
    }
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return new BadFileException(Trouble.of("trouble.gzip-broken", name(), raw.getCount(), line));
    }
    return new BadFileException(
        Trouble.of("trouble.unreadable-row", name(), line, String.valueOf(cause)));
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the SourceFile closes it
    }
  }
}
