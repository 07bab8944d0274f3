package org.openhall.kiosk.file;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** The pages of a PDF. What it unpacks while it is read has a limit. */
final class PdfSource implements PageSource {
  private static final long MOST_UNPACKED = 48L << 20;

  private final PDDocument document;
  private final PDFRenderer renderer;

  private PdfSource(PDDocument document) {
    this.document = document;
    document.setResourceCache(new WithoutPictures());
    renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true); // a large scan is never unpacked as a whole
    renderer.setRenderingHints(smooth());
  }

  /**
   * Opens a PDF.
   *
   * @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException when it wants a password
   */
  static PdfSource open(Path file) throws IOException {
    return new PdfSource(
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file),
            MemoryUsageSetting.setupMainMemoryOnly(MOST_UNPACKED).streamCache));
  }

  /** The same, of bytes in memory. */
  static PdfSource open(byte[] bytes) throws IOException {
    return new PdfSource(
        Loader.loadPDF(
            new RandomAccessReadBuffer(bytes),
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(MOST_UNPACKED).streamCache));
  }

  /** PDFBox looks for them when it is first asked for one that a file does not bring. */
  static void findFonts() {
    var _ = FontMappers.instance().getFontBoxFont("", null);
  }

  @Override
  public int pages() {
    return document.getNumberOfPages();
  }

  @Override
  public PageSize size(int page) {
    PDPage found = document.getPage(page);
    PDRectangle box = found.getCropBox();
    boolean lies = found.getRotation() % 180 != 0;
    return lies
        ? new PageSize(box.getHeight(), box.getWidth())
        : new PageSize(box.getWidth(), box.getHeight());
  }

  @Override
  public String text(int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    return stripper.getText(document);
  }

  @Override
  public void paint(int page, double scale, Graphics2D graphics) throws IOException {
    renderer.renderPageToGraphics(page, graphics, (float) scale);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private static RenderingHints smooth() {
    RenderingHints hints =
        new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hints.put(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    hints.put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return hints;
  }

  /** Keeps fonts between two tiles, but no unpacked pictures. */
  private static final class WithoutPictures extends DefaultResourceCache {
    @Override
    public void put(COSObject indirect, PDXObject xobject) {
      // is read again for the next tile
    }
  }
}
