package org.openhall.office.lint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.openhall.office.lint.PersonalNumbers.Place;

/**
 * A packed file: an archive, or a document of an office program, which is one.
 *
 * @param path where it lies
 */
record ZipContent(Path path) {
  private static final int LONGEST_ENTRY = 16 << 20;
  private static final int LONGEST_WHOLE = 64 << 20;

  void read(FileContent.Faults faults, FileContent.Texts texts) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile(), java.nio.charset.Charset.forName("GB18030"))) {
      int left = LONGEST_WHOLE;
      for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin") || AttachedFiles.runs(name)) {
          faults.add(Rule.DANGEROUS_FILE, entry.getName());
        } else if (isRead(name) && left > 0) {
          left -= entry(zip, entry, name, texts);
        }
      }
    } catch (ZipException e) {
      boolean isLocked = String.valueOf(e.getMessage()).contains("encrypted");
      faults.add(isLocked ? Rule.LOCKED_FILE : Rule.BROKEN_FILE, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isRead(String name) {
    return name.endsWith(".xml") || name.endsWith(".csv") || name.endsWith(".txt");
  }

  /** Reads an entry as text and says how many bytes it had. */
  private static int entry(ZipFile zip, ZipEntry entry, String name, FileContent.Texts texts)
      throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(LONGEST_ENTRY);
      if (name.endsWith(".xml")) {
        String text = words(new String(bytes, StandardCharsets.UTF_8));
        text.lines()
            .filter(line -> !line.isBlank())
            .forEach(line -> texts.add(line, Place.CELL, ""));
      } else {
        FileContent.lines(FileContent.decode(bytes), texts);
      }
      return bytes.length;
    }
  }

  /** What the tags of a document enclose, a line for each row, paragraph or shared text. */
  static String words(String xml) {
    return xml.replaceAll("[\\r\\n]+", " ")
        .replaceAll("</(?:w:tr|si|row|ofd:TextObject|w:sectPr)>", "\n")
        .replaceAll("</(?:w:p|w:tc|c|v|t|a:p)>", " ; ")
        .replaceAll("<[^>]{0,2000}>", "");
  }
}
