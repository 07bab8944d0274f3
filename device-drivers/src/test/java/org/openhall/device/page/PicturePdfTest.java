package org.openhall.device.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.openhall.device.PageDocument.Sheet;

/** Read back by PDFBox, which did not write it. */
class PicturePdfTest {
  private static final int WIDE = 595;
  private static final int HIGH = 842;

  @Test
  void everyPageIsTheSheetOnA4() throws IOException {
    PicturePdf pdf = new PicturePdf(2);
    pdf.add(halves(0, 255));
    pdf.add(halves(128, 0));
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      assertEquals(2, document.getNumberOfPages());
      PDRectangle box = document.getPage(1).getMediaBox();
      assertEquals(PDRectangle.A4.getWidth(), box.getWidth(), 0.01);
      assertEquals(PDRectangle.A4.getHeight(), box.getHeight(), 0.01);
      BufferedImage second = new PDFRenderer(document).renderImage(1);
      assertEquals(128, second.getRGB(100, 100) & 0xff, 2);
      assertEquals(0, second.getRGB(100, HIGH - 100) & 0xff, 2);
    }
  }

  @Test
  void aPageTooFewIsAMistake() {
    PicturePdf pdf = new PicturePdf(2);
    pdf.add(halves(0, 255));
    assertThrows(IllegalStateException.class, pdf::bytes);
  }

  /** The upper half of one grey, the lower of another. */
  private static Sheet halves(int upper, int lower) {
    byte[] grey = new byte[WIDE * HIGH];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (i < grey.length / 2 ? upper : lower);
    }
    return new Sheet(WIDE, HIGH, grey);
  }
}
