package org.openhall.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.link.render.RenderOrder;
import org.openhall.link.render.RenderPart;
import org.openhall.office.desk.preview.RenderChild;

/** The office's child process, which is the terminal's own program, within its walls. */
class PreviewTest {
  private static final String RECORD =
      "{\"body\":[{\"kind\":\"paragraph\",\"text\":\"本厅周六上午照常办理。\"}],\"header\":{\"id\":\"n-1\",\"origin\":"
          + "{\"asOf\":\"2026-01-02\",\"key\":\"n\",\"sha256\":\"%s\",\"source\":\"示例市\"},\"revision\":1},"
              .formatted("0".repeat(64))
          + "\"kind\":\"announcement\",\"publishedOn\":\"2026-01-02\",\"publisher\":\"示例市\",\"title\":\"周六照常办理\",\"type\":\"notice\"}";

  private final List<RenderPart.Picture> pictures = new ArrayList<>();

  @BeforeEach
  void name() {
    System.setProperty(RenderChild.CLASS_PATH, System.getProperty("java.class.path"));
  }

  @AfterEach
  void forget() {
    System.clearProperty(RenderChild.CLASS_PATH);
  }

  private RenderChild.Outcome draw(String record) throws IOException, InterruptedException {
    RenderOrder order = new RenderOrder("n-1", "示例市", true, null);
    return new RenderChild()
        .draw(order, List.of(record.getBytes(StandardCharsets.UTF_8)), pictures::add);
  }

  @Test
  void drawsARecordThatNobodyPublished() throws IOException, InterruptedException {
    assertEquals(RenderChild.Outcome.DRAWN, draw(RECORD));
    assertEquals(2, pictures.size());
    assertTrue(pictures.stream().allMatch(picture -> picture.png().length > 10_000));
  }

  @Test
  void saysThatARecordIsBroken() throws IOException, InterruptedException {
    assertEquals(RenderChild.Outcome.BAD_RECORD, draw("{}"));
  }
}
