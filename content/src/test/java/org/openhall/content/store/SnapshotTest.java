package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.content.store.Release.TODAY;
import static org.openhall.content.store.Release.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.AnnualReport;
import org.openhall.content.Attachment;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.HallMap;
import org.openhall.content.Notice;
import org.openhall.content.RecordGenerator;
import org.openhall.content.StaffMember;
import org.openhall.content.Synonyms;
import org.openhall.content.UnknownFields;
import org.openhall.content.UnknownRecord;
import org.openhall.content.WorkingCalendar;
import org.openhall.content.codec.MalformedPackException;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;

class SnapshotTest {
  private static final Clock CLOCK =
      Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  @TempDir Path folder;
  private Path db;

  @BeforeEach
  void nameTheFile() {
    db = folder.resolve("content-7.db");
  }

  private ContentSnapshot open(Release release) throws IOException {
    release.build(db);
    return ContentSnapshot.open(db, CLOCK);
  }

  private static Release.Facts facts(String publisher, String category, int year) {
    return new Release.Facts(publisher, category, LocalDate.of(year, 3, 1), null);
  }

  private static Release directory() {
    return new Release()
        .node("c", null, 1)
        .node("c-2", "c", 2)
        .node("c-1", "c", 1)
        .node("other", null, 2)
        .entry(header("a"), "甲", facts("市财政局", "c-1", 2024))
        .entry(header("b"), "乙", facts("市财政局", "c-2", 2025), "正文")
        .entry(header("d"), "丁", facts("市教育局", "c-2", 2025))
        .entry(header("e"), "戊", facts("市教育局", "other", 2023))
        .entry("f", "己");
  }

  @Test
  void recordsAndReleaseAreReadBack() throws IOException {
    Release release = new Release();
    RecordGenerator generator = new RecordGenerator(12, true);
    List<ContentRecord> records =
        RecordGenerator.TYPES.stream().<ContentRecord>map(generator::record).toList();
    records.forEach(release::with);
    UnknownRecord unknown = new UnknownRecord("later", header("x"), UnknownFields.NONE);
    release.with(unknown).build(db);
    Clock inForce =
        Clock.fixed(
            records.getFirst().header().origin().asOf().atStartOfDay().toInstant(ZoneOffset.UTC),
            ZoneOffset.UTC);
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, inForce)) {
      assertEquals(unknown, snapshot.find("x").orElseThrow());
      assertTrue(snapshot.find("nobody").isEmpty());
      assertEquals(7, snapshot.release().number());
      assertTrue(snapshot.release().sample());
    }
  }

  @Test
  void theCatalogueIsReadInItsOrder() throws IOException {
    try (ContentSnapshot snapshot = open(directory())) {
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
    try (ContentSnapshot snapshot = open(directory())) {
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
    try (ContentSnapshot snapshot = open(directory())) {
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
    try (ContentSnapshot snapshot = open(release)) {
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

  @Test
  void onlyWhatIsEffectiveTodayIsShown() throws IOException {
    Release release =
        new Release()
            .entry(header("past", null, TODAY.minusDays(1)), "公告一", Release.Facts.NONE, "正文")
            .entry(header("last-day", null, TODAY), "公告二", Release.Facts.NONE, "正文")
            .entry(header("first-day", TODAY, null), "公告三", Release.Facts.NONE, "正文")
            .entry(header("future", TODAY.plusDays(1), null), "公告四", Release.Facts.NONE, "正文")
            .notice(header("n-old", null, TODAY.minusDays(1)), "旧", TODAY)
            .notice(header("n-1"), "一", TODAY.minusDays(3))
            .notice(header("n-2"), "二", TODAY.minusDays(2));
    try (ContentSnapshot snapshot = open(release)) {
      assertEquals(2, snapshot.entries(EntryFilter.none(), 0, 10).total());
      assertEquals(2, snapshot.search("公告", 10).count());
      assertEquals(2, snapshot.search("正文", 10).count());
      assertTrue(snapshot.find("past").isEmpty());
      assertTrue(snapshot.find("last-day").isPresent());
      List<Notice> notices = snapshot.notices(TODAY);
      assertEquals(List.of("二", "一"), notices.stream().map(Notice::title).toList());
      assertEquals(3, snapshot.notices(TODAY.minusDays(1)).size());
    }
  }

  @Test
  void aWrongDigestIsRefusedAndLeavesNoFile() throws IOException {
    Release release = directory();
    byte[] pack = release.pack();
    assertThrows(WrongDigestException.class, () -> Release.build(db, release.manifest("00"), pack));
    assertFolderEmpty();
  }

  @Test
  void aBrokenPackIsRefusedAndLeavesNoFile() throws IOException {
    Release release = directory();
    byte[] part = Arrays.copyOf(release.pack(), 300);
    assertThrows(MalformedPackException.class, () -> Release.build(db, release.manifest(), part));
    assertFolderEmpty();
  }

  @Test
  void aRecordThatComesTwiceIsRefused() throws IOException {
    byte[] twice = new Release().entry("a", "甲").entry("b", "乙").entry("a", "丙").pack();
    Release announced = new Release().entry("a", "甲").entry("b", "乙").entry("c", "丙");
    MalformedPackException e =
        assertThrows(
            MalformedPackException.class, () -> Release.build(db, announced.manifest(), twice));
    assertEquals(3, e.recordNumber());
    assertFolderEmpty();
  }

  private void assertFolderEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void theFinishedFileIsAloneAndNeedsNoJournal() throws IOException {
    directory().build(db);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(db), files.toList());
    }
    byte[] head = Files.readAllBytes(db);
    assertEquals(1, head[18], "written in the rollback-journal format");
    assertEquals(1, head[19], "read in the rollback-journal format");
  }

  @Test
  void whatIsNoSnapshotCannotBeOpened() throws IOException {
    assertThrows(UnreadableSnapshotException.class, () -> ContentSnapshot.open(db, CLOCK));
    Files.writeString(db, "not a database, but long enough to be looked at as one".repeat(100));
    assertThrows(UnreadableSnapshotException.class, () -> ContentSnapshot.open(db, CLOCK));
  }

  @Test
  void aDamagedRecordOrTitleIsNeverShown() throws IOException, SQLException {
    directory().build(db);
    change(
        "UPDATE record SET json = CAST(replace(CAST(json AS TEXT), '正', '反') AS BLOB) WHERE id = 'b'");
    change("UPDATE title SET title = '反' WHERE id = 'd'");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, CLOCK)) {
      DamagedRecordException e =
          assertThrows(DamagedRecordException.class, () -> snapshot.find("b"));
      assertEquals("b", e.recordId());
      assertThrows(DamagedRecordException.class, () -> snapshot.entries(EntryFilter.none(), 0, 10));
      assertTrue(snapshot.find("a").isPresent());
    }
  }

  @Test
  void verifyingReadsAllOfIt() throws IOException, SQLException {
    directory().build(db);
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, CLOCK)) {
      snapshot.verify();
    }
    change("UPDATE record SET sha256 = zeroblob(32) WHERE id = 'f'");
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, CLOCK)) {
      assertThrows(DamagedRecordException.class, snapshot::verify);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate(sql));
    }
  }

  @Test
  void bothHalvesOfTheWorkSayHowFarTheyHaveCome() throws IOException {
    Release release = directory();
    List<String> said = new ArrayList<>();
    BuildProgress progress =
        new BuildProgress() {
          @Override
          public void taken(long records) {
            said.add("taken " + records);
          }

          @Override
          public void indexed(long records) {
            said.add("indexed " + records);
          }
        };
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, release.manifest(), progress)) {
      builder.addChannel(
          release.manifest().channels().getFirst(), new ByteArrayInputStream(release.pack()));
      var _ = builder.finish();
    }
    assertEquals("taken " + release.manifest().channels().getFirst().records(), said.getFirst());
    assertTrue(said.getLast().matches("indexed [1-9][0-9]*"), said.toString());
  }

  @Test
  void aFullDiskIsSaidAndLeavesNothing() throws IOException, SQLException {
    Release release = directory();
    byte[] pack = release.pack();
    SnapshotBuilder builder = SnapshotBuilder.create(db, release.manifest());
    try (builder) {
      builder.addChannel(release.manifest().channels().getFirst(), new ByteArrayInputStream(pack));
      builder.bench().limitPages(1);
      IOException e = assertThrows(IOException.class, builder::finish);
      assertInstanceOf(DiskFullException.class, e);
    }
    assertFolderEmpty();
  }

  @Test
  void everyTypeHasItsOwnDoor() throws IOException {
    Release release = new Release();
    RecordGenerator generator = new RecordGenerator(21, false);
    Map<Class<?>, Integer> made = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      ContentRecord record = generator.next();
      if (record.header().effectiveFrom() == null && record.header().effectiveUntil() == null) {
        made.merge(record.getClass(), 1, Integer::sum);
        release.with(record);
      }
    }
    try (ContentSnapshot snapshot = open(release)) {
      assertEquals(made.get(AnnualReport.class), snapshot.annualReports().size());
      assertEquals(made.get(DisclosureGuide.class), snapshot.disclosureGuides().size());
      assertEquals(made.get(StaffMember.class), snapshot.staff().size());
      assertEquals(made.get(HallMap.class), snapshot.hallMaps().size());
      assertEquals(made.get(WorkingCalendar.class), snapshot.calendars().size());
      assertEquals(made.get(Synonyms.class), snapshot.synonyms().size());
      assertEquals(made.get(Form.class), snapshot.forms().size());
      assertEquals(made.get(Department.class), snapshot.departments().size());
      int year = snapshot.calendars().getFirst().year();
      assertEquals(year, snapshot.calendar(year).orElseThrow().year());
      List<String> files = snapshot.attachments().stream().map(Attachment::sha256).toList();
      assertEquals(new HashSet<>(files).size(), files.size());
      assertTrue(files.size() > snapshot.forms().size(), files.size() + " attachments");
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
    try (ContentSnapshot snapshot = open(release)) {
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
    Release release = directory().with(RecordCodec.decode(json.getBytes(StandardCharsets.UTF_8)));
    try (ContentSnapshot snapshot = open(release)) {
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

  @Test
  void departmentsStaffAndFormsAreFoundByName() throws IOException, MalformedRecordException {
    String json =
        """
        {"type":"staff-member","name":"陈静怡","order":1,"departmentName":"政务服务管理局","services":["取号引导"],
         "header":{"id":"s","revision":1,
           "origin":{"source":"示例","sha256":"00","asOf":"2026-11-01"}}}
        """;
    Release release = directory().with(RecordCodec.decode(json.getBytes(StandardCharsets.UTF_8)));
    try (ContentSnapshot snapshot = open(release)) {
      Hit hit = snapshot.search("陈静怡", 5).hits().getFirst();
      assertEquals(Hit.Kind.STAFF, hit.kind());
      assertEquals("s", snapshot.search("取号引导", 5).hits().getFirst().id());
    }
  }
}
