package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Offline;
import org.openhall.agent.sync.SyncOutcome.StorageFull;
import org.openhall.agent.sync.SyncOutcome.UpToDate;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.Storage;

/** Power cuts, a full disk, and damage on the disk. */
class InterruptedSyncTest extends SyncScenario {
  @Test
  void aFullDiskIsSaidAndLeavesTheContent() throws IOException, RepositoryException {
    secondRelease();
    SyncJob.Machine full = new SyncJob.Machine(CLOCK, new FullDisk());
    assertInstanceOf(StorageFull.class, new SyncJob(terminal, line, SyncWatch.NONE, full).run());
    assertEquals("1old", shown());
    assertEquals(new Activated(2, 2), sync());
  }

  private static final class FullDisk implements Storage {
    @Override
    public OutputStream append(Path file) {
      return new FilterOutputStream(OutputStream.nullOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          throw new IOException("No space left on device");
        }
      };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      Storage.durable().move(from, to);
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void beingKilledAtAnyStepLeavesOldOrNewAndTheNextRunGoesOn()
      throws IOException, RepositoryException {
    secondRelease();
    for (SyncStep step : EnumSet.complementOf(EnumSet.of(SyncStep.FILES))) {
      SyncWatch killer =
          new SyncWatch() {
            @Override
            public void entered(SyncStep entered) {
              if (entered == step) {
                throw new Killed();
              }
            }
          };
      SyncJob job = new SyncJob(terminal, line, CLOCK, killer);
      assertThrows(Killed.class, job::run, step.toString());
      assertEquals(step == SyncStep.TIDY ? "2new,newer" : "1old", shown());
    }
    assertEquals(new UpToDate(2), sync());
  }

  @Test
  void beingKilledInTheMiddleOfTheBuildLeavesTheOldRelease()
      throws IOException, RepositoryException {
    secondRelease();
    SyncWatch killer =
        new SyncWatch() {
          @Override
          public void taken(long records) {
            throw new Killed();
          }
        };
    SyncJob job = new SyncJob(terminal, line, CLOCK, killer);
    assertThrows(Killed.class, job::run);
    assertEquals("1old", shown());
    assertEquals(new Activated(2, 2), sync());
  }

  @Test
  void damagedContentIsBuiltAgainFromThePacksWithoutTheOffice()
      throws IOException, RepositoryException {
    office.publish(1, "a", "b");
    sync();
    damageContent();
    line =
        path -> {
          throw new FetchException(path, "no route");
        };
    assertInstanceOf(Offline.class, sync());
    assertEquals("1a,b", shown());
  }

  @Test
  void contentThatIsGoneIsBuiltAgainFromThePacksWithoutTheOffice()
      throws IOException, RepositoryException {
    office.publish(1, "a", "b");
    sync();
    Path content = terminal.data().resolve("content");
    Files.delete(terminal.content().fileFor(1));
    Files.delete(content.resolve("current"));
    Files.delete(content);
    line =
        path -> {
          throw new FetchException(path, "no route");
        };
    assertInstanceOf(Offline.class, sync());
    assertEquals("1a,b", shown());
  }

  @Test
  void aServiceThatRunsForLongFindsDamageWithinTheHour() throws IOException, RepositoryException {
    office.publish(1, "a", "b");
    Clock[] time = {TestOffice.CLOCK};
    Clock moving =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return time[0].instant();
          }
        };
    SyncJob service = new SyncJob(terminal, line, moving, SyncWatch.NONE);
    service.run();
    damageContent();
    service.run();
    time[0] = Clock.offset(TestOffice.CLOCK, Duration.ofHours(1));
    service.run();
    assertEquals("1a,b", shown());
  }

  @Test
  void damagedContentAndDamagedPacksComeFromTheOffice() throws IOException, RepositoryException {
    ReleaseManifest release = office.publish(1, "a", "b");
    sync();
    damageContent();
    Path pack = terminal.repository().resolve(release.channels().getFirst().full().target());
    Files.write(pack, new byte[(int) Files.size(pack)]);
    assertEquals(new Activated(1, 2), sync());
    assertEquals("1a,b", shown());
  }

  /** The seal is written last: a kill before it must not make sound content look damaged. */
  @Test
  void contentWithoutASealIsCheckedRecordByRecord() throws IOException, RepositoryException {
    office.publish(1, "a", "b");
    sync();
    Files.delete(terminal.activeSeal());
    assertEquals(new UpToDate(1), sync());
    Files.delete(terminal.activeSeal());
    damageContent();
    assertEquals(new UpToDate(1), sync());
    assertTrue(Files.exists(terminal.activeSeal()), "the content was built again");
    assertEquals("1a,b", shown());
  }

  /** Flips one bit inside a record, where opening the file does not notice it. */
  private void damageContent() throws IOException {
    Path file = terminal.content().current().orElseThrow().file();
    byte[] bytes = Files.readAllBytes(file);
    int place =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("1970-01-01");
    bytes[place] ^= 1;
    Files.write(file, bytes);
  }
}
