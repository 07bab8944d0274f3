package org.openhall.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.openhall.demo.bench.ClickTimes.Click;

/**
 * What the kiosk's two threads of the screen do for a click, by processor time: the machine is
 * asked after every millisecond of it where each thread is.
 */
final class ClickWork {
  private static final String SAMPLE = "jdk.CPUTimeSample";
  private static final String PAUSE = "jdk.GarbageCollection";
  private static final String OURS = "org.openhall.kiosk.";

  /** The recorder knows the thread of the screen by the name that it had before JavaFX took it. */
  private static final Set<String> SCREEN_THREAD =
      Set.of("JavaFX Application Thread", "GtkNativeMainLoopThread");

  private static final int FRAMES_KEPT = 512; // a scene is deep, and so are the walks through it

  private final Path recording;

  /** What a thread of the screen is doing. */
  enum Phase {
    /** Answering the press, and what the content tells. */
    HANDLER,
    /** Giving nodes their styles. */
    CSS,
    /** Measuring and placing nodes. */
    LAYOUT,
    /** Handing the scene to the thread that paints, and what it painted to the window. */
    SYNC,
    /** Painting, on its own thread. */
    PAINT
  }

  /**
   * What one click cost.
   *
   * @param millis of processor time
   * @param places of our own code, the innermost for each sample outside painting, with the same
   * @param pauses for collecting garbage, by the clock
   */
  record Cost(String kind, Map<Phase, Double> millis, Map<String, Double> places, double pauses) {

    double onScreenThread() {
      return Stream.of(Phase.HANDLER, Phase.CSS, Phase.LAYOUT, Phase.SYNC)
          .mapToDouble(this::of)
          .sum();
    }

    double of(Phase phase) {
      return millis.getOrDefault(phase, 0.0);
    }
  }

  ClickWork(Path recording) {
    this.recording = recording;
  }

  /** Options with which a Java machine writes such a recording, and ends it when it ends. */
  static String watching(Path recording) {
    return ("-XX:FlightRecorderOptions=stackdepth=%d -XX:StartFlightRecording=filename=%s,"
            + "settings=none,+%s#enabled=true,+%s#throttle=1ms,+%s#enabled=true")
        .formatted(FRAMES_KEPT, recording, SAMPLE, SAMPLE, PAUSE);
  }

  /** One cost for each click, in their order. */
  List<Cost> of(List<Click> clicks) throws IOException {
    NavigableMap<Instant, Open> byBegin = new TreeMap<>();
    clicks.forEach(click -> byBegin.put(click.from(), new Open(click)));
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        Map.Entry<Instant, Open> at = byBegin.floorEntry(event.getStartTime());
        if (at != null && event.getStartTime().isBefore(at.getValue().click.to())) {
          at.getValue().add(event);
        }
      }
    }
    return byBegin.values().stream().map(Open::cost).toList();
  }

  /** A click to which samples are still added. */
  private static final class Open {
    private final Click click;
    private final Map<Phase, Double> millis = new EnumMap<>(Phase.class);
    private final Map<String, Double> places = new HashMap<>();
    private double pauses;

    Open(Click click) {
      this.click = click;
    }

    void add(RecordedEvent event) {
      if (event.getEventType().getName().equals(PAUSE)) {
        pauses += millis(event.getDuration("sumOfPauses"));
        return;
      }
      List<RecordedFrame> stack =
          event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
      phase(event, stack)
          .ifPresent(phase -> {
            double spent = millis(event.getDuration("samplingPeriod"));
            millis.merge(phase, spent, Double::sum);
            if (phase != Phase.PAINT) {
              place(stack).ifPresent(place -> places.merge(place, spent, Double::sum));
            }
          });
    }

    Cost cost() {
      return new Cost(click.kind(), millis, places, pauses);
    }

    private static double millis(Duration duration) {
      return duration.toNanos() / 1e6;
    }
  }

  /** Empty for other threads. */
  private static Optional<Phase> phase(RecordedEvent event, List<RecordedFrame> stack) {
    String thread = event.getThread("eventThread").getJavaName();
    if (thread == null) {
      return Optional.empty();
    }
    if (thread.startsWith("QuantumRenderer")) {
      return Optional.of(Phase.PAINT);
    }
    return SCREEN_THREAD.contains(thread)
        ? Optional.of(
            stack.stream()
                .flatMap(frame -> named(frame.getMethod().getName()).stream())
                .findFirst()
                .orElse(Phase.HANDLER))
        : Optional.empty();
  }

  /** What JavaFX does in a method of this name, where that tells. */
  private static Optional<Phase> named(String method) {
    return switch (method) {
      case "doCSSPass", "applyCss", "doProcessCSS", "reapplyCss", "transitionToState" ->
          Optional.of(Phase.CSS);
      case "doLayoutPass", "layout", "prefHeight", "prefWidth", "minHeight", "minWidth" ->
          Optional.of(Phase.LAYOUT);
      case "synchronizeSceneNodes", "syncPeer", "updateBounds", "uploadPixels" ->
          Optional.of(Phase.SYNC);
      default -> Optional.empty();
    };
  }

  private static Optional<String> place(List<RecordedFrame> stack) {
    return stack.stream()
        .filter(frame -> frame.getMethod().getType().getName().startsWith(OURS))
        .findFirst()
        .map(frame -> {
          String type = frame.getMethod().getType().getName();
          return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
        });
  }
}
