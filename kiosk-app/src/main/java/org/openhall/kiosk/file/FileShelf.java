package org.openhall.kiosk.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.openhall.content.Attachment;
import org.openhall.content.Limits;

/** The attachments that the agent has brought to this terminal, {@code DIR/files}; only read. */
public final class FileShelf implements AutoCloseable {
  private static final int MOST_PAGES = 2_000;

  /** Bytes of a file that is printed; they are held in memory meanwhile. */
  public static final long MOST_PRINTED = 8L << 20;

  private final Path data;
  private final FileThread thread;

  /**
   * @param data the terminal's data folder
   * @param screen runs what the screen is to hear on its thread
   */
  public FileShelf(Path data, Executor screen) {
    this.data = data;
    this.thread = new FileThread(screen);
  }

  /**
   * Reads beforehand which fonts this machine has, in which PDFs that bring none are drawn; takes
   * some tenths of a second when it has not been done before. Never blocks.
   */
  public void prepare() {
    thread.run(PdfSource::findFonts);
  }

  /** Looks for a file, checks its length and hash, and opens it. Never blocks. */
  public void open(Attachment file, Consumer<Opened> then) {
    thread.ask(() -> open(file), new Opened.Broken(), then);
  }

  /**
   * Reads a file once more, whole, checks it and makes it ready for the A4 printer. Never blocks.
   *
   * @param then gets it on the screen's thread, and closes it; empty where it is not (any more)
   *     what its record names, or is no file of pages
   */
  public void toPrint(Attachment file, Consumer<Optional<PrintedFile>> then) {
    thread.ask(() -> toPrint(file), Optional.empty(), then);
  }

  private Optional<PrintedFile> toPrint(Attachment file) throws IOException {
    if (file.length() > MOST_PRINTED) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(data.resolve(file.target()));
    if (!HexFormat.of().formatHex(digest().digest(bytes)).equals(file.sha256())) {
      return Optional.empty();
    }
    return switch (file.mediaType()) {
      case "application/pdf" ->
          Optional.of(new PrintedFile(PdfSource.open(bytes), Optional.of(bytes), thread));
      case "image/png", "image/jpeg" ->
          PictureSource.open(bytes)
              .map(source -> new PrintedFile(source, Optional.empty(), thread));
      default -> Optional.empty();
    };
  }

  private Opened open(Attachment file) throws IOException {
    Path path = data.resolve(file.target());
    if (file.length() > Limits.FILE) {
      return new Opened.TooLarge();
    } else if (!Files.exists(path)) {
      return new Opened.Absent();
    } else if (!isWhole(file, path)) {
      return new Opened.Damaged();
    }
    return switch (file.mediaType()) {
      case "application/pdf" -> pdf(path);
      case "image/png", "image/jpeg" -> picture(path);
      case "text/csv" -> CsvTable.read(path);
      default -> new Opened.NotShowable();
    };
  }

  private static boolean isWhole(Attachment file, Path path) {
    try {
      return Files.size(path) == file.length() && sha256(path).equals(file.sha256());
    } catch (IOException e) {
      return false; // a disk that does not give the bytes back
    }
  }

  private Opened pdf(Path path) throws IOException {
    try {
      PdfSource source = PdfSource.open(path);
      int pages = source.pages();
      if (pages == 0 || pages > MOST_PAGES) {
        source.close();
        return pages == 0 ? new Opened.Broken() : new Opened.TooLarge();
      }
      return new Opened.Pages(Drawing.of(source, thread));
    } catch (InvalidPasswordException e) {
      return new Opened.Locked();
    }
  }

  private Opened picture(Path path) throws IOException {
    Optional<PictureSource> source = PictureSource.open(path);
    return source.isEmpty()
        ? new Opened.TooLarge()
        : new Opened.Pages(Drawing.of(source.get(), thread));
  }

  private static String sha256(Path path) throws IOException {
    MessageDigest digest = digest();
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
