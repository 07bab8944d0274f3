package org.openhall.kiosk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.content.Limits;

class FileShelfTest {
  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

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

  private Opened open(Attachment file) {
    CompletableFuture<Opened> opened = new CompletableFuture<>();
    shelf.open(file, opened::complete);
    return opened.join();
  }

  private Drawing pages(Attachment file) {
    return assertInstanceOf(Opened.Pages.class, open(file)).drawing();
  }

  private static Optional<DrawnTile> draw(Drawing drawing, Tile tile) {
    CompletableFuture<Optional<DrawnTile>> drawn = new CompletableFuture<>();
    drawing.draw(tile, drawn::complete);
    return drawn.join();
  }

  private static int pixel(DrawnTile drawn, int x, int y) {
    return drawn.argb()[y * drawn.tile().width() + x];
  }

  @Test
  void aPageIsSharpAtEveryMagnification() throws IOException {
    Drawing pdf = pages(files.pdf(1));
    assertEquals(new PageSize(200, 100), pdf.size(0));
    for (int scale : new int[] {1, 3, 40}) {
      DrawnTile drawn =
          draw(pdf, new Tile(0, scale, 50 * scale - 5, 25 * scale - 5, 10, 10)).orElseThrow();
      assertEquals(WHITE, pixel(drawn, 4, 4), "before the corner, " + scale);
      assertEquals(BLACK, pixel(drawn, 5, 5), "behind the corner, " + scale);
    }
  }

  @Test
  void everyPageCanBeDrawn() throws IOException {
    Drawing pdf = pages(files.pdf(3));
    assertEquals(3, pdf.pages());
    Tile whole = Tile.whole(2, pdf.size(2), 2);
    assertEquals(BLACK, pixel(draw(pdf, whole).orElseThrow(), 110, 60));
  }

  @Test
  void aPictureIsAPage() throws IOException {
    Drawing picture = pages(files.png(400, 300));
    assertEquals(new PageSize(400, 300), picture.size(0));
    DrawnTile drawn = draw(picture, Tile.whole(0, picture.size(0), 0.5)).orElseThrow();
    assertEquals(200, drawn.tile().width());
    assertEquals(BLACK, pixel(drawn, 27, 15));
    assertEquals(WHITE, pixel(drawn, 10, 10));
  }

  @Test
  void aLargePictureIsKeptSmall() throws IOException {
    Drawing picture = pages(files.png(6000, 4000));
    assertEquals(new PageSize(6000, 4000), picture.size(0));
    DrawnTile drawn = draw(picture, new Tile(0, 1, 0, 0, 100, 100)).orElseThrow();
    assertEquals(WHITE, pixel(drawn, 5, 5));
    assertEquals(BLACK, pixel(drawn, 55, 30));
  }

  @Test
  void aPictureOfTooManyPixelsIsNotUnpacked() throws IOException {
    assertInstanceOf(
        Opened.TooLarge.class, open(files.put("a.png", "image/png", header(20_000, 20_000))));
  }

  /** The beginning of a PNG, which says how large it is. */
  private static byte[] header(int width, int height) {
    byte[] chunk =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 crc = new CRC32();
    crc.update(chunk);
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
        .putInt(13)
        .put(chunk)
        .putInt((int) crc.getValue())
        .array();
  }

  @Test
  void whatHasNotComeIsAbsent() throws IOException {
    Attachment file = files.pdf(1);
    Files.delete(data.resolve(file.target()));
    assertEquals(new Opened.Absent(), open(file));
  }

  @Test
  void oneBitOffIsDamaged() throws IOException {
    Attachment file = files.pdf(1);
    Path path = data.resolve(file.target());
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length / 2] ^= 1;
    Files.write(path, bytes);
    assertEquals(new Opened.Damaged(), open(file));
    Files.write(path, new byte[3]);
    assertEquals(new Opened.Damaged(), open(file));
  }

  @Test
  void aFileBeyondTheLimitIsNotOpened() {
    Attachment file =
        new Attachment("a.pdf", "application/pdf", Limits.FILE + 1, "0".repeat(64), null);
    assertEquals(new Opened.TooLarge(), open(file));
  }

  @Test
  void aPdfWithAPasswordIsLocked() throws IOException {
    assertEquals(new Opened.Locked(), open(files.lockedPdf()));
  }

  @Test
  void noiseUnderAnyTypeIsBrokenAndTheNextFileIsShown() throws IOException {
    byte[] noise = "%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII);
    assertEquals(new Opened.Broken(), open(files.put("a.pdf", "application/pdf", noise)));
    assertEquals(new Opened.Broken(), open(files.put("a.png", "image/png", noise)));
    assertEquals(new Opened.Broken(), open(files.put("a.jpg", "image/jpeg", header(9, 9))));
    assertEquals(new Opened.Broken(), open(files.put("a.csv", "text/csv", new byte[0])));
    assertEquals(1, pages(files.pdf(1)).pages());
  }

  /** Whatever a reader trips over, it is said, and the thread goes on. */
  @Test
  void aPdfCutAnywhereIsNeverACrash() throws IOException {
    byte[] whole = RealFiles.pdfBytes(2, "");
    for (int length = 1; length < whole.length; length += 23) {
      byte[] cut = Arrays.copyOf(whole, length);
      Opened opened = open(files.put("a.pdf", "application/pdf", cut));
      assertTrue(
          opened instanceof Opened.Broken || opened instanceof Opened.Pages, opened.toString());
    }
    assertEquals(1, pages(files.pdf(1)).pages());
  }

  @Test
  void filesOfOfficeProgramsAreNotShown() throws IOException {
    Attachment file = files.put("a.docx", "application/msword", new byte[10]);
    assertEquals(new Opened.NotShowable(), open(file));
  }

  @Test
  void aTableIsReadWhicheverWayItsCharactersAreWritten() throws IOException {
    String text = "科目,金额\r\n\"教育,支出\",12.50\r\n";
    Opened expected =
        new Opened.Table(List.of(List.of("科目", "金额"), List.of("教育,支出", "12.50")), false);
    for (String charset : List.of("UTF-8", "GB18030")) {
      byte[] bytes = text.getBytes(Charset.forName(charset));
      assertEquals(expected, open(files.put("a.csv", "text/csv", bytes)), charset);
    }
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    assertEquals(expected, open(files.put("a.csv", "text/csv", marked)));
  }

  @Test
  void aLongTableIsCutAndSaysSo() throws IOException {
    byte[] rows = "a,b\n".repeat(1_001).getBytes(StandardCharsets.UTF_8);
    Opened.Table table =
        assertInstanceOf(Opened.Table.class, open(files.put("a.csv", "text/csv", rows)));
    assertTrue(table.cut());
    assertEquals(1_000, table.rows().size());
  }

  @Test
  void aTileHasALimit() {
    assertThrows(IllegalArgumentException.class, () -> new Tile(0, 1, 0, 0, 4_000, 1_001));
    Tile whole = Tile.whole(0, new PageSize(100_000, 50_000), 1);
    assertTrue((long) whole.width() * whole.height() <= Tile.MOST_PIXELS);
  }
}
