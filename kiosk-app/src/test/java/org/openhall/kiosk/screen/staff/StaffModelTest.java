package org.openhall.kiosk.screen.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.StaffMember;
import org.openhall.content.UnknownFields;
import org.openhall.content.store.Facet;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;

class StaffModelTest {
  @TempDir Path dir;

  @Test
  void peopleAreListedInTheirOrderWithDepartmentsToChooseBy() throws Exception {
    try (PublishedContent content = published()) {
      StaffModel model = new StaffModel(content, null);

      assertEquals(List.of("甲", "乙", "丙"), names(model));
      assertEquals(List.of("公安局 2", "税务局 1"), said(model.departments()));
      assertEquals(List.of("A01 1", "A02 1", "F01 1"), said(model.windows()));
    }
  }

  @Test
  void aDepartmentNarrowsThePeopleAndTheWindows() throws Exception {
    try (PublishedContent content = published()) {
      StaffModel model = new StaffModel(content, null);
      model.chooseDepartment("税务局");

      assertEquals(List.of("丙"), names(model));
      assertEquals(List.of("F01 1"), said(model.windows()));
    }
  }

  @Test
  void fromAWindowOnlyItsPeopleAreShown() throws Exception {
    try (PublishedContent content = published()) {
      StaffModel model = new StaffModel(content, "A02");
      assertEquals(List.of("乙"), names(model));

      model.chooseWindow(null);
      assertEquals(3, names(model).size());
    }
  }

  @Test
  void whereNobodyIsNamedThePageSaysSo() throws Exception {
    try (PublishedContent content =
        PublishedContent.of(dir, List.of(Records.node("n", "目录", null)))) {
      assertInstanceOf(Loaded.Missing.class, new StaffModel(content, null).staff().get());
    }
  }

  private PublishedContent published() throws Exception {
    return PublishedContent.of(
        dir,
        List.of(
            person("丙", "税务局", "F01", 3),
            person("甲", "公安局", "A01", 1),
            person("乙", "公安局", "A02", 2)));
  }

  private static StaffMember person(String name, String department, String window, int order) {
    return new StaffMember(
        Records.header("s-" + order),
        name,
        null,
        null,
        null,
        department,
        window,
        List.of(),
        null,
        null,
        order,
        UnknownFields.NONE);
  }

  private static List<String> names(StaffModel model) {
    return model.listed().stream().map(StaffMember::name).toList();
  }

  private static List<String> said(List<Facet> facets) {
    return facets.stream().map(facet -> facet.value() + " " + facet.count()).toList();
  }
}
