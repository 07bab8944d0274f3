package org.openhall.office.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF file.
 *
 * @param path where it lies
 */
record PdfContent(Path path) {
  /** Actions that run something or open something else (ISO 32000-1, 12.6.4). */
  private static final Set<String> RUNNING =
      Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "RichMediaExecute", "Rendition");

  private static final int MOST_PAGES = 500;

  void read(FileContent.Faults faults, FileContent.Texts texts) throws IOException {
    try (PDDocument document = Loader.loadPDF(path.toFile())) {
      Set<String> running = new TreeSet<>();
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSBase object = document.getDocument().getObjectFromPool(key).getObject();
        if (object instanceof COSDictionary dictionary) {
          running.addAll(running(dictionary));
        }
      }
      running.forEach(action -> faults.add(FileFault.PDF_ACTION, action));
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(MOST_PAGES);
      stripper.getText(document).lines().forEach(line -> texts.add(line, ""));
    } catch (InvalidPasswordException e) {
      faults.add(FileFault.LOCKED, "PDF");
    } catch (IOException e) {
      faults.add(FileFault.BROKEN, String.valueOf(e.getMessage()));
    }
  }

  private static Set<String> running(COSDictionary dictionary) {
    Set<String> running = new TreeSet<>();
    String action = dictionary.getNameAsString(COSName.S);
    if (action != null && RUNNING.contains(action)) {
      running.add(action);
    }
    if (dictionary.containsKey(COSName.JS)) {
      running.add("JavaScript");
    }
    if (dictionary.containsKey(COSName.getPDFName("EmbeddedFiles"))
        || dictionary.containsKey(COSName.EF)) {
      running.add("EmbeddedFile");
    }
    for (COSBase value : dictionary.getValues()) {
      if (value instanceof COSDictionary inner) { // what stands in place, as an action often does
        running.addAll(running(inner));
      }
    }
    return running;
  }
}
