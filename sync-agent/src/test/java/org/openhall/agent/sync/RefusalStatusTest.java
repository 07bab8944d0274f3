package org.openhall.agent.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.text.Words;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Delta;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.Refusal;
import org.openhall.link.status.Refusal.Rule;
import org.openhall.link.status.StatusFile;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;

/** Whatever is not taken is named in the status: which file, which rule, what was met. */
class RefusalStatusTest extends SyncScenario {
  private Instant now = NOW;

  /** One run with all that is written down about it. */
  private AgentStatus run() throws IOException {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Membership membership =
        Membership.of(terminal.data(), terminal.identity(), clock).orElseThrow().withoutLine();
    SyncJob job = new SyncJob(terminal, line, clock, SyncWatch.NONE);
    new SyncRun(job, membership, Words.in("en"), clock).run(null);
    return StatusFile.agent(terminal.data()).read().orElseThrow();
  }

  private Refusal refusal() throws IOException {
    Refusal refusal = run().refusal();
    assertNotNull(refusal);
    return refusal;
  }

  private void assertNamed(String file, Rule rule, String clause, String offered)
      throws IOException {
    Refusal refusal = refusal();
    assertEquals(
        List.of(file, rule.name(), clause, offered),
        List.of(refusal.file(), refusal.rule().name(), refusal.clause(), "" + refusal.offered()));
    assertTrue(refusal.standing());
    assertTrue(refusal.words().endsWith("."), refusal.words());
    assertEquals("1old", shown());
  }

  @Test
  void whereNothingWasRefusedThereIsNothingToSay() throws IOException, RepositoryException {
    office.publish(1, "old");
    assertNull(run().refusal());
  }

  @Test
  void aForeignSignature() throws IOException, RepositoryException {
    secondRelease();
    TestOffice stranger = new TestOffice(dir.resolve("stranger"));
    stranger.publish(3, "forged");
    line = new DirectoryFetcher(stranger.repository());
    assertNamed("timestamp", Rule.SIGNATURES, "TUF 5.4.2", "0/1");
  }

  @Test
  void metadataThatIsNone() throws IOException, RepositoryException {
    secondRelease();
    Files.writeString(office.repository().resolve("metadata/timestamp.json"), "{");
    assertNamed("timestamp", Rule.FORM, "TUF 4", "null");
  }

  @Test
  void anOlderTimestamp() throws IOException, RepositoryException {
    Path timestamp = office.repository().resolve("metadata/timestamp.json");
    office.publish(1, "old");
    byte[] older = Files.readAllBytes(timestamp);
    office.publish(2, "new");
    sync();
    Files.write(timestamp, older);
    Refusal refusal = refusal();
    assertEquals(Rule.ROLLBACK, refusal.rule());
    assertEquals("TUF 5.4.3.1", refusal.clause());
    assertEquals("1", refusal.offered());
  }

  @Test
  void expiredSignatures() throws IOException, RepositoryException {
    secondRelease();
    now = NOW.plus(Duration.ofDays(31));
    assertNamed("timestamp", Rule.EXPIRY, "TUF 5.4.4", "2026-12-24T08:00:00Z");
  }

  @Test
  void metadataWithOtherBytes() throws IOException, RepositoryException {
    secondRelease();
    for (Path file : metadata("snapshot")) {
      Files.writeString(file, Files.readString(file) + " ");
    }
    Refusal refusal = refusal();
    assertEquals(Rule.BYTES, refusal.rule());
    assertEquals("TUF 5.5.2", refusal.clause());
    assertTrue(refusal.file().contains("snapshot"), refusal.file());
  }

  private List<Path> metadata(String role) throws IOException {
    try (var files = Files.list(office.repository().resolve("metadata"))) {
      return files.filter(f -> f.getFileName().toString().endsWith(role + ".json")).toList();
    }
  }

  @Test
  void aPackWithAnotherHash() throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    tamper(pack);
    Refusal refusal = refusal();
    assertEquals(pack.target(), refusal.file());
    assertEquals(Rule.BYTES, refusal.rule());
    assertEquals("TUF 5.7.3", refusal.clause());
    assertTrue(("" + refusal.offered()).startsWith("SHA-256 "), refusal.offered());
  }

  private void tamper(Pack pack) throws IOException {
    byte[] bytes = Files.readAllBytes(office.served(pack));
    bytes[bytes.length / 2] ^= 1;
    Files.write(office.served(pack), bytes);
  }

  @Test
  void aPackThatIsNotThere() throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    Files.delete(office.served(pack));
    Refusal refusal = refusal();
    assertEquals(Rule.ABSENT, refusal.rule());
    assertTrue(refusal.file().contains(pack.sha256()), refusal.file());
  }

  @Test
  void aSignedPackThatIsNone() throws IOException, RepositoryException {
    secondRelease();
    Map<String, Path> files = new HashMap<>();
    Pack pack = office.add("nonsense".getBytes(UTF_8), files);
    Channel bad = new Channel("city", "city", 2, "f".repeat(64), pack);
    office.publish(new ReleaseManifest(3, NOW, "示例市", List.of(bad)), files);
    assertNamed(pack.target(), Rule.PACK, "", "record 0, byte 0");
  }

  @Test
  void otherRecordsThanPromised() throws IOException, RepositoryException {
    Channel good = secondRelease().channels().getFirst();
    Channel bad = new Channel("city", "city", 2, "f".repeat(64), good.full());
    Map<String, Path> files = Map.of(good.full().target(), office.served(good.full()));
    office.publish(new ReleaseManifest(3, NOW, "示例市", List.of(bad)), files);
    assertNamed("city", Rule.DIGEST, "", "null");
  }

  @Test
  void aManifestThatIsNone() throws IOException, RepositoryException {
    secondRelease();
    office.publishRaw("{}".getBytes(UTF_8), Map.of());
    assertNamed("manifest.json", Rule.FORM, "", "null");
  }

  @Test
  void aManifestThatIsTooLong() throws IOException, RepositoryException {
    secondRelease();
    office.publishRaw(new byte[(1 << 20) + 1], Map.of());
    assertNamed("manifest.json", Rule.SIZE, "", "1048577");
  }

  @Test
  void aLowerRelease() throws IOException, RepositoryException {
    office.publish(1, "old");
    run();
    office.publish(0, "older");
    assertNamed("manifest.json", Rule.RELEASE, "", "0");
  }

  @Test
  void aReleaseWithoutTheTerminalsChannel() throws IOException, RepositoryException {
    office.publish(1, "old");
    run();
    office.publish(2, Map.of("county", List.of("b")));
    assertNamed("manifest.json", Rule.CHANNELS, "", "2");
  }

  @Test
  void aManifestThatOnePersonSigned() throws IOException, RepositoryException {
    office.publish(1, "old");
    run();
    Map<String, Path> files = new HashMap<>();
    byte[] manifest = office.manifest(2, "new", files);
    office.publisher.publish(
        files, Map.of("editors", office.signed("editors", office.editor, manifest)));
    assertNamed("manifest.json", Rule.FOUR_EYES, "0017", "null");
  }

  @Test
  void aBrokenDeltaIsNamedAlthoughTheFullPackServes() throws IOException, RepositoryException {
    office.publish(1, "a");
    run();
    ReleaseManifest second = office.publish(2, List.of("a"), List.of("a", "b"));
    Delta delta = second.channels().getFirst().deltas().getFirst();
    tamper(delta.pack());
    AgentStatus status = run();
    assertEquals(AgentStatus.Outcome.ACTIVATED, status.outcome());
    Refusal refusal = status.refusal();
    assertNotNull(refusal);
    assertEquals(delta.pack().target(), refusal.file());
    assertFalse(refusal.standing());
  }

  @Test
  void anEmergencyListStaysRefusedWhileReleasesArrive() throws IOException, RepositoryException {
    SigningKey duty = SigningKey.generate();
    office.nameForEmergencies(duty.key());
    office.publish(1, "old");
    run();
    office.withdraw(duty, "n-old");
    try (var files = Files.list(office.repository().resolve("targets/emergency"))) {
      for (Path list : files.toList()) {
        Files.writeString(list, Files.readString(list).replace("n-old", "n-new"));
      }
    }
    AgentStatus status = run();
    assertEquals(AgentStatus.Outcome.UP_TO_DATE, status.outcome());
    Refusal refusal = status.refusal();
    assertNotNull(refusal);
    assertEquals("emergency/list.json", refusal.file());
    assertEquals(Rule.BYTES, refusal.rule());
    assertTrue(refusal.standing());
    office.withdraw(duty, "n-other");
    assertFalse(refusal().standing());
  }

  @Test
  void aServerThatIsBadNowAndThenIsNotForgotten() throws IOException, RepositoryException {
    office.publish(1, "old");
    run();
    Path timestamp = office.repository().resolve("metadata/timestamp.json");
    byte[] good = Files.readAllBytes(timestamp);
    for (int time = 0; time < 3; time++) {
      now = NOW.plusSeconds(60L * time);
      Files.writeString(timestamp, "{");
      assertTrue(refusal().standing());
      Files.write(timestamp, good);
      assertFalse(refusal().standing());
    }
    Refusal last = refusal();
    assertEquals(3, last.times());
    assertEquals(NOW, last.since());
    assertEquals(NOW.plusSeconds(120), last.last());
  }

  @Test
  void aLineThatIsDownSaysNothingOfWhatWasRefusedBefore() throws IOException, RepositoryException {
    office.publish(1, "old");
    run();
    Files.writeString(office.repository().resolve("metadata/timestamp.json"), "{");
    Refusal refused = refusal();
    line = new DirectoryFetcher(dir.resolve("nowhere"));
    assertEquals(refused, refusal());
  }
}
