package org.openhall.kiosk.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.device.PageDocument.Sheet;

class PrintedFileTest {
  /** A4 at 72 to the inch. */
  private static final int WIDE = 595;

  private static final int HIGH = 842;

  @TempDir Path data;
  private RealFiles files;
  private FileShelf shelf;

  @BeforeEach
  void open() {
    files = new RealFiles(data);
    shelf = new FileShelf(data, Runnable::run);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private Optional<PrintedFile> toPrint(Attachment file) {
    CompletableFuture<Optional<PrintedFile>> ready = new CompletableFuture<>();
    shelf.toPrint(file, ready::complete);
    return ready.join();
  }

  private static int grey(Sheet sheet, int x, int y) {
    return sheet.grey()[y * sheet.width() + x] & 0xff;
  }

  @Test
  void thePrinterGetsTheVeryBytesOfThePdf() throws IOException {
    Attachment file = files.pdf(3);
    byte[] bytes = Files.readAllBytes(data.resolve(file.target()));
    PrintedFile printed = toPrint(file).orElseThrow();
    assertEquals(3, printed.pages());
    Files.write(data.resolve(file.target()), new byte[] {1});
    assertArrayEquals(bytes, printed.pdf().orElseThrow());
    assertTrue(printed.draw(2, WIDE, HIGH).isPresent(), "drawn from memory, too");
    printed.close();
  }

  @Test
  void aFileThatWasChangedOnTheDiskIsNotPrinted() throws IOException {
    Attachment file = files.pdf(1);
    byte[] bytes = Files.readAllBytes(data.resolve(file.target()));
    bytes[bytes.length / 2] ^= 1;
    Files.write(data.resolve(file.target()), bytes);
    assertTrue(toPrint(file).isEmpty());
    Files.delete(data.resolve(file.target()));
    assertTrue(toPrint(file).isEmpty());
  }

  @Test
  void aLyingPageIsTurnedAndKeepsItsSize() throws IOException {
    Sheet sheet = toPrint(files.pdf(1)).orElseThrow().draw(0, WIDE, HIGH).orElseThrow();
    assertEquals(0, grey(sheet, 317, 376), "the middle of the square");
    assertEquals(255, grey(sheet, 304, 376), "left of it");
    assertEquals(255, grey(sheet, 330, 376), "right of it");
    assertEquals(255, grey(sheet, 317, 364), "above it");
    assertEquals(255, grey(sheet, 317, 388), "below it");
  }

  @Test
  void aPictureFillsTheSheetButForAMargin() throws IOException {
    PrintedFile printed = toPrint(files.png(300, 400)).orElseThrow();
    assertTrue(printed.pdf().isEmpty());
    Sheet sheet = printed.draw(0, WIDE, HIGH).orElseThrow();
    double scale = 0.9 * WIDE / 300;
    int left = (int) ((WIDE - 300 * scale) / 2);
    int top = (int) ((HIGH - 400 * scale) / 2);
    assertEquals(0, grey(sheet, left + (int) (55 * scale), top + (int) (30 * scale)));
    assertEquals(255, grey(sheet, left + (int) (45 * scale), top + (int) (30 * scale)));
    assertEquals(255, grey(sheet, 5, 5));
  }

  @Test
  void whatIsNoFileOfPagesIsNotPrinted() throws IOException {
    assertTrue(toPrint(files.put("a.csv", "text/csv", new byte[] {65})).isEmpty());
    assertTrue(toPrint(files.put("a.pdf", "application/pdf", new byte[] {65})).isEmpty());
    assertTrue(toPrint(files.lockedPdf()).isEmpty());
  }
}
