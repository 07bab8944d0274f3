package org.openhall.office.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of files that the office takes, by their endings and their first bytes. */
public enum FileKind {
  PDF("application/pdf", "255044462d", "pdf"),
  PNG("image/png", "89504e470d0a1a0a", "png"),
  JPEG("image/jpeg", "ffd8ff", "jpg jpeg"),
  CSV("text/csv", "", "csv"),
  TEXT("text/plain", "", "txt"),
  JSON("application/json", "", "json"),
  HTML("text/html", "", "html htm"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Begin.ZIP, "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Begin.ZIP, "xlsx"),
  DOC("application/msword", Begin.OLE, "doc"),
  XLS("application/vnd.ms-excel", Begin.OLE, "xls"),
  WPS("application/vnd.ms-works", Begin.OLE, "wps"),
  OFD("application/ofd", Begin.ZIP, "ofd"),
  ZIP("application/zip", Begin.ZIP, "zip");

  /** First bytes that several kinds share, in hex. */
  static final class Begin {
    static final String ZIP = "504b0304";
    static final String OLE = "d0cf11e0a1b11ae1";

    private Begin() {}
  }

  private final String mediaType;
  private final String beginning;
  private final String endings; // with spaces between

  FileKind(String mediaType, String beginning, String endings) {
    this.mediaType = mediaType;
    this.beginning = beginning;
    this.endings = endings;
  }

  /** The kind that a file's name says. */
  public static Optional<FileKind> ofName(String name) {
    String ending = FileName.ending(name);
    return Arrays.stream(values())
        .filter(kind -> List.of(kind.endings.split(" ")).contains(ending))
        .findFirst();
  }

  /** The kind of a media type. */
  static Optional<FileKind> ofMediaType(String mediaType) {
    String plain = mediaType.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(plain)).findFirst();
  }

  /** E.g. {@code application/pdf}. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it may be attached to a record: what a browser would run as a page may not. */
  public boolean isAttachable() {
    return this != HTML && this != JSON;
  }

  /** What it is called in short: its first ending in large letters. */
  public static String shortName(String mediaType) {
    return ofMediaType(mediaType)
        .map(kind -> kind.endings.split(" ", -1)[0].toUpperCase(Locale.ROOT))
        .orElse(mediaType);
  }

  /** Endings of what may be attached, for a browser to choose from. */
  public static String attachableEndings() {
    return Arrays.stream(values())
        .filter(FileKind::isAttachable)
        .flatMap(kind -> Arrays.stream(kind.endings.split(" ", -1)))
        .map(ending -> "." + ending)
        .collect(Collectors.joining(","));
  }

  boolean isText() {
    return beginning.isEmpty();
  }

  boolean isPacked() {
    return beginning.equals(Begin.ZIP);
  }

  /** A document of an office program, packed, in XML. */
  boolean isOffice() {
    return this == DOCX || this == XLSX;
  }

  /** Whether a file begins so. */
  boolean begins(String hex) {
    return hex.startsWith(beginning);
  }
}
