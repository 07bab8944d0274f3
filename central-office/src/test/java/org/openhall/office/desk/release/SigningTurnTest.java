package org.openhall.office.desk.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.Alone;
import org.openhall.office.database.DatabasePlace;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.publisher.RepositoryPublisher;

/** A signature is taken in the turn in which releases are packed, whichever program does that. */
class SigningTurnTest {
  @TempDir Path folder;

  @Test
  void aSignatureWaitsForWhoeverPacks() throws Exception {
    CompletableFuture<Turn> waitedFor = new CompletableFuture<>();
    try (OfficeDatabase database =
        OfficeDatabase.open(folder, new DatabasePlace.InFolder(), waitedFor::complete)) {
      ReleaseRoom room = room(database);
      Person editor = new Person("li", "李编", Set.of(Role.EDITOR));
      FutureTask<ReleaseRoom.Signed> signing =
          new FutureTask<>(() -> room.sign(editor, FourEyes.EDITORS, new byte[0]));
      try (Alone _ = database.alone(Turn.RELEASE)) {
        Thread.ofPlatform()
            .start(() -> {
              signing.run();
              waitedFor.completeExceptionally(new AssertionError("it did not wait"));
            });
        assertEquals(Turn.RELEASE, waitedFor.get());
      }
      assertEquals(ReleaseRoom.Signed.NOTHING_WAITS, signing.get());
    }
  }

  private ReleaseRoom room(OfficeDatabase database) {
    Clock clock = OfficeTime.clock();
    return new ReleaseRoom(press(database, clock), new AuditLog(database, clock));
  }

  private ReleasePress press(OfficeDatabase database, Clock clock) {
    return new ReleasePress(
        database,
        new Catalog(database, clock),
        new ReleaseTable(database),
        new RepositoryPublisher(folder.resolve("repository"), folder.resolve("keys"), clock),
        clock);
  }
}
