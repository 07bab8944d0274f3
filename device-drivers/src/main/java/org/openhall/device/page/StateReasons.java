package org.openhall.device.page;

import com.hp.jipp.model.PrinterState;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.DeviceHealth.State;
import org.openhall.device.Supply;
import org.openhall.device.transport.Condition;

/** What a printer's state and its reasons mean (RFC 8011 §5.4.11, §5.4.12; PWG 5100.9). */
final class StateReasons {

  private static final Map<String, Detail> KNOWN =
      Map.ofEntries(
          Map.entry("media-empty", Detail.PAPER_OUT),
          Map.entry("media-needed", Detail.PAPER_OUT),
          Map.entry("input-tray-missing", Detail.PAPER_OUT),
          Map.entry("media-low", Detail.PAPER_NEAR_END),
          Map.entry("media-jam", Detail.MEDIA_JAM),
          Map.entry("door-open", Detail.COVER_OPEN),
          Map.entry("cover-open", Detail.COVER_OPEN),
          Map.entry("interlock-open", Detail.COVER_OPEN),
          Map.entry("toner-empty", Detail.TONER_OUT),
          Map.entry("marker-supply-empty", Detail.TONER_OUT),
          Map.entry("toner-low", Detail.TONER_LOW),
          Map.entry("marker-supply-low", Detail.TONER_LOW),
          Map.entry("output-area-full", Detail.OUTPUT_FULL),
          Map.entry("output-tray-missing", Detail.OUTPUT_FULL),
          Map.entry("paused", Detail.OFFLINE),
          Map.entry("shutdown", Detail.OFFLINE),
          Map.entry("offline", Detail.OFFLINE));

  /**
   * Stop a printer however mildly it says so. Of paper it may lack one tray and print from another.
   * CUPS says {@code offline-report} where the printer behind a queue is switched off.
   */
  private static final Set<Detail> ALWAYS = EnumSet.of(Detail.COVER_OPEN, Detail.MEDIA_JAM);

  /** What keeps a job from going on, if it does not go on. */
  private static final Set<Detail> HOLDING =
      EnumSet.of(
          Detail.PAPER_OUT,
          Detail.COVER_OPEN,
          Detail.MEDIA_JAM,
          Detail.TONER_OUT,
          Detail.OUTPUT_FULL);

  private static final String ERROR = "-error";
  private static final String WARNING = "-warning";
  private static final String REPORT = "-report";

  private record Reason(String said, Optional<Detail> detail, boolean stops) {

    static Reason of(String said) {
      String bare = said;
      for (String suffix : List.of(ERROR, WARNING, REPORT)) {
        bare = bare.endsWith(suffix) ? bare.substring(0, bare.length() - suffix.length()) : bare;
      }
      Optional<Detail> known = Optional.ofNullable(KNOWN.get(bare));
      boolean mild = said.endsWith(WARNING) || said.endsWith(REPORT) || low(known);
      boolean always = known.filter(ALWAYS::contains).isPresent() || bare.equals("offline");
      boolean stops = known.isEmpty() ? said.endsWith(ERROR) : always || !mild;
      return new Reason(Answers.plain(said), known, stops);
    }

    private static boolean low(Optional<Detail> known) {
      return known.filter(d -> d == Detail.PAPER_NEAR_END || d == Detail.TONER_LOW).isPresent();
    }
  }

  private StateReasons() {}

  /**
   * The condition that they tell of: the first that stops the printer, else that it is stopped or
   * takes no jobs, else the first that wants attention.
   *
   * @param toner what the levels of its supplies say
   */
  static Condition condition(
      Optional<PrinterState> state, boolean accepting, List<String> said, Supply.Level toner) {
    List<Reason> reasons = said.stream().map(Reason::of).toList();
    return health(state, accepting, reasons)
        .with(Supply.FORM_PAPER, level(reasons, Detail.PAPER_OUT, Detail.PAPER_NEAR_END))
        .with(Supply.TONER, worse(level(reasons, Detail.TONER_OUT, Detail.TONER_LOW), toner));
  }

  private static Condition health(
      Optional<PrinterState> state, boolean accepting, List<Reason> reasons) {
    Optional<Reason> stop = reasons.stream().filter(Reason::stops).findFirst();
    if (stop.isPresent()) {
      Detail detail = stop.get().detail().orElse(Detail.DEVICE_FAULT);
      return Condition.unavailable(detail).saying(stop.get().said());
    }
    if (state.filter(PrinterState.stopped::equals).isPresent()) {
      return Condition.unavailable(Detail.OFFLINE).saying("printer-state stopped");
    }
    if (!accepting) {
      return Condition.unavailable(Detail.OFFLINE).saying("printer-is-accepting-jobs false");
    }
    return reasons.stream()
        .filter(reason -> reason.detail().isPresent())
        .findFirst()
        .map(r -> Condition.attention(r.detail().orElseThrow()).saying(r.said()))
        .orElse(Condition.READY);
  }

  private static Supply.Level level(List<Reason> reasons, Detail out, Detail low) {
    if (reasons.stream().anyMatch(r -> r.stops() && r.detail().equals(Optional.of(out)))) {
      return Supply.Level.OUT;
    }
    boolean ends =
        reasons.stream()
            .anyMatch(
                r -> r.detail().equals(Optional.of(low)) || r.detail().equals(Optional.of(out)));
    return ends ? Supply.Level.LOW : Supply.Level.ENOUGH;
  }

  private static Supply.Level worse(Supply.Level one, Supply.Level other) {
    return List.of(one, other).stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  /** What may keep a job from going on that does not go on; NONE where nothing does. */
  static Detail holding(Condition condition) {
    boolean holds = blocks(condition) || HOLDING.contains(condition.detail());
    return holds ? condition.detail() : Detail.NONE;
  }

  /** Whether nothing can be printed in this condition. */
  static boolean blocks(Condition condition) {
    return condition.state() == State.UNAVAILABLE;
  }
}
