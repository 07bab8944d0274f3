package org.openhall.simulator.control;

import org.openhall.simulator.idmodule.Fault;
import org.openhall.simulator.printer.Cover;
import org.openhall.simulator.printer.Cutter;
import org.openhall.simulator.printer.Paper;
import org.openhall.simulator.printer.Switch;
import org.openhall.simulator.scanner.ScannerFault;
import org.openhall.simulator.sensor.Door;
import org.openhall.simulator.sensor.Presence;
import org.openhall.simulator.sensor.SensorFault;
import org.openhall.simulator.smartcard.ChipFault;

/** The closed list of what a person or a test may ask of the running devices. */
public sealed interface Command {

  /** Lays a card where it belongs: its name in the box, or the path of a card file. */
  record LayCard(String nameOrFile) implements Command {}

  /** Does what a hand does: takes away what lies there, and a second later lays the card. */
  record SwapCard(String nameOrFile) implements Command {}

  /** Takes cards away. */
  record TakeCard(Place from) implements Command {}

  /**
   * Pulls the cards that lie there away in the middle of a reading.
   *
   * @param afterBytes how many more bytes are read before, 0 for none
   */
  record TearCard(long afterBytes) implements Command {}

  /** Lists the cards of the box. */
  record ListCards() implements Command {}

  /** Sets what is wrong with the ID module. */
  record SetModule(Fault fault) implements Command {}

  /** Sets what is wrong with the chip in the slot. */
  record SetSlot(ChipFault fault) implements Command {}

  /** Sets the paper sensors. */
  record SetPaper(Paper paper) implements Command {}

  /** Opens or closes the printer's cover. */
  record SetCover(Cover cover) implements Command {}

  /** Jams or frees the cutter. */
  record SetCutter(Cutter cutter) implements Command {}

  /** Takes the printer off line or back. */
  record SetSwitch(Switch position) implements Command {}

  /**
   * Cuts the printer's line.
   *
   * @param afterBytes how many more bytes are let through, 0 for none
   */
  record CutLine(long afterBytes) implements Command {}

  /** Mends the printer's line. */
  record MendLine() implements Command {}

  /**
   * Holds a code to the scanner.
   *
   * @param text what is in the code
   */
  record Scan(String text) implements Command {}

  /** Holds the first code of the latest slip to the scanner. */
  record ScanSlip() implements Command {}

  /** Sets what is wrong with the scanner. */
  record SetScanner(ScannerFault fault) implements Command {}

  /** Somebody steps before the terminal, or away from it. */
  record SetPresence(Presence presence) implements Command {}

  /** Opens or closes the maintenance door. */
  record SetDoor(Door door) implements Command {}

  /** Sets what is wrong with the presence sensor and the door's switch. */
  record SetSensors(SensorFault fault) implements Command {}

  /** Shows the latest slip of paper. */
  record ShowPaper() implements Command {}

  /** Reports the state of every device. */
  record ReportStatus() implements Command {}

  /**
   * Waits until something is so.
   *
   * @param seconds how long at most, 1 to 600
   */
  record WaitFor(Condition condition, int seconds) implements Command {}

  /**
   * Waits.
   *
   * @param seconds how long, 1 to 600
   */
  record Pause(int seconds) implements Command {}
}
