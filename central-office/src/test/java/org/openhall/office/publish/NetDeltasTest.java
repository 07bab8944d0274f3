package org.openhall.office.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.DeltaReader;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.PackReader;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.content.codec.StateDigest;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;

@OnBothDatabases
class NetDeltasTest {
  private static final int KEPT = 4;
  private static final long LONG_PACK = 1_000_000;

  @TempDir Path folder;
  private ReleaseStates states;
  private final Map<Long, NavigableMap<String, EncodedRecord>> history = new HashMap<>();
  private NavigableMap<String, EncodedRecord> now = new TreeMap<>();
  private final TestDatabase kind;

  NetDeltasTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    states = new ReleaseStates(kind.open(folder), KEPT);
  }

  private static EncodedRecord record(String id, long value) {
    String json = "{\"id\":\"%s\",\"value\":\"%x\"}".formatted(id, value);
    return new EncodedRecord("test", id, json.getBytes(StandardCharsets.UTF_8));
  }

  private void put(String id, long value) {
    now.put(id, record(id, value));
  }

  private static String digest(NavigableMap<String, EncodedRecord> records) {
    return StateDigest.of(records.values().stream());
  }

  /** The deltas of the next release, which then is out. */
  private List<NetDeltas.Made> release(long number, long fullLength)
      throws IOException, SQLException {
    Path work = Files.createTempDirectory(folder, "work");
    Channel channel =
        new Channel("city", "city", now.size(), digest(now), Pack.of("00", fullLength));
    try (ChannelChanges changes = new ChannelChanges(states, "city", work.resolve("aside"))) {
      for (EncodedRecord record : now.values()) {
        changes.visit(record);
      }
      changes.end();
      List<NetDeltas.Made> made = new NetDeltas(states, changes, channel, work).make();
      ReleaseChanges.write(work, changes.changes());
      states.note("city", new ReleaseStates.State(number, digest(now)), ReleaseChanges.read(work));
      history.put(number, new TreeMap<>(now));
      return made;
    }
  }

  private static NavigableMap<String, EncodedRecord> applied(
      NetDeltas.Made made, NavigableMap<String, EncodedRecord> before) throws IOException {
    NavigableMap<String, EncodedRecord> records = new TreeMap<>(before);
    try (DeltaReader reader = new DeltaReader(Files.newInputStream(made.file()), 1000)) {
      assertEquals(digest(before), reader.head().fromDigest());
      for (String id : reader.head().removed()) {
        assertTrue(records.remove(id) != null, id);
      }
      PackReader pack = reader.records();
      for (Optional<byte[]> json = pack.next(); json.isPresent(); json = pack.next()) {
        String id = new String(json.get(), StandardCharsets.UTF_8).split("\"", -1)[3];
        EncodedRecord old = records.put(id, new EncodedRecord("test", id, json.get()));
        assertTrue(old == null || !old.sha256Hex().equals(records.get(id).sha256Hex()), "net");
      }
    }
    return records;
  }

  @Test
  void fromEachOfTheLastReleasesADeltaLeadsHere() throws IOException, SQLException {
    long seed = System.nanoTime();
    System.out.println("NetDeltasTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      put("r-%02d".formatted(i), random.nextInt(3));
    }
    for (long number = 1; number <= 8; number++) {
      edit(random);
      put("always-other", number);
      List<NetDeltas.Made> made = release(number, LONG_PACK);
      assertEquals(Math.min(number - 1, KEPT), made.size());
      for (NetDeltas.Made delta : made) {
        long from = delta.delta().fromRelease();
        NavigableMap<String, EncodedRecord> before = Objects.requireNonNull(history.get(from));
        assertEquals(digest(now), digest(applied(delta, before)), "from " + from);
        assertEquals(digest(before), delta.delta().fromDigest());
        assertEquals(Files.size(delta.file()), delta.delta().pack().length());
      }
    }
  }

  private void edit(Random random) {
    for (int i = 0; i < 5; i++) {
      String id = "r-%02d".formatted(random.nextInt(70));
      if (random.nextInt(3) == 0) {
        now.remove(id);
      } else {
        put(id, random.nextInt(3));
      }
    }
  }

  @Test
  void whatWasTakenBackIsNotInTheDelta() throws IOException, SQLException {
    put("a", 1);
    put("b", 1);
    release(1, LONG_PACK);
    put("a", 2);
    release(2, LONG_PACK);
    put("a", 1);
    put("b", 2);
    List<NetDeltas.Made> made = release(3, LONG_PACK);
    assertEquals(List.of(2L, 1L), made.stream().map(m -> m.delta().fromRelease()).toList());
    try (DeltaReader reader = new DeltaReader(Files.newInputStream(made.get(1).file()), 10)) {
      assertArrayEquals(record("b", 2).json(), reader.records().next().orElseThrow());
      assertEquals(Optional.empty(), reader.records().next());
    }
    put("b", 1);
    assertEquals(
        List.of(3L, 2L),
        release(4, LONG_PACK).stream().map(m -> m.delta().fromRelease()).toList(),
        "the state of release 1 is there again");
  }

  @Test
  void aDeltaThatIsNotShorterThanTheFullPackIsLeftOut() throws IOException, SQLException {
    put("a", 1);
    release(1, LONG_PACK);
    put("b", 1);
    assertEquals(List.of(), release(2, 20));
    put("c", 1);
    assertEquals(2, release(3, LONG_PACK).size());
  }

  @Test
  void theSameReleaseGivesTheSameBytes() throws IOException, SQLException {
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      now = new TreeMap<>();
      Path other = Files.createDirectory(folder.resolve("office-" + i));
      states = new ReleaseStates(kind.open(other), KEPT);
      put("a", 1);
      release(1, LONG_PACK);
      put("b", 2);
      hashes.add(release(2, LONG_PACK).getFirst().delta().pack().sha256());
    }
    assertEquals(hashes.get(0), hashes.get(1));
  }
}
