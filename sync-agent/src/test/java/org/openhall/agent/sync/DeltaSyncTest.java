package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Offline;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Delta;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.metadata.RepositoryException;

/** Updates by net deltas, and the ways back to the full pack. */
class DeltaSyncTest extends SyncScenario {
  private final List<String> first = words(200);
  private final List<String> second = with(first, "new");
  private final List<String> asked = new ArrayList<>();

  private static List<String> words(int count) {
    Random random = new Random(7);
    return random.longs(count).mapToObj(Long::toHexString).sorted().toList();
  }

  private static List<String> with(List<String> words, String more) {
    List<String> all = new ArrayList<>(words.subList(1, words.size()));
    all.add(more);
    return all;
  }

  @BeforeEach
  void firstRelease() throws IOException, RepositoryException {
    office.publish(1, first.toArray(String[]::new));
    assertEquals(new Activated(1, 200), sync());
    Fetcher real = line;
    line =
        path -> {
          asked.add(path);
          return real.fetch(path);
        };
  }

  private static Pack full(ReleaseManifest release) {
    return release.channels().getFirst().full();
  }

  private static Pack delta(ReleaseManifest release) {
    return release.channels().getFirst().deltas().getFirst().pack();
  }

  private boolean hasAskedFor(Pack pack) {
    return asked.stream().anyMatch(path -> path.contains(pack.sha256()));
  }

  private String expected(long release, List<String> words) {
    return release + String.join(",", words.stream().sorted().toList());
  }

  private List<String> packsOnDisk() throws IOException {
    try (Stream<Path> packs = Files.list(terminal.packs())) {
      return packs.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theDeltaComesInsteadOfTheFullPack() throws IOException, RepositoryException {
    ReleaseManifest release = office.publish(2, first, second);
    assertEquals(new Activated(2, 200), sync());
    assertEquals(expected(2, second), shown());
    assertTrue(hasAskedFor(delta(release)));
    assertFalse(hasAskedFor(full(release)));
    assertEquals(2, packsOnDisk().size(), "the first full pack and the delta");
  }

  @Test
  void fromAnotherStateTheFullPackComes() throws IOException, RepositoryException {
    ReleaseManifest release = office.publish(2, with(first, "other"), second);
    assertEquals(new Activated(2, 200), sync());
    assertEquals(expected(2, second), shown());
    assertTrue(hasAskedFor(full(release)));
    assertFalse(hasAskedFor(delta(release)));
  }

  @Test
  void aDeltaThatIsNoneOrLeadsElsewhereGivesWayToTheFullPack()
      throws IOException, RepositoryException {
    byte[] nonsense = "no delta".getBytes(StandardCharsets.UTF_8);
    for (byte[] bad : List.of(nonsense, TestOffice.delta(first, with(first, "wrong")))) {
      Map<String, Path> files = new LinkedHashMap<>();
      Pack pack = office.add(bad, files);
      long number = shownRelease() + 1;
      List<String> next = with(first, "r" + number);
      List<String> shownNow = number == 2 ? first : with(first, "r" + (number - 1));
      String from = TestOffice.digest(shownNow.stream().map(TestOffice::record).toList());
      ReleaseManifest release =
          office.publish(number, next, new Delta(number - 1, from, pack), files);
      assertEquals(new Activated(number, 200), sync());
      assertEquals(expected(number, next), shown());
      assertTrue(hasAskedFor(pack));
      assertTrue(hasAskedFor(full(release)));
    }
  }

  private long shownRelease() {
    return terminal.content().current().orElseThrow().release();
  }

  @Test
  void aDeltaThatIsNotServedGivesWayToTheFullPack() throws IOException, RepositoryException {
    ReleaseManifest release = office.publish(2, first, second);
    Files.delete(office.served(delta(release)));
    assertEquals(new Activated(2, 200), sync());
    assertEquals(expected(2, second), shown());
  }

  /** Between two looks at the whole file, which come every hour. */
  @Test
  void uponADamagedSnapshotAllIsBuiltFromThePacksOfTheDisk()
      throws IOException, RepositoryException {
    SyncJob job = new SyncJob(terminal, line, TestOffice.CLOCK, SyncWatch.NONE);
    job.run();
    damageContent();
    ReleaseManifest release = office.publish(2, first, second);
    assertEquals(new Activated(2, 200), job.run());
    assertEquals(expected(2, second), shown());
    assertFalse(hasAskedFor(full(release)));
  }

  @Test
  void damagedContentIsBuiltAgainFromPackAndDeltasWithoutTheOffice()
      throws IOException, RepositoryException {
    List<String> third = with(second, "newer");
    office.publish(2, first, second);
    sync();
    office.publish(3, second, third);
    sync();
    assertEquals(3, packsOnDisk().size());
    damageContent();
    line =
        path -> {
          throw new FetchException(path, "no route");
        };
    assertInstanceOf(Offline.class, sync());
    assertEquals(expected(3, third), shown());
  }

  @Test
  void longDeltasArePackedAnewOnTheTerminal() throws IOException, RepositoryException {
    List<String> more = new ArrayList<>(first);
    words(400).stream().map(w -> "x" + w).forEach(more::add);
    office.publish(2, first, more);
    assertEquals(new Activated(2, 600), sync());
    assertEquals(1, packsOnDisk().size(), "one full pack of its own");
    ReleaseManifest third = office.publish(3, more, with(more, "last"));
    assertEquals(new Activated(3, 600), sync());
    assertFalse(hasAskedFor(full(third)));
    damageContent();
    line =
        path -> {
          throw new FetchException(path, "no route");
        };
    sync();
    assertEquals(expected(3, with(more, "last")), shown());
  }

  @Test
  void aReleaseThatChangesNoRecordNeedsNoPack() throws IOException, RepositoryException {
    ReleaseManifest release = office.publish(2, first.toArray(String[]::new));
    assertEquals(new Activated(2, 200), sync());
    assertEquals(expected(2, first), shown());
    assertEquals(List.of(full(release).sha256() + ".pack"), packsOnDisk());
  }

  private void damageContent() throws IOException {
    Path file = terminal.content().current().orElseThrow().file();
    byte[] bytes = Files.readAllBytes(file);
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("1970-01-01");
    bytes[place] ^= 1;
    Files.write(file, bytes);
  }
}
