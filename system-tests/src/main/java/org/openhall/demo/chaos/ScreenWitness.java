package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.content.store.CurrentContent;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.demo.hall.HallException;

/**
 * Looks at a terminal's folder as its kiosk does: opens what {@code current} names, or the release
 * before it where that cannot be opened, reads every record, searches and turns lists. Whatever is
 * not, letter for letter, what the office signed is wrong, but for the notices that something is
 * damaged or not there; nothing else on the terminal is trusted.
 */
final class ScreenWitness {
  private final Scene scene;
  private final Clock clock;
  private final Map<Long, SignedRelease> signed = new TreeMap<>();

  ScreenWitness(Scene scene) throws IOException, HallException {
    this.scene = scene;
    this.clock = Clock.fixed(Instant.now(), ZoneOffset.UTC); // one day for all questions
    for (Scene.Before before : List.of(Scene.Before.RELEASE_1, Scene.Before.RELEASE_2)) {
      long release = before.release;
      Path sound = scene.terminal(before).resolve("content/content-%d.db".formatted(release));
      try (ContentSnapshot snapshot = ContentSnapshot.open(sound, clock)) {
        signed.put(release, SignedRelease.read(scene, release, ShownLists.of(snapshot, clock)));
      }
    }
  }

  /** What the office signed of a release. */
  SignedRelease signed(long release) {
    return Objects.requireNonNull(signed.get(release));
  }

  /** What may be on a screen. */
  sealed interface Seen {
    /** 尚无内容. */
    record Nothing() implements Seen {}

    /** Every record, answer and list of one release, and nothing else. */
    record Whole(long release) implements Seen {}

    /**
     * Nothing that is not signed, but lists may say less than they might.
     *
     * @param notices places that say that they are damaged, or not there
     */
    record Damaged(long release, int notices) implements Seen {}

    /** What must never be. */
    record Wrong(String why) implements Seen {}
  }

  /** What the screen of this terminal shows. */
  Seen look(Path data) throws IOException {
    Seen closed = new Seen.Nothing();
    Optional<EmergencyList> emergency = emergency(data);
    for (CurrentContent content : new SnapshotDirectory(data.resolve("content")).candidates()) {
      try (ContentSnapshot snapshot = ContentSnapshot.open(content.file(), clock)) {
        return read(snapshot, emergency);
      } catch (UnreadableSnapshotException e) {
        closed = new Seen.Damaged(content.release(), everyId().size());
      }
    }
    return closed;
  }

  private Seen read(ContentSnapshot snapshot, Optional<EmergencyList> emergency)
      throws UnreadableSnapshotException {
    long number = snapshot.release().number();
    SignedRelease release = signed.get(number);
    if (release == null) {
      return new Seen.Wrong("a release %d that the office never signed".formatted(number));
    }
    if (!release.isOf(snapshot.release())) {
      return new Seen.Wrong("of its release: " + snapshot.release());
    }
    int notices = 0;
    for (String id : everyId()) {
      switch (page(snapshot, id, release)) {
        case Page.AsSigned _ -> {}
        case Page.Notice _ -> notices++;
        case Page.Unsigned(String why) -> {
          return new Seen.Wrong(why);
        }
      }
    }
    ShownLists lists = ShownLists.of(snapshot, clock);
    Optional<Object> unsigned = lists.unsigned(release.lines());
    if (unsigned.isPresent()) {
      return new Seen.Wrong("in a list: " + unsigned.get());
    }
    boolean isWhole = notices == 0 && lists.equals(release.whole());
    return isWhole
        ? judged(snapshot, number, emergency)
        : new Seen.Damaged(number, notices + lists.notices());
  }

  /**
   * What lists say that are asked for in the midst of things. Of what is withdrawn nothing is known
   * here, so a list that is shorter is not damaged by that.
   */
  Seen glance(ContentSnapshot snapshot) throws UnreadableSnapshotException {
    long number = snapshot.release().number();
    SignedRelease release = signed.get(number);
    if (release == null || !release.isOf(snapshot.release())) {
      return new Seen.Wrong("a release that was never signed: " + snapshot.release());
    }
    ShownLists lists = ShownLists.of(snapshot, clock);
    Optional<Object> unsigned = lists.unsigned(release.lines());
    if (unsigned.isPresent()) {
      return new Seen.Wrong("in a list: " + unsigned.get());
    }
    return lists.notices() == 0
        ? new Seen.Whole(number)
        : new Seen.Damaged(number, lists.notices());
  }

  private List<String> everyId() {
    return signed.values().stream()
        .flatMap(release -> release.hashes().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** What the page of a record says. */
  private sealed interface Page {
    record AsSigned() implements Page {}

    /** That it is damaged, or not on this terminal. */
    record Notice() implements Page {}

    record Unsigned(String why) implements Page {}
  }

  private static Page page(ContentSnapshot snapshot, String id, SignedRelease release) {
    String promised = release.hashes().getOrDefault(id, "absent");
    try {
      Optional<ContentRecord> record = snapshot.find(id);
      String found = record.map(r -> RecordCodec.encoded(r).sha256Hex()).orElse("absent");
      if (found.equals(promised)) {
        return new Page.AsSigned();
      }
      return record.isEmpty()
          ? new Page.Notice()
          : new Page.Unsigned(
              "record %s of release %d: %s instead of %s"
                  .formatted(id, release.number(), found, promised));
    } catch (UnreadableSnapshotException e) {
      return new Page.Notice();
    }
  }

  private static Seen judged(
      ContentSnapshot snapshot, long number, Optional<EmergencyList> emergency)
      throws UnreadableSnapshotException {
    if (emergency.isPresent()) {
      snapshot.withdraw(emergency.get());
      for (String id : snapshot.withdrawnIds()) {
        if (snapshot.find(id).isPresent()) {
          return new Seen.Wrong("the withdrawn record " + id);
        }
      }
    }
    return new Seen.Whole(number);
  }

  /** The emergency list that the kiosk would read; empty where it would say that it cannot. */
  private static Optional<EmergencyList> emergency(Path data) throws IOException {
    Path file = data.resolve("content").resolve(EmergencyList.FILE);
    try {
      return Files.exists(file)
          ? Optional.of(EmergencyList.fromSealed(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (MalformedManifestException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the emergency list is one that the office signed, or there is none yet.
   *
   * @param mayBeDamaged whether it will do as well that it says that it cannot be read
   */
  boolean isEmergencySound(Path data, boolean mayBeDamaged) throws IOException {
    Optional<EmergencyList> list = emergency(data);
    boolean isThere = Files.exists(data.resolve("content").resolve(EmergencyList.FILE));
    return list.isPresent() ? scene.isSigned(list.get()) : mayBeDamaged || !isThere;
  }
}
