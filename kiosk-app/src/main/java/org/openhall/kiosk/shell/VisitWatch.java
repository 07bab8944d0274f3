package org.openhall.kiosk.shell;

import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.scene.layout.Region;
import org.openhall.device.Sense;

/**
 * Ends a visit that was left: when nothing has been touched for long, or sooner when the citizen
 * was seen to go. Either way it asks first.
 */
final class VisitWatch {
  private final Session session;
  private final IdleTimer idle;
  private final Attendance attendance;
  private final IdleOverlay overlay;
  private final MaintenanceOverlay maintenance = new MaintenanceOverlay();
  private boolean askedBySensor;

  /**
   * A watch over the visits of a terminal.
   *
   * @param nanoTime nanoseconds that only grow
   */
  VisitWatch(Session session, LongSupplier nanoTime) {
    this.session = session;
    idle = new IdleTimer(nanoTime);
    attendance = new Attendance(nanoTime);
    overlay = new IdleOverlay(this::goOn, session::end);
    session
        .active()
        .subscribe(active -> {
          if (active) {
            attendance.begun();
          }
        });
  }

  /** The question, over everything while it is asked. */
  Region overlay() {
    return overlay;
  }

  /** Says that nobody is served, over everything while that is so. */
  Region maintenance() {
    return maintenance;
  }

  /**
   * What the switch of the maintenance door says. While it is open nobody is served; a visit ends
   * at once. Of a switch that cannot be asked nothing follows.
   */
  void door(Sense sense) {
    boolean open = sense == Sense.ACTIVE;
    if (open && !maintenance.isVisible()) {
      session.end();
    }
    maintenance.setVisible(open);
  }

  /** What the presence sensor says. */
  void presence(Sense sense) {
    attendance.sensed(sense);
  }

  /** How long nobody must have been seen before it asks. */
  void absence(Duration atLeast) {
    attendance.absence(atLeast);
  }

  /** A finger is on the screen; while it asks, only its own buttons count. */
  void touched() {
    if (!overlay.isVisible()) {
      idle.touched();
      attendance.touched();
    }
  }

  /** The citizen says that the visit goes on. */
  void goOn() {
    idle.touched();
    attendance.touched();
    if (askedBySensor) {
      attendance.erred();
    }
    hide();
  }

  /** Looks how the visit stands; called a few times a second. */
  void tick() {
    if (!session.active().get()) {
      return;
    }
    if (attendance.gone() && idle.phase() instanceof IdleTimer.Phase.Awake) {
      askedBySensor = true;
      idle.left();
    }
    switch (idle.phase()) {
      case IdleTimer.Phase.Awake _ -> hide();
      case IdleTimer.Phase.Warning(int secondsLeft) -> overlay.warn(secondsLeft);
      case IdleTimer.Phase.Over _ -> session.end();
    }
  }

  void hide() {
    askedBySensor = false;
    overlay.hide();
  }

  /** Says everything in the present language. */
  void say(Messages words) {
    overlay.say(words);
    maintenance.say(words);
  }
}
