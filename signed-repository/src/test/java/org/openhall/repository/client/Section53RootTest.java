package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.repository.client.RepositorySimulator.NOW;
import static org.openhall.repository.client.RepositorySimulator.present;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.RepositoryException.NotEnoughSignatures;
import org.openhall.repository.metadata.RepositoryException.Older;
import org.openhall.repository.metadata.RepositoryException.WrongVersion;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;

/** The specification's §5.2 and §5.3: the trusted root, and the way to the newest one. */
class Section53RootTest extends WorkflowScenario {
  @Test
  @DisplayName("§5.2 the expiry of the trusted root does not matter yet")
  void s5x2() throws RepositoryException {
    var late = new TrustedMetadataSet(office.root(1), NOW.plusSeconds(1L << 32));
    assertEquals(1, late.root().version());
  }

  @Test
  @DisplayName("§5.2 a root that did not sign itself is not trusted and leaves no file")
  void s5x2Signed(@TempDir Path other) {
    byte[] root = new String(office.root(1), UTF_8).replace("true", "false").getBytes(UTF_8);
    assertThrows(NotEnoughSignatures.class, () -> Updater.trust(other, root));
    assertFalse(Files.exists(other.resolve("root.json")));
  }

  @Test
  @DisplayName("§5.3.1 every intermediate root is fetched, up to the newest")
  void s5x3x1() throws RepositoryException, IOException {
    office.publishRoot();
    office.publishRoot();
    assertEquals(3, run.refresh().rootVersion());
    assertEquals(List.of("2.root.json", "3.root.json", "4.root.json"), office.asked.subList(0, 3));
  }

  @Test
  @DisplayName("§5.3.3 no more than 256 roots in one run, the rest in the next")
  void s5x3x3Most() throws RepositoryException, IOException {
    for (int i = 0; i < 260; i++) {
      office.publishRoot();
    }
    assertEquals(257, run.refresh().rootVersion());
    assertEquals(261, run.refresh().rootVersion());
  }

  @Test
  @DisplayName("§5.3.3 a root longer than 512,000 bytes is not read")
  void s5x3x3Length() {
    office.files.put("2.root.json", new byte[512_001]);
    var e = assertThrows(Mismatch.class, run::refresh);
    assertTrue(e.toString().contains("512000"));
  }

  @Test
  @DisplayName("§5.3.4 the trusted root's keys must have signed the next one")
  void s5x3x4Old() throws RepositoryException {
    run.rotate(TopRole.ROOT);
    byte[] root = office.publishRoot();
    TrustedMetadataSet gate = run.gate();
    assertThrows(NotEnoughSignatures.class, () -> gate.updateRoot(root));
    assertEquals(1, gate.root().version());
  }

  @Test
  @DisplayName("§5.3.4 the next root's own keys must have signed it")
  void s5x3x4New() throws RepositoryException {
    office.named.put(TopRole.ROOT, List.of(SigningKey.generate()));
    byte[] root = office.publishRoot();
    TrustedMetadataSet gate = run.gate();
    assertThrows(NotEnoughSignatures.class, () -> gate.updateRoot(root));
  }

  @Test
  @DisplayName("§5.3.4 old and new keys together hand the root over")
  void s5x3x4Both() throws RepositoryException {
    SigningKey old = present(office.signers, TopRole.ROOT).getFirst();
    SigningKey fresh = SigningKey.generate();
    office.named.put(TopRole.ROOT, List.of(fresh));
    office.signers.put(TopRole.ROOT, List.of(old, fresh));
    TrustedMetadataSet gate = run.gate();
    gate.updateRoot(office.publishRoot());
    office.signers.put(TopRole.ROOT, List.of(fresh));
    gate.updateRoot(office.publishRoot());
    assertEquals(3, gate.root().version());
  }

  @Test
  @DisplayName("§5.3.4 both thresholds are those of their own root")
  void s5x3x4Thresholds() throws RepositoryException {
    SigningKey first = present(office.signers, TopRole.ROOT).getFirst();
    SigningKey second = SigningKey.generate();
    office.named.put(TopRole.ROOT, List.of(first, second));
    office.thresholds.put(TopRole.ROOT, 2);
    byte[] half = office.publishRoot();
    TrustedMetadataSet gate = run.gate();
    var e = assertThrows(NotEnoughSignatures.class, () -> gate.updateRoot(half));
    assertEquals(2, e.threshold());
    office.versions.put(TopRole.ROOT, 1L);
    office.signers.put(TopRole.ROOT, List.of(first, second));
    gate.updateRoot(office.publishRoot());
    office.thresholds.put(TopRole.ROOT, 1);
    office.signers.put(TopRole.ROOT, List.of(first));
    byte[] lowered = office.publishRoot();
    assertThrows(NotEnoughSignatures.class, () -> gate.updateRoot(lowered));
  }

  @Test
  @DisplayName("§5.3.5 no version of the chain is left out")
  void s5x3x5Next() throws RepositoryException {
    office.publishRoot();
    byte[] third = office.publishRoot();
    TrustedMetadataSet gate = run.gate();
    var e = assertThrows(WrongVersion.class, () -> gate.updateRoot(third));
    assertEquals(3, e.offered());
    assertEquals(2, e.promised());
  }

  @Test
  @DisplayName("§5.3.5 an older root is a rollback")
  void s5x3x5Older() throws RepositoryException {
    TrustedMetadataSet gate = run.gate();
    gate.updateRoot(office.publishRoot());
    assertThrows(Older.class, () -> gate.updateRoot(office.root(1)));
  }

  @Test
  @DisplayName("§5.3.5 the same root again is dropped and the run goes on")
  void s5x3x5Same() throws RepositoryException, IOException {
    office.files.put("2.root.json", office.root(1));
    assertEquals(1, run.refresh().rootVersion());
  }

  @Test
  @DisplayName("§5.3.6 an expired root is a step on the way to one that is not")
  void s5x3x6() throws RepositoryException, IOException {
    office.expires.put(TopRole.ROOT, NOW.minusSeconds(1));
    office.publishRoot();
    office.expires.put(TopRole.ROOT, NOW.plusSeconds(1));
    office.publishRoot();
    assertEquals(3, run.refresh().rootVersion());
  }

  @Test
  @DisplayName("§5.3.8 each root is kept as published, before the next is asked for")
  void s5x3x8() throws RepositoryException, IOException {
    byte[] second = (new String(office.publishRoot(), UTF_8) + " \n").getBytes(UTF_8);
    office.files.put("2.root.json", second);
    office.publishRoot();
    office.files.put("3.root.json", "{}".getBytes(UTF_8));
    assertThrows(Malformed.class, run::refresh);
    assertArrayEquals(second, run.onDisk(TopRole.ROOT));
  }

  @Test
  @DisplayName("§5.3.10 an expired last root is kept, and nothing is accepted under it")
  void s5x3x10() throws RepositoryException, IOException {
    run.refresh();
    office.expires.put(TopRole.ROOT, NOW);
    office.publishRoot();
    office.publishTargets();
    Map<String, String> before = run.onDisk();
    var e = assertThrows(Expired.class, run::refresh);
    assertEquals("root", e.file());
    Map<String, String> expected = new HashMap<>(before);
    expected.put("root.json", new String(office.root(2), UTF_8));
    assertEquals(expected, run.onDisk());
  }

  @Test
  @DisplayName("§5.3.12 the newest root says whether names carry versions")
  void s5x3x12() throws RepositoryException, IOException {
    office.consistent = false;
    office.publishRoot();
    office.publishTargets();
    run.refresh();
    assertEquals(
        List.of("2.root.json", "3.root.json", "timestamp.json", "snapshot.json", "targets.json"),
        office.asked);
  }
}
