package org.openhall.office.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks into one file: at its first bytes, whatever its name says, and then as what it is.
 *
 * @param kind as it is said to be
 * @param path where its bytes lie
 */
public record FileContent(FileKind kind, Path path) {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final int HEAD = 1_024;
  private static final int LONGEST_TEXT = 64 << 20;

  /** Beginnings of programs and scripts. */
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "4d5a", "MZ", "7f454c46", "ELF", "cafebabe", "Java", "2321", "#!", "cffaedfe", "Mach-O");

  /** Takes a fault and the words for where it is. */
  @FunctionalInterface
  public interface Faults {
    void add(FileFault fault, String detail);
  }

  /** Takes a text that stands in the file, with what stands over it. */
  @FunctionalInterface
  public interface Texts {
    void add(String text, String heading);
  }

  /** A file that is said to be of a media type; empty where the office takes no such files. */
  public static Optional<FileContent> of(String mediaType, Path path) {
    return FileKind.ofMediaType(mediaType).map(kind -> new FileContent(kind, path));
  }

  /** How many pages it has; null of what is no PDF. */
  public @Nullable Integer pages() throws IOException {
    return kind == FileKind.PDF ? (Integer) new PdfContent(path).pages() : null;
  }

  /** Reads it to its end. */
  public void read(Faults faults, Texts texts) throws IOException {
    byte[] head = head();
    String hex = HexFormat.of().formatHex(head);
    Optional<String> program =
        PROGRAMS.entrySet().stream()
            .filter(e -> hex.startsWith(e.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (program.isPresent()) {
      faults.add(FileFault.PROGRAM, program.get());
    } else if (kind.isText()) {
      text(head, faults, texts);
    } else if (kind.isOffice() && hex.startsWith(FileKind.Begin.OLE)) {
      faults.add(FileFault.LOCKED, kind.mediaType()); // the container of an encrypted document
    } else if (!kind.begins(hex)) {
      faults.add(FileFault.NOT_WHAT_IT_SAYS, kind.mediaType());
    } else {
      asItself(head, faults, texts);
    }
  }

  private void asItself(byte[] head, Faults faults, Texts texts) throws IOException {
    if (kind.isPacked()) {
      ZipContent.of(kind, path).read(faults, texts);
      return;
    }
    if (Markup.isPage(latin(head)) || Tail.isArchive(path)) {
      faults.add(FileFault.POLYGLOT, kind.mediaType());
    } else if (kind == FileKind.PDF) {
      new PdfContent(path).read(faults, texts);
    } else if (kind == FileKind.PNG || kind == FileKind.JPEG) {
      new PictureContent(kind, path).read(faults);
    }
  }

  private byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD);
    }
  }

  private void text(byte[] head, Faults faults, Texts texts) throws IOException {
    String start = latin(head);
    boolean isOtherFile =
        java.util.Arrays.stream(FileKind.values())
            .anyMatch(k -> !k.isText() && k.begins(HexFormat.of().formatHex(head)));
    if (isOtherFile || start.indexOf('\0') >= 0) {
      faults.add(FileFault.NOT_WHAT_IT_SAYS, kind.mediaType());
    } else if (kind == FileKind.HTML) {
      Markup.check(decode(bytes()), faults);
    } else if (Markup.isPage(start)) {
      faults.add(FileFault.SCRIPT, "HTML");
    } else {
      lines(decode(bytes()), texts);
    }
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LONGEST_TEXT);
    }
  }

  private static String latin(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /** The first line stands over the others, as in a table. */
  static void lines(String text, Texts texts) {
    String heading = text.lines().findFirst().orElse("");
    text.lines().forEach(line -> texts.add(line, heading));
  }

  /** UTF-8, or else what spreadsheets of Chinese offices write. */
  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, GB18030);
    }
  }
}
