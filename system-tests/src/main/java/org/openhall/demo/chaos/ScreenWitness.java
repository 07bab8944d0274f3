package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.openhall.content.store.DamagedRecordException;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.GuideFilter;
import org.openhall.content.store.Hit;
import org.openhall.content.store.SnapshotDirectory;
import org.openhall.content.store.UnreadableSnapshotException;
import org.openhall.demo.chaos.SignedRelease.Answers;
import org.openhall.demo.hall.HallException;

/**
 * Looks at a terminal's folder as its kiosk does: opens what {@code current} names, or the release
 * before it where that cannot be opened, reads every record, searches and turns lists. It compares
 * what it got with what the office signed, and trusts nothing else on the terminal.
 */
final class ScreenWitness {
  private static final List<String> QUESTIONS =
      List.of("营业执照", "shenfenzheng", "公积金", "便民服务事项", "残疾人", "gjj", "户口", "102号", "终端管理办法");

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
        signed.put(release, SignedRelease.read(scene, release, answers(snapshot)));
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

    /** Nothing that is not signed, but some pages say that they are damaged. */
    record Damaged(long release, int records) implements Seen {}

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
    int damaged = 0;
    for (String id : everyId()) {
      Optional<String> wrong = wrong(snapshot, id, release);
      if (wrong.isPresent() && !wrong.get().isEmpty()) {
        return new Seen.Wrong(wrong.get());
      }
      damaged += wrong.isPresent() ? 1 : 0;
    }
    return damaged > 0 ? new Seen.Damaged(number, damaged) : judged(snapshot, release, emergency);
  }

  private List<String> everyId() {
    return signed.values().stream()
        .flatMap(release -> release.hashes().keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Empty if a record is as it was signed; an empty text if the screen says that it is damaged. */
  private static Optional<String> wrong(ContentSnapshot snapshot, String id, SignedRelease release)
      throws UnreadableSnapshotException {
    String promised = release.hashes().getOrDefault(id, "absent");
    try {
      Optional<ContentRecord> record = snapshot.find(id);
      String found = record.map(r -> RecordCodec.encoded(r).sha256Hex()).orElse("absent");
      return found.equals(promised)
          ? Optional.empty()
          : Optional.of(
              "record %s of release %d: %s instead of %s"
                  .formatted(id, release.number(), found, promised));
    } catch (DamagedRecordException e) {
      return Optional.of("");
    }
  }

  private Seen judged(
      ContentSnapshot snapshot, SignedRelease release, Optional<EmergencyList> emergency) {
    try {
      if (!answers(snapshot).equals(release.answers())) {
        return new Seen.Damaged(release.number(), 0); // a list or a search says less than it might
      }
      if (emergency.isPresent()) {
        snapshot.withdraw(emergency.get());
        for (String id : emergency.get().withdrawnIds()) {
          if (snapshot.find(id).isPresent()) {
            return new Seen.Wrong("the withdrawn record " + id);
          }
        }
      }
      return new Seen.Whole(release.number());
    } catch (UnreadableSnapshotException e) {
      return new Seen.Damaged(release.number(), 0);
    }
  }

  /** What a person finds: titles of lists and of searches. */
  static Answers answers(ContentSnapshot snapshot) throws UnreadableSnapshotException {
    List<String> all = new ArrayList<>();
    for (String question : QUESTIONS) {
      all.add(question + " " + snapshot.search(question, 50).hits().stream().map(Hit::id).toList());
      all.add(question + " " + snapshot.completions(question, 20));
    }
    all.add(snapshot.entries(EntryFilter.none(), 0, 1000).toString());
    all.add(snapshot.guides(GuideFilter.none(), 0, 1000).toString());
    all.add(snapshot.departments().toString());
    all.add(snapshot.publishers(EntryFilter.none()).toString());
    return new Answers(String.join("\n", all));
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
