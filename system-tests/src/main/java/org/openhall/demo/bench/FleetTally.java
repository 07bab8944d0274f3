package org.openhall.demo.bench;

import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** What a fleet of terminals did and met. */
final class FleetTally {
  private static final int KINDS_OF_TROUBLE = 20;

  /** This process may not open more files at once; who waits here is on the clock all the same. */
  private static final int LOOKING_AT_ONCE = 3_000;

  private final long spreadMillis;
  private final long everyMillis;
  private final Semaphore looking = new Semaphore(LOOKING_AT_ONCE);
  private final Queue<Double> connects = new ConcurrentLinkedQueue<>();
  private final Map<Long, Queue<Instant>> verified = new ConcurrentHashMap<>();
  private final LongAdder requests = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Map<String, LongAdder> trouble = new ConcurrentHashMap<>();
  private volatile Queue<Instant> received = new ConcurrentLinkedQueue<>();
  private volatile Queue<Instant> judged = new ConcurrentLinkedQueue<>();

  /**
   * @param spreadMillis over which terminals begin to look
   * @param everyMillis the distance of their looks
   */
  FleetTally(long spreadMillis, long everyMillis) {
    this.spreadMillis = spreadMillis;
    this.everyMillis = everyMillis;
  }

  long everyMillis() {
    return everyMillis;
  }

  Semaphore looking() {
    return looking;
  }

  long spreadMillis() {
    return spreadMillis;
  }

  void connected(double seconds) {
    connects.add(seconds);
  }

  Queue<Double> connects() {
    return connects;
  }

  /** The next emergency begins. */
  void nextEmergency() {
    received = new ConcurrentLinkedQueue<>();
    judged = new ConcurrentLinkedQueue<>();
  }

  void received(Instant now) {
    received.add(now);
  }

  Queue<Instant> received() {
    return received;
  }

  void judged(Instant now) {
    judged.add(now);
  }

  Queue<Instant> judged() {
    return judged;
  }

  void verified(long release, Instant now) {
    verified(release).add(now);
  }

  Queue<Instant> verified(long release) {
    return verified.computeIfAbsent(release, _ -> new ConcurrentLinkedQueue<>());
  }

  void asked() {
    requests.increment();
  }

  long requests() {
    return requests.sum();
  }

  void brought(int count) {
    bytes.add(count);
  }

  long bytes() {
    return bytes.sum();
  }

  void failed(String what) {
    String kind = what.replaceAll("[0-9a-f]{16,}|[0-9]+", "#");
    if (trouble.size() < KINDS_OF_TROUBLE || trouble.containsKey(kind)) {
      trouble.computeIfAbsent(kind, _ -> new LongAdder()).increment();
    }
  }

  Map<String, LongAdder> trouble() {
    return trouble;
  }
}
