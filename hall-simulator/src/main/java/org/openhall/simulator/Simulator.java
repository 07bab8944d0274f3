package org.openhall.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.control.Answer;
import org.openhall.simulator.control.Command;
import org.openhall.simulator.control.CommandLog;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.control.ControlServer;
import org.openhall.simulator.control.UsageException;
import org.openhall.simulator.idmodule.IdModule;
import org.openhall.simulator.printer.EmulatedPrinter;
import org.openhall.simulator.printer.Slip;
import org.openhall.simulator.smartcard.CardSlot;

/**
 * The emulated devices of one terminal, running: the ID module at {@code DIR/id-module}, the
 * printer on a TCP port that stands in {@code DIR/printer.port}, a slot for chips that belongs to a
 * virtual reader of a resource manager, the {@link HallSensors}, their control at {@code
 * DIR/control.sock}.
 */
public final class Simulator implements AutoCloseable {

  private final Path data;
  private final CardBox cards;
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final IdModule idModule;
  private final EmulatedPrinter printer;
  private final CardSlot slot;
  private final CardDesk desk;
  private final CommandLog log = new CommandLog();
  private final Waiting waiting = new Waiting(this);
  private final HallSensors sensors;
  private final ControlServer control;

  /**
   * How to start.
   *
   * @param printerPort TCP port on the loopback address, 0 for any
   * @param paperDots printable dots across the paper, 576 or 384
   * @param vpcd where the machine's vpcd waits for the card of one of its readers
   */
  public record Options(int printerPort, int paperDots, InetSocketAddress vpcd) {}

  private Simulator(Path data, ControlServer control, Options options) throws IOException {
    this.data = data;
    this.control = control;
    this.cards = CardBox.with(data.resolve("cards"));
    this.slot = new CardSlot(options.vpcd(), this::changed);
    this.idModule = IdModule.start(data.resolve("id-module"), this::changed);
    this.desk = new CardDesk(cards, idModule, slot);
    try {
      this.printer =
          EmulatedPrinter.start(
              new EmulatedPrinter.Options(
                  options.printerPort(), options.paperDots(), data.resolve("paper")),
              this::changed);
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

  /** Starts the devices with the machine's own vpcd; see the other. */
  public static Simulator start(Path folder, int printerPort, int paperDots) throws IOException {
    return start(folder, new Options(printerPort, paperDots, CardSlot.usual()));
  }

  /**
   * Starts the devices.
   *
   * @param folder where everything is written
   * @throws IOException which says what to do where a port, a path or the folder is in use
   */
  public static Simulator start(Path folder, Options options) throws IOException {
    Path data = folder.toAbsolutePath().normalize();
    Files.createDirectories(data);
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

  /** The latest commands and their answers, oldest first. */
  public List<CommandLog.Entry> log() {
    return log.entries();
  }

  /** Carries out a command as it is typed, e.g. {@code lay zhang}; it stands in the log. */
  public Answer perform(String line) {
    Answer answer;
    try {
      answer = perform(CommandParser.parse(line));
    } catch (UsageException e) {
      answer = Answer.refused(String.valueOf(e.getMessage()));
    }
    log.add(line.strip(), answer);
    changed();
    return answer;
  }

  /** Carries out a command. */
  public Answer perform(Command command) {
    return switch (command) {
      case Command.LayCard(String nameOrFile) -> desk.lay(nameOrFile);
      case Command.SwapCard(String nameOrFile) -> desk.swap(nameOrFile);
      case Command.TakeCard(var from) -> desk.take(from);
      case Command.TearCard(long afterBytes) -> desk.tear(afterBytes);
      case Command.ListCards() -> desk.list();
      case Command.ShowPaper() -> show();
      case Command.ReportStatus() -> Reports.status(this, data);
      case Command.WaitFor(var condition, int seconds) -> waiting.until(condition, seconds);
      case Command.Pause(int seconds) ->
          after(
              () -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds)),
              "Paused for " + seconds + " s");
      case Command.SetModule(var fault) ->
          after(() -> idModule.setFault(fault), "ID module: " + CommandParser.spelling(fault));
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

  /** What stands on the latest slip. */
  Answer show() {
    Answer shown = Reports.paper(printer);
    printer.latestSlip().ifPresent(slip -> waiting.told(slip.number()));
    return shown;
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
    waiting.changed();
    watchers.forEach(Runnable::run);
  }

  private void writePort() throws IOException {
    Path fresh = data.resolve("printer.port.new");
    Files.writeString(fresh, printer.port() + "\n");
    Files.move(fresh, data.resolve("printer.port"), StandardCopyOption.ATOMIC_MOVE);
  }
}
