package org.openhall.simulator;

import java.awt.Rectangle;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.simulator.control.CommandParser;
import org.openhall.simulator.control.UsageException;
import org.openhall.simulator.smartcard.CardSlot;

/** Reads the command line: options anywhere, the other words in their order. */
final class Arguments {

  static final String HELP =
      """
      hall-simulator: the emulated devices of one terminal: ID-card module, card chip, receipt
      printer, scanner, presence sensor and maintenance door.

      Usage: --data DIR COMMAND [--json]

        run [--printer-port P] [--paper 80|58] [--vpcd HOST:PORT] [--panel WxH+X+Y]
            [--lang zh-CN|en]   starts the devices and keeps them running: the ID module at
                                DIR/id-module, the printer on TCP 127.0.0.1:P (0: any; the port
                                stands in DIR/printer.port), the scanner at DIR/scanner, the sensors
                                at DIR/presence-sensor and DIR/maintenance-door (and as files of the
                                same names with .value: 0 or 1), a slot for cards with a chip that
                                the machine's pcscd sees by the driver of vpcd (127.0.0.1:35963),
                                this control at DIR/control.sock; --panel opens a window for it
        play FILE|-             does the commands of a file, one a line; - is what is typed

      While it runs:
        cards                   lists the box of cards (fictional persons; a trainer's own lie in
                                DIR/cards/NAME.properties)
        lay NAME|FILE           lays that card on the module, or puts it into the slot
        swap NAME|FILE          takes away what lies there, and lays that card a second later
        take [module|slot]      takes the cards away
        tear [after N]          pulls them away at the next reading, after N more bytes
        module ok|mute|noise|fragments|checksum|truncated|tear
                                what is wrong with the module (tear: card lifted during a read)
        slot ok|mute|tear|wrong-status|truncated|endless
                                what is wrong with the slot (tear: pulled out during a read)
        paper ok|near-end|out   the printer's paper
        cover open|closed       the printer's cover
        cutter ok|error         the printer's cutter
        printer online|offline  takes the printer off line by hand
        line cut|ok             cuts the printer's line, or mends it
        line cut after N        cuts it after N more bytes
        scan TEXT|slip          holds a code with that text to the scanner, or that of the latest slip
        scanner ok|mute|fragments|noise|truncated|overlong|gone
                                what is wrong with the scanner (gone: its cable is out)
        presence near|away      somebody stands before the terminal, or nobody
        door open|closed        the maintenance door
        sensors ok|mute|fragments|noise|flapping|gone
                                what is wrong with presence sensor and door
        show                    the latest slip: where its picture is, and its text
        status                  the state of every device
        wait-for WHAT [within N]
                                waits, 60 seconds or N: card, card-read, no-card, reader-service,
                                terminal, printed, slip (the next one, as show)
        pause N                 waits N seconds

      --json prints one JSON object as the last line. Everything is written under DIR.
      docs/simulator.md explains each word.
      """;

  private static final Set<String> VALUED =
      Set.of("--data", "--printer-port", "--paper", "--vpcd", "--panel", "--lang");
  private static final Set<String> FLAGS = Set.of("--json", "--help");

  private static final Pattern PLACE =
      Pattern.compile("([0-9]{3,5})x([0-9]{3,5})\\+([0-9]{1,5})\\+([0-9]{1,5})");

  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9.-]+):([0-9]{1,5})");
  private static final int HIGHEST_PORT = 65535;

  private final Map<String, String> options = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private Arguments() {}

  /** What the words of the command line ask for. */
  static Invocation parse(String... args) throws UsageException {
    Arguments arguments = new Arguments();
    arguments.sort(args);
    return arguments.invocation();
  }

  private void sort(String... args) throws UsageException {
    for (int i = 0; i < args.length; i++) {
      if (VALUED.contains(args[i])) {
        if (i + 1 == args.length) {
          throw new UsageException(args[i] + " needs a value. See --help.");
        }
        options.put(args[i], args[++i]);
      } else if (FLAGS.contains(args[i]) || args[i].equals("-h")) {
        options.put(args[i].equals("-h") ? "--help" : args[i], "");
      } else if (args[i].startsWith("--")) {
        throw new UsageException("Unknown option " + args[i] + ". See --help.");
      } else {
        words.add(args[i]);
      }
    }
  }

  private Invocation invocation() throws UsageException {
    if (options.containsKey("--help")) {
      return new Invocation.Help();
    }
    if (words.isEmpty()) {
      throw new UsageException("No command. Possible: run, play, " + CommandParser.words() + ".");
    }
    if (!options.containsKey("--data")) {
      throw new UsageException("--data DIR is missing: the folder of the emulated devices.");
    }
    Path data = Path.of(options.getOrDefault("--data", "")).toAbsolutePath().normalize();
    return switch (words.getFirst()) {
      case "run" -> run(data);
      case "play" -> play(data);
      default -> control(data);
    };
  }

  private Invocation run(Path data) throws UsageException {
    if (words.size() > 1) {
      throw new UsageException("'run' takes options only; leave out '" + words.get(1) + "'.");
    }
    int dots =
        switch (options.getOrDefault("--paper", "80")) {
          case "80" -> 576;
          case "58" -> 384;
          default -> throw new UsageException("--paper is the width in mm: 80 or 58.");
        };
    return new Invocation.Run(
        new Invocation.RunOptions(
            data,
            new Simulator.Options(port(), dots, vpcd()),
            panel().orElse(null),
            options.getOrDefault("--lang", "zh-CN")));
  }

  private Invocation play(Path data) throws UsageException {
    if (words.size() != 2) {
      throw new UsageException("'play' needs one file of commands, or - for what is typed.");
    }
    return new Invocation.Play(data, words.get(1), options.containsKey("--json"));
  }

  private InetSocketAddress vpcd() throws UsageException {
    if (!options.containsKey("--vpcd")) {
      return CardSlot.usual();
    }
    Matcher address = ADDRESS.matcher(options.getOrDefault("--vpcd", ""));
    if (!address.matches() || number(address, 2) > HIGHEST_PORT) {
      throw new UsageException("--vpcd is HOST:PORT, e.g. 127.0.0.1:35963.");
    }
    return InetSocketAddress.createUnresolved(address.group(1), number(address, 2));
  }

  private Optional<Rectangle> panel() throws UsageException {
    if (!options.containsKey("--panel")) {
      return Optional.empty();
    }
    Matcher place = PLACE.matcher(options.getOrDefault("--panel", ""));
    if (!place.matches()) {
      throw new UsageException("--panel is WIDTHxHEIGHT+X+Y in pixels, e.g. 900x1000+0+0.");
    }
    return Optional.of(
        new Rectangle(number(place, 3), number(place, 4), number(place, 1), number(place, 2)));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private int port() throws UsageException {
    String text = options.getOrDefault("--printer-port", "0");
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
      throw new UsageException("--printer-port is a number from 0 (any) to 65535, not " + text);
    }
    return Integer.parseInt(text);
  }

  /** A mistyped command is refused here already, so that nobody waits for the devices. */
  private Invocation control(Path data) throws UsageException {
    String line = CardPaths.inFull(Path.of(""), String.join(" ", words));
    CommandParser.parse(line);
    return new Invocation.Control(data, line, options.containsKey("--json"));
  }
}
