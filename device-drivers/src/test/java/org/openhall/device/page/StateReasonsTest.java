package org.openhall.device.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hp.jipp.model.PrinterState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.Supply;
import org.openhall.device.transport.Condition;

class StateReasonsTest {

  private static Condition of(PrinterState state, String... reasons) {
    return StateReasons.condition(Optional.of(state), true, List.of(reasons), Supply.Level.UNKNOWN);
  }

  private static void assertSaid(State state, Detail detail, Condition condition) {
    assertEquals(state, condition.state(), condition.toString());
    assertEquals(detail, condition.detail(), condition.toString());
  }

  @Test
  void aPrinterThatIsWellIsReady() {
    assertSaid(State.READY, Detail.NONE, of(PrinterState.idle, "none"));
    assertSaid(State.READY, Detail.NONE, of(PrinterState.processing, "cups-waiting-report"));
  }

  @Test
  void ofPaperAWarningIsOneTrayOfSeveral() {
    assertSaid(State.ATTENTION, Detail.PAPER_OUT, of(PrinterState.idle, "media-empty-warning"));
    assertSaid(State.UNAVAILABLE, Detail.PAPER_OUT, of(PrinterState.idle, "media-empty-error"));
    assertSaid(State.UNAVAILABLE, Detail.PAPER_OUT, of(PrinterState.idle, "media-needed"));
  }

  @Test
  void anOpenCoverAndAJamStopHoweverMildlyTheyAreSaid() {
    assertSaid(State.UNAVAILABLE, Detail.COVER_OPEN, of(PrinterState.idle, "door-open-report"));
    assertSaid(State.UNAVAILABLE, Detail.MEDIA_JAM, of(PrinterState.idle, "media-jam-warning"));
  }

  @Test
  void whatStopsComesBeforeWhatWantsAttention() {
    Condition both = of(PrinterState.stopped, "toner-low-report", "media-jam-error");
    assertSaid(State.UNAVAILABLE, Detail.MEDIA_JAM, both);
    assertEquals(Supply.Level.LOW, both.supplies().get(Supply.TONER));
  }

  @Test
  void theUnknownIsADefectOnlyWhereItIsAnError() {
    assertSaid(
        State.UNAVAILABLE, Detail.DEVICE_FAULT, of(PrinterState.idle, "fuser-over-temp-error"));
    assertSaid(State.READY, Detail.NONE, of(PrinterState.idle, "fuser-over-temp-warning"));
    assertSaid(State.UNAVAILABLE, Detail.OFFLINE, of(PrinterState.stopped, "none"));
  }

  @Test
  void aQueueWhosePrinterIsSwitchedOffOrThatTakesNothingIsOffline() {
    assertSaid(State.UNAVAILABLE, Detail.OFFLINE, of(PrinterState.idle, "offline-report"));
    Condition closed =
        StateReasons.condition(
            Optional.of(PrinterState.idle), false, List.of("none"), Supply.Level.LOW);
    assertSaid(State.UNAVAILABLE, Detail.OFFLINE, closed);
    assertEquals(Supply.Level.LOW, closed.supplies().get(Supply.TONER), "its levels say so");
  }
}
