package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.repository.client.RepositorySimulator.NOW;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openhall.repository.metadata.MetaFile;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.RepositoryException.Expired;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.Mismatch;
import org.openhall.repository.metadata.RepositoryException.NotEnoughSignatures;
import org.openhall.repository.metadata.RepositoryException.WrongVersion;
import org.openhall.repository.metadata.Snapshot;
import org.openhall.repository.metadata.TopRole;

/** The specification's §5.6.1 to §5.6.6: the top-level targets metadata. */
class Section56TargetsTest extends WorkflowScenario {
  @Test
  @DisplayName("§5.6.1 no byte more than the snapshot promises is read")
  void s5x6x1Promised() {
    office.files.put("1.targets.json", longer(TopRole.TARGETS));
    var e = assertThrows(Mismatch.class, run::refresh);
    assertEquals("length", e.what());
  }

  @Test
  @DisplayName("§5.6.1 where none is promised, 5,000,000 bytes are the most")
  void s5x6x1Most() {
    office.publishSnapshot(versionOnly(1));
    office.files.put("1.targets.json", new byte[5_000_001]);
    var e = assertThrows(Mismatch.class, run::refresh);
    assertTrue(e.toString().contains("5000000"));
  }

  @Test
  @DisplayName("§5.6.1 its name carries the version that the snapshot lists")
  void s5x6x1Name() throws RepositoryException, IOException {
    office.publishTargets();
    run.refresh();
    assertEquals("2.targets.json", office.asked.getLast());
  }

  @Test
  @DisplayName("§5.6.1 a snapshot that does not list targets.json carries nothing")
  void s5x6x1Unlisted() throws RepositoryException {
    byte[] snapshot = office.sign(new Snapshot(2, NOW.plusSeconds(9), Map.of()));
    office.publishTimestamp(MetaFile.of(2, snapshot));
    TrustedMetadataSet gate = run.gateBefore(TopRole.SNAPSHOT);
    gate.updateSnapshot(snapshot);
    byte[] targets = office.current(TopRole.TARGETS);
    assertThrows(Malformed.class, () -> gate.updateTargets(targets));
  }

  @Test
  @DisplayName("§5.6.2 its hash must be the one that the snapshot lists")
  void s5x6x2() throws RepositoryException {
    byte[] other = office.current(TopRole.TARGETS);
    office.publishTargets();
    TrustedMetadataSet gate = run.gateBefore(TopRole.TARGETS);
    assertThrows(Mismatch.class, () -> gate.updateTargets(other));
  }

  @Test
  @DisplayName("§5.6.3 refused targets metadata leaves the one before")
  void s5x6x3() throws RepositoryException, IOException {
    run.refresh();
    byte[] before = run.onDisk(TopRole.TARGETS);
    usurp(TopRole.TARGETS);
    office.publishTargets();
    assertThrows(NotEnoughSignatures.class, run::refresh);
    assertArrayEquals(before, run.onDisk(TopRole.TARGETS));
    assertArrayEquals(office.current(TopRole.SNAPSHOT), run.onDisk(TopRole.SNAPSHOT));
  }

  @Test
  @DisplayName("§5.6.3 targets of the own folder are verified under the newest root's keys")
  void s5x6x3Local() throws RepositoryException, IOException {
    run.refresh();
    run.rotate(TopRole.TARGETS);
    office.publishRoot();
    assertThrows(NotEnoughSignatures.class, run::refresh);
  }

  @Test
  @DisplayName("§5.6.4 its version must be the one that the snapshot lists")
  void s5x6x4() throws RepositoryException {
    office.publishSnapshot(versionOnly(2));
    TrustedMetadataSet gate = run.gateBefore(TopRole.TARGETS);
    byte[] targets = office.current(TopRole.TARGETS);
    assertThrows(WrongVersion.class, () -> gate.updateTargets(targets));
  }

  @Test
  @DisplayName("§5.6.5 expired targets metadata is not taken and not written")
  void s5x6x5() throws RepositoryException, IOException {
    run.refresh();
    byte[] before = run.onDisk(TopRole.TARGETS);
    office.expires.put(TopRole.TARGETS, NOW);
    office.publishTargets();
    var e = assertThrows(Expired.class, run::refresh);
    assertEquals("targets", e.file());
    assertArrayEquals(before, run.onDisk(TopRole.TARGETS));
  }

  @Test
  @DisplayName("§5.6.6 it is kept as published, and not fetched again")
  void s5x6x6() throws RepositoryException, IOException {
    byte[] spread = spread(TopRole.TARGETS);
    office.publishSnapshot(MetaFile.of(1, spread));
    office.files.put("1.targets.json", spread);
    run.refresh();
    assertArrayEquals(spread, run.onDisk(TopRole.TARGETS));
    office.asked.clear();
    run.refresh();
    assertEquals(List.of("2.root.json", "timestamp.json"), office.asked);
  }
}
