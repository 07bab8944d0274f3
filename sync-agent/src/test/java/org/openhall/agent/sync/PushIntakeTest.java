package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.UpToDate;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.link.push.PushMessage;
import org.openhall.link.push.PushedFile;
import org.openhall.link.status.Refusal.Rule;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;

/** What is pushed goes through the same gate, at once, whatever a run is doing. */
class PushIntakeTest extends SyncScenario {
  private static final PushOutcome TAKEN = new PushOutcome.Taken(Optional.empty());

  private final SigningKey duty = SigningKey.generate();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicReference<CountDownLatch> lineWaits =
      new AtomicReference<>(new CountDownLatch(0));
  private final CountDownLatch building = new CountDownLatch(1);
  private final CountDownLatch mayBuild = new CountDownLatch(1);

  @BeforeEach
  void aReleaseIsShown() throws IOException, RepositoryException {
    office.nameForEmergencies(duty.key());
    office.publish(1, "good", "bad");
    assertEquals(new Activated(1, 2), sync());
  }

  /** The line, which remembers what it was asked for and waits where a test wants it to. */
  private Fetcher line() {
    return new Fetcher() {
      @Override
      public InputStream fetch(String path) throws FetchException {
        return fetch(path, 0);
      }

      @Override
      public InputStream fetch(String path, long offset) throws FetchException {
        asked.add(path);
        await(lineWaits.get());
        return line.fetch(path, offset);
      }
    };
  }

  private SyncJob job() {
    return new SyncJob(terminal, line(), CLOCK, SyncWatch.NONE);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private PushedFile file(String path) throws IOException {
    return PushedFile.of(path, Files.readAllBytes(office.repository().resolve(path)));
  }

  /** What the office would push now. */
  private List<PushedFile> pushed() throws IOException {
    List<PushedFile> files = new ArrayList<>();
    files.add(file("metadata/timestamp.json"));
    files.add(file("metadata/" + newest("snapshot")));
    files.add(file("metadata/" + newest("emergency")));
    Path lists = office.repository().resolve("targets/emergency");
    try (Stream<Path> all = Files.list(lists)) {
      Path last = all.max(java.util.Comparator.comparing(PushIntakeTest::modified)).orElseThrow();
      files.add(file("targets/emergency/" + last.getFileName()));
    }
    return files;
  }

  private static java.nio.file.attribute.FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String newest(String role) throws IOException {
    long version = 0;
    while (Files.exists(metadata(version + 1, role))) {
      version++;
    }
    return metadata(version, role).getFileName().toString();
  }

  private Path metadata(long version, String role) {
    return office.repository().resolve("metadata/%d.%s.json".formatted(version, role));
  }

  private PushMessage message() throws IOException {
    return new PushMessage.Emergency(pushed());
  }

  private Set<String> withdrawn() throws IOException, MalformedManifestException {
    return Files.exists(terminal.emergency())
        ? EmergencyList.fromSealed(Files.readAllBytes(terminal.emergency())).withdrawnIds()
        : Set.of();
  }

  @Test
  void itIsShownWithoutASingleCall()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    PushIntake push = job().push();
    assertEquals(TAKEN, push.take(message()));
    assertEquals(Set.of("n-bad"), withdrawn());
    assertEquals(List.of(), asked);
    assertEquals(new PushOutcome.Known(), push.take(message()));
    assertEquals(new UpToDate(1), sync());
  }

  /** What the office would push of a release now: all but its packs. */
  private PushMessage release() throws IOException {
    List<PushedFile> files = new ArrayList<>(List.of(file("metadata/timestamp.json")));
    for (String role : List.of("snapshot", FourEyes.EDITORS, FourEyes.REVIEWERS)) {
      files.add(file("metadata/" + newest(role)));
    }
    files.add(file("targets/" + manifest()));
    return new PushMessage.Release(files, 0);
  }

  private String manifest() throws IOException {
    byte[] bytes = Files.readAllBytes(office.repository().resolveSibling(ReleaseManifest.TARGET));
    return Sha256.hex(bytes) + "." + ReleaseManifest.TARGET;
  }

  @Test
  void afterAPushedReleaseOnlyRootTimestampAndPackAreFetched()
      throws IOException, RepositoryException {
    office.publish(2, "good", "new");
    SyncJob job = job();
    assertEquals(TAKEN, job.push().take(release()));
    assertEquals(List.of(), asked);
    assertEquals(new Activated(2, 2), job.run());
    assertEquals(3, asked.size(), asked.toString());
    assertEquals("metadata/2.root.json", asked.get(0));
    assertEquals("metadata/timestamp.json", asked.get(1));
    assertTrue(asked.get(2).startsWith("targets/packs/"), asked.toString());
  }

  @Test
  void aLieAboutAReleaseCostsOneRunAndIsShownNever() throws IOException, RepositoryException {
    office.publish(2, "good", "new");
    SyncJob job = job();
    List<PushedFile> files = new ArrayList<>(release().files());
    files.set(2, PushedFile.of(files.get(2).path(), new byte[] {1}));
    assertEquals(TAKEN, job.push().take(new PushMessage.Release(files, 0)));
    assertInstanceOf(SyncOutcome.Refused.class, job.run());
    assertEquals("1bad,good", shown());
    assertEquals(new Activated(2, 2), job.run());
  }

  @Test
  void aReleaseRightAfterANoticeWithTheSameTimestampStillAsksForARun()
      throws IOException, RepositoryException {
    office.publish(2, "good", "new");
    office.withdraw(duty, "n-bad");
    SyncJob job = job();
    assertEquals(TAKEN, job.push().take(message()));
    assertEquals(TAKEN, job.push().take(release()));
    PushMessage first = new PushMessage.Release(release().files().subList(0, 1), 0);
    assertEquals(new PushOutcome.Known(), job.push().take(first));
  }

  @Test
  void whatAMessageLacksIsFetched()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    PushMessage timestamp = new PushMessage.Release(pushed().subList(0, 1), 5);
    assertEquals(TAKEN, job().push().take(timestamp));
    assertEquals(Set.of("n-bad"), withdrawn());
    assertEquals(3, asked.size(), asked.toString());
  }

  @Test
  void keysThatWereExchangedMeanwhileAreAskedFor() throws IOException, RepositoryException {
    office.publisher.keys().replaceOnlineKey(TopRole.TIMESTAMP, List.of(office.root));
    office.withdraw(duty, "n-bad");
    assertEquals(TAKEN, job().push().take(message()));
  }

  @Test
  void aLieIsRefusedAndChangesNothing()
      throws IOException, RepositoryException, MalformedManifestException {
    List<PushedFile> old = pushedAfter("n-bad");
    pushedAfter("n-bad");
    sync();
    List<PushedFile> now = pushedAfter("n-good");
    assertRefused(Rule.ROLLBACK, withFirst(now, old.getFirst()));
    TestOffice stranger = new TestOffice(dir.resolve("stranger"));
    stranger.publish(1, "forged");
    byte[] forged = Files.readAllBytes(stranger.repository().resolve("metadata/timestamp.json"));
    assertRefused(
        Rule.SIGNATURES, withFirst(now, PushedFile.of("metadata/timestamp.json", forged)));
    assertRefused(
        Rule.BYTES,
        List.of(now.get(0), PushedFile.of(now.get(1).path(), new byte[0]), now.get(2), now.get(3)));
    assertEquals(Set.of("n-bad"), withdrawn());
    assertEquals(TAKEN, job().push().take(new PushMessage.Emergency(now)));
    assertEquals(Set.of("n-good", "n-bad"), withdrawn());
  }

  private List<PushedFile> pushedAfter(String withdrawn) throws IOException, RepositoryException {
    office.withdraw(duty, withdrawn);
    return pushed();
  }

  private static List<PushedFile> withFirst(List<PushedFile> files, PushedFile first) {
    List<PushedFile> bent = new ArrayList<>(files);
    bent.set(0, first);
    return bent;
  }

  private void assertRefused(Rule rule, List<PushedFile> files) {
    var refused =
        assertInstanceOf(
            PushOutcome.Refused.class, job().push().take(new PushMessage.Emergency(files)));
    assertEquals(rule, refused.why().broken().orElseThrow().rule());
  }

  @Test
  void aListThatIsNotRightIsToldAndTheOneBeforeStays()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    sync();
    office.withdraw(duty, "n-good");
    List<PushedFile> files = pushed();
    files.set(3, PushedFile.of(files.get(3).path(), new byte[] {1}));
    var taken =
        assertInstanceOf(
            PushOutcome.Taken.class, job().push().take(new PushMessage.Emergency(files)));
    assertEquals(
        Rule.BYTES, taken.but().orElseThrow().broken().orElseThrow().rule(), taken.toString());
    assertEquals(Set.of("n-bad"), withdrawn());
  }

  private Thread start(SyncJob job, AtomicReference<SyncOutcome> ended) {
    return Thread.ofPlatform().start(() -> ended.set(job.run()));
  }

  @Test
  void aLongBuildDelaysNothing()
      throws IOException, RepositoryException, MalformedManifestException, InterruptedException {
    office.publish(2, "good", "new");
    SyncWatch watch =
        new SyncWatch() {
          @Override
          public void entered(SyncStep step) {
            if (step == SyncStep.BUILD) {
              building.countDown();
              await(mayBuild);
            }
          }
        };
    SyncJob job = new SyncJob(terminal, line(), CLOCK, watch);
    AtomicReference<SyncOutcome> ended = new AtomicReference<>();
    Thread run = start(job, ended);
    await(building);
    office.withdraw(duty, "n-good");
    assertEquals(TAKEN, job.push().take(message()));
    assertEquals(Set.of("n-good"), withdrawn());
    mayBuild.countDown();
    run.join();
    assertEquals(new Activated(2, 2), ended.get());
    assertEquals(Set.of("n-good"), withdrawn());
  }

  @Test
  void aRunThatWaitsForTheLineDelaysNothingAndUndoesNothing()
      throws IOException, RepositoryException, MalformedManifestException, InterruptedException {
    CountDownLatch line = new CountDownLatch(1);
    lineWaits.set(line);
    SyncJob job = job();
    AtomicReference<SyncOutcome> ended = new AtomicReference<>();
    Thread run = start(job, ended);
    while (asked.isEmpty()) {
      Thread.onSpinWait();
    }
    office.withdraw(duty, "n-bad");
    assertEquals(TAKEN, job.push().take(message()));
    assertEquals(Set.of("n-bad"), withdrawn());
    line.countDown();
    run.join();
    assertEquals(new UpToDate(1), ended.get());
    assertEquals(Set.of("n-bad"), withdrawn());
    assertTrue(
        asked.stream().filter(path -> path.endsWith("2.root.json")).count() >= 2,
        "the run began again: " + asked);
  }
}
