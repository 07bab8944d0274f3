package org.openhall.repository.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.repository.client.FourEyes.Verdict;
import org.openhall.repository.metadata.DelegatedRole;
import org.openhall.repository.metadata.Delegations;
import org.openhall.repository.metadata.Key;
import org.openhall.repository.metadata.KeyId;
import org.openhall.repository.metadata.RoleKeys;
import org.openhall.repository.metadata.SigningKey;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;

class FourEyesTest {
  private static final String NAME = "manifest.json";
  private static final TargetFile FILE = new TargetFile(NAME, 3, "a".repeat(64));
  private static final Key ZHANG = SigningKey.generate().key();
  private static final Key LI = SigningKey.generate().key();

  private final Map<KeyId, Key> known = new HashMap<>();
  private final List<DelegatedRole> roles = new ArrayList<>();

  private void name(String role, String id, Key key, String path) {
    known.put(new KeyId(id), key);
    roles.add(
        new DelegatedRole(
            role,
            new RoleKeys(Set.of(new KeyId(id)), 1),
            false,
            new DelegatedRole.Patterns(List.of(path))));
  }

  private void nameBoth() {
    name("editors", "1", ZHANG, NAME);
    name("reviewers", "2", LI, NAME);
  }

  private static Optional<Targets> said(TargetFile... files) {
    Map<String, TargetFile> byName = new HashMap<>();
    for (TargetFile file : files) {
      byName.put(file.name(), file);
    }
    return Optional.of(new Targets(1, Instant.EPOCH, byName));
  }

  private Verdict judge(Optional<Targets> editors, Optional<Targets> reviewers) {
    return FourEyes.judge(NAME, new Delegations(known, roles), editors, reviewers);
  }

  @Test
  void whatBothSayIsBelieved() {
    nameBoth();
    assertEquals(new FourEyes.Agreed(FILE), judge(said(FILE), said(FILE)));
  }

  @Test
  void oneSideAloneIsNotEnough() {
    nameBoth();
    assertEquals(new FourEyes.Unsigned("reviewers"), judge(said(FILE), Optional.empty()));
    assertEquals(new FourEyes.Unsigned("reviewers"), judge(said(FILE), said()));
    assertEquals(new FourEyes.Unsigned("editors"), judge(Optional.empty(), said(FILE)));
  }

  @Test
  void anotherHashOrLengthIsNoAgreement() {
    nameBoth();
    TargetFile otherHash = new TargetFile(NAME, 3, "b".repeat(64));
    TargetFile otherLength = new TargetFile(NAME, 4, "a".repeat(64));
    assertEquals(new FourEyes.Disagreed(), judge(said(FILE), said(otherHash)));
    assertEquals(new FourEyes.Disagreed(), judge(said(FILE), said(otherLength)));
  }

  @Test
  void withoutAHashThatBothGiveThereIsNoAgreement() {
    nameBoth();
    TargetFile bare = new TargetFile(NAME, 3, Map.of("sha512", "c"), FILE.custom());
    assertEquals(new FourEyes.Disagreed(), judge(said(bare), said(bare)));
  }

  @Test
  void oneKeyUnderTwoIdsIsOneKey() {
    name("editors", "1", ZHANG, NAME);
    name(
        "reviewers",
        "2",
        new Key("ed25519", "ed25519", ZHANG.publicValue().toUpperCase(Locale.ROOT)),
        NAME);
    assertEquals(new FourEyes.SharedKey(), judge(said(FILE), said(FILE)));
  }

  @Test
  void aRoleThatIsNotNamedForTheFileSaysNothing() {
    name("editors", "1", ZHANG, NAME);
    assertEquals(new FourEyes.NotDelegated("reviewers"), judge(said(FILE), said(FILE)));
    name("reviewers", "2", LI, "packs/*");
    assertEquals(new FourEyes.NotDelegated("reviewers"), judge(said(FILE), said(FILE)));
  }
}
