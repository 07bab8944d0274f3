package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.repository.client.RepositorySimulator.NOW;
import static org.openhall.repository.client.RepositorySimulator.present;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
import org.openhall.repository.metadata.RepositoryException.WrongVersion;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TopRole;

/** One test for each rule of the gate. */
class TrustedMetadataSetTest {
  private static final Instant PAST = NOW.minusSeconds(1);

  private final RepositorySimulator office = new RepositorySimulator();

  private TrustedMetadataSet gate() throws RepositoryException {
    return new TrustedMetadataSet(office.root(1), NOW);
  }

  /** A gate that has taken everything before {@code role}. */
  private TrustedMetadataSet gateBefore(TopRole role) throws RepositoryException {
    TrustedMetadataSet gate = gate();
    for (long version = 2; version <= present(office.versions, TopRole.ROOT); version++) {
      gate.updateRoot(office.root(version));
    }
    if (role.compareTo(TopRole.TIMESTAMP) > 0) {
      gate.updateTimestamp(office.current(TopRole.TIMESTAMP));
    }
    if (role.compareTo(TopRole.SNAPSHOT) > 0) {
      gate.updateSnapshot(office.current(TopRole.SNAPSHOT));
    }
    return gate;
  }

  private static void offer(TrustedMetadataSet gate, TopRole role, byte[] file)
      throws RepositoryException {
    switch (role) {
      case ROOT -> gate.updateRoot(file);
      case TIMESTAMP -> gate.updateTimestamp(file);
      case SNAPSHOT -> gate.updateSnapshot(file);
      case TARGETS -> gate.updateTargets(file);
    }
  }

  /** Publishes anew after the test bent the simulator; for root that is version 2. */
  private byte[] published(TopRole role) {
    if (role == TopRole.ROOT) {
      return office.publishRoot();
    }
    office.publishTargets();
    return office.current(role);
  }

  @Test
  void takesTheFourRolesInTheirOrder() throws RepositoryException {
    TrustedMetadataSet gate = gateBefore(TopRole.TARGETS);
    gate.updateTargets(office.current(TopRole.TARGETS));
    assertEquals(1, gate.targets().orElseThrow().version());
  }

  @Test
  void refusesRolesOutOfOrder() throws RepositoryException {
    byte[] snapshot = office.current(TopRole.SNAPSHOT);
    TrustedMetadataSet early = gate();
    assertThrows(IllegalStateException.class, () -> early.updateSnapshot(snapshot));
    assertThrows(IllegalStateException.class, () -> early.updateTargets(snapshot));
    TrustedMetadataSet late = gateBefore(TopRole.TARGETS);
    assertThrows(IllegalStateException.class, () -> late.updateRoot(office.root(1)));
    assertThrows(IllegalStateException.class, () -> late.updateTimestamp(snapshot));
  }

  @Test
  void refusesATrustedRootThatDidNotSignItself() {
    office.signers.put(TopRole.ROOT, List.of(SigningKey.generate()));
    byte[] root = office.publishRoot();
    assertThrows(NotEnoughSignatures.class, () -> new TrustedMetadataSet(root, NOW));
  }

  @ParameterizedTest
  @EnumSource
  void refusesASignatureOfAnotherKey(TopRole role) throws RepositoryException {
    office.signers.put(role, List.of(SigningKey.generate()));
    byte[] file = published(role);
    TrustedMetadataSet gate = role == TopRole.ROOT ? gate() : gateBefore(role);
    var e = assertThrows(NotEnoughSignatures.class, () -> offer(gate, role, file));
    assertEquals(0, e.valid());
  }

  /** Whatever byte is changed: refused, or a value that nobody signed would be trusted. */
  @ParameterizedTest
  @EnumSource
  void refusesEveryTamperedByte(TopRole role) throws RepositoryException {
    byte[] file = published(role).clone();
    for (int i = 0; i < file.length; i++) {
      TrustedMetadataSet gate = role == TopRole.ROOT ? gate() : gateBefore(role);
      file[i] ^= 1;
      assertThrows(RepositoryException.class, () -> offer(gate, role, file), "byte " + i);
      file[i] ^= 1;
    }
    offer(role == TopRole.ROOT ? gate() : gateBefore(role), role, file);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ROOT")
  void refusesExpiredMetadata(TopRole role) throws RepositoryException {
    office.expires.put(role, NOW);
    byte[] file = published(role);
    TrustedMetadataSet gate = gateBefore(role);
    var e = assertThrows(Expired.class, () -> offer(gate, role, file));
    assertEquals(NOW, e.expires());
    assertEquals(role.roleName(), e.file());
  }

  @Test
  void takesAnExpiredRootWhenALaterOneIsNot() throws RepositoryException {
    office.expires.put(TopRole.ROOT, PAST);
    office.publishRoot();
    office.expires.put(TopRole.ROOT, NOW.plusSeconds(1));
    office.publishRoot();
    TrustedMetadataSet gate = gateBefore(TopRole.TARGETS);
    assertEquals(3, gate.root().version());
  }

  @Test
  void refusesTimestampUnderAnExpiredFinalRoot() throws RepositoryException {
    office.expires.put(TopRole.ROOT, PAST);
    office.publishRoot();
    TrustedMetadataSet gate = gateBefore(TopRole.TIMESTAMP);
    assertThrows(Expired.class, () -> gate.updateTimestamp(office.current(TopRole.TIMESTAMP)));
  }

  @Test
  void refusesARootThatTheTrustedOneDidNotSign() throws RepositoryException {
    List<SigningKey> strangers = List.of(SigningKey.generate());
    office.named.put(TopRole.ROOT, strangers);
    office.signers.put(TopRole.ROOT, strangers);
    byte[] root = office.publishRoot();
    TrustedMetadataSet gate = gate();
    assertThrows(NotEnoughSignatures.class, () -> gate.updateRoot(root));
  }

  @Test
  void refusesARootThatItsOwnKeysDidNotSign() throws RepositoryException {
    office.named.put(TopRole.ROOT, List.of(SigningKey.generate()));
    byte[] root = office.publishRoot();
    TrustedMetadataSet gate = gate();
    assertThrows(NotEnoughSignatures.class, () -> gate.updateRoot(root));
  }

  @Test
  void takesARootWithNewKeysThatOldAndNewKeysSigned() throws RepositoryException {
    SigningKey old = present(office.signers, TopRole.ROOT).getFirst();
    SigningKey fresh = SigningKey.generate();
    office.named.put(TopRole.ROOT, List.of(fresh));
    office.signers.put(TopRole.ROOT, List.of(old, fresh));
    TrustedMetadataSet gate = gate();
    gate.updateRoot(office.publishRoot());
    office.signers.put(TopRole.ROOT, List.of(fresh));
    gate.updateRoot(office.publishRoot());
    assertEquals(3, gate.root().version());
  }

  @Test
  void refusesARootThatSkipsAVersion() throws RepositoryException {
    office.publishRoot();
    byte[] third = office.publishRoot();
    TrustedMetadataSet gate = gate();
    var e = assertThrows(WrongVersion.class, () -> gate.updateRoot(third));
    assertEquals(3, e.offered());
  }

  @Test
  void dropsTheSameRootAgain() throws RepositoryException {
    assertEquals(TrustedMetadataSet.RootStep.SAME, gate().updateRoot(office.root(1)));
  }

  @Test
  void countsEveryKeyOnceTowardsTheThreshold() throws RepositoryException {
    SigningKey one = SigningKey.generate();
    SigningKey other = SigningKey.generate();
    office.named.put(TopRole.TIMESTAMP, List.of(one, other));
    office.thresholds.put(TopRole.TIMESTAMP, 2);
    office.publishRoot();
    office.signers.put(TopRole.TIMESTAMP, List.of(one));
    office.renewTimestamp();
    byte[] half = office.current(TopRole.TIMESTAMP);
    TrustedMetadataSet gate = gateBefore(TopRole.TIMESTAMP);
    var e = assertThrows(NotEnoughSignatures.class, () -> gate.updateTimestamp(half));
    assertEquals(1, e.valid());
    assertEquals(2, e.threshold());
    office.signers.put(TopRole.TIMESTAMP, List.of(one, one));
    office.renewTimestamp();
    byte[] twice = office.current(TopRole.TIMESTAMP);
    assertThrows(Malformed.class, () -> gate.updateTimestamp(twice));
    office.signers.put(TopRole.TIMESTAMP, List.of(one, other));
    office.renewTimestamp();
    assertTrue(gate.updateTimestamp(office.current(TopRole.TIMESTAMP)));
  }

  @Test
  void refusesATimestampOlderThanTrusted() throws RepositoryException {
    byte[] old = office.current(TopRole.TIMESTAMP);
    office.renewTimestamp();
    TrustedMetadataSet gate = gateBefore(TopRole.SNAPSHOT);
    assertThrows(Older.class, () -> gate.updateTimestamp(old));
    assertEquals(2, gate.timestamp().orElseThrow().version());
  }

  @Test
  void dropsATimestampOfTheTrustedVersion() throws RepositoryException {
    TrustedMetadataSet gate = gateBefore(TopRole.SNAPSHOT);
    assertFalse(gate.updateTimestamp(office.current(TopRole.TIMESTAMP)));
  }

  @Test
  void refusesATimestampThatNamesAnOlderSnapshot() throws RepositoryException {
    byte[] oldSnapshot = office.current(TopRole.SNAPSHOT);
    office.publishTargets();
    TrustedMetadataSet gate = gateBefore(TopRole.SNAPSHOT);
    office.publishTimestamp(MetaFile.of(1, oldSnapshot));
    byte[] offered = office.current(TopRole.TIMESTAMP);
    var e = assertThrows(Older.class, () -> gate.updateTimestamp(offered));
    assertEquals("snapshot", e.file());
  }

  @Test
  void anExpiredTimestampProtectsFromRollbackButCarriesNothing() throws RepositoryException {
    byte[] old = office.current(TopRole.TIMESTAMP);
    office.expires.put(TopRole.TIMESTAMP, PAST);
    office.renewTimestamp();
    TrustedMetadataSet gate = gate();
    byte[] expired = office.current(TopRole.TIMESTAMP);
    assertThrows(Expired.class, () -> gate.updateTimestamp(expired));
    assertThrows(Older.class, () -> gate.updateTimestamp(old));
    byte[] snapshot = office.current(TopRole.SNAPSHOT);
    assertThrows(Expired.class, () -> gate.updateSnapshot(snapshot));
  }

  @Test
  void refusesASnapshotOfAnotherReleaseAlthoughItIsSigned() throws RepositoryException {
    byte[] other = office.current(TopRole.SNAPSHOT);
    office.publishTargets();
    TrustedMetadataSet gate = gateBefore(TopRole.SNAPSHOT);
    assertThrows(Mismatch.class, () -> gate.updateSnapshot(other));
  }

  @Test
  void refusesASnapshotOfAnotherVersionThanTheTimestampNames() throws RepositoryException {
    office.publishTimestamp(new MetaFile(7, OptionalLong.empty(), Map.of()));
    TrustedMetadataSet gate = gateBefore(TopRole.SNAPSHOT);
    byte[] snapshot = office.current(TopRole.SNAPSHOT);
    assertThrows(WrongVersion.class, () -> gate.updateSnapshot(snapshot));
  }

  @Test
  void refusesASnapshotInWhichTargetsGoBack() throws RepositoryException {
    office.publishTargets();
    byte[] trusted = office.current(TopRole.SNAPSHOT);
    office.publishSnapshot(new MetaFile(1, OptionalLong.empty(), Map.of()));
    TrustedMetadataSet gate = gateBefore(TopRole.SNAPSHOT);
    assertThrows(WrongVersion.class, () -> gate.updateSnapshotFromDisk(trusted));
    byte[] offered = office.current(TopRole.SNAPSHOT);
    var e = assertThrows(Older.class, () -> gate.updateSnapshot(offered));
    assertEquals("targets.json", e.file());
  }

  @Test
  void refusesASnapshotFromWhichMetadataVanished() throws RepositoryException {
    office.furtherMeta.put("editors.json", new MetaFile(1, OptionalLong.empty(), Map.of()));
    office.publishTargets();
    byte[] trusted = office.current(TopRole.SNAPSHOT);
    office.furtherMeta.clear();
    office.publishTargets();
    TrustedMetadataSet gate = gateBefore(TopRole.SNAPSHOT);
    assertThrows(WrongVersion.class, () -> gate.updateSnapshotFromDisk(trusted));
    byte[] offered = office.current(TopRole.SNAPSHOT);
    assertThrows(Malformed.class, () -> gate.updateSnapshot(offered));
  }

  @Test
  void refusesTargetsOfAnotherRelease() throws RepositoryException {
    byte[] other = office.current(TopRole.TARGETS);
    office.publishTargets();
    TrustedMetadataSet gate = gateBefore(TopRole.TARGETS);
    assertThrows(Mismatch.class, () -> gate.updateTargets(other));
  }

  @Test
  void refusesTargetsOfAnotherVersionThanTheSnapshotNames() throws RepositoryException {
    office.publishSnapshot(new MetaFile(2, OptionalLong.empty(), Map.of()));
    TrustedMetadataSet gate = gateBefore(TopRole.TARGETS);
    byte[] targets = office.current(TopRole.TARGETS);
    assertThrows(WrongVersion.class, () -> gate.updateTargets(targets));
  }

  @Test
  void judgesExpiryAtTheTimeOfTheRunToTheSecond() throws RepositoryException {
    Instant expiry = NOW.plus(Duration.ofDays(30));
    TrustedMetadataSet before = new TrustedMetadataSet(office.root(1), expiry.minusSeconds(1));
    assertTrue(before.updateTimestamp(office.current(TopRole.TIMESTAMP)));
    TrustedMetadataSet at = new TrustedMetadataSet(office.root(1), expiry);
    assertThrows(Expired.class, () -> at.updateTimestamp(office.current(TopRole.TIMESTAMP)));
  }
}
