package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.repository.client.RepositorySimulator.NOW;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.RepositoryException.NotEnoughSignatures;
import org.openhall.repository.metadata.RepositoryException.Older;
import org.openhall.repository.metadata.RepositoryException.WrongVersion;
import org.openhall.repository.metadata.TopRole;

/** The specification's §5.5: the snapshot. */
class Section55SnapshotTest extends WorkflowScenario {
  @Test
  @DisplayName("§5.5.1 no byte more than the timestamp promises is read")
  void s5x5x1Promised() {
    office.files.put("1.snapshot.json", longer(TopRole.SNAPSHOT));
    var e = assertThrows(Mismatch.class, run::refresh);
    assertEquals("length", e.what());
  }

  @Test
  @DisplayName("§5.5.1 where none is promised, 2,000,000 bytes are the most")
  void s5x5x1Most() {
    office.publishTimestamp(versionOnly(1));
    office.files.put("1.snapshot.json", new byte[2_000_001]);
    var e = assertThrows(Mismatch.class, run::refresh);
    assertTrue(e.toString().contains("2000000"));
  }

  @Test
  @DisplayName("§5.5.1 its name carries the version that the timestamp lists")
  void s5x5x1Name() throws RepositoryException, IOException {
    office.publishTargets();
    run.refresh();
    assertTrue(office.asked.contains("2.snapshot.json"));
  }

  @Test
  @DisplayName("§5.5.2 its hash must be the one that the timestamp lists")
  void s5x5x2() throws RepositoryException {
    byte[] file = office.current(TopRole.SNAPSHOT);
    byte[] spread = new String(file, UTF_8).replaceFirst(",", ", ").getBytes(UTF_8);
    MetaFile other = MetaFile.of(1, file);
    office.publishTimestamp(new MetaFile(1, OptionalLong.empty(), other.hashes()));
    TrustedMetadataSet gate = run.gateBefore(TopRole.SNAPSHOT);
    var e = assertThrows(Mismatch.class, () -> gate.updateSnapshot(spread));
    assertEquals("SHA-256", e.what());
    gate.updateSnapshot(file);
  }

  @Test
  @DisplayName("§5.5.2 every listed hash that is known must match, and one must be known")
  void s5x5x2Algorithms() throws RepositoryException {
    byte[] file = office.current(TopRole.SNAPSHOT);
    String sha256 = MetaFile.of(1, file).hashes().getOrDefault("sha256", "");
    Map<String, String> half = Map.of("sha256", sha256, "sha512", "0".repeat(128));
    assertThrows(
        Mismatch.class, () -> new MetaFile(1, OptionalLong.empty(), half).check("snapshot", file));
    Map<String, String> unknown = Map.of("md5", "0".repeat(32));
    assertThrows(
        Mismatch.class,
        () -> new MetaFile(1, OptionalLong.empty(), unknown).check("snapshot", file));
    Map<String, String> more = Map.of("sha256", sha256, "blake3", "00");
    new MetaFile(1, OptionalLong.empty(), more).check("snapshot", file);
  }

  @Test
  @DisplayName("§5.5.3 a refused snapshot leaves the one before, and the timestamp is the new one")
  void s5x5x3() throws RepositoryException, IOException {
    run.refresh();
    byte[] before = run.onDisk(TopRole.SNAPSHOT);
    usurp(TopRole.SNAPSHOT);
    office.publishTargets();
    assertThrows(NotEnoughSignatures.class, run::refresh);
    assertArrayEquals(before, run.onDisk(TopRole.SNAPSHOT));
    assertArrayEquals(office.current(TopRole.TIMESTAMP), run.onDisk(TopRole.TIMESTAMP));
  }

  @Test
  @DisplayName("§5.5.4 its version must be the one that the timestamp lists")
  void s5x5x4() throws RepositoryException {
    office.publishTimestamp(versionOnly(7));
    TrustedMetadataSet gate = run.gateBefore(TopRole.SNAPSHOT);
    byte[] snapshot = office.current(TopRole.SNAPSHOT);
    var e = assertThrows(WrongVersion.class, () -> gate.updateSnapshot(snapshot));
    assertEquals(7, e.promised());
  }

  @Test
  @DisplayName("§5.5.5 targets metadata must not go back, also across runs")
  void s5x5x5Targets() throws RepositoryException, IOException {
    office.publishTargets();
    run.refresh();
    office.publishSnapshot(versionOnly(1));
    var e = assertThrows(Older.class, run::refresh);
    assertEquals("targets.json", e.file());
    assertThrows(Older.class, run::refresh, "nor the second time");
  }

  @Test
  @DisplayName("§5.5.5 delegated metadata must not go back")
  void s5x5x5Delegated() throws RepositoryException, IOException {
    office.furtherMeta.put("editors.json", versionOnly(5));
    office.publishTargets();
    run.refresh();
    office.furtherMeta.put("editors.json", versionOnly(4));
    office.publishTargets();
    var e = assertThrows(Older.class, run::refresh);
    assertEquals("editors.json", e.file());
  }

  @Test
  @DisplayName("§5.5.5 metadata that was listed must go on being listed")
  void s5x5x5Vanished() throws RepositoryException, IOException {
    office.furtherMeta.put("editors.json", versionOnly(1));
    office.publishTargets();
    run.refresh();
    office.furtherMeta.clear();
    office.publishTargets();
    assertThrows(Malformed.class, run::refresh);
  }

  @Test
  @DisplayName("§5.5.6 an expired snapshot carries nothing and is not written")
  void s5x5x6() throws RepositoryException, IOException {
    run.refresh();
    byte[] before = run.onDisk(TopRole.SNAPSHOT);
    office.expires.put(TopRole.SNAPSHOT, NOW);
    office.publishTargets();
    var e = assertThrows(Expired.class, run::refresh);
    assertEquals("snapshot", e.file());
    assertArrayEquals(before, run.onDisk(TopRole.SNAPSHOT));
  }

  @Test
  @DisplayName("§5.5.6 a snapshot of the own folder that expired since gives way to a fresh one")
  void s5x5x6Local() throws RepositoryException, IOException {
    office.expires.put(TopRole.SNAPSHOT, NOW.plusSeconds(1));
    office.publishTargets();
    run.refresh();
    office.expires.put(TopRole.SNAPSHOT, NOW.plusSeconds(9));
    office.publishTargets();
    assertEquals(3, run.updaterAt(NOW.plusSeconds(2)).refresh().targetsVersion());
  }

  @Test
  @DisplayName("§5.5.7 it is kept as published")
  void s5x5x7() throws RepositoryException, IOException {
    byte[] spread = spread(TopRole.SNAPSHOT);
    office.publishTimestamp(MetaFile.of(1, spread));
    office.files.put("1.snapshot.json", spread);
    run.refresh();
    assertArrayEquals(spread, run.onDisk(TopRole.SNAPSHOT));
  }
}
