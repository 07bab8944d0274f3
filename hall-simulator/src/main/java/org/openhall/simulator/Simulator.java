package org.openhall.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openhall.simulator.card.BadCardException;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.Command;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.control.ControlServer;
import org.openhall.simulator.idmodule.IdModule;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.printer.Slip;
import org.openhall.simulator.smartcard.CardSlot;
import org.openhall.simulator.smartcard.Chip;

/**
 * The emulated devices of one terminal, running: the ID module at {@code DIR/id-module}, the
 * printer on a TCP port that stands in {@code DIR/printer.port}, a slot for chips that belongs to
 * the first virtual reader of the machine's resource manager, the {@link HallSensors}, their
 * control at {@code DIR/control.sock}.
 */
public final class Simulator implements AutoCloseable {

  private final Path data;
  private final CardBox cards = CardBox.authored();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final IdModule idModule;
  private final EmulatedPrinter printer;
  private final CardSlot slot = new CardSlot(CardSlot.PORT, this::changed);
  private final HallSensors sensors;
  private final ControlServer control;

  private Simulator(Path data, ControlServer control, EmulatedPrinter.Options printerOptions)
      throws IOException {
    this.data = data;
    this.control = control;
    this.idModule = IdModule.start(data.resolve("id-module"), this::changed);
    try {
      this.printer = EmulatedPrinter.start(printerOptions, this::changed);
    } catch (IOException e) {
      idModule.close();
      throw e;
    }
    try {
      this.sensors = HallSensors.start(data, this::changed);
    } catch (IOException e) {
      idModule.close();
      printer.close();
      throw e;
    }
  }

  /**
   * Starts the devices.
   *
   * @param folder where everything is written
   * @param printerPort TCP port on the loopback address, 0 for any
   * @param paperDots printable dots across the paper, 576 or 384
   * @throws IOException which says what to do where a port, a path or the folder is in use
   */
  public static Simulator start(Path folder, int printerPort, int paperDots) throws IOException {
    Path data = folder.toAbsolutePath().normalize();
    Files.createDirectories(data);
    EmulatedPrinter.Options options =
        new EmulatedPrinter.Options(printerPort, paperDots, data.resolve("paper"));
    ControlServer control = ControlServer.open(data);
    try {
      Simulator simulator = new Simulator(data, control, options);
      simulator.open();
      return simulator;
    } catch (IOException e) {
      control.close();
      throw e;
    }
  }

  /** Tells others where the devices are; until then nobody can work them. */
  private void open() throws IOException {
    try {
      writePort();
    } catch (IOException e) {
      close();
      throw e;
    }
    control.serve(this::perform);
  }

  public CardBox cards() {
    return cards;
  }

  public IdModule idModule() {
    return idModule;
  }

  public EmulatedPrinter printer() {
    return printer;
  }

  public CardSlot slot() {
    return slot;
  }

  public HallSensors sensors() {
    return sensors;
  }

  /** Has a watcher called after each change of a device, from any thread. */
  public void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  /** Carries out a command. */
  public Answer perform(Command command) {
    return switch (command) {
      case Command.LayCard(String nameOrFile) -> lay(nameOrFile);
      case Command.TakeCard() -> after(idModule::lift, "No card lies on the module.");
      case Command.ListCards() -> Reports.cards(cards);
      case Command.ShowPaper() -> Reports.paper(printer);
      case Command.ReportStatus() -> Reports.status(this, data);
      case Command.SetModule(var fault) ->
          after(() -> idModule.setFault(fault), "ID module: " + CommandParser.spelling(fault));
      case Command.InsertChip(String name) -> insert(name);
      case Command.RemoveChip() -> after(slot::remove, "No chip is in the slot.");
      case Command.ListChips() -> Reports.chips();
      case Command.SetSlot(var fault) ->
          after(() -> slot.setFault(fault), "Slot: " + CommandParser.spelling(fault));
      case Command.SetPaper(var paper) ->
          after(() -> printer.set(paper), "Paper: " + CommandParser.spelling(paper));
      case Command.SetCover(var cover) ->
          after(() -> printer.set(cover), "Cover: " + CommandParser.spelling(cover));
      case Command.SetCutter(var cutter) ->
          after(() -> printer.set(cutter), "Cutter: " + CommandParser.spelling(cutter));
      case Command.SetSwitch(var position) ->
          after(() -> printer.set(position), "Printer: " + CommandParser.spelling(position));
      case Command.CutLine(long bytes) ->
          after(() -> printer.cutLine(bytes), "Line: cut after " + bytes + " more bytes");
      case Command.MendLine() -> mend();
      case Command.Scan(String text) -> sensors.scan(text);
      case Command.ScanSlip() -> scanSlip();
      case Command.SetScanner(var fault) -> sensors.set(fault);
      case Command.SetPresence(var presence) -> sensors.set(presence);
      case Command.SetDoor(var door) -> sensors.set(door);
      case Command.SetSensors(var fault) -> sensors.set(fault);
    };
  }

  private Answer lay(String nameOrFile) {
    try {
      Card card = cards.named(nameOrFile);
      idModule.lay(card);
      return Answer.done("The card " + card.name() + " lies on the module.");
    } catch (BadCardException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    }
  }

  private Answer insert(String name) {
    for (Chip chip : Chip.authored()) {
      if (chip.name().equals(name)) {
        slot.insert(chip);
        return Answer.done("The chip " + name + " is in the slot.");
      }
    }
    return Answer.refused("There is no chip '" + name + "'. 'chips' lists them.");
  }

  private Answer mend() {
    try {
      printer.mendLine();
      return Answer.done("Line: ok");
    } catch (IOException e) {
      return Answer.refused(String.valueOf(e.getMessage()));
    }
  }

  private Answer scanSlip() {
    return printer
        .latestSlip()
        .map(Slip::qrTexts)
        .filter(codes -> !codes.isEmpty())
        .map(codes -> sensors.scan(codes.getFirst()))
        .orElseGet(() -> Answer.refused("There is no slip with a code. Print one first."));
  }

  private static Answer after(Runnable action, String sentence) {
    action.run();
    return Answer.done(sentence);
  }

  @Override
  public void close() throws IOException {
    control.close();
    idModule.close();
    slot.close();
    printer.close();
    sensors.close();
    Files.deleteIfExists(data.resolve("printer.port"));
  }

  private void changed() {
    watchers.forEach(Runnable::run);
  }

  private void writePort() throws IOException {
    Path fresh = data.resolve("printer.port.new");
    Files.writeString(fresh, printer.port() + "\n");
    Files.move(fresh, data.resolve("printer.port"), StandardCopyOption.ATOMIC_MOVE);
  }
}
