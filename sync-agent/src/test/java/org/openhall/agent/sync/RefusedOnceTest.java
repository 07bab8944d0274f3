package org.openhall.agent.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.openhall.agent.sync.TestOffice.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Refused;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.Storage;

/** What was refused is fetched once in a run and built once in an hour. */
class RefusedOnceTest extends SyncScenario {
  private final List<String> fetched = new ArrayList<>();
  private final List<SyncStep> steps = new ArrayList<>();
  private Instant now = NOW;

  private SyncJob job() {
    Fetcher office = line;
    Fetcher counting =
        path -> {
          fetched.add(path);
          return office.fetch(path);
        };
    SyncWatch watch =
        new SyncWatch() {
          @Override
          public void entered(SyncStep step) {
            steps.add(step);
          }
        };
    InstantSource time = () -> now;
    return new SyncJob(
        terminal,
        counting,
        watch,
        new SyncJob.Machine(time.withZone(ZoneOffset.UTC), Storage.durable()));
  }

  private long fetched(Pack pack) {
    return fetched.stream().filter(path -> path.contains(pack.sha256())).count();
  }

  private long built() {
    return steps.stream().filter(step -> step == SyncStep.BUILD).count();
  }

  @Test
  void aTamperedPackIsFetchedOnceInEachRunAndTakenWhenTheMirrorHeals()
      throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    byte[] good = Files.readAllBytes(office.served(pack));
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    Files.write(office.served(pack), bad);
    SyncJob job = job();
    assertInstanceOf(Refused.class, job.run());
    assertEquals(1, fetched(pack));
    assertInstanceOf(Refused.class, job.run());
    assertEquals(2, fetched(pack));
    Files.write(office.served(pack), good);
    assertInstanceOf(Activated.class, job.run());
  }

  @Test
  void aSignedPackThatIsNoneIsFetchedOnceAndBuiltOnceInAnHour()
      throws IOException, RepositoryException {
    secondRelease();
    Map<String, Path> files = new HashMap<>();
    Pack pack = office.add("nonsense".getBytes(UTF_8), files);
    Channel bad = new Channel("city", "city", 2, "f".repeat(64), pack);
    office.publish(new ReleaseManifest(3, NOW, "示例市", List.of(bad)), files);
    SyncJob job = job();
    SyncOutcome first = job.run();
    assertInstanceOf(Refused.class, first);
    assertEquals(first, job.run());
    now = NOW.plus(Duration.ofMinutes(59));
    assertEquals(first, job.run());
    assertEquals(1, built());
    now = NOW.plus(Duration.ofMinutes(61));
    assertEquals(first, job.run());
    assertEquals(2, built());
    assertEquals(1, fetched(pack));
  }

  @Test
  void theNextReleaseIsNotHeldUpByASpoiledOne() throws IOException, RepositoryException {
    secondRelease();
    Map<String, Path> files = new HashMap<>();
    Pack pack = office.add("nonsense".getBytes(UTF_8), files);
    Channel bad = new Channel("city", "city", 2, "f".repeat(64), pack);
    office.publish(new ReleaseManifest(3, NOW, "示例市", List.of(bad)), files);
    SyncJob job = job();
    assertInstanceOf(Refused.class, job.run());
    office.publish(4, "good");
    assertEquals(new Activated(4, 1), job.run());
  }
}
