package org.openhall.kiosk.screen.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.store.Facet;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;

class AnnualReportsModelTest {
  @TempDir Path dir;
  private PublishedContent content;

  @BeforeEach
  void publish() throws Exception {
    content =
        PublishedContent.of(
            dir,
            List.of(
                Records.report("a24", "市政府2024年年度报告", 2024, "市政府"),
                Records.report("a25", "市政府2025年年度报告", 2025, "市政府"),
                Records.report("b25", "财政局2025年年度报告", 2025, "财政局")));
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void listsAllWithTheLatestYearFirst() {
    AnnualReportsModel model = new AnnualReportsModel(content);

    assertEquals(3, model.reports().rows().size());
    assertEquals("a24", model.reports().rows().getLast().header().id());
    assertEquals(
        List.of(new Facet("2025", "2025", 2), new Facet("2024", "2024", 1)), model.years());
  }

  @Test
  void aYearAndAPublisherNarrowTheListAndEachOthersCounts() {
    AnnualReportsModel model = new AnnualReportsModel(content);

    model.chooseYear("2025");
    model.choosePublisher("市政府");

    assertEquals(
        List.of("a25"), model.reports().rows().stream().map(r -> r.header().id()).toList());
    assertEquals(
        List.of(new Facet("2025", "2025", 1), new Facet("2024", "2024", 1)), model.years());
    model.clear();
    assertFalse(model.filtered());
    assertEquals(3, model.reports().total().get());
  }
}
