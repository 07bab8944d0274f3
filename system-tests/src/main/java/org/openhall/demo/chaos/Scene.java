package org.openhall.demo.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.demo.hall.HallException;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;

/**
 * What every fault begins with: the office's repository as it was at two releases, and a terminal
 * as it is before and after the second one.
 *
 * @param folder of all of it
 */
record Scene(Path folder) {
  private static final List<String> WITHDRAWN =
      List.of("sample-n-budget-tables", "sample-n-saturday-service");

  /** How a terminal stands before a fault. */
  enum Before {
    /** Enrolled, and nothing on the screen. */
    NOTHING(0),
    /** Release 1 on the screen; the second is there to be fetched, as a net delta. */
    RELEASE_1(1),
    /** Release 2 on the screen; nothing new. */
    RELEASE_2(2);

    final int release;

    Before(int release) {
      this.release = release;
    }
  }

  /** Sets it up: an office, two releases, three terminals that nothing ever disturbed. */
  static Scene set(Path folder, Agent agent)
      throws IOException, InterruptedException, HallException {
    Scene scene = new Scene(folder);
    SmallOffice office = SmallOffice.found(folder.resolve("office"));
    office.publish();
    office.withdraw(WITHDRAWN.getFirst());
    Folders.copy(office.repository(), scene.repository(1));
    office.add(2);
    office.publish();
    office.withdraw(WITHDRAWN.getLast());
    Folders.copy(office.repository(), scene.repository(2));
    SmallOffice stranger = SmallOffice.found(folder.resolve("stranger"));
    for (int number = 1; number <= 9; number++) { // its versions are higher than this office's
      stranger.add(number);
      stranger.publish();
    }
    Folders.copy(stranger.repository(), scene.foreignRepository());
    scene.makeTerminals(agent);
    return scene;
  }

  private void makeTerminals(Agent agent) throws IOException, InterruptedException, HallException {
    enrol(terminal(Before.NOTHING), repository(1));
    Folders.copy(terminal(Before.NOTHING), terminal(Before.RELEASE_1));
    agent.rehearse(terminal(Before.RELEASE_1), repository(1));
    Folders.copy(terminal(Before.RELEASE_1), terminal(Before.RELEASE_2));
    agent.syncWell(terminal(Before.RELEASE_2), repository(2));
    Folders.copy(terminal(Before.NOTHING), settled(Before.NOTHING));
    agent.syncWell(settled(Before.NOTHING), repository(2));
    enrol(foreignTerminal(), foreignRepository());
    agent.syncWell(foreignTerminal(), foreignRepository());
  }

  private static void enrol(Path data, Path repository) throws IOException, HallException {
    URI nowhere = URI.create("http://127.0.0.1:9/");
    new TerminalIdentity("t-1", nowhere, List.of("city"), Instant.EPOCH).write(data);
    try {
      byte[] root = Files.readAllBytes(repository.resolve("metadata/1.root.json"));
      Updater.trust(data.resolve("repository/metadata"), root);
    } catch (RepositoryException e) {
      throw new HallException("the office's root is none: " + e.getMessage());
    }
  }

  /** The repository at a release, 1 or 2. */
  Path repository(int release) {
    return folder.resolve("repository-" + release);
  }

  /** The repository of another office. */
  Path foreignRepository() {
    return folder.resolve("repository-foreign");
  }

  /** A terminal of another office. */
  Path foreignTerminal() {
    return folder.resolve("terminal-foreign");
  }

  /** A terminal before anything happens. */
  Path terminal(Before before) {
    return folder.resolve("terminal-" + before.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** What becomes of that terminal if nothing disturbs its update to release 2. */
  Path settled(Before before) {
    return before == Before.NOTHING
        ? folder.resolve("settled-nothing")
        : terminal(Before.RELEASE_2);
  }

  /** The manifest of a release that the office signed. */
  Optional<ReleaseManifest> signed(long release) throws IOException, HallException {
    try (var files = Files.list(repository(2).resolve("targets"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".manifest.json")).toList()) {
        ReleaseManifest manifest = ReleaseManifest.fromJson(Files.readAllBytes(file));
        if (manifest.release() == release) {
          return Optional.of(manifest);
        }
      }
      return Optional.empty();
    } catch (MalformedManifestException e) {
      throw new HallException("the office signed what is no manifest: " + e.getMessage());
    }
  }

  /** Whether the office signed this emergency list. */
  boolean isSigned(EmergencyList list) throws IOException {
    try (Stream<Path> all = Files.list(repository(2).resolve("targets/emergency"))) {
      for (Path file : all.toList()) {
        if (Arrays.equals(Files.readAllBytes(file), list.toJson())) {
          return true;
        }
      }
      return false;
    }
  }
}
