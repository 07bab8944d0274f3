package org.openhall.kiosk.acceptance;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Messages;

/** The command {@code doctor --acceptance}: {@code --help} says what it does. */
public final class AcceptanceMain {
  static final String USAGE =
      """
      Accepts this terminal: looks at everything, tests every device, asks what only a person can
      see, and makes the report, signed by the terminal's key.

        doctor --acceptance [--data DIR] [--lang zh-CN|en] [--print] [--unattended] [--json]
        doctor --acceptance --verify FILE [--data DIR] [--lang zh-CN|en]

        --print        the slip on the receipt printer, with the report's fingerprint
        --unattended   nobody is there: what needs a person is left out, and the report says so.
                       So it is where no person types
        --json         the report as the last line
        --verify FILE  judges a report that was kept, by this terminal's authority; no device is
                       touched. At the office: office acceptance verify FILE

      A running kiosk tests its own devices; where none runs they are opened here. The report is
      kept in status/reports and goes to the office by itself. Touch panel and colours are seen in
      the service area only: a report of this command says that they were left out. Run it as
      root. Exit: 0 passed, also where something was left out, 1 not signed or not kept, 2 not
      passed or not genuine, 64 not understood.
      """;

  static final int DONE = 0;
  static final int INCOMPLETE = 1;
  static final int FAILED = 2;
  private static final int NOT_UNDERSTOOD = 64;

  private AcceptanceMain() {}

  /** Asks a person. */
  public interface Person {
    /** Whether it is well; empty where nobody answers. */
    Optional<Boolean> well(String question) throws IOException;
  }

  /**
   * What the command line says.
   *
   * @param verify the report that is judged, or none where one is made
   */
  record Call(
      Path data,
      Messages words,
      boolean print,
      boolean unattended,
      boolean json,
      Optional<Path> verify) {}

  /** Accepts, and ends with the exit status that {@link #USAGE} tells. */
  @SuppressWarnings("SystemConsoleNull") // it is, by default since JDK 25
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.SEVERE);
    Console console = System.console();
    boolean typed = console != null && console.isTerminal();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Person person = typed ? question -> answer(question, in) : _ -> Optional.empty();
    int status = perform(List.of(arguments), person, System.out::println, System.err::println);
    System.out.flush();
    System.exit(status);
  }

  /** Asks until it is a yes, a no, or nothing. */
  private static Optional<Boolean> answer(String question, BufferedReader in) throws IOException {
    while (true) {
      System.out.print(question + " [y/n/-] ");
      System.out.flush();
      String line = in.readLine();
      switch (line == null ? "-" : line.strip().toLowerCase(Locale.ROOT)) {
        case "y", "yes", "是" -> {
          return Optional.of(true);
        }
        case "n", "no", "否" -> {
          return Optional.of(false);
        }
        case "-" -> {
          return Optional.empty();
        }
        default -> System.out.println("y = 是 yes, n = 否 no, - = 未做 left out");
      }
    }
  }

  /** The same without an end of the program. */
  public static int perform(
      List<String> arguments, Person person, Consumer<String> out, Consumer<String> err) {
    if (arguments.contains("--help")) {
      out.accept(USAGE);
      return DONE;
    }
    Optional<Call> call = read(arguments);
    if (call.isEmpty()) {
      err.accept("doctor --acceptance: not understood; --help shows how");
      return NOT_UNDERSTOOD;
    }
    try {
      return call.get().verify().isPresent()
          ? new Judgement(call.get().data(), call.get().words()).of(call.get().verify().get(), out)
          : new AcceptanceRun(call.get(), person, out, Clock.systemUTC()).run();
    } catch (IOException e) {
      err.accept("doctor --acceptance: " + e.getMessage());
      return INCOMPLETE;
    }
  }

  private static Optional<Call> read(List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    rest.remove("--acceptance");
    boolean print = rest.remove("--print");
    boolean unattended = rest.remove("--unattended");
    boolean json = rest.remove("--json");
    Path data = Path.of(value(rest, "--data").orElse(".")).toAbsolutePath().normalize();
    String language = value(rest, "--lang").orElse("zh-CN");
    Optional<Path> verify = value(rest, "--verify").map(Path::of);
    boolean understood = rest.isEmpty() && (language.equals("zh-CN") || language.equals("en"));
    Messages words = new Messages(language.equals("en") ? Language.ENGLISH : Language.CHINESE);
    return understood
        ? Optional.of(new Call(data, words, print, unattended, json, verify))
        : Optional.empty();
  }

  private static Optional<String> value(List<String> rest, String option) {
    int at = rest.indexOf(option);
    if (at < 0 || at + 1 >= rest.size()) {
      return Optional.empty();
    }
    rest.remove(at);
    return Optional.of(rest.remove(at));
  }
}
