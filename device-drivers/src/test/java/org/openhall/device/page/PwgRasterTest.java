package org.openhall.device.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.PageDocument.Sheet;

class PwgRasterTest {

  @TempDir Path folder;

  @Test
  void everySheetIsReadBackAsItWas() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      int width = 1 + random.nextInt(400);
      int height = 1 + random.nextInt(40);
      byte[] grey = new byte[width * height];
      int kinds = 1 + random.nextInt(3);
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (byte) random.nextInt(kinds);
      }
      PwgRaster raster = new PwgRaster(1, 300, false);
      raster.add(new Sheet(width, height, grey));
      assertArrayEquals(grey, read(raster.bytes(), width, height));
    }
  }

  /** The PCL writer of CUPS reads it with CUPS's own library. */
  @Test
  void cupsReadsEveryPage() throws Exception {
    PwgRaster raster = new PwgRaster(2, 300, false);
    for (int page = 0; page < 2; page++) {
      raster.add(DrawnForm.ofPages(2).draw(page, 2480, 3508).orElseThrow());
    }
    assertTrue(raster.length() < 200_000, "drawn forms are packed: " + raster.length());
    Path file = Files.write(folder.resolve("two.pwg"), raster.bytes());
    ProcessBuilder builder = new ProcessBuilder("ippevepcl", file.toString());
    builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    builder.environment().put("CONTENT_TYPE", "image/pwg-raster");
    builder.redirectOutput(folder.resolve("pcl").toFile());
    Process pcl = builder.redirectErrorStream(false).start();
    String told = new String(pcl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, pcl.waitFor(), told);
    assertTrue(told.contains("job-impressions-completed=2"), told);
    assertTrue(Files.size(folder.resolve("pcl")) > 10_000);
  }

  private static byte[] read(byte[] raster, int width, int height) {
    ByteBuffer in = ByteBuffer.wrap(raster, 4 + 1796, raster.length - 4 - 1796);
    ByteBuffer out = ByteBuffer.allocate(width * height);
    while (out.hasRemaining()) {
      int copies = (in.get() & 0xff) + 1;
      byte[] line = line(in, width);
      for (int i = 0; i < copies; i++) {
        out.put(line);
      }
    }
    assertEquals(0, in.remaining());
    return out.array();
  }

  private static byte[] line(ByteBuffer in, int width) {
    ByteBuffer line = ByteBuffer.allocate(width);
    while (line.hasRemaining()) {
      int count = in.get() & 0xff;
      assertTrue(count != 128, "clears the line, in CUPS only");
      if (count < 128) {
        byte dot = in.get();
        for (int i = 0; i <= count; i++) {
          line.put(dot);
        }
      } else {
        for (int i = 0; i < 257 - count; i++) {
          line.put(in.get());
        }
      }
    }
    return line.array();
  }

  @Test
  void theBytesOfAPlainLine() throws IOException {
    PwgRaster raster = new PwgRaster(1, 300, false);
    raster.add(new Sheet(6, 2, new byte[] {9, 1, 2, 3, 3, 3, 9, 1, 2, 3, 3, 3}));
    ByteBuffer bytes = ByteBuffer.wrap(raster.bytes());
    byte[] data = new byte[bytes.remaining() - 1800];
    bytes.get(1800, data);
    // The line twice; three dots as they are; three times the fourth.
    assertArrayEquals(new byte[] {1, (byte) 254, 9, 1, 2, 2, 3}, data);
  }
}
