package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhall.agent.sync.TestOffice.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.UpToDate;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;

/** A withdrawal beats the content on the disk and never lapses while that has the record. */
class EmergencyFetchTest extends SyncScenario {
  private final SigningKey duty = SigningKey.generate();

  @BeforeEach
  void aReleaseOfTwoRecordsIsShown() throws IOException, RepositoryException {
    office.nameForEmergencies(duty.key());
    office.publish(1, "good", "bad");
    assertEquals(new Activated(1, 2), sync());
  }

  private EmergencyList list() throws IOException, MalformedManifestException {
    Path file = terminal.emergency();
    return Files.exists(file)
        ? EmergencyList.fromSealed(Files.readAllBytes(file))
        : EmergencyList.NONE;
  }

  /** What a kiosk would show of the content with the list beside it. */
  private Set<String> seen() throws IOException, MalformedManifestException {
    Path db = terminal.content().current().orElseThrow().file();
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, TestOffice.CLOCK)) {
      snapshot.withdraw(list());
      for (String id : snapshot.withdrawnIds()) {
        assertEquals(true, snapshot.find(id).isEmpty());
        assertEquals(0, snapshot.search(id.substring(2), 10).hits().size());
      }
      return snapshot.notices(LocalDate.of(2026, 11, 24)).stream()
          .map(notice -> notice.title())
          .collect(java.util.stream.Collectors.toSet());
    }
  }

  @Test
  void aWithdrawalArrivesWithoutARelease()
      throws IOException, RepositoryException, MalformedManifestException {
    assertEquals(Set.of("good", "bad"), seen());
    office.withdraw(duty, "n-bad");
    assertEquals(new UpToDate(1), sync());
    assertEquals(Set.of("good"), seen());
  }

  /** By which the office counts who goes by it. */
  @Test
  void saysWhichListItGoesBy() throws IOException, RepositoryException, MalformedManifestException {
    assertEquals(Optional.empty(), EmergencyFetch.issued(terminal));
    office.withdraw(duty, "n-bad");
    sync();
    assertEquals(Optional.of(list().issuedAt()), EmergencyFetch.issued(terminal));
    Files.writeString(terminal.emergency(), "damaged");
    assertEquals(Optional.empty(), EmergencyFetch.issued(terminal));
  }

  @Test
  void aDamagedListIsMendedWithoutTheOffice()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    sync();
    byte[] bytes = Files.readAllBytes(terminal.emergency());
    bytes[bytes.length / 2] ^= 1;
    Files.write(terminal.emergency(), bytes);
    assertThrows(MalformedManifestException.class, this::list);
    line =
        path -> {
          throw new FetchException(path, "no route");
        };
    sync();
    assertEquals(Set.of("good"), seen());
  }

  @Test
  void itStaysWhenTheRoleExpiresOrItsKeyIsTakenOut()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    sync();
    Clock late = Clock.fixed(NOW.plus(Duration.ofDays(400)), ZoneOffset.UTC);
    new SyncJob(terminal, line, late, SyncWatch.NONE).run();
    assertEquals(Set.of("good"), seen());
    office.nameForEmergencies(SigningKey.generate().key());
    assertEquals(new UpToDate(1), sync());
    assertEquals(Set.of("good"), seen());
    office.nameForEmergencies();
    assertEquals(new UpToDate(1), sync());
    assertEquals(Set.of("good"), seen());
  }

  @Test
  void itStaysWhenALaterListIsSilentAboutIt()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    sync();
    office.withdraw(duty);
    sync();
    assertEquals(Set.of("good"), seen());
  }

  @Test
  void itStaysWhenTheContentIsBuiltAgain()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    sync();
    try (Stream<Path> files = Files.list(terminal.data().resolve("content"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".db")).toList()) {
        Files.write(file, new byte[] {1});
      }
    }
    sync();
    assertEquals(Set.of("good"), seen());
  }

  @Test
  void contentThatIsDamagedBetweenInspectionsKeepsNoReleaseAway()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    SyncJob job = new SyncJob(terminal, line, Clock.fixed(NOW, ZoneOffset.UTC), SyncWatch.NONE);
    job.run();
    Files.write(terminal.content().fileFor(1), new byte[] {1});
    office.publish(2, "good", "bad");
    assertEquals(Activated.class, job.run().getClass());
    assertEquals(Set.of("good"), seen());
  }

  @Test
  void itGoesWithTheRecord() throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, "n-bad");
    sync();
    office.publish(2, "good");
    sync();
    office.withdraw(duty);
    sync();
    assertEquals(Set.of(), list().withdrawnIds());
  }

  @Test
  void aLaterRevisionIsShownAgain()
      throws IOException, RepositoryException, MalformedManifestException {
    office.withdraw(duty, 1, "n-bad");
    sync();
    assertEquals(Set.of("good"), seen());
    office.publish(2, List.of(TestOffice.record("bad", 2), TestOffice.record("good")), Map.of());
    sync();
    assertEquals(Set.of("good", "bad"), seen());
    office.withdraw(duty, 2, "n-bad");
    sync();
    assertEquals(Set.of("good"), seen());
  }

  /** Whoever has the key of the emergency role alone brings nothing back. */
  @Test
  void aWithdrawalOfALowerRevisionBringsNothingBack()
      throws IOException, RepositoryException, MalformedManifestException {
    for (Integer first : Arrays.asList(1, null)) {
      office.withdraw(duty, first, "n-bad");
      sync();
      office.withdraw(duty, 0, "n-bad");
      sync();
      assertEquals(Set.of("good"), seen());
    }
  }

  @Test
  void aListOfAStrangerIsNotTakenAndTheReleaseStillComes()
      throws IOException, RepositoryException, MalformedManifestException {
    SigningKey stranger = SigningKey.generate();
    office.nameForEmergencies(stranger.key());
    office.withdraw(stranger, "n-good");
    office.nameForEmergencies(duty.key());
    office.publish(2, "good", "new");
    assertEquals(new Activated(2, 2), sync());
    assertEquals(Set.of("good", "new"), seen());
  }

  @Test
  void itReachesATerminalThatRefusesTheRelease()
      throws IOException, RepositoryException, MalformedManifestException {
    office.name("reviewers", SigningKey.generate().key());
    office.withdraw(duty, "n-bad");
    assertEquals(SyncOutcome.Refused.class, sync().getClass());
    assertEquals(Set.of("good"), seen());
  }
}
