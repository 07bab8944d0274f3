package org.openhall.agent.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Expired;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.metadata.RepositoryException;

/** Releases that must not be taken: the old content stays and the sentence names the file. */
class RefusedReleaseTest extends SyncScenario {
  @Test
  void aTamperedPackIsRefusedByName() throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    byte[] tampered = Files.readAllBytes(office.served(pack));
    tampered[tampered.length / 2] ^= 1;
    Files.write(office.served(pack), tampered);
    assertRefused(pack.target(), "SHA-256", pack.sha256());
  }

  @Test
  void aPackThatIsCutOffIsRefused() throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    Files.write(office.served(pack), new byte[3]);
    assertRefused(pack.target(), "length");
  }

  @Test
  void aMissingPackIsRefusedByName() throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    Files.delete(office.served(pack));
    assertRefused(pack.sha256(), "does not have it");
  }

  @Test
  void aForeignSignatureIsRefused() throws IOException, RepositoryException {
    secondRelease();
    TestOffice stranger = new TestOffice(dir.resolve("stranger"));
    stranger.publish(3, "forged");
    line = new DirectoryFetcher(stranger.repository());
    assertRefused("timestamp", "0 valid signature");
  }

  @Test
  void aTamperedTimestampIsRefused() throws IOException, RepositoryException {
    secondRelease();
    Path timestamp = office.repository().resolve("metadata/timestamp.json");
    Files.writeString(timestamp, Files.readString(timestamp).replace("2026-12", "2036-12"));
    assertRefused("timestamp");
  }

  @Test
  void aSignedPackWithOtherRecordsThanPromisedIsRefused() throws IOException, RepositoryException {
    Channel good = secondRelease().channels().getFirst();
    Channel bad = new Channel("city", "city", 2, "f".repeat(64), good.full());
    Map<String, Path> files = Map.of(good.full().target(), office.served(good.full()));
    office.publish(new ReleaseManifest(3, NOW, "示例市", List.of(bad)), files);
    assertRefused("digest");
  }

  @Test
  void aSignedPackThatIsNoPackIsRefused() throws IOException, RepositoryException {
    secondRelease();
    Map<String, Path> files = new java.util.HashMap<>();
    Pack pack = office.add("nonsense".getBytes(UTF_8), files);
    Channel bad = new Channel("city", "city", 2, "f".repeat(64), pack);
    office.publish(new ReleaseManifest(3, NOW, "示例市", List.of(bad)), files);
    assertRefused("broken");
  }

  @Test
  void aSignedManifestThatIsNoneIsRefused() throws IOException, RepositoryException {
    secondRelease();
    office.publishRaw("{}".getBytes(UTF_8), Map.of());
    assertRefused("manifest.json");
  }

  @Test
  void aReleaseWithALowerNumberIsRefused() throws IOException, RepositoryException {
    office.publish(1, "old");
    sync();
    office.publish(0, "older");
    assertRefused("release 0", "release 1");
  }

  @Test
  void aReleaseWithoutAChannelOfTheTerminalIsRefused() throws IOException, RepositoryException {
    office.publish(1, "old");
    sync();
    office.publish(2, Map.of("county", List.of("b")));
    assertRefused("city");
  }

  @Test
  void expiredSignaturesLeaveTheContentAndSayTheClock() throws IOException, RepositoryException {
    office.publish(1, "old");
    sync();
    Clock late = Clock.fixed(NOW.plus(Duration.ofDays(31)), ZoneOffset.UTC);
    SyncOutcome outcome = new SyncJob(terminal, line, late, SyncWatch.NONE).run();
    assertInstanceOf(Expired.class, outcome);
    assertTrue(said(outcome).contains("2026-12-25T08:00:00Z"), said(outcome));
    assertEquals("1old", shown());
  }
}
