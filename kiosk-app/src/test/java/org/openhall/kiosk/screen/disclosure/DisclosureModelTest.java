package org.openhall.kiosk.screen.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.ContentRecord;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;

class DisclosureModelTest {
  @TempDir Path dir;

  @Test
  void knowsHowMuchEverySectionHolds() throws Exception {
    DisclosureModel.Overview overview =
        read(
            List.of(
                Records.node("s", "法定主动公开内容", null),
                Records.node("s-1", "规范性文件", "s", 1),
                Records.node("rules", "政府信息公开制度", null),
                Records.entry("e1", "管理办法", "s-1", "市政府", 2026),
                Records.entry("e2", "依申请公开工作规程", "rules", "市政府", 2025),
                Records.report("r-2024", "2024年年度报告", 2024, "市政府"),
                Records.report("r-2025", "2025年年度报告", 2025, "市政府"),
                Records.department("d", "市财政局")));

    assertEquals(2, overview.entries());
    assertEquals(1, overview.statutory());
    assertEquals(1, overview.rules().orElseThrow().count());
    assertEquals(2025, overview.reports().getFirst().year());
    assertEquals(1, overview.departments());
    assertEquals("e1", overview.latest().getFirst().id());
  }

  @Test
  void rulesThatTheDirectoryDoesNotHaveAreLeftOut() throws Exception {
    DisclosureModel.Overview overview = read(List.of(Records.node("s", "政府文件", null)));

    assertTrue(overview.rules().isEmpty());
    assertTrue(overview.guides().isEmpty());
  }

  private DisclosureModel.Overview read(List<? extends ContentRecord> records) throws Exception {
    try (PublishedContent content = PublishedContent.of(dir, records)) {
      Loaded<DisclosureModel.Overview> state = new DisclosureModel(content).overview().get();
      return (DisclosureModel.Overview) assertInstanceOf(Loaded.Shown.class, state).value();
    }
  }
}
