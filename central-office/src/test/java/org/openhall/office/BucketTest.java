package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.EmergencyList;
import org.openhall.link.push.PushMessage;
import org.openhall.office.bucket.HeldRoad;
import org.openhall.office.bucket.S3Server;
import org.openhall.office.settings.OfficeProperties;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.client.HttpFetcher;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import tools.jackson.databind.json.JsonMapper;

/** An office whose repository lies in a bucket of a real S3-compatible server. */
class BucketTest {
  private static final String TIMESTAMP = "metadata/timestamp.json";

  @TempDir static Path store;
  @TempDir Path folder;
  private static S3Server server;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path data = Path.of("");
  private Path bucket = Path.of("");
  private String name = "";
  private URI endpoint = URI.create("");

  @BeforeAll
  static void startServer() throws IOException {
    server = S3Server.start(store);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void found(TestInfo test) throws IOException {
    data = folder.resolve("data");
    endpoint = server.address();
    name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    bucket = server.bucket(name).resolve("hall");
    set(data, server.keyFile());
  }

  private void set(Path where, Path keyFile) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(OfficeProperties.REPOSITORY, "s3://" + name + "/hall");
    settings.put(OfficeProperties.REPOSITORY_ENDPOINT, endpoint.toString());
    settings.put(OfficeProperties.REPOSITORY_KEY_FILE, keyFile.toString());
    OfficeProperties.note(where, settings);
  }

  private int run(Path where, String... words) {
    List<String> all = new ArrayList<>(List.of("--data", where.toString(), "--lang", "en"));
    all.addAll(List.of(words));
    said.reset();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    return OfficeMain.run(all, print, print);
  }

  private int run(String... words) {
    return run(data, words);
  }

  private void published() {
    assertEquals(0, run("init", "--demo-keys"), said::toString);
    assertEquals(0, run("import-sample"), said::toString);
    assertEquals(0, run("publish"), said::toString);
  }

  private void announce(Path where, String title) throws IOException {
    Path text = Files.writeString(folder.resolve("notice.txt"), "请稍候。\n");
    assertEquals(0, run(where, notice(title, text)), said::toString);
  }

  private static String[] notice(String title, Path text) {
    return new String[] {
      "emergency",
      "notice",
      "--title",
      title,
      "--text-file",
      text.toString(),
      "--until",
      "2099-01-01"
    };
  }

  private static Map<String, Long> files(Path top) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(top.relativize(file).toString(), attributes.size());
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private void assertSame(Path where) throws IOException {
    Path here = where.resolve("repository");
    assertEquals(files(here), files(bucket));
    for (String file : files(here).keySet()) {
      assertEquals(-1, Files.mismatch(here.resolve(file), bucket.resolve(file)), file);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String file : files(from).keySet()) {
      Files.createDirectories(to.resolve(file).getParent());
      Files.copy(from.resolve(file), to.resolve(file));
    }
  }

  /** What a terminal with this first root gets. */
  private void refresh(URI base) throws IOException, RepositoryException {
    Path trusted = Files.createTempDirectory(folder, "terminal");
    Updater.trust(trusted, Files.readAllBytes(data.resolve("repository/metadata/1.root.json")));
    HttpFetcher metadata = new HttpFetcher(base.resolve("metadata/"));
    new Updater(trusted, metadata, OfficeTime.clock()).refresh();
  }

  @Test
  void publishesIntoTheBucketWhereTerminalsFetch() throws IOException, RepositoryException {
    published();
    assertSame(data);
    try (S3Server everybody = server.forEverybody()) {
      refresh(everybody.address().resolve("/" + name + "/hall/"));
    }
  }

  @Test
  void anotherMachineGoesOnWhereTheFirstOneStopped() throws IOException {
    published();
    Path other = folder.resolve("other");
    copy(data, other);
    announce(data, "停电");
    assertSame(data);
    Path metadata = other.resolve("repository/metadata");
    Files.write(metadata.resolve("left-over.json"), new byte[3]);
    Path root = metadata.resolve("1.snapshot.json");
    Files.write(root, new byte[(int) Files.size(root)]);
    announce(other, "停水");
    assertSame(other);
    assertTrue(files(bucket).containsKey("metadata/2.emergency.json"), said::toString);
  }

  @Test
  void aPublicationThatDiedIsMendedByTheNextOne() throws IOException, RepositoryException {
    published();
    byte[] before = Files.readAllBytes(bucket.resolve(TIMESTAMP));
    Path repository = data.resolve("repository");
    Map<String, Long> settled = files(repository);
    announce(data, "停电");
    // All but the timestamp had arrived, of which the folder has less.
    Files.write(bucket.resolve(TIMESTAMP), before);
    Files.write(repository.resolve(TIMESTAMP), before);
    for (String file : files(repository).keySet()) {
      if (!settled.containsKey(file)) {
        Files.delete(repository.resolve(file));
      }
    }
    announce(data, "停水");
    assertSame(data);
    try (S3Server everybody = server.forEverybody()) {
      refresh(everybody.address().resolve("/" + name + "/hall/"));
    }
  }

  @Test
  void aFolderThatWasThereBeforeGoesIntoAnEmptyBucket() throws IOException, InterruptedException {
    Files.delete(data.resolve(OfficeProperties.FILE));
    published();
    Path repository = data.resolve("repository");
    Path text = Files.writeString(folder.resolve("text"), "请稍候。\n");
    try (HeldRoad road = HeldRoad.to(server.address())) {
      endpoint = road.address();
      set(data, server.keyFile());
      killAfter(road, files(repository).size() - 1, notice("停电", text));
      announce(data, "停电");
      assertSame(data);
    }
  }

  @Test
  void neverMixesTwoOffices() throws IOException {
    published();
    Path stranger = folder.resolve("stranger");
    assertEquals(0, run(stranger, "init", "--demo-keys"));
    set(stranger, server.keyFile());
    assertEquals(0, run(stranger, "import-sample"));
    assertEquals(OfficeMain.MACHINE_FAILED, run(stranger, "publish"));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("another office"), said::toString);
    assertSame(data);
  }

  @Test
  void saysWhatIsWrongAndNeverTheKey() throws IOException {
    published();
    set(data, server.wrongKeyFile());
    assertEquals(OfficeMain.MACHINE_FAILED, run("publish"));
    assertTrue(
        said.toString(StandardCharsets.UTF_8).contains("refuses this office"), said::toString);
    assertFalse(said.toString(StandardCharsets.UTF_8).contains("not-the-secret"), said::toString);
    name = "no-such-bucket";
    set(data, server.keyFile());
    assertEquals(OfficeMain.MACHINE_FAILED, run("publish"));
    assertTrue(
        said.toString(StandardCharsets.UTF_8).contains("There is no bucket"), said::toString);
    set(data, folder.resolve("no-such-file"));
    assertEquals(OfficeMain.BAD_INPUT, run("publish"));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("access-key-id"), said::toString);
  }

  @Test
  void withoutALineNothingIsLostAndTheRestWorks() throws IOException {
    published();
    server.stop();
    try {
      assertEquals(OfficeMain.MACHINE_FAILED, run("publish"));
      assertTrue(said.toString(StandardCharsets.UTF_8).contains("does not answer"), said::toString);
      assertEquals(0, run("releases"), said::toString);
    } finally {
      server.startAgain();
    }
    announce(data, "停电");
    assertSame(data);
  }

  /** Killed after so many files had arrived: of the first release, then of notices. */
  @Test
  void whoIsKilledWhileItUploadsLeavesAllOrNothing()
      throws IOException, InterruptedException, RepositoryException {
    Path text = Files.writeString(folder.resolve("text"), "请稍候。\n");
    try (HeldRoad road = HeldRoad.to(server.address());
        S3Server everybody = server.forEverybody()) {
      endpoint = road.address();
      set(data, server.keyFile());
      assertEquals(0, run("init", "--demo-keys"), said::toString);
      assertEquals(0, run("import-sample"), said::toString);
      String seen = killAfter(road, 40, "publish");
      assertTrue(seen.contains("uploading") && !seen.contains("100 %  6"), seen);
      assertFalse(Files.exists(bucket.resolve(TIMESTAMP)));
      assertEquals(0, run("publish"), said::toString);
      assertTrue(
          said.toString(StandardCharsets.UTF_8).contains("uploading  100 %"), said::toString);
      assertSame(data);
      URI base = everybody.address().resolve("/" + name + "/hall/");
      for (int arrived : new int[] {0, 2, 3}) {
        byte[] before = Files.readAllBytes(bucket.resolve(TIMESTAMP));
        killAfter(road, arrived, notice("停电", text));
        assertArrayEquals(before, Files.readAllBytes(bucket.resolve(TIMESTAMP)));
        refresh(base);
        announce(data, "停水");
        assertSame(data);
        refresh(base);
      }
    }
  }

  /** Returns what it had printed. */
  private String killAfter(HeldRoad road, int arrived, String... words)
      throws IOException, InterruptedException {
    road.hold("PUT", arrived);
    try (OfficeProcess office = OfficeProcess.start(folder.resolve("logs"), data, words)) {
      office.await(road::isHolding);
      office.kill();
      office.ended();
      return office.output();
    } finally {
      road.cut();
    }
  }

  /** Each with a data folder of its own, and no turns in common. */
  @Test
  void ofTwoMachinesAtOnceNeitherUndoesWhatTheOtherPublished()
      throws IOException, InterruptedException, ExecutionException, RepositoryException {
    published();
    Path other = folder.resolve("other");
    copy(data, other);
    Path text = Files.writeString(folder.resolve("text"), "请稍候。\n");
    try (ExecutorService beside = Executors.newSingleThreadExecutor();
        HeldRoad road = HeldRoad.to(server.address())) {
      endpoint = road.address();
      set(data, server.keyFile());
      // A timestamp is renewed, a notice comes first.
      road.hold("PUT", 0);
      Future<?> renewing = beside.submit(() -> renew(data));
      road.awaitHolding();
      announce(other, "停电");
      road.open();
      renewing.get();
      assertSame(data);
      assertSame(other);
      assertEquals(List.of("停电"), notices(data));
      // A notice is on its way, all but the timestamp: a timestamp is renewed first.
      road.hold("PUT", 3);
      Future<Integer> announcing = beside.submit(() -> quietly(data, notice("停水", text)));
      road.awaitHolding();
      renew(other);
      road.open();
      assertEquals(0, announcing.get());
      assertSame(data);
      assertEquals(List.of("停电", "停水"), notices(other));
      // Two notices: who comes second is told.
      road.hold("PUT", 3);
      announcing = beside.submit(() -> quietly(data, notice("停气", text)));
      road.awaitHolding();
      announce(other, "停网");
      road.open();
      assertEquals(OfficeMain.BAD_INPUT, announcing.get());
      assertEquals(List.of("停电", "停水", "停网"), notices(data));
      announce(data, "停气");
      assertEquals(List.of("停电", "停水", "停网", "停气"), notices(other));
    }
  }

  private static Office office(Path where) throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Console console = new Console(nowhere, nowhere, Messages.of("en"), false);
    return Office.open(Arguments.parse(List.of("--data", where.toString(), "releases")), console);
  }

  private static Void renew(Path where) throws IOException, RepositoryException {
    office(where).repository().renewTimestamp();
    return null;
  }

  /** That a machine knows, once it has followed the bucket. */
  private static List<String> notices(Path where) throws IOException, RepositoryException {
    Office office = office(where);
    office.repository().follow();
    return office.emergencyDesk().present().alerts().stream()
        .map(EmergencyList.Alert::title)
        .toList();
  }

  /** Two machines, whose bucket answers nobody for a while. */
  @Test
  void aBucketThatTakesItsTimeHoldsUpNobodyButWhoPublishes() throws Exception {
    published();
    Path other = folder.resolve("other");
    copy(data, other);
    Path text = Files.writeString(folder.resolve("text"), "请稍候。\n");
    String[] serve = {"serve", "--port", "0", "--tls-port", "0", "--json"};
    try (ExecutorService beside = Executors.newSingleThreadExecutor();
        HttpClient http = HttpClient.newHttpClient();
        HeldRoad road = HeldRoad.to(server.address())) {
      endpoint = road.address();
      set(data, server.keyFile());
      set(other, server.keyFile());
      long version = timestampVersion();
      try (OfficeProcess here = started(data, serve, version + 1);
          OfficeProcess there = started(other, serve, version + 2)) {
        URI page = URI.create("http://127.0.0.1:" + here.port());
        URI follower = URI.create("http://127.0.0.1:" + there.port() + "/repository/");
        byte[] before = Files.readAllBytes(bucket.resolve(TIMESTAMP));
        there.await(() -> Arrays.equals(before, get(http, follower.resolve(TIMESTAMP)).body()));
        TestTerminal.Line line =
            TestTerminal.join(other, there.tlsPort(), token(other)).open(there.tlsPort());
        road.hold("", 0);
        Future<Integer> publishing = beside.submit(() -> quietly(data, notice("停电", text)));
        here.await(road::isHolding);
        for (String path : List.of("/", "/api/status", "/health")) {
          assertEquals(200, get(http, page.resolve(path)).statusCode());
        }
        assertEquals(0, quietly(data, "init", "--name", "某市政务服务中心"));
        assertFalse(publishing.isDone());
        assertArrayEquals(before, get(http, follower.resolve(TIMESTAMP)).body());
        road.open();
        assertEquals(0, publishing.get());
        byte[] after = Files.readAllBytes(bucket.resolve(TIMESTAMP));
        there.await(() -> Arrays.equals(after, get(http, follower.resolve(TIMESTAMP)).body()));
        PushMessage.Emergency told = line.next(PushMessage.Emergency.class);
        assertArrayEquals(after, told.files().getFirst().bytes().bytes());
        byte[] list = told.files().getLast().bytes().bytes();
        assertTrue(new String(list, StandardCharsets.UTF_8).contains("停电"));
        line.close();
      }
    }
  }

  /** A server, once it has signed the timestamp that each signs when it starts. */
  private OfficeProcess started(Path where, String[] serve, long version) throws IOException {
    OfficeProcess office = OfficeProcess.start(folder.resolve("logs"), where, serve);
    office.await(() -> timestampVersion() >= version);
    return office;
  }

  private String token(Path where) {
    assertEquals(0, run(where, "token", "--hall", "一楼", "--json"), said::toString);
    String json = said.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    return JsonMapper.shared().readTree(json).path("token").asString();
  }

  /** In the bucket; 0 while it is being written. */
  private long timestampVersion() throws IOException {
    String text = Files.readString(bucket.resolve(TIMESTAMP), StandardCharsets.ISO_8859_1);
    Matcher version = Pattern.compile("\"version\":(\\d+)\\}\\}$").matcher(text);
    return version.find() ? Long.parseLong(version.group(1)) : 0;
  }

  private static int quietly(Path where, String... words) {
    List<String> all = new ArrayList<>(List.of("--data", where.toString(), "--lang", "en"));
    all.addAll(List.of(words));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return OfficeMain.run(all, nowhere, nowhere);
  }

  private static HttpResponse<byte[]> get(HttpClient http, URI page) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(Duration.ofMinutes(2)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
