package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.openhall.demo.hall.HallException;
import org.openhall.kiosk.journal.Journal;
import org.openhall.kiosk.journal.KeepOutcome;
import org.openhall.link.UnreadableFileException;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventType;
import org.openhall.link.event.SpoolFolder;
import org.openhall.link.event.SpoolFolder.Waiting;

/**
 * Citizens hand applications in: a program of its own, which lays an empty file into {@code said/}
 * for each that it has said to be kept. Some have names that are the same in each run, so that
 * their calls can be bent.
 */
public final class SpoolWriting {
  private static final String SAID = "said/";
  private static final String TERMINAL = "t-1";
  private static final int STEADY = 3;

  private SpoolWriting() {}

  /** Hands in below the folder that is named first. */
  public static void main(String[] words) throws IOException {
    Path data = Path.of(words[0]);
    Files.createDirectories(data.resolve(SAID));
    try (OpeningKey office = OpeningKey.generate(new SecureRandom());
        Journal journal = new Journal(data, TERMINAL, Journal.USUAL_CAP, Clock.systemUTC())) {
      journal.open();
      if (journal.submit(EventType.APPLICATION, form(), Optional.of(office.sealKey()))
          instanceof KeepOutcome.Kept(String id)) {
        say(data, id);
      }
      for (int i = 0; i < STEADY; i++) {
        handIn(data, i, office.sealKey());
      }
    }
  }

  /** As the journal does, but under a name that is known before. */
  private static void handIn(Path data, int number, SealKey office) throws IOException {
    String id = id(number);
    Binding binding = new Binding(Binding.Way.UP, TERMINAL, id, EventType.APPLICATION.word());
    try (PersonalForm form = form()) {
      Event application = new Event.Application(office.seal(form.encode(), binding));
      SpoolFolder.of(data).put(EventMessage.of(id, Instant.EPOCH.plusSeconds(number), application));
    } catch (IOException e) {
      System.out.println("not kept: " + e);
      return;
    }
    say(data, id);
  }

  private static void say(Path data, String id) throws IOException {
    Files.createFile(data.resolve(SAID + id));
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  private static PersonalForm form() {
    return new PersonalForm()
        .put(PersonalForm.Field.NAME, "示例")
        .put(PersonalForm.Field.WANTED, "示例市2026年度预算");
  }

  /** The calls of one undisturbed run upon a terminal at release 2. */
  static List<Call> record(Scene scene) throws IOException, InterruptedException, HallException {
    Path folder = scene.folder().resolve("recorded-spool");
    Path trace = scene.folder().resolve("spool.trace");
    Folders.copy(scene.terminal(Scene.Before.RELEASE_2), folder);
    run(Strace.record(trace), folder);
    List<Call> calls = Recording.read(trace, folder);
    if (said(calls, calls.size()).size() != STEADY + 1) {
      throw new HallException("undisturbed, not every application was kept");
    }
    Files.delete(trace);
    Folders.delete(folder);
    return calls;
  }

  /** Those upon files whose name is the same in each run. */
  static List<Call> steady(List<Call> calls) {
    List<Call> steady = new ArrayList<>(calls);
    steady.removeIf(
        call -> !call.path().startsWith("spool/") || !call.path().contains(id(0).substring(0, 24)));
    return steady;
  }

  static void run(List<String> before, Path data)
      throws IOException, InterruptedException, HallException {
    Path log = data.resolveSibling(data.getFileName() + ".spool.log");
    OwnProgram.begin(before, SpoolWriting.class, log, data.toString()).end();
  }

  /** The ids that had been said to be kept before a call. */
  static List<String> said(List<Call> calls, int before) {
    return calls.subList(0, before).stream()
        .filter(call -> call.kind() == Call.Kind.CREATE && call.path().startsWith(SAID))
        .map(call -> call.path().substring(SAID.length()))
        .toList();
  }

  /** Those that a program which was not cut off by the power has said. */
  static List<String> said(Path data) throws IOException {
    Map<String, Path> files = Folders.files(data.resolve(SAID));
    return List.copyOf(files.keySet());
  }

  /**
   * Takes the spool up as a kiosk does that starts anew.
   *
   * @return what is wrong with what a citizen was told
   */
  static Optional<String> complaint(Path data, List<String> said) throws IOException {
    try (Journal journal = new Journal(data, TERMINAL, Journal.USUAL_CAP, Clock.systemUTC())) {
      journal.open();
    }
    SpoolFolder spool = SpoolFolder.of(data);
    TreeSet<String> lost = new TreeSet<>(said);
    for (Waiting waiting : spool.waiting()) {
      try {
        spool.read(waiting).ifPresent(message -> lost.remove(message.id()));
      } catch (UnreadableFileException e) {
        return Optional.of("an event that is torn: " + waiting.file().getFileName());
      }
    }
    boolean isCluttered =
        Folders.files(spool.folder()).keySet().stream().anyMatch(name -> name.endsWith(".tmp"));
    if (isCluttered) {
      return Optional.of("what was half written is still there");
    }
    return lost.isEmpty() ? Optional.empty() : Optional.of("said to be kept, and lost: " + lost);
  }
}
