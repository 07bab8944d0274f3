package org.openhall.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/**
 * Frame by frame works a finger that flings what stands in the middle of the window, and in turn
 * with that leaves it alone. Prints the microseconds between frames, one line a phase.
 */
final class FlingPhases extends AnimationTimer {
  private static final int PHASES = 12;
  private static final long PHASE_NANOS = 5_000_000_000L;
  private static final int FRAMES_OF_A_FLING = 72;
  private static final int FRAMES_OF_THE_FINGER = 8;
  private static final int STEP = 90;

  private final IntConsumer everyFrame;
  private final Runnable end;
  private final int phases;
  private final boolean withRest;
  private final List<String> intervals = new ArrayList<>();
  private final Robot finger = new Robot();
  private int phase = -1; // the first seconds warm up and are not told
  private long phaseBegan;
  private long last;
  private int frame;

  /**
   * Begins when it is started.
   *
   * @param everyFrame is given the number of the frame, in every phase
   * @param end runs after the last phase, before the program ends
   */
  FlingPhases(IntConsumer everyFrame, Runnable end) {
    this(everyFrame, end, PHASES, true);
  }

  private FlingPhases(IntConsumer everyFrame, Runnable end, int phases, boolean withRest) {
    this.everyFrame = everyFrame;
    this.end = end;
    this.phases = phases;
    this.withRest = withRest;
  }

  /** Never leaves it alone, for so many phases of five seconds. */
  static FlingPhases flungOnly(IntConsumer everyFrame, Runnable end, int phases) {
    return new FlingPhases(everyFrame, end, phases, false);
  }

  @Override
  public void handle(long nanos) {
    long now = System.nanoTime();
    if (phaseBegan == 0) {
      phaseBegan = now;
    } else {
      intervals.add(String.valueOf((now - last) / 1000));
    }
    last = now;
    everyFrame.accept(frame);
    if (!isRest()) {
      fling();
    }
    frame++;
    if (now - phaseBegan > PHASE_NANOS) {
      nextPhase();
    }
  }

  private boolean isRest() {
    return withRest && phase % 2 == 0;
  }

  private void nextPhase() {
    finger.mouseRelease(MouseButton.PRIMARY);
    if (phase >= 0) {
      System.out.println((isRest() ? "idle " : "fling ") + String.join(" ", intervals));
    }
    intervals.clear();
    frame = 0;
    phaseBegan = 0;
    phase++;
    if (phase == phases) {
      stop();
      end.run();
      Platform.exit();
    }
  }

  private void fling() {
    int step = frame % FRAMES_OF_A_FLING;
    int sign = frame / FRAMES_OF_A_FLING % 4 == 3 ? 1 : -1;
    if (step == 0) {
      finger.mouseMove(ScrollScene.WIDTH / 2.0, ScrollScene.HEIGHT / 2.0);
      finger.mousePress(MouseButton.PRIMARY);
    } else if (step < FRAMES_OF_THE_FINGER) {
      finger.mouseMove(ScrollScene.WIDTH / 2.0, ScrollScene.HEIGHT / 2.0 + sign * STEP * step);
    } else if (step == FRAMES_OF_THE_FINGER) {
      finger.mouseRelease(MouseButton.PRIMARY);
    }
  }
}
