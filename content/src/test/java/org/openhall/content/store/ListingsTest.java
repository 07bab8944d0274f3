package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;

class ListingsTest {
  @TempDir Path folder;

  @Test
  void theCatalogueIsReadInItsOrder() throws IOException {
    try (ContentSnapshot snapshot = Release.directory().open(folder)) {
      assertEquals(List.of("c", "other"), ids(snapshot, null));
      assertEquals(List.of("c-1", "c-2"), ids(snapshot, "c"));
      assertEquals(3, snapshot.countUnder("c"));
      assertEquals(0, snapshot.countUnder("nobody"));
    }
  }

  private static List<String> ids(ContentSnapshot snapshot, @Nullable String parent)
      throws IOException {
    return snapshot.children(CatalogNode.Tree.DISCLOSURE, parent).stream()
        .map(n -> n.header().id())
        .toList();
  }

  @Test
  void entriesAreListedNewestFirstUnderEveryFilter() throws IOException {
    try (ContentSnapshot snapshot = Release.directory().open(folder)) {
      assertEquals("b d a e f", entries(snapshot, EntryFilter.none()));
      assertEquals("b d a", entries(snapshot, EntryFilter.none().withCategoryId("c")));
      assertEquals(
          "d", entries(snapshot, EntryFilter.none().withCategoryId("c").withPublisher("市教育局")));
      assertEquals("b d", entries(snapshot, EntryFilter.none().withYear(2025)));
      Page<EntryTitle> page = snapshot.entries(EntryFilter.none(), 1, 2);
      assertEquals(5, page.total());
      assertEquals(List.of("d", "a"), page.rows().stream().map(EntryTitle::id).toList());
      assertTrue(snapshot.entries(EntryFilter.none(), 0, 1).rows().getFirst().hasBody());
    }
  }

  private static String entries(ContentSnapshot snapshot, EntryFilter filter) throws IOException {
    Page<EntryTitle> page = snapshot.entries(filter, 0, 100);
    assertEquals(page.rows().size(), page.total());
    return String.join(" ", page.rows().stream().map(EntryTitle::id).toList());
  }

  @Test
  void facetsCountUnderTheOtherFilters() throws IOException {
    try (ContentSnapshot snapshot = Release.directory().open(folder)) {
      EntryFilter filter = new EntryFilter("c", "市财政局", 2025, null, null, null);
      assertEquals(
          List.of(new Facet("市教育局", "市教育局", 1), new Facet("市财政局", "市财政局", 1)),
          snapshot.publishers(filter));
      assertEquals(
          List.of(new Facet("2025", "2025", 1), new Facet("2024", "2024", 1)),
          snapshot.years(filter));
    }
  }

  @Test
  void guidesAreListedWithMaterialsFirst() throws IOException {
    Release release =
        new Release()
            .guide("g-1", "护照", "公安局", false)
            .guide("g-2", "居民身份证申领", "公安局", true)
            .guide("g-3", "结婚登记", "民政局", true);
    try (ContentSnapshot snapshot = release.open(folder)) {
      Page<GuideTitle> all = snapshot.guides(GuideFilter.none(), 0, 10);
      assertEquals(List.of("g-3", "g-2", "g-1"), all.rows().stream().map(GuideTitle::id).toList());
      assertFalse(all.rows().getLast().complete());
      GuideFilter police = GuideFilter.none().withDepartmentName("公安局");
      assertEquals(2, snapshot.guides(police, 0, 10).total());
      assertEquals(
          List.of(new Facet("公安局", "公安局", 2), new Facet("民政局", "民政局", 1)),
          snapshot.guideDepartments(police));
      assertEquals(List.of(new Facet("行政许可", "行政许可", 3)), snapshot.guideTypes(GuideFilter.none()));
      assertEquals(List.of(), snapshot.guideThemes(GuideFilter.none()));
    }
  }

  private static ContentRecord guide(String id, String more) throws MalformedRecordException {
    String json =
        """
        {"type":"service-guide","title":"事项","audiences":["natural-person"],%s,
         "header":{"id":"%s","revision":1,
           "origin":{"source":"示例","sha256":"00","asOf":"2026-11-01"}}}
        """
            .formatted(more, id);
    return RecordCodec.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void guidesStandAtTheirThemesEventsAndWindows() throws IOException, MalformedRecordException {
    Release release =
        new Release()
            .with(guide("a", "\"personThemes\":[\"t\",\"u\"],\"annualCases\":7"))
            .with(guide("b", "\"lifeEvents\":[\"l\"],\"annualCases\":900"))
            .with(
                guide(
                    "c",
                    "\"personThemes\":[\"t\"],\"windows\":[{\"name\":\"x\",\"windowIds\":[\"A01\"]}]"));
    try (ContentSnapshot snapshot = release.open(folder)) {
      assertEquals("a c", guides(snapshot, GuideFilter.none().withPersonTheme("t")));
      assertEquals("a", guides(snapshot, GuideFilter.none().withPersonTheme("u")));
      assertEquals("", guides(snapshot, GuideFilter.none().withPersonTheme("A01")));
      assertEquals("b", guides(snapshot, GuideFilter.none().withLifeEvent("l")));
      assertEquals(2, snapshot.guideCount(GuideFilter.none().withPersonTheme("t")));
      assertEquals("c", ids(snapshot.guidesAtWindow("A01")));
      assertEquals("b a", ids(snapshot.popularGuides(5)));
      assertEquals("b", ids(snapshot.popularGuides(1)));
    }
  }

  private static String guides(ContentSnapshot snapshot, GuideFilter filter) throws IOException {
    return String.join(
        " ", snapshot.guides(filter, 0, 10).rows().stream().map(GuideTitle::id).sorted().toList());
  }

  private static String ids(List<GuideTitle> titles) {
    return String.join(" ", titles.stream().map(GuideTitle::id).toList());
  }

  @Test
  void entriesAreFilteredByThemeGenreAndValidity() throws IOException, MalformedRecordException {
    String json =
        """
        {"type":"disclosure-entry","title":"甲","validity":"abolished","theme":"财政","genre":"通知",
         "header":{"id":"z","revision":1,
           "origin":{"source":"示例","sha256":"00","asOf":"2026-11-01"}}}
        """;
    Release release =
        Release.directory().with(RecordCodec.decode(json.getBytes(StandardCharsets.UTF_8)));
    try (ContentSnapshot snapshot = release.open(folder)) {
      EntryFilter none = EntryFilter.none();
      assertEquals("z", entries(snapshot, none.withTheme("财政")));
      assertEquals("z", entries(snapshot, none.withGenre("通知")));
      assertEquals("z", entries(snapshot, none.withValidity(Validity.ABOLISHED)));
      assertEquals("", entries(snapshot, none.withTheme("财政").withYear(2025)));
      assertEquals(List.of(new Facet("财政", "财政", 1)), snapshot.themes(none));
      assertEquals(List.of(new Facet("通知", "通知", 1)), snapshot.genres(none));
      assertEquals(
          List.of("UNSTATED", "ABOLISHED"),
          snapshot.validities(none.withValidity(Validity.ABOLISHED)).stream()
              .map(Facet::value)
              .toList());
    }
  }
}
