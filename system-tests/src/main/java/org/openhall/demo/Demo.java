package org.openhall.demo;

import java.awt.Toolkit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.HallFolder;
import org.openhall.demo.hall.Places;
import org.openhall.demo.walk.Walk;

/** {@code ./openhall demo}: the main job, end to end, on one machine. */
public final class Demo {

  private final Options options;
  private final Hall hall;
  private final Places places;

  private Demo(Options options) {
    this.options = options;
    this.hall = new Hall(options.data());
    this.places = Places.on(Toolkit.getDefaultToolkit().getScreenSize());
  }

  /** Exit status: 0 all went well, 1 something did not, 2 the words make no sense. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (Arrays.asList(args).contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    System.exit(run(args));
  }

  private static int run(String[] args) throws IOException, InterruptedException {
    try {
      Options options = Options.of(args);
      HallFolder.renew(options.data());
      Demo demo = new Demo(options);
      try (Hall hall = demo.hall) {
        return demo.walksAlone() ? demo.walk() : demo.open(hall);
      }
    } catch (Options.UsageException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (HallException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  /** Where nobody can see the windows, pictures are what a demo can give. */
  private boolean walksAlone() {
    return options.desk()
        || options.pictures().isPresent()
        || System.getenv("OPENHALL_VIRTUAL_DISPLAY") != null;
  }

  private int walk() throws IOException, InterruptedException, HallException {
    Path pictures = options.pictures().orElse(options.data().resolve("pictures"));
    System.out.println("Walking through the hall; pictures go to " + pictures);
    Walk walk = new Walk(hall, places, pictures);
    boolean seen =
        options.desk() ? walk.officeDay() : walk.visit(options.content().stream().toList());
    System.out.println(seen ? "Every step was seen as expected." : "A step failed, see above.");
    return seen ? 0 : 1;
  }

  private int open(Hall hall) throws IOException, InterruptedException, HallException {
    say("The office makes demo keys and imports the authored sample");
    System.out.print(hall.office("init", "--demo-keys"));
    System.out.print(hall.office("import-sample"));
    if (options.content().isPresent()) {
      say("The office imports " + options.content().get());
      System.out.print(hall.office("import", options.content().get().toString()));
    }
    say("The office signs and publishes a release");
    System.out.print(hall.office("publish"));
    say("The terminal is enrolled, its agent and devices start, the kiosk opens");
    hall.enrol(hall.serve());
    hall.startAgent();
    try {
      hall.startCards();
    } catch (HallException e) {
      System.out.println("Without social-security cards: " + e.getMessage());
    }
    hall.startDevices(Optional.of(places.tallPanel()));
    var kiosk = hall.startKiosk(places.kiosk(), Map.of());
    System.out.println(Options.HELP.substring(Options.HELP.indexOf("While it runs")));
    try (var typed = new InputStreamReader(System.in, StandardCharsets.UTF_8)) {
      new DemoPrompt(hall, kiosk).run(new BufferedReader(typed));
    }
    return 0;
  }

  private static void say(String what) {
    System.out.println("— " + what);
  }
}
