package org.openhall.office.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jsoup.parser.Parser;

/**
 * A packed file: an archive, or a document of an office program, which is one. Every entry is
 * unpacked once and counted: what an archive says of its sizes proves nothing.
 *
 * @param kind what it is said to be
 * @param path where it lies
 * @param depth archives around it
 * @param left bytes that it and all around it may still unpack to
 */
record ZipContent(FileKind kind, Path path, int depth, AtomicLong left) {
  private static final int MOST_ENTRIES = 5_000;
  private static final long LONGEST_WHOLE = 512L << 20;
  private static final long MOST_RATIO = 100;

  /** Below this, a high ratio harms nobody. */
  private static final long SMALL = 4 << 20;

  private static final int LONGEST_TEXT = 64 << 20;
  private static final int HEAD = 8;

  /** A file as it came. */
  static ZipContent of(FileKind kind, Path path) {
    return new ZipContent(kind, path, 0, new AtomicLong(LONGEST_WHOLE));
  }

  void read(FileContent.Faults faults, FileContent.Texts texts) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile(), FileContent.GB18030)) {
      if (zip.size() > MOST_ENTRIES) {
        faults.add(FileFault.ZIP_COUNT, zip.size() + " > " + MOST_ENTRIES);
        return;
      }
      if (Tail.commentLength(path) != comment(zip)) {
        faults.add(FileFault.POLYGLOT, kind.mediaType());
        return;
      }
      entries(zip, faults, texts);
    } catch (ZipException e) {
      boolean isLocked = String.valueOf(e.getMessage()).contains("encrypted");
      faults.add(isLocked ? FileFault.LOCKED : FileFault.BROKEN, String.valueOf(e.getMessage()));
    }
  }

  private static int comment(ZipFile zip) {
    String comment = zip.getComment();
    return comment == null ? 0 : comment.getBytes(FileContent.GB18030).length;
  }

  private void entries(ZipFile zip, FileContent.Faults faults, FileContent.Texts texts)
      throws IOException {
    List<? extends ZipEntry> entries = Collections.list(zip.entries());
    for (ZipEntry entry : entries) {
      Optional<FileFault> named = OfficeParts.byName(entry.getName());
      if (named.isPresent()) {
        faults.add(named.get(), FileName.legible(entry.getName()));
        continue;
      }
      Counted counted = count(zip, entry, left.get());
      left.addAndGet(-counted.bytes());
      if (counted.isBomb()) {
        faults.add(FileFault.ZIP_RATIO, FileName.legible(entry.getName()));
        return;
      }
      look(zip, entry, counted.head(), faults, texts);
    }
  }

  /** What an entry really unpacks to. */
  private record Counted(long bytes, String head, boolean isBomb) {}

  private static Counted count(ZipFile zip, ZipEntry entry, long most) throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry)) {
      String head = HexFormat.of().formatHex(in.readNBytes(HEAD));
      long bytes = head.length() / 2;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > most || (bytes > SMALL && bytes / packed > MOST_RATIO)) {
          return new Counted(bytes, head, true);
        }
      }
      return new Counted(bytes, head, false);
    }
  }

  private void look(
      ZipFile zip, ZipEntry entry, String head, FileContent.Faults faults, FileContent.Texts texts)
      throws IOException {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    if (head.startsWith(FileKind.Begin.ZIP) || OfficeParts.isArchive(name)) {
      nested(zip, entry, faults, texts);
    } else if (isRead(name)) {
      String text = text(zip, entry);
      if (OfficeParts.isXml(name)) {
        OfficeParts.check(name, text, faults);
        words(text).lines().filter(l -> !l.isBlank()).forEach(line -> texts.add(line, ""));
      } else {
        FileContent.lines(text, texts);
      }
    }
  }

  /** A document in a plain archive is looked at by the same rules; anything deeper is refused. */
  private void nested(
      ZipFile zip, ZipEntry entry, FileContent.Faults faults, FileContent.Texts texts)
      throws IOException {
    Optional<FileKind> inner = FileKind.ofName(entry.getName()).filter(k -> k != FileKind.ZIP);
    if (kind != FileKind.ZIP || depth > 0 || inner.isEmpty() || !inner.get().isPacked()) {
      faults.add(FileFault.ZIP_NESTED, FileName.legible(entry.getName()));
      return;
    }
    Path unpacked = Files.createTempFile("entry-", ".part");
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      new ZipContent(inner.get(), unpacked, depth + 1, left).read(faults, texts);
    } finally {
      Files.delete(unpacked);
    }
  }

  private static boolean isRead(String name) {
    return OfficeParts.isXml(name) || name.endsWith(".csv") || name.endsWith(".txt");
  }

  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(LONGEST_TEXT);
      boolean isXml = OfficeParts.isXml(entry.getName().toLowerCase(Locale.ROOT));
      return isXml ? new String(bytes, StandardCharsets.UTF_8) : FileContent.decode(bytes);
    }
  }

  /** What the tags of a document enclose, a line for each row, paragraph or shared text. */
  static String words(String xml) {
    String bare =
        xml.replaceAll("[\\r\\n]+", " ")
            .replaceAll("</(?:w:tr|si|row|ofd:TextObject|w:sectPr)>", "\n")
            .replaceAll("</(?:w:p|w:tc|c|v|t|a:p)>", " ; ")
            .replaceAll("<[^>]{0,2000}>", "");
    return Parser.unescapeEntities(bare, false); // &#x4e8b; is a character like any other
  }
}
