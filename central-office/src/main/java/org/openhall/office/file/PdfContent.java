package org.openhall.office.file;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF file. What it packs is measured first, then everything it leads to is looked at, and only
 * what is harmless is read.
 *
 * @param path where it lies
 */
record PdfContent(Path path) {
  private static final int MOST_PAGES = 500;

  void read(FileContent.Faults faults, FileContent.Texts texts) throws IOException {
    if (PdfBytes.isBomb(path)) {
      faults.add(FileFault.ZIP_RATIO, "PDF");
      return;
    }
    try (PDDocument document = Loader.loadPDF(path.toFile())) {
      PdfObjects objects = new PdfObjects();
      objects.walk(document.getDocument());
      objects.running().forEach(action -> faults.add(FileFault.PDF_ACTION, action));
      if (objects.isBomb()) {
        faults.add(FileFault.ZIP_RATIO, "PDF");
      } else if (objects.isHiding()) {
        faults.add(FileFault.BROKEN, "PDF");
      } else {
        text(document, texts);
      }
    } catch (InvalidPasswordException e) {
      faults.add(FileFault.LOCKED, "PDF");
    } catch (IOException e) {
      faults.add(FileFault.BROKEN, String.valueOf(e.getMessage()));
    }
  }

  int pages() throws IOException {
    try (PDDocument document = Loader.loadPDF(path.toFile())) {
      return document.getNumberOfPages();
    }
  }

  private static void text(PDDocument document, FileContent.Texts texts) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setEndPage(MOST_PAGES);
    stripper.getText(document).lines().forEach(line -> texts.add(line, ""));
  }
}
