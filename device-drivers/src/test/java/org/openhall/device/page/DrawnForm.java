package org.openhall.device.page;

import java.util.Arrays;
import java.util.Optional;
import org.openhall.device.PageDocument;

/** A document for tests: each page has a black bar across at a height that is its own. */
record DrawnForm(int pages, Optional<byte[]> pdf) implements PageDocument {

  static DrawnForm ofPages(int pages) {
    return new DrawnForm(pages, Optional.empty());
  }

  static DrawnForm ofPdf(int pages) {
    PicturePdf pdf = new PicturePdf(pages);
    for (int page = 0; page < pages; page++) {
      pdf.add(ofPages(pages).draw(page, 210, 297).orElseThrow());
    }
    return new DrawnForm(pages, Optional.of(pdf.bytes()));
  }

  @Override
  public Optional<Sheet> draw(int page, int width, int height) {
    byte[] grey = new byte[width * height];
    Arrays.fill(grey, (byte) 255);
    int top = (page + 1) * height / (pages + 2);
    for (int row = top; row < top + height / 20; row++) {
      for (int x = width / 10; x < width - width / 10; x++) {
        grey[row * width + x] = (byte) (x % 7 == 0 ? x : 0);
      }
    }
    return Optional.of(new Sheet(width, height, grey));
  }
}
