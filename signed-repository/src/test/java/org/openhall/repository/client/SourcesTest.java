package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.repository.client.RepositorySimulator.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.client.Sources.Source;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.RepositoryException.Older;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.TopRole;
import org.openhall.repository.storage.Storage;

/** Two mirrors and the office behind them: who is away, stands still or lies costs the next one. */
class SourcesTest {
  private static final byte[] CONTENT = new byte[50_000];

  private final RepositorySimulator office = new RepositorySimulator();
  private final Mirror first = new Mirror();
  private final Mirror second = new Mirror();
  private final Mirror last = new Mirror();
  private final Sources sources =
      Sources.of(
          List.of(
              new Source("first", first), new Source("second", second), new Source("last", last)),
          () -> uptime());
  private long uptime;
  private @TempDir Path dir;
  private Updater updater;

  /**
   * A copy of the office's files as they were at some time, at a place with troubles of its own.
   */
  private final class Mirror implements Fetcher {
    private Map<String, byte[]> files = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean away;
    private Duration busy = Duration.ZERO;

    void copy() {
      files = new HashMap<>(office.files);
    }

    @Override
    public InputStream fetch(String path) throws FetchException {
      asked.add(path);
      if (away) {
        throw new FetchException(path, "away");
      }
      if (busy.isPositive()) {
        throw new FetchException.Busy(path, "busy", busy);
      }
      byte[] file = files.get(path);
      if (file == null) {
        throw new FetchException.NotFound(path, "the mirror");
      }
      return new ByteArrayInputStream(file);
    }
  }

  private long uptime() {
    return uptime;
  }

  private void pass(Duration time) {
    uptime += time.toNanos();
  }

  @BeforeEach
  void trust() throws IOException, RepositoryException {
    Updater.trust(dir.resolve("metadata"), office.root(1));
    updater =
        new Updater(
            dir.resolve("metadata"), sources, Clock.fixed(NOW, ZoneOffset.UTC), Storage.durable());
    office.addTarget("packs/a", CONTENT);
    office.publishTargets();
    copyToAll();
  }

  private void copyToAll() {
    first.copy();
    second.copy();
    last.copy();
  }

  private void forgetQuestions() {
    first.asked.clear();
    second.asked.clear();
    last.asked.clear();
  }

  private Path download() throws RepositoryException, IOException {
    TargetFile target = updater.target("packs/a").orElseThrow();
    return updater.download(target, sources, dir);
  }

  private long timestampVersion() throws RepositoryException, IOException {
    return updater.refresh().timestampVersion();
  }

  @Test
  void theFirstInOrderServesWhatAllHave() throws RepositoryException, IOException {
    updater.refresh();
    forgetQuestions();
    assertArrayEquals(CONTENT, Files.readAllBytes(download()));
    assertEquals(1, first.asked.size());
    assertEquals(List.of(), second.asked);
  }

  @Test
  void aMirrorThatStandsStillHoldsNothingUp() throws RepositoryException, IOException {
    long before = timestampVersion();
    office.publishTargets();
    last.copy();
    assertEquals(before + 1, timestampVersion());
  }

  @Test
  void aMirrorThatIsBehindServesWhatItHasAndTheNextTheRest()
      throws RepositoryException, IOException {
    office.addTarget("packs/b", new byte[7]);
    office.publishTargets();
    last.copy();
    updater.refresh();
    forgetQuestions();
    download();
    TargetFile fresh = updater.target("packs/b").orElseThrow();
    assertEquals(7, Files.size(updater.download(fresh, sources, dir)));
    assertEquals(2, first.asked.size(), first.asked::toString);
  }

  @Test
  void aNewRootIsFoundWhereverItIs() throws RepositoryException, IOException {
    updater.refresh();
    office.publishRoot();
    last.copy();
    assertEquals(2, updater.refresh().rootVersion());
  }

  @Test
  void aMirrorThatLiesCostsTheNextOneBeingAsked() throws RepositoryException, IOException {
    first.files.replaceAll((_, file) -> {
      byte[] lied = file.clone();
      lied[lied.length / 2] ^= 1;
      return lied;
    });
    first.files.put("2.root.json", new byte[] {'{', '}'});
    assertTrue(timestampVersion() > 0);
    assertArrayEquals(CONTENT, Files.readAllBytes(download()));
  }

  @Test
  void whatALyingMirrorBeganIsNotTheEndOfTheFile() throws RepositoryException, IOException {
    updater.refresh();
    TargetFile target = updater.target("packs/a").orElseThrow();
    byte[] forged = new byte[20_000];
    forged[3] = 9;
    Files.createDirectories(dir.resolve("packs"));
    Files.write(Storage.temporaryFor(dir.resolve("packs/a")), forged);
    first.away = true;
    assertArrayEquals(CONTENT, Files.readAllBytes(updater.download(target, sources, dir)));
  }

  @Test
  void ofAllThatLieTheTroubleIsTold() throws RepositoryException, IOException {
    updater.refresh();
    String name = updater.target("packs/a").orElseThrow().consistentPath();
    for (Mirror mirror : List.of(first, second, last)) {
      mirror.files.put(name, new byte[49_999]);
    }
    assertThrows(Mismatch.class, this::download);
  }

  @Test
  void anOldRepositoryAloneIsRefused() throws RepositoryException, IOException {
    Map<String, byte[]> old = first.files;
    office.publishTargets();
    copyToAll();
    updater.refresh();
    for (Mirror mirror : List.of(first, second, last)) {
      mirror.files = old;
    }
    assertThrows(Older.class, updater::refresh);
  }

  @Test
  void whoIsAwayComesLastForAWhileThenInOrderAgain() throws RepositoryException, IOException {
    first.away = true;
    updater.refresh();
    forgetQuestions();
    download();
    assertEquals(List.of(), first.asked, "the second serves at once");
    first.away = false;
    pass(Duration.ofMinutes(16));
    updater.refresh();
    Files.delete(dir.resolve("packs/a"));
    forgetQuestions();
    download();
    assertEquals(1, first.asked.size());
  }

  @Test
  void whatIsWrongWithAPlaceIsToldUntilItDoesWell() throws RepositoryException, IOException {
    assertEquals(List.of(), sources.troubled());
    first.away = true;
    second.files.put("timestamp.json", new byte[] {'{', '}'});
    updater.refresh();
    assertEquals(2, sources.troubled().size());
    assertEquals("away", sources.troubled().getFirst().why().getMessage());
    assertTrue(sources.troubled().getLast().why() instanceof RepositoryException);
    first.away = false;
    copyToAll();
    pass(Duration.ofMinutes(16));
    updater.refresh();
    assertEquals(List.of(), sources.troubled());
  }

  @Test
  void whoIsAwayIsAskedLessAndLess() throws RepositoryException, IOException {
    first.away = true;
    for (int minute = 0; minute < 60; minute++) {
      updater.refresh();
      pass(Duration.ofMinutes(1));
    }
    assertTrue(first.asked.size() < 10, first.asked.size() + " questions in an hour");
    assertTrue(first.asked.size() > 5, first.asked.size() + " questions in an hour");
  }

  @Test
  void ifAllAreAwayAllAreAskedEachTime() {
    for (Mirror mirror : List.of(first, second, last)) {
      mirror.away = true;
    }
    assertThrows(FetchException.class, updater::refresh);
    forgetQuestions();
    assertThrows(FetchException.class, updater::refresh);
    assertEquals(List.of(1, 1, 1), questions());
  }

  private List<Integer> questions() {
    return List.of(first.asked.size(), second.asked.size(), last.asked.size());
  }

  @Test
  void whoAsksToBeLeftAloneIsLeftAlone() throws RepositoryException, IOException {
    first.busy = Duration.ofMinutes(10);
    updater.refresh();
    forgetQuestions();
    second.away = true;
    last.away = true;
    pass(Duration.ofMinutes(9));
    assertThrows(FetchException.class, updater::refresh);
    assertEquals(List.of(), first.asked);
    assertEquals(Duration.ZERO, sources.waitAsked(), "others may be asked meanwhile");
    pass(Duration.ofMinutes(2));
    first.busy = Duration.ZERO;
    updater.refresh();
  }

  @Test
  void ifAllAskToBeLeftAloneTheShortestWaitCounts() {
    first.busy = Duration.ofMinutes(10);
    second.busy = Duration.ofMinutes(3);
    last.busy = Duration.ofMinutes(30);
    assertThrows(FetchException.Busy.class, updater::refresh);
    assertEquals(Duration.ofMinutes(3), sources.waitAsked());
    forgetQuestions();
    assertThrows(FetchException.Busy.class, updater::refresh);
    assertEquals(List.of(0, 0, 0), questions());
  }

  @Test
  void whoWantsToStopAsksNobodyElse() throws RepositoryException, IOException {
    updater.refresh();
    TargetFile target = updater.target("packs/a").orElseThrow();
    forgetQuestions();
    Sources stopping =
        sources.each(place ->
            path -> {
              place.fetch(path);
              throw new FetchException.Stopped(path, "enough");
            });
    assertThrows(FetchException.Stopped.class, () -> updater.download(target, stopping, dir));
    assertEquals(List.of(1, 0, 0), questions());
  }

  @Test
  void theTimestampOfAMirrorThatIsAheadNeedsTheOthersFiles()
      throws RepositoryException, IOException {
    updater.refresh();
    office.publishTargets();
    first.files.put("timestamp.json", office.current(TopRole.TIMESTAMP));
    assertThrows(FetchException.NotFound.class, updater::refresh);
    last.copy();
    assertTrue(timestampVersion() > 0);
  }
}
