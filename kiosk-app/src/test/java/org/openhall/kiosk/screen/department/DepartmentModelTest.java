package org.openhall.kiosk.screen.department;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.HallMap;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.StaffMember;
import org.openhall.content.UnknownFields;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;

class DepartmentModelTest {
  @TempDir Path dir;
  private PublishedContent content;

  @BeforeEach
  void publish() throws Exception {
    content =
        PublishedContent.of(
            dir,
            List.of(
                Records.department("d", "市公安局"),
                Records.node("c", "规范性文件", null),
                Records.entry("e1", "户籍管理规定", "c", "市公安局", 2026),
                Records.entry("e2", "预算", "c", "市财政局", 2026),
                Records.guide("g1", "身份证补领", "市公安局", Audience.NATURAL_PERSON),
                Records.guide("g2", "企业设立", "市监局", Audience.LEGAL_PERSON),
                map(),
                person("s1", "市公安局"),
                person("s2", "市财政局")));
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void theDepartmentsOwnIsThereAndNoOneElses() {
    DepartmentModel.Reading reading = shown("d");

    assertEquals("市公安局", reading.department().name());
    assertEquals("e1", reading.entries().rows().getFirst().id());
    assertEquals(1, reading.entries().total());
    assertEquals("g1", reading.guides().rows().getFirst().id());
    assertEquals(1, reading.guides().total());
    assertEquals(List.of("s1"), reading.staff().stream().map(it -> it.header().id()).toList());
  }

  @Test
  void aWindowKnowsItsFloor() {
    List<DepartmentModel.Counter> windows = shown("d").windows();

    assertEquals(1, windows.size());
    assertEquals("A01", windows.getFirst().window().id());
    assertEquals("2楼", windows.getFirst().floor().name());
  }

  @Test
  void whatIsNoDepartmentIsMissing() {
    assertInstanceOf(Loaded.Missing.class, new DepartmentModel(content, "c").reading().get());
    assertInstanceOf(Loaded.Missing.class, new DepartmentModel(content, "x").reading().get());
  }

  private DepartmentModel.Reading shown(String id) {
    Loaded<DepartmentModel.Reading> state = new DepartmentModel(content, id).reading().get();
    return (DepartmentModel.Reading) assertInstanceOf(Loaded.Shown.class, state).value();
  }

  private static StaffMember person(String id, String department) {
    return new StaffMember(
        Records.header(id),
        "张三",
        null,
        null,
        null,
        department,
        "A01",
        List.of(),
        null,
        null,
        1,
        UnknownFields.NONE);
  }

  private static HallMap map() {
    HallMap.Floor floor =
        new HallMap.Floor(
            "f2",
            "2楼",
            2,
            60,
            40,
            List.of(),
            List.of(),
            List.of(),
            List.of(window("A01", "市公安局"), window("B01", "市民政局")));
    return new HallMap(
        Records.header("map"),
        "示例大厅",
        null,
        List.of(floor),
        List.of(),
        List.of(),
        UnknownFields.NONE);
  }

  private static HallMap.Window window(String id, String department) {
    return new HallMap.Window(id, "综合窗口", 1, 1, department, List.of("户籍"), null, null, false, null);
  }
}
