package org.openhall.kiosk.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Block;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.RecordCodec;
import org.openhall.link.render.RenderOrder;
import org.openhall.link.render.RenderPart;
import org.openhall.link.render.RenderPart.End;
import org.openhall.link.render.RenderPart.Look;
import org.openhall.link.render.RenderPart.Picture;
import org.openhall.link.render.RenderPart.Result;

/** The program as the office starts it: a process of its own. */
class RenderMainTest {
  @TempDir Path folder;

  private List<RenderPart> run(String memory, RenderOrder order, byte[]... records)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + memory,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + folder,
                "-Dorg.sqlite.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                RenderMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream out = child.getOutputStream()) {
      order.write(out, List.of(records));
    }
    List<RenderPart> parts = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
      do {
        parts.add(RenderPart.read(in));
      } while (!(parts.getLast() instanceof End));
    }
    child.waitFor();
    return parts;
  }

  private static RenderOrder order(String id, RenderOrder.@Nullable Warning warning) {
    return new RenderOrder(id, "示例市", false, warning);
  }

  private static byte[] notice(int paragraphs) {
    Origin origin = new Origin("示例市", "n", "0".repeat(64), LocalDate.of(2026, 1, 2), false);
    Notice notice =
        new Notice(
            new RecordHeader("n-1", 1, null, null, null, origin),
            Notice.Kind.ANNOUNCEMENT,
            "周六照常办理",
            "示例市",
            LocalDate.of(2026, 1, 2),
            Collections.nCopies(paragraphs, new Block.Paragraph("本厅周六上午照常办理。")),
            UnknownFields.NONE);
    return RecordCodec.encode(notice);
  }

  private static List<Picture> pictures(List<RenderPart> parts, Look look) {
    return parts.stream()
        .filter(Picture.class::isInstance)
        .map(Picture.class::cast)
        .filter(picture -> picture.look() == look)
        .toList();
  }

  private static Result result(List<RenderPart> parts) {
    return ((End) parts.getLast()).result();
  }

  @Test
  void drawsTheWholeOfAPageUprightAndLying() throws IOException, InterruptedException {
    List<RenderPart> parts = run("384m", order("n-1", null), notice(60));
    assertEquals(Result.DRAWN, result(parts));
    assertPicture(pictures(parts, Look.PORTRAIT).getFirst(), 1080, 1920);
    assertPicture(pictures(parts, Look.LANDSCAPE).getFirst(), 1920, 1080);
    for (Look look : Look.values()) {
      assertPrinted(image(pictures(parts, look).getFirst()));
      List<Picture> all = pictures(parts, look);
      assertEquals(2, all.size(), look::toString);
      assertTrue(image(all.getLast()).getHeight() > image(all.getFirst()).getHeight());
    }
  }

  @Test
  void saysWhatItCannotDraw() throws IOException, InterruptedException {
    assertEquals(Result.NO_PAGE, result(run("384m", order("n-2", null), notice(1))));
    assertEquals(
        Result.BAD_RECORD,
        result(run("384m", order("n-1", null), "{}".getBytes(StandardCharsets.UTF_8))));
    assertEquals(Result.OUT_OF_MEMORY, result(run("20m", order("n-1", null), notice(60))));
  }

  @Test
  void drawsAWarningOverEverything() throws IOException, InterruptedException {
    RenderOrder.Warning warning =
        new RenderOrder.Warning("大厅停电", List.of("请到二楼办理。"), "2099-01-01T00:00:00Z");
    List<RenderPart> parts = run("384m", order("", warning));
    assertEquals(Result.DRAWN, result(parts));
    BufferedImage picture = image(pictures(parts, Look.PORTRAIT).getFirst());
    int middle = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2);
    assertTrue((middle >> 16 & 255) > 2 * (middle & 255), Integer.toHexString(middle));
  }

  private static BufferedImage image(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.png()));
  }

  /** Whether the page itself is there, and not its frame alone. */
  private static void assertPrinted(BufferedImage picture) {
    int from = picture.getHeight() / 4;
    boolean isPrinted =
        IntStream.range(from, 3 * from)
            .anyMatch(y ->
                IntStream.range(0, picture.getWidth())
                    .anyMatch(x -> (picture.getRGB(x, y) & 0xFFFFFF) < 0x606060));
    assertTrue(isPrinted, "the page is empty");
  }

  private static void assertPicture(Picture found, int width, int height) throws IOException {
    BufferedImage picture = image(found);
    assertEquals(width, picture.getWidth());
    assertEquals(height, picture.getHeight());
    long colours =
        IntStream.range(0, height)
            .flatMap(y -> IntStream.range(0, width).map(x -> picture.getRGB(x, y)))
            .distinct()
            .limit(20)
            .count();
    assertTrue(colours >= 20, "nothing is drawn");
  }
}
