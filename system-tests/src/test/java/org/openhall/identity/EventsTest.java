package org.openhall.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.enrol.EnrolOutcome;
import org.openhall.agent.enrol.Enrolment;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.spool.SpoolUpload;
import org.openhall.agent.spool.UploadOutcome;
import org.openhall.agent.sync.SyncJob;
import org.openhall.agent.sync.SyncOutcome;
import org.openhall.agent.sync.SyncWatch;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Words;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.kiosk.journal.Journal;
import org.openhall.kiosk.journal.KeepOutcome;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventType;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;
import org.openhall.link.event.UsageKind;
import org.openhall.office.intake.SealedDesk.Kept;
import org.openhall.repository.metadata.RepositoryException;

/** Events from the kiosk's journal to the office's table: every program's own code, a real line. */
class EventsTest {
  private static final String NAME = "欧阳明珠";

  private @TempDir Path dir;
  private RealOffice office;
  private Path data;

  @BeforeEach
  void enrol() throws IOException, SQLException, RepositoryException {
    office = new RealOffice(dir.resolve("office"));
    data = dir.resolve("terminal");
    assertInstanceOf(
        EnrolOutcome.Enrolled.class,
        new Enrolment(data, Clock.systemUTC())
            .enrol(new Enrolment.Wish(office.address(), office.token(), null, false)));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private TerminalIdentity identity() throws IOException {
    return TerminalIdentity.read(data).orElseThrow();
  }

  private Membership membership() throws IOException {
    return Membership.of(data, identity(), Clock.systemUTC()).orElseThrow();
  }

  private Journal journal(Clock clock) throws IOException {
    return new Journal(data, identity().terminalId(), Journal.USUAL_CAP, clock);
  }

  private UploadOutcome upload() throws IOException {
    return new SpoolUpload(data, membership().line(), Words.in("en")).run();
  }

  private List<Waiting> waiting() throws IOException {
    return SpoolFolder.of(data).waiting();
  }

  @Test
  void anAgentThatDiesBetweenHandingInAndForgettingIsCountedOnce() throws IOException {
    Clock hourAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    Journal before = journal(hourAgo);
    before.count(UsageKind.VISIT);
    before.count(UsageKind.VISIT);
    before.save();
    Journal now = journal(Clock.systemUTC());
    now.open();
    now.note(new Event.ReleaseShown(7));
    List<Waiting> all = waiting();
    assertEquals(3, all.size());
    List<byte[]> files = new ArrayList<>();
    for (Waiting one : all) {
      files.add(Files.readAllBytes(one.file()));
    }
    assertEquals(new UploadOutcome.HandedIn(3, 0), upload());
    assertEquals(List.of(), waiting());
    for (int i = 0; i < all.size(); i++) {
      Files.write(all.get(i).file(), files.get(i)); // as it was when the agent was killed
    }
    assertEquals(new UploadOutcome.HandedIn(3, 0), upload());
    assertEquals(List.of(), waiting());
    assertEquals(2, office.count("VISIT"));
    assertEquals(1, office.count("kiosk-started"));
    assertEquals(1, office.count("release-shown"));
  }

  @Test
  void anApplicationReachesTheOfficeAndNobodyElseByTheKeyOfTheSignedRelease()
      throws IOException, UnreadableSnapshotException {
    SyncJob job =
        new SyncJob(
            new Terminal(data, identity()),
            membership().repository(),
            Clock.systemUTC(),
            SyncWatch.NONE);
    assertInstanceOf(SyncOutcome.Activated.class, job.run());
    PersonalForm form = new PersonalForm().put(Field.NAME, NAME).put(Field.WANTED, "关于甲的通知");
    assertInstanceOf(
        KeepOutcome.Kept.class,
        journal(Clock.systemUTC()).submit(EventType.APPLICATION, form, keyOfTheRelease()));
    Nowhere.assertNowhere(data, NAME);
    assertEquals(new UploadOutcome.HandedIn(1, 0), upload());
    assertEquals(List.of(), waiting());
    Nowhere.assertNowhere(dir, NAME);
    Kept kept = office.sealed().all().getFirst();
    assertEquals("application", kept.type());
    assertEquals("一楼", kept.hall());
    var opened =
        assertInstanceOf(OpenOutcome.Opened.class, office.sealed().open(kept, office.intakeKey()));
    assertEquals(
        NAME, new String(PersonalForm.decode(opened.personal()).orElseThrow().value(Field.NAME)));
  }

  private Optional<SealKey> keyOfTheRelease() throws UnreadableSnapshotException {
    Path db = new SnapshotDirectory(data.resolve("content")).candidates().getFirst().file();
    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Clock.systemUTC())) {
      return Optional.ofNullable(snapshot.release().intakeKey()).flatMap(SealKey::parse);
    }
  }

  @Test
  void aTerminalThatIsLockedOutKeepsWhatItHas() throws IOException {
    journal(Clock.systemUTC()).open();
    office.terminals().revoke(identity().terminalId(), "被盗");
    assertInstanceOf(UploadOutcome.Later.class, upload());
    assertEquals(1, waiting().size());
  }
}
