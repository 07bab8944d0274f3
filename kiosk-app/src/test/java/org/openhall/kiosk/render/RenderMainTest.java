package org.openhall.kiosk.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Block;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.codec.RecordCodec;

/** The program as the office starts it: a process of its own. */
class RenderMainTest {
  @TempDir Path folder;

  private int run(String id, String... lines) throws IOException, InterruptedException {
    Path records = Files.write(folder.resolve("records"), List.of(lines));
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + folder,
                "-Dorg.sqlite.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                RenderMain.class.getName(),
                records.toString(),
                id,
                folder.resolve("out").toString(),
                "示例市",
                "zh-CN")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    return child.waitFor();
  }

  private static String notice() {
    Origin origin = new Origin("示例市", "n", "0".repeat(64), LocalDate.of(2026, 1, 2), false);
    Notice notice =
        new Notice(
            new RecordHeader("n-1", 1, null, null, null, origin),
            Notice.Kind.ANNOUNCEMENT,
            "周六照常办理",
            "示例市",
            LocalDate.of(2026, 1, 2),
            List.of(new Block.Paragraph("本厅周六上午照常办理。")),
            UnknownFields.NONE);
    return new String(RecordCodec.encode(notice), StandardCharsets.UTF_8);
  }

  @Test
  void drawsARecordUprightAndLying() throws IOException, InterruptedException {
    int status = run("n-1", notice());
    assertEquals(0, status, () -> said());
    assertPicture("portrait.png", 1080, 1920);
    assertPicture("landscape.png", 1920, 1080);
    assertEquals(RenderMain.NO_PAGE, run("n-2", notice()));
  }

  private void assertPicture(String name, int width, int height) throws IOException {
    BufferedImage picture = ImageIO.read(folder.resolve("out").resolve(name).toFile());
    assertEquals(width, picture.getWidth());
    assertEquals(height, picture.getHeight());
    long colours =
        java.util.stream.IntStream.range(0, height)
            .flatMap(y -> java.util.stream.IntStream.range(0, width).map(x -> picture.getRGB(x, y)))
            .distinct()
            .limit(20)
            .count();
    assertTrue(colours >= 20, "nothing is drawn");
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
