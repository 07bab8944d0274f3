package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.openhall.demo.chaos.Call.Step;
import org.openhall.demo.chaos.PowerCut.Fate.Part;
import org.openhall.demo.hall.HallException;

/** The faults of a campaign, chosen from a recorded update. */
final class Faults {
  private static final Set<Step> EVERY = Set.of(Step.METADATA, Step.SWAP);

  /** Milliseconds that an update takes, more or less. */
  private static final int LONGEST_UPDATE = 2_500;

  private final Scene scene;
  private final Agent agent;
  private final Random random;
  private final boolean all;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param all every call, and more of everything that is sampled otherwise
   */
  Faults(Scene scene, Agent agent, Random random, boolean all) {
    this.scene = scene;
    this.agent = agent;
    this.random = random;
    this.all = all;
  }

  /** An update that nothing disturbed, call by call. */
  record Recorded(Scene.Before before, List<Call> calls) {}

  /** Records an update. */
  Recorded record(Scene.Before before, boolean forcing)
      throws IOException, InterruptedException, HallException {
    Path folder = scene.folder().resolve("recorded-" + before);
    Path trace = scene.folder().resolve("recorded.trace");
    Folders.copy(scene.terminal(before), folder);
    List<String> strace = forcing ? Strace.record(trace) : Strace.recordWithoutForcing(trace);
    Agent.Ended ended = agent.run(strace, Map.of(), Agent.sync(folder, scene.repository(2)));
    if (ended.status() != 0) {
      throw new HallException(
          "no update could be recorded; does this machine let one process trace another"
              + " (ptrace)? strace said: "
              + ended.output());
    }
    List<Call> calls = Recording.read(trace, folder);
    requireReplay(before, calls, folder);
    java.nio.file.Files.delete(trace);
    Folders.delete(folder);
    return new Recorded(before, calls);
  }

  /** A recording that lacks a change would make every power cut a fiction. */
  private void requireReplay(Scene.Before before, List<Call> calls, Path folder)
      throws IOException, HallException {
    Map<String, byte[]> replayed =
        new PowerCut(scene.terminal(before), calls).left(calls.size(), _ -> Part.ALL);
    Map<String, Path> real = Folders.files(folder);
    if (!replayed.keySet().equals(real.keySet())) {
      throw new HallException("the replay has other files than the run: " + replayed.keySet());
    }
    for (Map.Entry<String, Path> file : real.entrySet()) {
      byte[] bytes = java.nio.file.Files.readAllBytes(file.getValue());
      if (!Arrays.equals(bytes, replayed.get(file.getKey()))) {
        throw new HallException("the replay differs from the run in " + file.getKey());
      }
    }
  }

  List<Fault> list() {
    return faults;
  }

  /** Says how many calls of which step there are. */
  static String classes(Recorded recorded) {
    Map<Step, Integer> counts = new EnumMap<>(Step.class);
    recorded.calls().forEach(call -> counts.merge(call.step(), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    counts.forEach((step, count) -> words.add(count + " " + step.words));
    return recorded.calls().size() + " calls: " + String.join(", ", words);
  }

  /** Every call of the metadata and of the swap, and so many others. */
  private List<Integer> chosen(Recorded recorded, int others) {
    List<Integer> every = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < recorded.calls().size(); i++) {
      Call call = recorded.calls().get(i);
      if (call.isSteady()) {
        (all || EVERY.contains(call.step()) ? every : rest).add(i);
      }
    }
    Collections.shuffle(rest, random);
    every.addAll(rest.subList(0, Math.min(others, rest.size())));
    return every;
  }

  void kills(Recorded recorded, int others) {
    for (int at : chosen(recorded, others)) {
      faults.add(new Killed(agent, recorded.before(), recorded.calls().get(at)));
    }
  }

  /** Kills at sampled calls only. */
  void sampled(Recorded recorded, int count) {
    List<Call> calls = new ArrayList<>(recorded.calls());
    calls.removeIf(call -> !call.isSteady());
    Collections.shuffle(calls, random);
    calls.subList(0, count).forEach(c -> faults.add(new Killed(agent, recorded.before(), c)));
  }

  /** Power cuts; combinations that leave the same disk are one. */
  void powerCuts(Recorded recorded, int others, int combinations) throws IOException {
    PowerCut disk = new PowerCut(scene.terminal(recorded.before()), recorded.calls());
    Set<String> seen = new HashSet<>();
    for (int at : chosen(recorded, others)) {
      int loose = disk.loose(at);
      add(disk, recorded, at, new Named("nothing kept", _ -> Part.NONE), seen);
      add(disk, recorded, at, new Named("all kept", _ -> Part.ALL), seen);
      for (int one = Math.max(0, loose - combinations); one < loose; one++) {
        int only = one;
        Part half = random.nextBoolean() ? Part.HALF : Part.ALL;
        add(disk, recorded, at, new Named("only " + one, i -> i == only ? half : Part.NONE), seen);
        add(
            disk,
            recorded,
            at,
            new Named("all but " + one, i -> i == only ? Part.NONE : Part.ALL),
            seen);
      }
      for (int i = 0; i < combinations && loose > 1; i++) {
        long seed = random.nextLong();
        add(disk, recorded, at, new Named("parts by " + seed, n -> part(seed, n)), seen);
      }
    }
  }

  private record Named(String name, PowerCut.Fate fate) {}

  private void add(PowerCut disk, Recorded recorded, int at, Named fate, Set<String> seen) {
    if (seen.add(PowerCut.mark(disk.left(at, fate.fate())))) {
      Call call = recorded.calls().get(at);
      faults.add(new PowerLost(disk, recorded.before(), at, call, fate.fate(), fate.name()));
    }
  }

  private static Part part(long seed, int number) {
    List<Part> parts = List.of(Part.values());
    return parts.get(new Random(seed + number).nextInt(parts.size()));
  }

  /** A full and a failing disk, from sampled calls on. */
  void failingCalls(Recorded recorded, int count) {
    List<Call> calls = new ArrayList<>(recorded.calls());
    calls.removeIf(call -> call.step() == Step.OTHER);
    Collections.shuffle(calls, random);
    for (Call call : calls.subList(0, Math.min(count, calls.size()))) {
      boolean grows = call.kind() == Call.Kind.WRITE || call.kind() == Call.Kind.CREATE;
      faults.add(new CallsFail(agent, recorded.before(), call, grows ? "ENOSPC" : "EIO"));
    }
  }

  void disks() {
    for (int room :
        all ? new int[] {0, 4, 64, 512, 1024, 2048, 3072, 4096} : new int[] {0, 64, 1024}) {
      faults.add(new SmallDisk(agent, room));
    }
    faults.add(new ReadOnlyDisk(agent, Scene.Before.RELEASE_1));
    faults.add(new ReadOnlyDisk(agent, Scene.Before.RELEASE_2));
  }

  void clocks() {
    for (int years : new int[] {-10, -3, 3, 20}) {
      faults.add(new WrongClock(agent, Scene.Before.RELEASE_1, years));
    }
  }

  void others() {
    faults.add(new TwoAgents(agent, Scene.Before.RELEASE_1, 2));
    faults.add(new TwoAgents(agent, Scene.Before.NOTHING, 3));
    for (CopiedFolder.Source source : CopiedFolder.Source.values()) {
      for (Scene.Before before : List.of(Scene.Before.RELEASE_1, Scene.Before.RELEASE_2)) {
        for (List<String> parts : List.of(List.of("content"), List.of("repository"))) {
          boolean trustsAnother =
              source == CopiedFolder.Source.FOREIGN && parts.contains("repository");
          if (!trustsAnother) { // another office's root needs another enrolment
            faults.add(new CopiedFolder(before, parts, source));
          }
        }
      }
    }
    faults.add(new RunsDamaged(agent, "its first page is gone", RunsDamage.FIRST_PAGE));
    faults.add(new RunsDamaged(agent, "it is cut in half", RunsDamage.HALF));
  }

  /** Bits of everything that an agent keeps, at rest and before an update. */
  void flips(int places, int inContent) throws IOException {
    for (Scene.Before before : List.of(Scene.Before.RELEASE_2, Scene.Before.RELEASE_1)) {
      for (String file : Folders.files(scene.terminal(before)).keySet()) {
        String what = part(file, before);
        int count = what.equals("content") ? inContent : places;
        for (int i = 0; i < (what.isEmpty() ? 0 : count); i++) {
          faults.add(new Flipped(before, what, file, random.nextDouble(), random.nextInt(8)));
        }
      }
    }
    addWords(inContent);
    String attachment =
        Folders.files(scene.terminal(Scene.Before.RELEASE_2)).keySet().stream()
            .filter(name -> name.startsWith("files/"))
            .findFirst()
            .orElseThrow();
    faults.add(new Flipped(Scene.Before.RELEASE_2, "attachments", attachment, 0.5, 0));
  }

  /** Bits of the very words that lists, filters, suggestions and the foot of each page show. */
  private void addWords(int count) throws IOException {
    List<ShownWord> words = new ArrayList<>(ShownWord.all(scene));
    Collections.shuffle(words, random);
    Map<String, Integer> taken = new java.util.HashMap<>();
    for (ShownWord word : words) {
      if (taken.merge(word.kind(), 1, Integer::sum) <= count) {
        faults.add(Flipped.word(word, random.nextInt(4)));
      }
    }
  }

  /** The part of a terminal that a file is; empty for one of which no bit is flipped. */
  private static String part(String file, Scene.Before before) {
    if (file.equals("content/content-%d.db".formatted(before.release))) {
      return "content";
    } else if (file.startsWith("repository/metadata")) {
      return "metadata";
    } else if (file.startsWith("repository/packs")) {
      return "packs";
    } else if (file.startsWith("repository") || file.equals("content/current")) {
      return "pointers and manifests";
    }
    return file.equals("content/emergency.json") ? "emergency list" : "";
  }

  void servers() {
    List<String> abouts = List.of("timestamp", "snapshot", "editors", "manifest", ".pack");
    for (Lie lie : Lie.values()) {
      switch (lie) {
        case OLD, MIXED -> {
          faults.add(new BadServer(agent, Scene.Before.RELEASE_1, lie, ""));
          faults.add(new BadServer(agent, Scene.Before.RELEASE_2, lie, ""));
        }
        case FOREIGN -> faults.add(new BadServer(agent, Scene.Before.RELEASE_1, lie, ""));
        case STALLED, DRIPPING ->
            faults.add(new BadServer(agent, Scene.Before.RELEASE_1, lie, ".pack"));
        case FLIPPED, TRUNCATED, SHORT, ENDLESS, REDIRECTED, FAILING -> {
          for (String about : all || lie == Lie.FLIPPED ? abouts : List.of("timestamp", ".pack")) {
            faults.add(new BadServer(agent, Scene.Before.RELEASE_1, lie, about));
          }
        }
      }
    }
  }

  /** Lines over TLS; one of them mostly waits. */
  void lines() {
    for (BadTls tls : BadTls.values()) {
      faults.add(new BadLine(agent, tls));
    }
  }

  /** Citizens hand in, and the kiosk is killed, the disk fails or the power goes. */
  void spool(int disturbed, int cuts) throws IOException, InterruptedException, HallException {
    List<Call> calls = SpoolWriting.record(scene);
    List<Call> steady = new ArrayList<>(SpoolWriting.steady(calls));
    Collections.shuffle(steady, random);
    for (Call call : steady.subList(0, Math.min(disturbed, steady.size()))) {
      boolean grows = call.kind() == Call.Kind.WRITE || call.kind() == Call.Kind.CREATE;
      faults.add(new SpoolDisturbed(call, Optional.empty()));
      faults.add(new SpoolDisturbed(call, Optional.of(grows ? "ENOSPC" : "EIO")));
    }
    PowerCut disk = new PowerCut(scene.terminal(Scene.Before.RELEASE_2), calls);
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < calls.size(); at++) {
      if (calls.get(at).path().startsWith("s")) { // spool, said
        places.add(at);
      }
    }
    Collections.shuffle(places, random);
    for (int at : places.subList(0, Math.min(cuts, places.size()))) {
      long seed = random.nextLong();
      faults.add(new SpoolPowerLost(disk, calls, at, _ -> Part.NONE, "nothing kept"));
      faults.add(new SpoolPowerLost(disk, calls, at, n -> part(seed, n), "parts by " + seed));
    }
  }

  /** The kiosk's reader is killed during an update, and bits change while it reads. */
  void reader(int kills, int flips) throws IOException {
    for (int i = 0; i < kills; i++) {
      faults.add(new ReaderKilled(agent, random.nextInt(LONGEST_UPDATE)));
    }
    List<ShownWord> words = new ArrayList<>(ShownWord.all(scene));
    for (int i = 0; i < flips; i++) {
      Collections.shuffle(words, random);
      faults.add(new FlippedWhileRead(List.copyOf(words.subList(0, 3))));
    }
  }

  void kiosk() throws IOException, InterruptedException, HallException {
    Path folder = scene.folder().resolve("recorded-kiosk");
    for (Call call : KioskKilled.record(java.nio.file.Files.createDirectories(folder))) {
      faults.add(new KioskKilled(call));
    }
  }
}
