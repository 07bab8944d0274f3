package org.openhall.office.lint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.content.Attachment;
import org.openhall.office.lint.PersonalNumbers.Place;

/**
 * Looks into one file: at its first bytes, whatever its name says, and then as what it is.
 *
 * @param file as the record names it
 * @param path where its bytes lie
 */
record FileContent(Attachment file, Path path) {
  private static final int HEAD = 1_024;
  private static final int LONGEST_TEXT = 16 << 20;
  private static final String OLE = "d0cf11e0a1b11ae1";
  private static final String ZIP = "504b0304";
  private static final String PNG_END = "49454e44ae426082";
  private static final String JPEG_END = "ffd9";

  /** Beginnings of programs and scripts. */
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "4d5a", "MZ", "7f454c46", "ELF", "cafebabe", "Java", "2321", "#!", "cffaedfe", "Mach-O");

  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "image/png", "89504e470d0a1a0a",
          "image/jpeg", "ffd8ff",
          "application/zip", ZIP,
          "application/ofd", ZIP,
          "application/msword", OLE,
          "application/vnd.ms-excel", OLE,
          "application/vnd.ms-works", OLE);

  /** Takes a rule and the words for it. */
  @FunctionalInterface
  interface Faults {
    void add(Rule rule, String shown);
  }

  /** Takes a text that stands in the file, with what stands over it. */
  @FunctionalInterface
  interface Texts {
    void add(String text, Place place, String heading);
  }

  void read(Faults faults, Texts texts) throws IOException {
    byte[] head = head();
    String hex = java.util.HexFormat.of().formatHex(head);
    Optional<String> program =
        PROGRAMS.entrySet().stream()
            .filter(e -> hex.startsWith(e.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (program.isPresent()) {
      faults.add(Rule.DANGEROUS_FILE, program.get());
    } else if (file.mediaType().equals("application/pdf")) {
      new PdfContent(path).read(faults, texts);
    } else if (file.mediaType().startsWith("text/")) {
      text(head, faults, texts);
    } else if (isOffice() && hex.startsWith(OLE)) {
      faults.add(Rule.LOCKED_FILE, file.mediaType()); // the container of an encrypted document
    } else if (!hex.startsWith(isOffice() ? ZIP : BEGINNINGS.getOrDefault(file.mediaType(), ""))) {
      faults.add(Rule.BROKEN_FILE, file.mediaType());
    } else if (hex.startsWith(ZIP)) {
      new ZipContent(path).read(faults, texts);
    } else {
      picture(faults);
    }
  }

  private boolean isOffice() {
    return file.mediaType().startsWith("application/vnd.openxmlformats");
  }

  private byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD);
    }
  }

  /** A picture that was cut has no end mark. */
  private void picture(Faults faults) throws IOException {
    boolean isPng = file.mediaType().equals("image/png");
    if (!isPng && !file.mediaType().equals("image/jpeg")) {
      return;
    }
    byte[] all = Files.readAllBytes(path);
    int from = Math.max(0, all.length - HEAD);
    String tail = java.util.HexFormat.of().formatHex(all, from, all.length);
    if (!tail.contains(isPng ? PNG_END : JPEG_END)) {
      faults.add(Rule.BROKEN_FILE, file.mediaType());
    }
  }

  private void text(byte[] head, Faults faults, Texts texts) throws IOException {
    String start = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (start.contains("<script") || start.contains("<html")) {
      faults.add(Rule.DANGEROUS_FILE, "HTML");
      return;
    }
    if (start.indexOf('\0') >= 0) {
      faults.add(Rule.BROKEN_FILE, file.mediaType());
      return;
    }
    try (InputStream in = Files.newInputStream(path)) {
      lines(decode(in.readNBytes(LONGEST_TEXT)), texts);
    }
  }

  /** The first line stands over the others, as in a table. */
  static void lines(String text, Texts texts) {
    String heading = text.lines().findFirst().orElse("");
    text.lines().forEach(line -> texts.add(line, Place.CELL, heading));
  }

  /** UTF-8, or else what spreadsheets of Chinese offices write. */
  static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("GB18030"));
    }
  }
}
