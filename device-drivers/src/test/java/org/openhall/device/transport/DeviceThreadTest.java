package org.openhall.device.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.Capabilities;
import org.openhall.device.Counters;
import org.openhall.device.Device;
import org.openhall.device.DeviceCommand;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;

class DeviceThreadTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private final List<Integer> waits = new CopyOnWriteArrayList<>();
  private final BlockingQueue<DeviceHealth> told = new LinkedBlockingQueue<>();
  private final AtomicInteger opened = new AtomicInteger();
  private volatile Detail missing = Detail.NONE;
  private volatile Condition condition = Condition.READY;
  private final DeviceThread<Line> device =
      DeviceThread.start(
          driven("device", this::open, _ -> condition),
          new DeviceThread.Timing(Duration.ofMillis(20), this::backoff, InstantSource.fixed(NOW)));

  @AfterEach
  void close() {
    device.close();
  }

  @Test
  void tellsOfEachChangeOnceBeginningWithThePresentState() throws InterruptedException {
    awaitState(State.READY);
    health(device, told::add);
    assertEquals(new DeviceHealth(State.READY, Detail.NONE, NOW), next());
    condition = Condition.attention(Detail.PAPER_NEAR_END);
    assertEquals(Detail.PAPER_NEAR_END, next().detail());
    condition = Condition.READY;
    assertEquals(Detail.NONE, next().detail());
    assertTrue(told.isEmpty());
  }

  @Test
  void eventsAreNumberedWithoutAGapAndALateListenerIsFirstToldHowThingsStand()
      throws InterruptedException {
    List<DeviceEvent> early = new CopyOnWriteArrayList<>();
    List<DeviceEvent> late = new CopyOnWriteArrayList<>();
    device.onEvent(early::add);
    awaitState(State.READY);
    assertEquals("done", outcome(device.submit(new Work(() -> "done"))));
    device.onEvent(late::add);
    assertEquals("done", outcome(device.submit(new Work(() -> "done"))));
    device.close();
    DeviceEvent.Known known = assertInstanceOf(DeviceEvent.Known.class, late.getFirst().what());
    assertEquals(late.getFirst().sequence(), known.snapshot().sequence());
    assertEquals(1, known.snapshot().counters().of(Counters.COMMANDS));
    for (List<DeviceEvent> events : List.of(early, late)) {
      for (int i = 1; i < events.size(); i++) {
        assertEquals(events.getFirst().sequence() + i, events.get(i).sequence());
      }
    }
    int common = late.size() - 1;
    assertEquals(early.subList(early.size() - common, early.size()), late.subList(1, late.size()));
    assertTrue(
        late.stream().anyMatch(e -> e.what().equals(new DeviceEvent.CommandBegan(2, "work"))));
    assertTrue(
        late.stream().anyMatch(e -> e.what().equals(new DeviceEvent.CommandEnded(2, "String"))));
  }

  @Test
  void aListenerIsToldAtOnceWhileACommandIsUnderWay() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    DeviceCommand<String> command = device.submit(new Work(() -> waitFor(begun, go)));
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    List<DeviceEvent> events = new CopyOnWriteArrayList<>();
    device.onEvent(events::add);
    DeviceEvent.Known known = assertInstanceOf(DeviceEvent.Known.class, events.getFirst().what());
    assertEquals(DeviceSnapshot.Life.BUSY, known.snapshot().life());
    assertEquals(command.id(), known.snapshot().command());
    go.countDown();
    assertEquals("done", outcome(command));
    device.close();
    assertEquals(DeviceSnapshot.Life.CLOSED, device.snapshot().life());
  }

  @Test
  void aClosedSubscriptionIsToldNoMore() throws InterruptedException {
    awaitState(State.READY);
    health(device, told::add).close();
    told.clear();
    device.close();
    assertTrue(told.isEmpty());
  }

  @Test
  void opensAnewAfterGrowingWaitsUntilTheDeviceComes() throws InterruptedException {
    awaitState(State.READY);
    missing = Detail.PORT_MISSING;
    assertEquals("failed LINE_LOST", outcome(device.submit(new Work(() -> "", Detail.LINE_LOST))));
    while (waits.size() < 4) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    missing = Detail.NONE;
    awaitState(State.READY);
    assertEquals(List.of(1, 2, 3, 4), waits.subList(0, 4));
    assertEquals(2, opened.get());
  }

  @Test
  void aCommandTriesTheAbsentDeviceAtOnceAndFailsWithItsHealth() throws InterruptedException {
    awaitState(State.READY);
    missing = Detail.PORT_MISSING;
    assertEquals("failed NO_ANSWER", outcome(device.submit(new Work(() -> "", Detail.NO_ANSWER))));
    assertEquals("failed PORT_MISSING", outcome(device.submit(new Work(() -> "done"))));
  }

  @Test
  void aFaultOfTheDriverEndsNeitherTheThreadNorLosesTheCommand() {
    DeviceCommand<String> broken =
        device.submit(
            new Work(() -> {
              throw new IllegalStateException("a fault");
            }));
    assertEquals("failed DRIVER_FAULT", outcome(broken));
    assertEquals("done", outcome(device.submit(new Work(() -> "done"))));
  }

  @Test
  void aListenerThatFailsHarmsNobody() throws InterruptedException {
    awaitState(State.READY);
    health(
        device,
        health -> {
          throw new IllegalStateException("a fault");
        });
    health(device, told::add);
    assertEquals(State.READY, next().state());
    assertEquals("done", outcome(device.submit(new Work(() -> "done"))));
  }

  @Test
  void moreThanEightWaitingCommandsAreTooMany() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<DeviceCommand<String>> commands = new ArrayList<>();
    commands.add(device.submit(new Work(() -> waitFor(begun, go))));
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    for (int i = 0; i < 8; i++) {
      commands.add(device.submit(new Work(() -> "done")));
    }
    assertEquals("failed BUSY", outcome(device.submit(new Work(() -> "done"))));
    go.countDown();
    commands.forEach(command -> assertEquals("done", outcome(command)));
  }

  @Test
  void closingEndsABlockedReadAndIsIdempotent() throws InterruptedException {
    BlockingLine line = new BlockingLine();
    DeviceThread<Line> blocked =
        DeviceThread.start(
            driven("blocked", () -> line, _ -> Condition.READY),
            DeviceThread.Timing.checkingEvery(Duration.ofMinutes(1)));
    DeviceCommand<String> command = blocked.submit(new Reading());
    assertTrue(line.reading.await(10, TimeUnit.SECONDS));
    blocked.close();
    blocked.close();
    assertEquals("failed CLOSED", outcome(command));
    assertEquals("cancelled", outcome(blocked.submit(new Work(() -> "done"))));
    assertEquals(Detail.CLOSED, blocked.snapshot().health().detail());
  }

  @Test
  void whoCancelsDoesNotWaitForALineThatIsSlowToClose() throws InterruptedException {
    CountDownLatch closing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Line slow =
        new BlockingLine() {
          @Override
          public void close() {
            waitFor(closing, go);
          }
        };
    try (DeviceThread<Line> stuck =
        DeviceThread.start(
            driven("stuck", () -> slow, _ -> Condition.READY),
            DeviceThread.Timing.checkingEvery(Duration.ofMinutes(1)))) {
      DeviceCommand<String> lost = stuck.submit(new Work(() -> "", Detail.LINE_LOST));
      assertTrue(closing.await(10, TimeUnit.SECONDS));
      CompletableFuture<Void> cancelling = CompletableFuture.runAsync(lost::cancel);
      cancelling.orTimeout(5, TimeUnit.SECONDS).join();
      go.countDown();
      assertEquals("failed LINE_LOST", outcome(lost));
    }
  }

  @Test
  void closingOnTheDevicesOwnThreadDoesNotWaitForItself() {
    DeviceCommand<String> command =
        device.submit(
            new Work(() -> {
              device.close();
              return "done";
            }));
    assertEquals("done", outcome(command));
  }

  @Test
  void everyWaitOfADoublingBackoffIsTwiceTheLastUpToTheLongest() {
    Backoff backoff = Backoff.doubling(Duration.ofMillis(500), Duration.ofSeconds(5));
    assertEquals(Duration.ofMillis(500), backoff.after(1));
    assertEquals(Duration.ofSeconds(1), backoff.after(2));
    assertEquals(Duration.ofSeconds(4), backoff.after(4));
    assertEquals(Duration.ofSeconds(5), backoff.after(5));
    assertEquals(Duration.ofSeconds(5), backoff.after(Integer.MAX_VALUE));
  }

  private static Device.Subscription health(
      DeviceThread<Line> device, Consumer<DeviceHealth> listener) {
    return new Played(device).onHealth(listener);
  }

  private static DeviceThread.Driven<Line> driven(
      String name, Port<Line> port, DeviceThread.Check<Line> check) {
    return DeviceThread.Driven.recorded(
        name, Capabilities.of(name), port, check, Recorder.ofLengths());
  }

  private Line open() throws DeviceFaultException {
    if (missing != Detail.NONE) {
      throw new DeviceFaultException(missing, "not there");
    }
    opened.incrementAndGet();
    return new BlockingLine();
  }

  private Duration backoff(int failures) {
    waits.add(failures);
    return Duration.ofMillis(failures);
  }

  private DeviceHealth next() throws InterruptedException {
    DeviceHealth health = told.poll(10, TimeUnit.SECONDS);
    assertFalse(health == null, "told nothing");
    return health;
  }

  private void awaitState(State state) throws InterruptedException {
    BlockingQueue<DeviceHealth> seen = new LinkedBlockingQueue<>();
    try (var subscription = health(device, seen::add)) {
      DeviceHealth health = seen.poll(10, TimeUnit.SECONDS);
      while (health != null && health.state() != state) {
        health = seen.poll(10, TimeUnit.SECONDS);
      }
      assertTrue(health != null, "never " + state + " by " + subscription);
    }
  }

  private static String outcome(DeviceCommand<String> command) {
    return command.outcome().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static String waitFor(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      return go.await(10, TimeUnit.SECONDS) ? "done" : "never let go";
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }

  /** A device of which nothing is asked but how it is. */
  private static final class Played extends ThreadedDevice<Line> {
    Played(DeviceThread<Line> thread) {
      super(thread);
    }

    @Override
    protected DeviceJob<Line, SelfTestOutcome> test(SelfTest level) {
      return new SelfTestJob<>(
          level, (_, _, sheet) -> sheet.write(SelfTestOutcome.Step.ANSWERS, true, ""));
    }
  }

  /** What a test wants done on the thread. */
  private interface Step {
    String take();
  }

  private record Work(Step step, Detail fault) implements DeviceJob<Line, String> {
    Work(Step step) {
      this(step, Detail.NONE);
    }

    @Override
    public String name() {
      return "work";
    }

    @Override
    public String run(Line line, CommandRun run) throws DeviceFaultException {
      if (fault != Detail.NONE) {
        throw new DeviceFaultException(fault, "as the test wants");
      }
      return step.take();
    }

    @Override
    public String failed(DeviceHealth health) {
      return "failed " + health.detail();
    }

    @Override
    public String cancelled() {
      return "cancelled";
    }
  }

  private static final class Reading implements DeviceJob<Line, String> {
    @Override
    public String name() {
      return "work";
    }

    @Override
    public String run(Line line, CommandRun run) throws DeviceFaultException {
      return "read " + line.read(new byte[1], 0, Duration.ofMinutes(1));
    }

    @Override
    public String failed(DeviceHealth health) {
      return "failed " + health.detail();
    }

    @Override
    public String cancelled() {
      return "cancelled";
    }
  }

  /** A line on which nothing comes until it is closed. */
  private static class BlockingLine implements Line {
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException {
      reading.countDown();
      try {
        if (!closed.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
          return 0;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new DeviceFaultException(Detail.LINE_LOST, "closed");
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void wake() {}

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
