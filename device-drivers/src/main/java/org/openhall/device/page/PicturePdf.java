package org.openhall.device.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import org.openhall.device.PageDocument.Sheet;

/** Grey sheets as a PDF of A4 pages, each one picture (ISO 32000-1 §7.5, §8.9). */
final class PicturePdf {

  private static final String SIZE = "595.276 841.89";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();
  private final int pages;
  private int added;

  /** Begins a document; so many pages have to be added. */
  PicturePdf(int pages) {
    this.pages = pages;
    text("%PDF-1.4\n");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages; i++) {
      kids.append(first(i)).append(" 0 R ");
    }
    object("<< /Type /Pages /Count " + pages + " /Kids [ " + kids + "] >>");
  }

  int length() {
    return bytes.size();
  }

  /** The number of the first of a page's three objects. */
  private static int first(int page) {
    return 3 + 3 * page;
  }

  void add(Sheet sheet) {
    int number = first(added++);
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 %s ] /Contents %d 0 R"
                .formatted(SIZE, number + 1)
            + " /Resources << /XObject << /Sheet %d 0 R >> >> >>".formatted(number + 2));
    stream("", ascii("q " + SIZE.replace(" ", " 0 0 ") + " 0 0 cm /Sheet Do Q"));
    stream(
        String.format(
            Locale.ROOT,
            "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
                + " /BitsPerComponent 8 /Filter /FlateDecode ",
            sheet.width(),
            sheet.height()),
        deflated(sheet.grey()));
  }

  /** The whole document. */
  byte[] bytes() {
    if (added != pages) {
      throw new IllegalStateException(added + " of " + pages + " pages were added");
    }
    int table = bytes.size();
    text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    text("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\n");
    text("startxref\n" + table + "\n%%EOF\n");
    return bytes.toByteArray();
  }

  private void object(String content) {
    begin();
    text(content + "\nendobj\n");
  }

  private void stream(String facts, byte[] content) {
    begin();
    text("<< " + facts + "/Length " + content.length + " >>\nstream\n");
    bytes.writeBytes(content);
    text("\nendstream\nendobj\n");
  }

  private void begin() {
    offsets.add(bytes.size());
    text(offsets.size() + " 0 obj\n");
  }

  private void text(String text) {
    bytes.writeBytes(ascii(text));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[16 << 10];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
