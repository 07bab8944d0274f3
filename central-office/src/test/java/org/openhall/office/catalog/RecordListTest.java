package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.RecordFilter.Order;
import org.openhall.office.catalog.RecordLine.Standing;
import org.openhall.office.catalog.RecordList.Page;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class RecordListTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T02:00:00Z"), OfficeTime.ZONE);

  @TempDir Path folder;
  private OfficeDatabase database;
  private Catalog catalog;
  private RecordList list;
  private final TestDatabase kind;

  RecordListTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder.resolve("data"));
    catalog = new Catalog(database, CLOCK);
    list = catalog.list();
  }

  private static RecordFilter filter(String... words) {
    return new RecordFilter(
        List.of(words),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Order.NEWEST);
  }

  private List<String> titles(RecordFilter filter) {
    return list.page(filter, Optional.empty(), 50).lines().stream().map(RecordLine::title).toList();
  }

  private List<String> typed(String typed) {
    return titles(filter(TypedNumber.words(typed).toArray(String[]::new)));
  }

  private void titlesImported() throws IOException, SQLException {
    catalog.importFile(Sources.titles(folder), (fraction, rows) -> {});
  }

  @Test
  void everyRecordOfTheSampleHasItsTitleThere() throws IOException, SQLException {
    catalog.importSample((fraction, rows) -> {});
    Map<String, String> expected = new HashMap<>();
    catalog.forEach(record -> {
      try {
        expected.put(record.id(), RecordTitle.of(RecordCodec.decode(record.json())));
      } catch (MalformedRecordException e) {
        throw new AssertionError(e);
      }
    });
    Map<String, String> listed = new HashMap<>();
    Optional<RecordList.Place> place = Optional.empty();
    do {
      Page page = list.page(RecordFilter.ALL, place, 100);
      page.lines().forEach(line -> listed.put(line.id(), line.title()));
      place = page.next();
    } while (place.isPresent());
    assertEquals(expected, listed);
    assertEquals(expected.size(), list.count(RecordFilter.ALL, 10_000));
  }

  @Test
  void typesAndSourcesAreThoseThatThereAre() throws IOException, SQLException {
    assertEquals(List.of(), list.types());
    assertEquals(List.of(), list.sources());
    catalog.importSample((fraction, rows) -> {});
    Set<String> types = new TreeSet<>();
    Set<String> sources = new TreeSet<>();
    catalog.forEach(record -> {
      types.add(record.type());
      try {
        sources.add(RecordCodec.decode(record.json()).header().origin().source());
      } catch (MalformedRecordException e) {
        throw new AssertionError(e);
      }
    });
    assertEquals(List.copyOf(types), list.types());
    assertEquals(List.copyOf(sources), list.sources());
  }

  @Test
  void pagesInEveryOrderShowEachRecordOnce() throws IOException, SQLException {
    catalog.importSample((fraction, rows) -> {});
    int all = list.count(RecordFilter.ALL, 10_000);
    for (Order order : Order.values()) {
      List<String> ids = new ArrayList<>();
      Optional<RecordList.Place> place = Optional.empty();
      do {
        Page page = list.page(RecordFilter.all(order), place, 37);
        page.lines().forEach(line -> ids.add(line.id()));
        place = page.next();
      } while (place.isPresent());
      assertEquals(all, ids.size(), order.name());
      assertEquals(all, ids.stream().distinct().count(), order.name());
    }
  }

  @Test
  void findsByWordsWhateverTheBrackets() throws IOException, SQLException {
    titlesImported();
    assertEquals(List.of("国务院关于甲的通知"), titles(filter("国发[2020]1号")));
    assertEquals(List.of("国务院关于甲的通知"), titles(filter("国务院", "甲")));
    assertEquals(List.of(), titles(filter("国务院", "乙的决定")));
    assertEquals(List.of(), titles(filter("100%")));
  }

  @Test
  void findsANumberHoweverItIsTypedAndHoweverItIsWritten() throws IOException, SQLException {
    String heading = "source,title,doc_number,date_written,date_published,url\n";
    Path file =
        Files.writeString(
            folder.resolve("numbers.csv"),
            heading
                + "Henan Province,甲,豫政 〔2021〕2号,,,http://h/1\n"
                + "Henan Province,乙,豫政〔2021〕12号,,,http://h/2\n"
                + "Henan Province,丙,省政府令 第65号,,,http://h/3\n");
    catalog.importFile(file, (fraction, rows) -> {});
    for (String typed :
        List.of("豫政〔2021〕2号", "豫政 〔2021〕 2 号", "豫政[2021]2号", "豫政（2021）2", "〔 2021 〕2 号")) {
      assertEquals(List.of("甲"), typed(typed), typed);
    }
    assertEquals(List.of("乙"), typed("豫政〔2021〕 12号"));
    assertEquals(List.of("丙"), typed("省政府令第65号"));
    assertEquals(List.of("丙"), typed("省政府令 第 65 号"));
    assertEquals(List.of(), typed("省政府令第5号"));
  }

  @Test
  void filtersByTypeOwnerDayAndStanding() throws IOException, SQLException {
    titlesImported();
    RecordFilter entries =
        new RecordFilter(
            List.of(),
            Optional.of("disclosure-entry"),
            Optional.of("海南省人民政府"),
            Optional.empty(),
            Optional.of("2020-02"),
            Optional.of("2020-02"),
            Optional.of(Standing.UNRELEASED),
            false,
            Order.TITLE);
    assertEquals(List.of("海南省人民政府关于乙的决定"), titles(entries));
    assertTrue(list.owners("海南", 10).contains("海南省人民政府"));
  }

  @Test
  void saysHowARecordStandsToThePresentRelease() throws IOException, SQLException {
    titlesImported();
    RecordLine line = list.page(filter("国务院"), Optional.empty(), 1).lines().getFirst();
    assertEquals(Standing.UNRELEASED, line.standing());
    release(line.id(), sha256(line.id()));
    assertEquals(Standing.RELEASED, list.find(line.id()).orElseThrow().standing());
    assertTrue(catalog.history().versions(line.id()).getFirst().isReleased());

    catalog.revise(line.id(), 2);
    assertEquals(Standing.CHANGED, list.find(line.id()).orElseThrow().standing());
    List<RecordVersion> versions = catalog.history().versions(line.id());
    assertEquals(List.of(2, 1), versions.stream().map(RecordVersion::revision).toList());
    assertFalse(versions.getFirst().isReleased());
    assertTrue(versions.getLast().isReleased());
    assertTrue(catalog.history().version(line.id(), 1).isPresent());
  }

  private String sha256(String id) {
    return catalog.history().present(id).orElseThrow().sha256Hex();
  }

  private void release(String id, String sha256) {
    database
        .client()
        .sql("INSERT INTO published_record (channel, id, sha256) VALUES ('city', ?, ?)")
        .params(id, HexFormat.of().parseHex(sha256))
        .update();
  }
}
