package org.openhall.kiosk.doctor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openhall.kiosk.devices.DeviceStates;
import org.openhall.link.Json;

/** The command {@code doctor}: {@code --help} says what it does. */
public final class DoctorMain {
  static final String USAGE =
      """
      Looks at everything that a terminal needs, says what is wrong in words, and what to do.

        doctor [--data DIR] [--lang zh-CN|en] [--all] [--json] [--root DIR]

        --data DIR     the terminal's data folder
        --lang         zh-CN unless told
        --all          also what is well
        --json         one JSON object as the last line
        --root DIR     where the machine's disk is mounted, for one that does not start any more
        --acceptance   accepts the terminal and makes the report; --acceptance --help says more

      A running kiosk is asked for its devices; where none runs they are looked at here. Some things
      only root may look at. Exit: 0 well, 1 wants attention or was not looked at, 2 a fault, 64 not
      understood.
      """;

  private static final int NOT_UNDERSTOOD = 64;

  private DoctorMain() {}

  /** What the command line says. */
  private record Call(Path data, Path root, Locale locale, boolean all, boolean json) {}

  /** Looks, and ends with the exit status that {@link #USAGE} tells. */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.SEVERE);
    int status = perform(List.of(arguments), System.out::println, System.err::println);
    System.out.flush();
    System.exit(status);
  }

  /** The same without an end of the program. */
  public static int perform(List<String> arguments, Consumer<String> out, Consumer<String> err) {
    if (arguments.contains("--help")) {
      out.accept(USAGE);
      return 0;
    }
    Optional<Call> call = read(arguments);
    if (call.isEmpty()) {
      err.accept("doctor: not understood; --help shows how");
      return NOT_UNDERSTOOD;
    }
    return look(call.get(), out);
  }

  private static int look(Call call, Consumer<String> out) {
    Doctor doctor =
        Doctor.of(
            new Machine(call.root(), call.data()),
            new Doctor.Senses(() -> DeviceStates.of(call.data()), new FileFonts()),
            Clock.systemUTC());
    List<Finding> found = doctor.look();
    new Report(found, call.locale()).lines(call.all()).forEach(out);
    if (call.json()) {
      out.accept(json(found, call.locale()));
    }
    return Doctor.worst(found).status();
  }

  /** What is told to programs. */
  private record Told(Instant at, String worst, List<Item> findings) {}

  private record Item(
      String area, String severity, String code, List<String> about, String words, String next) {}

  private static String json(List<Finding> found, Locale locale) {
    List<Item> items =
        found.stream()
            .map(f ->
                new Item(
                    f.area().name(),
                    f.severity().name(),
                    f.code(),
                    f.about(),
                    f.words(locale),
                    f.next(locale)))
            .toList();
    Told told = new Told(Clock.systemUTC().instant(), Doctor.worst(found).name(), items);
    return new String(Json.write(told), StandardCharsets.UTF_8);
  }

  private static Optional<Call> read(List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    boolean all = rest.remove("--all");
    boolean json = rest.remove("--json");
    Path data = Path.of(value(rest, "--data", ".")).toAbsolutePath().normalize();
    Path root = Path.of(value(rest, "--root", "/")).toAbsolutePath().normalize();
    String language = value(rest, "--lang", "zh-CN");
    boolean known = language.equals("zh-CN") || language.equals("en");
    Locale locale = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    return rest.isEmpty() && known
        ? Optional.of(new Call(data, root, locale, all, json))
        : Optional.empty();
  }

  private static String value(List<String> rest, String option, String otherwise) {
    int at = rest.indexOf(option);
    if (at < 0 || at + 1 >= rest.size()) {
      return otherwise;
    }
    rest.remove(at);
    return rest.remove(at);
  }
}
