package org.openhall.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.desk.preview.RenderChild;

/** The office's child process, which is the terminal's own program. */
class PreviewTest {
  private static final String RECORD =
      "{\"body\":[{\"kind\":\"paragraph\",\"text\":\"本厅周六上午照常办理。\"}],\"header\":{\"id\":\"n-1\",\"origin\":"
          + "{\"asOf\":\"2026-01-02\",\"key\":\"n\",\"sha256\":\"%s\",\"source\":\"示例市\"},\"revision\":1},"
              .formatted("0".repeat(64))
          + "\"kind\":\"announcement\",\"publishedOn\":\"2026-01-02\",\"publisher\":\"示例市\",\"title\":\"周六照常办理\",\"type\":\"notice\"}";

  @TempDir Path folder;

  @BeforeEach
  void name() {
    System.setProperty(RenderChild.CLASS_PATH, System.getProperty("java.class.path"));
  }

  @AfterEach
  void forget() {
    System.clearProperty(RenderChild.CLASS_PATH);
  }

  @Test
  void drawsARecordThatNobodyPublished() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("records"), RECORD + "\n");
    RenderChild.Outcome outcome = new RenderChild().draw(folder, "n-1", "示例市", "zh-CN");
    assertEquals(RenderChild.Outcome.DRAWN, outcome, () -> said());
    assertTrue(Files.size(folder.resolve("landscape.png")) > 10_000);
    assertTrue(Files.size(folder.resolve("portrait.png")) > 10_000);
  }

  @Test
  void saysThatARecordIsBroken() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("records"), "{}\n");
    assertEquals(RenderChild.Outcome.BROKEN, new RenderChild().draw(folder, "n-1", "示例市", "zh-CN"));
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
