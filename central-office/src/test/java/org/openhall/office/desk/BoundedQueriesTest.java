package org.openhall.office.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.api.SourceVersions;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.RecordFilter;
import org.openhall.office.catalog.RecordFilter.Order;
import org.openhall.office.catalog.RecordLine;
import org.openhall.office.catalog.RecordList;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.fleet.RecordVersions;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.Proposals;
import org.slf4j.LoggerFactory;

/** What the pages of the desk ask of the database does not grow with the records. */
@OnBothDatabases
class BoundedQueriesTest {
  private static final Set<String> GROWING =
      Set.of(
          "record",
          "record_line",
          "record_version",
          "published_record",
          "release_change",
          "proposal_item",
          "proposal_draft",
          "proposal",
          "source_version",
          "audit_entry");

  @TempDir Path folder;
  private final TestDatabase kind;
  private final Logger log =
      (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
  private final ListAppender<ILoggingEvent> asked = new ListAppender<>();
  private OfficeDatabase database;
  private Catalog catalog;

  BoundedQueriesTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException, SQLException {
    database = kind.open(folder.resolve("data"));
    catalog = new Catalog(database, Clock.systemUTC());
    for (int i = 0; i < 300; i++) {
      record(i); // so many that a planner has reason to use an index
    }
    catalog.importSample((fraction, rows) -> {}); // after which the database looks at what it has
    asked.start();
    log.addAppender(asked);
    log.setLevel(Level.DEBUG);
    log.setAdditive(false);
  }

  private void record(int number) {
    String json =
        "{\"title\":\"关于%1$d的公告\",\"publishedOn\":\"20%1$02d-01-01\"}".formatted(number % 97);
    database
        .client()
        .sql(
            "INSERT INTO record (id, type, kind, source, key, revision, as_of, sha256, json)"
                + " VALUES (?, ?, 'titles', ?, ?, 1, '2026-01-01', ?, ?)")
        .params(
            "x-" + number,
            "type-" + number % 30,
            "source-" + number % 30,
            "key-" + number,
            "%064x".formatted(number),
            json.getBytes(StandardCharsets.UTF_8))
        .update();
  }

  @AfterEach
  void quiet() {
    log.setLevel(null);
    log.setAdditive(true);
    log.detachAppender(asked);
  }

  private Set<String> statements() {
    Set<String> statements = new TreeSet<>();
    for (ILoggingEvent event : asked.list) {
      String said = event.getFormattedMessage();
      if (said.contains("statement [")) {
        statements.add(said.substring(said.indexOf('[') + 1, said.lastIndexOf(']')));
      }
    }
    return statements;
  }

  private void assertBounded(int least) throws SQLException {
    Set<String> statements = statements();
    assertTrue(statements.size() >= least, statements::toString);
    List<String> unbounded = new ArrayList<>();
    for (String statement : statements) {
      Set<String> scanned = kind.scanned(database, statement);
      scanned.retainAll(GROWING);
      if (!scanned.isEmpty()) {
        unbounded.add(scanned + " by " + statement);
      }
    }
    assertEquals(List.of(), unbounded);
  }

  private static RecordFilter filter(
      List<String> words,
      Optional<String> type,
      Optional<String> owner,
      Optional<String> source,
      Order order) {
    return new RecordFilter(
        words,
        type,
        owner,
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        order);
  }

  private List<RecordFilter> filters() {
    Optional<String> none = Optional.empty();
    List<RecordFilter> filters = new ArrayList<>();
    for (Order order : Order.values()) {
      filters.add(filter(List.of(), none, none, none, order));
      filters.add(filter(List.of("公开"), none, none, none, order));
      filters.add(filter(List.of("公开", "指南"), Optional.of("service-guide"), none, none, order));
      filters.add(filter(List.of("〔2026〕12号"), none, none, none, order));
      filters.add(filter(List.of("豫政〔2026〕12号", "第65号"), none, none, none, order));
      filters.add(filter(List.of("无此词语"), none, none, none, order));
      filters.add(filter(List.of("税"), none, none, none, order));
      filters.add(filter(List.of(), Optional.of("type-3"), none, none, order));
      filters.add(filter(List.of(), none, Optional.of("区商务局"), none, order));
      filters.add(filter(List.of(), none, none, Optional.of("source-3"), order));
      for (RecordLine.Standing standing : RecordLine.Standing.values()) {
        filters.add(standing(standing, order));
      }
    }
    return filters;
  }

  private static RecordFilter standing(RecordLine.Standing standing, Order order) {
    return new RecordFilter(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("2026-01"),
        Optional.of("2026-06"),
        Optional.of(standing),
        true,
        order);
  }

  @Test
  void theListHoweverItIsFilteredAndOrdered() throws SQLException {
    for (RecordFilter filter : filters()) {
      RecordList.Page page = catalog.list().page(filter, Optional.empty(), 2);
      page.next().ifPresent(next -> catalog.list().page(filter, Optional.of(next), 2));
      catalog.list().count(filter, 1_000);
    }
    catalog.list().types();
    catalog.list().sources();
    catalog.list().owners("局", 50);
    assertBounded(30);
  }

  @Test
  void oneRecordItsVersionsItsProposalsAndWhereItIsShown() throws SQLException {
    Proposals proposals = new Proposals(database, Clock.systemUTC());
    catalog.list().find("x");
    catalog.history().versions("x");
    catalog.history().version("x", 1);
    catalog.history().present("x");
    proposals.reader().touching("x", 50);
    new RecordVersions(database).of("x", List.of());
    assertBounded(7);
  }

  @Test
  void reviewSourcesAndAudit() throws SQLException {
    Proposals proposals = new Proposals(database, Clock.systemUTC());
    proposals.reader().inState(Proposal.State.SUBMITTED, Long.MAX_VALUE, 50);
    proposals.reader().of("x", Long.MAX_VALUE, 50);
    proposals.reader().items(1, "", 50);
    proposals.reader().sample(1, 50);
    proposals.reader().counts(1);
    proposals.reader().conflicts(1);
    proposals.reader().decisions(1);
    proposals.reader().steps(1, "x");
    new SourceVersions(database, Clock.systemUTC()).page("", 50);
    AuditTrail trail = new AuditTrail(database);
    trail.list(AuditTrail.Filter.ALL, 50);
    trail.list(new AuditTrail.Filter("zhao", "", "", "", 9), 50);
    trail.list(new AuditTrail.Filter("", "SIGNED_IN", "", "", 0), 50);
    trail.list(new AuditTrail.Filter("", "", "r-1", "2026-01-01", 0), 50);
    assertBounded(12);
  }

  @Test
  void aFullScanIsSeen() throws SQLException {
    for (String unbounded :
        List.of(
            "SELECT count(*) FROM record_line l WHERE l.words LIKE ?",
            "SELECT l.* FROM record_line l ORDER BY number LIMIT ?",
            "SELECT 1 FROM record_line l JOIN published_record p ON p.sha256 = l.sha256 LIMIT ?")) {
      assertFalse(kind.scanned(database, unbounded).isEmpty(), unbounded);
    }
  }
}
