package org.openhall.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.scanner.EmulatedScanner;
import org.openhall.simulator.scanner.ScannerFault;
import org.openhall.simulator.sensor.Door;
import org.openhall.simulator.sensor.EmulatedSensor;
import org.openhall.simulator.sensor.EmulatedSensor.Words;
import org.openhall.simulator.sensor.Presence;
import org.openhall.simulator.sensor.SensorFault;

/**
 * The scanner at {@code DIR/scanner}, the presence sensor at {@code DIR/presence-sensor} and the
 * switch of the maintenance door at {@code DIR/maintenance-door}.
 */
public final class HallSensors implements AutoCloseable {

  private final EmulatedScanner scanner;
  private final EmulatedSensor presence;
  private final EmulatedSensor door;

  private HallSensors(EmulatedScanner scanner, EmulatedSensor presence, EmulatedSensor door) {
    this.scanner = scanner;
    this.presence = presence;
    this.door = door;
  }

  /** Starts them: nobody is near, and the door is closed. */
  static HallSensors start(Path data, Runnable changed) throws IOException {
    EmulatedScanner scanner = EmulatedScanner.start(data.resolve("scanner"), changed);
    EmulatedSensor presence =
        EmulatedSensor.start(data.resolve("presence-sensor"), new Words("ON", "OFF"), changed);
    EmulatedSensor door =
        EmulatedSensor.start(
            data.resolve("maintenance-door"), new Words("OPEN", "CLOSED"), changed);
    return new HallSensors(scanner, presence, door);
  }

  public EmulatedScanner scanner() {
    return scanner;
  }

  public EmulatedSensor presence() {
    return presence;
  }

  public EmulatedSensor door() {
    return door;
  }

  /** Does something to an emulated device that may lose its line or file. */
  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }

  Answer scan(String text) {
    try {
      return scanner.scan(text)
          ? Answer.done("A code was held to the scanner.")
          : Answer.refused("The scanner's cable is out. Put it back: scanner ok");
    } catch (IOException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    }
  }

  Answer set(ScannerFault fault) {
    return after(() -> scanner.setFault(fault), "Scanner: " + CommandParser.spelling(fault));
  }

  Answer set(Presence next) {
    return after(
        () -> presence.set(next == Presence.NEAR), "Presence: " + CommandParser.spelling(next));
  }

  Answer set(Door next) {
    return after(() -> door.set(next == Door.OPEN), "Door: " + CommandParser.spelling(next));
  }

  Answer set(SensorFault fault) {
    return after(
        () -> {
          presence.setFault(fault);
          door.setFault(fault);
        },
        "Sensors: " + CommandParser.spelling(fault));
  }

  private static Answer after(Action action, String sentence) {
    try {
      action.run();
      return Answer.done(sentence);
    } catch (IOException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    }
  }

  /** The state of each, by its name. */
  Map<String, Map<String, Object>> facts() {
    Map<String, Map<String, Object>> facts = new TreeMap<>();
    facts.put(
        "scanner",
        Map.of("codes", scanner.codes(), "fault", CommandParser.spelling(scanner.fault())));
    facts.put("presence", facts(presence, presence.active() ? Presence.NEAR : Presence.AWAY));
    facts.put("door", facts(door, door.active() ? Door.OPEN : Door.CLOSED));
    return facts;
  }

  private static Map<String, Object> facts(EmulatedSensor sensor, Enum<?> state) {
    return Map.of(
        "state", CommandParser.spelling(state),
        "fault", CommandParser.spelling(sensor.fault()));
  }

  @Override
  public void close() throws IOException {
    scanner.close();
    presence.close();
    door.close();
  }
}
