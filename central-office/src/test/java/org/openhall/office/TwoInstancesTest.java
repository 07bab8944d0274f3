package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.Base64Bytes;
import org.openhall.link.EnrolmentRequest;
import org.openhall.link.Json;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventBatch;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventReceipt;
import org.openhall.link.event.UsageKind;
import org.openhall.link.push.PushMessage;
import org.openhall.office.authority.TestKey;
import org.openhall.office.database.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two running offices, and commands beside them, on one PostgreSQL and one data folder. */
@ExtendWith(TestDatabase.Closing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {
  private static final int MANY = 20_000;

  @TempDir static Path folder;
  private final List<OfficeProcess> offices = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private Path data = Path.of("");

  @BeforeAll
  void start() throws IOException {
    data = TestDatabase.POSTGRESQL.prepare(folder.resolve("data"));
    assertEquals(0, run("init", "--demo-keys"));
    assertEquals(0, run("import-sample"));
    assertEquals(0, run("publish"));
    for (int i = 0; i < 2; i++) {
      offices.add(process("serve", "--port", "0", "--tls-port", "0", "--json"));
    }
    for (OfficeProcess office : offices) {
      ports.add(office.tlsPort());
    }
  }

  @AfterAll
  void stop() {
    offices.forEach(OfficeProcess::close);
  }

  private OfficeProcess process(String... words) throws IOException {
    return OfficeProcess.start(folder.resolve("logs"), data, words);
  }

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("--data", data.toString(), "--lang", "en"));
    all.addAll(Arrays.asList(words));
    said.reset();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    return OfficeMain.run(all, print, print);
  }

  private JsonNode json(String... words) {
    assertEquals(0, run(words), said::toString);
    String out = said.toString(StandardCharsets.UTF_8);
    return JsonMapper.shared().readTree(out.lines().toList().getLast());
  }

  private URI address(int office, String path) {
    return URI.create("https://127.0.0.1:" + ports.get(office % ports.size()) + path);
  }

  private static <T> List<T> together(List<Callable<T>> all)
      throws InterruptedException, ExecutionException {
    List<T> outcomes = new ArrayList<>();
    try (ExecutorService each = Executors.newFixedThreadPool(all.size())) {
      for (Future<T> one : each.invokeAll(all)) {
        outcomes.add(one.get());
      }
    }
    return outcomes;
  }

  private TestTerminal joined() throws Exception {
    String token = json("token", "--hall", "一楼", "--json").path("token").asString();
    return TestTerminal.join(data, ports.getFirst(), token);
  }

  @Test
  void oneTokenLetsOneTerminalInWhicheverInstanceIsAsked() throws Exception {
    String token = json("token", "--json").path("token").asString();
    int before = json("terminals", "--json").path("terminals").size();
    try (HttpClient stranger =
        HttpClient.newBuilder().sslContext(TestTerminal.stranger(data)).build()) {
      List<Callable<Integer>> asking = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int office = i;
        byte[] request =
            new EnrolmentRequest(token, Base64Bytes.of(TestKey.make().pkcs10()), null).toJson();
        asking.add(
            () -> TestTerminal.post(stranger, address(office, "/api/enrol"), request).statusCode());
      }
      List<Integer> answers = together(asking);
      assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers::toString);
      assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers::toString);
    }
    assertEquals(before + 1, json("terminals", "--json").path("terminals").size());
  }

  @Test
  void anEventThatBothAreToldCountsOnce() throws Exception {
    List<EventMessage> events = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Instant now = Instant.now();
      events.add(EventMessage.of(now, new Event.Usage(now, Map.of(UsageKind.PRINTED, 1L))));
    }
    byte[] there = Json.write(new EventBatch(events));
    byte[] back = Json.write(new EventBatch(events.reversed()));
    try (HttpClient terminal = HttpClient.newBuilder().sslContext(joined().tls()).build()) {
      List<Callable<EventReceipt>> telling = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int office = i;
        telling.add(() ->
            Json.read(
                    TestTerminal.post(
                            terminal,
                            address(office, "/api/terminal/events"),
                            office % 2 == 0 ? there : back)
                        .body(),
                    EventReceipt.class)
                .orElseThrow());
      }
      long accepted =
          together(telling).stream()
              .flatMap(receipt -> receipt.lines().stream())
              .filter(line -> line.verdict() == EventReceipt.Verdict.ACCEPTED)
              .count();
      assertEquals(50, accepted);
    }
    long counted = 0;
    for (JsonNode row : json("events", "--json").path("events")) {
      counted += row.path("kind").asString().equals("PRINTED") ? row.path("count").asLong() : 0;
    }
    assertEquals(50, counted);
  }

  private void change(String name, int rows) throws IOException {
    StringBuilder csv =
        new StringBuilder("source,title,doc_number,date_written,date_published,url\n");
    for (int i = 0; i < rows; i++) {
      csv.append("State Council,关于").append(name).append(i).append("的通知,,,2020-01-09,http://");
      csv.append(name).append('/').append(i).append('\n');
    }
    Files.writeString(folder.resolve(name + ".csv"), csv);
  }

  private int releases() {
    return json("releases", "--json").path("releases").size();
  }

  @Test
  void ofTwoThatPublishAtOnceOneDoesAndItReachesALineAtEitherInstance() throws Exception {
    change("once", 3);
    assertEquals(0, run("import", folder.resolve("once.csv").toString()));
    int before = releases();
    List<TestTerminal.Line> lines = new ArrayList<>();
    for (int port : ports) {
      lines.add(joined().open(port));
    }
    try (OfficeProcess one = process("publish");
        OfficeProcess other = process("publish")) {
      assertEquals(0, one.ended(), one.output());
      assertEquals(0, other.ended(), other.output());
      assertTrue(
          one.output().contains("is published:") ^ other.output().contains("is published:"),
          one.output() + other.output());
    }
    assertEquals(before + 1, releases());
    for (TestTerminal.Line line : lines) {
      assertFalse(line.next(PushMessage.Release.class).files().isEmpty());
      line.close();
    }
  }

  @Test
  void anImporterThatIsKilledLocksNobodyOut() throws Exception {
    change("many", MANY);
    String file = folder.resolve("many.csv").toString();
    try (OfficeProcess killed = process("import", file)) {
      killed.await(() -> holdsMore("tmp", "import-*.rows"));
      killed.freeze(); // or it could be done before the other has begun to wait
      try (OfficeProcess waiting = process("import", file)) {
        waiting.await(() -> waiting.output().contains("waits for it"));
        killed.kill();
        assertEquals(0, waiting.ended(), waiting.output());
      }
      assertFalse(killed.output().contains("added"), "it was killed too late");
    }
    assertEquals(0, run("import", file));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains(Integer.toString(MANY)));
  }

  @Test
  void aPublisherThatIsKilledLocksNobodyOut() throws Exception {
    change("killed", 5);
    assertEquals(0, run("import", folder.resolve("killed.csv").toString()));
    int before = releases();
    try (OfficeProcess killed = process("publish")) {
      killed.await(() -> holdsMore("tmp", "release-*"));
    }
    assertEquals(0, run("publish"), said::toString);
    assertEquals(before + 1, releases());
  }

  private boolean holdsMore(String where, String pattern) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(data.resolve(where), pattern)) {
      for (Path each : found) {
        if (Files.isDirectory(each) || Files.size(each) > 0) {
          return true;
        }
      }
      return false;
    }
  }
}
