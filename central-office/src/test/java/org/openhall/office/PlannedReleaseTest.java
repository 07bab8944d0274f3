package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.push.PushMessage;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.publish.ReleasePlans;
import org.openhall.office.publish.ReleasePlans.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release whose time has come, at servers of which one has a wrong clock and others are killed
 * where it hurts: while they wait for a table that this test holds.
 */
@ExtendWith(TestDatabase.Closing.class)
class PlannedReleaseTest {
  private static final long PLANNED = 2;

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<OfficeProcess> servers = new ArrayList<>();
  private Path data = Path.of("");
  private OfficeDatabase database;

  @BeforeEach
  void prepare() throws IOException {
    database = TestDatabase.POSTGRESQL.open(folder.resolve("data"));
    data = database.folder();
    run("init", "--demo-keys");
    run("import-sample");
    run("publish");
    String csv =
        """
        source,title,doc_number,date_written,date_published,url
        State Council,关于甲的通知,,,2020-01-09,http://a/1
        """;
    Path titles = Files.writeString(folder.resolve("titles.csv"), csv);
    run("import", titles.toString());
    run("release", "prepare");
    run("release", "sign", "--role", "editors");
    run("release", "sign", "--role", "reviewers");
  }

  @AfterEach
  void stop() {
    servers.forEach(OfficeProcess::close);
  }

  private String run(String... words) {
    List<String> all = new ArrayList<>(List.of("--data", data.toString(), "--lang", "en"));
    all.addAll(Arrays.asList(words));
    said.reset();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertEquals(0, OfficeMain.run(all, print, print), said::toString);
    return said.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json(String... words) {
    return JsonMapper.shared().readTree(run(words).lines().toList().getLast());
  }

  private OfficeProcess serve(Map<String, String> environment) throws IOException {
    servers.add(
        OfficeProcess.start(
            folder.resolve("logs"),
            data,
            environment,
            "serve",
            "--port",
            "0",
            "--tls-port",
            "0",
            "--json"));
    return servers.getLast();
  }

  /** A clock of its own for one server, from a file that says how wrong it is. */
  private Map<String, String> clock(Path wrong) {
    return Map.of(
        "LD_PRELOAD", "/usr/$LIB/faketime/libfaketimeMT.so.1",
        "FAKETIME_TIMESTAMP_FILE", wrong.toString(),
        "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1");
  }

  /** Keeps everybody from writing into a table. */
  private Connection hold(String table) throws SQLException {
    Connection holding = database.connect();
    holding.setAutoCommit(false);
    try (Statement statement = holding.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
    }
    return holding;
  }

  private boolean isAwaited(String table) {
    return database
        .client()
        .sql("SELECT count(*) FROM pg_locks WHERE relation = to_regclass(?) AND NOT granted")
        .param(table)
        .query(Boolean.class)
        .single();
  }

  private int releases() {
    return json("releases", "--json").path("releases").size();
  }

  @Test
  void aWrongClockPublishesNothingAndWhoIsKilledLeavesItToTheNext() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), "+2h");
    OfficeProcess ahead = serve(clock(wrong));
    OfficeProcess first = serve(Map.of());
    OfficeProcess second = serve(Map.of());
    String token = json("token", "--json").path("token").asString();
    TestTerminal terminal = TestTerminal.join(data, first.tlsPort(), token);
    first.freeze();
    var _ = second.tlsPort();
    second.freeze();
    try (TestTerminal.Line line = terminal.open(ahead.tlsPort())) {
      ReleasePlans plans = new ReleasePlans(database);
      Instant now = database.time().orElseThrow();
      plans.put(PLANNED, now, "wang");
      ahead.await(() -> ahead.output().contains("the clock is doubted"));
      assertEquals(1, releases(), "not by a clock that is wrong");

      try (Connection states = hold("channel_state");
          Connection ends = hold("release_plan")) {
        first.goOn();
        first.await(() -> isAwaited("channel_state"));
        first.close(); // what it has laid out nobody has noted
        states.rollback();
        second.goOn();
        second.await(() -> isAwaited("release_plan"));
        second.close(); // all is done, but nobody has ended the plan
        ends.rollback();
      }
      assertEquals(State.WAITING, plans.of(PLANNED).orElseThrow().state());

      Files.writeString(wrong, "+0");
      ahead.await(() -> plans.of(PLANNED).orElseThrow().state() == State.PUBLISHED);
      assertEquals(2, releases());
      assertEquals(1, noted(), "in the log, once");
      run("audit", "verify");
      assertFalse(Files.exists(data.resolve("release")));

      assertFalse(line.next(PushMessage.Release.class).files().isEmpty(), "terminals are told");
      Path text = Files.writeString(folder.resolve("text"), "请到二楼。");
      String[] notice = {"--title", "停电", "--text-file", text.toString(), "--until", "2099-01-01"};
      run(
          Stream.concat(Stream.of("emergency", "notice"), Stream.of(notice))
              .toArray(String[]::new));
      assertInstanceOf(PushMessage.Emergency.class, line.next(), "and told once");
    }
  }

  private int noted() {
    return database
        .client()
        .sql("SELECT count(*) FROM audit_entry WHERE deed = 'RELEASE_PUBLISHED' AND subject = '2'")
        .query(Integer.class)
        .single();
  }
}
