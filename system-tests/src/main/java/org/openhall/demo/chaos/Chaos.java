package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.openhall.demo.hall.HallException;

/** {@code ./openhall chaos}. */
public final class Chaos {
  private static final String HELP =
      """
      ./openhall chaos [--minutes N] [--seed N] [--only REGEX] [--without GUARD] [--data DIR]

      Breaks a terminal's update in every way that a hall knows: kills the agent before its calls,
      cuts the power, fills the disk, flips bits, sets the clock wrong, serves lies. After each
      the screen must show one release whole, and the next run must heal by itself. Prints what was
      injected, survived and healed; exit status 0 if all of it was.

        --minutes N      the long form: every call, and on with other combinations for N minutes
        --seed N         another choice of samples than the usual one
        --only REGEX     what this is found in of the lines of the table; of the spool and of the
                         kiosk's reader as many as in the long form
        --without GUARD  a control: with this guard taken out it must find something, or the
                         campaign itself is worth nothing; exit status 0 if it does. One of:
                         fsync, download-hash, record-hash, title-seal, signatures
        --data DIR       where it works (.openhall/chaos)
      """;

  private static final long SEED = 20261130;

  /** Faults between two looks at the clock. */
  private static final int ROUND = 40;

  private Chaos() {}

  /** Exit status: 0 as it should be, 1 not so, 2 the words make no sense. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(args));
    Path data = Path.of(option(words, "--data").orElse(".openhall/chaos")).toAbsolutePath();
    int minutes = option(words, "--minutes").map(Integer::parseInt).orElse(0);
    long seed = option(words, "--seed").map(Long::parseLong).orElse(SEED);
    Optional<Pattern> only = option(words, "--only").map(Pattern::compile);
    Optional<String> without = option(words, "--without");
    boolean isControl = words.remove(Guard.TAKEN_OUT);
    Optional<Guard> guard = without.flatMap(Guard::named);
    if (!words.isEmpty() || without.isPresent() != guard.isPresent()) {
      System.out.print(HELP);
      System.exit(words.contains("--help") ? 0 : 2);
    }
    try {
      if (guard.isPresent() && !isControl) {
        System.exit(guard.get().control(data, seed));
      }
      Path place = data.resolve("campaign");
      Folders.delete(place);
      boolean isRed = run(Files.createDirectories(place), new Wish(minutes, seed, only, guard)) > 0;
      System.exit(!isRed ? 0 : isControl ? Guard.FOUND : 1);
    } catch (HallException e) {
      System.err.println(e.getMessage());
      System.exit(guard.isPresent() ? 3 : 1);
    }
  }

  /**
   * What is wanted.
   *
   * @param minutes of the long form, 0 for the short one
   * @param only what is to be found in the line of the table
   * @param without a guard that is taken out already
   */
  private record Wish(int minutes, long seed, Optional<Pattern> only, Optional<Guard> without) {}

  /** Returns how many faults were not survived or not healed. */
  private static int run(Path place, Wish wish)
      throws IOException, InterruptedException, HallException {
    long end = System.nanoTime() + wish.minutes() * 60_000_000_000L;
    System.out.printf("Fault campaign, seed %d%n", wish.seed());
    Random random = new Random(wish.seed());
    Agent agent = new Agent(place, List.of(place.resolveSibling(Guard.CLASSES)));
    Scene scene = Scene.set(place, agent);
    ScreenWitness witness = new ScreenWitness(scene);
    Tally tally = new Tally();
    Campaign campaign = new Campaign(scene, witness, tally);
    if (wish.without().isPresent()) {
      campaign.run(wish.without().get().faults(new Faults(scene, agent, random, false)));
    } else {
      List<Fault> faults = faults(new Faults(scene, agent, random, wish.minutes() > 0), wish);
      wish.only().ifPresent(regex -> faults.removeIf(fault -> !regex.matcher(fault.row()).find()));
      campaign.run(faults);
      Deque<Fault> every = new ArrayDeque<>();
      if (System.nanoTime() < end) {
        every.addAll(ofFirstRelease(new Faults(scene, agent, random, true), random));
      }
      while (System.nanoTime() < end) {
        campaign.run(every.isEmpty() ? more(new Faults(scene, agent, random, false)) : next(every));
      }
      if (!every.isEmpty()) {
        System.out.println("Not reached of a first release: " + every.size());
      }
    }
    tally.print();
    return tally.bad();
  }

  /** Every call of a first release, in no order, so that any part of them is a sample. */
  private static List<Fault> ofFirstRelease(Faults faults, Random random)
      throws IOException, InterruptedException, HallException {
    Faults.Recorded first = faults.record(Scene.Before.NOTHING, true);
    faults.kills(first, 0);
    faults.powerCuts(first, 0, 0);
    Collections.shuffle(faults.list(), random);
    return faults.list();
  }

  private static List<Fault> next(Deque<Fault> faults) {
    List<Fault> next = new ArrayList<>();
    while (next.size() < ROUND && !faults.isEmpty()) {
      next.add(faults.pop());
    }
    return next;
  }

  private static List<Fault> faults(Faults faults, Wish wish)
      throws IOException, InterruptedException, HallException {
    boolean isLong = wish.minutes() > 0;
    Faults.Recorded next = faults.record(Scene.Before.RELEASE_1, true);
    Faults.Recorded first = faults.record(Scene.Before.NOTHING, true);
    System.out.println("Recorded, by a net delta: " + Faults.classes(next));
    System.out.println("Recorded, a first release: " + Faults.classes(first));
    faults.servers(); // those that wait come first
    faults.lines();
    faults.others();
    faults.kills(next, 32);
    faults.powerCuts(next, 12, isLong ? 6 : 1);
    faults.sampled(first, 8);
    faults.failingCalls(next, isLong ? 60 : 8);
    faults.disks();
    faults.flips(isLong ? 6 : 1, isLong ? 60 : 8);
    faults.clocks();
    faults.kiosk();
    if (isLong || wish.only().isPresent()) {
      faults.reader(20, 10);
      faults.spool(1000, 1000);
    }
    return faults.list();
  }

  /** A round of the long form: other samples each time. */
  private static List<Fault> more(Faults faults)
      throws IOException, InterruptedException, HallException {
    Faults.Recorded next = faults.record(Scene.Before.RELEASE_1, true);
    faults.sampled(next, 20);
    faults.powerCuts(next, 20, 4);
    faults.failingCalls(next, 20);
    faults.flips(1, 20);
    faults.reader(4, 2);
    return faults.list();
  }

  private static Optional<String> option(List<String> words, String name) {
    int at = words.indexOf(name);
    if (at < 0 || at + 1 >= words.size()) {
      return Optional.empty();
    }
    String value = words.remove(at + 1);
    words.remove(at);
    return Optional.of(value);
  }
}
