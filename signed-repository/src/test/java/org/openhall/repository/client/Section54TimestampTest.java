package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.repository.client.RepositorySimulator.NOW;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.RepositoryException.NotEnoughSignatures;
import org.openhall.repository.metadata.RepositoryException.Older;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;

/** The specification's §5.4, the timestamp, and what holds for every role alike. */
class Section54TimestampTest extends WorkflowScenario {
  private static final Instant PAST = NOW.minusSeconds(1);

  @Test
  @DisplayName("§5.1 expiry is judged at the time of the run's start, to the second")
  void s5x1() throws RepositoryException {
    Instant expiry = NOW.plus(Duration.ofDays(30));
    byte[] file = office.current(TopRole.TIMESTAMP);
    assertTrue(
        new TrustedMetadataSet(office.root(1), expiry.minusSeconds(1)).updateTimestamp(file));
    TrustedMetadataSet at = new TrustedMetadataSet(office.root(1), expiry);
    assertThrows(Expired.class, () -> at.updateTimestamp(file));
  }

  @Test
  @DisplayName("§5.1 the steps come in their order")
  void s5x1Order() throws RepositoryException {
    byte[] file = office.current(TopRole.SNAPSHOT);
    TrustedMetadataSet early = run.gate();
    assertThrows(IllegalStateException.class, () -> early.updateSnapshot(file));
    assertThrows(IllegalStateException.class, () -> early.updateTargets(file));
    TrustedMetadataSet late = run.gateBefore(TopRole.TARGETS);
    assertThrows(IllegalStateException.class, () -> late.updateRoot(office.root(1)));
    assertThrows(IllegalStateException.class, () -> late.updateTimestamp(file));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("§5.3.4, 5.4.2, 5.5.3, 5.6.3 another key's signature does not count")
  void signatureOfAnotherKey(TopRole role) throws RepositoryException {
    usurp(role);
    byte[] file = run.published(role);
    TrustedMetadataSet gate = run.gateBefore(role);
    var e = assertThrows(NotEnoughSignatures.class, () -> Workflow.offer(gate, role, file));
    assertEquals(0, e.valid());
  }

  /** Whatever byte is changed: refused, or a value that nobody signed would be trusted. */
  @ParameterizedTest
  @EnumSource
  @DisplayName("§5.3.4, 5.4.2, 5.5.3, 5.6.3 no byte of a file can be changed")
  void tamperedByte(TopRole role) throws RepositoryException {
    byte[] file = run.published(role).clone();
    for (int i = 0; i < file.length; i++) {
      TrustedMetadataSet gate = run.gateBefore(role);
      file[i] ^= 1;
      assertThrows(RepositoryException.class, () -> Workflow.offer(gate, role, file), "byte " + i);
      file[i] ^= 1;
    }
    Workflow.offer(run.gateBefore(role), role, file);
  }

  @Test
  @DisplayName("§5.4.1 a timestamp longer than 16,384 bytes is not read")
  void s5x4x1() {
    office.files.put("timestamp.json", new byte[16_385]);
    var e = assertThrows(Mismatch.class, run::refresh);
    assertTrue(e.toString().contains("16384"));
  }

  @Test
  @DisplayName("§5.4.2 a threshold of different keys must have signed")
  void s5x4x2() throws RepositoryException {
    SigningKey one = SigningKey.generate();
    SigningKey other = SigningKey.generate();
    office.named.put(TopRole.TIMESTAMP, List.of(one, other));
    office.thresholds.put(TopRole.TIMESTAMP, 2);
    office.publishRoot();
    office.signers.put(TopRole.TIMESTAMP, List.of(one));
    office.renewTimestamp();
    byte[] half = office.current(TopRole.TIMESTAMP);
    TrustedMetadataSet gate = run.gateBefore(TopRole.TIMESTAMP);
    var e = assertThrows(NotEnoughSignatures.class, () -> gate.updateTimestamp(half));
    assertEquals(1, e.valid());
    office.signers.put(TopRole.TIMESTAMP, List.of(one, one));
    office.renewTimestamp();
    byte[] twice = office.current(TopRole.TIMESTAMP);
    assertThrows(Malformed.class, () -> gate.updateTimestamp(twice));
    office.signers.put(TopRole.TIMESTAMP, List.of(one, other));
    office.renewTimestamp();
    assertTrue(gate.updateTimestamp(office.current(TopRole.TIMESTAMP)));
  }

  @Test
  @DisplayName("§5.4.2 a refused timestamp leaves all files as they were")
  void s5x4x2Kept() throws RepositoryException, IOException {
    run.refresh();
    Map<String, String> before = run.onDisk();
    usurp(TopRole.TIMESTAMP);
    office.publishTargets();
    assertThrows(NotEnoughSignatures.class, run::refresh);
    assertEquals(before, run.onDisk());
  }

  @Test
  @DisplayName("§5.4.3.1 an older timestamp is a rollback, also in another run")
  void s5x4x3x1Older() throws RepositoryException, IOException {
    byte[] old = office.current(TopRole.TIMESTAMP);
    office.renewTimestamp();
    run.refresh();
    office.files.put("timestamp.json", old);
    var e = assertThrows(Older.class, run::refresh);
    assertEquals(2, e.trusted());
  }

  @Test
  @DisplayName("§5.4.3.1 the same version again is dropped, whatever it says")
  void s5x4x3x1Same() throws RepositoryException, IOException {
    run.refresh();
    Map<String, String> before = run.onDisk();
    office.versions.put(TopRole.TIMESTAMP, 0L);
    office.publishTimestamp(MetaFile.of(100, new byte[1]));
    assertFalse(run.refresh().changed());
    assertEquals(before, run.onDisk());
  }

  @Test
  @DisplayName("§5.4.3.2 the snapshot that it names must not go back")
  void s5x4x3x2() throws RepositoryException {
    byte[] oldSnapshot = office.current(TopRole.SNAPSHOT);
    office.publishTargets();
    TrustedMetadataSet gate = run.gateBefore(TopRole.SNAPSHOT);
    office.publishTimestamp(MetaFile.of(1, oldSnapshot));
    byte[] offered = office.current(TopRole.TIMESTAMP);
    var e = assertThrows(Older.class, () -> gate.updateTimestamp(offered));
    assertEquals("snapshot", e.file());
  }

  @Test
  @DisplayName("§5.4.4 an expired timestamp carries nothing, yet protects from rollback")
  void s5x4x4() throws RepositoryException {
    byte[] old = office.current(TopRole.TIMESTAMP);
    office.expires.put(TopRole.TIMESTAMP, PAST);
    office.renewTimestamp();
    TrustedMetadataSet gate = run.gate();
    byte[] expired = office.current(TopRole.TIMESTAMP);
    var e = assertThrows(Expired.class, () -> gate.updateTimestamp(expired));
    assertEquals(PAST, e.expires());
    assertThrows(Older.class, () -> gate.updateTimestamp(old));
    byte[] snapshot = office.current(TopRole.SNAPSHOT);
    assertThrows(Expired.class, () -> gate.updateSnapshot(snapshot));
  }

  @Test
  @DisplayName("§5.4.4 a frozen repository is noticed, and nothing is lost")
  void s5x4x4Frozen() throws RepositoryException, IOException {
    run.refresh();
    Map<String, String> before = run.onDisk();
    Updater later = run.updaterAt(NOW.plus(Duration.ofDays(31)));
    assertThrows(Expired.class, later::refresh);
    assertEquals(before, run.onDisk());
  }

  @Test
  @DisplayName("§5.4.4 an expired timestamp of the own folder gives way to a fresh one")
  void s5x4x4Local() throws RepositoryException, IOException {
    run.refresh();
    for (TopRole role : TopRole.values()) {
      office.expires.put(role, NOW.plus(Duration.ofDays(60)));
    }
    office.publishRoot();
    office.publishTargets();
    Refreshed refreshed = run.updaterAt(NOW.plus(Duration.ofDays(31))).refresh();
    assertEquals(2, refreshed.timestampVersion());
  }

  @Test
  @DisplayName("§5.4.5 it is kept as published")
  void s5x4x5() throws RepositoryException, IOException {
    byte[] spread = spread(TopRole.TIMESTAMP);
    office.files.put("timestamp.json", spread);
    run.refresh();
    assertArrayEquals(spread, run.onDisk(TopRole.TIMESTAMP));
  }
}
