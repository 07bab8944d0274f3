package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.content.store.Release.TODAY;
import static org.openhall.content.store.Release.header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.AnnualReport;
import org.openhall.content.Attachment;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
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
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;

class SnapshotTest {
  @TempDir Path folder;

  @Test
  void recordsAndReleaseAreReadBack() throws IOException {
    Release release = new Release();
    RecordGenerator generator = new RecordGenerator(12, true);
    List<ContentRecord> records =
        RecordGenerator.TYPES.stream().<ContentRecord>map(generator::record).toList();
    records.forEach(release::with);
    UnknownRecord unknown = new UnknownRecord("later", header("x"), UnknownFields.NONE);
    Clock inForce =
        Clock.fixed(
            records.getFirst().header().origin().asOf().atStartOfDay().toInstant(ZoneOffset.UTC),
            ZoneOffset.UTC);
    try (ContentSnapshot snapshot = release.with(unknown).open(folder, inForce)) {
      assertEquals(unknown, snapshot.find("x").orElseThrow());
      assertTrue(snapshot.find("nobody").isEmpty());
      assertEquals(7, snapshot.release().number());
      assertTrue(snapshot.release().sample());
    }
  }

  @Test
  void snapshotsOfFormerFormsAreStillShown() throws IOException, SQLException {
    Path db = folder.resolve("content-7.db");
    new Release().entry("e-1", "公告", "正文").build(db);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE release DROP COLUMN intake_key");
      try (ContentSnapshot snapshot = ContentSnapshot.open(db, Clock.systemUTC())) {
        assertNull(snapshot.release().intakeKey());
      }
      statement.execute("ALTER TABLE release DROP COLUMN stale_after_days");
    }
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Clock.systemUTC())) {
      assertEquals(Duration.ofDays(7), snapshot.release().staleAfter());
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
    try (ContentSnapshot snapshot = release.open(folder)) {
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
    try (ContentSnapshot snapshot = release.open(folder)) {
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

  @Test
  void departmentsStaffAndFormsAreFoundByName() throws IOException, MalformedRecordException {
    String json =
        """
        {"type":"staff-member","name":"陈静怡","order":1,"departmentName":"政务服务管理局","services":["取号引导"],
         "header":{"id":"s","revision":1,
           "origin":{"source":"示例","sha256":"00","asOf":"2026-11-01"}}}
        """;
    Release release =
        Release.directory().with(RecordCodec.decode(json.getBytes(StandardCharsets.UTF_8)));
    try (ContentSnapshot snapshot = release.open(folder)) {
      Hit hit = snapshot.search("陈静怡", 5).hits().getFirst();
      assertEquals(Hit.Kind.STAFF, hit.kind());
      assertEquals("s", snapshot.search("取号引导", 5).hits().getFirst().id());
    }
  }
}
